"""The life of an event: who, in which state, on which day; and what follows for needs, rooms and people."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from pelatihan.enums import StatusKebutuhan, SumberKebutuhan
from pelatihan.models import Kegiatan, Narasumber, NarasumberSesi, Pendaftaran, SesiKegiatan
from pelatihan.perhitungan.kegiatan import LANJUTAN_KEGIATAN, StatusKegiatan, StatusPendaftaran
from pelatihan.proses import ProsesDitolak, usulkan_kebutuhan
from pelatihan.proses import kegiatan as proses
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_kegiatan import buat_kegiatan, buat_sesi, saat


class KegiatanTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kasi = akun(self.kantor.kasi)
        self.kegiatan = buat_kegiatan(self.kantor.seksi, self.kasi)
        self.sesi = buat_sesi(self.kegiatan, saat("2026-10-06", "09:00"))

    def langkah(self, jalankan: Any, oleh: Pengguna | None = None, **isi: Any) -> Kegiatan:
        self.kegiatan.refresh_from_db()
        hasil: Kegiatan = jalankan(
            kegiatan=self.kegiatan, oleh=oleh or self.pengelola, versi=self.kegiatan.versi, **isi
        )
        return hasil

    def pada_keadaan(self, status: StatusKegiatan) -> None:
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(status=status.value, alasan="Hujan.")

    def daftarkan(self, status: StatusPendaftaran = StatusPendaftaran.TERDAFTAR) -> Pendaftaran:
        return Pendaftaran.objects.create(
            kegiatan=self.kegiatan, pegawai=self.staf, status=status.value, didaftarkan_oleh=akun(self.staf)
        )

    def test_peserta_dan_narasumber_diberi_tahu_sekali(self) -> None:
        """Who takes part and speaks is told once; so is everybody when it is told again for the same version."""
        self.daftarkan()
        for orang in (self.staf, self.pppk):
            NarasumberSesi.objects.create(
                sesi=self.sesi,
                narasumber=Narasumber.objects.create(nama=orang.nama, pegawai=orang),
                waktu=self.sesi.waktu,
            )
        NarasumberSesi.objects.create(
            sesi=self.sesi, narasumber=Narasumber.objects.create(nama="Tamu"), waktu=self.sesi.waktu
        )
        for _ in range(2):
            proses.kabari(self.kegiatan, "tunda", "Kegiatan ditunda", "Hujan.")
        kabar = Notifikasi.objects.filter(judul="Kegiatan ditunda")
        self.assertCountEqual([satu.penerima for satu in kabar], [akun(self.staf), akun(self.pppk)])

    def test_dari_draf_sampai_pendaftaran_dengan_jejaknya(self) -> None:
        self.langkah(proses.ajukan, self.kasi)
        self.langkah(proses.setujui)
        self.langkah(proses.buka_pendaftaran)
        baris = self.langkah(proses.tutup_pendaftaran)
        self.assertEqual((baris.status, baris.versi), (StatusKegiatan.DITUTUP.value, 5))
        self.assertEqual((baris.diusulkan_oleh, baris.disetujui_oleh), (self.kasi, self.pengelola))
        aksi = CatatanAudit.objects.filter(aksi__startswith="pelatihan.kegiatan.").values_list("aksi", flat=True)
        self.assertEqual(
            sorted(aksi),
            [f"pelatihan.kegiatan.{kata}" for kata in ("disetujui", "ditutup", "diusulkan", "pendaftaran")],
        )

    def test_pengusul_tidak_menyetujui_usulannya(self) -> None:
        self.langkah(proses.ajukan, self.kasi)
        for jalankan in (proses.setujui, lambda **isi: proses.kembalikan(alasan="Kurang.", **isi)):
            with self.assertRaisesMessage(ProsesDitolak, "diputus orang lain"):
                self.langkah(jalankan, self.kasi)
        self.langkah(proses.setujui)

    def test_penulis_tidak_menyetujui_walau_orang_lain_yang_mengajukan(self) -> None:
        self.langkah(proses.ajukan, self.pengelola)
        with self.assertRaisesMessage(ProsesDitolak, "diputus orang lain"):
            self.langkah(proses.setujui, self.kasi)

    def test_yang_mengubah_usulan_menjadi_pengusulnya(self) -> None:
        self.langkah(proses.ajukan, self.kasi)
        baris = self.langkah(proses.ubah_kegiatan, isi=self.isi(judul="Judul yang lain"))
        self.assertEqual(baris.diusulkan_oleh, self.pengelola)
        with self.assertRaisesMessage(ProsesDitolak, "diputus orang lain"):
            self.langkah(proses.setujui)

    def test_orang_luar_ditolak_di_setiap_langkah(self) -> None:
        for jalankan in (proses.ajukan, proses.setujui, proses.buka_pendaftaran, proses.selesaikan):
            with self.assertRaisesMessage(ProsesDitolak, "pemimpin unit"):
                self.langkah(jalankan, akun(self.staf))

    def test_setiap_peralihan_yang_tidak_ada_ditolak(self) -> None:
        """Every state × step against the table of transitions."""
        ke = {
            proses.ajukan: StatusKegiatan.DIUSULKAN,
            proses.setujui: StatusKegiatan.DISETUJUI,
            proses.buka_pendaftaran: StatusKegiatan.PENDAFTARAN,
            proses.tutup_pendaftaran: StatusKegiatan.DITUTUP,
            proses.mulai: StatusKegiatan.BERLANGSUNG,
            proses.akhiri: StatusKegiatan.EVALUASI,
            proses.selesaikan: StatusKegiatan.SELESAI,
        }
        for status in StatusKegiatan:
            for jalankan, tujuan in ke.items():
                if tujuan in LANJUTAN_KEGIATAN[status]:
                    continue
                self.pada_keadaan(status)
                with self.subTest(status=status, tujuan=tujuan), self.assertRaisesMessage(ProsesDitolak, "berkeadaan"):
                    self.langkah(jalankan)

    def test_versi_lama_ditolak(self) -> None:
        self.kegiatan.refresh_from_db()
        Kegiatan.objects.filter(pk=self.kegiatan.pk).update(versi=7)
        with self.assertRaisesMessage(ProsesDitolak, "diubah orang lain"):
            proses.ajukan(kegiatan=self.kegiatan, oleh=self.kasi, versi=1)

    def test_tanpa_sesi_tidak_diajukan(self) -> None:
        SesiKegiatan.objects.update(batal=True)
        with self.assertRaisesMessage(ProsesDitolak, "belum punya sesi"):
            self.langkah(proses.ajukan)

    def test_dimulai_pada_harinya_dan_diakhiri_sesudah_sesi_terakhir(self) -> None:
        self.pada_keadaan(StatusKegiatan.DITUTUP)
        with self.assertRaisesMessage(ProsesDitolak, "6 Oktober 2026"):
            self.langkah(proses.mulai)
        buat_sesi(self.kegiatan, saat("2026-09-15", "13:00"))
        self.langkah(proses.mulai)
        with self.assertRaisesMessage(ProsesDitolak, "belum berlangsung"):
            self.langkah(proses.akhiri)
        SesiKegiatan.objects.filter(pk=self.sesi.pk).update(batal=True)
        self.langkah(proses.akhiri)
        self.assertEqual(self.langkah(proses.selesaikan).status, StatusKegiatan.SELESAI.value)

    def test_pendaftaran_tidak_dibuka_lagi_selama_ada_yang_menunggu(self) -> None:
        self.pada_keadaan(StatusKegiatan.DITUTUP)
        self.daftarkan(StatusPendaftaran.DAFTAR_TUNGGU)
        with self.assertRaisesMessage(ProsesDitolak, "Masih ada 1 orang"):
            self.langkah(proses.buka_pendaftaran)

    def test_sesudah_ditunda_pendaftaran_dibuka_lagi_dan_yang_menunggu_tetap_di_tempatnya(self) -> None:
        self.pada_keadaan(StatusKegiatan.DISETUJUI)
        menunggu = self.daftarkan(StatusPendaftaran.DAFTAR_TUNGGU)
        self.langkah(proses.buka_pendaftaran)
        menunggu.refresh_from_db()
        self.assertEqual(menunggu.status, StatusPendaftaran.DAFTAR_TUNGGU.value)

    def test_yang_menunggu_berakhir_dan_diberi_tahu_bila_kegiatan_dibatalkan(self) -> None:
        self.pada_keadaan(StatusKegiatan.PENDAFTARAN)
        menunggu = self.daftarkan(StatusPendaftaran.MENUNGGU)
        self.langkah(proses.batalkan, alasan="Banjir.")
        menunggu.refresh_from_db()
        self.assertEqual((menunggu.status, menunggu.alasan), (StatusPendaftaran.BATAL.value, "Kegiatan dibatalkan."))
        self.assertIn("Banjir.", Notifikasi.objects.get(penerima=akun(self.staf)).isi)

    def test_tunda_membebaskan_ruang_dan_memberi_tahu_lalu_lanjut_dengan_waktu_baru(self) -> None:
        self.pada_keadaan(StatusKegiatan.PENDAFTARAN)
        self.daftarkan()
        baris = self.langkah(proses.tunda, alasan="Banjir.")
        self.sesi.refresh_from_db()
        self.assertTrue(self.sesi.batal)
        self.assertEqual((baris.alasan, baris.urutan_kalender), ("Banjir.", 1))
        self.assertIn("Banjir.", Notifikasi.objects.get(penerima=akun(self.staf)).isi)
        with self.assertRaisesMessage(ProsesDitolak, "belum punya sesi"):
            self.langkah(proses.lanjutkan)
        SesiKegiatan.objects.filter(pk=self.sesi.pk).update(batal=False)
        self.assertEqual(self.langkah(proses.lanjutkan).status, StatusKegiatan.DISETUJUI.value)
        self.assertEqual(Notifikasi.objects.filter(penerima=akun(self.staf)).count(), 2)

    def test_batal_membuka_kebutuhannya_lagi(self) -> None:
        butuh = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul="Ramah", unit=self.kantor.seksi)
        baris = proses.buat_kegiatan(
            kode=uuid4(), unit=self.kantor.seksi, oleh=self.kasi, isi=self.isi(kebutuhan=butuh)
        )
        butuh.refresh_from_db()
        self.assertEqual(butuh.status, StatusKebutuhan.DIRENCANAKAN.value)
        proses.batalkan(kegiatan=baris, oleh=self.kasi, versi=1, alasan="Tidak jadi.")
        butuh.refresh_from_db()
        self.assertEqual(butuh.status, StatusKebutuhan.TERBUKA.value)

    def test_batal_tanpa_alasan_ditolak(self) -> None:
        with self.assertRaisesMessage(ProsesDitolak, "alasan pembatalan"):
            self.langkah(proses.batalkan, alasan="  ")

    def isi(self, **ubah: Any) -> dict[str, Any]:
        return {nama: getattr(self.kegiatan, nama) for nama in proses.ISI} | ubah

    def test_formulir_yang_sama_tersimpan_sekali(self) -> None:
        kode = uuid4()
        satu, dua = (
            proses.buat_kegiatan(kode=kode, unit=self.kantor.seksi, oleh=self.kasi, isi=self.isi()) for _ in range(2)
        )
        self.assertEqual(satu, dua)
        with self.assertRaisesMessage(ProsesDitolak, "sudah dipakai"):
            proses.buat_kegiatan(kode=kode, unit=self.kantor.seksi, oleh=self.pengelola, isi=self.isi())

    def test_kursi_tidak_di_bawah_yang_terisi(self) -> None:
        self.pada_keadaan(StatusKegiatan.PENDAFTARAN)
        self.daftarkan()
        Pendaftaran.objects.create(
            kegiatan=self.kegiatan,
            pegawai=self.pppk,
            status=StatusPendaftaran.MENUNGGU.value,
            didaftarkan_oleh=self.pengelola,
        )
        with self.assertRaisesMessage(ProsesDitolak, "Sudah 2 kursi terisi"):
            self.langkah(proses.ubah_kegiatan, isi=self.isi(kuota_maks=1))
        self.assertEqual(self.langkah(proses.ubah_kegiatan, isi=self.isi(kuota_maks=2)).kuota_maks, 2)

    def test_pagu_yang_disetujui_tidak_diubah(self) -> None:
        self.pada_keadaan(StatusKegiatan.DISETUJUI)
        with self.assertRaisesMessage(ProsesDitolak, "sudah disetujui"):
            self.langkah(proses.ubah_kegiatan, isi=self.isi(pagu=1_000_000))

    def test_peserta_paling_sedikit_tidak_melebihi_kursi(self) -> None:
        with self.assertRaisesMessage(ProsesDitolak, "melebihi jumlah kursi"):
            self.langkah(proses.ubah_kegiatan, isi=self.isi(kuota_min=31))
