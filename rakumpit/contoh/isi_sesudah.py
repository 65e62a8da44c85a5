"""A training of the office that ended some months ago, with what followed it: certificates, answers, a result."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.enums.kehadiran import CaraHadir
from pelatihan.models import EvaluasiPerilaku, Kegiatan, Kehadiran, Pendaftaran, Program, SesiKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.proses.sertifikat_kegiatan import terbitkan_sertifikat
from pelatihan.proses.sesudah import IsianPerilaku, isi_perilaku, sepakati_perilaku, siapkan_evaluasi
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import WIB, hari_ini
from survei.models import Survei

# Numbers in the list of staff; the last one missed the second day.
_PESERTA = (18, 15, 16, 17, 14)
_PERILAKU = (
    ("Menyapa warga sebelum ditanya", 2, 3),
    ("Menjelaskan syarat dengan kalimat pendek", 2, 3),
    ("Memberi tahu warga berapa lama menunggu", 1, 2),
)
_HARI_LALU = 70


def isi_sesudah(*, pengelola: Pengguna) -> None:
    """Call it inside a transaction. The papers are typeset when somebody opens them."""
    nomor = pegawai_bernomor()
    peserta = [nomor[no] for no in _PESERTA if nomor[no].pengguna is not None]
    unit = UnitKerja.objects.get(kode="rakumpit")
    kegiatan = _kegiatan(unit, pengelola, hari_ini() - timedelta(days=_HARI_LALU))
    for urut, satu in enumerate(peserta):
        _ikut(kegiatan, satu, pengelola, semua=urut < len(peserta) - 1)
    terbitkan_sertifikat(kegiatan=kegiatan, oleh=pengelola)
    sepakati_perilaku(
        kegiatan=kegiatan,
        oleh=pengelola,
        perilaku=[teks for teks, _, _ in _PERILAKU],
        unit=Survei.objects.terkunci().kepuasan().order_by("-selesai", "pk")[0].unit,
        unsur="perilaku",
    )
    Kegiatan.objects.filter(pk=kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
    siapkan_evaluasi(kegiatan)
    _jawab(kegiatan, peserta[0])


def _kegiatan(unit: UnitKerja, pengelola: Pengguna, hari: date) -> Kegiatan:
    kegiatan: Kegiatan = Kegiatan.objects.create(
        program=Program.objects.get(kode="sikap-melayani"),
        unit=unit,
        judul="Sikap melayani di loket, angkatan pertama",
        status=StatusKegiatan.EVALUASI.value,
        kuota_maks=20,
        dibuat_oleh=pengelola,
    )
    for n in range(2):
        mulai = datetime.combine(hari + timedelta(days=n), time(8), tzinfo=WIB)
        waktu = DateTimeTZRange(mulai, mulai + timedelta(hours=3))
        SesiKegiatan.objects.create(
            kegiatan=kegiatan,
            judul=f"Hari {n + 1}",
            waktu=waktu,
            waktu_ruang=waktu,
            tempat="Aula kecamatan",
            istirahat_menit=15,
        )
    return kegiatan


def _ikut(kegiatan: Kegiatan, pegawai: Pegawai, oleh: Pengguna, *, semua: bool) -> None:
    daftar = Pendaftaran.objects.create(
        kegiatan=kegiatan, pegawai=pegawai, status=StatusPendaftaran.TERDAFTAR.value, didaftarkan_oleh=oleh
    )
    for satu in list(kegiatan.sesi.order_by("waktu"))[: None if semua else 1]:
        Kehadiran.objects.create(
            pendaftaran=daftar, sesi=satu, cara=CaraHadir.KERTAS.value, datang=satu.mulai, dicatat_oleh=oleh
        )


def _jawab(kegiatan: Kegiatan, belum: Pegawai) -> None:
    """All have answered but those who are asked about ``belum``."""
    semua = EvaluasiPerilaku.objects.filter(kegiatan=kegiatan).exclude(peserta=belum).select_related("penilai")
    angka = {teks: (dulu, kini) for teks, dulu, kini in _PERILAKU}
    for satu in semua.order_by("pk"):
        isian = [IsianPerilaku(baris.pk, *angka[baris.pernyataan]) for baris in kegiatan.perilaku.all()]
        isi_perilaku(evaluasi=satu, oleh=satu.penilai, isian=isian, catatan="")
