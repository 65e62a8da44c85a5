"""What waits for a reader in sessions and actions, and what the search finds there."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from forum.enums.sesi import LABEL_STATUS_SESI
from forum.models import AksiForum, AturanForum, BeritaAcara, SesiForum, UsulAgenda
from forum.perhitungan.aksi import StatusAksi
from forum.perhitungan.sesi import PERSIAPAN, StatusSesi
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import HariLibur, Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import Temuan
from rakumpit.waktu import awal_hari, format_tanggal, sekarang, tambah_hari_kerja, tanggal_lokal

# Days off that may lie between a session and the day by which its record is due; older records are late anyhow.
_LIBUR_LALU = 120


def tugas_sesi(pembaca: Pembaca) -> list[Bacaan[list[Tugas]]]:
    """Sessions without a record, records to sign, proposals to answer, actions to do and to verify; one step each."""
    return [
        _tanpa_berita(pembaca),
        _tanda_tangan(pembaca),
        _usul(pembaca),
        _dikerjakan(pembaca),
        _diverifikasi(pembaca),
    ]


def _tanpa_berita(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """For who leads the unit and for the pengelola from the day after the session on; due as the rule in force says."""
    if not pembaca.pengguna.pengelola and not pembaca.dipimpin:
        return []
    semua = SesiForum.objects.tanpa_berita_acara(awal_hari(pembaca.hari))
    if not pembaca.pengguna.pengelola:
        semua = semua.filter(unit__in=pembaca.dipimpin)
    baris, aturan, libur = yield [
        semua.order_by("selesai", "pk").values_list("uuid", "judul", "unit__nama", "selesai"),
        AturanForum.objects.filter(mulai__lte=pembaca.hari).order_by("-mulai").values_list("hari_berita_acara")[:1],
        HariLibur.objects.filter(tanggal__gte=pembaca.hari - timedelta(days=_LIBUR_LALU)).values_list("tanggal"),
    ]
    hari = aturan[0][0] if aturan else 0
    bukan_kerja = {tanggal for (tanggal,) in libur}
    return [
        Tugas(
            judul=f"Selesaikan berita acara forum: {judul}",
            dari=unit,
            tenggat=tambah_hari_kerja(tanggal_lokal(selesai), hari, bukan_kerja),
            tautan=reverse("forum:sesi_kelola", args=[kode]),
            aksi="Buka sesi",
        )
        for kode, judul, unit, selesai in baris
    ]


def _tanda_tangan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """For who leads the unit: records that wait for the office's signature."""
    if not pembaca.dipimpin:
        return []
    (baris,) = yield [
        BeritaAcara.objects.filter(
            status="disiapkan",
            sesi__unit__in=pembaca.dipimpin,
            tanda_tangan__pihak="penyelenggara",
            tanda_tangan__pada__isnull=True,
        )
        .order_by("pk")
        .values_list("sesi__uuid", "sesi__judul", "sesi__unit__nama")
    ]
    return [
        Tugas(
            f"Tanda tangani berita acara: {judul}",
            unit,
            None,
            reverse("forum:berita_acara", args=[kode]),
            "Baca dan tanda tangani",
        )
        for kode, judul, unit in baris
    ]


def _usul(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Items that citizens proposed, for the organisers; due before the session begins."""
    if not pembaca.pengguna.pengelola and not pembaca.dipimpin:
        return []
    semua = UsulAgenda.objects.filter(
        status="menunggu", sesi__status__in=[satu.value for satu in PERSIAPAN if satu is not StatusSesi.DRAF]
    )
    if not pembaca.pengguna.pengelola:
        semua = semua.filter(sesi__unit__in=pembaca.dipimpin)
    (baris,) = yield [semua.order_by("pk").values_list("uuid", "judul", "sesi__judul", "sesi__mulai")]
    return [
        Tugas(
            f"Putuskan usulan acara: {judul}",
            sesi,
            tanggal_lokal(mulai) - timedelta(days=1),
            reverse("forum:usul_putuskan", args=[kode]),
            "Baca usulan",
        )
        for kode, judul, sesi, mulai in baris
    ]


def _dikerjakan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Actions of the posts that the reader holds."""
    if pembaca.pegawai is None and pembaca.pejabat_luar is None:
        return []
    kerja = [StatusAksi.DIRENCANAKAN.value, StatusAksi.BERJALAN.value, StatusAksi.TERTUNDA.value]
    (baris,) = yield [
        AksiForum.objects.dikerjakan_oleh(pembaca.pengguna)
        .filter(status__in=kerja, kesepakatan__sesi__berita_acara__status="ditandatangani")
        .order_by("tenggat", "pk")
        .distinct()
        .values_list("uuid", "uraian", "kesepakatan__sesi__judul", "tenggat", "pk")
    ]
    return [
        Tugas(
            f"Kerjakan tindak lanjut forum: {uraian}",
            sesi,
            tenggat,
            reverse("forum:aksi", args=[kode]),
            "Buka tindak lanjut",
        )
        for kode, uraian, sesi, tenggat, _ in baris
    ]


def _diverifikasi(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Claims of others in the units that the reader leads."""
    if not pembaca.dipimpin:
        return []
    (baris,) = yield [
        AksiForum.objects.filter(status=StatusAksi.DIKLAIM.value, penanggung_jawab__unit__in=pembaca.dipimpin)
        .exclude(diklaim_oleh=pembaca.pengguna)
        .order_by("diklaim_pada", "pk")
        .values_list("uuid", "uraian", "diklaim_oleh__nama", "tenggat")
    ]
    return [
        Tugas(
            f"Verifikasi tindak lanjut forum: {uraian}",
            nama,
            tenggat,
            reverse("forum:aksi", args=[kode]),
            "Periksa bukti",
        )
        for kode, uraian, nama, tenggat in baris
    ]


def cari_sesi(pengguna: Pengguna, kata: str, batas: int) -> list[Bacaan[list[Temuan]]]:
    """Sessions and actions that the reader may see; one step."""
    return [_cari_sesi(pengguna, kata, batas), _cari_aksi(pengguna, kata, batas)]


def _cari_sesi(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    (baris,) = yield [
        SesiForum.objects.terlihat_oleh(pengguna)
        .filter(Q(judul__icontains=kata) | Q(tema__icontains=kata))
        .order_by("-mulai", "pk")
        .values_list("uuid", "judul", "unit__nama", "mulai", "status")[:batas]
    ]
    return [
        Temuan(
            "Sesi forum",
            judul,
            f"{unit} · {format_tanggal(mulai)} · {LABEL_STATUS_SESI[StatusSesi(status)]}",
            reverse("forum:sesi_kelola", args=[kode]),
        )
        for kode, judul, unit, mulai, status in baris
    ]


def _cari_aksi(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    (baris,) = yield [
        AksiForum.objects.terlihat_oleh(pengguna)
        .filter(uraian__icontains=kata)
        .order_by("tenggat", "pk")
        .values_list("uuid", "uraian", "penanggung_jawab__nama", "tenggat")[:batas]
    ]
    return [
        Temuan(
            "Tindak lanjut forum",
            uraian,
            f"{jabatan} · tenggat {format_tanggal(tenggat)}",
            reverse("forum:aksi", args=[kode]),
        )
        for kode, uraian, jabatan, tenggat in baris
    ]


def jumlah_mendatang() -> tuple[int, str]:
    """How many sessions are announced, and the day of the next in words; one query."""
    semua = list(SesiForum.objects.mendatang(sekarang()).values_list("mulai", flat=True))
    return len(semua), format_tanggal(semua[0]) if semua else ""
