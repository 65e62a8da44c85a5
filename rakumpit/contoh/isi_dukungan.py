"""Obstacles, requests, feedback, coaching and new ways of working of the sample office: invented, like all of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kinerja.models import UmpanBalik
from kinerja.perhitungan import NilaiDasar, Penilai
from kinerja.perhitungan.triwulan import awal_triwulan
from kinerja.proses.bimbingan import catat_bimbingan
from kinerja.proses.dukungan import jawab_permintaan, minta_dukungan
from kinerja.proses.inovasi import adopsi_inovasi, catat_hasil_coba, mulai_coba, usulkan_inovasi, verifikasi_inovasi
from kinerja.proses.kendala import catat_kendala
from kinerja.proses.umpan_balik_pegawai import beri_umpan_balik
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini

# Days of the quarter that is rated in the sample office.
_HARI_ATASAN, _HARI_REKAN = date(2026, 8, 20), date(2026, 9, 3)
_TANPA_NAMA = (
    "Selalu menolong saat loket penuh.",
    "Berkas dikembalikan dengan catatan yang jelas.",
    "Akan lebih baik bila datang sebelum loket dibuka.",
)


def isi_dukungan() -> None:
    """A little of each, around the accounts that a visitor tries first. Call it inside a transaction."""
    nomor = pegawai_bernomor()
    pegawai, kasi, rekan = nomor[PERAN_PEGAWAI["pegawai"]], nomor[PERAN_PEGAWAI["kasi"]], nomor[15]
    _isi_kendala(pegawai, kasi)
    _isi_umpan_balik(pegawai, kasi, rekan)
    _isi_inovasi(pegawai, kasi, rekan)


def _isi_kendala(pegawai: Pegawai, kasi: Pegawai) -> None:
    oleh = akun_milik(pegawai)
    rencana = pegawai.skp.get().rencana.order_by("urut")[0]
    pencetak = catat_kendala(
        oleh=oleh,
        rencana=rencana,
        indikator=rencana.indikator.order_by("urut")[0],
        jenis="alat",
        uraian="Pencetak loket sering macet, jadi surat dicetak di ruang lain.",
        sejak=date(2026, 9, 7),
    )
    catat_kendala(
        oleh=oleh,
        rencana=rencana,
        indikator=None,
        jenis="jaringan",
        uraian="Sambungan internet terputus hampir setiap sore.",
        sejak=date(2026, 9, 14),
    )
    minta_dukungan(oleh=oleh, kendala=pencetak, jenis="alat", uraian="Satu pencetak untuk loket, boleh yang bekas.")
    dijanjikan = minta_dukungan(oleh=oleh, kendala=None, jenis="orang", uraian="Satu rekan di loket setiap Senin.")
    jawab_permintaan(
        permintaan=dijanjikan,
        oleh=akun_milik(kasi),
        jawaban="sebagian",
        alasan="Hanya Senin pertama tiap bulan.",
        dijanjikan=hari_ini() + timedelta(days=7),
    )


def _isi_umpan_balik(pegawai: Pegawai, kasi: Pegawai, rekan: Pegawai) -> None:
    UmpanBalik.objects.bulk_create(
        [
            *(
                UmpanBalik(
                    pegawai=pegawai,
                    dari=dari,
                    hubungan=hubungan.value,
                    triwulan=awal_triwulan(hari),
                    tanggal=hari,
                    isi=isi,
                    nilai_dasar=nilai.value,
                )
                for dari, hubungan, hari, isi, nilai in (
                    (
                        kasi,
                        Penilai.ATASAN,
                        _HARI_ATASAN,
                        "Warga lanjut usia didahulukan dan antrean tetap tertib.",
                        NilaiDasar.BERORIENTASI_PELAYANAN,
                    ),
                    (
                        rekan,
                        Penilai.REKAN,
                        _HARI_REKAN,
                        "Rekap agenda dibagikan tepat waktu, jadi laporan bersama cepat selesai.",
                        NilaiDasar.KOLABORATIF,
                    ),
                )
            ),
            *(
                UmpanBalik(pegawai=pegawai, triwulan=awal_triwulan(_HARI_ATASAN), isi=isi, anonim=True)
                for isi in _TANPA_NAMA
            ),
        ]
    )
    beri_umpan_balik(
        pegawai=pegawai, oleh=akun_milik(kasi), isi="Penjelasan syarat kepada warga makin singkat dan jelas."
    )
    catat_bimbingan(
        pegawai=pegawai,
        oleh=akun_milik(kasi),
        tanggal=hari_ini(),
        topik="Melayani warga lanjut usia",
        ringkasan="Berlatih menjelaskan syarat dengan pelan dan memberi catatan tertulis.",
        tindak_lanjut="Dicoba dua minggu, lalu dibicarakan lagi.",
        kompetensi=[("Pelayanan publik", 4)],
    )


def _isi_inovasi(pegawai: Pegawai, kasi: Pegawai, rekan: Pegawai) -> None:
    oleh, hari = akun_milik(pegawai), hari_ini()
    papan = usulkan_inovasi(
        oleh=oleh,
        judul="Papan nomor antrean dari papan tulis bekas",
        masalah="Warga berdiri lama karena tidak tahu giliran.",
        gagasan="Nomor kertas dan papan tulis di pintu, tanpa biaya.",
        tim=[rekan],
    )
    mulai_coba(inovasi=papan, oleh=oleh, sejak=hari)
    papan = catat_hasil_coba(
        inovasi=papan,
        versi=papan.versi,
        oleh=oleh,
        berhasil=True,
        hasil="Warga duduk menunggu nomornya, dan petugas tidak lagi memanggil nama.",
        ukuran="Waktu tunggu rata-rata",
        satuan="menit",
        sebelum=Decimal(45),
        sesudah=Decimal(20),
    )
    verifikasi_inovasi(
        inovasi=papan,
        oleh=akun_milik(kasi),
        catatan="Dibandingkan dengan buku antrean dua minggu.",
        versi=papan.versi,
    )
    tempat = kasi.penugasan_pada(hari)
    if tempat is not None:
        adopsi_inovasi(inovasi=papan, oleh=akun_milik(kasi), unit=tempat.jabatan.unit, tanggal=hari)
    pesan = usulkan_inovasi(
        oleh=akun_milik(rekan),
        judul="Pengingat syarat lewat ketua RT",
        masalah="Warga datang dua kali karena berkas kurang.",
        gagasan="Daftar syarat satu halaman dibagikan lewat ketua RT.",
    )
    mulai_coba(inovasi=pesan, oleh=akun_milik(rekan), sejak=hari)
    catat_hasil_coba(
        inovasi=pesan,
        versi=pesan.versi,
        oleh=akun_milik(rekan),
        berhasil=False,
        hasil="Daftarnya terlalu panjang untuk dibaca. Berikutnya dicoba satu syarat satu gambar.",
    )
