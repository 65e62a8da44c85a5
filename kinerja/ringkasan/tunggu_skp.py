"""Who holds whom up while plans are set: superiors without a plan, and plans that wait for a decision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from kinerja.enums import LABEL_STATUS_SKP, StatusSKP
from kinerja.models import SKP
from kinerja.permissions import atasan_semua
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

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
    """A superior for whom somebody waits. ``menunggu`` names for whom that superior waits in turn; empty: nobody."""

    nama: str
    keadaan: str
    menunggu: str = ""
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


def siapa_menunggu(
    pengguna: Pengguna, unit_ids: Collection[int] | None = None, *, tahun: int | None = None
) -> list[Penahan]:
    """Superiors who hold somebody of the reader's people up, the most people first; a fixed number of queries.

    Looks at the plans of today, or at those of the first day of ``tahun``: next year's are written in December. People
    and superiors are those of today.
    A plan that was submitted waits for the superior's decision. A plan that is still written waits for the superior's
    own plan where results have no link upward; it can be submitted all the same.
    """
    hari = hari_ini()
    orang = Pegawai.objects.terlihat_oleh(pengguna).ber_skp().aktif_pada(hari)
    if unit_ids is not None:
        orang = orang.filter(
            pk__in=Penugasan.objects.pada(hari).filter(jabatan__unit_id__in=unit_ids).values("pegawai")
        )
    nama = dict(orang.values_list("pk", "nama"))
    atasan = {pk: satu for pk, satu in atasan_semua(list(nama), hari).items() if satu is not None}
    pimpinan = {satu.pegawai_id for satu in atasan.values() if satu.pegawai_id is not None}
    di_atasnya = atasan_semua(pimpinan, hari)
    keadaan = _keadaan({*nama, *pimpinan}, hari if tahun in {None, hari.year} else date(tahun, 1, 1))
    sebutan = _nama([*atasan.values(), *(satu for satu in di_atasnya.values() if satu is not None)])
    hasil: dict[str, Penahan] = {}
    for pk, satu in sorted(atasan.items(), key=lambda isi: nama[isi[0]]):
        punya_atasan = keadaan.get(satu.pegawai_id or 0, _KOSONG)
        sebab = _sebab(keadaan.get(pk, _KOSONG), punya_atasan, di_kantor=satu.pegawai_id is not None)
        if sebab:
            kunci = sebutan[_kunci(satu)]
            penahan = hasil.setdefault(kunci, _penahan(satu, punya_atasan, sebutan, di_atasnya))
            penahan.tertahan.append(Tertahan(nama[pk], sebab))
    return sorted(hasil.values(), key=lambda isi: (-len(isi.tertahan), isi.nama))


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
