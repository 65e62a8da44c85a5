"""Troubles that real offices had with such systems, each met as a person meets it: through pages and processes.

What is proved elsewhere is not repeated: the rights of every role on every page (``tests.rakumpit.test_hak_akses``);
two workers or two Beats at the same moment, lost messages and a killed worker (``tests.kinerja.test_run``, C57); the
days of a move within the year (``tests.kinerja.test_perhitungan``, C62); the correction of a NIP and its clash
(``tests.rakumpit.organisasi.test_kode`` and ``test_admin``, C64); behaviour that was changed in another tab
(``tests.kinerja.test_views_perilaku``, C69).
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from html import unescape
from typing import Any
from unittest import mock

from django.db.models import DateTimeField, Max, Value
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from kinerja import tasks
from kinerja.enums import JenisPeriode
from kinerja.models import SKP, Bukti, CatatanHarian, Evaluasi, Periode, Realisasi, RunEvaluasi
from kinerja.proses import buka_run, kerjakan_run, putuskan
from kinerja.proses.alih_skp import alihkan_skp_menunggu
from kinerja.proses.pengingat import kirim_pengingat
from kinerja.urls import urlpatterns
from rakumpit.audit.models import CatatanAudit
from rakumpit.celery import app as celery
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Jabatan, Pegawai, UnitKerja
from rakumpit.organisasi.proses.mutasi import pindahkan
from rakumpit.waktu import WIB
from tests import pabrik
from tests.dasar import ATASAN, PEGAWAI, PENGELOLA, RAHASIA, REKAN, UjiKantor
from tests.kinerja.kantor import akun
from tests.rakumpit.hak_akses import TABEL
from tests.survei.dasar import SAAT, kasus, pada

_RUTE = {satu.name: str(satu.pattern) for satu in urlpatterns}
# Pages with a number in the address that *pegawai* opens and that are meant for colleagues too.
_UNTUK_SESAMA = {
    "atas_nama_rinci": "one of the two is the colleague's own",
    "umpan_balik_beri": "feedback is given to anybody",
    "umpan_balik_minta": "feedback is asked of anybody",
    "inovasi": "ideas are shared with the office",
    "perjanjian": "the agreement of the unit is for all who work there",
    "capaian": "what the unit reached is for all who work there",
    "pohon_cabang": "the results of the common superior are for all who work under him",
}


def teks(jawab: Any) -> str:
    """What a page says, without its markup."""
    return " ".join(
        unescape(strip_tags(re.sub(r"<(script|style).*?</\1>", "", jawab.content.decode(), flags=re.S))).split()
    )


class KasusNyataTests(UjiKantor):
    def sesama(self) -> Client:
        """Signed in as a colleague in the same seksi: nobody is nearer without standing above."""
        klien = Client()
        klien.force_login(akun(Pegawai.objects.get(uuid=self.k.objek["orang_rekan_seksi"][0])))
        return klien

    def evaluasi_menunggu(self) -> Evaluasi:
        return Evaluasi.objects.select_related("pegawai").get(pk=self.k.evaluasi["eval_menunggu"].pk)

    def test_c39_alamat_dengan_kode_milik_rekan_selalu_404(self) -> None:
        """C39: every page, sub-page, print and download that opens for the owner is not there for a colleague.

        The addresses come from the table of rights, so a new page is asked too; lists without a number hold no word
        of somebody else, and a number in the query is refused as well. That each page opens for the owner, and that a
        colleague of another seksi is refused, is asked line by line where the table is swept.
        """
        sesama, ditanya, terbuka = self.sesama(), 0, set()
        for baris in TABEL:
            ruang, _, nama = baris.nama.partition(":")
            if ruang != "kinerja" or "uuid" not in _RUTE[nama] or baris.get[PEGAWAI] != 200:
                continue
            if self.k.objek[baris.objek] == self.k.objek["orang_rekan_seksi"]:
                continue  # the colleague himself
            alamat = reverse(baris.nama, args=self.k.objek[baris.objek]) + baris.kueri
            with self.subTest(alamat=baris.nama, objek=baris.objek):
                jawab_sesama = sesama.get(alamat).status_code
                if nama in _UNTUK_SESAMA:
                    terbuka |= {nama} if jawab_sesama == 200 else set()
                    continue
                assert jawab_sesama == baris.get[REKAN] == 404
            ditanya += 1
        assert ditanya >= 60
        assert terbuka == set(_UNTUK_SESAMA)  # no exception that is not one
        for tanpa_kode in (satu for satu, rute in _RUTE.items() if "<" not in rute):
            jawab: Any = sesama.get(reverse(f"kinerja:{tanpa_kode}"))
            isi = b"".join(jawab) if jawab.streaming else jawab.content
            assert [kata for kata in RAHASIA if kata.encode() in isi] == [], tanpa_kode
        for nama in ("ekspor_skp", "ekspor_evaluasi", "rekap_lembar", "unit_awal"):
            assert sesama.get(reverse(f"kinerja:{nama}")).status_code == 404, nama
        kueri = {"indikator": str(self.k.kantor.indikator[self.k.pegawai.pk].uuid)}
        assert self.klien(PEGAWAI).get(reverse("kinerja:catatan"), kueri).status_code == 200
        assert sesama.get(reverse("kinerja:catatan"), kueri).status_code == 404

    def test_c40_kiriman_langsung_atas_milik_rekan_dan_atas_yang_sudah_final_ditolak(self) -> None:
        """C40: change and void of a colleague's note or evidence, and by the owner under a final evaluation."""
        ubah = {"tanggal": "14 September 2026", "uraian": "Diubah orang lain.", "versi": "1", "hasil": ""}
        kiriman: list[tuple[str, str, dict[str, str]]] = [
            ("catatan_ubah", "catatan", ubah),
            ("catatan_batalkan", "catatan", {"alasan": "Coba."}),
            ("bukti_batalkan", "bukti", {"alasan": "Coba."}),
        ]

        def keadaan() -> list[Any]:
            return [list(model.objects.order_by("pk").values()) for model in (CatatanHarian, Bukti)] + [
                CatatanAudit.objects.exclude(aksi="akses.ditolak.tulis").aggregate(Max("pk"))
            ]

        # Reopened, so that only the final evaluation stands in the way.
        Periode.objects.filter(kode="tw1-2026").update(
            dibuka_kembali_sampai=SAAT.date(), alasan_dibuka_kembali="Jaringan putus."
        )
        semula = keadaan()
        for nama, objek, isi in kiriman:
            for milik in (objek, f"{objek}_final"):
                alamat = reverse(f"kinerja:{nama}", args=self.k.objek[milik])
                for klien in (self.sesama(), self.klien(REKAN), self.klien(ATASAN)):
                    assert klien.post(alamat, isi).status_code == 404, (nama, milik)
            final = reverse(f"kinerja:{nama}", args=self.k.objek[f"{objek}_final"])
            pemilik = self.klien(PEGAWAI).post(final, isi)
            self.assertContains(pemilik, "sudah ditetapkan", status_code=409)
        assert keadaan() == semula
        dicoba = CatatanAudit.objects.filter(
            aksi="akses.ditolak.tulis", keterangan__in=[f"kinerja:{n}" for n, *_ in kiriman]
        )
        assert dicoba.count() == len(kiriman) * 2 * 3  # each form, both rows, three people
        # The same forms are good ones: the owner sends them while the day is open.
        for nama, objek, isi in kiriman:
            jawab = self.klien(PEGAWAI).post(reverse(f"kinerja:{nama}", args=self.k.objek[objek]), isi)
            assert jawab.status_code == 302, nama

    def test_c57_run_yang_sama_dua_kali_satu_baris_dan_satu_pemberitahuan(self) -> None:
        """C57: delivered again, and computed again, a run leaves one row per person and tells nobody twice.

        The notice is the one that a run itself sends: what the superior agreed to has changed under him.
        """
        periode, baris = self.k.kantor.periode, self.evaluasi_menunggu()
        setuju = {"rating_hasil": baris.usulan_hasil, "rating_perilaku": baris.usulan_perilaku}
        putuskan(evaluasi=baris, oleh=self.k.orang[ATASAN], versi=baris.versi, alasan="", **setuju)
        Realisasi.objects.filter(indikator__rencana__skp__pegawai=self.k.pegawai, periode=periode).update(nilai=10)
        run = buka_run(periode=periode)
        assert tasks.kerjakan_run(run.pk) == 1
        kabar = Notifikasi.objects.filter(penerima=self.k.orang[ATASAN], kunci__startswith="keputusan-ditarik:")
        assert kabar.count() == 1
        semua, isi = Notifikasi.objects.count(), list(Evaluasi.objects.order_by("pk").values())
        assert tasks.kerjakan_run(run.pk) == 0
        ulang = buka_run(periode=periode)
        assert ulang.pk != run.pk
        kerjakan_run(ulang.pk)
        kerjakan_run(ulang.pk)
        assert Notifikasi.objects.count() == semua
        assert list(Evaluasi.objects.order_by("pk").values()) == isi
        orang = list(Evaluasi.objects.filter(periode=periode).values_list("pegawai_id", flat=True))
        assert len(orang) == len(set(orang)) > 3

    # --- the schedule ---

    def atur_jadwal(self, periode: Periode, hari: date, jam: str) -> None:
        """The pengelola types the time of the run in the admin."""
        tanggal = f"{hari:%d-%m-%Y}"
        isi = {"kode": periode.kode, "nama": periode.nama, "jenis": periode.jenis, "berlaku_untuk": ["pns", "pppk"]}
        isi |= {medan: f"{getattr(periode, medan):%d-%m-%Y}" for medan in ("mulai", "selesai", "batas_isi")}
        jawab = self.klien(PENGELOLA).post(
            reverse("admin:kinerja_periode_change", args=[periode.pk]),
            isi | {"jalan_pada_0": tanggal, "jalan_pada_1": jam},
        )
        assert jawab.status_code == 302, jawab.context["errors"] if jawab.context else ""
        periode.refresh_from_db()

    @staticmethod
    def beat(saat: datetime) -> int:
        """One call of the scheduler's task while the clock of the database stands at ``saat``; runs opened."""
        kini = Value(saat, output_field=DateTimeField())
        with mock.patch("django.db.models.functions.Now", return_value=kini):
            dibuka: int = tasks.buka_run_jatuh_tempo()
        return dibuka

    def periode_baru(self) -> Periode:
        """A period without a run that closes three days after ``SAAT``: a reminder is due."""
        return pabrik.buat_periode(
            kode="agustus",
            nama="Agustus 2026",
            jenis=JenisPeriode.BULANAN.value,
            mulai=date(2026, 8, 1),
            selesai=date(2026, 8, 31),
            batas_isi=SAAT.date() + timedelta(days=3),
        )

    def test_c58_pukul_satu_berarti_pukul_satu_wib(self) -> None:
        """C58: 01.00 typed in the admin is 01.00 WIB in page, database and task, not 08.00.

        Celery's own clock is WIB, and its schedule has intervals only, so it holds no hour that could be misread.
        """
        assert celery.now().utcoffset() == timedelta(hours=7)
        jadwal = {nama: satu["schedule"] for nama, satu in celery.conf.beat_schedule.items()}
        assert [nama for nama, satu in jadwal.items() if not isinstance(satu, timedelta)] == []
        assert jadwal["buka-run-jatuh-tempo"] <= timedelta(minutes=1)
        hari = timezone.now().astimezone(WIB).date() - timedelta(days=1)
        pukul_satu = datetime(hari.year, hari.month, hari.day, 1, 0, tzinfo=WIB)
        periode = self.periode_baru()
        self.atur_jadwal(periode, hari, "01.00")
        assert periode.jalan_pada == pukul_satu
        self.assertContains(
            self.klien(PENGELOLA).get(reverse("admin:kinerja_periode_change", args=[periode.pk])), "01.00"
        )
        assert self.beat(pukul_satu - timedelta(seconds=1)) == 0
        assert self.beat(pukul_satu) == 1
        assert RunEvaluasi.objects.filter(periode=periode).count() == 1

    def test_c60_jadwal_yang_diubah_dua_kali_tidak_membanjiri(self) -> None:
        """C60: a changed time gives at most one run per period, and every notice once."""
        hari = timezone.now().astimezone(WIB).date() - timedelta(days=1)
        periode = self.periode_baru()
        semula = Notifikasi.objects.count()
        for jam in ("01.00", "08.00", "03.00"):
            self.atur_jadwal(periode, hari, jam)
            for _ in range(5):
                tasks.buka_run_jatuh_tempo()
                tasks.bangunkan_run()
                kirim_pengingat(sekarang=SAAT.replace(hour=16))
            for run in RunEvaluasi.objects.filter(periode=periode):
                kerjakan_run(run.pk)
        assert RunEvaluasi.objects.filter(periode=periode).count() == 1
        kabar = list(Notifikasi.objects.filter(kunci__contains=str(periode.uuid)).values_list("penerima_id", "kunci"))
        assert self.k.orang[PEGAWAI].pk in {penerima for penerima, _ in kabar}
        assert len(kabar) == len(set(kabar)) == Notifikasi.objects.count() - semula

    # --- moves ---

    def test_c61_pengganti_atasan_menerima_skp_yang_sedang_menunggu(self) -> None:
        """C61: the submitted plan goes to the new head from the first day; the old one reads, and no longer decides."""
        (kode,), (dulu,) = self.k.objek["skp_diajukan"], self.k.objek["skp_setuju"]
        kasi, baru = self.k.kantor.kasi, Pegawai.objects.get(nama="Rekan")
        kursi = Jabatan.objects.get(unit=self.k.kantor.seksi, memimpin=True)
        lain = pabrik.buat_jabatan(UnitKerja.objects.get(nama="Seksi Pemerintahan"), memimpin=True)
        tugas, setujui = reverse("kinerja:skp", args=[kode]), reverse("kinerja:skp_setujui", args=[kode])
        assert f'href="{tugas}"' in self.klien(ATASAN).get("/?semua").content.decode()
        assert self.klien(REKAN).get(tugas).status_code == 404
        for orang, jabatan in ((kasi, lain), (baru, kursi)):
            pindahkan(pegawai=orang, jabatan=jabatan, mulai=SAAT.date(), dasar="SK 1", oleh=self.k.orang[PENGELOLA])
        assert f'href="{tugas}"' not in self.klien(ATASAN).get("/?semua").content.decode()
        assert f'href="{tugas}"' in self.klien(REKAN).get("/?semua").content.decode()
        # The former head: no button, no decision, and what he decided stays readable.
        self.assertNotContains(self.klien(ATASAN).get(tugas), setujui)
        for alamat in (setujui, reverse("kinerja:skp_kembalikan", args=[kode])):
            assert self.klien(ATASAN).post(alamat, {"catatan": "Perbaiki."}).status_code == 409
        assert SKP.objects.get(uuid=kode).status == "diajukan"
        assert self.klien(ATASAN).get(reverse("kinerja:skp", args=[dulu])).status_code == 200
        self.assertContains(self.klien(REKAN).get(tugas), setujui)
        assert (alihkan_skp_menunggu(), alihkan_skp_menunggu()) == (1, 0)
        kabar = Notifikasi.objects.filter(kunci__startswith="skp-alih").values_list("penerima__pk", "judul")
        assert sorted(kabar) == sorted(
            [
                (self.k.orang[REKAN].pk, f"SKP {self.k.pegawai} menunggu persetujuan Anda"),
                (self.k.orang[ATASAN].pk, f"SKP {self.k.pegawai} tidak lagi menunggu Anda"),
            ]
        )
        assert CatatanAudit.objects.filter(aksi="kinerja.skp.alihkan", objek_id=kode).count() == 1
        assert self.klien(REKAN).post(setujui).status_code == 302
        skp = SKP.objects.get(uuid=kode)
        assert (skp.status, skp.penilai) == ("disetujui", baru)

    def test_c62_pindah_di_tengah_tahun_dua_skp_masing_masing_dengan_atasannya(self) -> None:
        """C62: two plans and two periods, each rated by its own superior; nowhere an average of the two.

        No rule was found by which the results of two periods are made into one, so the pages show both as they are.
        """
        isi = kasus("C62_pindah_tengah_tahun.json")
        orang, periode = pabrik.buat_pegawai(nama=isi["pegawai"], status="pppk"), list[Periode]()
        # The periods of the office hold for others: two of one kind never hold for the same people on one day.
        Periode.objects.update(berlaku_untuk=["pns"])
        kepala: list[Pegawai] = []
        for urut, (tempat, nilai) in enumerate(zip(isi["riwayat"], isi["nilai"], strict=True), start=1):
            mulai, selesai = (date.fromisoformat(hari) for hari in nilai["periode"].split("/"))
            unit = pabrik.buat_unit(nama=tempat["unit"], induk=self.k.kantor.kecamatan)
            kepala.append(pabrik.buat_pegawai(nama=f"Kepala {tempat['atasan']}"))
            # Posts by name: a running number of a name could be the very figure that must not stand on the page.
            pabrik.tugaskan(kepala[-1], pabrik.buat_jabatan(unit, nama="Kepala unit", memimpin=True))
            pabrik.tugaskan(
                orang,
                pabrik.buat_jabatan(unit, nama="Pengadministrasi"),
                mulai=date.fromisoformat(tempat["mulai"]),
                selesai=date.fromisoformat(tempat["selesai"]) if tempat["selesai"] else None,
            )
            skp = pabrik.buat_skp(orang, penilai=kepala[-1], mulai=mulai, selesai=selesai)
            periode.append(
                pabrik.buat_periode(
                    kode=f"bagian-{urut}",
                    nama=f"Bagian {urut}",
                    berlaku_untuk=["pppk"],
                    mulai=mulai,
                    selesai=selesai,
                    batas_isi=selesai,
                )
            )
            Realisasi.objects.create(
                indikator=pabrik.buat_indikator(skp), periode=periode[-1], nilai=Decimal(nilai["nilai"])
            )
        klien = []
        for satu in kepala:
            klien.append(Client())
            klien[-1].force_login(akun(satu))
        isian = {"bagian": "keputusan", "rating_hasil": "sesuai", "rating_perilaku": "sesuai", "alasan": "Sesuai."}
        with pada(datetime(2027, 1, 5, 9, 0, tzinfo=WIB)):
            for urut, bagian in enumerate(periode):
                kerjakan_run(buka_run(periode=bagian).pk)
                baris = Evaluasi.objects.get(pegawai=orang, periode=bagian)
                assert (baris.penilai, baris.nilai_hasil) == (kepala[urut], Decimal(isi["nilai"][urut]["nilai"]))
                alamat = reverse("kinerja:nilai", args=[baris.uuid])
                assert klien[1 - urut].post(alamat, isian | {"versi": baris.versi}).status_code == 404
                assert klien[urut].post(alamat, isian | {"versi": baris.versi}).status_code == 302
            sendiri = Client()
            sendiri.force_login(akun(orang))
            halaman = [
                teks(sendiri.get(alamat))
                for alamat in (
                    *(f"{reverse('kinerja:saya')}?periode={satu.kode}" for satu in periode),
                    f"{reverse('kinerja:tahun')}?tahun=2026",
                )
            ]
        for urut, satu in enumerate(kepala):
            assert satu.nama in halaman[urut]
            assert kepala[1 - urut].nama not in halaman[urut]
            assert re.search(rf"\b{isi['nilai'][urut]['nilai']}\b", halaman[urut])
            assert periode[urut].nama in halaman[2]
        for satu_halaman in halaman:
            assert re.findall(r"\b85(?:[,.]\d+)?\b", satu_halaman) == []
            assert "rata-rata" not in satu_halaman.lower()

    def test_c64_nip_yang_dibetulkan_membawa_seluruh_riwayat(self) -> None:
        """C64: signed in with the corrected NIP the same person finds plan, notes and results; no second person."""
        orang, lama = self.k.orang[PEGAWAI], self.k.orang[PEGAWAI].nip or ""
        baru = f"{lama[:-3]}777"
        semula = list(SKP.objects.filter(pegawai=self.k.pegawai).values_list("pk")), Pegawai.objects.count()
        jawab = self.klien(PENGELOLA).post(
            reverse("admin:organisasi_pengguna_change", args=[orang.pk]),
            {"nama": orang.nama, "nip": baru, "email": orang.email or "", "is_active": "on"},
        )
        assert jawab.status_code == 302
        masuk = Client()
        masuk.post(reverse("account_login"), {"login": lama, "password": pabrik.SANDI})
        assert "_auth_user_id" not in masuk.session
        masuk.post(reverse("account_login"), {"login": baru, "password": pabrik.SANDI})
        assert masuk.session["_auth_user_id"] == str(orang.pk)
        self.assertContains(masuk.get(reverse("kinerja:evaluasi", args=self.k.objek["eval_final"])), RAHASIA[0])
        self.assertContains(masuk.get(reverse("kinerja:catatan")), RAHASIA[1])
        assert masuk.get(reverse("kinerja:skp", args=self.k.objek["skp_setuju"])).status_code == 200
        assert (list(SKP.objects.filter(pegawai=self.k.pegawai).values_list("pk")), Pegawai.objects.count()) == semula
        nilai = CatatanAudit.objects.get(aksi="organisasi.akun.ganti_nip").nilai
        assert (nilai.sebelum, nilai.sesudah) == ({"nip": lama}, {"nip": baru})

    # --- two at once ---

    def test_c69_simpanan_kedua_berhenti_dan_kedua_alasan_terbaca(self) -> None:
        """C69: two browsers hold one assessment; the second save says who was first and when, and keeps its text."""
        alamat = reverse("kinerja:nilai", args=self.k.objek["eval_menunggu"])
        pertama, kedua = self.klien(ATASAN), self.klien(ATASAN)
        isian = {"bagian": "keputusan", "rating_perilaku": "sesuai"}
        versi = [klien.get(alamat).context["keputusan"]["versi"].value() for klien in (pertama, kedua)]
        a = isian | {"rating_hasil": "di_bawah", "alasan": "Alasan dari peramban pertama.", "versi": versi[0]}
        b = isian | {"rating_hasil": "di_atas", "alasan": "Alasan dari peramban kedua.", "versi": versi[1]}
        assert pertama.post(alamat, a).status_code == 302
        tersimpan = self.evaluasi_menunggu()
        assert tersimpan.diputus_pada is not None
        jawab = kedua.post(alamat, b)
        assert jawab.status_code == 409
        isi = teks(jawab)
        saat = tersimpan.diputus_pada.astimezone(WIB)
        assert re.search(rf"sudah diubah oleh Kasi pada {saat.day} \w+ {saat.year},? pukul {saat:%H.%M} WIB", isi), isi
        assert jawab.context["keputusan"]["alasan"].value() == b["alasan"]
        assert "«Alasan dari peramban pertama.»" in isi
        kini = self.evaluasi_menunggu()
        assert (kini.alasan, kini.rating_hasil, kini.versi) == (a["alasan"], "di_bawah", tersimpan.versi)
        # Having read both, pressing again is a choice.
        assert kedua.post(alamat, b | {"versi": jawab.context["keputusan"]["versi"].value()}).status_code == 302
        assert self.evaluasi_menunggu().alasan == b["alasan"]
