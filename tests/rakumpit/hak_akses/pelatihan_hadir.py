"""Attendance is kept by the organiser, checked in by who has a seat; tests and feedback are the participant's own."""

from __future__ import annotations

from typing import Any

from pelatihan.models import ButirTes, NaskahTes, SesiKegiatan
from pelatihan.perhitungan.kehadiran import pin
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.proses.kehadiran import rahasia_sesi
from tests.dasar import PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, REKAN, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, TERTUTUP, Baris, hak, terbuka, tetap
from tests.survei.dasar import SAAT

_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
# Who works in the unit, leads it or one above it, and the pengelola.
_PANITIA = (PEGAWAI, *MEMIMPIN, PENGELOLA)
_PESERTA = (PEGAWAI, REKAN)
_PERBAIKI = tetap(hadir="tidak", terlambat="0", pulang_awal="0", alasan="Salah orang.")
_NASKAH = tetap(judul="Tes arsip", teks="Satu?\n* ya\n- tidak", aktif="on", versi="1")
_UMPAN = tetap(**{satu.value: "3" for satu in ButirUmpanBalik})


def _pin(k: KantorBernama) -> dict[str, Any]:
    return {"pin": pin(rahasia_sesi(SesiKegiatan.objects.get(uuid=k.objek["hadir_sesi"][0])), SAAT)}


def _rekan(k: KantorBernama) -> dict[str, Any]:
    return {"peserta": str(k.objek["hadir_rekan"][0])}


def _jawaban(_k: KantorBernama) -> dict[str, Any]:
    semua = ButirTes.objects.filter(naskah__program__kode="mengapa-kinerja").prefetch_related("pilihan")
    return {f"soal_{satu.uuid}": str(satu.pilihan.all()[0].uuid) for satu in semua}


def _pasang(_k: KantorBernama) -> dict[str, Any]:
    return {"versi": "1", "naskah": str(NaskahTes.objects.get(program__kode="mengapa-kinerja").uuid)}


def _perbaikan() -> list[Baris]:
    return [
        baris
        for keadaan, kode in (("berlaku", 302), ("berakhir", 409))
        for baris in (
            Baris(
                "pelatihan:kehadiran_perbaiki",
                f"hadir_{keadaan}",
                get=hak(_PANITIA),
                post=hak(_PANITIA, kode),
                isi=_PERBAIKI,
            ),
            Baris(
                "pelatihan:kehadiran_pulang",
                f"hadir_{keadaan}",
                get=BUKAN_CARA,
                post=hak(_PANITIA, kode),
                isi=tetap(),
            ),
        )
    ]


HADIR = [
    Baris("pelatihan:ikut", "hadir_kegiatan", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:kehadiran", "hadir_kegiatan", get=hak(_PANITIA), post=BUKAN_CARA),
    Baris(
        "pelatihan:hadir",
        "hadir_sesi",
        get=hak(_KANTOR),
        post=hak(_KANTOR, 409, **dict.fromkeys(_PESERTA, 302)),
        isi=_pin,
    ),
    # An old code opens nothing for anybody, and asks nobody to sign in.
    Baris("pelatihan:hadir_pindai", "hadir_kode", get=terbuka(410), post=TERTUTUP),
    Baris("pelatihan:hadir_peserta", "hadir_rekan", get=hak(_PANITIA, 302), post=BUKAN_CARA),
    Baris("pelatihan:layar", "hadir_sesi", get=hak(_PANITIA), post=BUKAN_CARA),
    Baris("pelatihan:kehadiran_sesi", "hadir_sesi", get=hak(_PANITIA), post=hak(_PANITIA, 302), isi=_rekan),
    Baris("pelatihan:kehadiran_kertas", "hadir_sesi", get=hak(_PANITIA), post=hak(_PANITIA, 302), isi=_rekan),
    Baris("pelatihan:daftar_hadir", "hadir_sesi", get=hak(_PANITIA), post=BUKAN_CARA),
    *_perbaikan(),
    Baris("pelatihan:tes", "hadir_kegiatan", get=hak(_PANITIA), post=BUKAN_CARA),
    Baris("pelatihan:tes_atur", "hadir_kegiatan", get=hak(_PANITIA), post=hak(_PANITIA, 302), isi=_pasang),
    Baris("pelatihan:tes_kerjakan", "tes_awal", get=hak(_PESERTA), post=hak(_PESERTA, 302), isi=_jawaban),
    Baris("pelatihan:naskah_daftar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:naskah_tambah", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_NASKAH),
    Baris("pelatihan:naskah_ubah", "naskah_kinerja", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_NASKAH),
    Baris("pelatihan:umpan_balik", "umpan_kegiatan", get=hak(_PESERTA), post=hak(_PESERTA, 302), isi=_UMPAN),
    Baris("pelatihan:umpan_balik_hasil", "umpan_kegiatan", get=hak(_PANITIA), post=BUKAN_CARA),
]
