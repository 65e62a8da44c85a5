"""A report arrives: stored once, with a number, the digest of its key, its photos and its first clock."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import IntegrityError, transaction

from forum.enums.laporan import Kanal, Langkah, Peran, StatusLaporan
from forum.enums.tenggat import TahapTenggat
from forum.models import IdentitasPelapor, LampiranLaporan, Laporan, RiwayatLaporan
from forum.perhitungan.kunci import baca_kunci, buat_nomor, sidik_kunci
from forum.permissions.laporan import boleh_mengelola_laporan
from forum.proses.kabar_laporan import akun_pengelola, kabari
from forum.proses.lampiran import periksa_lampiran, simpan_lampiran
from forum.proses.tenggat import mulai_tenggat
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDiperiksa, TipeBerkas, bersihkan_yatim
from rakumpit.organisasi.models import Layanan, Pengguna, UnitKerja
from rakumpit.waktu import awal_hari, hari_ini, sekarang, tanggal_lokal

FOTO_TERBANYAK = 3
_FOTO = frozenset({TipeBerkas.JPG, TipeBerkas.PNG})
_COBA_NOMOR = 20


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """What was typed. ``anonim``: who handles it does not learn who reported; ``rahasia``: the public reads nothing."""

    klasifikasi: str
    judul: str
    isi: str
    tempat: str = ""
    tanggal_kejadian: date | None = None
    kelurahan: UnitKerja | None = None
    layanan: Layanan | None = None
    anonim: bool = True
    rahasia: bool = True
    nama: str = ""
    telepon: str = ""
    email: str = ""
    foto: Sequence[File] = field(default=())

    @property
    def identitas(self) -> dict[str, str]:
        """The parts that were given; empty for a report without identity."""
        semua = {"nama": self.nama, "telepon": self.telepon, "email": self.email}
        return {medan: nilai.strip() for medan, nilai in semua.items() if nilai.strip()}


def periksa_foto(foto: Sequence[File]) -> list[BerkasDiperiksa]:
    """Photos as they are stored. ``ValidationError``. No documents: they carry the name of who wrote them."""
    return periksa_lampiran(
        foto,
        boleh=_FOTO,
        terbanyak=FOTO_TERBANYAK,
        sebutan="foto",
        tolak="hanya foto JPG atau PNG. Foto dokumennya, lalu unggah.",
    )


def simpan_foto(tumpukan: ExitStack, laporan: Laporan, foto: Sequence[BerkasDiperiksa]) -> int:
    """Store photos with their rows; they go again when what follows inside ``tumpukan`` fails. Returns how many."""
    ada = set(laporan.lampiran.values_list("sidik", flat=True))
    return simpan_lampiran(tumpukan, foto, lambda: LampiranLaporan(laporan=laporan), sebutan="Foto", ada=ada)


def terima_laporan(
    *,
    kiriman: UUID,
    kunci: str,
    isi: IsiLaporan,
    kanal: Kanal = Kanal.DARING,
    nomor_lapor: str = "",
    oleh: Pengguna | None = None,
    diterima: date | None = None,
) -> tuple[Laporan, bool]:
    """Store one report; True when it is new. ``kiriman`` and ``kunci`` come from the form: sent twice, stored once.

    ``oleh``: the pengelola who types in what came another way, perhaps ``diterima`` on an earlier day, from which the
    first clock runs. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if oleh is not None and not boleh_mengelola_laporan(oleh):
        raise PermissionDenied
    if oleh is None or diterima is None or diterima == hari_ini():
        saat = sekarang()
    elif diterima > hari_ini():
        raise ValidationError("Tanggal diterima belum tiba. Periksa lagi.")
    else:
        saat = awal_hari(diterima)
    rapat = baca_kunci(kunci)
    if not rapat:
        raise ValidationError("Kunci formulir rusak. Muat ulang halaman, lalu isi lagi.")
    sidik = sidik_kunci(rapat)
    foto = periksa_foto(isi.foto)
    for _ in range(_COBA_NOMOR):
        ada = Laporan.objects.filter(kiriman=kiriman).first()
        if ada is not None:
            return _kiriman_ulang(ada, sidik, isi), False
        try:
            with transaction.atomic(), ExitStack() as tumpukan:
                baris = _simpan(
                    kiriman=kiriman,
                    sidik=sidik,
                    isi=isi,
                    kanal=kanal,
                    nomor_lapor=nomor_lapor,
                    oleh=oleh,
                    saat=saat,
                )
                simpan_foto(tumpukan, baris, foto)
                return baris, True
        except IntegrityError:
            # The number was taken, or the same form arrived at the same moment: look again.
            continue
    raise ValidationError("Laporan belum tersimpan. Kirim lagi.")


def _kiriman_ulang(ada: Laporan, sidik: str, isi: IsiLaporan) -> Laporan:
    if (ada.sidik_kunci, ada.judul, ada.isi) != (sidik, isi.judul.strip(), isi.isi.strip()):
        raise ValidationError(
            "Laporan lain sudah terkirim dari halaman ini dan tetap tersimpan. Buka formulir baru untuk laporan lain."
        )
    return ada


def _simpan(
    *, kiriman: UUID, sidik: str, isi: IsiLaporan, kanal: Kanal, nomor_lapor: str, oleh: Pengguna | None, saat: datetime
) -> Laporan:
    hari, identitas = tanggal_lokal(saat), isi.identitas
    baris: Laporan = Laporan.objects.create(
        kiriman=kiriman,
        nomor=buat_nomor(hari.year),
        sidik_kunci=sidik,
        klasifikasi=isi.klasifikasi,
        judul=isi.judul.strip(),
        isi=isi.isi.strip(),
        tempat=isi.tempat.strip(),
        tanggal_kejadian=isi.tanggal_kejadian,
        kelurahan=isi.kelurahan,
        layanan=isi.layanan,
        kanal=kanal.value,
        nomor_lapor=nomor_lapor.strip(),
        anonim=isi.anonim,
        rahasia=isi.rahasia,
        tanpa_identitas=not identitas,
        diterima_pada=saat,
    )
    if identitas:
        IdentitasPelapor.objects.create(laporan=baris, **identitas)
    RiwayatLaporan.objects.create(
        laporan=baris,
        saat=sekarang(),
        langkah=Langkah.KIRIM.value,
        peran=Peran.PETUGAS.value if oleh else Peran.PELAPOR.value,
        pelaku=oleh,
        ke=StatusLaporan.DITERIMA.value,
    )
    mulai_tenggat(baris, TahapTenggat.VERIFIKASI, hari)
    catat(pelaku=oleh, aksi="forum.laporan.kirim", objek=baris, sesudah={"status": baris.status, "kanal": baris.kanal})
    kabari(akun_pengelola(), baris, "masuk", "laporan baru", "Laporan baru menunggu diperiksa.")
    return baris


def bersihkan_foto_yatim() -> int:
    """Remove stored photos that no row names, of machines that stopped between file and row; returns how many."""
    return bersihkan_yatim("laporan", set(LampiranLaporan.objects.values_list("berkas", flat=True)))
