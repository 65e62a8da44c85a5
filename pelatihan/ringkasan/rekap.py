"""Training of a year for those who lead: plan against realisation, budget, coverage, effect; and lists for Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q

from pelatihan.enums import StatusRencana
from pelatihan.enums.kegiatan import LABEL_STATUS_KEGIATAN
from pelatihan.models import (
    AnggaranKegiatan,
    EvaluasiHasil,
    EvaluasiPerilaku,
    Pendaftaran,
    PerilakuKegiatan,
    RencanaPengembangan,
    RiwayatJP,
    SesiKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.perhitungan.rekap import Biaya, Cakupan, cakupan, cakupan_kelompok, hitung_biaya
from pelatihan.ringkasan.jp import jp
from rakumpit.bacaan import ambil
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
    """Four queries for any number of people and events, five for who leads. The sex is read from the NIP, if any.

    Events are those of the units that the reader leads and of those below; all for the pengelola and the pemeriksa.
    """
    awal, akhir = date(tahun, 1, 1), date(tahun, 12, 31)
    semua = pengguna.pengelola or pengguna.pemeriksa
    di_bawah = [] if semua else list(UnitKerja.objects.di_bawah_akun(pengguna, hari_ini()))
    orang = list(
        Pegawai.objects.terlihat_oleh(pengguna, di_bawah)
        .ber_skp()
        .aktif_dalam(awal, akhir)
        .order_by()
        .values_list("pk", "status", "pengguna__nip")
    )
    ids = [pk for pk, _, _ in orang]
    sesi = SesiKegiatan.objects.berlaku().filter(
        waktu__startswith__gte=awal_hari(awal), waktu__startswith__lt=batas_akhir(akhir)
    )
    riwayat, tempat, rencana, kegiatan = ambil(
        [
            RiwayatJP.objects.berlaku()
            .filter(pegawai__in=ids, selesai__range=(awal, akhir))
            .order_by()
            .values_list("pegawai_id", "jp", "sertifikat_kegiatan__kegiatan_id"),
            Penugasan.objects.pada(min(akhir, max(awal, hari_ini())))
            .filter(pegawai__in=ids)
            .order_by("-sifat", "-pk")
            .values_list("pegawai_id", "jabatan__unit__nama"),
            RencanaPengembangan.objects.filter(pegawai__in=ids, tahun=tahun, status__in=_DIJALANKAN)
            .order_by()
            .values_list("status", "anggaran"),
            (sesi if semua else sesi.filter(kegiatan__unit__in=di_bawah))
            .order_by()
            .values_list("kegiatan_id", "kegiatan__status")
            .distinct(),
        ]
    )
    status: dict[int, str] = dict(kegiatan)
    uang, tugas, perilaku, hasil = ambil(
        [
            AnggaranKegiatan.objects.filter(kegiatan__in=status).order_by().values_list("rencana", "realisasi"),
            EvaluasiPerilaku.objects.diminta()
            .filter(kegiatan__in=status)
            .order_by()
            .values_list("diisi_pada", "batas"),
            PerilakuKegiatan.objects.filter(kegiatan__in=status).order_by().values_list("kegiatan_id").distinct(),
            EvaluasiHasil.objects.filter(kegiatan__in=status, diisi_pada__isnull=False)
            .order_by()
            .values_list("kegiatan_id"),
        ]
    )
    ikut = {pk for pk, _, _ in riwayat}
    sendiri = [nilai for _, nilai, asal in riwayat if asal in status]
    terpakai = [nilai for _, nilai in uang if nilai is not None]
    unit: dict[int, str] = dict(tempat)
    return RekapPelatihan(
        tahun=tahun,
        orang=cakupan("Semua", len(ids), len(ikut)),
        kelamin=tuple(cakupan_kelompok(((_kelamin(nip), pk in ikut) for pk, _, nip in orang), rahasia=True)),
        jenis=tuple(
            cakupan_kelompok(
                ((LABEL_STATUS_PEGAWAI[StatusPegawai(satu)], pk in ikut) for pk, satu, _ in orang), rahasia=False
            )
        ),
        unit=tuple(cakupan_kelompok(((unit.get(pk, "Belum ditugaskan"), pk in ikut) for pk in ids), rahasia=False)),
        rencana=len(rencana),
        terealisasi=sum(satu == StatusRencana.TEREALISASI.value for satu, _ in rencana),
        anggaran_rencana=sum((nilai for _, nilai in rencana if nilai is not None), Decimal(0)),
        jp=sum((nilai for _, nilai, _ in riwayat), Decimal(0)),
        biaya=hitung_biaya(
            rencana=sum((nilai for nilai, _ in uang), Decimal(0)),
            realisasi=sum(terpakai, Decimal(0)) if terpakai else None,
            peserta=len(sendiri),
            jp=sum(sendiri, Decimal(0)),
        ),
        kegiatan=_menurut_keadaan(status.values()),
        dampak=_dampak(status, tugas, {pk for (pk,) in perilaku}, disimpulkan=len(hasil)),
    )


def _menurut_keadaan(status: Iterable[str]) -> tuple[tuple[str, int], ...]:
    banyak = Counter(status)
    return tuple((LABEL_STATUS_KEGIATAN[satu], banyak[satu.value]) for satu in StatusKegiatan if banyak[satu.value])


def _dampak(
    status: Mapping[int, str], tugas: Sequence[tuple[Any, ...]], perilaku: Collection[int], *, disimpulkan: int
) -> Dampak:
    hari = hari_ini()
    selesai = [pk for pk, satu in status.items() if satu == StatusKegiatan.SELESAI.value]
    return Dampak(
        selesai=len(selesai),
        disepakati=sum(pk in perilaku for pk in selesai),
        jawaban=sum(diisi is not None for diisi, _ in tugas),
        diminta=len(tugas),
        terlambat=sum(diisi is None and batas < hari for diisi, batas in tugas),
        disimpulkan=disimpulkan,
    )


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
