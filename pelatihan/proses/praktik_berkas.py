"""Files of the library: stored safely, kept once, taken back with a reason."""

from __future__ import annotations

from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.db import transaction

from pelatihan.models import AdopsiPraktik, BerkasPraktik, PraktikBaik
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import boleh_mengubah
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.praktik import kunci_praktik
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDitolak, baca_berkas, berkas_tersimpan, bersihkan_yatim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini

FOLDER = "praktik"
BERKAS_TERBANYAK = 20  # of one practice; an assumption


@transaction.atomic
def tambah_berkas(
    *, praktik: PraktikBaik, oleh: Pengguna, berkas: File, judul: str = "", umum: bool = False
) -> BerkasPraktik:
    """Add a file by whoever may change the text; only the pengelola says that everybody may have it.

    The same bytes are kept once: who sends them again gets the row that is there.
    """
    baris = kunci_praktik(praktik)
    if not boleh_mengubah(oleh, baris):
        raise ProsesDitolak(
            f"Praktik ini {baris.get_status_display().lower()}, jadi berkasnya belum dapat ditambah. "
            "Yang dipublikasikan ditarik dulu dari halaman umum."
        )
    if umum and not boleh_mengelola(oleh):
        raise ProsesDitolak("Berkas untuk halaman umum ditentukan pengelola.")
    if baris.berkas.berlaku().filter(adopsi__isnull=True).count() >= BERKAS_TERBANYAK:
        raise ProsesDitolak(f"Paling banyak {BERKAS_TERBANYAK} berkas untuk satu praktik. Gabungkan beberapa berkas.")
    return simpan_berkas(baris, oleh, berkas, judul=judul, umum=umum)


def simpan_berkas(
    praktik: PraktikBaik,
    oleh: Pengguna,
    berkas: File,
    *,
    judul: str = "",
    umum: bool = False,
    adopsi: AdopsiPraktik | None = None,
) -> BerkasPraktik:
    """Check and store one file of a locked practice. ProsesDitolak names what is wrong with it."""
    try:
        diperiksa = baca_berkas(berkas)
    except BerkasDitolak as galat:
        raise ProsesDitolak(str(galat)) from galat
    ada: BerkasPraktik | None = (
        BerkasPraktik.objects.berlaku().filter(praktik=praktik, adopsi=adopsi, sidik=diperiksa.sidik).first()
    )
    if ada is not None:
        return ada
    baris = BerkasPraktik(
        praktik=praktik,
        adopsi=adopsi,
        judul=" ".join(judul.split())[:150] or diperiksa.nama[:150],
        tipe=diperiksa.tipe.value,
        ukuran=len(diperiksa.isi),
        sidik=diperiksa.sidik,
        umum=umum,
        diunggah_oleh=oleh,
        diunggah_pada=hari_ini(),
    )
    with berkas_tersimpan(baris.berkas, f"{uuid4()}.{baris.tipe}", ContentFile(diperiksa.isi)):
        baris.save()
        catat(
            pelaku=oleh,
            aksi="pelatihan.praktik.berkas.tambah",
            objek=praktik,
            sesudah={"berkas": str(baris.uuid), "judul": baris.judul, "sidik": baris.sidik, "umum": umum},
        )
    return baris


@transaction.atomic
def batalkan_berkas(*, berkas: BerkasPraktik, oleh: Pengguna, alasan: str) -> None:
    """Take a file of the practice back; the row stays with the reason."""
    alasan = wajib_diisi(alasan, "Tulis alasan membatalkan berkas.")
    praktik = kunci_praktik(berkas.praktik)
    baris = BerkasPraktik.objects.select_for_update(of=("self",)).get(pk=berkas.pk)
    if baris.adopsi_id is not None or not boleh_mengubah(oleh, praktik):
        raise ProsesDitolak(
            f"Praktik ini {praktik.get_status_display().lower()}, jadi berkasnya belum dapat dibatalkan."
        )
    if baris.dibatalkan_pada is not None:
        raise ProsesDitolak("Berkas ini sudah dibatalkan.")
    baris.dibatalkan_pada, baris.alasan = hari_ini(), alasan
    baris.save(update_fields=["dibatalkan_pada", "alasan"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.praktik.berkas.batal",
        objek=praktik,
        sebelum={"berkas": str(baris.uuid), "judul": baris.judul},
        keterangan=alasan,
    )


def bersihkan_berkas_yatim() -> int:
    """Remove stored files that no row names; returns how many."""
    return bersihkan_yatim(FOLDER, set(BerkasPraktik.objects.values_list("berkas", flat=True)))
