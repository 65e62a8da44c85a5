"""States that no column holds: told by dates, by who has signed, or by another row. As expressions on the rows.

Written from the rules, beside the program's own: the test of the states compares the two through the objects.
"""

from __future__ import annotations

from enum import StrEnum

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When

from kinerja.enums import KEBERATAN_TERBUKA, StatusEvaluasi
from kinerja.models import Evaluasi, Keberatan, Periode
from tests.survei.dasar import SAAT

_HARI = SAAT.date()


class KeadaanMasa(StrEnum):
    """Of the period in which something is typed; the first that holds, from below."""

    TERBUKA = "terbuka"
    DIBUKA = "dibuka kembali"
    DITUTUP = "ditutup"
    DITETAPKAN = "evaluasi ditetapkan"


class KeadaanMilik(StrEnum):
    """The same of a row that can be voided as well."""

    TERBUKA = "terbuka"
    DIBUKA = "dibuka kembali"
    DITUTUP = "ditutup"
    DITETAPKAN = "evaluasi ditetapkan"
    DIBATALKAN = "dibatalkan"


class KeadaanPembinaan(StrEnum):
    """Of the follow-up of a low final result."""

    TANPA_RENCANA = "tanpa rencana"
    BELUM_MULAI = "belum mulai"
    BERJALAN = "berjalan"
    DITINJAU = "ditinjau, membaik"
    BELUM_MEMBAIK = "ditinjau, belum membaik"
    KEBERATAN = "keberatan terbuka"


class KeadaanDialog(StrEnum):
    DICATAT_PEGAWAI = "dicatat pegawai"
    DICATAT_ATASAN = "dicatat atasan"
    DISAHKAN = "disahkan"


class KeadaanPenetapan(StrEnum):
    BERLAKU = "berlaku"
    DIKOREKSI = "evaluasinya dikoreksi"
    DIBATALKAN = "dibatalkan"


class KeadaanPlh(StrEnum):
    SEBELUM = "sebelum"
    SELAMA = "selama"
    SESUDAH = "sesudah"


class KeadaanPelayanan(StrEnum):
    """Of a visit at the counter."""

    BERJALAN = "berjalan"
    SELESAI = "selesai"
    BATAL = "batal"


class KeadaanBerlaku(StrEnum):
    """Of a row that is taken back or replaced, but never deleted."""

    BERLAKU = "berlaku"
    BERAKHIR = "berakhir"


def _pilih(*pilihan: tuple[Q | Exists, StrEnum], lain: StrEnum) -> Case:
    """The first state whose condition holds."""
    return Case(
        *(When(syarat, then=Value(satu.value)) for syarat, satu in pilihan),
        default=Value(lain.value),
        output_field=CharField(),
    )


def _final(pegawai: str, **periode: object) -> Exists:
    """A final evaluation of that person over the row's period or day."""
    return Exists(
        Evaluasi.objects.filter(
            pegawai=OuterRef(pegawai), terbaru=True, status=StatusEvaluasi.DITETAPKAN.value, **periode
        )
    )


def masa(pegawai: str = "pegawai") -> Case:
    """Of a row with a period; ``pegawai``: lookup from the row to the person."""
    return _pilih(
        (_final(pegawai, periode=OuterRef("periode")), KeadaanMasa.DITETAPKAN),
        (Q(periode__batas_isi__gte=_HARI), KeadaanMasa.TERBUKA),
        (Q(periode__dibuka_kembali_sampai__gte=_HARI), KeadaanMasa.DIBUKA),
        lain=KeadaanMasa.DITUTUP,
    )


MASA_BUKTI = Case(
    When(dibatalkan_pada__isnull=False, then=Value(KeadaanMilik.DIBATALKAN.value)),
    default=masa(),
    output_field=CharField(),
)
_MEMUAT = {"mulai__lte": OuterRef("tanggal"), "selesai__gte": OuterRef("tanggal")}
MASA_CATATAN = _pilih(
    (Q(dibatalkan_pada__isnull=False), KeadaanMilik.DIBATALKAN),
    (
        _final("pegawai", periode__mulai__lte=OuterRef("tanggal"), periode__selesai__gte=OuterRef("tanggal")),
        KeadaanMilik.DITETAPKAN,
    ),
    (Exists(Periode.objects.filter(batas_isi__gte=_HARI, **_MEMUAT)), KeadaanMilik.TERBUKA),
    (Exists(Periode.objects.filter(dibuka_kembali_sampai__gte=_HARI, **_MEMUAT)), KeadaanMilik.DIBUKA),
    lain=KeadaanMilik.DITUTUP,
)
PEMBINAAN = _pilih(
    (
        Exists(Keberatan.objects.filter(evaluasi=OuterRef("pk"), status__in=KEBERATAN_TERBUKA)),
        KeadaanPembinaan.KEBERATAN,
    ),
    (Q(pembinaan__isnull=True), KeadaanPembinaan.TANPA_RENCANA),
    (Q(pembinaan__hasil="membaik"), KeadaanPembinaan.DITINJAU),
    (Q(pembinaan__hasil="belum"), KeadaanPembinaan.BELUM_MEMBAIK),
    (Q(pembinaan__mulai__gt=_HARI), KeadaanPembinaan.BELUM_MULAI),
    lain=KeadaanPembinaan.BERJALAN,
)
DIALOG = _pilih(
    (Q(disahkan_pada__isnull=False), KeadaanDialog.DISAHKAN),
    (Q(dicatat_oleh=F("pegawai__pengguna")), KeadaanDialog.DICATAT_PEGAWAI),
    lain=KeadaanDialog.DICATAT_ATASAN,
)
PENETAPAN = _pilih(
    (Q(dibatalkan_pada__isnull=False), KeadaanPenetapan.DIBATALKAN),
    (Q(evaluasi__terbaru=False), KeadaanPenetapan.DIKOREKSI),
    lain=KeadaanPenetapan.BERLAKU,
)
PLH = _pilih(
    (Q(mulai__gt=_HARI), KeadaanPlh.SEBELUM),
    (Q(selesai__lt=_HARI), KeadaanPlh.SESUDAH),
    lain=KeadaanPlh.SELAMA,
)
PELAYANAN = _pilih(
    (Q(batal__isnull=False), KeadaanPelayanan.BATAL),
    (Q(selesai__isnull=False), KeadaanPelayanan.SELESAI),
    lain=KeadaanPelayanan.BERJALAN,
)
TITIK = _pilih((Q(aktif=True), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
KUTIPAN = _pilih((Q(ditarik_pada__isnull=True), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
BERKAS = _pilih((Q(alasan_batal=""), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
KEHADIRAN = _pilih((Q(berlaku=True), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
PESERTA_LUAR = _pilih((Q(dibatalkan_pada__isnull=True), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
PELAPORAN = _pilih((Q(hasil__berlaku=True), KeadaanBerlaku.BERLAKU), lain=KeadaanBerlaku.BERAKHIR)
