"""The sample office of the browser tests: the one that ``make demo`` shows, and the states that it does not contain."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.test import Client, override_settings

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Evaluasi, EvaluasiArsip, Indikator, PenilaiDiminta, Periode, RunEvaluasi
from kinerja.proses import buka_run, kerjakan_run, putuskan, revisi_baru
from kinerja.proses.rekomendasi import minta_rekomendasi
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.proses.catat import catat_hasil
from rakumpit.contoh import muat
from rakumpit.contoh.akun import PERAN_LAIN, PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.dokumen.kode import buat_kode
from rakumpit.dokumen.proses import batalkan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import WIB
from survei import proses as proses_survei
from survei.enums import StatusSurvei
from survei.models import Respons, Survei, TemaSaran
from survei.proses.tema import tandai_saran, terbitkan_kutipan
from tests import pabrik
from tests.dasar import Sebutan
from tests.peramban.dasar import UjiPeramban
from tests.peramban.isi_skp import isi_skp
from tests.peramban.kantor_angka_kredit import isi_angka_kredit
from tests.peramban.kantor_atas_nama import isi_atas_nama
from tests.peramban.kantor_bukti import isi_bukti
from tests.peramban.kantor_catatan import isi_catatan
from tests.peramban.kantor_diskusi import isi_diskusi
from tests.peramban.kantor_dukungan import isi_dukungan
from tests.peramban.kantor_forum_laporan import isi_laporan_warga
from tests.peramban.kantor_forum_sesi import isi_forum_sesi
from tests.peramban.kantor_hadir import isi_hadir
from tests.peramban.kantor_inovasi import isi_inovasi
from tests.peramban.kantor_keberatan import isi_keberatan
from tests.peramban.kantor_laporan_data import isi_laporan_data
from tests.peramban.kantor_pelatihan import isi_pelatihan
from tests.peramban.kantor_pembinaan import isi_pembinaan
from tests.peramban.kantor_perencanaan import isi_perencanaan
from tests.peramban.kantor_plh import isi_plh
from tests.peramban.kantor_salinan import isi_salinan
from tests.peramban.kantor_survei_kertas import isi_kertas
from tests.peramban.kantor_survei_loket import isi_loket
from tests.peramban.kantor_survei_penyusun import isi_bebas
from tests.peramban.kantor_survei_tindak_lanjut import isi_tindak_lanjut
from tests.peramban.kantor_umpan_balik import isi_umpan_balik

# Nobody's account, and the one without a password of its own (it can only be given by the page for that).
TANPA_AKUN = ""
TANPA_SANDI = "tanpa_sandi"


@dataclass
class Kantor:
    """Accounts by role, and the arguments of the addresses under the names that the table of rights uses too."""

    orang: dict[str, Pengguna] = field(default_factory=dict)
    objek: Sebutan = field(default_factory=Sebutan)
    _kue: dict[tuple[str, bool], str] = field(default_factory=dict)

    def argumen(self, nama: str) -> tuple[Any, ...]:
        """Arguments of an address; «admin:app.model» names the first row of that model."""
        if nama.startswith("admin:"):
            baris = apps.get_model(nama.removeprefix("admin:"))._default_manager.order_by("pk").first()
            if baris is None:
                raise LookupError(f"{nama}: kantor contoh tidak punya barisnya")
            return (baris.pk,)
        return self.objek[nama] if nama else ()

    def kue(self, peran: str, *, baru_masuk: bool) -> str:
        """Value of the session cookie of that account; ``baru_masuk``: it has typed its password a moment ago."""
        kunci = (peran, baru_masuk)
        # The library asks for the password again after five minutes, so this session is always a new one.
        if baru_masuk or kunci not in self._kue:
            klien = Client()
            # Read anew: a session holds only for the password of now.
            akun = Pengguna.objects.get(pk=self.orang[peran].pk)
            klien.force_login(akun)
            if baru_masuk:
                sesi = klien.session
                sesi["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
                sesi["account_authentication_methods_user"] = str(akun.pk)
                sesi.save()
            self._kue[kunci] = klien.cookies["sessionid"].value
        return self._kue[kunci]

    def lupakan(self, peran: str) -> None:
        """Sign that account in anew at the next visit, under whichever role: its password has changed."""
        akun = self.orang[peran]
        self._kue = {kunci: nilai for kunci, nilai in self._kue.items() if self.orang[kunci[0]] != akun}


def siapkan_kantor() -> Kantor:
    """Load the sample office, decide what its raters decide, and add one object for each state that is missing."""
    muat.muat_kantor()
    kerjakan_run(muat.buka_penilaian().pk)
    muat.putuskan_penilaian()
    nomor = pegawai_bernomor()
    kantor = Kantor()
    kantor.orang = {nama: akun_milik(nomor[no]) for nama, no in PERAN_PEGAWAI.items()}
    kantor.orang |= {nama: Pengguna.objects.get(email=email) for nama, email in PERAN_LAIN.items()}
    _isi_akun(kantor, nomor)
    _isi_skp(kantor, nomor)
    _isi_penilaian(kantor, nomor)
    isi_bukti(kantor)
    isi_dukungan(kantor)
    isi_laporan_data(kantor)
    isi_angka_kredit(kantor, nomor)
    isi_salinan(kantor)
    isi_catatan(kantor)
    isi_umpan_balik(kantor)
    isi_inovasi(kantor)
    isi_keberatan(kantor, nomor)
    isi_atas_nama(kantor)
    isi_plh(kantor, nomor)
    isi_pembinaan(kantor)
    isi_pelatihan(kantor)
    isi_hadir(kantor)
    _isi_survei(kantor)
    isi_loket(kantor)
    isi_kertas(kantor)
    isi_bebas(kantor)
    isi_tindak_lanjut(kantor)
    isi_laporan_warga(kantor)
    isi_diskusi(kantor)
    isi_forum_sesi(kantor)
    _isi_organisasi(kantor)
    isi_perencanaan(kantor, *(nomor[PERAN_PEGAWAI[satu]] for satu in ("camat", "kasi", "pegawai")))
    return kantor


def _isi_akun(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    lurah = kantor.orang["lurah"]
    TOTP.activate(lurah, generate_totp_secret())
    RecoveryCodes.activate(lurah)
    tanpa = akun_milik(nomor[20])
    tanpa.set_unusable_password()
    tanpa.save()
    kantor.orang[TANPA_SANDI] = tanpa
    pegawai = kantor.orang["pegawai"]
    kantor.objek |= {
        "kunci_palsu": ("1", "abc-def"),
        "kunci": (user_pk_to_url_str(pegawai), default_token_generator.make_token(pegawai)),
    }


def _isi_skp(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    pegawai, rekan, camat = nomor[PERAN_PEGAWAI["pegawai"]], nomor[19], nomor[PERAN_PEGAWAI["camat"]]
    setuju = SKP.objects.filter(pegawai=pegawai).order_by("-mulai")[0]
    kantor.objek["skp_setuju"] = (setuju.uuid,)
    penilai = SKP.objects.filter(pegawai=rekan).order_by("-mulai")[0].penilai
    assert penilai is not None
    kantor.orang["atasan"] = akun_milik(penilai)
    tahun: dict[str, Any] = {"mulai": date(2027, 1, 1), "selesai": date(2027, 12, 31)}
    baru = {
        "draf": pabrik.buat_skp(pegawai, **tahun),
        "diajukan": pabrik.buat_skp(rekan, penilai=penilai, **tahun | {"status": StatusSKP.DIAJUKAN.value}),
        "luar": pabrik.buat_skp(
            camat, penilai=PejabatLuar.objects.order_by("pk")[0], **tahun | {"status": StatusSKP.DIAJUKAN.value}
        ),
    }
    for nama, skp in baru.items():
        indikator = pabrik.buat_indikator(skp, uraian="Surat keterangan selesai dalam dua hari kerja", satuan="persen")
        indikator.rencana.uraian = "Surat keterangan warga selesai tepat waktu"
        indikator.rencana.save()
        kantor.objek |= {
            f"skp_{nama}": (skp.uuid,),
            f"rencana_{nama}": (indikator.rencana.uuid,),
            f"indikator_{nama}": (indikator.uuid,),
        }
    isi_skp(kantor, pegawai, camat)


def _isi_penilaian(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    pegawai, camat = nomor[PERAN_PEGAWAI["pegawai"]], nomor[PERAN_PEGAWAI["camat"]]
    semua = Evaluasi.objects.filter(terbaru=True).order_by("pk")
    final = semua.filter(status="ditetapkan").exclude(pegawai=camat)[0]
    sendiri = semua.get(pegawai=pegawai)
    menunggu = semua.filter(status="menunggu", penilai__isnull=False).exclude(pegawai=pegawai)
    diputus, dinilai = [satu for satu in menunggu if satu.usulan_hasil and satu.usulan_perilaku][:2]
    assert dinilai.penilai is not None
    assert diputus.penilai is not None
    kantor.orang |= {"penilai": akun_milik(dinilai.penilai), "pemutus": akun_milik(diputus.penilai)}
    putuskan(
        evaluasi=diputus,
        oleh=kantor.orang["pemutus"],
        rating_hasil=diputus.usulan_hasil,
        rating_perilaku=diputus.usulan_perilaku,
        alasan="",
        versi=diputus.versi,
    )
    # The camat's superior decides by letter: his evaluation is opened again, and the superior has no account.
    luar = revisi_baru(
        evaluasi=semua.get(pegawai=camat), oleh=kantor.orang["pengelola"], alasan="Surat keputusan diperbaiki."
    )
    PejabatLuar.objects.update(pengguna=None)
    indikator = Indikator.objects.filter(rencana__skp__pegawai=pegawai, sumber="manual").order_by("pk")[0]
    # The fourth quarter runs on the day of the tests, so its results can be typed in.
    kini = Periode.objects.get(kode="tw4-2026")
    run = RunEvaluasi.objects.order_by("pk")[0]
    kantor.objek |= {
        "eval_menunggu": (dinilai.uuid,),
        "eval_diputus": (diputus.uuid,),
        "eval_final": (final.uuid,),
        "eval_sendiri": (sendiri.uuid,),
        "eval_luar": (luar.uuid,),
        "realisasi_menunggu": (indikator.uuid, kini.kode),
        "realisasi_final": (indikator.uuid, PERIODE_DINILAI),
        "periode_final": (PERIODE_DINILAI,),
        "periode_kini": (kini.kode,),
        "penilai_diminta": (kini.kode, nomor[19].uuid),
        "permintaan_menilai": (PenilaiDiminta.objects.get(penilai=pegawai, periode=kini).uuid,),
        "run_final": (run.uuid,),
    }
    rekomendasi = minta_rekomendasi(
        pegawai=dinilai.pegawai,
        periode=dinilai.periode,
        oleh=kantor.orang["penilai"],
        dari=pegawai,
        peran="ketua_tim",
        tugas="Tim pendataan rumah, Juli sampai Agustus",
    )
    kantor.objek |= {
        "rekomendasi": (rekomendasi.uuid,),
        "rekomendasi_minta": (dinilai.periode.kode, dinilai.pegawai.uuid),
    }
    galat = buka_run(periode=run.periode, unit=nomor[28].penugasan_pada(date(2026, 9, 1)).jabatan.unit)  # type: ignore[union-attr]  # the lurah holds a post
    RunEvaluasi.objects.filter(pk=galat.pk).update(status="selesai_dengan_galat")
    kantor.objek["run_galat"] = (galat.uuid,)


def _isi_survei(kantor: Kantor) -> None:
    oleh = kantor.orang["pengelola"]
    terbit = Survei.objects.filter(status=StatusSurvei.DIPUBLIKASI.value).order_by("-populasi", "pk")[0]
    buka = Survei.objects.filter(status=StatusSurvei.TERBUKA.value).order_by("pk")[0]
    kantor.objek |= {
        "survei_dipublikasi": (terbit.uuid,),
        "survei_terbuka": (buka.uuid,),
    }
    for status in (StatusSurvei.DRAF, StatusSurvei.DITUTUP, StatusSurvei.DIKUNCI):
        survei = pabrik.buat_survei(
            terbit.unit,
            kode=f"uji-{status.value}",
            judul=f"Survei kepuasan {status.value}",
            layanan=list(terbit.layanan.all()),
        )
        if status is StatusSurvei.DRAF:
            Survei.objects.filter(pk=survei.pk).update(status=status.value)
        else:
            for urut in range(12):
                pabrik.buat_respons(survei, saran="Antrean lebih pendek." if urut == 0 else "")
            proses_survei.tutup(survei=Survei.objects.get(pk=survei.pk), oleh=oleh)
            if status is StatusSurvei.DIKUNCI:
                proses_survei.kunci(survei=Survei.objects.get(pk=survei.pk), oleh=oleh)
        kantor.objek[f"survei_{status.value}"] = (survei.uuid,)
    _isi_tema(terbit, oleh)


def _isi_tema(survei: Survei, oleh: Pengguna) -> None:
    """Suggestions of a published survey with a theme that is often met, and a quote."""
    proses_survei.samarkan_saran()
    tema = TemaSaran.objects.get(nama="Ruang dan fasilitas")
    for respons in Respons.objects.filter(survei=survei, saran="").order_by("pk")[:12]:
        Respons.objects.filter(pk=respons.pk).update(
            saran="Kursi tunggu kurang.", saran_tersamar="Kursi tunggu kurang.", sidik_samaran="contoh"
        )
        tandai_saran(survei=survei, submission_id=respons.pk, tema=[tema], versi=0, oleh=oleh)
    terbitkan_kutipan(kode=uuid4(), survei=survei, tema=tema, teks="Kursi di ruang tunggu ditambah.", oleh=oleh)


def _isi_organisasi(kantor: Kantor) -> None:
    plt = (
        Penugasan.objects.filter(selesai=None, pegawai__isnull=False).exclude(sifat="definitif").order_by("pk").first()
    )
    satu = plt or Penugasan.objects.filter(selesai=None, pegawai__isnull=False).order_by("pk")[0]
    kasi = kantor.orang["kasi"].pegawai.penugasan_pada(date(2026, 11, 25))
    assert kasi is not None
    arsip = EvaluasiArsip.objects.order_by("pk").first()
    assert arsip is not None
    kantor.objek |= {
        "arsip": (arsip.uuid,),
        "unit_kecamatan": (UnitKerja.objects.get(kode="rakumpit").uuid,),
        "unit_kasi": (kasi.jabatan.unit.uuid,),
        "pegawai": (Pegawai.objects.order_by("pk")[0].uuid,),
        "penugasan": (satu.uuid,),
        "app_organisasi": ("organisasi",),
        "dokumen": (pabrik.buat_dokumen().kode,),
        "dokumen_dibatalkan": (batalkan(dokumen=pabrik.buat_dokumen(), oleh=None, alasan="Salah orang.").kode,),
        "dokumen_palsu": (buat_kode(),),
    }
    nama = "/mnt/cadangan/rakumpit-2026-11-25-013000.zip"
    catat_hasil(Pekerjaan.CADANGAN, berhasil=True, berkas=nama, bita=48_000_000)
    catat_hasil(Pekerjaan.UJI, berhasil=False, berkas=nama, keterangan="kinerja_skp: 3 baris, seharusnya 4")


@override_settings(ROOT_URLCONF="tests.peramban.urls_galat")
class UjiSekelas(UjiPeramban):
    """What ``siapkan`` makes is there for every test of the class."""

    kantor: Kantor
    _siap = False

    @classmethod
    def siapkan(cls) -> Kantor:
        raise NotImplementedError

    @classmethod
    def setUpClass(cls) -> None:
        cls._siap = False
        super().setUpClass()
        cls._siap = True
        cls.addClassCleanup(cls._kosongkan)
        cls.kantor = cls.siapkan()

    @classmethod
    def _fixture_setup(cls) -> None:
        if not cls._siap:
            super()._fixture_setup()

    def _fixture_teardown(self) -> None:
        """The rows stay for the next test of the class."""

    @classmethod
    def _kosongkan(cls) -> None:
        super()._fixture_teardown(cls())


class UjiKantorContoh(UjiSekelas):
    """The sample office on a day after its third quarter was rated."""

    saat = datetime(2026, 11, 25, 9, 0, tzinfo=WIB)

    @classmethod
    def siapkan(cls) -> Kantor:
        return siapkan_kantor()
