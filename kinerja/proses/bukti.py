"""Evidence: adding files and links, completing a sending that broke off, voiding.

Who: the owner of the plan, under the same days and the same lock as the realisasi that it stands behind; a superior
or the pengelola adds nothing in another's name. What was added under a period is voided only while that period can
still be typed in: afterwards somebody may have rated by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Sum

from kinerja.enums import JenisBukti
from kinerja.models import Bukti, Indikator, KirimanBukti, Periode
from kinerja.permissions import boleh_mengisi_realisasi, pemilik_bukti
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.masa_catatan import periksa_hari
from kinerja.proses.pindaian import periksa_berkas
from kinerja.proses.realisasi import kunci_evaluasi, periksa_masa_isi
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.berkas import MIB, UKURAN_MAKS, berkas_tersimpan, bersihkan_yatim
from rakumpit.organisasi.models import Pegawai, Pengguna

BERKAS_SEKALI = 10  # files of one sending
JATAH_ORANG = 500 * MIB  # all files of one person; an assumption: about 25 photos a month for five years
FOLDER = "bukti"
_JUDUL_MAKS = 200
_alamat_web = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class HasilKiriman:
    """What became of one sending so far; ``ditolak`` are the sentences about the files refused just now."""

    kiriman: KirimanBukti
    ditolak: tuple[str, ...]


@transaction.atomic
def tambah_bukti(
    *,
    indikator: Indikator,
    periode: Periode,
    oleh: Pengguna,
    berkas: File | None = None,
    tautan: str = "",
    judul: str = "",
) -> Bukti:
    """Store one file, or one link, of the owner for an indicator and a period.

    The same file or link is kept once: who sends it again gets the row that is there. ProsesDitolak.
    """
    indikator = Indikator.objects.select_related("rencana__skp__pegawai").get(pk=indikator.pk)
    if not boleh_mengisi_realisasi(oleh, indikator):
        raise ProsesDitolak("Bukti hanya ditambah oleh pemilik SKP.")
    periode = Periode.objects.get(pk=periode.pk)
    periksa_masa_isi(indikator, periode)
    bukti = Bukti(
        pegawai=indikator.rencana.skp.pegawai,
        indikator=indikator,
        periode=periode,
        diunggah_oleh=oleh,
        judul=judul.strip()[:_JUDUL_MAKS],
    )
    isi = b""
    if berkas is not None:
        isi = isi_berkas(bukti, berkas)
    else:
        _isi_tautan(bukti, tautan)
    kunci_orang([bukti.pegawai_id])
    kunci_evaluasi(bukti.pegawai_id, periode)
    lama: Bukti | None = (
        Bukti.objects.berlaku()
        .untuk(indikator, periode)
        .filter(jenis=bukti.jenis, sidik=bukti.sidik, tautan=bukti.tautan)
        .first()
    )
    if lama is not None:
        return lama
    simpan_bukti(bukti, isi, oleh)
    return bukti


def isi_berkas(bukti: Bukti, berkas: File) -> bytes:
    """Fill kind, size, digest and title of a new row from its file; returns the bytes to store. ProsesDitolak."""
    diperiksa = periksa_berkas(berkas)
    bukti.jenis, bukti.tipe = JenisBukti.BERKAS.value, diperiksa.tipe.value
    bukti.ukuran, bukti.sidik = len(diperiksa.isi), diperiksa.sidik
    bukti.judul = bukti.judul or diperiksa.nama
    return diperiksa.isi


def simpan_bukti(bukti: Bukti, isi: bytes, oleh: Pengguna) -> None:
    """Write the row, its file under a random name, and the audit entry; the person is locked by the caller.

    What a broken machine leaves behind is taken by ``bersihkan_berkas_yatim``.
    """
    if not isi:
        _simpan_baris(bukti, oleh)
        return
    _periksa_jatah(bukti.pegawai, len(isi))
    with berkas_tersimpan(bukti.berkas, f"{uuid4()}.{bukti.tipe}", ContentFile(isi)):
        _simpan_baris(bukti, oleh)


@transaction.atomic
def _simpan_baris(bukti: Bukti, oleh: Pengguna) -> None:
    bukti.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.bukti.tambah",
        objek=bukti,
        sesudah={"judul": bukti.judul, "jenis": bukti.jenis, "sidik": bukti.sidik, "tautan": bukti.tautan},
    )


def simpan_lepas(*, pegawai: Pegawai, oleh: Pengguna, berkas: Sequence[File], tautan: str = "") -> list[Bukti]:
    """Store files and a link that belong to no indicator, for a row that points to them; the person is locked.

    All are checked before the first is stored, the same bytes are kept once. ProsesDitolak names the file.
    """
    if len(berkas) > BERKAS_SEKALI:
        raise ProsesDitolak(f"Paling banyak {BERKAS_SEKALI} berkas. Gabungkan beberapa lembar menjadi satu PDF.")
    siap: dict[str, tuple[Bukti, bytes]] = {}
    for satu in berkas:
        bukti = Bukti(pegawai=pegawai, diunggah_oleh=oleh)
        isi = isi_berkas(bukti, satu)
        siap.setdefault(bukti.sidik, (bukti, isi))
    if tautan.strip():
        bukti = Bukti(pegawai=pegawai, diunggah_oleh=oleh)
        _isi_tautan(bukti, tautan)
        siap[""] = (bukti, b"")
    for bukti, isi in siap.values():
        simpan_bukti(bukti, isi, oleh)
    return [bukti for bukti, _isi in siap.values()]


def _isi_tautan(bukti: Bukti, tautan: str) -> None:
    tautan = tautan.strip()
    try:
        _alamat_web(tautan)
    except ValidationError:
        raise ProsesDitolak("Tautan harus alamat lengkap yang diawali https:// atau http://.") from None
    bukti.jenis, bukti.tautan = JenisBukti.TAUTAN.value, tautan
    bukti.judul = bukti.judul or (urlsplit(tautan).hostname or tautan)[:_JUDUL_MAKS]


def _periksa_jatah(pegawai: Pegawai, tambahan: int) -> None:
    terpakai = Bukti.objects.filter(pegawai=pegawai).aggregate(jumlah=Sum("ukuran"))["jumlah"] or 0
    if terpakai + tambahan > JATAH_ORANG:
        raise ProsesDitolak(
            f"Tempat untuk bukti Anda sudah penuh ({JATAH_ORANG // MIB} MB). "
            "Perkecil berkasnya, atau simpan di tempat lain dan tambahkan tautannya."
        )


def kirim_berkas(
    *,
    indikator: Indikator,
    periode: Periode,
    oleh: Pengguna,
    berkas: Sequence[File],
    kode: UUID,
    jumlah: int,
    judul: str = "",
) -> HasilKiriman:
    """Store the files of one sending that has arrived so far; ``jumlah`` were chosen, ``kode`` is made by the form.

    Not one transaction but one per file, since a file that arrived over a weak line must stay when the next one does
    not. Sent again with the same ``kode``, the rest is added and nothing is doubled (case C112). ProsesDitolak only
    for the sending as a whole; what is wrong with a single file stands in the result.
    """
    kiriman = _buka_kiriman(indikator, periode, oleh, kode=kode, jumlah=jumlah)
    if len(berkas) > BERKAS_SEKALI:
        raise ProsesDitolak(f"Paling banyak {BERKAS_SEKALI} berkas sekali kirim. Pilih sebagian dulu.")
    ditolak = []
    for satu in berkas:
        try:
            tambah_bukti(indikator=indikator, periode=periode, oleh=oleh, berkas=satu, judul=judul)
        except ProsesDitolak as galat:
            ditolak.append(str(galat))
            kiriman = _tandai(kiriman, satu, diterima=False)
        else:
            kiriman = _tandai(kiriman, satu, diterima=True)
    return HasilKiriman(kiriman, tuple(ditolak))


@transaction.atomic
def _buka_kiriman(indikator: Indikator, periode: Periode, oleh: Pengguna, *, kode: UUID, jumlah: int) -> KirimanBukti:
    indikator = Indikator.objects.select_related("rencana__skp__pegawai").get(pk=indikator.pk)
    if not boleh_mengisi_realisasi(oleh, indikator):
        raise ProsesDitolak("Bukti hanya ditambah oleh pemilik SKP.")
    periksa_masa_isi(indikator, periode)
    if not 1 <= jumlah <= BERKAS_SEKALI:
        raise ProsesDitolak(f"Pilih 1 sampai {BERKAS_SEKALI} berkas sekali kirim.")
    kiriman, _baru = KirimanBukti.objects.get_or_create(
        uuid=kode,
        defaults={
            "pegawai": indikator.rencana.skp.pegawai,
            "indikator": indikator,
            "periode": periode,
            "jumlah": jumlah,
        },
    )
    if (kiriman.indikator_id, kiriman.periode_id) != (indikator.pk, periode.pk):
        raise ProsesDitolak("Kiriman ini milik isian lain. Muat ulang halaman, lalu pilih berkasnya lagi.")
    return kiriman


@transaction.atomic
def _tandai(kiriman: KirimanBukti, berkas: File, *, diterima: bool) -> KirimanBukti:
    """Remember what became of one sent file; a file that is refused now and accepted later counts as accepted."""
    berkas.seek(0)
    sidik = hashlib.sha256(berkas.read(UKURAN_MAKS + 1)).hexdigest()
    kini = KirimanBukti.objects.select_for_update().get(pk=kiriman.pk)
    kini.ditolak = [satu for satu in kini.ditolak if satu != sidik]
    daftar = kini.diterima if diterima else kini.ditolak
    if sidik not in kini.diterima:
        daftar.append(sidik)
    kini.save(update_fields=["diterima", "ditolak"])
    return kini


@transaction.atomic
def cukupkan_kiriman(*, kiriman: KirimanBukti, oleh: Pengguna) -> KirimanBukti:
    """The owner says that the files which arrived are enough, while more could be added. ProsesDitolak."""
    kini = (
        KirimanBukti.objects.select_for_update(of=("self",))
        .select_related("pegawai", "indikator__rencana__skp", "periode")
        .get(pk=kiriman.pk)
    )
    if kini.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Kiriman ini hanya diurus oleh pemiliknya.")
    periksa_masa_isi(kini.indikator, kini.periode)
    kunci_evaluasi(kini.pegawai_id, kini.periode)
    if not kini.belum_lengkap:
        raise ProsesDitolak("Kiriman ini sudah lengkap.")
    kini.cukup = True
    kini.save(update_fields=["cukup"])
    catat(pelaku=oleh, aksi="kinerja.bukti.cukup", objek=kini, keterangan=str(kini))
    return kini


@transaction.atomic
def batalkan_bukti(*, bukti: Bukti, oleh: Pengguna, alasan: str) -> Bukti:
    """Void a piece of evidence with a reason: row and file stay, nobody downloads it any more. ProsesDitolak."""
    alasan = wajib_diisi(" ".join(alasan.split()), "Tulis alasan membatalkan bukti ini.")
    kini: Bukti = (
        Bukti.objects.select_for_update(of=("self",))
        .select_related("pegawai", "indikator__rencana__skp", "periode", "catatan_harian")
        .get(pk=bukti.pk)
    )
    if not pemilik_bukti(oleh, kini):
        raise ProsesDitolak("Bukti hanya dibatalkan oleh pemiliknya.")
    if kini.dibatalkan_pada is not None:
        raise ProsesDitolak("Bukti ini sudah dibatalkan.")
    if kini.indikator is not None and kini.periode is not None:
        periksa_masa_isi(kini.indikator, kini.periode)
        kunci_evaluasi(kini.pegawai_id, kini.periode)
    if kini.catatan_harian is not None:
        periksa_hari(kini.pegawai, kini.catatan_harian.tanggal)
    kini.batalkan(oleh=oleh, alasan=alasan)
    catat(pelaku=oleh, aksi="kinerja.bukti.batalkan", objek=kini, keterangan=alasan)
    return kini


def bersihkan_berkas_yatim() -> int:
    """Remove stored files that no row names, of machines that stopped between file and row; returns how many."""
    return bersihkan_yatim(FOLDER, set(Bukti.objects.exclude(berkas="").values_list("berkas", flat=True)))
