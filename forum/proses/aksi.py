"""The life of an action: begun, reported, claimed with evidence, verified by somebody else. Each step audited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction

from forum.enums.aksi import LABEL_STATUS_AKSI
from forum.enums.berita_acara import PihakTandaTangan
from forum.models import AksiForum, BahanAcara, BuktiAksi, RiwayatAksi, TandaTangan
from forum.perhitungan.aksi import StatusAksi, boleh_beralih_aksi
from forum.permissions.aksi import boleh_meminta_wakil, boleh_memverifikasi_aksi, boleh_mengerjakan_aksi
from forum.proses.hasil import buat_aksi
from forum.proses.kunci import kunci_tautan, sidik_kunci
from forum.proses.versi import kunci_baris, simpan_baris, wajib
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDiperiksa, BerkasDitolak, baca_berkas, berkas_tersimpan, bersihkan_yatim
from rakumpit.waktu import format_tanggal, hari_ini

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Jabatan, Pengguna

BERKAS_TERBANYAK = 5
_LEPAS: dict[str, Any] = {"wakil": None, "sidik_wakil": ""}


@transaction.atomic
def mulai_aksi(*, aksi: AksiForum, oleh: Pengguna, versi: int) -> AksiForum:
    """Say that the work has begun, or goes on."""
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.BERJALAN)
    if baris.status not in {StatusAksi.DIRENCANAKAN, StatusAksi.TERTUNDA}:
        # A claim goes back to work by those who look at it, with a reason, never by those who made it.
        raise ValidationError(f"Tindakan ini berkeadaan {_label(baris)}, jadi tidak dimulai lagi.")
    return _simpan(baris, oleh, "mulai", "", status=StatusAksi.BERJALAN.value)


@transaction.atomic
def laporkan_kemajuan(*, aksi: AksiForum, oleh: Pengguna, versi: int, persen: int, keterangan: str) -> AksiForum:
    """Say how far it is; an action with parts has no figure of its own."""
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.BERJALAN)
    if baris.status != StatusAksi.BERJALAN:
        raise ValidationError("Kemajuan dilaporkan untuk tindakan yang berjalan. Mulai tindakan ini dulu.")
    if baris.anak.exists():
        raise ValidationError("Tindakan ini punya bagian; kemajuannya dihitung dari bagian-bagian itu.")
    if not 0 <= persen < 100:
        raise ValidationError({"persen": "Tulis 0 sampai 99. Seratus persen dinyatakan dengan «Nyatakan selesai»."})
    return _simpan(baris, oleh, "kemajuan", wajib(keterangan, "Tulis apa yang sudah dikerjakan."), persen=persen)


@transaction.atomic
def klaim_selesai(*, aksi: AksiForum, oleh: Pengguna, versi: int, bukti: str, berkas: Sequence[File] = ()) -> AksiForum:
    """Say that it is done, with what can be seen of it. It counts as done only when somebody else has verified it."""
    diperiksa = _periksa_berkas(berkas)
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.DIKLAIM)
    bukti = wajib(bukti, "Tulis apa yang sudah dikerjakan dan buktinya.")
    if baris.anak.exclude(status__in=[satu.value for satu in _SELESAI]).exists():
        raise ValidationError("Masih ada bagian yang belum selesai. Selesaikan bagian itu lebih dulu.")
    with ExitStack() as tersimpan:
        for satu in diperiksa:
            _simpan_berkas(tersimpan, baris, satu, oleh)
        return _simpan(
            baris,
            oleh,
            "klaim",
            bukti,
            status=StatusAksi.DIKLAIM.value,
            persen=100,
            bukti=bukti,
            diklaim_oleh=oleh,
            diklaim_pada=hari_ini(),
        )


_SELESAI = (StatusAksi.DIVERIFIKASI, StatusAksi.TIDAK_DAPAT, StatusAksi.DIALIHKAN)


@transaction.atomic
def verifikasi(*, aksi: AksiForum, oleh: Pengguna, versi: int) -> AksiForum:
    """Confirm a claim of somebody else (F05)."""
    baris = _ambil(aksi, oleh, versi, boleh_memverifikasi_aksi, StatusAksi.DIVERIFIKASI)
    return _simpan(
        baris,
        oleh,
        "verifikasi",
        "",
        status=StatusAksi.DIVERIFIKASI.value,
        diverifikasi_oleh=oleh,
        diverifikasi_pada=hari_ini(),
        **_LEPAS,
    )


@transaction.atomic
def kembalikan_klaim(*, aksi: AksiForum, oleh: Pengguna, versi: int, alasan: str) -> AksiForum:
    """Not done yet: back to work, with a reason."""
    baris = _ambil(aksi, oleh, versi, boleh_memverifikasi_aksi, StatusAksi.BERJALAN)
    if baris.status != StatusAksi.DIKLAIM:
        raise ValidationError("Hanya pernyataan selesai yang dapat dikembalikan.")
    return _simpan(
        baris,
        oleh,
        "kembalikan",
        wajib(alasan, "Tulis apa yang masih kurang."),
        status=StatusAksi.BERJALAN.value,
        persen=min(baris.persen, 90),
        diklaim_oleh=None,
        diklaim_pada=None,
        **_LEPAS,
    )


@transaction.atomic
def tunda_aksi(*, aksi: AksiForum, oleh: Pengguna, versi: int, alasan: str, tenggat: date) -> AksiForum:
    """Put off to a later day. The old due day stays in the timeline."""
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.TERTUNDA)
    if tenggat < hari_ini():
        raise ValidationError({"tenggat": f"Tenggat baru {format_tanggal(tenggat)} sudah lewat."})
    if tenggat <= baris.tenggat:
        raise ValidationError({"tenggat": f"Tenggat baru harus sesudah {format_tanggal(baris.tenggat)}."})
    alasan = wajib(alasan, "Tulis alasan penundaan.")
    return _simpan(baris, oleh, "tunda", alasan, status=StatusAksi.TERTUNDA.value, tenggat=tenggat)


@transaction.atomic
def nyatakan_tidak_dapat(*, aksi: AksiForum, oleh: Pengguna, versi: int, alasan: str) -> AksiForum:
    """It cannot be done; the public reads why."""
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.TIDAK_DAPAT)
    alasan = wajib(alasan, "Tulis mengapa tidak dapat dilaksanakan.")
    return _simpan(baris, oleh, "tidak_dapat", alasan, status=StatusAksi.TIDAK_DAPAT.value)


@transaction.atomic
def alihkan(*, aksi: AksiForum, oleh: Pengguna, versi: int, instansi: str, alasan: str) -> AksiForum:
    """Another institution does it."""
    baris = _ambil(aksi, oleh, versi, boleh_mengerjakan_aksi, StatusAksi.DIALIHKAN)
    return _simpan(
        baris,
        oleh,
        "alihkan",
        wajib(alasan, "Tulis alasan pengalihan."),
        status=StatusAksi.DIALIHKAN.value,
        instansi=wajib(instansi, "Tulis instansi tujuan."),
    )


@transaction.atomic
def tambah_bagian(
    *,
    aksi: AksiForum,
    oleh: Pengguna,
    kode: UUID,
    uraian: str,
    penanggung_jawab: Jabatan,
    tenggat: date,
    prioritas: str,
    indikator: str,
    sumber_daya: str = "",
) -> AksiForum:
    """A part of an open action; from now on the whole is the mean of its parts."""
    if not boleh_mengerjakan_aksi(oleh, aksi):
        raise PermissionDenied
    baris = kunci_baris(aksi, None)
    ada = AksiForum.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.induk_id != baris.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    if baris.induk_id is not None:
        raise ValidationError("Bagian tidak dibagi lagi.")
    if baris.status not in {StatusAksi.DIRENCANAKAN, StatusAksi.BERJALAN, StatusAksi.TERTUNDA}:
        raise ValidationError(f"Tindakan ini berkeadaan {_label(baris)}, jadi tidak dibagi lagi.")
    if tenggat > baris.tenggat:
        raise ValidationError(
            {"tenggat": f"Tenggat bagian paling lambat tenggat induknya, {format_tanggal(baris.tenggat)}."}
        )
    return buat_aksi(
        kesepakatan=baris.kesepakatan,
        induk=baris,
        unit_id=baris.kesepakatan.sesi.unit_id,
        oleh=oleh,
        uuid=kode,
        uraian=wajib(uraian, "Tulis tindakannya."),
        penanggung_jawab=penanggung_jawab,
        tenggat=tenggat,
        prioritas=prioritas,
        indikator=wajib(indikator, "Tulis tanda bahwa tindakan ini selesai."),
        sumber_daya=sumber_daya.strip(),
    )


@transaction.atomic
def minta_verifikasi_wakil(*, aksi: AksiForum, oleh: Pengguna, versi: int, wakil: TandaTangan) -> AksiForum:
    """Ask a citizen who signed the record to look; the page then shows the link to hand over."""
    baris = _ambil(aksi, oleh, versi, boleh_meminta_wakil, StatusAksi.DIVERIFIKASI)
    sah = TandaTangan.objects.filter(
        pk=wakil.pk,
        pihak=PihakTandaTangan.WAKIL.value,
        pada__isnull=False,
        berita_acara__sesi=baris.kesepakatan.sesi_id,
    ).exists()
    if not sah:
        raise ValidationError({"wakil": "Pilih wakil masyarakat yang menandatangani berita acara sesi ini."})
    baris.wakil = wakil
    sidik = sidik_kunci(kunci_verifikasi(baris, wakil))
    simpan_baris(baris, oleh, "aksi.minta_wakil", wakil=wakil, sidik_wakil=sidik)
    return baris


def kunci_verifikasi(aksi: AksiForum, wakil: TandaTangan) -> str:
    """Key of the link: another one for each action, person and claim."""
    return kunci_tautan(f"verifikasi.{aksi.uuid}.{aksi.diklaim_pada}", wakil.uuid)


@transaction.atomic
def verifikasi_wakil(*, aksi: AksiForum, sidik: str, sesuai: bool, catatan: str) -> AksiForum:
    """What the citizen saw: done, or back to work with words. The link works once."""
    baris = kunci_baris(aksi, None)
    if not sidik or baris.sidik_wakil != sidik or baris.wakil is None or baris.status != StatusAksi.DIKLAIM:
        raise ValidationError("Tautan ini sudah tidak berlaku: tindakan ini sudah diperiksa atau dikerjakan lagi.")
    wakil = baris.wakil
    if sesuai:
        return _simpan(
            baris,
            None,
            "verifikasi_wakil",
            catatan.strip(),
            status=StatusAksi.DIVERIFIKASI.value,
            diverifikasi_wakil=wakil,
            diverifikasi_pada=hari_ini(),
            **_LEPAS,
        )
    return _simpan(
        baris,
        None,
        "kembali_wakil",
        wajib(catatan, "Tulis apa yang belum sesuai."),
        status=StatusAksi.BERJALAN.value,
        persen=min(baris.persen, 90),
        diklaim_oleh=None,
        diklaim_pada=None,
        **_LEPAS,
    )


def _label(baris: AksiForum) -> str:
    return LABEL_STATUS_AKSI[StatusAksi(baris.status)].lower()


def _ambil(
    aksi: AksiForum,
    oleh: Pengguna,
    versi: int,
    boleh: Callable[[Pengguna, AksiForum], bool],
    ke: StatusAksi,
) -> AksiForum:
    """The row, locked, if this person may, the step fits its state, and nobody changed it since it was shown."""
    baris = kunci_baris(aksi, None)
    if not boleh(oleh, baris):
        raise PermissionDenied
    if baris.kesepakatan.sesi.berita_acara.filter(status="ditandatangani").first() is None:
        raise ValidationError("Tindak lanjut berjalan sesudah berita acara ditandatangani.")
    if not boleh_beralih_aksi(baris.status, ke):
        raise ValidationError(f"Tindakan ini berkeadaan {_label(baris)}, jadi langkah itu tidak dapat diambil.")
    return kunci_baris(aksi, versi)


def _simpan(baris: AksiForum, oleh: Pengguna | None, kata: str, alasan: str, **isi: Any) -> AksiForum:
    """Write, with the line of the public timeline."""
    lama = baris.tenggat
    if oleh is None:
        for nama, nilai in isi.items():
            setattr(baris, nama, nilai)
        baris.versi += 1
        baris.save(update_fields=[*isi, "versi"])
        catat(pelaku=None, aksi=f"forum.aksi.{kata}", objek=baris, sesudah={"status": baris.status})
    else:
        simpan_baris(baris, oleh, f"aksi.{kata}", keterangan=alasan, **isi)
    RiwayatAksi.objects.create(
        aksi=baris,
        tanggal=hari_ini(),
        status=baris.status,
        persen=baris.persen,
        tenggat_lama=lama if lama != baris.tenggat else None,
        tenggat=baris.tenggat,
        alasan=alasan,
        oleh=oleh,
    )
    return baris


def _periksa_berkas(berkas: Sequence[File]) -> list[BerkasDiperiksa]:
    """The files as they are stored, the same bytes once."""
    if len(berkas) > BERKAS_TERBANYAK:
        raise ValidationError(
            {"berkas": f"Paling banyak {BERKAS_TERBANYAK} berkas. Gabungkan beberapa lembar menjadi satu PDF."}
        )
    hasil: dict[str, BerkasDiperiksa] = {}
    for satu in berkas:
        try:
            diperiksa = baca_berkas(satu)
        except BerkasDitolak as galat:
            raise ValidationError({"berkas": str(galat)}) from galat
        hasil.setdefault(diperiksa.sidik, diperiksa)
    return list(hasil.values())


def _simpan_berkas(tersimpan: ExitStack, aksi: AksiForum, berkas: BerkasDiperiksa, oleh: Pengguna) -> None:
    if aksi.berkas.filter(sidik=berkas.sidik).exists():
        return
    baris = BuktiAksi(
        aksi=aksi,
        judul=berkas.nama[-200:],
        tipe=berkas.tipe.value,
        ukuran=len(berkas.isi),
        sidik=berkas.sidik,
        diunggah_oleh=oleh,
        diunggah_pada=hari_ini(),
    )
    tersimpan.enter_context(berkas_tersimpan(baris.berkas, f"{uuid4()}.{berkas.tipe.value}", ContentFile(berkas.isi)))
    baris.save()
    catat(pelaku=oleh, aksi="forum.aksi.berkas", objek=aksi, sesudah={"judul": baris.judul, "sidik": baris.sidik})


def bersihkan_berkas_yatim() -> int:
    """Remove stored files that no row names; returns how many."""
    dipakai = {
        "bahan-forum": set(BahanAcara.objects.values_list("berkas", flat=True)),
        "bukti-forum": set(BuktiAksi.objects.values_list("berkas", flat=True)),
        "berita-acara": set(TandaTangan.objects.exclude(pindaian="").values_list("pindaian", flat=True)),
    }
    return sum(bersihkan_yatim(folder, dikenal) for folder, dikenal in dipakai.items())
