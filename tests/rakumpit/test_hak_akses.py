"""The table of rights against the program: answers, rows that must not change, and who sees no scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partialmethod
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, SimpleTestCase, override_settings
from django.test.client import ClientHandler
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver, path, reverse
from django.urls.resolvers import RegexPattern

from kinerja.permissions import boleh_memutuskan, boleh_menilai_perilaku, boleh_menyetujui_skp
from kinerja.querysets import EvaluasiQuerySet
from rakumpit.audit.models import CatatanAudit
from rakumpit.galat import galat_404
from rakumpit.organisasi.models import Penugasan, UnitKerja
from rakumpit.waktu import WIB, format_tanggal
from survei import laju
from tests.dasar import (
    ADMIN_TEKNIS,
    ANONIM,
    ATASAN,
    ATASAN_KEDUA,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    RAHASIA,
    REKAN,
    WARGA,
    KantorBernama,
    UjiKantor,
)
from tests.rakumpit.hak_akses import TABEL, bandingkan, nama_url, periksa_lengkap
from tests.rakumpit.hak_akses.admin import ADMIN_MODEL, ADMIN_PER_MODEL
from tests.rakumpit.hak_akses.dasar import BER_AKUN, MASUK, SEMUA, Baris, Jawaban, hak, terbuka, tetap
from tests.rakumpit.hak_akses.umum import AKUN
from tests.survei.dasar import pada

# Beside the roles of the table: who stands in for *atasan* for some days.
PLH = "plh"

# Into so many tests the lines are dealt out.
BAGIAN = 6
# After the refused posts to so many lines the tables are looked at; a look costs as much as two requests.
SEKALI_LIHAT = 20
# Statements that a page may take: at most 20 for every list and dashboard (design), some more for the pages about one
# plan, evaluation, objection or document with all that belongs to it.
KUERI = 20
KUERI_RINCI = dict.fromkeys(
    (
        "admin:kinerja_aturanangkakredit_change",
        "admin:survei_pertanyaan_change",
        "dokumen:lihat",
        "forum:aksi",
        "forum:sesi_kelola",
        "kinerja:dokumen_evaluasi_cetak",
        "kinerja:evaluasi",
        "kinerja:evaluasi_cetak",
        "kinerja:keberatan",
        "kinerja:salinan_lembar",
        "kinerja:salinan_pegawai",
        "kinerja:skp",
        "kinerja:skp_kembalikan",
        "pelatihan:dampak",
        "pelatihan:kegiatan",
        "pelatihan:kompetensi",
        "survei:laporan_pratinjau",
    ),
    35,
)

# Rows of the framework itself: sessions and their last activity, and the cache of the rate limits.
_BUKAN_DATA = {"django_session", "usersessions_usersession", "simpanan_cache", "django_migrations"}


def _baris(tabel: str) -> str:
    """The table; of the audit trail what was done: that something was refused is written there too, and meant to be."""
    return f"{tabel} WHERE aksi NOT LIKE 'akses.ditolak.%'" if tabel == CatatanAudit._meta.db_table else tabel


def sidik_tabel() -> dict[str, tuple[int, int]]:
    """Number of rows of every table, and the sum of the transactions that wrote them (``xmin``).

    Every row that is added or changed carries a newer transaction, and a row that is gone is missed in the number: as
    telling as a digest of the contents, at a small part of its cost.
    """
    with connection.cursor() as kursor:
        # To plan a statement over so many tables takes longer than to run it: it is planned once for a connection.
        kursor.execute("SELECT 1 FROM pg_prepared_statements WHERE name = 'sidik_tabel'")
        if kursor.fetchone() is None:
            tabel = [nama for nama in connection.introspection.table_names(kursor) if nama not in _BUKAN_DATA]
            perintah = " UNION ALL ".join(
                f"SELECT '{nama}', count(*), coalesce(sum(xmin::text::bigint), 0)::bigint FROM {_baris(nama)}"  # noqa: S608 - names from the catalogue
                for nama in tabel
            )
            kursor.execute(f"PREPARE sidik_tabel AS {perintah}")
        kursor.execute("EXECUTE sidik_tabel")
        return {nama: (jumlah, sidik) for nama, jumlah, sidik in kursor.fetchall()}


class TabelTests(SimpleTestCase):
    """The table itself, and that its checks can fail."""

    def test_setiap_halaman_ada_di_tabel_dan_setiap_baris_ada_halamannya(self) -> None:
        self.assertEqual(periksa_lengkap(get_resolver(), TABEL), [])

    def test_tidak_ada_baris_yang_tertulis_dua_kali(self) -> None:
        """One page has several lines where the posted forms differ; the same line twice only costs time."""
        jumlah = Counter(id(baris) for baris in TABEL)
        self.assertEqual([baris.nama for baris in TABEL if jumlah[id(baris)] > 1], [])

    def test_halaman_tambahan_dan_baris_usang_ketahuan(self) -> None:
        semu = URLResolver(
            RegexPattern(r"^"), [*get_resolver().url_patterns, path("baru/", lambda _: HttpResponse(), name="baru")]
        )
        self.assertEqual(periksa_lengkap(semu, TABEL), ["baru: halaman tanpa baris di tabel hak"])
        usang = Baris("lama", get=terbuka(), post=terbuka())
        self.assertEqual(periksa_lengkap(get_resolver(), [*TABEL, usang]), ["lama: baris tanpa halaman"])

    def test_halaman_admin_dan_ruang_nama_ikut_diperiksa(self) -> None:
        nama = nama_url(get_resolver())
        for satu in (
            "kinerja:nilai",
            "admin:organisasi_pengguna_change",
            "admin/organisasi/unitkerja/<path:object_id>/",
        ):
            self.assertIn(satu, nama)
        tanpa = [baris for baris in TABEL if baris.nama != "admin:organisasi_pengguna_change"]
        self.assertEqual(
            periksa_lengkap(get_resolver(), tanpa),
            ["admin:organisasi_pengguna_change: halaman tanpa baris di tabel hak"],
        )

    def test_jawaban_yang_salah_ketahuan(self) -> None:
        baris = Baris("akun", get=hak([PEGAWAI]), post=hak((), 405))
        benar = {peran: baris.get[peran] for peran in SEMUA}
        self.assertEqual(bandingkan(baris, "GET", benar), [])
        self.assertEqual(
            bandingkan(baris, "GET", benar | {WARGA: 200}),
            ["GET akun  sebagai warga: diharapkan 404, dijawab 200"],
        )

    def test_setiap_baris_memuat_setiap_peran(self) -> None:
        for baris in TABEL:
            self.assertEqual((set(baris.get), set(baris.post)), (set(SEMUA), set(SEMUA)), baris.nama)


class UjiHak(UjiKantor):
    """The office of named people, and how a line of the table is asked."""

    maxDiff = None

    def setUp(self) -> None:
        super().setUp()
        laju.lupakan()

    def alamat(self, baris: Baris) -> str:
        if baris.alamat:
            return baris.alamat
        return reverse(baris.nama, args=objek(self.k, baris.objek)) + baris.kueri

    def jawab(self, baris: Baris, cara: str, peran: str, alamat: str = "") -> tuple[Jawaban, HttpResponse]:
        """The answer as the table words it.

        The admin refuses by way of its own login address, which has a line of its own: the login page for anonymous
        people, 404 for everybody else.
        """
        klien = self.klien(peran)
        klien.raise_request_exception = False
        alamat = alamat or self.alamat(baris)
        isi = baris.isi(self.k) if cara == "POST" and baris.isi else {}
        respons: Any = klien.post(alamat, isi) if cara == "POST" else klien.get(alamat)
        if respons.status_code == 302 and respons["Location"].startswith("/admin/login/"):
            return (MASUK if peran == ANONIM else 404), respons
        if respons.status_code == 302 and respons["Location"].partition("?")[0] == reverse("account_login"):
            return MASUK, respons
        if peran == ANONIM and respons.status_code == 403 and b"Masuk di tab baru" in respons.content:
            return MASUK, respons
        return respons.status_code, respons

    def berubah(self, awal: dict[str, tuple[int, int]], apa: str) -> list[str]:
        kini = sidik_tabel()
        return [f"{apa} mengubah {nama}" for nama in kini if kini[nama] != awal[nama]]


def _tanpa_halaman(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse(status=404)


def _halaman_sekali() -> Callable[..., HttpResponse]:
    """The page of a refusal for each person and part of the product once: nothing else makes a difference to it."""
    pernah: set[tuple[str, str]] = set()

    def jawab(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
        satu = (request.COOKIES.get("sessionid", ""), request.path.split("/")[1])
        if satu in pernah:
            return _tanpa_halaman(request)
        pernah.add(satu)
        return galat_404(request, exception)

    return jawab


def setiap_bagian(kelas: type[SapuanHakTests]) -> type[SapuanHakTests]:
    """One test for each part of the table, so that several workers share the lines."""
    for nomor in range(BAGIAN):
        for cara, periksa in (("get", kelas.periksa_get), ("post", kelas.periksa_post)):
            setattr(kelas, f"test_{cara}_bagian_{nomor + 1}_menurut_tabel", partialmethod(periksa, nomor))
    return kelas


@pytest.mark.lama
@setiap_bagian
class SapuanHakTests(UjiHak):
    """Every line as every role."""

    def setUp(self) -> None:
        super().setUp()
        self._penangan = ClientHandler(enforce_csrf_checks=False)

    def klien(self, peran: str) -> Client:
        """Each with its own cookies; the middleware is built once for all of them."""
        klien = super().klien(peran)
        klien.handler = self._penangan
        return klien

    def periksa_get(self, nomor: int) -> None:
        """No row changes, and words of scores, reasons and answers reach nobody to whom they are foreign."""
        self.enterContext(patch("rakumpit.urls.handler404", _halaman_sekali()))
        awal, salah = sidik_tabel(), []
        for peran in SEMUA:
            for baris in TABEL[nomor::BAGIAN]:
                if peran not in peran_diuji(baris, "GET"):
                    continue
                # Django keeps 9,000 statements and counts none beyond; while they are captured no request empties it.
                connection.queries_log.clear()
                with CaptureQueriesContext(connection) as kueri:
                    jawab, respons = self.jawab(baris, "GET", peran)
                    banyak = len(kueri)
                salah += bandingkan(baris, "GET", {peran: jawab})
                if banyak > KUERI_RINCI.get(baris.nama, KUERI):
                    salah.append(f"{baris.nama} {baris.objek} bagi {peran}: {banyak} perintah basis data")
                if peran in {ANONIM, WARGA, REKAN, PEMERIKSA, ADMIN_TEKNIS}:
                    isi = b"".join(respons) if respons.streaming else respons.content
                    salah += [
                        f"{baris.nama} {baris.objek} memuat {kata} bagi {peran}"
                        for kata in RAHASIA
                        if kata.encode() in isi
                    ]
            salah += self.berubah(awal, f"GET sebagai {peran}")
        self.assertEqual(salah, [])

    # What stands on the page of a refusal is looked at by GET; here it would cost a sixth of the time.
    @patch("rakumpit.urls.handler404", _tanpa_halaman)
    def periksa_post(self, nomor: int) -> None:
        """Who may, may, and whoever may not changes no row."""
        awal, salah, daftar = sidik_tabel(), [], TABEL[nomor::BAGIAN]
        for mulai in range(0, len(daftar), SEKALI_LIHAT):
            beberapa = daftar[mulai : mulai + SEKALI_LIHAT]
            for baris in beberapa:
                for peran in peran_diuji(baris, "POST"):
                    if peran not in berhak_kirim(baris):
                        salah += bandingkan(baris, "POST", {peran: self.jawab(baris, "POST", peran)[0]})
            nama = ", ".join(f"{baris.nama} {baris.objek}" for baris in beberapa)
            salah += self.berubah(awal, f"POST tanpa hak ke salah satu dari {nama}")
            for baris in beberapa:
                salah += self.periksa_berhak(baris, awal)
        self.assertEqual(salah, [])

    def periksa_berhak(self, baris: Baris, awal: dict[str, tuple[int, int]]) -> list[str]:
        """Everybody who may, does, and rows change or not as the line says; each time from the same state."""
        salah = []
        berhak = berhak_kirim(baris)
        for peran in berhak:
            with dibatalkan():
                salah += bandingkan(baris, "POST", {peran: self.jawab(baris, "POST", peran)[0]})
                # Pages without a form are the same for all who may open them; there one look per line is enough.
                if peran == berhak[0] or baris.isi is not None:
                    berubah = sidik_tabel() != awal
                    if berubah != baris.berubah:
                        kata = "tidak mengubah" if baris.berubah else "mengubah"
                        salah.append(f"POST {baris.nama} {baris.objek} sebagai {peran} {kata} data")
        return salah


class HakTests(UjiHak):
    """What the lines alone do not show."""

    def test_sidik_melihat_satu_kata_yang_berubah(self) -> None:
        awal = sidik_tabel()
        UnitKerja.objects.filter(pk=self.k.kantor.seksi.pk).update(nama="Seksi lain")
        kini = sidik_tabel()
        self.assertEqual([nama for nama in kini if kini[nama] != awal[nama]], ["organisasi_unitkerja"])

    def test_baris_yang_dibalik_membuat_perbandingan_gagal(self) -> None:
        baris = next(satu for satu in TABEL if (satu.nama, satu.objek) == ("kinerja:nilai", "eval_menunggu"))
        terbalik = replace(baris, get=hak([PEGAWAI]))
        jawaban = {peran: self.jawab(terbalik, "GET", peran)[0] for peran in (PEGAWAI, ATASAN)}
        self.assertEqual(bandingkan(baris, "GET", jawaban), [])
        self.assertEqual(len(bandingkan(terbalik, "GET", jawaban)), 2)

    # --- the technical admin and the citizens see no scores and no raw answers ---

    def test_kata_rahasia_memang_terlihat_oleh_yang_berhak(self) -> None:
        """Otherwise the search in the test of GET would find nothing anywhere."""
        halaman = {
            RAHASIA[0]: ("kinerja:evaluasi", "eval_final", ATASAN),
            RAHASIA[1]: ("kinerja:realisasi", "realisasi_final", ATASAN),
            RAHASIA[2]: ("survei:saran", "survei_ditutup", PENGELOLA),
            RAHASIA[3]: ("kinerja:nilai", "eval_menunggu", ATASAN),
            RAHASIA[4]: ("kinerja:umpan_balik_orang", "orang_pegawai", ATASAN),
        }
        for kata, (nama, satu, peran) in halaman.items():
            with self.subTest(kata):
                self.assertContains(self.klien(peran).get(reverse(nama, args=objek(self.k, satu))), kata)

    def test_halaman_depan_admin_memuat_hanya_yang_boleh_dibuka(self) -> None:
        for peran in (ADMIN_TEKNIS, PENGELOLA):
            respons = self.klien(peran).get(reverse("admin:index"))
            tampil = {
                f"{app['app_label']}.{model['object_name'].lower()}"
                for app in respons.context["app_list"]
                for model in app["models"]
            }
            self.assertEqual(tampil, {satu.label for satu in ADMIN_MODEL if peran in satu.baca}, peran)
        # Of performance and surveys the technical admin finds nothing but the bare facts of runs.
        lihat = {satu.label for satu in ADMIN_MODEL if ADMIN_TEKNIS in satu.baca}
        self.assertEqual(
            {label for label in lihat if label.startswith(("kinerja.", "survei."))}, {"kinerja.runevaluasi"}
        )

    def test_himpunan_yang_terlihat_kosong_bagi_admin_teknis_dan_warga(self) -> None:
        for peran in (ADMIN_TEKNIS, WARGA):
            for model in (
                "kinerja.SKP",
                "kinerja.Evaluasi",
                "kinerja.Kendala",
                "kinerja.PermintaanDukungan",
                "kinerja.UmpanBalik",
                "kinerja.Bimbingan",
                "survei.Survei",
            ):
                semua: EvaluasiQuerySet = apps.get_model(model)._default_manager.all()
                self.assertEqual(semua.terlihat_oleh(self.k.orang[peran]).count(), 0, f"{model} {peran}")

    # --- nobody decides about themselves ---

    def test_tidak_ada_yang_memutuskan_tentang_dirinya(self) -> None:
        for peran, pengguna in self.k.orang.items():
            for baris in self.k.evaluasi.values():
                if baris.pegawai.pengguna_id == pengguna.pk:
                    self.assertFalse(boleh_memutuskan(pengguna, baris), peran)
                    self.assertFalse(boleh_menilai_perilaku(pengguna, baris.pegawai, baris.periode), peran)
            for skp in self.k.skp.values():
                if skp.pegawai.pengguna_id == pengguna.pk:
                    self.assertFalse(boleh_menyetujui_skp(pengguna, skp), peran)

    def test_pengelola_tidak_bertindak_untuk_dirinya(self) -> None:
        """A pengelola who is rated here: the other role gives no right over the own rows."""
        pengelola_juga = self.k.orang[PEGAWAI]
        pengelola_juga.pengelola = True
        pengelola_juga.save()
        awal = sidik_tabel()
        for nama, satu, kode in (
            ("kinerja:koreksi", "eval_final", 409),
            ("kinerja:surat", "eval_menunggu", 404),
            ("kinerja:nilai", "eval_menunggu", 404),
            ("kinerja:tetapkan", "eval_diputus", 404),
            ("kinerja:skp_setujui", "skp_diajukan", 404),
            ("kinerja:skp_kembalikan", "skp_diajukan", 404),
            ("kinerja:skp_surat", "skp_diajukan", 409),
        ):
            baris = next(b for b in TABEL if (b.nama, b.objek) == (nama, satu))
            with self.subTest(nama):
                self.assertEqual(self.jawab(baris, "POST", PEGAWAI)[0], kode)
        self.assertEqual(self.berubah(awal, "tindakan atas diri sendiri"), [])

    def test_pengelola_yang_dinilai_lewat_surat_tidak_mencatat_suratnya_sendiri(self) -> None:
        camat_lain = self.k.evaluasi["eval_luar"].pegawai.pengguna
        assert camat_lain is not None
        camat_lain.pengelola = True
        camat_lain.save()
        klien = self.klien(ANONIM)
        klien.force_login(camat_lain)
        awal = sidik_tabel()
        for nama, satu, kode in (("kinerja:surat", "eval_luar", 404), ("kinerja:skp_surat", "skp_luar", 409)):
            baris = next(b for b in TABEL if (b.nama, b.objek) == (nama, satu))
            assert baris.isi is not None
            with self.subTest(nama):
                self.assertEqual(klien.post(self.alamat(baris), baris.isi(self.k)).status_code, kode)
        self.assertEqual(self.berubah(awal, "surat untuk diri sendiri"), [])

    # --- a post in other hands for some days ---

    def test_plh_memutus_hanya_selama_masanya(self) -> None:
        """The day before, the first, the last and the day after: every role and the Plh. try what the post decides."""
        plh = Penugasan.objects.select_related("pegawai__pengguna").get(uuid=self.k.objek["plh"][0])
        assert plh.pegawai is not None
        assert plh.pegawai.pengguna is not None
        assert plh.selesai is not None
        klien = Client()
        klien.force_login(plh.pegawai.pengguna)
        self.kue = self.kue | {PLH: klien.cookies["sessionid"].value}
        awal, salah, sehari = sidik_tabel(), [], timedelta(days=1)
        for hari, selama in (
            (plh.mulai - sehari, False),
            (plh.mulai, True),
            (plh.selesai, True),
            (plh.selesai + sehari, False),
        ):
            with pada(datetime(hari.year, hari.month, hari.day, 9, tzinfo=WIB)):
                for nama, satu, berhak, lain in _menurut_hari(selama=selama, lewat=hari > plh.selesai):
                    baris = next(b for b in TABEL if (b.nama, b.objek) == (nama, satu))
                    if nama == "kinerja:plh_akhiri":
                        baris = replace(baris, isi=tetap(hari_terakhir=format_tanggal(hari - sehari)))
                    harapan = hak([]) | {PLH: 404} | dict.fromkeys(berhak, 302) | lain
                    for peran in (*SEMUA, PLH):
                        with dibatalkan():
                            jawab = self.jawab(baris, "POST", peran)[0]
                            berubah = sidik_tabel() != awal
                        if jawab != harapan[peran] or berubah != (harapan[peran] == 302):
                            salah.append(f"{hari} {nama} {satu} sebagai {peran}: {jawab}, data berubah: {berubah}")
        self.assertEqual(salah, [])

    # --- the second factor ---

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_peran_wajib_faktor_kedua_diarahkan_dari_setiap_halaman_pegawai(self) -> None:
        """Without a second factor no staff page opens but those that end the session or mend password and factor."""
        tetap = {
            "account_logout", "account_reauthenticate", "mfa_reauthenticate", "account_change_password",
            "account_set_password", "mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes",
        }  # fmt: skip
        tanpa = tetap | (ADMIN_PER_MODEL - {"admin:organisasi_pengguna_changelist"})
        halaman = {satu.nama: satu for satu in TABEL if satu.get[ANONIM] == MASUK and satu.nama not in tanpa}
        self.assertGreater(len(halaman), 60)
        for peran in (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA, PEMERIKSA, ADMIN_TEKNIS):
            klien = self.klien(peran)
            for nama, baris in halaman.items():
                with self.subTest(peran=peran, halaman=nama):
                    respons = klien.get(self.alamat(baris))
                    self.assertRedirects(respons, reverse("mfa_activate_totp"), fetch_redirect_response=False)

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_kiriman_tanpa_faktor_kedua_tidak_mengubah_apa_pun(self) -> None:
        awal = sidik_tabel()
        for nama, satu, peran in (
            ("kinerja:nilai", "eval_menunggu", ATASAN),
            ("kinerja:nilai", "eval_camat", PEJABAT_LUAR),
            ("kinerja:koreksi", "eval_final", PENGELOLA),
            ("survei:tutup", "survei_terbuka", ATASAN),
        ):
            baris = next(b for b in TABEL if (b.nama, b.objek) == (nama, satu))
            with self.subTest(nama, peran=peran):
                self.assertEqual(self.jawab(baris, "POST", peran)[0], 403)
        self.assertEqual(self.berubah(awal, "POST tanpa faktor kedua"), [])

    @override_settings(WAJIB_FAKTOR_KEDUA=True)
    def test_peran_lain_tidak_diminta_faktor_kedua(self) -> None:
        for peran in (WARGA, PEGAWAI, REKAN):
            self.assertEqual(self.klien(peran).get(reverse("akun")).status_code, 200, peran)


def _menurut_hari(*, selama: bool, lewat: bool) -> Iterator[tuple[str, str, tuple[str, ...], dict[str, Jawaban]]]:
    """Page, object, who may on such a day, and who is refused otherwise than by 404.

    Plans follow the day, and their recorded superior is told why he no longer decides. Evaluations stay with the
    definitive official for whom they were recorded, and so does the post itself.
    """
    pemegang = (PLH,) if selama else (ATASAN,)
    bekas: dict[str, Jawaban] = {ATASAN: 409} if selama else {}
    yield "kinerja:skp_setujui", "skp_diajukan", pemegang, bekas
    yield "kinerja:skp_kembalikan", "skp_diajukan", pemegang, bekas
    yield "kinerja:skp_ekspektasi", "skp_diajukan", pemegang, {}
    yield "kinerja:nilai", "eval_menunggu", (ATASAN,), {}
    yield "kinerja:tetapkan", "eval_diputus", (ATASAN,), {}
    yield "kinerja:plh_akhiri", "plh", () if lewat else (ATASAN,), {ATASAN: 409} if lewat else {}


def peran_diuji(baris: Baris, cara: str) -> tuple[str, ...]:
    """All roles, but where the role cannot matter a few stand for all, which keeps the run short.

    The door of the admin is one check (``admin:index`` has a line for everybody), the models differ only behind it. A
    method that a page does not know (405) is refused before anybody is looked at. Pages of the own account name no
    other person.
    """
    harapan = baris.get if cara == "GET" else baris.post
    if baris.nama in ADMIN_PER_MODEL:
        return (ANONIM, PEGAWAI, PENGELOLA, ADMIN_TEKNIS)
    if baris in AKUN or {harapan[peran] for peran in BER_AKUN} == {405}:
        return (ANONIM, WARGA, PENGELOLA)
    return SEMUA


def berhak_kirim(baris: Baris) -> list[str]:
    """Roles whose POST the line accepts."""
    return [peran for peran in peran_diuji(baris, "POST") if baris.post[peran] in {200, 302}]


@contextmanager
def dibatalkan() -> Iterator[None]:
    """Take back what happens inside."""
    titik = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(titik)
        laju.lupakan()


def objek(k: KantorBernama, nama: str) -> tuple[Any, ...]:
    """Arguments of an address by the name of the object."""
    if not nama:
        return ()
    if nama == "kunci_palsu":
        return ("1", "abc-def")
    if nama == "admin:lihat":
        return (ContentType.objects.get_for_model(UnitKerja).pk, k.kantor.seksi.pk)
    if nama.startswith("admin:"):
        label = nama.removeprefix("admin:")
        if "." not in label:
            return (label,)
        # A row of somebody else than the reader; a key that does not exist where the product keeps no rows.
        contoh = apps.get_model(label)._default_manager.order_by("pk").first()
        return (contoh.pk if contoh is not None else 0,)
    return k.objek[nama]
