"""Reminders before sessions, to participants and to speakers of the office: each told once, by the time that holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from pelatihan.models import AturanPendaftaran, NarasumberSesi, Pendaftaran, PilihanPendaftaran, SesiKegiatan
from pelatihan.perhitungan.kegiatan import BERJALAN, StatusKegiatan, StatusPendaftaran, pengingat_kini
from pelatihan.proses.aturan import aturan_pada
from rakumpit.notifikasi.models import Notifikasi, kirim
from rakumpit.waktu import format_waktu, hari_ini, sekarang

_TERJAUH = timedelta(days=31)  # as far as the database lets a reminder lie
_DIINGATKAN = (StatusPendaftaran.TERDAFTAR, StatusPendaftaran.HADIR)
Giliran = tuple[SesiKegiatan, int, PilihanPendaftaran | None]


def menit_pengingat() -> list[int]:
    """Minutes before a session, by the rule of today."""
    return list(aturan_pada(AturanPendaftaran, hari_ini()).pengingat_menit)


def ingatkan() -> int:
    """Send what is due now; number of messages. Safe to run twice and by two workers.

    The key of a message holds the session's start: a session that was moved is reminded of again by its new time.
    """
    saat = sekarang()
    giliran = list(_giliran(saat))
    if not giliran:
        return 0
    kunci = {satu.pk: _kunci(satu, menit) for satu, menit, _pilihan in giliran}
    sudah: set[tuple[str, int]] = set(
        Notifikasi.objects.filter(kunci__in=kunci.values()).values_list("kunci", "penerima_id")
    )
    peserta, pembicara = _peserta(giliran), _pembicara(giliran)
    n = 0
    for sesi, menit, pilihan in giliran:
        batas = sesi.mulai - timedelta(minutes=menit)
        # Who came after the reminder was due has just read the time on the page.
        penerima = {akun: "" for akun, sejak in peserta[sesi.kegiatan_id] if sejak <= batas}
        penerima |= dict.fromkeys(pembicara[sesi.pk], "Anda menjadi narasumber sesi ini.")
        baru = {akun: kata for akun, kata in penerima.items() if (kunci[sesi.pk], akun) not in sudah}
        for akun, kata in baru.items():
            with transaction.atomic():
                kirim(
                    penerima_id=akun,
                    kunci=kunci[sesi.pk],
                    judul=f"Pengingat: {sesi.kegiatan.judul}, {format_waktu(sesi.mulai)}",
                    isi=_isi(sesi, pilihan, kata),
                    tautan=f"/pelatihan/kegiatan/{sesi.kegiatan.uuid}/",
                )
        n += len(baru)
    return n


def _giliran(saat: datetime) -> Iterable[Giliran]:
    """Sessions with the reminder that holds for them now."""
    umum = menit_pengingat()
    sesi = (
        SesiKegiatan.objects.berlaku()
        .filter(
            waktu__startswith__gt=saat,
            waktu__startswith__lte=saat + _TERJAUH,
            kegiatan__status__in=[satu.value for satu in (*BERJALAN, StatusKegiatan.BERLANGSUNG)],
        )
        .select_related("kegiatan", "ruang")
        .order_by("waktu", "pk")
    )
    semua = list(sesi)
    milik = {satu.kegiatan_id for satu in semua}
    pilihan = {satu.kegiatan_id: satu for satu in PilihanPendaftaran.objects.filter(kegiatan_id__in=milik)}
    # With one reminder for the whole event, only its first session is announced, not the next one after it.
    pertama: dict[int, int] = {}
    urut = SesiKegiatan.objects.berlaku().filter(kegiatan_id__in=milik).order_by("waktu", "pk")
    for pk, kegiatan_id in urut.values_list("pk", "kegiatan_id"):
        pertama.setdefault(kegiatan_id, pk)
    for satu in semua:
        khusus = pilihan.get(satu.kegiatan_id)
        if khusus is not None and (
            not khusus.pengingat or (not khusus.setiap_sesi and pertama[satu.kegiatan_id] != satu.pk)
        ):
            continue
        menit = pengingat_kini(saat, satu.mulai, (khusus and khusus.pengingat_menit) or umum)
        if menit is not None:
            yield satu, menit, khusus


def _peserta(giliran: list[Giliran]) -> dict[int, list[tuple[int, datetime]]]:
    """Event -> accounts of those who have a seat, and since when they are registered."""
    hasil: dict[int, list[tuple[int, datetime]]] = defaultdict(list)
    baris = Pendaftaran.objects.filter(
        kegiatan_id__in={sesi.kegiatan_id for sesi, _menit, _pilihan in giliran},
        status__in=[satu.value for satu in _DIINGATKAN],
        pegawai__pengguna__isnull=False,
    )
    for kegiatan_id, akun, sejak in baris.values_list("kegiatan_id", "pegawai__pengguna_id", "mendaftar_pada"):
        hasil[kegiatan_id].append((akun, sejak))
    return hasil


def _pembicara(giliran: list[Giliran]) -> dict[int, list[int]]:
    """Session -> accounts of speakers who work here."""
    hasil: dict[int, list[int]] = defaultdict(list)
    baris = NarasumberSesi.objects.filter(
        sesi_id__in=[sesi.pk for sesi, _menit, _pilihan in giliran], narasumber__pegawai__pengguna__isnull=False
    )
    for sesi_id, akun in baris.values_list("sesi_id", "narasumber__pegawai__pengguna_id"):
        hasil[sesi_id].append(akun)
    return hasil


def _kunci(sesi: SesiKegiatan, menit: int) -> str:
    return f"pelatihan-ingat-{sesi.uuid}-{menit}-{int(sesi.mulai.timestamp())}"


def _isi(sesi: SesiKegiatan, pilihan: PilihanPendaftaran | None, kata: str) -> str:
    tempat = sesi.tempat or (sesi.ruang.nama if sesi.ruang is not None else sesi.tautan)
    baris = [
        f"{sesi.judul}: {format_waktu(sesi.mulai)}.",
        f"Tempat: {tempat}." if tempat else "",
        kata,
        pilihan.teks_pengingat if pilihan is not None else "",
    ]
    return "\n".join(satu for satu in baris if satu)
