"""Certificates are issued by who leads the organising unit, revoked by the pengelola, read as the person's record."""

from __future__ import annotations

from tests.dasar import ATASAN, PEGAWAI, PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak, tetap

_PEMBACA = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)
_PENYELENGGARA = (*MEMIMPIN, PENGELOLA)
_ALASAN = tetap(alasan="Sudah dibahas.")

_SEPAKAT = tetap(perilaku_1="Menyapa", perilaku_2="Mendengar", perilaku_3="Mencatat", unit="", unsur="")
_JAWABAN = tetap(kini_1="3", kini_2="3", kini_3="4", catatan="")
_PEMIMPIN = (*MEMIMPIN, PENGELOLA, PEMERIKSA)

PELATIHAN_SERTIFIKAT = [
    Baris("pelatihan:rekap", get=hak(_PEMIMPIN), post=BUKAN_CARA),
    Baris("pelatihan:rekap_unduh", get=hak(_PEMIMPIN), post=BUKAN_CARA),
    Baris("pelatihan:tim_unduh", get=hak(_PEMIMPIN), post=BUKAN_CARA),
    Baris("pelatihan:saya_unduh", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("pelatihan:dampak", "kegiatan_disepakati", get=hak(_PEMIMPIN), post=BUKAN_CARA),
    Baris(
        "pelatihan:sepakat",
        "kegiatan_belum_terbit",
        get=hak(_PENYELENGGARA),
        post=hak(_PENYELENGGARA, 302),
        isi=_SEPAKAT,
    ),
    Baris(
        "pelatihan:hasil_simpul",
        "kegiatan_disepakati",
        get=hak(_PENYELENGGARA),
        post=hak(_PENYELENGGARA, 302),
        isi=tetap(simpulan="Antrean lebih tenang."),
    ),
    *[
        Baris(
            "pelatihan:evaluasi_perilaku",
            f"perubahan_kerja_{peran}",
            get=hak([siapa]),
            post=hak([siapa], kode),
            isi=_JAWABAN,
        )
        for peran, siapa, kode in (("peserta", PEGAWAI, 302), ("atasan", ATASAN, 409))
    ],
    Baris("pelatihan:sertifikat_kegiatan", "kegiatan_belum_terbit", get=hak(_PENYELENGGARA), post=BUKAN_CARA),
    Baris(
        "pelatihan:sertifikat_terbitkan",
        "kegiatan_belum_terbit",
        get=BUKAN_CARA,
        post=hak(_PENYELENGGARA, 302),
        isi=tetap(),
    ),
    Baris("pelatihan:sertifikat_semua", "kegiatan_sudah_terbit", get=hak(_PENYELENGGARA), post=BUKAN_CARA),
]
for _nama, _cabut, _ulang in (("berlaku", 302, 409), ("dicabut", 409, 302)):
    _objek = f"sertifikat_kami_{_nama}"
    PELATIHAN_SERTIFIKAT += [
        Baris("pelatihan:sertifikat_kami", _objek, get=hak(_PEMBACA), post=BUKAN_CARA),
        Baris("pelatihan:sertifikat_kami_unduh", _objek, get=hak(_PEMBACA), post=BUKAN_CARA),
        Baris(
            "pelatihan:sertifikat_kami_cabut", _objek, get=hak([PENGELOLA]), post=hak([PENGELOLA], _cabut), isi=_ALASAN
        ),
        Baris(
            "pelatihan:sertifikat_kami_ulang", _objek, get=hak([PENGELOLA]), post=hak([PENGELOLA], _ulang), isi=_ALASAN
        ),
    ]
