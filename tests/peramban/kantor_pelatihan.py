"""Training that the pages show, beside what the sample office has."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from pelatihan.enums import StatusRencana
from pelatihan.models import (
    AdopsiPraktik,
    BerkasPraktik,
    EvaluasiPerilaku,
    KebutuhanPelatihan,
    KomentarPraktik,
    NarasumberSesi,
    PenilaianKompetensi,
    PesertaLuar,
    PraktikBaik,
    Program,
    RencanaPengembangan,
    RiwayatJP,
    SertifikatKegiatan,
    SertifikatLuar,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.praktik import StatusPraktik
from pelatihan.proses.cetak_sertifikat import pastikan_tercetak
from pelatihan.proses.pendaftaran import batalkan, mendaftar
from pelatihan.proses.rencana import tetapkan, validasi, verifikasi
from rakumpit.organisasi.models import Pegawai, UnitKerja
from rakumpit.waktu import awal_hari, hari_ini
from tests.pelatihan.isi import buat_rencana
from tests.pelatihan.isi_kegiatan import buat_anggaran, buat_kegiatan, buat_narasumber, buat_ruang, buat_seri, buat_sesi

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_pelatihan(kantor: Kantor) -> None:
    pegawai = Pegawai.objects.get(pengguna=kantor.orang["pegawai"])
    tetap = buat_rencana(pegawai, judul="Melayani penyandang disabilitas")
    verifikasi(rencana=tetap, oleh=kantor.orang["kasi"])
    validasi(rencana=tetap, oleh=kantor.orang["pengelola"])
    tetapkan(rencana=tetap, oleh=kantor.orang["camat"])
    sertifikat = SertifikatKegiatan.objects.get(pegawai=pegawai)
    pastikan_tercetak(sertifikat.pk)
    usulan = RencanaPengembangan.objects.filter(pegawai=pegawai, status=StatusRencana.DIUSULKAN.value)[0]
    penugasan = pegawai.penugasan_pada(hari_ini())
    assert penugasan is not None
    unit = penugasan.jabatan.unit
    dibuka = buat_kegiatan(
        unit, kantor.orang["pengelola"], judul="Menjawab pengaduan", status=StatusKegiatan.PENDAFTARAN.value
    )
    mulai = awal_hari(hari_ini() + timedelta(days=14)) + timedelta(hours=9)
    ruang, narasumber = buat_ruang(unit, nama="Aula uji", kapasitas=20), buat_narasumber(nama="Rahmad")
    sesi = buat_sesi(dibuka, mulai, judul="Mendengar keluhan", ruang=ruang)
    NarasumberSesi.objects.create(sesi=sesi, narasumber=narasumber, waktu=sesi.waktu)
    tamu = PesertaLuar.objects.create(
        kegiatan=dibuka, nama="Ibu RW 02 Mungku Baru", asal="Ketua RW", dicatat_oleh=kantor.orang["pengelola"]
    )
    _pendaftaran(kantor, pegawai, unit)
    kantor.objek |= {
        "kegiatan_dibuka": (dibuka.uuid,),
        "sesi_pelatihan": (sesi.uuid,),
        "peserta_luar": (tamu.uuid,),
        "anggaran_pelatihan": (buat_anggaran(dibuka, realisasi=Decimal(450_000)).uuid,),
        "seri_pelatihan": (buat_seri(unit).uuid,),
        "ruang_pelatihan": (ruang.uuid,),
        "narasumber_pelatihan": (narasumber.uuid,),
        "sertifikat_menunggu": (SertifikatLuar.objects.menunggu().filter(pegawai=pegawai)[0].uuid,),
        "riwayat_jp": (RiwayatJP.objects.berlaku().exclude(pegawai__pengguna=kantor.orang["pengelola"])[0].uuid,),
        "rencana_usulan": (usulan.uuid,),
        "rencana_tetap": (tetap.uuid,),
        "penilaian_kompetensi": (PenilaianKompetensi.objects.filter(pegawai=pegawai)[0].uuid,),
        "kegiatan_usai": (sertifikat.kegiatan.uuid,),
        "sertifikat_kami": (sertifikat.uuid,),
        "perubahan_kerja": (EvaluasiPerilaku.objects.get(peserta=pegawai, peran="peserta").uuid,),
        "program_pelatihan": (Program.objects.get(kode="sikap-melayani").uuid,),
        "praktik_umum": (PraktikBaik.objects.umum().order_by("pk")[0].uuid,),
        "praktik_usulan": (PraktikBaik.objects.filter(status=StatusPraktik.USULAN.value)[0].uuid,),
        "berkas_praktik": (BerkasPraktik.objects.berlaku().filter(adopsi__isnull=True)[0].uuid,),
        "komentar_praktik": (KomentarPraktik.objects.filter(penulis=kantor.orang["kasi"])[0].uuid,),
        "adopsi_praktik": (AdopsiPraktik.objects.terbuka().filter(oleh=kantor.orang["kasi"])[0].uuid,),
        "kebutuhan": (KebutuhanPelatihan.objects.terbuka().filter(pegawai=pegawai)[0].uuid,),
    }


def _pendaftaran(kantor: Kantor, pegawai: Pegawai, unit: UnitKerja) -> None:
    """Two events of later weeks: one waits for the superior, one has a seat that is held for the person."""
    for minggu, judul, status in ((5, "Mencatat arsip", "menunggu"), (6, "Berbicara di depan warga", "ditawari")):
        satu = buat_kegiatan(
            unit, kantor.orang["pengelola"], judul=judul, kuota_maks=1, status=StatusKegiatan.PENDAFTARAN.value
        )
        buat_sesi(satu, awal_hari(hari_ini() + timedelta(weeks=minggu)) + timedelta(hours=9), judul="Berlatih")
        if status == "ditawari":
            lain = Pegawai.objects.ber_skp().exclude(pk=pegawai.pk).filter(pengguna__isnull=False)[0]
            (dulu,) = mendaftar(kegiatan=satu, pegawai=[lain], oleh=kantor.orang["pengelola"])
        (baris,) = mendaftar(kegiatan=satu, pegawai=[pegawai], oleh=kantor.orang["pegawai"])
        if status == "ditawari":
            batalkan(pendaftaran=dulu, oleh=kantor.orang["pengelola"], alasan="Pindah tugas.")
        kantor.objek[f"daftar_{status}"] = (baris.uuid,)
