"""What the office does about a topic: official answer, status, merging."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from forum.enums.diskusi import LABEL_STATUS_TOPIK
from forum.models import JawabanResmi, Topik
from forum.models.diskusi import PANJANG_ISI
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik, boleh_beralih_topik
from forum.permissions.diskusi import boleh_menjawab, sebagai
from forum.proses.diskusi import kunci_topik
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import sekarang


def _buka(topik: Topik, oleh: Pengguna) -> Topik:
    terkunci = kunci_topik(topik)
    if not boleh_menjawab(oleh, terkunci):
        raise PermissionDenied
    if terkunci.digabung_ke_id is not None:
        raise ValidationError("Topik ini sudah digabung dengan topik lain. Kerjakan di sana.")
    return terkunci


def kabari_penulis(topik: Topik, *, kunci: str, judul: str, isi: str) -> None:
    """Tell the author of a topic; the words are those of the office alone."""
    if topik.penulis.is_active:
        tautan = reverse("forum:diskusi_topik", args=[topik.uuid])
        kirim(penerima_id=topik.penulis_id, kunci=kunci, judul=judul, isi=isi, tautan=tautan)


@transaction.atomic
def jawab(*, kiriman: UUID, topik: Topik, oleh: Pengguna, isi: str) -> JawabanResmi:
    """Answer officially. A second answer is the next version and takes the place of the first, which stays readable."""
    terkunci = _buka(topik, oleh)
    ada: JawabanResmi | None = JawabanResmi.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if (ada.oleh_id, ada.topik_id) != (oleh.pk, terkunci.pk):
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu tulis lagi.")
        return ada
    if terkunci.keadaan != KeadaanKiriman.TAYANG:
        raise ValidationError("Topik ini sedang tidak tayang, jadi belum dapat dijawab.")
    if terkunci.status == StatusTopik.DITUTUP:
        raise ValidationError("Topik ini sudah ditutup. Buka lagi dulu bila jawabannya perlu diperbaiki.")
    isi = isi.replace("\r\n", "\n").strip()
    if not isi:
        raise ValidationError("Tulis jawabannya.")
    if len(isi) > PANJANG_ISI:
        raise ValidationError(f"Jawaban ini {len(isi)} huruf. Pendekkan sampai {PANJANG_ISI} huruf.")
    terakhir = JawabanResmi.objects.filter(topik=terkunci).aggregate(versi=Max("versi"))["versi"] or 0
    JawabanResmi.objects.filter(topik=terkunci, berlaku=True).update(berlaku=False)
    jawaban: JawabanResmi = JawabanResmi.objects.create(
        kiriman=kiriman,
        topik=terkunci,
        versi=terakhir + 1,
        isi=isi,
        unit_id=terkunci.kategori.unit_id,
        sebagai=sebagai(oleh),
        oleh=oleh,
        pada=sekarang(),
    )
    sebelum = terkunci.status
    if boleh_beralih_topik(terkunci.status, StatusTopik.DIJAWAB):
        terkunci.status = StatusTopik.DIJAWAB.value
    terkunci.aktivitas = jawaban.pada
    terkunci.save(update_fields=["status", "aktivitas"])
    catat(
        pelaku=oleh,
        aksi="forum.topik.jawab",
        objek=terkunci,
        sebelum={"status": sebelum},
        sesudah={"status": terkunci.status, "versi": jawaban.versi},
    )
    kabari_penulis(
        terkunci,
        kunci=f"forum.diskusi.jawab.{jawaban.uuid}",
        judul="Topik Anda di forum sudah dijawab",
        isi="Kantor menjawab topik Anda. Buka topiknya untuk membaca jawabannya.",
    )
    return jawaban


@transaction.atomic
def alihkan(*, topik: Topik, oleh: Pengguna, dilihat: str, ke: str, tautan_tindak: str = "", alasan: str = "") -> Topik:
    """Set the status: «ditindaklanjuti» with a web address, «ditutup» with a reason, or open again.

    ``dilihat`` is the status that the form showed. An answer is given by ``jawab`` alone.
    """
    terkunci = _buka(topik, oleh)
    if terkunci.status != dilihat:
        kini = LABEL_STATUS_TOPIK[StatusTopik(terkunci.status)].lower()
        raise ValidationError(f"Topik ini sekarang berstatus {kini}. Periksa dulu, lalu ulangi.")
    if ke not in {StatusTopik.DIBAHAS, StatusTopik.DITINDAKLANJUTI, StatusTopik.DITUTUP} or not boleh_beralih_topik(
        terkunci.status, StatusTopik(ke)
    ):
        raise ValidationError("Status itu tidak dapat dipilih dari status sekarang.")
    sebelum: dict[str, Any] = {"status": terkunci.status}
    terkunci.alasan_tutup = ""
    if ke == StatusTopik.DITINDAKLANJUTI:
        terkunci.tautan_tindak = _tautan(tautan_tindak)
    elif ke == StatusTopik.DITUTUP:
        terkunci.alasan_tutup = " ".join(alasan.split())
        if not terkunci.alasan_tutup:
            raise ValidationError("Tulis alasan menutup topik. Alasan itu dibaca semua orang.")
        if len(terkunci.alasan_tutup) > 300:
            raise ValidationError("Alasan paling panjang 300 huruf.")
    terkunci.status = ke
    terkunci.aktivitas = sekarang()
    terkunci.save(update_fields=["status", "tautan_tindak", "alasan_tutup", "aktivitas"])
    catat(pelaku=oleh, aksi="forum.topik.alihkan", objek=terkunci, sebelum=sebelum, sesudah={"status": ke})
    kabari_penulis(
        terkunci,
        kunci=f"forum.diskusi.status.{terkunci.uuid}.{terkunci.aktivitas:%Y%m%d%H%M%S}",
        judul="Status topik Anda di forum berubah",
        isi=f"Topik Anda sekarang: {LABEL_STATUS_TOPIK[StatusTopik(ke)].lower()}.",
    )
    return terkunci


def _tautan(teks: str) -> str:
    teks = teks.strip()
    try:
        URLValidator(schemes=["http", "https"])(teks)
    except ValidationError:
        raise ValidationError("Tulis tautan tindak lanjut yang lengkap, diawali https://.") from None
    if len(teks) > 300:
        raise ValidationError("Tautan paling panjang 300 huruf.")
    return teks


@transaction.atomic
def gabung(*, topik: Topik, ke: Topik, oleh: Pengguna) -> Topik:
    """Merge a duplicate into another topic; both name each other, replies stay where they were written.

    What was merged into the duplicate before now leads to the other one, so that no chain grows.
    """
    # Always locked in the same order, so that two merges against each other cannot wait for each other.
    terkunci = {
        satu.pk: satu
        for satu in Topik.objects.select_for_update(of=("self",))
        .select_related("kategori")
        .filter(pk__in=[topik.pk, ke.pk])
        .order_by("pk")
    }
    asal: Topik = terkunci[topik.pk]
    tujuan: Topik = terkunci[ke.pk]
    if not boleh_menjawab(oleh, asal) or not boleh_menjawab(oleh, tujuan):
        raise PermissionDenied
    if asal.pk == tujuan.pk:
        raise ValidationError("Pilih topik lain. Topik tidak dapat digabung dengan dirinya sendiri.")
    if asal.digabung_ke_id is not None:
        raise ValidationError("Topik ini sudah digabung.")
    if tujuan.digabung_ke_id is not None or tujuan.keadaan != KeadaanKiriman.TAYANG:
        raise ValidationError("Topik tujuan tidak tayang atau sudah digabung. Pilih topik lain.")
    asal.digabung_ke = tujuan
    asal.save(update_fields=["digabung_ke"])
    Topik.objects.filter(digabung_ke=asal).update(digabung_ke=tujuan)
    catat(pelaku=oleh, aksi="forum.topik.gabung", objek=asal, sesudah={"digabung_ke": str(tujuan.uuid)})
    kabari_penulis(
        asal,
        kunci=f"forum.diskusi.gabung.{asal.uuid}",
        judul="Topik Anda di forum digabung",
        isi="Topik Anda sama dengan topik lain, jadi keduanya digabung. Tautannya ada di topik Anda.",
    )
    return asal
