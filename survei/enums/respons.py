"""How an answer came in, its marks, and the groups of respondents."""

from __future__ import annotations

from enum import StrEnum


class Saluran(StrEnum):
    """How an answer reached the office."""

    DARING = "daring"
    KIOS = "kios"
    KERTAS = "kertas"
    DIBANTU = "dibantu"
    IMPOR = "impor"


LABEL_SALURAN = {
    Saluran.DARING: "Telepon sendiri",
    Saluran.KIOS: "Kios di kantor",
    Saluran.KERTAS: "Kertas",
    Saluran.DIBANTU: "Dibantu petugas",
    Saluran.IMPOR: "Impor lembar kantor",
}


class Bendera(StrEnum):
    """Marks on an answer. Marked answers are counted and shown, never silently dropped."""

    LURUS = "lurus"
    JAM_PERANGKAT = "jam_perangkat"
    ORANG_DALAM = "orang_dalam"
    CEPAT = "cepat"
    BERUNTUN = "beruntun"


# What casts doubt on the answers themselves; a wrong clock of a device does not.
BENDERA_RAGU = (Bendera.LURUS, Bendera.CEPAT, Bendera.BERUNTUN, Bendera.ORANG_DALAM)
LABEL_BENDERA = {
    Bendera.LURUS: "Semua jawaban sama",
    Bendera.JAM_PERANGKAT: "Tanggal perangkat tidak wajar",
    Bendera.ORANG_DALAM: "Diisi atau diketik petugas unit ini",
    Bendera.CEPAT: "Diisi terlalu cepat",
    Bendera.BERUNTUN: "Banyak kiriman dari satu jaringan dalam beberapa menit",
}


# Rows of the counter of marks beside the marks themselves.
TANDA_SEMUA = "semua"
TANDA_RAGU = "ditandai"


class StatusKirim(StrEnum):
    """What became of one posted form."""

    BARU = "baru"
    ULANG = "ulang"
    BEDA = "beda"
    DIHAPUS = "dihapus"
    DITUTUP = "ditutup"
    ORANG_DALAM = "orang_dalam"
    TIDAK_SAH = "tidak_sah"


# Grouped and never required. Nobody under 17 is asked (UU 27/2022 Pasal 25): the group does not exist.
DEMOGRAFI: dict[str, tuple[str, dict[str, str]]] = {
    "jenis_kelamin": ("Jenis kelamin", {"l": "Laki-laki", "p": "Perempuan"}),
    "usia": (
        "Usia",
        {
            "17-25": "17–25 tahun",
            "26-35": "26–35 tahun",
            "36-45": "36–45 tahun",
            "46-55": "46–55 tahun",
            "56+": "56 tahun ke atas",
        },
    ),
    "pendidikan": (
        "Pendidikan",
        {
            "sd": "SD ke bawah",
            "smp": "SMP",
            "sma": "SMA",
            "d1-d3": "D1–D3",
            "s1": "D4/S1",
            "s2": "S2 ke atas",
        },
    ),
    "pekerjaan": (
        "Pekerjaan",
        {
            "asn": "ASN",
            "tni-polri": "TNI/Polri",
            "swasta": "Pegawai swasta",
            "wirausaha": "Wirausaha",
            "petani-nelayan": "Petani/nelayan",
            "pelajar": "Pelajar/mahasiswa",
            "lainnya": "Lainnya",
        },
    ),
}
