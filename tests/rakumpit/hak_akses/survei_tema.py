"""Themes of suggestions and quotes: whoever reads the suggestions."""

from __future__ import annotations

from uuid import uuid4

from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, PEMBACA_SARAN, Baris, hak, tetap

_MENULIS = hak(PEMBACA_SARAN, 302)
SURVEI_TEMA = [
    Baris("survei:tema", "survei_dipublikasi", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris(
        "survei:tema_tandai",
        "survei_ditutup",
        get=hak(PEMBACA_SARAN),
        post=_MENULIS,
        isi=lambda k: {
            "submission_id": k.contoh["respons_ditutup"].pk,
            "versi": 0,
            "tema": [k.contoh["tema"].uuid],
        },
    ),
    # Of another survey: told, nothing changes.
    Baris(
        "survei:tema_tandai",
        "survei_dipublikasi",
        get=hak(PEMBACA_SARAN),
        post=_MENULIS,
        isi=lambda k: {"submission_id": k.contoh["respons_ditutup"].pk, "versi": 0},
        berubah=False,
    ),
    Baris(
        "survei:kutipan",
        "survei_dipublikasi",
        get=BUKAN_CARA,
        post=_MENULIS,
        isi=lambda k: {"kode": uuid4(), "tema": k.contoh["tema"].uuid, "teks": "Syarat dipasang di papan."},
    ),
    Baris(
        "survei:kutipan",
        "survei_terbuka",
        get=BUKAN_CARA,
        post=hak(PEMBACA_SARAN, 422),
        isi=lambda k: {"kode": uuid4(), "tema": k.contoh["tema"].uuid, "teks": "Syarat dipasang di papan."},
        berubah=False,
    ),
    Baris("survei:kutipan_tarik", "kutipan", get=BUKAN_CARA, post=_MENULIS, isi=tetap(alasan="Kurang tepat")),
    Baris(
        "survei:kutipan_tarik",
        "kutipan_ditarik",
        get=BUKAN_CARA,
        post=_MENULIS,
        isi=tetap(alasan="Kurang tepat"),
        berubah=False,
    ),
]
