"""Training of a year for those who lead: plan against realisation, budget, coverage, effect; and lists for Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Max, Q, Sum

from pelatihan.enums import StatusRencana
from pelatihan.enums.kegiatan import LABEL_STATUS_KEGIATAN
from pelatihan.models import (
    AnggaranKegiatan,
    EvaluasiHasil,
    EvaluasiPerilaku,
    Kegiatan,
    Pendaftaran,
    RencanaPengembangan,
    RiwayatJP,
    SesiKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.perhitungan.rekap import Biaya, Cakupan, cakupan, cakupan_kelompok, hitung_biaya
from pelatihan.ringkasan.jp import jp
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI, StatusPegawai
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip
from rakumpit.waktu import awal_hari, batas_akhir, hari_ini, tambah_tahun

_KELAMIN = {"L": "Laki-laki", "P": "Perempuan"}
_DIJALANKAN = (StatusRencana.DITETAPKAN.value, StatusRencana.TEREALISASI.value)
JUDUL_TIM = (
    *("Nama", "Jenis pegawai", "JP diakui", "JP paling sedikit", "Kurang JP", "Keterangan"),
    *("Terakhir ikut", "Ikut setahun terakhir", "Permintaan menunggu"),
)


@dataclass(frozen=True, slots=True)
class Dampak:
    """Events that ended in the year: with behaviours agreed upon, answers, results concluded."""

    selesai: int
    disepakati: int
    jawaban: int
    diminta: int
    terlambat: int
    disimpulkan: int


@dataclass(frozen=True, slots=True)
class RekapPelatihan:
    """One year of the people and units that the reader may see."""

    tahun: int
    orang: Cakupan
    kelamin: tuple[Cakupan, ...]
    jenis: tuple[Cakupan, ...]
    unit: tuple[Cakupan, ...]
    rencana: int
    terealisasi: int
    anggaran_rencana: Decimal
    jp: Decimal
    biaya: Biaya
    kegiatan: tuple[tuple[str, int], ...]
    dampak: Dampak


def _kelamin(nip: str | None) -> str:
    try:
        return _KELAMIN[baca_nip(nip or "").jenis_kelamin]
    except NIPTidakSah:
        return "Belum diketahui"


def rekap_pelatihan(pengguna: Pengguna, tahun: int) -> RekapPelatihan:
    """A fixed number of queries for any number of people. The sex is read from the NIP, where there is one."""
    awal, akhir = date(tahun, 1, 1), date(tahun, 12, 31)
    orang = list(
        Pegawai.objects.terlihat_oleh(pengguna)
        .ber_skp()
        .aktif_dalam(awal, akhir)
        .order_by()
        .values_list("pk", "status", "pengguna__nip")
    )
    ids = [pk for pk, _, _ in orang]
    riwayat = RiwayatJP.objects.berlaku().filter(pegawai__in=ids, selesai__range=(awal, akhir))
    ikut = set(riwayat.order_by().values_list("pegawai_id", flat=True))
    tempat = dict(
        Penugasan.objects.pada(min(akhir, max(awal, hari_ini())))
        .filter(pegawai__in=ids)
        .order_by("-sifat", "-pk")
        .values_list("pegawai_id", "jabatan__unit__nama")
    )
    rencana = RencanaPengembangan.objects.filter(pegawai__in=ids, tahun=tahun, status__in=_DIJALANKAN).aggregate(
        semua=Count("pk"),
        jadi=Count("pk", filter=Q(status=StatusRencana.TEREALISASI.value)),
        anggaran=Sum("anggaran"),
    )
    kegiatan = _kegiatan(pengguna, awal, akhir)
    sendiri = riwayat.filter(sertifikat_kegiatan__kegiatan__in=kegiatan).aggregate(banyak=Count("pk"), jp=Sum("jp"))
    uang = AnggaranKegiatan.objects.filter(kegiatan__in=kegiatan).aggregate(
        rencana=Sum("rencana"), realisasi=Sum("realisasi")
    )
    return RekapPelatihan(
        tahun=tahun,
        orang=cakupan("Semua", len(ids), len(ikut)),
        kelamin=tuple(cakupan_kelompok(((_kelamin(nip), pk in ikut) for pk, _, nip in orang), rahasia=True)),
        jenis=tuple(
            cakupan_kelompok(
                ((LABEL_STATUS_PEGAWAI[StatusPegawai(status)], pk in ikut) for pk, status, _ in orang), rahasia=False
            )
        ),
        unit=tuple(cakupan_kelompok(((tempat.get(pk, "Belum ditugaskan"), pk in ikut) for pk in ids), rahasia=False)),
        rencana=rencana["semua"],
        terealisasi=rencana["jadi"],
        anggaran_rencana=rencana["anggaran"] or Decimal(0),
        jp=riwayat.aggregate(jp=Sum("jp"))["jp"] or Decimal(0),
        biaya=hitung_biaya(
            uang["rencana"] or Decimal(0), uang["realisasi"], sendiri["banyak"], sendiri["jp"] or Decimal(0)
        ),
        kegiatan=_menurut_keadaan(kegiatan),
        dampak=_dampak(kegiatan),
    )


def _kegiatan(pengguna: Pengguna, awal: date, akhir: date) -> list[int]:
    """Events of the units that the reader may see with a session in the year."""
    unit = UnitKerja.objects.terlihat_oleh(pengguna).order_by().values("pk")
    return list(
        SesiKegiatan.objects.berlaku()
        .filter(
            waktu__startswith__gte=awal_hari(awal), waktu__startswith__lt=batas_akhir(akhir), kegiatan__unit__in=unit
        )
        .order_by()
        .values_list("kegiatan_id", flat=True)
        .distinct()
    )


def _menurut_keadaan(kegiatan: Sequence[int]) -> tuple[tuple[str, int], ...]:
    banyak = dict(
        Kegiatan.objects.filter(pk__in=kegiatan).order_by().values_list("status").annotate(banyak=Count("pk"))
    )
    return tuple((LABEL_STATUS_KEGIATAN[satu], banyak[satu.value]) for satu in StatusKegiatan if satu.value in banyak)


def _dampak(kegiatan: Sequence[int]) -> Dampak:
    selesai = Kegiatan.objects.filter(pk__in=kegiatan, status=StatusKegiatan.SELESAI.value)
    hari = hari_ini()
    tugas = EvaluasiPerilaku.objects.filter(kegiatan__in=kegiatan).aggregate(
        diminta=Count("pk"),
        jawaban=Count("pk", filter=Q(diisi_pada__isnull=False)),
        terlambat=Count("pk", filter=Q(diisi_pada__isnull=True, batas__lt=hari)),
    )
    banyak = selesai.aggregate(
        selesai=Count("pk", distinct=True),
        disepakati=Count("pk", distinct=True, filter=Q(perilaku__isnull=False)),
    )
    hasil = EvaluasiHasil.objects.filter(kegiatan__in=kegiatan, diisi_pada__isnull=False).count()
    return Dampak(**banyak, **tugas, disimpulkan=hasil)


def permintaan_menunggu(pegawai_ids: Sequence[int]) -> dict[int, int]:
    """Person -> wishes and registrations that wait for a superior; two queries."""
    hasil: dict[int, int] = {}
    for model, status in (
        (RencanaPengembangan, StatusRencana.DIUSULKAN.value),
        (Pendaftaran, StatusPendaftaran.MENUNGGU.value),
    ):
        baris = model._default_manager.filter(pegawai__in=pegawai_ids, status=status).order_by()
        for pk, banyak in baris.values_list("pegawai_id").annotate(banyak=Count("pk")):
            hasil[pk] = hasil.get(pk, 0) + banyak
    return hasil


def baris_tim(pengguna: Pengguna) -> Iterator[Sequence[object]]:
    """Everybody below the reader, by name, as the team page shows them. A fixed number of queries."""
    hari = hari_ini()
    orang = list(
        Pegawai.objects.terlihat_oleh(pengguna)
        .exclude(pengguna=pengguna)
        .ber_skp()
        .aktif_pada(hari)
        .annotate(terakhir=Max("riwayat_jp__selesai", filter=Q(riwayat_jp__dibatalkan_pada__isnull=True)))
        .order_by("nama_urut", "pk")
    )
    ids = [satu.pk for satu in orang]
    saldo, menunggu, batas = jp(ids, hari), permintaan_menunggu(ids), tambah_tahun(hari, -1)
    for satu in orang:
        milik = saldo[satu.pk]
        yield (
            satu.nama,
            satu.get_status_display(),
            milik.saldo.diakui if milik.saldo is not None else None,
            milik.minimum,
            milik.saldo.kekurangan if milik.saldo is not None else None,
            milik.keterangan,
            satu.terakhir,
            satu.terakhir is not None and satu.terakhir > batas,
            menunggu.get(satu.pk, 0),
        )
