"""Report, publication sheet, open data, and opening a locked survey again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.dasar import PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import (
    BUKAN_CARA,
    MEMIMPIN,
    PEMBACA_SURVEI,
    TERTUTUP,
    Baris,
    Isi,
    hak,
    terbuka,
    tetap,
)

_SURVEI = ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
_BELUM = ("draf", "terbuka", "ditutup")
_PERMINTAAN = ("diajukan", "disetujui", "ditolak", "ditarik")
_KANTOR = tetap(umum="tidak", bentuk="xlsx", tujuan="Laporan ke kota")


def _putusan(nama: str, siapa: Iterable[str], **isi: str) -> Iterator[Baris]:
    """A decision in every state: taken while the request waits, told (409) afterwards to those who could take it."""
    for keadaan in _PERMINTAAN:
        kode = 302 if keadaan == "diajukan" else 409
        yield Baris(
            f"survei:{nama}",
            f"buka_{keadaan}",
            get=BUKAN_CARA,
            post=hak(siapa, kode),
            isi=tetap(**isi),
            berubah=kode == 302,
        )


def _pemohon(objek: str) -> Isi:
    return lambda k: {f"n_{satu.uuid}": "120" for satu in k.survei[objek].layanan.all()}


SURVEI_LAPORAN = [
    *(
        Baris(
            "survei:laporan",
            f"survei_{keadaan}",
            get=hak(PEMBACA_SURVEI),
            post=hak([PENGELOLA], 409 if keadaan in _BELUM else 200),
            isi=_KANTOR,
            berubah=keadaan not in _BELUM,
        )
        for keadaan in _SURVEI
    ),
    Baris("survei:laporan_pratinjau", "survei_dikunci", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:laporan_pratinjau", "survei_ditutup", get=hak(PEMBACA_SURVEI, 409), post=BUKAN_CARA),
    *(
        Baris(
            "survei:buka_minta",
            f"survei_{keadaan}",
            get=hak([PENGELOLA]),
            post=hak([PENGELOLA], 409 if keadaan in _BELUM else 302),
            isi=tetap(alasan="Dua lembar belum dimasukkan."),
            berubah=keadaan not in _BELUM,
        )
        for keadaan in _SURVEI
    ),
    *(
        Baris(
            "survei:sampel",
            f"survei_{keadaan}",
            get=hak(PEMBACA_SURVEI),
            post=hak([PENGELOLA], 302 if keadaan == "draf" else 409),
            isi=_pemohon(f"survei_{keadaan}"),
            berubah=keadaan == "draf",
        )
        for keadaan in _SURVEI
    ),
    *(
        Baris("survei:permintaan_buka", f"buka_{keadaan}", get=hak([*MEMIMPIN, PENGELOLA, PEMERIKSA]), post=BUKAN_CARA)
        for keadaan in _PERMINTAAN
    ),
    # The pengelola of the table asked, so that person decides nothing.
    *_putusan("buka_setujui", MEMIMPIN),
    *_putusan("buka_tolak", MEMIMPIN, catatan="Tidak mengubah hasil."),
    *_putusan("buka_tarik", [PENGELOLA]),
    # Late answers are taken in while the survey stands open by that very request.
    *(
        Baris(
            "survei:buka_sertakan",
            f"buka_{keadaan}",
            get=hak([PENGELOLA]),
            post=hak([PENGELOLA], 302 if keadaan == "disetujui" else 409),
            isi=tetap(alasan="Sinyal putus pada hari terakhir.", yakin="on"),
            berubah=keadaan == "disetujui",
        )
        for keadaan in _PERMINTAAN
    ),
    *(
        Baris(
            f"survei:{nama}", f"survei_{keadaan}", get=terbuka(200 if keadaan == "dipublikasi" else 404), post=TERTUTUP
        )
        for nama in ("lembar", "lembar_pdf", "data_csv", "data_json")
        for keadaan in ("ditutup", "dikunci", "dipublikasi")
    ),
    Baris("survei:data_katalog", get=terbuka(), post=TERTUTUP),
    Baris("survei:data_kamus", get=terbuka(), post=TERTUTUP),
]
