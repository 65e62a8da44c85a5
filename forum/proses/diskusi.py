"""Writing in the discussion: topics, replies, corrections, support. One transaction and one audit entry each."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction
from django.urls import reverse

from forum.enums.diskusi import JenisTopik
from forum.models import Balasan, Dukungan, KategoriDiskusi, LampiranDiskusi, RiwayatKiriman, Topik
from forum.models.diskusi import PANJANG_ISI, PANJANG_JUDUL
from forum.perhitungan.diskusi import (
    MENIT_SUNTING,
    KeadaanKiriman,
    StatusTopik,
    boleh_beralih_topik,
    masih_dapat_disunting,
)
from forum.perhitungan.moderasi import KIRIMAN_DIPERCAYA, SebabTahan, sebab_ditahan
from forum.permissions.diskusi import boleh_menulis, boleh_menyunting, sebagai
from forum.proses.lampiran import periksa_lampiran, simpan_lampiran
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDiperiksa, TipeBerkas, bersihkan_yatim
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import sekarang

if TYPE_CHECKING:
    from forum.models.diskusi import Kiriman

T = TypeVar("T", Topik, Balasan)
_MENUNGGU, _TAYANG = KeadaanKiriman.MENUNGGU.value, KeadaanKiriman.TAYANG.value
LAMPIRAN_TERBANYAK = 3
_TIPE = frozenset({TipeBerkas.JPG, TipeBerkas.PNG, TipeBerkas.PDF})
_TERPAKAI = "Formulir ini sudah dipakai. Muat ulang halaman, lalu tulis lagi."


def _penulis(oleh: Pengguna) -> Pengguna:
    """The author, locked: what one account sends at the same moment is stored one after the other."""
    penulis: Pengguna = Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    if not boleh_menulis(penulis):
        raise PermissionDenied
    return penulis


def _rapi(teks: str, panjang: int, kurang: str) -> str:
    isi = teks.replace("\r\n", "\n").strip()
    if not isi:
        raise ValidationError(kurang)
    if len(isi) > panjang:
        raise ValidationError(f"Tulisan Anda {len(isi)} huruf. Pendekkan sampai {panjang} huruf.")
    return isi


def _ditahan(penulis: Pengguna, peran: str, teks: str, *, berlampiran: bool = False) -> list[str]:
    """Why this post waits for a moderator. Staff may name the telephone and the pages of the office, but no NIK.

    What stands in a citizen's picture no rule reads, so somebody looks at it first.
    """
    if peran:
        return [satu.value for satu in sebab_ditahan(teks, sudah_tayang=KIRIMAN_DIPERCAYA) if satu is SebabTahan.NIK]
    tayang = 0
    for model in (Topik, Balasan):
        tayang += model.objects.tayang().filter(penulis=penulis)[:KIRIMAN_DIPERCAYA].count()
    sebab = [*sebab_ditahan(teks, sudah_tayang=tayang), *([SebabTahan.LAMPIRAN] if berlampiran else [])]
    return [satu.value for satu in sebab]


def _periksa(lampiran: Sequence[File]) -> list[BerkasDiperiksa]:
    return periksa_lampiran(
        lampiran,
        boleh=_TIPE,
        terbanyak=LAMPIRAN_TERBANYAK,
        sebutan="gambar atau PDF",
        tolak="hanya JPG, PNG, atau PDF. Simpan sebagai salah satunya, lalu unggah.",
    )


def kabari_moderator(kiriman: Kiriman, *, kunci: str, judul: str, isi: str) -> None:
    """Tell every moderator once per ``kunci``. Neither words nor author of the post stand in the mail."""
    for pk in Pengguna.objects.filter(pengelola=True, is_active=True).order_by("pk").values_list("pk", flat=True):
        kirim(penerima_id=pk, kunci=kunci, judul=judul, isi=isi, tautan=reverse("forum:kelola_diskusi_antrean"))


def _kabari_bila_ditahan(kiriman: Kiriman) -> None:
    if kiriman.keadaan == _MENUNGGU:
        kabari_moderator(
            kiriman,
            kunci=f"forum.diskusi.tahan.{kiriman.uuid}",
            judul="Kiriman forum menunggu pemeriksaan",
            isi="Satu kiriman di forum menunggu Anda sebelum tayang. Buka antrean moderasi.",
        )


def kirim_topik(
    *,
    kiriman: UUID,
    oleh: Pengguna,
    kategori: KategoriDiskusi,
    jenis: str,
    judul: str,
    isi: str,
    lampiran: Sequence[File] = (),
) -> Topik:
    """Store a topic. ``kiriman`` is made by the form: sent twice, stored once.

    Raises ``PermissionDenied`` or ``ValidationError``. The topic waits for a moderator where ``ditahan`` says why.
    """
    berkas = _periksa(lampiran)
    # The files go again when anything fails, the commit included.
    with ExitStack() as tumpukan, transaction.atomic():
        return _simpan_topik(
            tumpukan, berkas, kiriman=kiriman, oleh=oleh, kategori=kategori, jenis=jenis, judul=judul, isi=isi
        )


def _simpan_topik(
    tumpukan: ExitStack,
    berkas: Sequence[BerkasDiperiksa],
    *,
    kiriman: UUID,
    oleh: Pengguna,
    kategori: KategoriDiskusi,
    jenis: str,
    judul: str,
    isi: str,
) -> Topik:
    penulis = _penulis(oleh)
    ada: Topik | None = Topik.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if ada.penulis_id != penulis.pk:
            raise ValidationError(_TERPAKAI)
        return ada
    kategori = KategoriDiskusi.objects.select_for_update(of=("self",)).get(pk=kategori.pk)
    if not kategori.aktif:
        raise ValidationError("Kategori ini tidak menerima topik baru. Pilih kategori lain.")
    if jenis not in set(JenisTopik):
        raise ValidationError("Pilih jenis topik.")
    judul = " ".join(_rapi(judul, PANJANG_JUDUL, "Tulis judulnya.").split())
    isi = _rapi(isi, PANJANG_ISI, "Tulis isinya.")
    peran, kini = sebagai(penulis), sekarang()
    tahan = _ditahan(penulis, peran, f"{judul}\n{isi}", berlampiran=bool(berkas))
    topik: Topik = Topik.objects.create(
        kiriman=kiriman,
        penulis=penulis,
        sebagai=peran,
        kategori=kategori,
        jenis=jenis,
        judul=judul,
        isi=isi,
        keadaan=_MENUNGGU if tahan else _TAYANG,
        ditahan=tahan,
        dibuat=kini,
        aktivitas=kini,
    )
    simpan_lampiran(tumpukan, berkas, lambda: LampiranDiskusi(topik=topik), sebutan="Lampiran")
    catat(pelaku=penulis, aksi="forum.topik.kirim", objek=topik, sesudah={"keadaan": topik.keadaan, "ditahan": tahan})
    _kabari_bila_ditahan(topik)
    return topik


def kunci_topik(topik: Topik) -> Topik:
    """The topic with its category, locked."""
    terkunci: Topik = Topik.objects.select_for_update(of=("self",)).select_related("kategori").get(pk=topik.pk)
    return terkunci


def periksa_terbuka(topik: Topik) -> None:
    """Raise ``ValidationError`` where a topic takes no more words."""
    if topik.digabung_ke_id is not None:
        raise ValidationError("Topik ini sudah digabung dengan topik lain. Tulis di sana.")
    if topik.keadaan != _TAYANG:
        raise ValidationError("Topik ini sedang tidak tayang, jadi belum dapat dibalas.")
    if topik.status == StatusTopik.DITUTUP:
        raise ValidationError("Topik ini sudah ditutup. Mulai topik baru bila masih ada yang perlu dibahas.")


def sesudah_tayang(balasan: Balasan, topik: Topik) -> None:
    """A reply that others can read moves its topic up, and from «baru» to «dibahas»."""
    topik.aktivitas = max(topik.aktivitas, balasan.dibuat)
    if topik.status == StatusTopik.BARU and boleh_beralih_topik(topik.status, StatusTopik.DIBAHAS):
        topik.status = StatusTopik.DIBAHAS.value
    topik.save(update_fields=["aktivitas", "status"])


def kirim_balasan(*, kiriman: UUID, topik: Topik, oleh: Pengguna, isi: str, lampiran: Sequence[File] = ()) -> Balasan:
    """Store a reply; the same rules as for a topic."""
    berkas = _periksa(lampiran)
    with ExitStack() as tumpukan, transaction.atomic():
        return _simpan_balasan(tumpukan, berkas, kiriman=kiriman, topik=topik, oleh=oleh, isi=isi)


def _simpan_balasan(
    tumpukan: ExitStack, berkas: Sequence[BerkasDiperiksa], *, kiriman: UUID, topik: Topik, oleh: Pengguna, isi: str
) -> Balasan:
    penulis = _penulis(oleh)
    ada: Balasan | None = Balasan.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if (ada.penulis_id, ada.topik_id) != (penulis.pk, topik.pk):
            raise ValidationError(_TERPAKAI)
        return ada
    terkunci = kunci_topik(topik)
    periksa_terbuka(terkunci)
    isi = _rapi(isi, PANJANG_ISI, "Tulis balasan Anda.")
    peran = sebagai(penulis)
    tahan = _ditahan(penulis, peran, isi, berlampiran=bool(berkas))
    balasan: Balasan = Balasan.objects.create(
        kiriman=kiriman,
        topik=terkunci,
        penulis=penulis,
        sebagai=peran,
        isi=isi,
        keadaan=_MENUNGGU if tahan else _TAYANG,
        ditahan=tahan,
        dibuat=sekarang(),
    )
    simpan_lampiran(tumpukan, berkas, lambda: LampiranDiskusi(balasan=balasan), sebutan="Lampiran")
    if not tahan:
        sesudah_tayang(balasan, terkunci)
    catat(
        pelaku=penulis,
        aksi="forum.balasan.kirim",
        objek=balasan,
        sesudah={"keadaan": balasan.keadaan, "ditahan": tahan},
    )
    _kabari_bila_ditahan(balasan)
    return balasan


def _buka_suntingan(kiriman: T, oleh: Pengguna, dilihat: datetime | None) -> T:
    """The post, locked, if this person may edit it now and saw its present words."""
    _penulis(oleh)
    baris: T = type(kiriman).objects.select_for_update(of=("self",)).get(pk=kiriman.pk)
    if not boleh_menyunting(oleh, baris):
        raise PermissionDenied
    if baris.keadaan == KeadaanKiriman.DISEMBUNYIKAN:
        raise ValidationError("Kiriman yang disembunyikan tidak dapat disunting. Anda dapat mengajukan keberatan.")
    if not masih_dapat_disunting(baris.dibuat, sekarang()):
        raise ValidationError(
            f"Kiriman hanya dapat disunting {MENIT_SUNTING} menit. Tulis balasan untuk melengkapinya."
        )
    if baris.disunting_pada != dilihat:
        raise ValidationError("Kiriman ini sudah disunting di tempat lain. Periksa isi yang baru, lalu ulangi.")
    return baris


def _tahan_lagi(baris: Kiriman, oleh: Pengguna, teks: str) -> None:
    """Mark the edited post; one with a new sign waits (again) for a moderator."""
    tahan = _ditahan(oleh, baris.sebagai, teks)
    if set(tahan) - {SebabTahan.KIRIMAN_PERTAMA.value}:
        baris.keadaan = _MENUNGGU
        baris.ditahan = tahan
    baris.disunting_pada = sekarang()


@transaction.atomic
def sunting_topik(*, topik: Topik, oleh: Pengguna, dilihat: datetime | None, judul: str, isi: str) -> Topik:
    """Change the own words within the first minutes; what stood there before is kept.

    ``dilihat``: the moment of the last edit that the form showed, None for an untouched post.
    """
    baris = _buka_suntingan(topik, oleh, dilihat)
    judul = " ".join(_rapi(judul, PANJANG_JUDUL, "Tulis judulnya.").split())
    isi = _rapi(isi, PANJANG_ISI, "Tulis isinya.")
    if (judul, isi) == (baris.judul, baris.isi):
        return baris
    kini = sekarang()
    RiwayatKiriman.objects.create(topik=baris, judul=baris.judul, isi=baris.isi, sampai=kini)
    baris.judul, baris.isi = judul, isi
    _tahan_lagi(baris, oleh, f"{judul}\n{isi}")
    baris.save(update_fields=["judul", "isi", "disunting_pada", "keadaan", "ditahan"])
    catat(pelaku=oleh, aksi="forum.topik.sunting", objek=baris, sesudah={"keadaan": baris.keadaan})
    _kabari_bila_ditahan(baris)
    return baris


@transaction.atomic
def sunting_balasan(*, balasan: Balasan, oleh: Pengguna, dilihat: datetime | None, isi: str) -> Balasan:
    """The same for a reply."""
    baris = _buka_suntingan(balasan, oleh, dilihat)
    isi = _rapi(isi, PANJANG_ISI, "Tulis balasan Anda.")
    if isi == baris.isi:
        return baris
    RiwayatKiriman.objects.create(balasan=baris, isi=baris.isi, sampai=sekarang())
    baris.isi = isi
    _tahan_lagi(baris, oleh, isi)
    baris.save(update_fields=["isi", "disunting_pada", "keadaan", "ditahan"])
    catat(pelaku=oleh, aksi="forum.balasan.sunting", objek=baris, sesudah={"keadaan": baris.keadaan})
    _kabari_bila_ditahan(baris)
    return baris


@transaction.atomic
def dukung(*, topik: Topik, oleh: Pengguna, nyala: bool) -> bool:
    """Support a topic, or no longer; returns whether anything changed. An own topic needs no support of its author."""
    _penulis(oleh)
    terkunci = kunci_topik(topik)
    periksa_terbuka(terkunci)
    if terkunci.penulis_id == oleh.pk:
        raise ValidationError("Topik Anda sendiri tidak perlu Anda dukung.")
    ada = Dukungan.objects.filter(topik=terkunci, pengguna=oleh, dicabut_pada__isnull=True).first()
    if (ada is not None) == nyala:
        return False
    if ada is None:
        Dukungan.objects.create(topik=terkunci, pengguna=oleh)
    else:
        ada.dicabut_pada = sekarang()
        ada.save(update_fields=["dicabut_pada"])
    catat(pelaku=oleh, aksi=f"forum.topik.{'dukung' if nyala else 'cabut_dukungan'}", objek=terkunci)
    return True


def bersihkan_lampiran_yatim() -> int:
    """Remove stored files of posts that no row names; returns how many."""
    return bersihkan_yatim("diskusi", set(LampiranDiskusi.objects.values_list("berkas", flat=True)))
