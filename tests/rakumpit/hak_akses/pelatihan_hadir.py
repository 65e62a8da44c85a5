"""Attendance is kept by the organiser, checked in by who has a seat; tests and feedback are the participant's own."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelatihan.models import ButirTes, NaskahTes, SesiKegiatan
from pelatihan.perhitungan.kegiatan import DIUMUMKAN, MENCATAT, StatusKegiatan
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


def _menurut_keadaan() -> list[Baris]:
    """What the organiser and the participant may write in every state of the event, in the middle of a session."""
    baris = []
    for status in StatusKegiatan:
        kode = 302 if status in MENCATAT else 409
        sesi, catatan = f"sesi_saat_{status.value}", f"catatan_saat_{status.value}"
        terlihat = [satu for satu in _KANTOR if status in DIUMUMKAN or satu != REKAN]
        sendiri = {REKAN: 302} if status in MENCATAT else {}
        panitia, berubah = hak(_PANITIA, kode), kode == 302
        baris += [
            Baris(
                f"pelatihan:{nama}",
                sesi,
                get=hak(_PANITIA),
                post=panitia,
                isi=partial(_peserta_saat, status=status),
                berubah=berubah,
            )
            for nama in ("kehadiran_sesi", "kehadiran_kertas")
        ]
        baris += [
            Baris(
                "pelatihan:kehadiran_perbaiki",
                catatan,
                get=hak(_PANITIA),
                post=panitia,
                isi=_PERBAIKI,
                berubah=berubah,
            ),
            Baris("pelatihan:kehadiran_pulang", catatan, get=BUKAN_CARA, post=panitia, isi=tetap(), berubah=berubah),
            Baris(
                "pelatihan:hadir",
                sesi,
                get=hak(terlihat),
                post=hak(terlihat, 409, **sendiri),
                isi=partial(_pin_saat, status=status),
                berubah=bool(sendiri),
            ),
        ]
    return baris


def _peserta_saat(k: KantorBernama, *, status: StatusKegiatan) -> dict[str, Any]:
    return {"peserta": str(k.objek[f"peserta_saat_{status.value}"][0])}


def _pin_saat(k: KantorBernama, *, status: StatusKegiatan) -> dict[str, Any]:
    sesi = SesiKegiatan.objects.get(uuid=k.objek[f"sesi_saat_{status.value}"][0])
    return {"pin": pin(rahasia_sesi(sesi), SAAT)}


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
    *_menurut_keadaan(),
    Baris("pelatihan:tes", "hadir_kegiatan", get=hak(_PANITIA), post=BUKAN_CARA),
    Baris("pelatihan:tes_atur", "hadir_kegiatan", get=hak(_PANITIA), post=hak(_PANITIA, 302), isi=_pasang),
    Baris("pelatihan:tes_kerjakan", "tes_awal", get=hak(_PESERTA), post=hak(_PESERTA, 302), isi=_jawaban),
    Baris("pelatihan:naskah_daftar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:naskah_tambah", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_NASKAH),
    Baris("pelatihan:naskah_ubah", "naskah_kinerja", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_NASKAH),
    Baris("pelatihan:umpan_balik", "umpan_kegiatan", get=hak(_PESERTA), post=hak(_PESERTA, 302), isi=_UMPAN),
    Baris("pelatihan:umpan_balik_hasil", "umpan_kegiatan", get=hak(_PANITIA), post=BUKAN_CARA),
]
