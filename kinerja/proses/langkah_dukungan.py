"""What every step of a request for support leaves behind: a line in its history, and word to those concerned."""

from __future__ import annotations

from datetime import date

from kinerja.enums import LABEL_JENIS_KENDALA, JenisKendala, LangkahDukungan
from kinerja.models import LangkahPermintaan, PermintaanDukungan, PilihanKantor
from kinerja.permissions import Penjawab
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pengguna


def tenggat_jawaban(hari: date) -> date:
    """Last day for the answer to a request that comes to somebody on this day."""
    return tambah_hari_kerja(hari, PilihanKantor.objects.pada(hari).hari_jawab_dukungan)


def kata_jenis(permintaan: PermintaanDukungan) -> str:
    """What is asked for, within a sentence."""
    return LABEL_JENIS_KENDALA[JenisKendala(permintaan.jenis)].lower()


def tulis_langkah(
    permintaan: PermintaanDukungan,
    langkah: LangkahDukungan,
    *,
    oleh: Pengguna | None,
    kepada: Penjawab | None = None,
    tenggat: date | None = None,
    catatan: str = "",
) -> int:
    """Add a line to the history; its number. The caller holds the lock of the request."""
    urut = permintaan.langkah.count() + 1
    LangkahPermintaan.objects.create(
        permintaan=permintaan,
        urut=urut,
        langkah=langkah.value,
        oleh=oleh,
        kepada=f"{kepada.nama}, {kepada.jabatan}" if kepada is not None else "",
        tenggat=permintaan.tenggat if kepada is not None else tenggat,
        catatan=catatan,
    )
    return urut


def kabari(
    permintaan: PermintaanDukungan,
    urut: int | str,
    penerima_id: int | None,
    judul: str,
    isi: str = "",
    *,
    berpautan: bool = True,
) -> None:
    """Tell somebody of one step, once; who has no account is not told. ``berpautan``: the receiver may read it."""
    if penerima_id is not None:
        kirim(
            penerima_id=penerima_id,
            kunci=f"dukungan:{permintaan.uuid}:{urut}",
            judul=judul,
            isi=isi,
            tautan=f"/kinerja/dukungan/{permintaan.uuid}/" if berpautan else "",
        )


def kabari_peminta(permintaan: PermintaanDukungan, urut: int | str, judul: str, isi: str = "") -> None:
    """Tell the person who asked of one step, once."""
    kabari(permintaan, urut, permintaan.pegawai.pengguna_id, judul, isi)
