"""What the office says about a practice: written, mended for some minutes, hidden with a reason."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pelatihan.models import AturanPraktik, KomentarPraktik, PraktikBaik
from pelatihan.perhitungan.praktik import TERBIT, KeadaanKomentar, masih_dapat_disunting
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import boleh_menulis, boleh_menyunting
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.praktik import kunci_praktik
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini, sekarang

PANJANG_KOMENTAR = 2000


def _isi(teks: str) -> str:
    teks = teks.replace("\r\n", "\n").strip()
    if not teks:
        raise ProsesDitolak("Tulis komentar Anda.")
    if len(teks) > PANJANG_KOMENTAR:
        raise ProsesDitolak(f"Komentar Anda {len(teks)} huruf. Pendekkan sampai {PANJANG_KOMENTAR} huruf.")
    return teks


@transaction.atomic
def tulis_komentar(*, kiriman: UUID, praktik: PraktikBaik, oleh: Pengguna, isi: str) -> KomentarPraktik:
    """Comment on what is in the library. ``kiriman`` is made by the form: sent twice, stored once."""
    baris = kunci_praktik(praktik)
    ada: KomentarPraktik | None = KomentarPraktik.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if (ada.penulis_id, ada.praktik_id) != (oleh.pk, baris.pk):
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu tulis lagi.")
        return ada
    if not boleh_menulis(oleh):
        raise ProsesDitolak("Komentar ditulis oleh orang kantor ini.")
    if baris.status not in {satu.value for satu in TERBIT}:
        raise ProsesDitolak(f"Praktik ini {baris.get_status_display().lower()}, jadi belum menerima komentar.")
    komentar = KomentarPraktik.objects.create(
        kiriman=kiriman, praktik=baris, penulis=oleh, isi=_isi(isi), dibuat=sekarang()
    )
    catat(pelaku=oleh, aksi="pelatihan.praktik.komentar", objek=baris, sesudah={"komentar": str(komentar.uuid)})
    if baris.dibuat_oleh_id != oleh.pk:
        kirim(
            penerima_id=baris.dibuat_oleh_id,
            kunci=f"pelatihan-praktik-komentar-{komentar.uuid}",
            judul=f"Komentar baru: {baris.judul}",
            tautan=baris.get_absolute_url(),
        )
    return komentar


def menit_sunting() -> int:
    """How long a comment may be mended, by the rule of today."""
    return AturanPraktik.pada(hari_ini()).menit_sunting


@transaction.atomic
def sunting_komentar(
    *, komentar: KomentarPraktik, oleh: Pengguna, isi: str, dilihat: datetime | None
) -> KomentarPraktik:
    """Mend the own words within the first minutes; the older ones stay in the audit trail.

    ``dilihat``: the moment of the last edit that the form showed, None for an untouched comment.
    """
    baris: KomentarPraktik = KomentarPraktik.objects.select_for_update(of=("self",)).get(pk=komentar.pk)
    if not boleh_menyunting(oleh, baris):
        raise ProsesDitolak("Komentar hanya disunting penulisnya.")
    if baris.keadaan != KeadaanKomentar.TAYANG.value:
        raise ProsesDitolak("Komentar ini disembunyikan, jadi tidak dapat disunting.")
    menit = menit_sunting()
    if not masih_dapat_disunting(baris.dibuat, sekarang(), menit):
        raise ProsesDitolak(f"Komentar hanya dapat disunting {menit} menit. Tulis komentar baru untuk melengkapinya.")
    if baris.disunting_pada != dilihat:
        raise ProsesDitolak("Komentar ini sudah disunting di tempat lain. Periksa isi yang baru, lalu ulangi.")
    baru = _isi(isi)
    if baru == baris.isi:
        return baris
    lama, baris.isi, baris.disunting_pada = baris.isi, baru, sekarang()
    baris.save(update_fields=["isi", "disunting_pada"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.praktik.komentar.sunting",
        objek=baris,
        sebelum={"isi": lama},
        sesudah={"isi": baru},
    )
    return baris


@transaction.atomic
def sembunyikan_komentar(*, komentar: KomentarPraktik, oleh: Pengguna, alasan: str) -> KomentarPraktik:
    """Hide a comment from the office with a reason that its author reads."""
    alasan = wajib_diisi(alasan, "Tulis alasan menyembunyikan. Penulisnya membacanya.")
    baris: KomentarPraktik = (
        KomentarPraktik.objects.select_for_update(of=("self",)).select_related("praktik").get(pk=komentar.pk)
    )
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Komentar disembunyikan oleh pengelola.")
    if baris.keadaan != KeadaanKomentar.TAYANG.value:
        raise ProsesDitolak("Komentar ini sudah disembunyikan.")
    baris.keadaan, baris.alasan, baris.disembunyikan_oleh = KeadaanKomentar.DISEMBUNYIKAN.value, alasan, oleh
    baris.save(update_fields=["keadaan", "alasan", "disembunyikan_oleh"])
    catat(pelaku=oleh, aksi="pelatihan.praktik.komentar.sembunyi", objek=baris, keterangan=alasan)
    if baris.penulis_id != oleh.pk:
        kirim(
            penerima_id=baris.penulis_id,
            kunci=f"pelatihan-praktik-komentar-{baris.uuid}-sembunyi",
            judul=f"Komentar Anda disembunyikan: {baris.praktik.judul}",
            isi=alasan,
            tautan=baris.praktik.get_absolute_url(),
        )
    return baris
