"""Rows in the states that the other objects of the tables of rights do not have; call it last.

By process where a process leads there today; as it was written earlier where only time leads there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.utils import timezone

from kinerja.enums import StatusPenilai
from kinerja.models import (
    AturanAngkaKredit,
    AturanTindakLanjut,
    Bukti,
    CatatanHarian,
    Evaluasi,
    Indikator,
    IsianAtasNama,
    Keberatan,
    KirimanBukti,
    PenetapanAngkaKredit,
    PenilaiDiminta,
    Periode,
    Realisasi,
    RencanaPembinaan,
)
from kinerja.perhitungan import NilaiDasar, Rating
from kinerja.proses.angka_kredit import batalkan_angka_kredit, tetapkan_angka_kredit
from kinerja.proses.atas_nama import ketik_atas_nama
from kinerja.proses.bukti import batalkan_bukti
from kinerja.proses.catatan import IsiCatatan, batalkan_catatan
from kinerja.proses.dialog import IsiDialog, catat_dialog, sahkan_dialog
from kinerja.proses.keputusan_pembinaan import SuratPembinaan, catat_keputusan_pembinaan
from kinerja.proses.pembinaan import simpan_pembinaan, tinjau_pembinaan
from kinerja.proses.penilai_diminta import nilai_sebagai_rekan
from kinerja.proses.rekomendasi import batalkan_rekomendasi, isi_rekomendasi, minta_rekomendasi
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.isi_keberatan import finalkan
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

# A day of each period that is no longer simply open, for notes and results.
HARI_DIBUKA, HARI_DITUTUP = date(2025, 5, 5), date(2026, 6, 10)
_RAHASIA = "catatan-rahasia-42"


def isi_keadaan(k: KantorBernama) -> None:
    _masa_isi(k)
    _atas_nama(k)
    _pembinaan(k)
    _permintaan(k)
    _dialog(k)
    _angka_kredit(k)
    _plh(k)


def _masa_isi(k: KantorBernama) -> None:
    """Notes, results and evidence of *pegawai* in a reopened, a closed and a final period, and voided ones."""
    dibuka = pabrik.buat_periode(
        kode="tw2-2025",
        nama="Triwulan II 2025",
        mulai=date(2025, 4, 1),
        selesai=date(2025, 6, 30),
        batas_isi=date(2025, 7, 10),
        dibuka_kembali_sampai=date(2026, 9, 30),
        alasan_dibuka_kembali="Jaringan putus.",
    )
    oleh, indikator = akun(k.pegawai), k.kantor.indikator[k.pegawai.pk]
    tempat: dict[str, tuple[Indikator, Periode]] = {
        "_dibuka": (Indikator.objects.get(rencana__skp=k.skp["skp_selesai"]), dibuka),
        "_ditutup": (indikator, k.evaluasi["eval_diputus"].periode),
        "_final": (indikator, k.evaluasi["eval_final"].periode),
        "_batal": (indikator, k.kantor.periode),
    }
    hari = {"_dibuka": HARI_DIBUKA, "_ditutup": HARI_DITUTUP, "_batal": hari_ini()}
    Realisasi.objects.create(indikator=tempat["_dibuka"][0], periode=dibuka, nilai=95, catatan=_RAHASIA)
    k.objek["realisasi_dibuka"] = (tempat["_dibuka"][0].uuid, dibuka.kode)
    for akhiran, satu_hari in hari.items():
        catatan = CatatanHarian.objects.create(
            pegawai=k.pegawai, kiriman_id=uuid4(), tanggal=satu_hari, uraian=_RAHASIA, diisi_oleh=oleh
        )
        satu_indikator, periode = tempat[akhiran]
        bukti = Bukti.objects.create(
            pegawai=k.pegawai,
            indikator=satu_indikator,
            periode=periode,
            diunggah_oleh=oleh,
            judul=_RAHASIA,
            jenis="tautan",
            tautan=f"https://contoh.example/{_RAHASIA}",
        )
        k.objek |= {f"catatan{akhiran}": (catatan.uuid,), f"bukti{akhiran}": (bukti.uuid,)}
    batalkan_catatan(catatan=catatan, oleh=oleh, alasan="Salah tanggal.")
    batalkan_bukti(bukti=bukti, oleh=oleh, alasan="Salah berkas.")
    for akhiran in ("_dibuka", "_ditutup", "_final"):
        satu_indikator, periode = tempat[akhiran]
        kurang = KirimanBukti.objects.create(pegawai=k.pegawai, indikator=satu_indikator, periode=periode, jumlah=2)
        k.objek[f"kiriman_bukti{akhiran}"] = (kurang.uuid,)


def _atas_nama(k: KantorBernama) -> None:
    """Entries that still wait, but for a closed day, and past their last day before the sweep has seen them."""
    rekan = _rekan_seksi(k)
    for arah, pemilik, pengisi, uraian in (
        ("untuk", k.pegawai, rekan, _RAHASIA),
        ("oleh", rekan, k.pegawai, "Mengantar surat."),
    ):
        for akhiran in ("_tutup", "_lewat"):
            isi = IsiCatatan(hari_ini(), uraian)
            satu = ketik_atas_nama(pemilik=pemilik, oleh=akun(pengisi), kiriman_id=uuid4(), isi=isi)
            ubah = {"berlaku_sampai": date(2026, 9, 14)}
            if akhiran == "_tutup":
                ubah = {"isi": satu.isi | {"tanggal": HARI_DITUTUP.isoformat()}}
            IsianAtasNama.objects.filter(pk=satu.pk).update(**ubah)
            k.objek[f"isian_{arah}_pegawai{akhiran}"] = (satu.uuid,)


def _rekan_seksi(k: KantorBernama) -> Pegawai:
    return Pegawai.objects.get(uuid=k.objek["orang_rekan_seksi"][0])


def _pembinaan(k: KantorBernama) -> None:
    """Low results of *atasan*, decided by *atasan_kedua*; and one of *pegawai* with an open objection."""
    kasi, camat = k.kantor.kasi, akun(k.kantor.camat)
    periode = {satu.kode: satu for satu in Periode.objects.filter(kode__startswith="bulan-")}
    rencana: dict[str, Any] = {
        "sasaran": "alasan-rahasia-41",
        "langkah": "Diperiksa bersama.",
        "tinjau_pada": date(2026, 12, 15),
    }
    baris = {
        akhiran: finalkan(kasi, periode[f"bulan-{bulan}-2026"], camat)
        for bulan, akhiran in enumerate(("_tanpa", "_nanti", "_ditinjau", "_belum"), 1)
    }
    simpan_pembinaan(evaluasi=baris["_nanti"], oleh=camat, mulai=date(2026, 10, 1), **rencana)
    simpan_pembinaan(evaluasi=baris["_ditinjau"], oleh=camat, mulai=hari_ini(), **rencana)
    tinjau_pembinaan(evaluasi=baris["_ditinjau"], oleh=camat, hasil="membaik", catatan="alasan-rahasia-41")
    simpan_pembinaan(evaluasi=baris["_belum"], oleh=camat, mulai=hari_ini(), **rencana)
    tinjau_pembinaan(evaluasi=baris["_belum"], oleh=camat, hasil="belum", catatan="alasan-rahasia-41")
    keputusan = catat_keputusan_pembinaan(
        evaluasi=baris["_belum"],
        oleh=k.kantor.pengelola,
        surat=SuratPembinaan("uji", hari_ini(), "5/2026", "Sekretaris Daerah", "alasan-rahasia-41"),
        pindaian=ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
    )
    k.objek["keputusan_pembinaan"] = (keputusan.uuid,)
    baris["_keberatan"] = Keberatan.objects.get(uuid=k.objek["keberatan_baru"][0]).evaluasi
    # As it was written before the objection was made.
    RencanaPembinaan.objects.create(
        evaluasi=baris["_keberatan"],
        aturan=AturanTindakLanjut.objects.pada(hari_ini()),
        mulai=hari_ini(),
        dibuat_oleh=akun(kasi),
        diubah=timezone.now(),
        diubah_oleh=akun(kasi),
        **rencana,
    )
    k.objek |= {f"eval_rendah{akhiran}": (satu.uuid,) for akhiran, satu in baris.items()}


def _permintaan(k: KantorBernama) -> None:
    """Requests to *rekan*: answered, cancelled, and each state again for somebody who is already decided upon."""
    periode, rekan = k.kantor.periode, k.contoh["rekan"]
    camat_lain = k.evaluasi["eval_pindaian"].pegawai
    for nama, pegawai, satu_periode, status in (
        ("permintaan_rekan_diisi", _rekan_seksi(k), periode, StatusPenilai.DIMINTA),
        ("permintaan_rekan_batal", k.kantor.camat, periode, StatusPenilai.DIBATALKAN),
        ("permintaan_diputus", k.pegawai, k.evaluasi["eval_diputus"].periode, StatusPenilai.DIMINTA),
        ("permintaan_diputus_diisi", k.pegawai, k.evaluasi["eval_final"].periode, StatusPenilai.DIISI),
        ("permintaan_diputus_batal", camat_lain, k.evaluasi["eval_pindaian"].periode, StatusPenilai.DIBATALKAN),
    ):
        satu = PenilaiDiminta.objects.create(
            pegawai=pegawai,
            periode=satu_periode,
            penilai=rekan,
            sebagai="rekan",
            status=status.value,
            diminta_oleh=k.orang["atasan"],
        )
        k.objek[nama] = (satu.uuid,)
        if nama == "permintaan_rekan_diisi":
            penilaian = {nilai.value: (Rating.DI_BAWAH.value, "Surat sering terlambat.") for nilai in NilaiDasar}
            nilai_sebagai_rekan(permintaan=satu, oleh=akun(rekan), penilaian=penilaian)
    _rekomendasi(k)
    for keadaan in ("menunggu", "diputus", "final"):
        k.objek[f"penilai_{keadaan}"] = (k.evaluasi[f"eval_{keadaan}"].periode.kode, k.pegawai.uuid)


def _rekomendasi(k: KantorBernama) -> None:
    """About *pegawai*, asked of *rekan* and two others by *atasan*: open, answered, taken back."""
    for akhiran, dari in (
        ("", k.contoh["rekan"]),
        ("_diisi", k.kantor.camat),
        ("_batal", _rekan_seksi(k)),
    ):
        satu = minta_rekomendasi(
            pegawai=k.pegawai,
            periode=k.kantor.periode,
            oleh=k.orang["atasan"],
            dari=dari,
            peran="ketua_tim",
            tugas="Tim pendataan rumah.",
        )
        k.objek[f"rekomendasi{akhiran}"] = (satu.uuid,)
        k.contoh[f"rekomendasi{akhiran}"] = satu
    isi_rekomendasi(rekomendasi=k.contoh["rekomendasi_diisi"], oleh=akun(k.kantor.camat), isi="umpan-balik-rahasia-45")
    batalkan_rekomendasi(rekomendasi=k.contoh["rekomendasi_batal"], oleh=k.orang["atasan"])


def _dialog(k: KantorBernama) -> None:
    """Recorded by *atasan*; recorded by *pegawai* and confirmed by *atasan*."""
    atasan, isi = k.orang["atasan"], IsiDialog("perencanaan", "Target.", "Printer.")
    baris = {
        "_atasan": catat_dialog(pegawai=k.pegawai, oleh=atasan, tanggal=hari_ini(), isi=isi),
        "_disahkan": catat_dialog(
            pegawai=k.pegawai, oleh=akun(k.pegawai), tanggal=hari_ini(), isi=replace(isi, kesepakatan="Dua printer.")
        ),
    }
    sahkan_dialog(dialog=baris["_disahkan"], oleh=atasan, tanggapan="", versi=1)
    k.objek |= {f"dialog{akhiran}": (satu.uuid,) for akhiran, satu in baris.items()}


def _angka_kredit(k: KantorBernama) -> None:
    """One that was voided, and one whose evaluation was corrected afterwards."""
    atasan = k.orang["atasan"]
    februari = date(2026, 2, 1)
    batal = tetapkan_angka_kredit(evaluasi=k.evaluasi["eval_final"], oleh=atasan, mulai=februari, sampai=februari)
    batalkan_angka_kredit(penetapan=batal, oleh=atasan, alasan="alasan-rahasia-41")
    lama: Evaluasi = k.contoh["keberatan_diputus"].evaluasi
    aturan = AturanAngkaKredit.objects.pada(hari_ini())
    dikoreksi = PenetapanAngkaKredit.objects.create(
        pegawai=k.pegawai,
        evaluasi=lama,
        aturan=aturan,
        jenjang=batal.jenjang,
        mulai=date(2026, 6, 1),
        selesai=date(2026, 6, 30),
        bulan=1,
        predikat=lama.predikat,
        persen=aturan.persen(lama.predikat),
        koefisien=batal.koefisien,
        ditetapkan_oleh=atasan,
        ditetapkan_pada=timezone.now(),
    )
    k.objek |= {"angka_kredit_batal": (batal.uuid,), "angka_kredit_dikoreksi": (dikoreksi.uuid,)}


def _plh(k: KantorBernama) -> None:
    """A Plh. that is over and one of today, of a post that *atasan* holds as Plt. in a seksi without other staff."""
    seksi = pabrik.buat_unit(nama="Seksi Trantib", induk=k.kantor.kecamatan)
    kursi = pabrik.buat_jabatan(seksi, memimpin=True)
    pabrik.tugaskan(k.kantor.kasi, kursi, sifat=SifatPenugasan.PLT.value, mulai=date(2026, 8, 1))
    pelaksana = pabrik.buat_pegawai(seksi, nama="Pelaksana Trantib")
    kode: dict[str, tuple[UUID]] = {}
    for nama, mulai, selesai in (
        ("plh_lewat", date(2026, 9, 1), date(2026, 9, 5)),
        ("plh_berjalan", date(2026, 9, 14), date(2026, 9, 18)),
    ):
        satu = pabrik.tugaskan(pelaksana, kursi, sifat=SifatPenugasan.PLH.value, mulai=mulai, selesai=selesai)
        kode[nama] = (satu.uuid,)
    k.objek |= kode
