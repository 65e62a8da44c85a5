"""The named people of the tests: one office in which everybody stands in a known relation to *pegawai*.

Everything lies around ``SAAT`` (15 September 2026, 09.00 WIB); ``UjiKantor`` lets the office's clock stand there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client, TestCase, override_settings

from kinerja.enums import StatusRun, StatusSKP
from kinerja.models import SKP, Evaluasi, PenilaianPerilaku, Periode, Realisasi, RunEvaluasi
from kinerja.perhitungan import Rating
from kinerja.proses import buka_run, catat_keputusan_luar, catat_persetujuan_luar, kerjakan_run, putuskan, tetapkan
from rakumpit.dokumen.kode import buat_kode
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import (
    ImporPegawai,
    Pegawai,
    PejabatLuar,
    Pengguna,
    ProgramPelayanan,
    UnitKerja,
)
from survei import proses as proses_survei
from survei.enums import StatusSurvei
from survei.models import Survei
from tests import pabrik
from tests.forum.isi_diskusi import isi_diskusi
from tests.forum.isi_laporan import isi_laporan as isi_laporan_warga
from tests.forum.isi_sesi import isi_sesi
from tests.kinerja.isi_angka_kredit import isi_angka_kredit
from tests.kinerja.isi_atas_nama import isi_atas_nama
from tests.kinerja.isi_bukti import isi_bukti
from tests.kinerja.isi_catatan import isi_catatan
from tests.kinerja.isi_dukungan import isi_dukungan
from tests.kinerja.isi_ikhtisar import isi_ikhtisar
from tests.kinerja.isi_inovasi import isi_inovasi
from tests.kinerja.isi_keadaan import isi_keadaan
from tests.kinerja.isi_keberatan import isi_keberatan
from tests.kinerja.isi_laporan_data import isi_laporan_data
from tests.kinerja.isi_nilai import isi_nilai
from tests.kinerja.isi_pembinaan import isi_pembinaan
from tests.kinerja.isi_perencanaan import isi_perencanaan
from tests.kinerja.isi_plh import isi_plh
from tests.kinerja.isi_salinan import isi_salinan
from tests.kinerja.isi_skp import isi_skp
from tests.kinerja.isi_umpan_balik import isi_umpan_balik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.pelatihan.isi_kantor import isi_pelatihan
from tests.pelatihan.isi_kantor_sertifikat import isi_sertifikat_kegiatan
from tests.pelatihan.isi_praktik import isi_praktik_kantor
from tests.survei.dasar import SAAT, pada
from tests.survei.isi_kertas import isi_kertas
from tests.survei.isi_laporan import isi_laporan
from tests.survei.isi_loket import isi_loket
from tests.survei.isi_penyusun import isi_penyusun
from tests.survei.isi_teks import isi_teks
from tests.survei.isi_tema import isi_tema
from tests.survei.isi_tindak_lanjut import isi_tindak_lanjut

ANONIM = "anonim"
WARGA = "warga"
PEGAWAI = "pegawai"
ATASAN = "atasan"
ATASAN_KEDUA = "atasan_kedua"
REKAN = "rekan"
PENGELOLA = "pengelola"
PEMERIKSA = "pemeriksa"
ADMIN_TEKNIS = "admin_teknis"
PEJABAT_LUAR = "pejabat_luar"

# Words that stand only in scores, reasons and answers; they must never reach the technical admin.
RAHASIA = (
    "alasan-rahasia-41",
    "catatan-rahasia-42",
    "saran-rahasia-43",
    "perilaku-rahasia-44",
    "umpan-balik-rahasia-45",
)
PDF = b"%PDF-1.4 surat"


class Sebutan(dict[str, tuple[Any, ...]]):
    """Arguments of addresses by name; a name that two features give to different objects would hide one of them."""

    def __setitem__(self, nama: str, nilai: tuple[Any, ...]) -> None:
        if nama in self and self[nama] != nilai:
            raise ValueError(f"«{nama}» sudah menyebut objek lain. Pilih nama lain.")
        super().__setitem__(nama, nilai)

    def __ior__(self, lain: Any) -> Sebutan:  # type: ignore[override,misc]  # only mappings are added here
        for nama, nilai in dict(lain).items():
            self[nama] = nilai
        return self


@dataclass
class KantorBernama:
    """The office with its named people and one object of each kind and state.

    * ``warga``: an account without a person; ``pegawai``: staff of a seksi, owner of the objects;
    * ``atasan``: head of that seksi; ``atasan_kedua``: the camat; ``rekan``: staff of another seksi;
    * ``pengelola``, ``pemeriksa``, ``admin_teknis``: accounts with that role only;
    * ``pejabat_luar``: the Sekretaris Daerah, with an account; rates the camat and leads the city above.

    ``objek`` maps the name of an object to the arguments of its address.
    """

    orang: dict[str, Pengguna]
    kantor: Kantor
    objek: Sebutan = field(default_factory=Sebutan)
    evaluasi: dict[str, Evaluasi] = field(default_factory=dict)
    skp: dict[str, SKP] = field(default_factory=dict)
    survei: dict[str, Survei] = field(default_factory=dict)
    contoh: dict[str, Any] = field(default_factory=dict)

    @property
    def pegawai(self) -> Pegawai:
        return self.kantor.staf[0]


def siapkan_kantor() -> KantorBernama:
    """Build the office; call it while the clock stands at ``SAAT``."""
    kantor = buat_kantor(jumlah_staf=1)
    staf = kantor.staf[0]
    kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
    kantor.sekda.save()
    seksi_lain = pabrik.buat_unit(nama="Seksi Pemerintahan", induk=kantor.kecamatan)
    rekan = pabrik.buat_pegawai(seksi_lain, nama="Rekan")
    k = KantorBernama(
        orang={
            WARGA: pabrik.buat_pengguna(nama="Warga", nip=None, email="warga@contoh.example"),
            PEGAWAI: akun(staf),
            ATASAN: akun(kantor.kasi),
            ATASAN_KEDUA: akun(kantor.camat),
            REKAN: akun(rekan),
            PENGELOLA: kantor.pengelola,
            PEMERIKSA: pabrik.buat_pengguna(nama="Pemeriksa", pemeriksa=True),
            ADMIN_TEKNIS: pabrik.buat_pengguna(nama="Admin", admin_teknis=True),
            PEJABAT_LUAR: kantor.sekda.pengguna,
        },
        kantor=kantor,
    )
    camat_lain = _kantor_tetangga()
    _isi_skp(k, camat_lain)
    _isi_penilaian(k, camat_lain)
    isi_bukti(k)
    isi_dukungan(k)
    isi_laporan_data(k)
    isi_catatan(k)
    isi_atas_nama(k)
    isi_skp(k)
    _isi_survei(k)
    isi_loket(k)
    isi_kertas(k)
    isi_penyusun(k.objek, k.kantor.pengelola)
    isi_teks(k)
    isi_tindak_lanjut(k)
    isi_laporan(k)
    _isi_organisasi(k, rekan, seksi_lain)
    isi_umpan_balik(k)
    isi_inovasi(k)
    isi_ikhtisar(k)
    isi_nilai(k)
    isi_perencanaan(k)
    isi_angka_kredit(k)
    isi_salinan(k)
    isi_keberatan(k)
    isi_plh(k)
    isi_pembinaan(k)
    isi_keadaan(k)
    isi_pelatihan(k)
    isi_praktik_kantor(k)
    isi_sertifikat_kegiatan(k)
    isi_laporan_warga(k)
    isi_diskusi(k)
    isi_sesi(k)
    return k


def _kantor_tetangga() -> Pegawai:
    """A camat whose superior outside the office has no account: decisions about him come by letter."""
    kota = pabrik.buat_unit(jenis=JenisUnit.KOTA.value, nama="Kota Lain")
    kecamatan = pabrik.buat_unit(jenis=JenisUnit.KECAMATAN.value, nama="Kecamatan Lain", induk=kota)
    pabrik.buat_pejabat_luar(kota, nama="Asisten")
    return pabrik.buat_pegawai(kecamatan, memimpin=True, nama="Camat Lain")


def _skp(pegawai: Pegawai, tahun: int, penilai: Pegawai | PejabatLuar | None = None, **ubah: Any) -> SKP:
    skp = pabrik.buat_skp(pegawai, penilai=penilai, mulai=date(tahun, 1, 1), selesai=date(tahun, 12, 31), **ubah)
    pabrik.buat_indikator(skp)
    return skp


def _isi_skp(k: KantorBernama, camat_lain: Pegawai) -> None:
    kantor, diajukan = k.kantor, StatusSKP.DIAJUKAN.value
    asisten = PejabatLuar.objects.get(nama="Asisten")
    skp_surat = _skp(camat_lain, 2026, asisten, status=diajukan)
    catat_persetujuan_luar(
        skp=skp_surat, oleh=kantor.pengelola, surat_nomor="1/2026", pindaian=ContentFile(PDF, name="surat.pdf")
    )
    k.skp = {
        "skp_setuju": SKP.objects.get(pegawai=k.pegawai),
        "skp_draf": _skp(k.pegawai, 2027),
        "skp_diajukan": _skp(k.pegawai, 2028, kantor.kasi, status=diajukan),
        "skp_camat": _skp(kantor.camat, 2027, kantor.sekda, status=diajukan),
        "skp_luar": _skp(camat_lain, 2027, asisten, status=diajukan),
        "skp_pindaian": skp_surat,
    }
    for nama, skp in k.skp.items():
        rencana = skp.rencana.get()
        akhiran = nama.removeprefix("skp_")
        k.objek |= {
            nama: (skp.uuid,),
            f"rencana_{akhiran}": (rencana.uuid,),
            f"indikator_{akhiran}": (rencana.indikator.get().uuid,),
        }


def _isi_penilaian(k: KantorBernama, camat_lain: Pegawai) -> None:
    kantor = k.kantor
    atasan = k.orang[ATASAN]
    indikator = kantor.indikator[k.pegawai.pk]
    periode = {
        "final": _periode("tw1-2026", "Triwulan I 2026", date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 10)),
        "diputus": _periode("tw2-2026", "Triwulan II 2026", date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 10)),
        "menunggu": kantor.periode,
    }
    for keadaan, satu in periode.items():
        Realisasi.objects.update_or_create(
            indikator=indikator, periode=satu, defaults={"nilai": Decimal(95), "catatan": RAHASIA[1]}
        )
        for nilai, (rating, _) in SEMUA_SESUAI.items():
            PenilaianPerilaku.objects.create(
                pegawai=k.pegawai,
                periode=satu,
                penilai=kantor.kasi,
                nilai_dasar=nilai,
                rating=rating,
                catatan=RAHASIA[3],
            )
        run = buka_run(periode=satu)
        kerjakan_run(run.pk)
        k.evaluasi[f"eval_{keadaan}"] = _evaluasi(k.pegawai, satu)
        k.objek[f"realisasi_{keadaan}"] = (indikator.uuid, satu.kode)
        k.objek[f"periode_{keadaan}"] = (satu.kode,)
        k.objek[f"run_{keadaan}"] = (run.uuid,)
    for nama in ("eval_diputus", "eval_final"):
        k.evaluasi[nama] = putuskan(
            evaluasi=k.evaluasi[nama],
            oleh=atasan,
            rating_hasil=Rating.DI_ATAS.value,
            rating_perilaku=Rating.SESUAI.value,
            alasan=RAHASIA[0],
            versi=k.evaluasi[nama].versi,
        )
    k.evaluasi["eval_final"] = tetapkan(
        evaluasi=k.evaluasi["eval_final"], oleh=atasan, versi=k.evaluasi["eval_final"].versi
    )
    k.evaluasi["eval_camat"] = _evaluasi(kantor.camat, periode["menunggu"])
    k.evaluasi["eval_luar"] = _evaluasi(camat_lain, periode["diputus"])
    berpindaian = _evaluasi(camat_lain, periode["final"])
    k.evaluasi["eval_pindaian"] = catat_keputusan_luar(
        evaluasi=berpindaian,
        oleh=kantor.pengelola,
        rating_hasil=Rating.SESUAI.value,
        rating_perilaku=Rating.SESUAI.value,
        alasan=RAHASIA[0],
        surat_nomor="2/2026",
        pindaian=ContentFile(PDF, name="surat.pdf"),
        versi=berpindaian.versi,
    )
    k.objek |= {nama: (satu.uuid,) for nama, satu in k.evaluasi.items()}
    # A run that waits for somebody to accept its failures.
    galat = buka_run(periode=periode["final"], unit=kantor.seksi)
    RunEvaluasi.objects.filter(pk=galat.pk).update(status=StatusRun.SELESAI_DENGAN_GALAT.value)
    k.objek["run_galat"] = (galat.uuid,)


def _periode(kode: str, nama: str, mulai: date, selesai: date, batas: date) -> Periode:
    return pabrik.buat_periode(kode=kode, nama=nama, mulai=mulai, selesai=selesai, batas_isi=batas)


def _evaluasi(pegawai: Pegawai, periode: Periode) -> Evaluasi:
    return Evaluasi.objects.select_related("pegawai").get(pegawai=pegawai, periode=periode, terbaru=True)


def _isi_survei(k: KantorBernama) -> None:
    unit, oleh = k.kantor.seksi, k.kantor.pengelola
    for status in StatusSurvei:
        survei = pabrik.buat_survei(unit, kode=f"skm-{status.value}")
        respons = [pabrik.buat_respons(survei, saran=RAHASIA[2] if i == 0 else "") for i in range(12)]
        proses_survei.hitung_ulang_seluruhnya(survei_id=survei.pk)
        if status is StatusSurvei.DRAF:
            Survei.objects.filter(pk=survei.pk).update(status=status.value)
        else:
            for batas, langkah in (
                (StatusSurvei.DITUTUP, proses_survei.tutup),
                (StatusSurvei.DIKUNCI, proses_survei.kunci),
                (StatusSurvei.DIPUBLIKASI, proses_survei.publikasikan),
            ):
                if list(StatusSurvei).index(status) >= list(StatusSurvei).index(batas):
                    langkah(survei=Survei.objects.get(pk=survei.pk), oleh=oleh)
        k.survei[f"survei_{status.value}"] = Survei.objects.get(pk=survei.pk)
        k.objek[f"survei_{status.value}"] = (survei.uuid,)
        k.contoh[f"respons_{status.value}"] = respons[0]
    isi_tema(k)


def _isi_organisasi(k: KantorBernama, rekan: Pegawai, seksi_lain: UnitKerja) -> None:
    plt = pabrik.tugaskan(
        rekan, pabrik.buat_jabatan(seksi_lain), sifat=SifatPenugasan.PLT.value, mulai=date(2026, 8, 1)
    )
    impor = ImporPegawai.objects.create(nama_berkas="pegawai.csv", sidik="0" * 64, oleh=k.kantor.pengelola)
    notifikasi = Notifikasi.objects.create(
        penerima=k.orang[PEGAWAI], kunci="contoh", judul="Contoh", tautan="/kinerja/saya/"
    )
    program = ProgramPelayanan.objects.create(
        nama="Jemput bola", unit=k.kantor.seksi, pemilik=k.pegawai, mulai=date(2026, 1, 1), selesai=date(2026, 12, 31)
    )
    # Rows of the libraries, of somebody who plays no part.
    lain = pabrik.buat_pengguna(nama="Orang lain", email="lain@contoh.example")
    Group.objects.create(name="kelompok")
    EmailAddress.objects.create(user=lain, email="lain@contoh.example")
    Authenticator.objects.create(user=lain, type=Authenticator.Type.TOTP, data={"secret": ""})
    UserSession.objects.create(user=lain, ip="127.0.0.1", user_agent="peramban", session_key="kunci")
    k.contoh |= {"jabatan_kosong": pabrik.buat_jabatan(k.kantor.seksi, nama="Jabatan kosong"), "rekan": rekan}
    k.objek |= {
        "pegawai": (k.pegawai.uuid,),
        "penugasan": (plt.uuid,),
        "impor": (impor.uuid,),
        "notifikasi": (notifikasi.uuid,),
        "program": (program.uuid,),
        "dokumen": (pabrik.buat_dokumen().kode,),
        "dokumen_palsu": (buat_kode(),),
    }


# The library would write the last activity of a session with every request: a third of the time of the big tables.
@override_settings(USERSESSIONS_TRACK_ACTIVITY=False)
class UjiKantor(TestCase):
    """The office of named people, built once per class; ``klien(peran)`` is a signed-in client."""

    k: KantorBernama
    kue: dict[str, Any]

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.k = siapkan_kantor()
        cls.kue = {ANONIM: None}
        for nama, pengguna in cls.k.orang.items():
            klien = Client()
            klien.force_login(pengguna)
            cls.kue[nama] = klien.cookies["sessionid"].value

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def klien(self, peran: str) -> Client:
        """A fresh client with the session of that person."""
        klien = Client()
        if self.kue[peran] is not None:
            klien.cookies["sessionid"] = self.kue[peran]
        return klien
