"""Standards of service: states, and the fourteen components."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StatusStandar(StrEnum):
    """A published version never changes; what changes is a new version."""

    DRAF = "draf"
    TERBIT = "terbit"


LABEL_STATUS_STANDAR = {StatusStandar.DRAF: "Draf", StatusStandar.TERBIT: "Terbit"}


@dataclass(frozen=True, slots=True)
class Komponen:
    """One component: its official name, and what a citizen or an officer wants to know by it."""

    nama: str
    tanya: str


# UU 25/2009 Pasal 21 names the fourteen, PermenPANRB 15/2014 parts them into those of the delivery, which are made
# public at the place of service, and those of the management behind it. Both after several secondary sources (city
# and ministry rules that repeat the list); the official texts were not read, so versions say whether somebody did.
KOMPONEN_PENYAMPAIAN: dict[str, Komponen] = {
    "persyaratan": Komponen("Persyaratan", "Apa yang dibawa warga?"),
    "prosedur": Komponen("Sistem, mekanisme, dan prosedur", "Apa langkahnya, dari datang sampai selesai?"),
    "waktu": Komponen("Jangka waktu penyelesaian", "Berapa lama, dihitung sejak syarat lengkap?"),
    "biaya": Komponen("Biaya atau tarif", "Berapa biayanya? Tulis «Gratis» bila tidak dipungut."),
    "produk": Komponen("Produk pelayanan", "Apa yang diterima warga?"),
    "pengaduan": Komponen("Penanganan pengaduan, saran, dan masukan", "Ke mana warga mengadu, dan kapan dijawab?"),
}
KOMPONEN_PENGELOLAAN: dict[str, Komponen] = {
    "dasar_hukum": Komponen("Dasar hukum", "Peraturan mana yang menjadi dasarnya?"),
    "sarana": Komponen("Sarana, prasarana, dan fasilitas", "Alat dan ruang apa yang tersedia?"),
    "kompetensi": Komponen("Kompetensi pelaksana", "Kemampuan apa yang harus dimiliki petugas?"),
    "pengawasan": Komponen("Pengawasan internal", "Siapa mengawasi, dan bagaimana?"),
    "jumlah_pelaksana": Komponen("Jumlah pelaksana", "Berapa petugas yang melayani?"),
    "jaminan_pelayanan": Komponen("Jaminan pelayanan", "Apa yang dijanjikan bila standar tidak terpenuhi?"),
    "jaminan_keamanan": Komponen("Jaminan keamanan dan keselamatan", "Bagaimana warga, berkas, dan datanya dijaga?"),
    "evaluasi": Komponen("Evaluasi kinerja pelaksana", "Kapan dan bagaimana pelaksanaannya dinilai?"),
}
KOMPONEN = KOMPONEN_PENYAMPAIAN | KOMPONEN_PENGELOLAAN
DASAR_KOMPONEN = "UU 25/2009 Pasal 21; PermenPANRB 15/2014"
