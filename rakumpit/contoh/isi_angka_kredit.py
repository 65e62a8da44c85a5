"""Angka kredit of the two functional staff of the sample office: an invented letter each, and one that was set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.models import Evaluasi
from kinerja.permissions import pejabat_pemutus
from kinerja.proses.angka_kredit import catat_saldo_awal, tetapkan_angka_kredit
from rakumpit.contoh.akun import akun_milik
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.models.pegawai import orang

# Number of the person -> jenjang, balance, letter.
_SALDO = {
    12: ("terampil", Decimal("22.5"), "PAK-CONTOH/12/2025"),
    13: ("ahli_pertama", Decimal("68.75"), "PAK-CONTOH/13/2025"),
}
_DITETAPKAN = 12


def isi_saldo(*, pengelola: Pengguna) -> None:
    """Opening balances up to the end of 2025."""
    pegawai = pegawai_bernomor()
    for nomor, (jenjang, nilai, surat) in _SALDO.items():
        catat_saldo_awal(
            pegawai=pegawai[nomor],
            oleh=pengelola,
            jenjang=jenjang,
            nilai=nilai,
            per_tanggal=date(2025, 12, 31),
            surat_nomor=surat,
        )


def isi_penetapan() -> None:
    """The three months of the rated quarter for one of them; call it when its evaluation is final."""
    evaluasi = Evaluasi.objects.select_related("pegawai", "periode").get(
        pegawai=pegawai_bernomor()[_DITETAPKAN], periode__kode=PERIODE_DINILAI, terbaru=True
    )
    tetapkan_angka_kredit(
        evaluasi=evaluasi,
        oleh=akun_milik(orang(pejabat_pemutus(evaluasi))),
        mulai=evaluasi.periode.mulai,
        sampai=evaluasi.periode.selesai,
    )
