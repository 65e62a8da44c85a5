"""Agreement, matrix of roles and predicates of units of the sample office; everything in it is invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.models import Indikator, IndikatorUtama, PeranHasil, Periode, PerjanjianKinerja, RencanaHasilKerja, Sasaran
from kinerja.proses.capaian import tetapkan_capaian
from kinerja.proses.isi_perjanjian import IsiTriwulan, simpan_iku, simpan_sasaran
from kinerja.proses.peran import simpan_peran
from kinerja.proses.perjanjian import tandatangani
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.berkas import angka, isi_json
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import hari_ini

# Number of the employee -> (order of the result of Kasi Pelayanan, what he plans for that person).
_PERAN = {
    15: (4, "Standar pelayanan delapan layanan ditinjau bersama warga"),
    16: (6, "Surat warga hulu diantar dengan perahu tiap pekan"),
    20: (5, "Kotak saran loket dibaca dan dijawab tiap Jumat"),
}
# Unit -> (account that sets, predicate, reason) for the rated quarter.
_CAPAIAN = {
    "rakumpit": (
        "wali.kota@contoh.example",
        "baik",
        "Rencana aksi tercapai, waktu layanan masih di bawah target.",
    ),
    "petuk-bukit": ("", "baik", "Forum warga dan indeks kepuasan sesuai rencana aksi."),
    "mungku-baru": ("", "butuh_perbaikan", "Sebagian isian terlambat karena sinyal; dua rencana aksi belum selesai."),
}


def isi_perencanaan() -> None:
    """Write what the planning pages show. Call it inside a transaction, after people and plans."""
    pegawai = pegawai_bernomor()
    camat, kasi = pegawai[PERAN_PEGAWAI["camat"]], pegawai[PERAN_PEGAWAI["kasi"]]
    for isi in isi_json("perjanjian.json"):
        _isi_perjanjian(isi, camat)
    for nomor, (urut, uraian) in _PERAN.items():
        rhk = RencanaHasilKerja.objects.berlaku().get(skp__pegawai=kasi, urut=urut)
        simpan_peran(peran=PeranHasil(rhk_pimpinan=rhk, pegawai=pegawai[nomor], uraian=uraian), oleh=akun_milik(kasi))
    _isi_capaian(camat)


def _isi_perjanjian(isi: dict[str, Any], camat: Pegawai) -> None:
    """The agreement, signed on its day; the camat's indicators of the same name are the ones taken from it."""
    tanggal, oleh = date.fromisoformat(isi["tanggal"]), akun_milik(camat)
    perjanjian = PerjanjianKinerja.objects.create(unit=UnitKerja.objects.get(kode=isi["unit"]), tahun=tanggal.year)
    for satu in isi["sasaran"]:
        sasaran = simpan_sasaran(
            sasaran=Sasaran(
                perjanjian=perjanjian,
                uraian=satu["uraian"],
                tujuan=satu.get("tujuan", ""),
                rujukan=satu["rujukan"],
            ),
            oleh=oleh,
        )
        for ukuran in satu["iku"]:
            iku = simpan_iku(iku=_iku(sasaran, ukuran), triwulan=_triwulan(ukuran), oleh=oleh)
            Indikator.objects.filter(rencana__skp__pegawai=camat, uraian=iku.uraian).update(iku=iku)
    if tanggal <= hari_ini():
        tandatangani(perjanjian=perjanjian, oleh=oleh, nomor=isi["nomor"], tanggal=tanggal)


def _iku(sasaran: Sasaran, ukuran: dict[str, Any]) -> IndikatorUtama:
    return IndikatorUtama(
        sasaran=sasaran,
        uraian=ukuran["uraian"],
        satuan=ukuran["satuan"],
        target=Decimal(ukuran["target"]),
        target_atas=angka(ukuran.get("target_atas")),
    )


def _triwulan(ukuran: dict[str, Any]) -> dict[int, IsiTriwulan]:
    return {
        nomor: IsiTriwulan(uraian, Decimal(bawah), Decimal(atas[0]) if atas else None)
        for nomor, (uraian, bawah, *atas) in enumerate(ukuran["triwulan"], start=1)
    }


def _isi_capaian(camat: Pegawai) -> None:
    periode = Periode.objects.get(kode=PERIODE_DINILAI)
    if hari_ini() < periode.selesai:
        return
    for kode, (email, predikat, dasar) in _CAPAIAN.items():
        oleh = Pengguna.objects.get(email=email) if email else akun_milik(camat)
        unit = UnitKerja.objects.get(kode=kode)
        tetapkan_capaian(unit=unit, periode=periode, oleh=oleh, predikat=predikat, dasar=dasar)
