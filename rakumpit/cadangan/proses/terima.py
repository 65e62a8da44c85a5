"""Whether a backup may be restored here: written by this installation, by this code or an older one."""

from __future__ import annotations

from django.db import connection

from rakumpit.cadangan import basis_data, samping
from rakumpit.cadangan.alat import cari_alat, lingkungan, muat
from rakumpit.cadangan.arsip import Arsip
from rakumpit.cadangan.galat import CadanganDitolak
from rakumpit.cadangan.perhitungan import DUMP, beda_baris, migrasi_asing
from rakumpit.cadangan.tanda import rahasia, sidik_kunci

_SEBUT = 3


def periksa_boleh(arsip: Arsip, *, kunci_lain: bool) -> None:
    """Raises `CadanganDitolak` for a changed manifest, a foreign secret, newer migrations or a newer PostgreSQL.

    ``kunci_lain``: the secret of the old installation is lost, and the reader of the refusal wants to go on.
    """
    manifes = arsip.manifes
    kunci = next((satu for satu in rahasia() if sidik_kunci(satu) == manifes.kunci), None)
    if kunci is not None and not arsip.bertanda(kunci):
        raise CadanganDitolak(f"Daftar isi {arsip.berkas.name} diubah sesudah dibuat. Pakai cadangan lain.")
    if kunci is None and not kunci_lain:
        raise CadanganDitolak(
            f"{arsip.berkas.name} dibuat dengan RAKUMPIT_SECRET_KEY lain. Setel rahasia yang lama, atau taruh di "
            "RAKUMPIT_SECRET_KEY_LAMA, lalu ulangi. Bila rahasia itu hilang: --kunci-lain. Keaslian berkas lalu tidak "
            "diperiksa, faktor kedua setiap akun harus dipasang lagi, dan tautan serta kode warga yang lama mati."
        )
    asing = migrasi_asing(manifes, basis_data.migrasi_dikenal())
    if asing:
        lagi = f" dan {len(asing) - _SEBUT} lagi" if len(asing) > _SEBUT else ""
        raise CadanganDitolak(
            f"{arsip.berkas.name} dibuat aplikasi yang lebih baru (versi {manifes.versi or 'tidak diketahui'}): "
            f"kode ini tidak mengenal migrasi {', '.join(asing[:_SEBUT])}{lagi}. Pasang kode itu atau yang lebih baru."
        )
    peladen = basis_data.versi_peladen()
    if manifes.postgres > peladen:
        raise CadanganDitolak(
            f"{arsip.berkas.name} dari PostgreSQL {manifes.postgres}, sedangkan server ini {peladen}. PostgreSQL tidak "
            f"menjamin pemulihan ke versi lama. Pakai server versi {manifes.postgres} ke atas."
        )


def muat_arsip(arsip: Arsip, nama: str) -> list[str]:
    """Load a backup into the empty database ``nama``; sentences about tables that have other rows than it says."""
    folder, _ = cari_alat(peladen=basis_data.versi_peladen(), paling_rendah=arsip.manifes.alat)
    with arsip.buka(DUMP) as dump:
        muat(folder, dump, lingkungan(connection.settings_dict, nama))
    with samping.memakai(nama), connection.cursor() as kursor:
        # A fresh database has no statistics, and plans made without them can take hours.
        kursor.execute("ANALYZE")
        return beda_baris(arsip.manifes.baris, basis_data.hitung_baris())
