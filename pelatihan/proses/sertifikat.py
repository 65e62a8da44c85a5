"""Outside certificates: sent by the owner, checked by another person, corrected with the old entry kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile, File
from django.db import IntegrityError, transaction
from django.utils import timezone

from pelatihan.enums import Moda, StatusRencana, StatusSertifikat
from pelatihan.models import BentukPengembangan, RencanaPengembangan, RiwayatJP, SertifikatLuar
from pelatihan.perhitungan.jp import JPTidakTerhitung, Kegiatan, hitung_jp, kunci
from pelatihan.permissions import boleh_memeriksa, pemilik
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.jp_kegiatan import sudah_dari_kegiatan
from pelatihan.ringkasan.jp import saldo_sesudah
from rakumpit.angka import format_angka
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDitolak, TipeBerkas, baca_berkas, berkas_tersimpan, bersihkan_yatim
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

FOLDER = "sertifikat"
_ISI_RIWAYAT = ("judul", "penyelenggara", "nomor", "mulai", "selesai", "alasan_melampaui")
_PINDAIAN = frozenset({TipeBerkas.PDF, TipeBerkas.JPG, TipeBerkas.PNG})
_KEMBAR = {
    "sertifikatluar_uuid": "Formulir ini sudah terkirim. Lihat daftar sertifikat Anda.",
    "sertifikatluar_berkas_sekali": "Berkas ini sudah Anda kirim. Lihat daftar sertifikat Anda.",
    "sertifikatluar_nomor_sekali": "Sertifikat dengan nomor dan penyelenggara ini sudah ada di daftar Anda.",
    "sertifikatluar_kegiatan_sekali": (
        "Kegiatan ini sudah ada di daftar Anda. Satu kegiatan dihitung sekali, apa pun sebutan bentuknya."
    ),
}


@dataclass(frozen=True, slots=True)
class IsiSertifikat:
    """What the owner reads from the paper. ``menit``: minutes of learning without breaks and opening."""

    bentuk: BentukPengembangan
    judul: str
    penyelenggara: str
    nomor: str
    mulai: date
    selesai: date
    tanggal_sertifikat: date
    hari: int
    moda: str = Moda.LURING.value
    internasional: bool = False
    jp_program: Decimal | None = None
    menit: int | None = None


def jp_sertifikat(isi: IsiSertifikat | SertifikatLuar) -> Decimal:
    """Hours by the conversion in use. ProsesDitolak says what is missing."""
    if not isi.bentuk.konversi_aktif:
        raise ProsesDitolak(
            f"Konversi JP untuk {isi.bentuk.nama.lower()} belum diperiksa dengan peraturan, jadi belum dapat dihitung."
        )
    kegiatan = Kegiatan(isi.hari, isi.internasional, isi.jp_program, isi.menit)
    try:
        return hitung_jp(kegiatan, isi.bentuk.konversi)
    except JPTidakTerhitung as galat:
        raise ProsesDitolak(str(galat)) from galat


def _periksa_tanggal(isi: IsiSertifikat) -> None:
    if isi.selesai < isi.mulai:
        raise ProsesDitolak("Hari terakhir mendahului hari pertama. Periksa kedua tanggalnya.")
    if isi.selesai > hari_ini():
        raise ProsesDitolak("Kegiatan ini belum selesai. Kirim sertifikatnya sesudah hari terakhir.")
    if isi.tanggal_sertifikat > hari_ini():
        raise ProsesDitolak("Tanggal sertifikat belum tiba. Periksa tanggalnya.")
    if isi.hari > (isi.selesai - isi.mulai).days + 1:
        raise ProsesDitolak("Jumlah hari lebih banyak daripada hari di antara kedua tanggal.")


def kirim_sertifikat(
    *, kode: UUID, pegawai: Pegawai, oleh: Pengguna, isi: IsiSertifikat, berkas: File
) -> SertifikatLuar:
    """Store a certificate of the owner with its file. ``kode`` comes from the form: sent twice, stored once.

    ProsesDitolak: not the owner, not a PDF or picture, dates that cannot be, hours that cannot be found, or there
    already: by its bytes, by number and issuer, or by the activity.
    """
    if not pemilik(oleh, pegawai):
        raise ProsesDitolak("Sertifikat hanya dikirim oleh pemiliknya.")
    ada: SertifikatLuar | None = SertifikatLuar.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.pegawai_id != pegawai.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    _periksa_tanggal(isi)
    jp_sertifikat(isi)
    try:
        diperiksa = baca_berkas(berkas)
    except BerkasDitolak as galat:
        raise ProsesDitolak(str(galat)) from galat
    if diperiksa.tipe not in _PINDAIAN:
        raise ProsesDitolak(f"{diperiksa.nama}: sertifikat harus PDF, JPG, atau PNG.")
    medan = {nama: getattr(isi, nama) for nama in IsiSertifikat.__slots__}
    baris = SertifikatLuar(
        **medan
        | {
            "judul": wajib_diisi(isi.judul, "Tulis judul kegiatan.", maks=200),
            "penyelenggara": wajib_diisi(isi.penyelenggara, "Tulis penyelenggara.", maks=200),
            "nomor": " ".join(isi.nomor.split()),
        },
        uuid=kode,
        pegawai=pegawai,
        tipe=diperiksa.tipe.value,
        ukuran=len(diperiksa.isi),
        sidik=diperiksa.sidik,
        kunci_nomor=kunci(isi.nomor),
        kunci_penerbit=kunci(isi.penyelenggara),
        kunci_kegiatan=kunci(isi.judul, isi.penyelenggara, f"{isi.mulai}{isi.selesai}"),
        diajukan_oleh=oleh,
        diajukan_pada=hari_ini(),
    )
    try:
        with berkas_tersimpan(baris.berkas, f"{uuid4()}.{baris.tipe}", ContentFile(diperiksa.isi)):
            _tulis(baris, oleh)
    except IntegrityError as galat:
        raise ProsesDitolak(_kalimat_kembar(galat)) from galat
    return baris


@transaction.atomic
def _tulis(baris: SertifikatLuar, oleh: Pengguna) -> None:
    baris.save()
    sesudah = {"judul": baris.judul, "nomor": baris.nomor, "sidik": baris.sidik}
    catat(pelaku=oleh, aksi="pelatihan.sertifikat.kirim", objek=baris, sesudah=sesudah)


def _kalimat_kembar(galat: IntegrityError) -> str:
    for kendala, kalimat in _KEMBAR.items():
        if kendala in str(galat):
            return kalimat
    raise galat


def _kunci(sertifikat: SertifikatLuar, oleh: Pengguna) -> SertifikatLuar:
    """The row, locked after its person, if ``oleh`` may judge it and nobody has."""
    Pegawai.objects.select_for_update().get(pk=sertifikat.pegawai_id)
    baris: SertifikatLuar = (
        SertifikatLuar.objects.select_for_update(of=("self",))
        .select_related("bentuk", "pegawai__pengguna")
        .get(pk=sertifikat.pk)
    )
    if not boleh_memeriksa(oleh, baris):
        raise ProsesDitolak("Sertifikat diperiksa oleh pengelola lain, bukan pemiliknya.")
    if baris.status != StatusSertifikat.MENUNGGU.value:
        raise ProsesDitolak(f"Sertifikat ini sudah berstatus {baris.get_status_display().lower()}.")
    return baris


@transaction.atomic
def verifikasi_sertifikat(*, sertifikat: SertifikatLuar, oleh: Pengguna, alasan_melampaui: str = "") -> RiwayatJP:
    """Another person has compared the paper: its hours enter the ledger.

    Above the yearly limit of a PPPK they are recorded in full and credited up to it; that needs a reason.
    """
    baris = _kunci(sertifikat, oleh)
    jp = jp_sertifikat(baris)
    sama = sudah_dari_kegiatan(baris)
    if sama is not None:
        raise ProsesDitolak(
            f"Kegiatan ini diadakan kantor sendiri dan sudah dihitung dari sertifikat {sama.nomor}. Tolak yang ini."
        )
    lebih = saldo_sesudah(baris.pegawai, baris.selesai, jp)
    alasan = " ".join(alasan_melampaui.split())[:300]
    if lebih > 0 and not alasan:
        raise ProsesDitolak(
            f"Dengan sertifikat ini batas setahun terlampaui {format_angka(lebih)} JP. Tulis alasan mencatatnya: "
            "JP dicatat penuh dan diakui sampai batas."
        )
    _putus(baris, oleh, StatusSertifikat.TERVERIFIKASI, "")
    riwayat = _masukkan(baris, oleh, jp, alasan_melampaui=alasan if lebih > 0 else "")
    catat(
        pelaku=oleh,
        aksi="pelatihan.sertifikat.verifikasi",
        objek=baris,
        sesudah={"jp": str(jp), "melampaui": str(lebih)},
        keterangan=alasan,
    )
    _kabari(baris, "diverifikasi", f"{format_angka(jp)} JP masuk ke catatan Anda.")
    return riwayat


def _masukkan(baris: SertifikatLuar, oleh: Pengguna, jp: Decimal, **lain: Any) -> RiwayatJP:
    return RiwayatJP.objects.create(
        pegawai=baris.pegawai,
        bentuk=baris.bentuk,
        sertifikat=baris,
        judul=baris.judul,
        penyelenggara=baris.penyelenggara,
        nomor=baris.nomor,
        mulai=baris.mulai,
        selesai=baris.selesai,
        jp=jp,
        rincian=rincian(baris),
        dicatat_oleh=oleh,
        **lain,
    )


def rincian(baris: SertifikatLuar) -> str:
    """How the hours were found, in words."""
    tempat = "internasional" if baris.internasional else "nasional"
    if baris.bentuk.cara == "per_hari":
        return f"{baris.hari} hari, kegiatan {tempat}"
    if baris.bentuk.cara == "per_kegiatan":
        return f"Satu kegiatan {tempat}"
    dasar = f"{format_angka(baris.jp_program)} JP program" if baris.jp_program else f"{baris.menit} menit dibagi 45"
    return f"{dasar}, kegiatan {tempat}"


@transaction.atomic
def tolak_sertifikat(*, sertifikat: SertifikatLuar, oleh: Pengguna, alasan: str) -> None:
    """Send it back with a reason; the owner may send a better one."""
    alasan = wajib_diisi(alasan, "Tulis alasan penolakan.")
    baris = _kunci(sertifikat, oleh)
    _putus(baris, oleh, StatusSertifikat.DITOLAK, alasan)
    catat(pelaku=oleh, aksi="pelatihan.sertifikat.tolak", objek=baris, keterangan=alasan)
    _kabari(baris, "ditolak", alasan)


def _putus(baris: SertifikatLuar, oleh: Pengguna, status: StatusSertifikat, alasan: str) -> None:
    baris.status, baris.alasan = status.value, alasan
    baris.diputus_oleh, baris.diputus_pada = oleh, hari_ini()
    baris.save(update_fields=["status", "alasan", "diputus_oleh", "diputus_pada"])


def _kabari(baris: SertifikatLuar, kata: str, isi: str) -> None:
    if baris.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=baris.pegawai.pengguna_id,
            kunci=f"pelatihan-sertifikat-{baris.uuid}-{kata}",
            judul=f"Sertifikat {kata}: {baris.judul}"[:200],
            isi=isi,
            tautan=f"/pelatihan/sertifikat/{baris.uuid}/",
        )


@transaction.atomic
def tarik_sertifikat(*, sertifikat: SertifikatLuar, oleh: Pengguna, alasan: str) -> None:
    """The owner takes back what nobody has checked yet."""
    alasan = wajib_diisi(alasan, "Tulis alasan menarik sertifikat ini.")
    baris: SertifikatLuar = (
        SertifikatLuar.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=sertifikat.pk)
    )
    if not pemilik(oleh, baris.pegawai):
        raise ProsesDitolak("Sertifikat hanya ditarik oleh pemiliknya.")
    if baris.status != StatusSertifikat.MENUNGGU.value:
        raise ProsesDitolak(f"Sertifikat ini sudah berstatus {baris.get_status_display().lower()}.")
    _putus(baris, oleh, StatusSertifikat.DIBATALKAN, alasan)
    catat(pelaku=oleh, aksi="pelatihan.sertifikat.tarik", objek=baris, keterangan=alasan)


@transaction.atomic
def perbaiki_riwayat(*, riwayat: RiwayatJP, oleh: Pengguna, jp: Decimal, alasan: str) -> RiwayatJP:
    """Replace an entry by one with other hours; the old one stays, voided with the reason."""
    alasan = wajib_diisi(alasan, "Tulis alasan perbaikan.")
    if jp <= 0 or jp != jp.quantize(Decimal("0.01")):
        raise ProsesDitolak("JP harus lebih dari nol, paling banyak dua angka di belakang koma.")
    Pegawai.objects.select_for_update().get(pk=riwayat.pegawai_id)
    lama: RiwayatJP = RiwayatJP.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=riwayat.pk)
    if not oleh.pengelola or not oleh.is_active or pemilik(oleh, lama.pegawai):
        raise ProsesDitolak("Catatan JP diperbaiki oleh pengelola lain, bukan pemiliknya.")
    if lama.dibatalkan_pada is not None:
        raise ProsesDitolak("Catatan ini sudah dibatalkan atau diperbaiki. Buka catatan yang baru.")
    if jp == lama.jp:
        raise ProsesDitolak("JP yang Anda isi sama dengan yang tercatat.")
    lama.dibatalkan_oleh, lama.dibatalkan_pada, lama.alasan_batal = oleh, timezone.now(), alasan
    lama.save(update_fields=["dibatalkan_oleh", "dibatalkan_pada", "alasan_batal"])
    salin = ("pegawai_id", "bentuk_id", "sertifikat_id", "sertifikat_kegiatan_id", "rencana_id")
    baru = RiwayatJP.objects.create(
        **{nama: getattr(lama, nama) for nama in (*salin, *_ISI_RIWAYAT)},
        jp=jp,
        rincian=f"Perbaikan dari {format_angka(lama.jp)} JP",
        dicatat_oleh=oleh,
        menggantikan=lama,
    )
    catat(
        pelaku=oleh,
        aksi="pelatihan.riwayat.perbaiki",
        objek=baru,
        sebelum={"jp": str(lama.jp)},
        sesudah={"jp": str(jp)},
        keterangan=alasan,
    )
    return baru


@transaction.atomic
def realisasikan(*, rencana: RencanaPengembangan, oleh: Pengguna, riwayat: list[RiwayatJP]) -> None:
    """The owner ties entries of the ledger to a fixed line of the plan; with the first one the line is realised."""
    baris: RencanaPengembangan = (
        RencanaPengembangan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=rencana.pk)
    )
    if not pemilik(oleh, baris.pegawai):
        raise ProsesDitolak("Realisasi diisi oleh pemilik rencana.")
    if baris.status != StatusRencana.DITETAPKAN.value:
        raise ProsesDitolak(f"Rencana ini berstatus {baris.get_status_display().lower()}.")
    if not riwayat:
        raise ProsesDitolak("Pilih paling sedikit satu kegiatan yang sudah tercatat.")
    milik = (
        RiwayatJP.objects.select_for_update()
        .berlaku()
        .filter(pegawai=baris.pegawai, rencana__isnull=True, pk__in=[satu.pk for satu in riwayat])
    )
    dipakai = list(milik)
    if len(dipakai) != len(riwayat):
        raise ProsesDitolak("Salah satu kegiatan sudah dipakai rencana lain atau dibatalkan. Muat ulang halaman.")
    RiwayatJP.objects.filter(pk__in=[satu.pk for satu in dipakai]).update(rencana=baris)
    baris.status, baris.realisasi_pada = StatusRencana.TEREALISASI.value, hari_ini()
    baris.versi += 1
    baris.save(update_fields=["status", "realisasi_pada", "versi"])
    if baris.kebutuhan_id is not None:
        baris.kebutuhan.penuhi()  # type: ignore[union-attr]  # the key was just looked at
    catat(
        pelaku=oleh,
        aksi="pelatihan.rencana.realisasi",
        objek=baris,
        sesudah={"riwayat": [str(satu.uuid) for satu in dipakai]},
    )


def bersihkan_berkas_yatim() -> int:
    """Remove stored certificates that no row names; returns how many."""
    return bersihkan_yatim(FOLDER, set(SertifikatLuar.objects.values_list("berkas", flat=True)))
