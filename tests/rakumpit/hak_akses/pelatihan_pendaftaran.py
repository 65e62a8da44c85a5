"""Registrations: the person, those above, the organiser and the pemeriksa read; who answers is the superior."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from pelatihan.perhitungan.kegiatan import DAPAT_BATAL, DIUMUMKAN, MENUNGGU_JAWABAN, StatusKegiatan, StatusPendaftaran
from tests.dasar import ATASAN, PEGAWAI, PEMERIKSA, PENGELOLA, REKAN, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak, tetap
from tests.rakumpit.hak_akses.keadaan import KeadaanBerlaku

_PEMBACA = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)
_PENYELENGGARA = (*MEMIMPIN, PENGELOLA)
_ALASAN = tetap(alasan="Loket kosong.")
_PILIHAN = tetap(versi="0", urutan="waktu", pengingat="on", setiap_sesi="on", teks_pengingat="Bawa laptop.")
_LEWAT = (StatusKegiatan.EVALUASI, StatusKegiatan.SELESAI, StatusKegiatan.DIBATALKAN)


def _orang(k: KantorBernama) -> dict[str, Any]:
    return {"pegawai": [str(k.pegawai.uuid)]}


def _pilih(k: KantorBernama) -> dict[str, Any]:
    return {"pilih": [str(k.objek["pendaftaran_pelatihan_menunggu"][0])]}


def _lembar(_k: KantorBernama) -> dict[str, Any]:
    return {"berkas": SimpleUploadedFile("peserta.csv", b"Nama,NIP\nTamu,\n")}


def _luar() -> list[Baris]:
    return [
        Baris(
            "pelatihan:peserta_luar_batal",
            f"peserta_luar_{status.value}",
            get=hak(_PENYELENGGARA),
            post=hak(_PENYELENGGARA, 302),
            isi=tetap(alasan="Sakit."),
            # Taken off already: the page comes back, nothing changes.
            berubah=status is KeadaanBerlaku.BERLAKU,
        )
        for status in KeadaanBerlaku
    ]


def _keadaan() -> list[Baris]:
    baris = []
    for status in StatusPendaftaran:
        objek = f"pendaftaran_pelatihan_{status.value}"
        jawab = {ATASAN: 302} if status in MENUNGGU_JAWABAN else {}
        lain = [satu for satu in _PEMBACA if satu != PEGAWAI]
        ditawari = status is StatusPendaftaran.DITAWARI
        # Pressed again after it was done: the page comes back, nothing changes.
        sudah_terima = status in {StatusPendaftaran.TERDAFTAR, StatusPendaftaran.MENUNGGU}
        sudah_batal = status is StatusPendaftaran.BATAL
        baris += [
            Baris("pelatihan:pendaftaran", objek, get=hak(_PEMBACA), post=BUKAN_CARA),
            Baris(
                "pelatihan:pendaftaran_setujui",
                objek,
                get=BUKAN_CARA,
                post=hak(_PEMBACA, 409, **jawab),
                isi=tetap(),
                berubah=bool(jawab),
            ),
            Baris(
                "pelatihan:pendaftaran_tolak",
                objek,
                get=hak(lain),
                post=hak(lain, 409, **jawab),
                isi=_ALASAN,
                berubah=bool(jawab),
            ),
            Baris(
                "pelatihan:pendaftaran_batal",
                objek,
                get=hak([PEGAWAI, PENGELOLA]),
                post=hak([PEGAWAI, PENGELOLA], 302 if status in DAPAT_BATAL or sudah_batal else 409),
                isi=_ALASAN,
                berubah=status in DAPAT_BATAL,
            ),
            Baris(
                "pelatihan:pendaftaran_terima",
                objek,
                get=BUKAN_CARA,
                post=hak(_PEMBACA, 409, **({PEGAWAI: 302} if ditawari or sudah_terima else {})),
                isi=tetap(),
                berubah=ditawari,
            ),
            Baris(
                "pelatihan:pendaftaran_lepas",
                objek,
                get=BUKAN_CARA,
                post=hak(_PEMBACA, 409, **({PEGAWAI: 302} if ditawari or sudah_batal else {})),
                isi=tetap(),
                berubah=ditawari,
            ),
        ]
    return baris


def _kegiatan() -> list[Baris]:
    baris = []
    for status in StatusKegiatan:
        objek = f"kegiatan_{status.value}"
        buka = 302 if status is StatusKegiatan.PENDAFTARAN else 409
        terlihat = [satu for satu in BER_SKP if status in DIUMUMKAN or satu != REKAN]
        baris += [
            Baris(
                "pelatihan:pendaftaran_daftar",
                objek,
                get=hak(terlihat),
                post=hak(terlihat, buka),
                isi=tetap(),
                berubah=buka == 302,
            ),
            # Those who lead higher up register their own people only, and *pegawai* is not one of them.
            Baris(
                "pelatihan:pendaftaran_daftarkan",
                objek,
                get=hak(_PENYELENGGARA),
                post=hak(_PENYELENGGARA, 422, **{ATASAN: buka, PENGELOLA: buka}),
                isi=_orang,
                berubah=buka == 302,
            ),
            Baris("pelatihan:kegiatan_peserta", objek, get=hak([*_PENYELENGGARA, PEMERIKSA]), post=BUKAN_CARA),
            Baris("pelatihan:kegiatan_peserta_lembar", objek, get=hak([*_PENYELENGGARA, PEMERIKSA]), post=BUKAN_CARA),
            # Looking at a sheet is possible in every state; storing it is refused by the process.
            Baris(
                "pelatihan:peserta_impor",
                objek,
                get=hak(_PENYELENGGARA),
                post=hak(_PENYELENGGARA, 302),
                isi=_lembar,
                berubah=False,
            ),
            Baris(
                "pelatihan:peserta_impor",
                objek,
                get=hak(_PENYELENGGARA),
                post=hak(_PENYELENGGARA, 409),
                isi=tetap(langkah="simpan"),
            ),
            Baris("pelatihan:peserta_templat", objek, get=hak(_PENYELENGGARA), post=BUKAN_CARA),
            Baris(
                "pelatihan:kegiatan_pilihan",
                objek,
                get=hak(_PENYELENGGARA),
                post=hak(_PENYELENGGARA, 409 if status in _LEWAT else 302),
                isi=_PILIHAN,
                berubah=status not in _LEWAT,
            ),
        ]
    return baris


PENDAFTARAN = [
    Baris("pelatihan:pendaftaran_saya", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris(
        "pelatihan:pendaftaran_menunggu",
        get=hak(_PENYELENGGARA),
        post=hak(_PENYELENGGARA, 409, **{ATASAN: 302}),
        isi=_pilih,
    ),
    *_keadaan(),
    *_kegiatan(),
    *_luar(),
]
