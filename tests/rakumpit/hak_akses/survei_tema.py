"""Themes of suggestions and quotes: whoever reads the suggestions."""

from __future__ import annotations

from uuid import uuid4

from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, PEMBACA_SARAN, Baris, Isi, hak, tetap

_MENULIS = hak(PEMBACA_SARAN, 302)
_KEADAAN = ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")


def _tandai(keadaan: str) -> Isi:
    return lambda k: {
        "submission_id": k.contoh[f"respons_{keadaan}"].pk,
        "versi": 0,
        "tema": [k.contoh["tema_lain"].uuid],
    }


SURVEI_TEMA = [
    Baris("survei:tema", "survei_dipublikasi", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    # Suggestions are masked and sorted in every state; of the published one the first is sorted already (409).
    *(
        Baris(
            "survei:tema_tandai",
            f"survei_{keadaan}",
            get=hak(PEMBACA_SARAN),
            post=hak(PEMBACA_SARAN, 409) if keadaan == "dipublikasi" else _MENULIS,
            isi=_tandai(keadaan),
            berubah=keadaan != "dipublikasi",
        )
        for keadaan in _KEADAAN
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
    # Only the published survey of the table has a theme with enough suggestions.
    *(
        Baris(
            "survei:kutipan",
            f"survei_{keadaan}",
            get=BUKAN_CARA,
            post=_MENULIS if keadaan == "dipublikasi" else hak(PEMBACA_SARAN, 422),
            isi=lambda k: {"kode": uuid4(), "tema": k.contoh["tema"].uuid, "teks": "Syarat dipasang di papan."},
            berubah=keadaan == "dipublikasi",
        )
        for keadaan in _KEADAAN
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
