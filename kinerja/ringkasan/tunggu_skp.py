"""Who holds whom up while plans are set: superiors without a plan, and plans that wait for a decision.

People are counted by the database, by place and state of their plan; read one by one are only leaders and the few
names that a page shows. So the cost does not grow with the number of staff.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, Q

from kinerja.enums import LABEL_STATUS_SKP, StatusSKP
from kinerja.models import SKP
from kinerja.permissions import PetaAtasan, atasan_semua, peta_atasan, tempat_pada
from rakumpit.organisasi.enums import STATUS_BERSKP
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

# Names that are told of those who wait for one superior.
NAMA_TAMPIL = 20
BELUM_ADA = "belum ada SKP"
# The furthest state counts: an approved plan holds while its revision is written.
_MAJU = (
    StatusSKP.DISETUJUI.value,
    StatusSKP.DIAJUKAN.value,
    StatusSKP.DIKEMBALIKAN.value,
    StatusSKP.DRAF.value,
)


@dataclass(frozen=True, slots=True)
class Tertahan:
    """One person who waits, and for what."""

    nama: str
    sebab: str


@dataclass(slots=True)
class Penahan:
    """A superior for whom ``jumlah`` people wait, the first ``NAMA_TAMPIL`` of them by name in ``tertahan``.

    ``menunggu`` names for whom that superior waits in turn; empty: nobody.
    """

    nama: str
    keadaan: str
    menunggu: str = ""
    jumlah: int = 0
    tertahan: list[Tertahan] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _KeadaanSKP:
    status: str
    tanpa_kaitan: int

    @property
    def disetujui(self) -> bool:
        return self.status == StatusSKP.DISETUJUI.value

    @property
    def sebutan(self) -> str:
        return LABEL_STATUS_SKP[StatusSKP(self.status)].lower() if self.status else BELUM_ADA


_KOSONG = _KeadaanSKP("", 0)


# Place as in ``tempat_pada``. People are together by place, state of the furthest plan of the day and whether results
# of it lack a link upward; who holds a leading post stands alone, since nobody is the own superior.
_KELOMPOK = """
WITH tugas AS MATERIALIZED (
    SELECT t.id, t.pegawai_id, t.sifat, j.unit_id, j.memimpin
    FROM organisasi_penugasan t JOIN organisasi_jabatan j ON j.id = t.jabatan_id
    WHERE t.pegawai_id IS NOT NULL AND t.mulai <= %(hari)s AND (t.selesai IS NULL OR t.selesai >= %(hari)s)
), tempat AS MATERIALIZED (
    SELECT DISTINCT ON (pegawai_id) pegawai_id, unit_id, memimpin FROM tugas
    ORDER BY pegawai_id, sifat <> 'definitif', id
), orang AS MATERIALIZED (
    SELECT p.id, p.nama, p.nama_urut, t.unit_id, t.memimpin
    FROM organisasi_pegawai p JOIN tempat t ON t.pegawai_id = p.id
    WHERE p.status = ANY(%(status)s) AND (p.mulai IS NULL OR p.mulai <= %(hari)s)
      AND (p.selesai IS NULL OR p.selesai >= %(hari)s)
      AND (%(semua)s OR p.pengguna_id = %(akun)s OR p.id IN (
          SELECT pegawai_id FROM tugas WHERE unit_id = ANY(%(di_bawah)s::bigint[])))
      AND (%(unit)s::bigint[] IS NULL OR p.id IN (SELECT pegawai_id FROM tugas WHERE unit_id = ANY(%(unit)s)))
), skp AS MATERIALIZED (
    SELECT DISTINCT ON (pegawai_id) pegawai_id, id, status FROM kinerja_skp
    WHERE mulai <= %(acuan)s AND selesai >= %(acuan)s AND status = ANY(%(maju)s::varchar[])
    ORDER BY pegawai_id, array_position(%(maju)s::varchar[], status), id
), baris AS (
    SELECT o.*, COALESCE(s.status, '') AS keadaan, CASE WHEN o.id = ANY(%(pemimpin)s) THEN o.id END AS pemimpin_id,
           CASE WHEN s.status = ANY(%(ditulis)s) THEN (
               SELECT count(*) FROM kinerja_rencanahasilkerja r WHERE r.skp_id = s.id AND r.rhk_pimpinan_id IS NULL
           ) ELSE 0 END AS tanpa
    FROM orang o LEFT JOIN skp s ON s.pegawai_id = o.id
)
SELECT unit_id, memimpin, pemimpin_id, keadaan, count(*),
       (array_agg(nama ORDER BY nama, id))[1:%(tampil)s], (array_agg(tanpa ORDER BY nama, id))[1:%(tampil)s]
FROM baris WHERE keadaan <> 'disetujui'
GROUP BY unit_id, memimpin, pemimpin_id, keadaan, tanpa > 0
"""


def siapa_menunggu(
    pengguna: Pengguna, unit_ids: Collection[int] | None = None, *, tahun: int | None = None
) -> list[Penahan]:
    """Superiors who hold somebody of the reader's people up, the most people first; eight queries.

    Looks at the plans of today, or at those of the first day of ``tahun``: next year's are written in December. People
    and superiors are those of today.
    A plan that was submitted waits for the superior's decision. A plan that is still written waits for the superior's
    own plan where results have no link upward; it can be submitted all the same.
    """
    hari = hari_ini()
    acuan = hari if tahun in {None, hari.year} else date(tahun or hari.year, 1, 1)
    peta = peta_atasan(hari)
    pimpinan = {satu.pegawai_id for semua in peta.pemimpin.values() for satu in semua if satu.pegawai_id is not None}
    kelompok = [
        (atasan, *isi)
        for unit_id, memimpin, pemimpin_id, *isi in _kelompok(pengguna, unit_ids, hari, acuan, pimpinan)
        if (atasan := peta.atasan(unit_id=unit_id, memimpin=memimpin, pegawai_id=pemimpin_id or 0)) is not None
    ]
    di_atasnya = _atasan(peta, pimpinan)
    keadaan = _keadaan(pimpinan, acuan)
    sebutan = _nama([*(satu[0] for satu in kelompok), *(satu for satu in di_atasnya.values() if satu is not None)])
    hasil: dict[str, Penahan] = {}
    for atasan, status, jumlah, nama, tanpa in kelompok:
        punya_atasan = keadaan.get(atasan.pegawai_id or 0, _KOSONG)
        tertahan = [
            Tertahan(satu, sebab)
            for satu, n in zip(nama, tanpa, strict=True)
            if (sebab := _sebab(_KeadaanSKP(status, n), punya_atasan, di_kantor=atasan.pegawai_id is not None))
        ]
        if tertahan:
            kunci = sebutan[_kunci(atasan)]
            penahan = hasil.setdefault(kunci, _penahan(atasan, punya_atasan, sebutan, di_atasnya))
            penahan.jumlah += jumlah
            penahan.tertahan = sorted([*penahan.tertahan, *tertahan], key=lambda satu: satu.nama)[:NAMA_TAMPIL]
    return sorted(hasil.values(), key=lambda isi: (-isi.jumlah, isi.nama))


def _kelompok(
    pengguna: Pengguna, unit_ids: Collection[int] | None, hari: date, acuan: date, pimpinan: Collection[int]
) -> list[tuple[Any, ...]]:
    """Rows of ``_KELOMPOK`` for the people whom the reader sees; two queries."""
    nilai: dict[str, Any] = {
        "hari": hari,
        "acuan": acuan,
        "status": [satu.value for satu in STATUS_BERSKP],
        "maju": list(_MAJU),
        "ditulis": [StatusSKP.DIKEMBALIKAN.value, StatusSKP.DRAF.value],
        "pemimpin": list(pimpinan),
        "semua": pengguna.pengelola or pengguna.pemeriksa,
        "akun": pengguna.pk,
        "di_bawah": list(UnitKerja.objects.di_bawah_akun(pengguna, hari)),
        "unit": None if unit_ids is None else list(unit_ids),
        "tampil": NAMA_TAMPIL,
    }
    with connection.cursor() as kursor:
        kursor.execute(_KELOMPOK, nilai)
        return list(kursor.fetchall())


def _atasan(peta: PetaAtasan, pegawai_ids: Collection[int]) -> dict[int, Pemegang | None]:
    """Superior of each of these people; one query."""
    return {
        pk: peta.atasan(unit_id=tempat.unit_id, memimpin=tempat.memimpin, pegawai_id=pk)
        for pk, tempat in tempat_pada(pegawai_ids, peta.tanggal).items()
    }


def _sebab(skp: _KeadaanSKP, atasan: _KeadaanSKP, *, di_kantor: bool) -> str:
    if skp.status == StatusSKP.DIAJUKAN.value:
        return "SKP menunggu persetujuan"
    if skp.disetujui or not di_kantor or atasan.disetujui:
        return ""
    if not skp.status:
        return "belum menyusun SKP, dan hasil pimpinan belum dapat dipilih"
    if skp.tanpa_kaitan:
        return f"{skp.tanpa_kaitan} rencana hasil kerja belum dapat dikaitkan ke hasil pimpinan"
    return ""


def _penahan(
    satu: Pemegang,
    keadaan: _KeadaanSKP,
    sebutan: dict[tuple[int | None, int | None], str],
    di_atasnya: dict[int, Pemegang | None],
) -> Penahan:
    nama = sebutan[_kunci(satu)]
    if satu.pegawai_id is None:
        return Penahan(nama, "pejabat di luar kantor")
    lebih_atas = di_atasnya.get(satu.pegawai_id)
    menunggu = ""
    if lebih_atas is not None and keadaan.status == StatusSKP.DIAJUKAN.value:
        menunggu = sebutan[_kunci(lebih_atas)]
    return Penahan(nama, f"SKP-nya {keadaan.sebutan}" if keadaan.status else BELUM_ADA, menunggu)


def _kunci(satu: Pemegang) -> tuple[int | None, int | None]:
    return satu.pegawai_id, satu.pejabat_luar_id


def _keadaan(pegawai_ids: Collection[int], hari: date) -> dict[int, _KeadaanSKP]:
    """State of each person's plan of that day, with the number of results that have no link upward; one query."""
    baris = (
        SKP.objects.filter(pegawai_id__in=pegawai_ids, mulai__lte=hari, selesai__gte=hari, status__in=_MAJU)
        .annotate(tanpa=Count("rencana", filter=Q(rencana__rhk_pimpinan__isnull=True)))
        .order_by("pk")
        .values_list("pegawai_id", "status", "tanpa")
    )
    hasil: dict[int, _KeadaanSKP] = {}
    for pegawai_id, status, tanpa in baris:
        lama = hasil.get(pegawai_id)
        if lama is None or _MAJU.index(status) < _MAJU.index(lama.status):
            hasil[pegawai_id] = _KeadaanSKP(status, tanpa)
    return hasil


def _nama(pemegang: Collection[Pemegang]) -> dict[tuple[int | None, int | None], str]:
    """Names of holders with their posts; two queries."""
    pegawai = dict(
        Pegawai.objects.filter(pk__in={satu.pegawai_id for satu in pemegang if satu.pegawai_id}).values_list(
            "pk", "nama"
        )
    )
    luar = dict(
        PejabatLuar.objects.filter(
            pk__in={satu.pejabat_luar_id for satu in pemegang if satu.pejabat_luar_id}
        ).values_list("pk", "nama")
    )
    return {
        _kunci(satu): f"{pegawai.get(satu.pegawai_id or 0) or luar[satu.pejabat_luar_id or 0]}, {satu.jabatan}"
        for satu in pemegang
    }


def atasan_tanpa_skp(skp: SKP) -> bool:
    """Whether the superior of today works here and has no approved plan for the first day of this one."""
    hari = hari_ini()
    atasan = atasan_semua([skp.pegawai_id], hari).get(skp.pegawai_id)
    if atasan is None or atasan.pegawai_id is None:
        return False
    acuan = min(max(hari, skp.mulai), skp.selesai)
    punya = SKP.objects.disetujui().filter(pegawai_id=atasan.pegawai_id, mulai__lte=acuan, selesai__gte=acuan)
    return not punya.exists()
