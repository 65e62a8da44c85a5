"""A training that takes registrations: seats wait for the superior, one person waits for a seat."""

from __future__ import annotations

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import Kegiatan, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses.pendaftaran import mendaftar
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import awal_hari, hari_ini

_LAIN = (16, 17)


def isi_pendaftaran(*, pengelola: Pengguna) -> None:
    """Three people for two seats, in four weeks. Call it inside a transaction."""
    nomor = pegawai_bernomor()
    pegawai = nomor[PERAN_PEGAWAI["pegawai"]]
    penugasan = pegawai.penugasan_pada(hari_ini())
    if penugasan is None:
        return
    kegiatan = Kegiatan.objects.create(
        program=Program.objects.get(kode="sikap-melayani"),
        unit=penugasan.jabatan.unit,
        judul="Menghadapi warga yang kecewa",
        status=StatusKegiatan.PENDAFTARAN.value,
        kuota_maks=2,
        jp=4,
        dibuat_oleh=pengelola,
    )
    mulai = awal_hari(hari_ini() + timedelta(weeks=4)) + timedelta(hours=9)
    waktu = DateTimeTZRange(mulai, mulai + timedelta(hours=3))
    SesiKegiatan.objects.create(
        kegiatan=kegiatan, judul="Berlatih berpasangan", waktu=waktu, waktu_ruang=waktu, tempat="Aula contoh"
    )
    mendaftar(kegiatan=kegiatan, pegawai=[pegawai], oleh=akun_milik(pegawai))
    mendaftar(kegiatan=kegiatan, pegawai=[nomor[no] for no in _LAIN if no in nomor], oleh=pengelola)
