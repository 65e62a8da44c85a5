"""Gaps of people: what their post asks on a day, and the newest level that somebody wrote down."""

from __future__ import annotations

from dataclasses import dataclass

from pelatihan.enums import RumpunKompetensi
from pelatihan.models import Kompetensi, PenilaianKompetensi, StandarKompetensi, StandarUmum
from pelatihan.perhitungan.kompetensi import HasilJPM, Kesenjangan, hitung_jpm, kesenjangan
from rakumpit.organisasi.models import Jabatan, Pegawai
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class KesenjanganPegawai:
    """Gaps in the order of the competences. ``keterangan`` says why there is no standard, "" when there is one."""

    baris: list[Kesenjangan]
    jpm: HasilJPM
    nama: dict[str, str]
    keterangan: str


def standar_jabatan(jabatan: Jabatan, kompetensi: list[tuple[str, str, str]]) -> dict[str, int]:
    """Competence -> level that the post asks today: its own rows first, then the general one of its kind.

    ``kompetensi``: code, group and name of those in use.
    """
    hari = hari_ini()
    khusus: dict[str, int] = {}
    for kode, level in (
        StandarKompetensi.objects.pada(hari).filter(jabatan=jabatan).values_list("kompetensi__kode", "level")
    ):
        khusus.setdefault(kode, level)
    umum = StandarUmum.objects.pada(hari).filter(jenis_jabatan=jabatan.jenis).first()
    hasil: dict[str, int] = {}
    for kode, rumpun, _nama in kompetensi:
        if kode in khusus:
            hasil[kode] = khusus[kode]
        elif umum is not None and rumpun != RumpunKompetensi.TEKNIS.value:
            hasil[kode] = umum.level
    return hasil


def kesenjangan_pegawai(pegawai: Pegawai) -> KesenjanganPegawai:
    """Gaps of one person by the post of today; five queries."""
    penugasan = pegawai.penugasan_pada(hari_ini())
    semua = list(Kompetensi.objects.filter(aktif=True).values_list("kode", "rumpun", "nama"))
    nama = {kode: kata for kode, _rumpun, kata in semua}
    if penugasan is None:
        return KesenjanganPegawai([], hitung_jpm([]), nama, "Belum ada jabatan, jadi belum ada standar.")
    standar = standar_jabatan(penugasan.jabatan, semua)
    if not standar:
        sebab = "Standar kompetensi untuk jabatan ini belum diisi."
        return KesenjanganPegawai([], hitung_jpm([]), nama, sebab)
    aktual = dict(
        PenilaianKompetensi.objects.filter(pegawai=pegawai).terkini().values_list("kompetensi__kode", "level")
    )
    baris = kesenjangan(standar, aktual)
    return KesenjanganPegawai(baris, hitung_jpm(baris), nama, "")
