"""The life of a citizen's report as a table of steps, and what counts as an answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class StatusLaporan(StrEnum):
    """Where a report stands (order of the way; the last five are side exits)."""

    DITERIMA = "diterima"
    PERLU_DILENGKAPI = "perlu_dilengkapi"
    TERVERIFIKASI = "terverifikasi"
    DIDISPOSISIKAN = "didisposisikan"
    DIPROSES = "diproses"
    DIJAWAB = "dijawab"
    DITANGGAPI = "ditanggapi"
    SELESAI = "selesai"
    BUKAN_WEWENANG = "bukan_wewenang"
    DIARSIPKAN = "diarsipkan"
    DUPLIKAT = "duplikat"
    DICABUT = "dicabut"
    DIALIHKAN = "dialihkan"


class Langkah(StrEnum):
    """What somebody did with a report; those of ``PERALIHAN`` move it."""

    KIRIM = "kirim"
    VERIFIKASI = "verifikasi"
    MINTA_LENGKAPI = "minta_lengkapi"
    LENGKAPI = "lengkapi"
    DISPOSISI = "disposisi"
    MULAI = "mulai"
    KEMBALIKAN = "kembalikan"
    KABAR = "kabar"
    JAWAB = "jawab"
    BALAS = "balas"
    KEBERATAN = "keberatan"
    SELESAI = "selesai"
    SETUJU = "setuju"
    BUKA_LAGI = "buka_lagi"
    BUKAN_WEWENANG = "bukan_wewenang"
    ARSIPKAN = "arsipkan"
    DUPLIKAT = "duplikat"
    ALIHKAN = "alihkan"
    CABUT = "cabut"
    LEWAT = "lewat"
    NILAI = "nilai"
    NOMOR_LAPOR = "nomor_lapor"
    RAHASIAKAN = "rahasiakan"
    HITUNG_ULANG = "hitung_ulang"
    PERPANJANG = "perpanjang"
    SAMPAIKAN = "sampaikan"


_S = StatusLaporan
_BELUM_DITERUSKAN = frozenset({_S.DITERIMA, _S.PERLU_DILENGKAPI, _S.TERVERIFIKASI})
TERBUKA = frozenset(
    {
        _S.DITERIMA,
        _S.PERLU_DILENGKAPI,
        _S.TERVERIFIKASI,
        _S.DIDISPOSISIKAN,
        _S.DIPROSES,
        _S.DIJAWAB,
        _S.DITANGGAPI,
    }
)
# A unit and a person hold it.
DIPEGANG = frozenset({_S.DIDISPOSISIKAN, _S.DIPROSES, _S.DIJAWAB, _S.DITANGGAPI})
# The public may read the answer, when the report is not kept secret.
TERJAWAB = frozenset({_S.DIJAWAB, _S.SELESAI})

# Step -> states in which it begins, state in which it ends.
PERALIHAN: Mapping[Langkah, tuple[frozenset[StatusLaporan], StatusLaporan]] = {
    # Again while nobody holds it, to mend the class.
    Langkah.VERIFIKASI: (frozenset({_S.DITERIMA, _S.TERVERIFIKASI}), _S.TERVERIFIKASI),
    Langkah.MINTA_LENGKAPI: (frozenset({_S.DITERIMA, _S.TERVERIFIKASI}), _S.PERLU_DILENGKAPI),
    Langkah.LENGKAPI: (frozenset({_S.PERLU_DILENGKAPI}), _S.TERVERIFIKASI),
    Langkah.DISPOSISI: (frozenset({_S.TERVERIFIKASI}), _S.DIDISPOSISIKAN),
    Langkah.MULAI: (frozenset({_S.DIDISPOSISIKAN, _S.DITANGGAPI}), _S.DIPROSES),
    Langkah.KEMBALIKAN: (frozenset({_S.DIDISPOSISIKAN, _S.DIPROSES, _S.DITANGGAPI}), _S.TERVERIFIKASI),
    Langkah.KABAR: (frozenset({_S.DIPROSES}), _S.DIPROSES),
    Langkah.JAWAB: (frozenset({_S.DIPROSES}), _S.DIJAWAB),
    Langkah.KEBERATAN: (frozenset({_S.DIJAWAB}), _S.DITANGGAPI),
    Langkah.SETUJU: (frozenset({_S.DIJAWAB}), _S.SELESAI),
    Langkah.SELESAI: (frozenset({_S.DIJAWAB}), _S.SELESAI),
    Langkah.BUKA_LAGI: (
        frozenset({_S.SELESAI, _S.BUKAN_WEWENANG, _S.DIARSIPKAN, _S.DUPLIKAT}),
        _S.TERVERIFIKASI,
    ),
    Langkah.BUKAN_WEWENANG: (_BELUM_DITERUSKAN, _S.BUKAN_WEWENANG),
    Langkah.ARSIPKAN: (_BELUM_DITERUSKAN, _S.DIARSIPKAN),
    Langkah.DUPLIKAT: (_BELUM_DITERUSKAN, _S.DUPLIKAT),
    Langkah.ALIHKAN: (_BELUM_DITERUSKAN, _S.DIALIHKAN),
    Langkah.CABUT: (TERBUKA, _S.DICABUT),
    Langkah.LEWAT: (frozenset({_S.PERLU_DILENGKAPI}), _S.DICABUT),
}


def boleh_beralih(langkah: Langkah, dari: StatusLaporan) -> bool:
    """Whether a step begins in a state."""
    return langkah in PERALIHAN and dari in PERALIHAN[langkah][0]


_KALIMAT = re.compile(r"[.!?;\n]+")
_KATA = re.compile(r"[a-z]+")
_MENERUSKAN = frozenset(
    {
        *("diteruskan", "teruskan", "meneruskan", "dilanjutkan", "disampaikan", "dialihkan", "didisposisikan"),
        *(
            "dikoordinasikan",
            "koordinasikan",
            "berkoordinasi",
            "koordinasi",
            "ditindaklanjuti",
            "tindaklanjuti",
            "diproses",
        ),
    }
)
_SOPAN = frozenset(
    {
        *("terima", "kasih", "terimakasih", "selamat", "pagi", "siang", "sore", "malam", "salam", "hormat", "atas"),
        *("laporan", "anda", "bapak", "ibu", "yth", "mohon", "maaf", "bersabar", "sabar", "menunggu", "ditunggu"),
    }
)
# A longer sentence says more than that something was passed on.
_KATA_MENERUSKAN = 14


def hanya_diteruskan(teks: str) -> bool:
    """Whether an answer says no more than that the report was passed on: each sentence passes on or is a courtesy."""
    kalimat = [_KATA.findall(satu) for satu in _KALIMAT.split(teks.lower())]
    isi = [kata for kata in kalimat if kata and not set(kata) <= _SOPAN]
    return not isi or all(_MENERUSKAN & set(kata) and len(kata) <= _KATA_MENERUSKAN for kata in isi)


def templat_belum_diubah(teks: str, templat: tuple[str, ...]) -> bool:
    """Whether an answer is still a template: its words alone, or with a place left to fill in."""
    rapat = " ".join(teks.split())
    return "[" in rapat or any(rapat == " ".join(satu.split()) for satu in templat)
