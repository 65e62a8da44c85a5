"""Letterhead and parties of official documents, as the unit tree and the assignments name them. Reads only."""

from __future__ import annotations

from rakumpit.dokumen.isi import Kop, Pihak
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan, UnitKerja
from rakumpit.organisasi.pangkat import GolonganTidakSah, baca_golongan

_AWALAN_SIFAT = {
    SifatPenugasan.PLT.value: "Plt. ",
    SifatPenugasan.PLH.value: "Plh. ",
    SifatPenugasan.LIMPAH.value: "a.n. ",
}
_TANPA_PIHAK: Pihak = {"nama": None, "nip": None, "pangkat": None, "jabatan": None, "unit": None}


def kop_kantor() -> Kop:
    """Letterhead: the city and the kecamatan as the unit tree names them."""
    nama = dict(
        UnitKerja.objects.filter(jenis__in=[JenisUnit.KOTA.value, JenisUnit.KECAMATAN.value])
        .order_by("-pk")
        .values_list("jenis", "nama")
    )
    return {
        "pemerintah": nama.get(JenisUnit.KOTA.value, ""),
        "kantor": nama.get(JenisUnit.KECAMATAN.value, ""),
        "alamat": None,
    }


def tempat_kantor(kop: Kop) -> str:
    """Place of signing: «Rakumpit» of «Kecamatan Rakumpit»."""
    return kop["kantor"].removeprefix("Kecamatan ")


def pihak(siapa: Pegawai | PejabatLuar | None, tugas: Penugasan | None, *, golongan: str | None = None) -> Pihak:
    """One party with the post held in ``tugas``; «Plt.» stands before an acting one (case C79)."""
    if siapa is None:
        return dict(_TANPA_PIHAK)  # type: ignore[return-value]  # a copy of a Pihak
    di_sini = siapa if isinstance(siapa, Pegawai) else None
    return {
        "nama": siapa.nama,
        "nip": di_sini.nip if di_sini else None,
        "pangkat": _pangkat(di_sini.golongan if golongan is None else golongan) if di_sini else None,
        "jabatan": f"{_AWALAN_SIFAT.get(tugas.sifat, '')}{tugas.jabatan.nama}" if tugas else None,
        "unit": tugas.jabatan.unit.nama if tugas else None,
    }


def _pangkat(golongan: str) -> str | None:
    try:
        return str(baca_golongan(golongan, pppk="/" not in golongan))
    except GolonganTidakSah:
        return golongan or None
