"""Opening a locked survey again: one person asks with a reason, another one agrees.

The result of that lock stops being valid at once and stays as it was; its official documents are voided; the next lock
writes the next version. Evaluations that were made from it are not touched: they keep what they were made from, and
only an explicit run or correction reads the new figure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import batalkan
from rakumpit.waktu import format_tanggal, hari_ini, sekarang
from survei.enums import StatusSurvei
from survei.enums.buka_kembali import LABEL_STATUS_PERMINTAAN, StatusPermintaanBuka
from survei.models import HasilSurvei, PermintaanBuka, Survei
from survei.permissions import boleh_memutus_buka, boleh_menarik_buka, boleh_mengelola
from survei.proses.alasan import wajib_ditulis

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


PANJANG = 500


def _masih_terhitung(survei: Survei) -> None:
    """Without its answers a survey would be counted anew as an empty one."""
    if survei.jawaban_dihapus_pada is not None:
        raise ValidationError(
            "Jawaban survei ini sudah dihapus menurut masa simpan, jadi hasilnya tidak dapat dihitung ulang."
        )


@transaction.atomic
def minta_buka(*, survei: Survei, alasan: str, oleh: Pengguna) -> PermintaanBuka:
    """Ask that a locked survey be opened again. Raises ``PermissionDenied`` or ``ValidationError``."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan, "Tulis alasan membuka kembali.", panjang=PANJANG)
    terkunci = Survei.objects.select_for_update(of=("self",)).get(pk=survei.pk)
    if not terkunci.hitungan_final:
        raise ValidationError("Hanya survei yang sudah dikunci yang dapat dibuka kembali.")
    _masih_terhitung(terkunci)
    hasil = HasilSurvei.objects.berlaku().get(survei=terkunci)
    if hasil.permintaan_buka.filter(status=StatusPermintaanBuka.DIAJUKAN.value).exists():
        raise ValidationError("Permintaan membuka kembali survei ini sudah diajukan dan menunggu keputusan.")
    permintaan = PermintaanBuka.objects.create(hasil=hasil, alasan=alasan, diajukan_oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="survei.buka_kembali.minta",
        objek=permintaan,
        sesudah={"survei": str(terkunci.uuid), "versi": hasil.versi},
        keterangan=alasan,
    )
    return permintaan


def _menunggu(
    permintaan: PermintaanBuka, oleh: Pengguna, boleh: Callable[[Pengguna, PermintaanBuka], bool]
) -> tuple[PermintaanBuka, Survei]:
    """The request and its survey, locked as the other steps lock them, if this person may and it waits."""
    survei = Survei.objects.select_for_update(of=("self",)).select_related("unit").get(hasil=permintaan.hasil_id)
    baris = PermintaanBuka.objects.select_for_update(of=("self",)).select_related("hasil").get(pk=permintaan.pk)
    if not boleh(oleh, baris):
        raise PermissionDenied
    if baris.status != StatusPermintaanBuka.DIAJUKAN:
        kini = LABEL_STATUS_PERMINTAAN[StatusPermintaanBuka(baris.status)].lower()
        raise ValidationError(f"Permintaan ini sudah {kini}. Muat ulang halaman.")
    return baris, survei


def _putus(baris: PermintaanBuka, ke: StatusPermintaanBuka, oleh: Pengguna, catatan: str = "") -> None:
    baris.status, baris.diputus_oleh, baris.diputus_pada, baris.catatan = ke.value, oleh, sekarang(), catatan
    baris.save(update_fields=["status", "diputus_oleh", "diputus_pada", "catatan"])
    catat(
        pelaku=oleh,
        aksi=f"survei.buka_kembali.{ke.value}",
        objek=baris,
        sebelum={"status": StatusPermintaanBuka.DIAJUKAN.value},
        sesudah={"status": ke.value},
        keterangan=catatan,
    )


@transaction.atomic
def setujui_buka(*, permintaan: PermintaanBuka, oleh: Pengguna) -> Survei:
    """Agree: the survey stands closed again, its result is no longer valid, its documents are voided.

    It takes forms that were filled in before the closing, and imports, until the next lock. Raises
    ``PermissionDenied`` (also for the person who asked) or ``ValidationError``.
    """
    baris, survei = _menunggu(permintaan, oleh, boleh_memutus_buka)
    if not baris.hasil.berlaku or not survei.hitungan_final:
        raise ValidationError("Hasil ini sudah tidak berlaku. Muat ulang halaman.")
    _masih_terhitung(survei)
    _putus(baris, StatusPermintaanBuka.DISETUJUI, oleh)
    HasilSurvei.objects.filter(pk=baris.hasil_id).update(berlaku=False)
    dari, survei.status = survei.status, StatusSurvei.DITUTUP.value
    survei.save(update_fields=["status"])
    sebab = f"Hasil survei dibuka kembali {format_tanggal(hari_ini())}: {baris.alasan}"
    for dokumen in Dokumen.objects.tentang(survei).berlaku():
        batalkan(dokumen=dokumen, oleh=oleh, alasan=sebab)
    catat(
        pelaku=oleh,
        aksi="survei.survei.buka_kembali",
        objek=survei,
        sebelum={"status": dari, "versi": baris.hasil.versi},
        sesudah={"status": survei.status},
        keterangan=baris.alasan,
    )
    return survei


@transaction.atomic
def tolak_buka(*, permintaan: PermintaanBuka, catatan: str, oleh: Pengguna) -> None:
    """Refuse with a reason; nothing else changes."""
    baris, _ = _menunggu(permintaan, oleh, boleh_memutus_buka)
    _putus(baris, StatusPermintaanBuka.DITOLAK, oleh, wajib_ditulis(catatan, "Tulis alasan menolak.", panjang=PANJANG))


@transaction.atomic
def tarik_buka(*, permintaan: PermintaanBuka, oleh: Pengguna) -> None:
    """Take the own request back before it is decided."""
    baris, _ = _menunggu(permintaan, oleh, boleh_menarik_buka)
    _putus(baris, StatusPermintaanBuka.DITARIK, oleh)
