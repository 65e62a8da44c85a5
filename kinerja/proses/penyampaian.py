"""Delivery of a final result: told at once to who has an account, recorded from signed paper for the others."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from kinerja.enums import CaraPenyampaian
from kinerja.models import AturanTindakLanjut, Evaluasi, HasilDiterima, Keberatan
from kinerja.perhitungan import LABEL_PREDIKAT, Predikat, hari_terakhir
from kinerja.permissions import akun_aktif, boleh_mencatat_di_kertas, pejabat_pemutus, peta_atasan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.pindaian import pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


def sampaikan(*, evaluasi: Evaluasi, dapat_keberatan: bool) -> HasilDiterima:
    """Deliver a row that has just become final; a part of that transaction and of its audit entry.

    Who has no account waits for the paper (``catat_penyampaian``). ``dapat_keberatan`` is False for the answer to an
    objection, which is final (PP 30/2019 Pasal 59).
    """
    hari, pegawai = hari_ini(), evaluasi.pegawai
    penyampaian = HasilDiterima(evaluasi=evaluasi, siap_pada=hari)
    if dapat_keberatan:
        peta = peta_atasan()
        pemutus = pejabat_pemutus(evaluasi, peta)
        penyampaian.unit_penilai_id = peta.unit_dari(pemutus) if pemutus is not None else None
    akun = akun_aktif(pegawai)
    if akun is not None:
        penyampaian.cara = CaraPenyampaian.APLIKASI.value
        _hitung_batas(penyampaian, hari, dapat_keberatan=dapat_keberatan)
    penyampaian.save()
    if akun is not None:
        batas = penyampaian.batas_keberatan
        kirim(
            penerima_id=akun.pk,
            kunci=f"evaluasi-ditetapkan:{evaluasi.uuid}",
            judul=f"Penilaian kinerja {evaluasi.periode} sudah ditetapkan",
            isi=f"Predikat: {LABEL_PREDIKAT[Predikat(evaluasi.predikat)]}. "
            + (f"Keberatan dapat diajukan sampai {format_tanggal(batas)}." if batas else "Keputusan ini final."),
            tautan=f"/kinerja/evaluasi/{evaluasi.uuid}/",
        )
    return penyampaian


def _hitung_batas(penyampaian: HasilDiterima, tanggal: date, *, dapat_keberatan: bool) -> None:
    try:
        aturan: AturanTindakLanjut = AturanTindakLanjut.objects.pada(tanggal)
    except LookupError as galat:
        raise ProsesDitolak(str(galat)) from galat
    penyampaian.aturan, penyampaian.disampaikan_pada = aturan, tanggal
    if dapat_keberatan:
        # Never more than three weeks off in a row, so this span always holds enough working days.
        libur = libur_antara(tanggal, tanggal + timedelta(days=2 * aturan.hari_keberatan + 40))
        penyampaian.batas_keberatan = hari_terakhir(
            tanggal, aturan.hari_keberatan, hari_kerja=aturan.hari_kerja, libur=libur
        )


@transaction.atomic
def terima_hasil(*, evaluasi: Evaluasi, oleh: Pengguna) -> HasilDiterima:
    """The employee says «sudah membaca». It neither shortens the days for an objection nor gives them up."""
    if evaluasi.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Hasil diterima hanya oleh pegawai yang dinilai.")
    penyampaian = _kunci(evaluasi)
    if penyampaian.diterima_pada is not None:
        raise ProsesDitolak(f"Hasil ini sudah Anda terima pada {format_tanggal(penyampaian.diterima_pada)}.")
    if penyampaian.cara != CaraPenyampaian.APLIKASI.value:
        raise ProsesDitolak("Hasil ini disampaikan di atas kertas; tanda terimanya sudah disimpan pengelola kinerja.")
    penyampaian.diterima_pada = timezone.now()
    penyampaian.save(update_fields=["diterima_pada"])
    catat(
        pelaku=oleh,
        aksi="kinerja.penyampaian.terima",
        objek=penyampaian,
        sesudah={"diterima_pada": penyampaian.diterima_pada},
    )
    return penyampaian


@transaction.atomic
def catat_penyampaian(*, evaluasi: Evaluasi, oleh: Pengguna, tanggal: date, pindaian: File | None) -> HasilDiterima:
    """Record that the result was handed over on paper on ``tanggal``, with the scan of the signed receipt.

    For people without an account, and for those who have one but have not opened the result there: then the days run
    anew from the paper, never from an earlier day.
    """
    if not boleh_mencatat_di_kertas(oleh, evaluasi.pegawai):
        raise ProsesDitolak("Hanya pengelola kinerja yang mencatat penyampaian, dan bukan untuk hasilnya sendiri.")
    penyampaian = _kunci(evaluasi)
    if penyampaian.cara == CaraPenyampaian.KERTAS.value:
        raise ProsesDitolak("Penyampaian hasil ini sudah dicatat.")
    if penyampaian.diterima_pada is not None or Keberatan.objects.filter(evaluasi=evaluasi).exists():
        raise ProsesDitolak("Pegawai sudah menerima hasil ini di aplikasi; tidak perlu dicatat di atas kertas.")
    paling_awal = penyampaian.disampaikan_pada or penyampaian.siap_pada
    if not paling_awal <= tanggal <= hari_ini():
        raise ProsesDitolak(
            f"Tanggal terima harus antara {format_tanggal(paling_awal)} dan hari ini, {format_tanggal(hari_ini())}."
        )
    dapat_keberatan = not Keberatan.objects.filter(evaluasi_baru=evaluasi).exists()
    penyampaian.cara, penyampaian.dicatat_oleh = CaraPenyampaian.KERTAS.value, oleh
    _hitung_batas(penyampaian, tanggal, dapat_keberatan=dapat_keberatan)
    with pindaian_tersimpan(penyampaian.pindaian, pindaian):
        penyampaian.save()
        catat(
            pelaku=oleh,
            aksi="kinerja.penyampaian.catat",
            objek=penyampaian,
            sesudah={
                "cara": penyampaian.cara,
                "disampaikan_pada": tanggal,
                "batas_keberatan": penyampaian.batas_keberatan,
            },
        )
    return penyampaian


def _kunci(evaluasi: Evaluasi) -> HasilDiterima:
    """The delivery, locked after its evaluation, as everywhere: objections lock the evaluation too."""
    Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)
    penyampaian = HasilDiterima.objects.select_for_update(of=("self",)).filter(evaluasi=evaluasi).first()
    if penyampaian is None:
        raise ProsesDitolak("Hasil ini belum ditetapkan, jadi belum dapat disampaikan.")
    return penyampaian
