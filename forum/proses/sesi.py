"""The life of a session, from the draft to its end. Each step once, checked for who, state and date, audited."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.sesi import LABEL_STATUS_SESI, SumberAgenda
from forum.models import AgendaItem, SesiForum, UnsurPeserta
from forum.perhitungan.sesi import PERSIAPAN, StatusSesi, boleh_beralih
from forum.permissions.sesi import boleh_mencatat, boleh_menyelenggarakan
from forum.proses.pendaftaran import kabari_semua, naikkan_antrean, periksa_kapasitas
from forum.proses.versi import kunci_baris, simpan_baris, wajib
from forum.ringkasan.kesiapan import kesiapan
from rakumpit.audit.models import catat
from rakumpit.waktu import WIB, format_waktu, hari_ini, sekarang, tanggal_lokal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rakumpit.organisasi.models import Pengguna, UnitKerja

ISI = (
    *("judul", "tema", "dasar", "metode", "tempat", "tautan", "mulai", "selesai", "kapasitas", "kuorum"),
    *("batas_usul", "pimpinan", "notulis", "terbit_otomatis"),
)
# What a person who has the session in a calendar must be told.
_DI_KALENDER = ("judul", "tempat", "tautan", "mulai", "selesai")
JUDUL_TETAP = "Status tindak lanjut sesi sebelumnya"
MENIT_TETAP = 15


def periksa_isi(isi: dict[str, Any]) -> None:
    """What the fields must satisfy together; ``ValidationError`` names the field."""
    if isi["selesai"] <= isi["mulai"]:
        raise ValidationError({"selesai": "Sesi berakhir sesudah dimulai. Periksa jamnya."})
    if tanggal_lokal(isi["selesai"]) != tanggal_lokal(isi["mulai"]):
        raise ValidationError({"selesai": "Sesi dimulai dan berakhir pada hari yang sama."})
    if isi["metode"] in {"tatap_muka", "hibrida"} and not isi["tempat"].strip():
        raise ValidationError({"tempat": "Tulis tempatnya."})
    if isi["metode"] in {"daring", "hibrida"} and not isi["tautan"]:
        raise ValidationError({"tautan": "Tulis tautan pertemuan daringnya."})
    if isi.get("batas_usul") and isi["batas_usul"] > tanggal_lokal(isi["mulai"]):
        raise ValidationError({"batas_usul": "Usulan acara ditutup paling lambat pada hari sesi."})


@transaction.atomic
def buat_sesi(
    *, kode: UUID, unit: UnitKerja, oleh: Pengguna, unsur_wajib: Sequence[UnsurPeserta], **isi: Any
) -> SesiForum:
    """A draft with its fixed first item. ``kode`` is made by the form: sent twice, stored once. ``isi``: ``ISI``."""
    if not boleh_menyelenggarakan(oleh, unit.pk):
        raise PermissionDenied
    ada = SesiForum.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.diubah_oleh_id != oleh.pk or ada.unit_id != unit.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    periksa_isi(isi)
    if isi["mulai"] <= sekarang():
        raise ValidationError({"mulai": "Waktu ini sudah lewat. Pilih waktu yang akan datang."})
    sesi: SesiForum = SesiForum.objects.create(uuid=kode, unit=unit, diubah_oleh=oleh, **isi)
    sesi.unsur_wajib.set(unsur_wajib)
    tambah_acara_tetap(sesi)
    catat(pelaku=oleh, aksi="forum.sesi.buat", objek=sesi, sesudah={"judul": sesi.judul, "unit": unit.pk})
    return sesi


def tambah_acara_tetap(sesi: SesiForum) -> AgendaItem:
    """The first item of every session; what it reports is read when it is shown."""
    return AgendaItem.objects.create(
        sesi=sesi, urut=1, judul=JUDUL_TETAP, durasi_menit=MENIT_TETAP, tetap=True, sumber=SumberAgenda.AKSI.value
    )


@transaction.atomic
def ubah_sesi(
    *,
    sesi: SesiForum,
    oleh: Pengguna,
    versi: int,
    unsur_wajib: Sequence[UnsurPeserta],
    berikutnya: bool = False,
    **isi: Any,
) -> SesiForum:
    """Change a session that has not begun. Other sessions of the series stay, unless ``berikutnya`` asks for the later
    drafts to take place, time of day, way of meeting, seats and required elements as well."""
    baris = _ambil(sesi, oleh, versi, PERSIAPAN, "Sesi yang sudah dimulai tidak dapat diubah lagi.")
    periksa_isi(isi)
    if isi["mulai"] != baris.mulai:
        if baris.status != StatusSesi.DRAF:
            raise ValidationError(
                {"mulai": "Sesi ini sudah diumumkan. Pakai «Tunda sesi» untuk mengganti waktunya, dengan alasan."}
            )
        if isi["mulai"] <= sekarang():
            raise ValidationError({"mulai": "Waktu ini sudah lewat. Pilih waktu yang akan datang."})
    periksa_kapasitas(baris, isi["kapasitas"])
    if any(isi[nama] != getattr(baris, nama) for nama in _DI_KALENDER):
        isi["urutan_kalender"] = baris.urutan_kalender + 1
    simpan_baris(baris, oleh, "sesi.ubah", **isi)
    baris.unsur_wajib.set(unsur_wajib)
    naikkan_antrean(baris)
    if berikutnya:
        _terapkan_berikutnya(baris, oleh, list(unsur_wajib))
    return baris


def _terapkan_berikutnya(sesi: SesiForum, oleh: Pengguna, unsur: list[UnsurPeserta]) -> None:
    if sesi.seri_id is None:
        raise ValidationError("Sesi ini tidak termasuk seri, jadi tidak ada sesi berikutnya.")
    lama = sesi.selesai - sesi.mulai
    jam = sesi.mulai.astimezone(WIB).timetz()
    draf = SesiForum.objects.select_for_update(of=("self",)).filter(
        seri=sesi.seri_id, status=StatusSesi.DRAF.value, mulai__gt=sesi.mulai
    )
    for satu in draf.order_by("pk"):
        mulai = datetime.combine(satu.hari, jam)
        simpan_baris(
            satu,
            oleh,
            "sesi.ubah_berikutnya",
            tempat=sesi.tempat,
            tautan=sesi.tautan,
            metode=sesi.metode,
            kapasitas=sesi.kapasitas,
            mulai=mulai,
            selesai=mulai + lama,
        )
        satu.unsur_wajib.set(unsur)


@transaction.atomic
def jadwalkan(*, sesi: SesiForum, oleh: Pengguna, versi: int) -> SesiForum:
    """Announce it: from now on it stands on the public page and in the calendar."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.DIJADWALKAN)
    _periksa_waktu(baris)
    simpan_baris(baris, oleh, "sesi.jadwalkan", status=StatusSesi.DIJADWALKAN.value, alasan="")
    return baris


@transaction.atomic
def buka_pendaftaran(*, sesi: SesiForum, oleh: Pengguna, versi: int) -> SesiForum:
    """Let citizens register."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.TERBUKA)
    _periksa_waktu(baris)
    simpan_baris(baris, oleh, "sesi.buka", status=StatusSesi.TERBUKA.value, alasan="")
    return baris


@transaction.atomic
def tunda(*, sesi: SesiForum, oleh: Pengguna, versi: int, alasan: str, mulai: datetime, selesai: datetime) -> SesiForum:
    """Put it off to a new time. Invitations and registrations stay, and those who registered are told."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.DITUNDA)
    alasan = wajib(alasan, "Tulis alasan penundaan.")
    periksa_isi({"mulai": mulai, "selesai": selesai, "metode": "", "tempat": "", "tautan": ""})
    if mulai <= sekarang():
        raise ValidationError({"mulai": "Waktu baru harus yang akan datang."})
    lama = format_waktu(baris.mulai)
    isi: dict[str, Any] = {"mulai": mulai, "selesai": selesai, "urutan_kalender": baris.urutan_kalender + 1}
    if baris.batas_usul and baris.batas_usul > tanggal_lokal(mulai):
        isi["batas_usul"] = None
    simpan_baris(baris, oleh, "sesi.tunda", status=StatusSesi.DITUNDA.value, alasan=alasan, **isi)
    kabari_semua(
        baris,
        f"tunda-{baris.urutan_kalender}",
        "Sesi ditunda",
        f"Sesi «{baris.judul}» yang semula {lama} ditunda ke {format_waktu(mulai)}. Alasan: {alasan} "
        "Pendaftaran Anda tetap berlaku.",
    )
    return baris


@transaction.atomic
def batalkan(*, sesi: SesiForum, oleh: Pengguna, versi: int, alasan: str) -> SesiForum:
    """Call it off, with a reason that everybody reads; those who registered are told."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.DIBATALKAN)
    alasan = wajib(alasan, "Tulis alasan pembatalan.")
    diumumkan = baris.status != StatusSesi.DRAF
    simpan_baris(
        baris,
        oleh,
        "sesi.batal",
        status=StatusSesi.DIBATALKAN.value,
        alasan=alasan,
        urutan_kalender=baris.urutan_kalender + 1,
    )
    if diumumkan:
        kabari_semua(
            baris,
            "batal",
            "Sesi dibatalkan",
            f"Sesi «{baris.judul}», {format_waktu(baris.mulai)}, dibatalkan. Alasan: {alasan}",
        )
    return baris


@transaction.atomic
def mulai_sesi(*, sesi: SesiForum, oleh: Pengguna, versi: int, yakin: bool = False) -> SesiForum:
    """Begin, on its day. Where the readiness check has something to say, only with an explicit ``yakin`` (F02)."""
    baris = _ambil(sesi, oleh, versi, boleh=boleh_mencatat)
    _periksa_beralih(baris, StatusSesi.BERLANGSUNG)
    if hari_ini() < baris.hari:
        raise ValidationError(f"Sesi ini baru dapat dimulai pada harinya, {format_waktu(baris.mulai)}.")
    siap = kesiapan(baris)
    if siap.kurang and not yakin:
        raise ValidationError(f"Persiapan belum lengkap: {'; '.join(siap.kurang)}. Centang bila sesi tetap dimulai.")
    simpan_baris(
        baris,
        oleh,
        "sesi.mulai",
        status=StatusSesi.BERLANGSUNG.value,
        keterangan="; ".join(siap.kurang),
    )
    return baris


@transaction.atomic
def akhiri_sesi(*, sesi: SesiForum, oleh: Pengguna, versi: int) -> SesiForum:
    """The meeting is over; what was written may still be completed until it is signed."""
    baris = _ambil(sesi, oleh, versi, boleh=boleh_mencatat)
    if baris.status != StatusSesi.BERLANGSUNG:
        # From a signed session the same state is reached by a correction alone, which needs a reason.
        raise ValidationError("Hanya sesi yang sedang berlangsung yang diakhiri.")
    simpan_baris(baris, oleh, "sesi.akhiri", status=StatusSesi.MENUNGGU.value)
    return baris


@transaction.atomic
def publikasikan(*, sesi: SesiForum, oleh: Pengguna, versi: int) -> SesiForum:
    """Show the signed result to everybody."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.DIPUBLIKASIKAN)
    terbitkan_hasil(baris, oleh)
    return baris


def terbitkan_hasil(baris: SesiForum, oleh: Pengguna) -> None:
    """Publish; the first day of publication stays when a correction follows. Call it with the row locked."""
    simpan_baris(
        baris,
        oleh,
        "sesi.publikasikan",
        status=StatusSesi.DIPUBLIKASIKAN.value,
        terbit_pada=baris.terbit_pada or sekarang(),
    )


@transaction.atomic
def buka_koreksi(*, sesi: SesiForum, oleh: Pengguna, versi: int, alasan: str) -> SesiForum:
    """Open the records for a numbered correction; the signed version stays as it is and stays readable (F08)."""
    baris = _ambil(sesi, oleh, versi)
    _periksa_beralih(baris, StatusSesi.MENUNGGU)
    if baris.status not in {StatusSesi.SELESAI, StatusSesi.DIPUBLIKASIKAN}:
        raise ValidationError("Koreksi hanya untuk sesi yang berita acaranya sudah ditandatangani.")
    alasan = wajib(alasan, "Tulis apa yang keliru dan mengapa dikoreksi.")
    simpan_baris(baris, oleh, "sesi.koreksi", status=StatusSesi.MENUNGGU.value, alasan_koreksi=alasan)
    return baris


def _ambil(
    sesi: SesiForum,
    oleh: Pengguna,
    versi: int,
    keadaan: Sequence[StatusSesi] | None = None,
    pesan: str = "",
    *,
    boleh: Any = boleh_menyelenggarakan,
) -> SesiForum:
    """The row, locked, if this person may; the state comes before the version, so that a second press is told why."""
    if not boleh(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if keadaan is not None and baris.status not in keadaan:
        raise ValidationError(pesan)
    if keadaan is not None or baris.status == sesi.status:
        kunci_baris(sesi, versi)
    return baris


def _periksa_beralih(baris: SesiForum, ke: StatusSesi) -> None:
    if not boleh_beralih(baris.status, ke):
        kini = LABEL_STATUS_SESI[StatusSesi(baris.status)].lower()
        raise ValidationError(f"Sesi ini berkeadaan {kini}, jadi langkah itu tidak dapat diambil.")


def _periksa_waktu(baris: SesiForum) -> None:
    if baris.mulai <= sekarang():
        raise ValidationError("Waktu sesi ini sudah lewat. Ubah waktunya lebih dulu.")
