"""Why somebody can or cannot register, what he should know first, and whose answer is awaited."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Max, Min, Q
from django.utils.module_loading import import_string

from pelatihan.models import AturanJP, Kegiatan, Pendaftaran, SesiKegiatan
from pelatihan.perhitungan.kegiatan import BERJALAN, PERSIAPAN, StatusKegiatan, StatusPendaftaran
from pelatihan.ringkasan.jp import jp, tulis_jp
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import format_tanggal, format_waktu, hari_ini, sekarang, tanggal_lokal

# A person cannot be in two places only where both events still lie ahead or run.
_MENGIKAT = (StatusKegiatan.DISETUJUI, *BERJALAN, StatusKegiatan.BERLANGSUNG)
_BELUM_DIBUKA = (StatusKegiatan.DRAF, StatusKegiatan.DIUSULKAN, StatusKegiatan.DISETUJUI)
Berhalangan = tuple[int, str, date, date]
# Person, title of the other event, whether that is compulsory.
Bentrok = tuple[int, str, bool]


@dataclass(frozen=True, slots=True)
class Jadwal:
    """From the first session that takes place to the end of the last one; None without any."""

    mulai: datetime | None
    selesai: datetime | None

    def sudah_mulai(self, saat: datetime) -> bool:
        return self.mulai is not None and saat >= self.mulai

    @property
    def hari_terakhir(self) -> date:
        """Its last day in WIB; today while no session is set."""
        return hari_ini() if self.selesai is None else tanggal_lokal(self.selesai - timedelta(microseconds=1))


def jadwal(kegiatan: Kegiatan) -> Jadwal:
    """One statement."""
    batas = (
        SesiKegiatan.objects.berlaku()
        .filter(kegiatan=kegiatan)
        .aggregate(mulai=Min("waktu__startswith"), selesai=Max("waktu__endswith"))
    )
    return Jadwal(batas["mulai"], batas["selesai"])


def kursi_terisi(kegiatan: Kegiatan) -> int:
    """Seats that are taken: by staff, also those who still wait for an answer, and by guests. Two statements."""
    return int(kegiatan.pendaftaran.berkursi().count() + kegiatan.peserta_luar.berlaku().count())


def sebab_tertutup(kegiatan: Kegiatan, waktu: Jadwal) -> str:
    """Why the event takes no registrations now; "" when it does."""
    saat = sekarang()
    status = StatusKegiatan(kegiatan.status)
    if status in {StatusKegiatan.DITUNDA, StatusKegiatan.DIBATALKAN}:
        return f"Kegiatan ini {kegiatan.get_status_display().lower()}: {kegiatan.alasan}"
    if status in _BELUM_DIBUKA:
        return "Pendaftaran belum dibuka."
    if status not in BERJALAN or waktu.sudah_mulai(saat):
        return "Kegiatan ini sudah dimulai, jadi pendaftaran tidak dapat diubah lagi."
    if kegiatan.tutup_pendaftaran is not None and saat >= kegiatan.tutup_pendaftaran:
        return f"Pendaftaran ditutup {format_waktu(kegiatan.tutup_pendaftaran)}."
    return "" if status is StatusKegiatan.PENDAFTARAN else "Pendaftaran sudah ditutup penyelenggara."


def dapat_batal(kegiatan: Kegiatan, waktu: Jadwal) -> bool:
    """A participant may leave until the event begins."""
    return kegiatan.status in {satu.value for satu in PERSIAPAN} and not waktu.sudah_mulai(sekarang())


def halangan(
    kegiatan: Kegiatan,
    orang: Collection[Pegawai],
    waktu: Jadwal,
    tumpuk: Collection[Bentrok],
    *,
    beralasan: bool,
) -> dict[int, str]:
    """Person -> why he cannot be registered. ``beralasan``: the pengelola wrote why the limit of PPPK is passed.

    ``tumpuk``: what ``bentrok`` says of these people. A fixed number of statements for any number of them.
    """
    hasil: dict[int, str] = {}
    for satu in orang:
        if not satu.ber_skp or (satu.selesai is not None and satu.selesai < waktu.hari_terakhir):
            hasil[satu.pk] = f"{satu.nama} bukan ASN yang masih bekerja di kantor ini pada hari kegiatan."
    if kegiatan.wajib:
        for pk, judul, wajib in tumpuk:
            if wajib:
                hasil.setdefault(pk, f"Pada waktu yang sama sudah ada kegiatan wajib lain: «{judul}».")
    if not beralasan:
        for pk, sesudah, batas in lebih_jp(kegiatan, orang, waktu):
            hasil.setdefault(
                pk,
                f"Dengan kegiatan ini JP setahun perjanjian menjadi {tulis_jp(sesudah)} dari paling banyak "
                f"{tulis_jp(batas)}. Minta pengelola mendaftarkan dengan alasan tertulis.",
            )
    return hasil


def peringatan(pegawai_ids: Collection[int], waktu: Jadwal, tumpuk: Collection[Bentrok]) -> dict[int, list[str]]:
    """Person -> what he should know before he registers; nothing of it stops him. A fixed number of statements."""
    hasil: dict[int, list[str]] = {}
    for pk, judul, _wajib in tumpuk:
        hasil.setdefault(pk, []).append(f"Waktunya bertumpuk dengan «{judul}».")
    if waktu.mulai is not None:
        awal, akhir = tanggal_lokal(waktu.mulai), waktu.hari_terakhir
        for pk, sebab, dari, sampai in berhalangan(pegawai_ids, awal, akhir):
            hasil.setdefault(pk, []).append(f"{sebab}, {format_tanggal(dari)} sampai {format_tanggal(sampai)}.")
    return hasil


def peringatan_orang(kegiatan: Kegiatan, pegawai_id: int, waktu: Jadwal) -> list[str]:
    """The warnings of one person."""
    return peringatan([pegawai_id], waktu, bentrok(kegiatan, [pegawai_id], waktu)).get(pegawai_id, [])


def bentrok(kegiatan: Kegiatan, pegawai_ids: Collection[int], waktu: Jadwal) -> list[Bentrok]:
    """Other events of these people whose sessions overlap sessions of this one; two statements."""
    if waktu.mulai is None:
        return []
    milik = [satu.waktu for satu in SesiKegiatan.objects.berlaku().filter(kegiatan=kegiatan)]
    lain = (
        Pendaftaran.objects.hidup()
        .filter(
            pegawai_id__in=pegawai_ids,
            kegiatan__status__in=[satu.value for satu in _MENGIKAT],
            kegiatan__sesi__batal=False,
            kegiatan__sesi__waktu__overlap=DateTimeTZRange(waktu.mulai, waktu.selesai),
        )
        .exclude(kegiatan=kegiatan)
        .order_by("pk")
        .values_list("pegawai_id", "kegiatan__judul", "kegiatan__wajib", "kegiatan__sesi__waktu")
    )
    kena = [
        (pk, judul, wajib)
        for pk, judul, wajib, sesi in lain
        if any(sesi.lower < satu.upper and satu.lower < sesi.upper for satu in milik)
    ]
    return list(dict.fromkeys(kena))


def lebih_jp(kegiatan: Kegiatan, orang: Collection[Pegawai], waktu: Jadwal) -> list[tuple[int, Decimal, Decimal]]:
    """(person, hours after the event, limit) of those whose yearly limit it would pass.

    Counted: what is recorded, and events of the same year that the person still waits for. Nothing while the hours of
    the event are not known.
    """
    if kegiatan.jp is None:
        return []
    hari = waktu.hari_terakhir
    batas: dict[str, Decimal | None] = {}
    for status, maksimum in AturanJP.objects.pada(hari).values_list("status_pegawai", "maksimum"):
        batas.setdefault(status, maksimum)
    berbatas = [satu.pk for satu in orang if batas.get(satu.status) is not None]
    if not berbatas:
        return []
    punya = {pk: satu for pk, satu in jp(berbatas, hari).items() if satu.maksimum is not None}
    akan: dict[int, Decimal] = {}
    nanti = (
        Pendaftaran.objects.hidup()
        .filter(
            pegawai_id__in=punya,
            kegiatan__jp__isnull=False,
            kegiatan__status__in=[satu.value for satu in (*_MENGIKAT, StatusKegiatan.EVALUASI)],
        )
        .exclude(Q(kegiatan=kegiatan) | Q(status=StatusPendaftaran.TIDAK_HADIR.value))
        .annotate(akhir=Max("kegiatan__sesi__waktu__endswith", filter=Q(kegiatan__sesi__batal=False)))
        .values_list("pegawai_id", "kegiatan__jp", "akhir")
    )
    for pk, tambahan, akhir in nanti:
        masa = punya[pk].masa
        if masa is not None and akhir is not None and masa.mulai <= tanggal_lokal(akhir) <= masa.selesai:
            akan[pk] = akan.get(pk, Decimal(0)) + tambahan
    hasil = []
    for pk, satu in punya.items():
        if satu.saldo is not None and satu.maksimum is not None:
            sesudah = satu.saldo.tercatat + akan.get(pk, Decimal(0)) + kegiatan.jp
            if sesudah > satu.maksimum:
                hasil.append((pk, sesudah, satu.maksimum))
    return hasil


@cache
def _sumber() -> tuple[Callable[[Collection[int], date, date], Iterable[Berhalangan]], ...]:
    return tuple(import_string(nama) for nama in settings.SUMBER_BERHALANGAN)


def berhalangan(pegawai_ids: Collection[int], mulai: date, selesai: date) -> list[Berhalangan]:
    """Long leave and studies, as apps above this one know them (``SUMBER_BERHALANGAN``), and days of a stand-in."""
    hasil = [satu for sumber in _sumber() for satu in sumber(pegawai_ids, mulai, selesai)]
    digantikan = (
        Penugasan.objects.dalam(mulai, selesai)
        .filter(
            sifat=SifatPenugasan.DEFINITIF.value,
            pegawai_id__in=pegawai_ids,
            jabatan__penugasan__sifat=SifatPenugasan.PLH.value,
            jabatan__penugasan__mulai__lte=selesai,
            jabatan__penugasan__selesai__gte=mulai,
        )
        .values_list("pegawai_id", "jabatan__penugasan__mulai", "jabatan__penugasan__selesai")
    )
    hasil += [(pk, "Digantikan Plh. karena cuti atau dinas luar", dari, sampai) for pk, dari, sampai in digantikan]
    return hasil


def nomor_tunggu(daftar: Collection[Pendaftaran]) -> Mapping[int, int]:
    """Row -> place on its waiting list, 1 for the first; one statement for any number of rows."""
    kegiatan = {satu.kegiatan_id for satu in daftar if satu.status == StatusPendaftaran.DAFTAR_TUNGGU.value}
    hasil: dict[int, int] = {}
    urut: dict[int, int] = {}
    if kegiatan:
        antre = Pendaftaran.objects.antre().filter(kegiatan_id__in=kegiatan)
        for pk, kegiatan_id in antre.values_list("pk", "kegiatan_id"):
            urut[kegiatan_id] = urut.get(kegiatan_id, 0) + 1
            hasil[pk] = urut[kegiatan_id]
    return hasil
