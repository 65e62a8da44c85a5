"""Reports of readers, decisions of moderators, and the author's one objection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from forum.enums.diskusi import PutusanKeberatan, TindakanModerasi
from forum.models import AlasanModerasi, Balasan, KeberatanModerasi, KeputusanModerasi, Penandaan, Topik
from forum.perhitungan.diskusi import KeadaanKiriman
from forum.permissions.diskusi import boleh_memutus_keberatan, boleh_memutus_kiriman
from forum.proses.diskusi import kabari_moderator, sesudah_tayang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.waktu import sekarang

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

T = TypeVar("T", Topik, Balasan)
PANJANG_CATATAN, PANJANG_KEBERATAN = 300, 1000
_KE = {
    TindakanModerasi.TERBITKAN: KeadaanKiriman.TAYANG,
    TindakanModerasi.SEMBUNYIKAN: KeadaanKiriman.DISEMBUNYIKAN,
    TindakanModerasi.BIARKAN: KeadaanKiriman.TAYANG,
    TindakanModerasi.PULIHKAN: KeadaanKiriman.TAYANG,
}
# From which states each decision is taken.
DARI = {
    TindakanModerasi.TERBITKAN: (KeadaanKiriman.MENUNGGU,),
    TindakanModerasi.SEMBUNYIKAN: (KeadaanKiriman.MENUNGGU, KeadaanKiriman.TAYANG),
    TindakanModerasi.BIARKAN: (KeadaanKiriman.TAYANG,),
    TindakanModerasi.PULIHKAN: (KeadaanKiriman.DISEMBUNYIKAN,),
}


def _medan(sasaran: Topik | Balasan) -> dict[str, Any]:
    return {"topik": sasaran} if isinstance(sasaran, Topik) else {"balasan": sasaran}


def _potong(teks: str, panjang: int) -> str:
    isi = " ".join(teks.split())
    if len(isi) > panjang:
        raise ValidationError(f"Catatan paling panjang {panjang} huruf.")
    return isi


@transaction.atomic
def tandai(*, kiriman: UUID, sasaran: Topik | Balasan, alasan: AlasanModerasi, catatan: str) -> Penandaan:
    """Report a post. Everybody may; who it was is not kept, not even in the audit. Sent twice, stored once."""
    catatan = _potong(catatan, PANJANG_CATATAN)
    if not alasan.aktif:
        raise ValidationError("Pilih salah satu alasan.")
    # The post is locked: a report and a decision at the same moment come one after the other.
    baris = type(sasaran).objects.select_for_update(of=("self",)).get(pk=sasaran.pk)
    ada = Penandaan.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        return ada
    if baris.keadaan != KeadaanKiriman.TAYANG:
        raise ValidationError("Kiriman ini sudah tidak tayang. Terima kasih atas perhatian Anda.")
    tanda = Penandaan.objects.create(kiriman=kiriman, alasan=alasan, catatan=catatan, **_medan(baris))
    catat(pelaku=None, aksi="forum.moderasi.tandai", objek=baris, sesudah={"alasan": alasan.kode})
    selesai = Penandaan.objects.filter(selesai_pada__isnull=False, **_medan(baris)).count()
    kabari_moderator(
        baris,
        kunci=f"forum.moderasi.tanda.{baris.uuid}.{selesai}",
        judul="Kiriman forum ditandai pembaca",
        isi=f"Pembaca menandai satu kiriman: {alasan.nama.lower()}. Buka antrean moderasi.",
    )
    return tanda


def _terapkan(
    baris: T, oleh: Pengguna, tindakan: TindakanModerasi, alasan: AlasanModerasi | None, catatan: str
) -> KeputusanModerasi:
    """Write a decision and what it does to the post; open reports about it are answered with it."""
    kini, sebelum = sekarang(), baris.keadaan
    baris.keadaan = _KE[tindakan].value
    baris.alasan = alasan if tindakan is TindakanModerasi.SEMBUNYIKAN else None
    baris.save(update_fields=["keadaan", "alasan"])
    keputusan = KeputusanModerasi.objects.create(
        tindakan=tindakan.value, alasan=baris.alasan, catatan=catatan, oleh=oleh, pada=kini, **_medan(baris)
    )
    Penandaan.objects.filter(selesai_pada__isnull=True, **_medan(baris)).update(selesai_pada=kini)
    if isinstance(baris, Balasan) and sebelum == KeadaanKiriman.MENUNGGU and baris.keadaan == KeadaanKiriman.TAYANG:
        sesudah_tayang(baris, Topik.objects.select_for_update(of=("self",)).get(pk=baris.topik_id))
    catat(
        pelaku=oleh,
        aksi=f"forum.moderasi.{tindakan.value}",
        objek=baris,
        sebelum={"keadaan": sebelum},
        sesudah={"keadaan": baris.keadaan, "alasan": baris.alasan.kode if baris.alasan else ""},
    )
    return keputusan


def _kabari(baris: Topik | Balasan, keputusan: KeputusanModerasi, judul: str, isi: str) -> None:
    if baris.penulis.is_active:
        kirim(
            penerima_id=baris.penulis_id,
            kunci=f"forum.moderasi.putus.{keputusan.uuid}",
            judul=judul,
            isi=isi,
            tautan=reverse("forum:warga_akun"),
        )


@transaction.atomic
def putuskan(
    *, sasaran: Topik | Balasan, oleh: Pengguna, tindakan: str, alasan: AlasanModerasi | None, catatan: str = ""
) -> KeputusanModerasi:
    """Decide about a post: let it through, leave it, hide it, or show it again; hiding needs a reason.

    The author learns the reason and how to object, never who decided or who reported.
    """
    catatan = _potong(catatan, PANJANG_CATATAN)
    baris = type(sasaran).objects.select_for_update(of=("self",)).select_related("penulis").get(pk=sasaran.pk)
    if not boleh_memutus_kiriman(oleh, baris):
        raise PermissionDenied
    if tindakan not in set(TindakanModerasi):
        raise ValidationError("Pilih salah satu keputusan.")
    dipilih = TindakanModerasi(tindakan)
    if baris.keadaan not in {satu.value for satu in DARI[dipilih]}:
        kini = baris.get_keadaan_display().lower()
        raise ValidationError(f"Kiriman ini sekarang {kini}, jadi keputusan itu tidak berlaku lagi.")
    if dipilih is TindakanModerasi.SEMBUNYIKAN and (alasan is None or not alasan.aktif):
        raise ValidationError("Pilih alasan menyembunyikan. Alasan itu disampaikan kepada penulis.")
    if dipilih is TindakanModerasi.PULIHKAN and not catatan:
        raise ValidationError("Tulis mengapa kiriman ini ditampilkan lagi.")
    keputusan = _terapkan(baris, oleh, dipilih, alasan, catatan)
    if dipilih is TindakanModerasi.SEMBUNYIKAN and alasan is not None:
        _kabari(
            baris,
            keputusan,
            "Kiriman Anda di forum disembunyikan",
            f"Alasannya: {alasan.nama.lower()}. {alasan.keterangan} {catatan}".strip()
            + " Anda dapat mengajukan keberatan satu kali di halaman akun forum Anda.",
        )
    elif dipilih is TindakanModerasi.TERBITKAN:
        _kabari(baris, keputusan, "Kiriman Anda di forum sudah tayang", "Terima kasih sudah menunggu.")
    return keputusan


@transaction.atomic
def ajukan_keberatan(*, keputusan: KeputusanModerasi, oleh: Pengguna, isi: str) -> KeberatanModerasi:
    """Object to the hiding of an own post: once for each decision, while the post is hidden by it."""
    baris = (
        KeputusanModerasi.objects.select_for_update(of=("self",))
        .select_related("topik", "balasan")
        .get(pk=keputusan.pk)
    )
    kiriman = baris.topik or baris.balasan
    assert kiriman is not None  # noqa: S101 - a constraint of the table
    if kiriman.penulis_id != oleh.pk or not oleh.is_active:
        raise PermissionDenied
    isi = _potong(isi, PANJANG_KEBERATAN)
    if not isi:
        raise ValidationError("Tulis keberatan Anda.")
    if KeberatanModerasi.objects.filter(keputusan=baris).exists():
        raise ValidationError("Keberatan atas keputusan ini sudah diajukan. Satu keputusan satu keberatan.")
    terakhir = KeputusanModerasi.objects.filter(topik=baris.topik, balasan=baris.balasan).order_by("-pk").first()
    if baris.tindakan != TindakanModerasi.SEMBUNYIKAN or terakhir != baris:
        raise ValidationError("Keputusan ini sudah tidak berlaku.")
    keberatan = KeberatanModerasi.objects.create(
        keputusan=baris, diputus_moderator_id=baris.oleh_id, isi=isi, diajukan_pada=sekarang()
    )
    catat(pelaku=oleh, aksi="forum.moderasi.keberatan", objek=keberatan)
    kabari_moderator(
        kiriman,
        kunci=f"forum.moderasi.keberatan.{keberatan.uuid}",
        judul="Penulis keberatan atas keputusan moderasi",
        isi="Satu keberatan menunggu diputus orang lain. Buka antrean moderasi.",
    )
    return keberatan


@transaction.atomic
def putus_keberatan(*, keberatan: KeberatanModerasi, oleh: Pengguna, terima: bool, catatan: str) -> KeberatanModerasi:
    """Decide an objection; a granted one shows the post again. Never by who hid it."""
    baris = (
        KeberatanModerasi.objects.select_for_update(of=("self",))
        .select_related("keputusan__topik__kategori", "keputusan__balasan__topik__kategori")
        .get(pk=keberatan.pk)
    )
    if not boleh_memutus_keberatan(oleh, baris):
        raise PermissionDenied
    if baris.putusan != PutusanKeberatan.MENUNGGU:
        raise ValidationError("Keberatan ini sudah diputus.")
    catatan = _potong(catatan, PANJANG_CATATAN)
    if not catatan:
        raise ValidationError("Tulis penjelasannya. Penjelasan itu dibaca penulis.")
    baris.putusan = (PutusanKeberatan.DITERIMA if terima else PutusanKeberatan.DITOLAK).value
    baris.catatan, baris.diputus_oleh, baris.diputus_pada = catatan, oleh, sekarang()
    baris.save(update_fields=["putusan", "catatan", "diputus_oleh", "diputus_pada"])
    lama = baris.keputusan.topik or baris.keputusan.balasan
    assert lama is not None  # noqa: S101 - a constraint of the table
    kiriman = type(lama).objects.select_for_update(of=("self",)).select_related("penulis").get(pk=lama.pk)
    catat(pelaku=oleh, aksi="forum.moderasi.putus_keberatan", objek=baris, sesudah={"putusan": baris.putusan})
    if terima and kiriman.keadaan == KeadaanKiriman.DISEMBUNYIKAN:
        _terapkan(kiriman, oleh, TindakanModerasi.PULIHKAN, None, catatan)
    if kiriman.penulis.is_active:
        kirim(
            penerima_id=kiriman.penulis_id,
            kunci=f"forum.moderasi.keberatan.putus.{baris.uuid}",
            judul=f"Keberatan Anda {'diterima' if terima else 'ditolak'}",
            isi=catatan,
            tautan=reverse("forum:warga_akun"),
        )
    return baris
