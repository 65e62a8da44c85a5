"""Training events in the sample office: a room, a speaker, one event that takes registrations, one proposal."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from uuid import uuid4

from pelatihan.models import Kegiatan, Narasumber, Program, Ruang
from pelatihan.proses import kegiatan as proses
from pelatihan.proses.anggaran import IsiAnggaran, tambah_anggaran
from pelatihan.proses.sesi_kegiatan import IsiSesi, tambah_sesi
from pelatihan.proses.tempat import simpan_narasumber, simpan_ruang
from rakumpit.contoh.akun import akun_milik
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import hari_ini, saat_lokal


def isi_kegiatan(*, pengelola: Pengguna, kasi: Pegawai) -> None:
    """Call it inside a transaction, after the organisation and the catalogue."""
    penugasan = kasi.penugasan_pada(hari_ini())
    if penugasan is None:
        return
    unit = penugasan.jabatan.unit
    aula = simpan_ruang(
        ruang=None,
        oleh=pengelola,
        versi=None,
        isi={
            "nama": "Aula contoh",
            "unit": unit,
            "kapasitas": 40,
            "fasilitas": "Proyektor, pengeras suara",
            "akses_disabilitas": True,
            "jeda_menit": 15,
            "aktif": True,
        },
    )
    pembicara = simpan_narasumber(
        narasumber=None,
        oleh=pengelola,
        versi=None,
        isi={
            "nama": "Pembicara Rekaan",
            "pegawai": None,
            "instansi": "Lembaga Pelatihan Rekaan",
            "keahlian": "Pelayanan yang ramah",
            "kontak": "",
            "jeda_menit": 0,
            "aktif": True,
        },
    )
    program = Program.objects.filter(aktif=True).order_by("pk")
    oleh = akun_milik(kasi)
    dibuka = _kegiatan(
        unit, oleh, program[0], judul="Menyambut warga di loket", hari=12, aula=aula, pembicara=[pembicara]
    )
    tambah_anggaran(
        kegiatan=dibuka,
        oleh=oleh,
        kode=uuid4(),
        isi=IsiAnggaran("konsumsi", "Kudapan peserta", Decimal(600_000)),
    )
    for langkah in (proses.setujui, proses.buka_pendaftaran):
        dibuka.refresh_from_db()
        langkah(kegiatan=dibuka, oleh=pengelola, versi=dibuka.versi)
    _kegiatan(unit, oleh, program[1], judul="Menata arsip bersama", hari=20, aula=aula, pembicara=[])


def _kegiatan(
    unit: UnitKerja,
    oleh: Pengguna,
    program: Program,
    *,
    judul: str,
    hari: int,
    aula: Ruang,
    pembicara: list[Narasumber],
) -> Kegiatan:
    """Proposed, with one session so many working days from now."""
    baris = proses.buat_kegiatan(
        kode=uuid4(),
        unit=unit,
        oleh=oleh,
        isi={
            "program": program,
            "kebutuhan": None,
            "judul": judul,
            "moda": "luring",
            "internasional": False,
            "wajib": False,
            "perlu_persetujuan": True,
            "kuota_min": 5,
            "kuota_maks": 30,
            "tutup_pendaftaran": None,
            "ambang_hadir": 80,
            "jp": program.jp,
            "pagu": Decimal(1_000_000),
            "sumber_dana": "Anggaran contoh",
            "keterangan": "",
        },
    )
    tanggal = tambah_hari_kerja(hari_ini(), hari)
    isi = IsiSesi(
        judul=judul,
        mulai=saat_lokal(tanggal, time(9)),
        selesai=saat_lokal(tanggal, time(9)) + timedelta(minutes=150),
        ruang=aula,
        istirahat_menit=15,
        narasumber=pembicara,
    )
    tambah_sesi(kegiatan=baris, oleh=oleh, kode=uuid4(), isi=isi)
    baris.refresh_from_db()
    return proses.ajukan(kegiatan=baris, oleh=oleh, versi=baris.versi)
