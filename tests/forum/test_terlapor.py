"""A complaint about somebody of the office goes to a superior; the person neither handles nor reads it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from django.urls import reverse

from forum.models import Laporan
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_unit as unit
from forum.proses.kabar_laporan import kabari
from forum.ringkasan.terlapor import atasan_terlapor
from forum.ringkasan.tugas_laporan import tugas_laporan
from rakumpit.bacaan import baca
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.forum.isi_laporan import BATAS, kirim
from tests.forum.test_laporan import KantorLaporan


@override_settings(USERSESSIONS_TRACK_ACTIVITY=False)
class TerlaporTest(KantorLaporan):
    def tandai(self, terlapor: Pegawai | None, **ubah: Any) -> Laporan:
        isi: dict[str, Any] = {"oleh": self.pengelola, "versi": 1, "klasifikasi": "pengaduan"} | ubah
        return kelola.verifikasi(laporan=kirim(), terlapor=terlapor, **isi)

    def teruskan(self, laporan: Laporan, tujuan: Pegawai, oleh: Pengguna | None = None) -> Laporan:
        return kelola.teruskan(
            laporan=laporan,
            oleh=oleh or self.pengelola,
            versi=laporan.versi,
            penugasan=Penugasan.objects.get(pegawai=tujuan, sifat=SifatPenugasan.DEFINITIF.value),
            catatan="Mohon diperiksa.",
            batas=BATAS,
        )

    def test_ditolak_kepada_yang_diadukan_dan_rekannya(self) -> None:
        rekan = pabrik.buat_pegawai(self.petugas.penugasan.get().jabatan.unit, nama="Rekan Seunit")
        laporan = self.tandai(self.petugas)
        for tujuan in (self.petugas, rekan, self.sekcam):
            with self.subTest(tujuan.nama), self.assertRaisesMessage(ValidationError, "diteruskan kepada atasannya"):
                self.teruskan(laporan, tujuan)
        laporan.refresh_from_db()
        self.assertEqual((laporan.status, laporan.disposisi.count()), ("terverifikasi", 0))

    def test_diterima_kepada_pemimpin_unit_atau_di_atasnya(self) -> None:
        for tujuan in (self.kasi, self.camat):
            self.assertEqual(self.teruskan(self.tandai(self.petugas), tujuan).penangan, tujuan)

    def test_tentang_pemimpin_naik_ke_atasnya(self) -> None:
        laporan = self.tandai(self.kasi)
        self.assertEqual([satu.pegawai for satu in atasan_terlapor(self.kasi)], [self.camat])
        with self.assertRaises(ValidationError):
            self.teruskan(laporan, self.kasi)
        self.assertEqual(self.teruskan(laporan, self.camat).penangan, self.camat)

    def test_pelaksana_harian_tidak_menerima_pengaduan_tentang_dirinya(self) -> None:
        """Acting for the camat, the kasi is still not his own superior; the camat himself is."""
        jabatan = self.camat.penugasan.get().jabatan
        pabrik.tugaskan(self.kasi, jabatan, sifat=SifatPenugasan.PLH.value, dasar="SP 1", mulai=hari_ini())
        self.assertEqual([satu.pegawai for satu in atasan_terlapor(self.kasi)], [self.camat])

    def test_tanpa_atasan_di_kantor_tidak_dapat_diteruskan(self) -> None:
        self.assertEqual(atasan_terlapor(self.camat), [])
        with self.assertRaisesMessage(ValidationError, "diteruskan kepada atasannya"):
            self.teruskan(self.tandai(self.camat), self.kasi)

    def test_hanya_pengaduan_dan_bukan_oleh_yang_diadukan(self) -> None:
        with self.assertRaisesMessage(ValidationError, "Hanya pengaduan"):
            self.tandai(self.petugas, klasifikasi="saran")
        Pengguna.objects.filter(pk=self.akun.pk).update(pengelola=True)
        with self.assertRaisesMessage(ValidationError, "diperiksa pengelola lain"):
            self.tandai(self.petugas, oleh=Pengguna.objects.get(pk=self.akun.pk))

    def test_dilengkapi_sebagai_jenis_lain_melepas_tanda(self) -> None:
        laporan = self.tandai(self.petugas)
        laporan = kelola.minta_lengkapi(
            laporan=laporan, oleh=self.pengelola, versi=laporan.versi, klasifikasi="saran", teks="Di mana?"
        )
        self.assertIsNone(laporan.terlapor)

    def test_yang_diadukan_tidak_membaca_dan_tidak_melangkah(self) -> None:
        """Also as pengelola, and as the leader of the unit that has it."""
        laporan = self.teruskan(self.tandai(self.kasi), self.camat)
        biasa = self.teruskan(self.tandai(None), self.kasi)
        assert self.kasi.pengguna is not None
        Pengguna.objects.filter(pk=self.kasi.pengguna.pk).update(pengelola=True)
        akun = Pengguna.objects.get(pk=self.kasi.pengguna.pk)
        self.assertEqual(list(Laporan.objects.terlihat_oleh(akun)), [biasa])
        klien = Client()
        klien.force_login(akun)
        for satu, kode in ((laporan, 404), (biasa, 200)):
            self.assertEqual(klien.get(reverse("forum:laporan_kelola", args=[satu.uuid])).status_code, kode)
        self.assertNotIn(laporan.nomor, klien.get(reverse("forum:laporan_daftar") + "?keadaan=semua").content.decode())
        tugas = baca(tugas_laporan(baca(baca_pembaca(akun, hari_ini()))))
        self.assertEqual([satu.tautan for satu in tugas], [reverse("forum:laporan_kelola", args=[biasa.uuid])])
        with self.assertRaises(PermissionDenied):
            unit.mulai(laporan=laporan, oleh=akun, versi=laporan.versi)
        with self.assertRaises(PermissionDenied):
            kelola.buka_identitas(laporan=laporan, oleh=akun, alasan="Ingin tahu.")

    def test_yang_diadukan_tidak_diberi_tahu(self) -> None:
        laporan = self.tandai(self.petugas)
        Notifikasi.objects.all().delete()
        kabari([self.akun.pk, self.pengelola.pk], laporan, "uji", "terlambat", "Kabar.")
        self.assertEqual(list(Notifikasi.objects.values_list("penerima_id", flat=True)), [self.pengelola.pk])

    def test_basis_data_menolak_penangan_yang_diadukan(self) -> None:
        laporan = self.teruskan(self.tandai(None), self.petugas)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Laporan.objects.filter(pk=laporan.pk).update(terlapor=self.petugas)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Laporan.objects.filter(pk=laporan.pk).update(terlapor=self.kasi, klasifikasi="saran")

    def test_halaman_menawarkan_atasan_saja(self) -> None:
        klien = Client()
        klien.force_login(self.pengelola)
        laporan = kirim()
        isi = {"versi": 1, "klasifikasi": "pengaduan", "kadar": "", "terlapor": str(self.petugas.uuid)}
        klien.post(reverse("forum:laporan_verifikasi", args=[laporan.uuid]), isi)
        halaman = klien.get(reverse("forum:laporan_kelola", args=[laporan.uuid]))
        self.assertContains(halaman, "Pegawai yang diadukan")
        form = next(form for _, aksi, form, _ in halaman.context["utama"] if aksi.judul == "Teruskan ke unit")
        self.assertEqual({satu.pegawai for satu in form.fields["penugasan"].queryset}, {self.kasi, self.camat})
        self.assertEqual(form.fields["penugasan"].initial, self.kasi.penugasan.get().uuid)
