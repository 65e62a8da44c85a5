"""Registration: who, which state, once, and who gets the seat."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kinerja.models import MasaKhusus
from pelatihan.models import AturanPendaftaran, Kegiatan, Pendaftaran, PerjanjianKerja, PilihanPendaftaran
from pelatihan.proses import kursi
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.pendaftaran import (
    batalkan,
    lepas_tawaran,
    mendaftar,
    setujui,
    setujui_banyak,
    terima_tawaran,
    tolak,
)
from pelatihan.ringkasan.pendaftaran import jadwal, nomor_tunggu, peringatan, peringatan_orang
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import WIB
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, buat_riwayat
from tests.pelatihan.isi_pendaftaran import MULAI, buat_sesi, buka_kegiatan
from tests.survei.dasar import SAAT, pada


class UjiPendaftaran(UjiPelatihan):
    def orang(self, n: int) -> list[Pegawai]:
        return [pabrik.buat_pegawai(self.kantor.seksi, nama=f"Peserta {urut}") for urut in range(1, n + 1)]

    def daftar(self, kegiatan: Kegiatan, pegawai: Pegawai, oleh: Pengguna | None = None, **ubah: Any) -> Pendaftaran:
        return mendaftar(kegiatan=kegiatan, pegawai=[pegawai], oleh=oleh or akun(pegawai), **ubah)[0]

    def status(self, *baris: Pendaftaran) -> list[str]:
        return [Pendaftaran.objects.get(pk=satu.pk).status for satu in baris]

    def ubah_kuota(self, kegiatan: Kegiatan, kuota: int) -> list[Pendaftaran]:
        baris = kursi.kunci_kegiatan(kegiatan.pk)
        kursi.periksa_kuota(baris, kuota)
        baris.kuota_maks = kuota
        baris.save(update_fields=["kuota_maks"])
        return kursi.naikkan(baris)


class KursiTests(UjiPendaftaran):
    def test_s06_kuota_dinaikkan_dua_orang_pertama_ditawari(self) -> None:
        """Golden S06: 30 seats, a list of four, raised to 32."""
        kegiatan = buka_kegiatan(self.kantor.seksi, 30)
        baris = [self.daftar(kegiatan, satu) for satu in self.orang(34)]
        self.assertEqual(list(nomor_tunggu(baris).values()), [1, 2, 3, 4])
        naik = self.ubah_kuota(kegiatan, 32)
        self.assertEqual(naik, baris[30:32])
        self.assertEqual(self.status(*baris[30:]), ["ditawari", "ditawari", "daftar_tunggu", "daftar_tunggu"])
        tunggu = list(Pendaftaran.objects.filter(pk__in=[satu.pk for satu in baris]))
        self.assertEqual(nomor_tunggu(tunggu), {baris[32].pk: 1, baris[33].pk: 2})
        kabar = Notifikasi.objects.filter(judul=f"Ada kursi untuk Anda: {kegiatan.judul}")
        self.assertEqual(
            set(kabar.values_list("penerima_id", flat=True)), {satu.pegawai.pengguna_id for satu in baris[30:32]}
        )
        self.assertEqual(self.ubah_kuota(kegiatan, 32), [])

    def test_kuota_tidak_turun_di_bawah_kursi_terisi(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 20)
        for satu in self.orang(18):
            self.daftar(kegiatan, satu)
        with self.assertRaisesMessage(ProsesDitolak, "Sudah 18 kursi terisi."):
            self.ubah_kuota(kegiatan, 17)
        self.ubah_kuota(kegiatan, 18)

    def test_batal_memberi_kursi_kepada_yang_pertama_menunggu(self) -> None:
        """A in, B and C wait; A cancels, B accepts, B cancels: C gets the seat, and B is off the list."""
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        orang = self.orang(3)
        a, b, c = (self.daftar(kegiatan, satu) for satu in orang)
        batalkan(pendaftaran=a, oleh=akun(orang[0]))
        self.assertEqual(self.status(a, b, c), ["batal", "ditawari", "daftar_tunggu"])
        terima_tawaran(pendaftaran=b, oleh=akun(orang[1]))
        terima_tawaran(pendaftaran=b, oleh=akun(orang[1]))
        batalkan(pendaftaran=b, oleh=akun(orang[1]))
        self.assertEqual(self.status(a, b, c), ["batal", "batal", "ditawari"])
        terima_tawaran(pendaftaran=c, oleh=akun(orang[2]))
        self.assertEqual(self.status(a, b, c), ["batal", "batal", "terdaftar"])
        langkah = CatatanAudit.objects.filter(aksi__startswith="pelatihan.pendaftaran.")
        self.assertEqual(
            list(langkah.order_by("pk").values_list("aksi", flat=True)),
            [
                *("pelatihan.pendaftaran.daftar",) * 3,
                *("pelatihan.pendaftaran.batal", "pelatihan.pendaftaran.ditawari", "pelatihan.pendaftaran.terdaftar"),
                *("pelatihan.pendaftaran.batal", "pelatihan.pendaftaran.ditawari", "pelatihan.pendaftaran.terdaftar"),
            ],
        )

    def test_tawaran_berlaku_dua_hari_kerja_lalu_berpindah(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        orang = self.orang(3)
        a, b, c = (self.daftar(kegiatan, satu) for satu in orang)
        batalkan(pendaftaran=a, oleh=akun(orang[0]))
        b.refresh_from_db()
        # 15 September 2026 is a Tuesday: two working days end with Thursday the 17th.
        self.assertEqual(b.tawaran_sampai, datetime(2026, 9, 18, tzinfo=WIB))
        with pada(datetime(2026, 9, 17, 23, 59, tzinfo=WIB)):
            self.assertEqual(kursi.rapikan(), 0)
        with pada(datetime(2026, 9, 18, 0, 0, tzinfo=WIB)):
            with self.assertRaisesMessage(ProsesDitolak, "sudah berakhir"):
                terima_tawaran(pendaftaran=b, oleh=akun(orang[1]))
            self.assertEqual((kursi.rapikan(), kursi.rapikan()), (1, 0))
        self.assertEqual(self.status(b, c), ["batal", "ditawari"])
        habis = Notifikasi.objects.filter(penerima=orang[1].pengguna, judul__startswith="Pendaftaran berakhir")
        self.assertEqual(habis.count(), 1)

    def test_melepas_tawaran_memberi_kepada_berikutnya(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        orang = self.orang(3)
        a, b, c = (self.daftar(kegiatan, satu) for satu in orang)
        batalkan(pendaftaran=a, oleh=akun(orang[0]))
        with self.assertRaises(ProsesDitolak):
            lepas_tawaran(pendaftaran=b, oleh=akun(orang[2]))
        lepas_tawaran(pendaftaran=b, oleh=akun(orang[1]))
        lepas_tawaran(pendaftaran=b, oleh=akun(orang[1]))
        self.assertEqual(self.status(b, c), ["batal", "ditawari"])

    def test_membuka_lagi_tidak_mendahului_yang_menunggu(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        orang = self.orang(3)
        self.daftar(kegiatan, orang[0])
        self.daftar(kegiatan, orang[1])
        # Closed, more seats without anybody told, opened again: the newcomer still stands behind.
        Kegiatan.objects.filter(pk=kegiatan.pk).update(kuota_maks=5)
        self.assertEqual(self.daftar(kegiatan, orang[2]).status, "daftar_tunggu")

    def test_urutan_menurut_belum_pernah_ikut(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        PilihanPendaftaran.objects.create(kegiatan=kegiatan, urutan="belum_pernah")
        orang = self.orang(4)
        buat_riwayat(orang[1], self.pengelola, 4, date(2026, 2, 2))
        baris = [self.daftar(kegiatan, satu) for satu in orang]
        self.assertEqual(nomor_tunggu(baris), {baris[2].pk: 1, baris[3].pk: 2, baris[1].pk: 3})

    def test_kegiatan_mulai_mengakhiri_yang_masih_menunggu(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1, perlu_persetujuan=True)
        orang = self.orang(2)
        baris = [self.daftar(kegiatan, satu) for satu in orang]
        with pada(MULAI):
            self.assertEqual(kursi.rapikan(), 2)
            self.assertEqual(self.status(*baris), ["batal", "batal"])
            with self.assertRaisesMessage(ProsesDitolak, "sudah dimulai"):
                self.daftar(kegiatan, orang[0])


class PendaftaranTests(UjiPendaftaran):
    def test_dikirim_dua_kali_tersimpan_sekali(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 5)
        self.assertEqual(self.daftar(kegiatan, self.staf), self.daftar(kegiatan, self.staf))
        self.assertEqual(Notifikasi.objects.filter(penerima=self.staf.pengguna).count(), 1)

    def test_mendaftar_lagi_sesudah_batal_berdiri_di_belakang(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 1)
        orang = self.orang(3)
        a, b, c = (self.daftar(kegiatan, satu) for satu in orang)
        batalkan(pendaftaran=b, oleh=akun(orang[1]))
        lagi = self.daftar(kegiatan, orang[1])
        self.assertEqual(nomor_tunggu([a, c, lagi]), {c.pk: 1, lagi.pk: 2})

    def test_siapa_mendaftarkan_siapa(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, perlu_persetujuan=True)
        for oleh in (akun(self.pppk), akun(self.kantor.camat), self.asing):
            with self.subTest(oleh.nama), self.assertRaises(ProsesDitolak):
                self.daftar(kegiatan, self.staf, oleh)
        self.assertEqual(self.daftar(kegiatan, self.staf, akun(self.kantor.kasi)).status, "terdaftar")
        self.assertEqual(self.daftar(kegiatan, self.pppk, self.pengelola).status, "menunggu")

    def test_rombongan_dihitung_seorang_seorang_dan_semua_atau_tidak_ada(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, 3)
        orang = self.orang(5)
        baris = mendaftar(kegiatan=kegiatan, pegawai=orang, oleh=self.pengelola)
        self.assertEqual([satu.status for satu in baris], ["terdaftar"] * 3 + ["daftar_tunggu"] * 2)
        lain = buka_kegiatan(self.kantor.seksi, 3)
        Pegawai.objects.filter(pk=orang[4].pk).update(selesai=date(2026, 9, 30))
        with self.assertRaisesMessage(ProsesDitolak, f"{orang[4].nama}:"):
            mendaftar(kegiatan=lain, pegawai=orang, oleh=self.pengelola)
        self.assertEqual(lain.pendaftaran.count(), 0)

    def test_pendaftaran_tertutup_menyebut_sebabnya(self) -> None:
        sebab = {
            "disetujui": "belum dibuka",
            "ditutup": "sudah ditutup",
            "berlangsung": "sudah dimulai",
            "selesai": "sudah dimulai",
        }
        for status, kata in sebab.items():
            kegiatan = buka_kegiatan(self.kantor.seksi, status=status)
            with self.subTest(status), self.assertRaisesMessage(ProsesDitolak, kata):
                self.daftar(kegiatan, self.staf)
        for status in ("ditunda", "dibatalkan"):
            kegiatan = buka_kegiatan(self.kantor.seksi, status=status, alasan="Banjir.")
            with self.subTest(status), self.assertRaisesMessage(ProsesDitolak, f"{status}: Banjir."):
                self.daftar(kegiatan, self.staf)
        kegiatan = buka_kegiatan(self.kantor.seksi, tutup_pendaftaran=SAAT)
        with self.assertRaisesMessage(ProsesDitolak, "Pendaftaran ditutup 15 September 2026"):
            self.daftar(kegiatan, self.staf)

    def test_kegiatan_wajib_kedua_pada_waktu_sama_ditolak_yang_lain_diingatkan(self) -> None:
        wajib = buka_kegiatan(self.kantor.seksi, wajib=True)
        self.daftar(wajib, self.staf)
        biasa = buka_kegiatan(self.kantor.seksi, mulai=MULAI + timedelta(hours=2))
        self.assertEqual(
            peringatan_orang(biasa, self.staf.pk, jadwal(biasa)), [f"Waktunya bertumpuk dengan «{wajib.judul}»."]
        )
        self.daftar(biasa, self.staf)
        kedua = buka_kegiatan(self.kantor.seksi, wajib=True, mulai=MULAI + timedelta(hours=2))
        with self.assertRaisesMessage(ProsesDitolak, f"kegiatan wajib lain: «{wajib.judul}»"):
            self.daftar(kedua, self.staf)
        # Half-open: one that begins the minute the other ends is no clash.
        sesudah = buka_kegiatan(self.kantor.seksi, wajib=True, mulai=MULAI + timedelta(hours=3))
        self.daftar(sesudah, self.staf)

    def test_sesi_selang_seling_tidak_bertumpuk(self) -> None:
        pagi = buka_kegiatan(self.kantor.seksi, wajib=True)
        buat_sesi(pagi, MULAI + timedelta(days=2))
        self.daftar(pagi, self.staf)
        antara = buka_kegiatan(self.kantor.seksi, wajib=True, mulai=MULAI + timedelta(days=1))
        self.assertEqual(self.daftar(antara, self.staf).status, "terdaftar")

    def test_cuti_besar_menjadi_peringatan(self) -> None:
        MasaKhusus.objects.create(
            pegawai=self.staf, jenis="cuti_besar", mulai=date(2026, 10, 1), selesai=date(2026, 12, 1), dasar="1"
        )
        kegiatan = buka_kegiatan(self.kantor.seksi)
        kata = peringatan([self.staf.pk, self.pppk.pk], jadwal(kegiatan), [])
        self.assertEqual(kata, {self.staf.pk: ["Cuti besar, 1 Oktober 2026 sampai 1 Desember 2026."]})
        self.assertEqual(self.daftar(kegiatan, self.staf).status, "terdaftar")

    def test_pppk_melampaui_batas_memerlukan_alasan_pengelola(self) -> None:
        PerjanjianKerja.objects.create(pegawai=self.pppk, mulai=date(2026, 3, 1), selesai=date(2027, 2, 28))
        buat_riwayat(self.pppk, self.pengelola, 10, date(2026, 4, 14))
        pertama = buka_kegiatan(self.kantor.seksi, jp=Decimal(10))
        self.daftar(pertama, self.pppk)
        kedua = buka_kegiatan(self.kantor.seksi, jp=Decimal(6), mulai=MULAI + timedelta(days=7))
        for oleh, alasan in ((akun(self.pppk), ""), (akun(self.pppk), "Penting."), (self.pengelola, " ")):
            with self.assertRaisesMessage(ProsesDitolak, "menjadi 26 JP dari paling banyak 24 JP"):
                self.daftar(kedua, self.pppk, oleh, alasan_melampaui=alasan)
        baris = self.daftar(kedua, self.pppk, self.pengelola, alasan_melampaui="Satu-satunya petugas.")
        self.assertEqual(baris.alasan_melampaui, "Satu-satunya petugas.")
        tepat = buka_kegiatan(self.kantor.seksi, jp=Decimal(10), mulai=MULAI + timedelta(days=14))
        self.assertEqual(self.daftar(tepat, self.staf).status, "terdaftar")


class JawabanTests(UjiPendaftaran):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = buka_kegiatan(self.kantor.seksi, 1, perlu_persetujuan=True)
        self.kasi, self.camat = akun(self.kantor.kasi), akun(self.kantor.camat)

    def test_atasan_menjawab_sekali(self) -> None:
        baris = self.daftar(self.kegiatan, self.staf)
        self.assertEqual((baris.status, baris.batas_atasan), ("menunggu", date(2026, 9, 22)))
        for oleh in (akun(self.staf), self.pengelola, self.camat, self.asing):
            with self.subTest(oleh.nama), self.assertRaises(ProsesDitolak):
                setujui(pendaftaran=baris, oleh=oleh)
        setujui(pendaftaran=baris, oleh=self.kasi)
        self.assertEqual(self.status(baris), ["terdaftar"])
        with self.assertRaisesMessage(ProsesDitolak, "sudah lewat"):
            tolak(pendaftaran=baris, oleh=self.kasi, alasan="Sibuk.")

    def test_diam_naik_kepada_atasan_di_atasnya(self) -> None:
        baris = self.daftar(self.kegiatan, self.staf)
        with pada(datetime(2026, 9, 22, 23, 0, tzinfo=WIB)), self.assertRaises(ProsesDitolak):
            setujui(pendaftaran=baris, oleh=self.camat)
        with pada(datetime(2026, 9, 23, 0, 1, tzinfo=WIB)):
            setujui(pendaftaran=baris, oleh=self.camat)

    def test_tanpa_atasan_berakun_pengelola_menjawab(self) -> None:
        baris = self.daftar(self.kegiatan, self.kantor.camat)
        setujui(pendaftaran=baris, oleh=self.pengelola)
        self.assertEqual(self.status(baris), ["terdaftar"])

    def test_penolakan_beralasan_dan_memberi_kursi(self) -> None:
        baris, tunggu = self.daftar(self.kegiatan, self.staf), self.daftar(self.kegiatan, self.pppk)
        with self.assertRaises(ProsesDitolak):
            tolak(pendaftaran=baris, oleh=self.kasi, alasan=" ")
        tolak(pendaftaran=baris, oleh=self.kasi, alasan="Loket kosong.")
        self.assertEqual(self.status(baris, tunggu), ["ditolak", "ditawari"])
        # The seat was taken, the superior has not answered yet: he is asked, with days of his own.
        with pada(datetime(2026, 9, 16, 9, 0, tzinfo=WIB)):
            terima_tawaran(pendaftaran=tunggu, oleh=akun(self.pppk))
        tunggu.refresh_from_db()
        self.assertEqual((tunggu.status, tunggu.batas_atasan), ("menunggu", date(2026, 9, 23)))

    def test_setuju_di_daftar_tunggu_tidak_ditanya_lagi(self) -> None:
        baris, tunggu = self.daftar(self.kegiatan, self.staf), self.daftar(self.kegiatan, self.pppk)
        setujui(pendaftaran=tunggu, oleh=self.kasi)
        self.assertEqual(self.status(tunggu), ["daftar_tunggu"])
        batalkan(pendaftaran=baris, oleh=akun(self.staf))
        terima_tawaran(pendaftaran=tunggu, oleh=akun(self.pppk))
        self.assertEqual(self.status(tunggu), ["terdaftar"])

    def test_pindah_unit_atasan_baru_yang_menjawab(self) -> None:
        baris = self.daftar(self.kegiatan, self.staf)
        unit = pabrik.buat_unit(nama="Seksi Baru", induk=self.kantor.kecamatan)
        kasi = pabrik.buat_pegawai(unit, memimpin=True, nama="Kasi Baru")
        self.staf.penugasan.update(selesai=date(2026, 9, 15))
        pabrik.tugaskan(self.staf, pabrik.buat_jabatan(unit), mulai=date(2026, 9, 16))
        with pada(datetime(2026, 9, 16, 8, 0, tzinfo=WIB)):
            with self.assertRaises(ProsesDitolak):
                setujui(pendaftaran=baris, oleh=self.kasi)
            setujui(pendaftaran=baris, oleh=akun(kasi))

    def test_setujui_banyak_melewati_yang_sudah_dijawab(self) -> None:
        kegiatan = buka_kegiatan(self.kantor.seksi, perlu_persetujuan=True)
        baris = [self.daftar(kegiatan, satu) for satu in self.orang(3)]
        setujui(pendaftaran=baris[1], oleh=self.kasi)
        n, gagal = setujui_banyak(pendaftaran=baris, oleh=self.kasi)
        self.assertEqual((n, len(gagal)), (2, 1))
        self.assertEqual(self.status(*baris), ["terdaftar"] * 3)

    def test_batal_oleh_siapa_dan_sampai_kapan(self) -> None:
        baris = self.daftar(self.kegiatan, self.staf)
        for oleh in (self.kasi, akun(self.pppk), self.asing):
            with self.assertRaises(ProsesDitolak):
                batalkan(pendaftaran=baris, oleh=oleh, alasan="Sibuk.")
        with self.assertRaisesMessage(ProsesDitolak, "Tulis alasan"):
            batalkan(pendaftaran=baris, oleh=self.pengelola)
        with pada(MULAI), self.assertRaisesMessage(ProsesDitolak, "sudah dimulai"):
            batalkan(pendaftaran=baris, oleh=akun(self.staf))
        with pada(MULAI - timedelta(minutes=1)):
            batalkan(pendaftaran=baris, oleh=akun(self.staf))
            batalkan(pendaftaran=baris, oleh=akun(self.staf))
        self.assertEqual(self.status(baris), ["batal"])

    def test_tanpa_aturan_ditolak_dengan_kalimat(self) -> None:
        """No number of days stands in the program: the table of rules alone says it."""
        AturanPendaftaran.objects.all().delete()
        with self.assertRaisesMessage(ProsesDitolak, "Belum ada aturan pendaftaran pelatihan yang berlaku pada"):
            kursi.hari_tawaran()
