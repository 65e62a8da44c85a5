"""Lines of an event's budget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from pelatihan.models import AnggaranKegiatan, Kegiatan
from pelatihan.perhitungan.kegiatan import PERSIAPAN, StatusKegiatan
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.kegiatan import kunci_kegiatan, simpan
from rakumpit.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class IsiAnggaran:
    """One line as the form holds it."""

    jenis: str
    uraian: str
    rencana: Decimal
    realisasi: Decimal | None = None


@transaction.atomic
def tambah_anggaran(*, kegiatan: Kegiatan, oleh: Pengguna, kode: UUID, isi: IsiAnggaran) -> AnggaranKegiatan:
    """A line. ``kode``: sent twice, stored once."""
    baris = kunci_kegiatan(kegiatan, oleh, None)
    ada: AnggaranKegiatan | None = AnggaranKegiatan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.kegiatan_id != baris.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    return _tulis(baris, AnggaranKegiatan(uuid=kode, kegiatan=baris), oleh, isi, "anggaran_tambah")


@transaction.atomic
def ubah_anggaran(*, anggaran: AnggaranKegiatan, oleh: Pengguna, versi: int, isi: IsiAnggaran) -> AnggaranKegiatan:
    """Change a line. The plan stands once the event has begun; what was spent is written until it is finished."""
    baris = kunci_kegiatan(anggaran.kegiatan, oleh, versi)
    kini: AnggaranKegiatan = AnggaranKegiatan.objects.select_for_update(of=("self",)).get(pk=anggaran.pk)
    if baris.status not in PERSIAPAN and (kini.rencana, kini.jenis) != (isi.rencana, isi.jenis):
        raise ProsesDitolak("Rencana anggaran tetap sesudah kegiatan dimulai. Isi realisasinya saja.")
    return _tulis(baris, kini, oleh, isi, "anggaran_ubah")


def _tulis(baris: Kegiatan, satu: AnggaranKegiatan, oleh: Pengguna, isi: IsiAnggaran, aksi: str) -> AnggaranKegiatan:
    if baris.status == StatusKegiatan.SELESAI.value:
        raise ProsesDitolak("Kegiatan ini sudah selesai, jadi anggarannya tidak diubah lagi.")
    sebelum = f"{satu.jenis} {satu.rencana} {satu.realisasi}" if satu.pk else ""
    satu.uraian = wajib_diisi(isi.uraian, "Tulis uraiannya.", maks=200)
    satu.jenis, satu.rencana, satu.realisasi = isi.jenis, isi.rencana, isi.realisasi
    satu.save()
    sesudah = f"{satu.uraian}: {satu.jenis} {satu.rencana} {satu.realisasi}"
    simpan(baris, oleh, aksi, keterangan=f"{sesudah} (sebelumnya {sebelum})" if sebelum else sesudah)
    return satu
