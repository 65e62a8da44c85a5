"""A training that is over, with attendance, tests and feedback, and one that runs now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import (
    ButirTes,
    Kegiatan,
    NaskahTes,
    Pendaftaran,
    PengerjaanTes,
    Program,
    SesiKegiatan,
    TesKegiatan,
    UmpanBalikKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.perhitungan.tes import JenisTes, nilai_tes
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.proses.kehadiran import salin_kertas
from pelatihan.proses.tes import pasang_tes
from rakumpit.contoh.akun import PERAN_PEGAWAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import awal_hari, hari_ini, sekarang

_PESERTA = (15, 16, 17, 19, 20, 21)
# Right answers of eight, before and after; and who missed the second session.
_BENAR = ((3, 6), (4, 7), (5, 8), (2, 5), (4, 6), (6, 8))
_PULANG = 3
_SARAN = ("Contohnya dekat dengan pekerjaan kami.", "Waktu latihan perlu ditambah.")


def isi_hadir(*, pengelola: Pengguna) -> None:
    """Few rows. Call it inside a transaction."""
    nomor = pegawai_bernomor()
    pegawai = nomor[PERAN_PEGAWAI["pegawai"]]
    penugasan = pegawai.penugasan_pada(hari_ini())
    if penugasan is None:
        return
    orang = list({satu.pk: satu for satu in (pegawai, *(nomor[no] for no in _PESERTA if no in nomor))}.values())[:6]
    _selesai(penugasan.jabatan.unit, orang, pengelola)
    awal = sekarang().replace(second=0, microsecond=0)
    _kegiatan(
        penugasan.jabatan.unit,
        orang,
        pengelola,
        ("Menjawab pertanyaan warga di loket", StatusKegiatan.BERLANGSUNG),
        [awal],
    )


def _kegiatan(
    unit: UnitKerja,
    orang: list[Pegawai],
    pengelola: Pengguna,
    apa: tuple[str, StatusKegiatan],
    mulai: list[datetime],
) -> tuple[Kegiatan, list[SesiKegiatan], list[Pendaftaran]]:
    kegiatan = Kegiatan.objects.create(
        program=Program.objects.get(kode="mengapa-kinerja"),
        unit=unit,
        judul=apa[0],
        status=apa[1].value,
        jp=5,
        dibuat_oleh=pengelola,
    )
    sesi = []
    for n, awal in enumerate(mulai, 1):
        waktu: Any = DateTimeTZRange(awal, awal + timedelta(minutes=90))
        sesi.append(
            SesiKegiatan.objects.create(
                kegiatan=kegiatan, judul=f"Sesi {n}", waktu=waktu, waktu_ruang=waktu, tempat="Aula contoh"
            )
        )
    peserta = Pendaftaran.objects.bulk_create(
        Pendaftaran(
            kegiatan=kegiatan,
            pegawai=satu,
            status=StatusPendaftaran.TERDAFTAR.value,
            didaftarkan_oleh=pengelola,
        )
        for satu in orang
    )
    return kegiatan, sesi, peserta


def _selesai(unit: UnitKerja, orang: list[Pegawai], pengelola: Pengguna) -> None:
    hari = awal_hari(hari_ini() - timedelta(days=21))
    kegiatan, sesi, peserta = _kegiatan(
        unit,
        orang,
        pengelola,
        ("Mengapa kinerja dikelola", StatusKegiatan.EVALUASI),
        [hari + timedelta(hours=8), hari + timedelta(hours=10)],
    )
    naskah = NaskahTes.objects.get(program__kode="mengapa-kinerja")
    tes = pasang_tes(kegiatan=kegiatan, oleh=pengelola, naskah=naskah, skor_lulus=None, versi=None)
    bukan_pengelola = [satu for satu in peserta if satu.pegawai.pengguna_id != pengelola.pk]
    salin_kertas(sesi=sesi[0], oleh=pengelola, pendaftaran=bukan_pengelola)
    salin_kertas(
        sesi=sesi[1],
        oleh=pengelola,
        pendaftaran=[satu for satu in bukan_pengelola if satu.pk != peserta[min(_PULANG, len(peserta) - 1)].pk],
    )
    _tes(tes, sesi, peserta)
    UmpanBalikKegiatan.objects.bulk_create(
        UmpanBalikKegiatan(
            kegiatan=kegiatan,
            nilai={butir.value: 3 + (n + urut) % 2 for urut, butir in enumerate(ButirUmpanBalik)},
            saran=_SARAN[n] if n < len(_SARAN) else "",
            dilepas=True,
        )
        for n in range(len(peserta))
    )


def _tes(tes: TesKegiatan, sesi: list[SesiKegiatan], peserta: list[Pendaftaran]) -> None:
    butir = list(ButirTes.objects.filter(naskah=tes.naskah).prefetch_related("pilihan"))
    kunci = {str(satu.uuid): str(next(p.uuid for p in satu.pilihan.all() if p.benar)) for satu in butir}
    salah = {str(satu.uuid): str(next(p.uuid for p in satu.pilihan.all() if not p.benar)) for satu in butir}
    baris = []
    for satu, banyak in zip(peserta, _BENAR, strict=False):
        for jenis, benar, saat in zip(JenisTes, banyak, (sesi[0].mulai, sesi[1].selesai), strict=True):
            jawaban = {kode: (kunci if n < benar else salah)[kode] for n, kode in enumerate(kunci)}
            hasil = nilai_tes(jawaban, kunci)
            baris.append(
                PengerjaanTes(
                    tes=tes,
                    pendaftaran=satu,
                    jenis=jenis.value,
                    jawaban=jawaban,
                    benar=hasil.benar,
                    butir=hasil.butir,
                    skor=hasil.skor,
                    dikirim_pada=saat,
                )
            )
    PengerjaanTes.objects.bulk_create(baris)
