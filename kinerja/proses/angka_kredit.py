"""Setting and voiding angka kredit, and recording what a person brought along."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import (
    AturanAngkaKredit,
    Evaluasi,
    KoefisienJenjang,
    PenetapanAngkaKredit,
    SaldoAwalAngkaKredit,
)
from kinerja.perhitungan import JenjangFungsional
from kinerja.perhitungan.angka_kredit import bulan_utuh
from kinerja.perhitungan.tenggat import akhir_bulan
from kinerja.permissions import boleh_memutuskan
from kinerja.permissions.angka_kredit import boleh_membatalkan, boleh_mencatat_saldo, tugas_fungsional
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.ringkasan.angka_kredit import bulan_tersedia
from rakumpit.audit.models import catat
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import batalkan
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


@transaction.atomic
def tetapkan_angka_kredit(*, evaluasi: Evaluasi, oleh: Pengguna, mulai: date, sampai: date) -> PenetapanAngkaKredit:
    """Turn whole months of a final evaluation into angka kredit.

    ``mulai`` and ``sampai`` are any days of the first and the last month. One jenjang for all of these months, none of
    them counted before. ProsesDitolak.
    """
    # The person's lock makes two who set the same months wait for each other.
    Pegawai.objects.select_for_update(no_key=True).get(pk=evaluasi.pegawai_id)
    kini = Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak("Angka kredit ditetapkan oleh pejabat penilai pegawai ini.")
    if kini.status != StatusEvaluasi.DITETAPKAN.value or not kini.terbaru:
        raise ProsesDitolak("Angka kredit dihitung dari hasil terbaru yang sudah ditetapkan.")
    baru = _susun(kini, mulai.replace(day=1), akhir_bulan(sampai), oleh)
    with tolak_kembar(
        "penetapanak_sekali_per_bulan", "Bulan itu sudah dihitung angka kreditnya. Muat ulang halaman ini."
    ):
        baru.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.angka_kredit.tetapkan",
        objek=baru,
        sesudah={
            "jenjang": baru.jenjang,
            "mulai": baru.mulai,
            "selesai": baru.selesai,
            "predikat": baru.predikat,
            "persen": baru.persen,
            "koefisien": baru.koefisien,
        },
    )
    if kini.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=kini.pegawai.pengguna_id,
            kunci=f"angka-kredit:{baru.uuid}",
            judul=f"Angka kredit dari {kini.periode} sudah ditetapkan",
            tautan="/kinerja/angka-kredit/",
        )
    return baru


def _susun(evaluasi: Evaluasi, awal: date, akhir: date, oleh: Pengguna) -> PenetapanAngkaKredit:
    """The row of these whole months, by the table that was in force in all of them."""
    jenjang = _jenjang_semua(evaluasi, awal, akhir)
    aturan = _aturan(awal, akhir)
    koefisien = KoefisienJenjang.objects.filter(aturan=aturan, jenjang=jenjang.value).first()
    if koefisien is None:
        raise ProsesDitolak(f"Koefisien jenjang ini belum ada dalam aturan «{aturan}». Beri tahu pengelola kinerja.")
    return PenetapanAngkaKredit(
        pegawai_id=evaluasi.pegawai_id,
        evaluasi=evaluasi,
        aturan=aturan,
        jenjang=jenjang.value,
        mulai=awal,
        selesai=akhir,
        bulan=len(bulan_utuh(awal, akhir)),
        predikat=evaluasi.predikat,
        persen=aturan.persen(evaluasi.predikat),
        koefisien=koefisien.koefisien,
        ditetapkan_oleh=oleh,
        ditetapkan_pada=timezone.now(),
    )


def _jenjang_semua(evaluasi: Evaluasi, awal: date, akhir: date) -> JenjangFungsional:
    """The one jenjang of all months; refused where a month cannot be counted, with the reason."""
    if akhir < awal:
        raise ProsesDitolak("Bulan terakhir mendahului bulan pertama.")
    tersedia = {satu.bulan: satu.jenjang for satu in bulan_tersedia(evaluasi)}
    diminta = bulan_utuh(awal, akhir)
    if not set(diminta) <= set(tersedia):
        raise ProsesDitolak(
            "Ada bulan yang tidak dapat dihitung: di luar periode ini, bukan dalam jabatan fungsional sebulan penuh, "
            "atau sudah dihitung. Pilih bulan dari daftar."
        )
    jenjang = {tersedia[bulan] for bulan in diminta}
    if len(jenjang) != 1:
        raise ProsesDitolak("Jenjang berubah dalam bulan-bulan itu. Tetapkan tiap jenjang tersendiri.")
    return jenjang.pop()


def _aturan(awal: date, akhir: date) -> AturanAngkaKredit:
    try:
        aturan: AturanAngkaKredit = AturanAngkaKredit.objects.pada(awal)
        if aturan != AturanAngkaKredit.objects.pada(akhir):
            raise ProsesDitolak("Aturan angka kredit berganti dalam bulan-bulan itu. Tetapkan bagiannya tersendiri.")
    except LookupError as galat:
        raise ProsesDitolak(str(galat)) from galat
    return aturan


@transaction.atomic
def batalkan_angka_kredit(*, penetapan: PenetapanAngkaKredit, oleh: Pengguna, alasan: str) -> PenetapanAngkaKredit:
    """Void what was set, for instance because its evaluation was corrected; the person is told.

    Its months can be set again.
    """
    kini: PenetapanAngkaKredit = PenetapanAngkaKredit.objects.select_for_update().get(pk=penetapan.pk)
    if kini.dibatalkan_pada is not None:
        raise ProsesDitolak("Penetapan ini sudah dibatalkan.")
    if not boleh_membatalkan(oleh, kini):
        raise ProsesDitolak("Penetapan angka kredit dibatalkan oleh pejabat penilai pegawai ini.")
    alasan = wajib_diisi(alasan, "Tulis alasan pembatalan.")
    kini.batalkan(oleh=oleh, alasan=alasan)
    catat(pelaku=oleh, aksi="kinerja.angka_kredit.batalkan", objek=kini, keterangan=alasan)
    for satu in Dokumen.objects.tentang(kini).berlaku():
        batalkan(dokumen=satu, oleh=oleh, alasan=alasan)
    if kini.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=kini.pegawai.pengguna_id,
            kunci=f"angka-kredit-batal:{kini.uuid}",
            judul=f"Angka kredit dari {kini.evaluasi.periode} dibatalkan",
            isi=alasan,
            tautan="/kinerja/angka-kredit/",
        )
    return kini


@transaction.atomic
def catat_saldo_awal(
    *, pegawai: Pegawai, oleh: Pengguna, jenjang: str, nilai: Decimal, per_tanggal: date, surat_nomor: str
) -> SaldoAwalAngkaKredit:
    """Copy an earlier balance from its letter; a later record for the same jenjang replaces it in the sum."""
    orang = Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)
    if not boleh_mencatat_saldo(oleh, orang):
        raise ProsesDitolak("Saldo awal dicatat pengelola kinerja, dan bukan untuk dirinya sendiri.")
    if not tugas_fungsional().filter(pegawai=orang).exists():
        raise ProsesDitolak("Angka kredit hanya untuk pejabat fungsional.")
    surat_nomor = wajib_diisi(surat_nomor, "Isi nomor surat penetapan.")
    if per_tanggal > hari_ini():
        raise ProsesDitolak("Tanggal saldo belum tiba.")
    if nilai < 0 or nilai >= 10_000:
        raise ProsesDitolak("Angka kredit paling kecil 0 dan kurang dari 10.000.")
    if PenetapanAngkaKredit.objects.berlaku().filter(pegawai=orang, jenjang=jenjang, mulai__lte=per_tanggal).exists():
        raise ProsesDitolak("Sebagian masa itu sudah ditetapkan di sini. Pilih tanggal sebelum penetapan pertama.")
    isian = {
        "jenjang": JenjangFungsional(jenjang).value,
        "nilai": nilai,
        "per_tanggal": per_tanggal,
        "surat_nomor": surat_nomor[:100],
    }
    terakhir = SaldoAwalAngkaKredit.objects.filter(pegawai=orang, jenjang=isian["jenjang"]).first()
    if terakhir is not None and all(getattr(terakhir, nama) == satu for nama, satu in isian.items()):
        raise ProsesDitolak("Saldo awal ini sudah tercatat.")
    baru = SaldoAwalAngkaKredit.objects.create(pegawai=orang, dicatat_oleh=oleh, **isian)
    catat(pelaku=oleh, aksi="kinerja.angka_kredit.saldo_awal", objek=baru, sesudah=isian)
    return baru
