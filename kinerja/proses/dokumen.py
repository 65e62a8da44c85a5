"""Official documents of performance management: previews, issuing, and what a correction does to them.

A preview is made anew with every look and stored nowhere; each of its pages says that it is none. Issued documents are
kept by ``rakumpit.dokumen``: the same content again is the same file, changed content the next version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import models, transaction

from kinerja.enums import StatusEvaluasi
from kinerja.models import SKP, Evaluasi, PenetapanAngkaKredit
from kinerja.perhitungan import LABEL_PREDIKAT, Predikat
from kinerja.permissions.dokumen import boleh_menerbitkan_evaluasi, boleh_menerbitkan_skp
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.isi_dokumen import data_dokumen_evaluasi, data_evaluasi, data_skp, rentang
from kinerja.proses.isi_dokumen_lain import data_angka_kredit, data_mph
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import Fakta, batalkan, terbitkan
from rakumpit.dokumen.susun import Bingkai, SusunGagal, susun_pdf
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class Cetakan:
    """Everything of one document but its code: ``tentang`` is the row whose versions it counts."""

    jenis: str
    judul: str
    templat: str
    data: Mapping[str, object]
    fakta: Fakta
    tentang: models.Model


def pratinjau_skp(skp: SKP) -> bytes:
    """The plan in any state as a marked preview (PDF). ProsesDitolak: too long to print."""
    return pratinjau(_cetakan_skp(skp))


def terbitkan_skp(*, skp: SKP, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue the SKP with its lampiran, once it is approved. ProsesDitolak."""
    if not boleh_menerbitkan_skp(oleh, skp):
        raise ProsesDitolak("SKP dicetak oleh pemiliknya, pejabat penilainya, atau pengelola kinerja.")
    kini = SKP.objects.select_related("pegawai__pengguna", "penilai", "penilai_luar").get(pk=skp.pk)
    if not kini.disetujui:
        raise ProsesDitolak("SKP dicetak setelah disetujui. Sebelum itu, unduh pratinjaunya.")
    return cetak(_cetakan_skp(kini), oleh)


def pratinjau_mph(skp: SKP) -> bytes:
    """Matriks peran hasil of the owner of a plan, as a marked preview (PDF)."""
    return pratinjau(_cetakan_mph(skp))


def terbitkan_mph(*, skp: SKP, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue the matriks peran hasil of a pimpinan whose plan is approved. ProsesDitolak."""
    if not boleh_menerbitkan_skp(oleh, skp):
        raise ProsesDitolak("Matriks peran hasil dicetak oleh pemiliknya, pejabat penilainya, atau pengelola kinerja.")
    if not skp.disetujui:
        raise ProsesDitolak("Matriks peran hasil dicetak setelah SKP pimpinan disetujui.")
    cetakan = _cetakan_mph(skp)
    if not cetakan.data["baris"]:
        raise ProsesDitolak("Belum ada pegawai yang mendukung hasil kerja pimpinan ini.")
    return cetak(cetakan, oleh)


def pratinjau_evaluasi(evaluasi: Evaluasi) -> bytes:
    """The evaluation as decided so far, as a marked preview (PDF)."""
    return pratinjau(_cetakan_evaluasi(evaluasi))


def terbitkan_evaluasi(*, evaluasi: Evaluasi, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue the form Evaluasi Kinerja Pegawai of a final row. ProsesDitolak."""
    return cetak(_cetakan_evaluasi(_evaluasi_final(evaluasi, oleh)), oleh)


def pratinjau_dokumen_evaluasi(evaluasi: Evaluasi) -> bytes:
    """The one-page Dokumen Evaluasi Kinerja as a marked preview (PDF)."""
    return pratinjau(_cetakan_dokumen_evaluasi(evaluasi))


def terbitkan_dokumen_evaluasi(*, evaluasi: Evaluasi, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue the one-page Dokumen Evaluasi Kinerja of a final row. ProsesDitolak."""
    return cetak(_cetakan_dokumen_evaluasi(_evaluasi_final(evaluasi, oleh)), oleh)


def pratinjau_angka_kredit(penetapan: PenetapanAngkaKredit) -> bytes:
    """What was set, as a marked preview (PDF)."""
    return pratinjau(_cetakan_angka_kredit(penetapan))


def terbitkan_angka_kredit(*, penetapan: PenetapanAngkaKredit, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue the Penetapan Angka Kredit. ProsesDitolak: voided, from a corrected result, or not for this account."""
    if not boleh_menerbitkan_evaluasi(oleh, penetapan.evaluasi):
        raise ProsesDitolak("Penetapan dicetak oleh pegawainya, pejabat penilainya, atau pengelola kinerja.")
    if penetapan.dibatalkan_pada is not None:
        raise ProsesDitolak("Penetapan angka kredit ini sudah dibatalkan.")
    if not penetapan.evaluasi.terbaru:
        raise ProsesDitolak(
            "Hasil di balik penetapan ini sudah dikoreksi. Batalkan penetapannya, lalu tetapkan dari revisi baru."
        )
    return cetak(_cetakan_angka_kredit(penetapan), oleh)


def batalkan_dokumen_lama(*, evaluasi: Evaluasi, oleh: Pengguna) -> None:
    """A corrected result is final: what was printed of the earlier revision no longer holds.

    Call it in the transaction that makes the correction final.
    """
    if not evaluasi.revisi:
        return
    alasan = f"Penilaian ini dikoreksi; yang berlaku revisi {evaluasi.revisi}."
    for satu in Dokumen.objects.tentang(_revisi_pertama(evaluasi)).berlaku():
        batalkan(dokumen=satu, oleh=oleh, alasan=alasan)


def pratinjau(cetakan: Cetakan) -> bytes:
    """A document without code, marked on every page. ProsesDitolak: it cannot be typeset."""
    bingkai = Bingkai(judul=f"Pratinjau {cetakan.judul}", tanggal=hari_ini(), contoh=settings.CONTOH)
    try:
        return susun_pdf(cetakan.templat, cetakan.data, bingkai=bingkai)
    except SusunGagal as galat:
        raise ProsesDitolak(str(galat)) from galat


@transaction.atomic
def cetak(cetakan: Cetakan, oleh: Pengguna) -> tuple[Dokumen, bytes]:
    """Issue it; rights and state were looked at by the caller. ProsesDitolak: it cannot be typeset."""
    try:
        return terbitkan(
            jenis=cetakan.jenis,
            judul=cetakan.judul,
            templat=cetakan.templat,
            data=cetakan.data,
            fakta=cetakan.fakta,
            tentang=cetakan.tentang,
            oleh=oleh,
        )
    except SusunGagal as galat:
        raise ProsesDitolak(str(galat)) from galat


def _cetakan_skp(skp: SKP) -> Cetakan:
    data = data_skp(skp)
    return Cetakan(
        jenis="kinerja.skp",
        judul=f"Sasaran Kinerja Pegawai {skp.mulai.year}, {skp.pegawai.nama}"[:200],
        templat="skp",
        data=data,
        fakta=[
            ("Dokumen", "Sasaran Kinerja Pegawai (SKP)"),
            ("Pegawai", skp.pegawai.nama),
            ("Jabatan", data["pegawai"]["jabatan"] or "Belum ada data"),
            ("Masa", rentang(skp.mulai, skp.selesai)),
            ("Pejabat penilai", data["penilai"]["nama"] or "Belum ada data"),
        ],
        tentang=skp,
    )


def _cetakan_mph(skp: SKP) -> Cetakan:
    return Cetakan(
        jenis="kinerja.mph",
        judul=f"Matriks Peran Hasil {skp.mulai.year}, {skp.pegawai.nama}"[:200],
        templat="mph",
        data=data_mph(skp),
        fakta=[
            ("Dokumen", "Matriks Peran Hasil"),
            ("Pimpinan", skp.pegawai.nama),
            ("Masa", rentang(skp.mulai, skp.selesai)),
        ],
        tentang=skp,
    )


def _evaluasi_final(evaluasi: Evaluasi, oleh: Pengguna) -> Evaluasi:
    if not boleh_menerbitkan_evaluasi(oleh, evaluasi):
        raise ProsesDitolak("Evaluasi dicetak oleh pegawai yang dinilai, pejabat penilainya, atau pengelola kinerja.")
    kini = Evaluasi.objects.select_related("pegawai__pengguna", "periode", "penilai", "penilai_luar").get(
        pk=evaluasi.pk
    )
    if kini.status != StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Evaluasi dicetak setelah ditetapkan. Sebelum itu, unduh pratinjaunya.")
    if not kini.terbaru:
        raise ProsesDitolak("Penilaian ini sudah dibuka untuk dikoreksi. Cetak revisi terbarunya.")
    return kini


def _revisi_pertama(evaluasi: Evaluasi) -> Evaluasi:
    """All revisions of a person and period are versions of one document."""
    return (
        evaluasi
        if not evaluasi.revisi
        else Evaluasi.objects.get(pegawai_id=evaluasi.pegawai_id, periode_id=evaluasi.periode_id, revisi=0)
    )


def _cetakan_evaluasi(evaluasi: Evaluasi) -> Cetakan:
    return Cetakan(
        jenis="kinerja.evaluasi",
        judul=f"Evaluasi Kinerja Pegawai {evaluasi.periode.nama}, {evaluasi.pegawai.nama}"[:200],
        templat="evaluasi",
        data=data_evaluasi(evaluasi),
        fakta=_fakta_evaluasi(evaluasi, "Evaluasi Kinerja Pegawai"),
        tentang=_revisi_pertama(evaluasi),
    )


def _cetakan_dokumen_evaluasi(evaluasi: Evaluasi) -> Cetakan:
    return Cetakan(
        jenis="kinerja.dokumen_evaluasi",
        judul=f"Dokumen Evaluasi Kinerja {evaluasi.periode.nama}, {evaluasi.pegawai.nama}"[:200],
        templat="dokumen_evaluasi",
        data=data_dokumen_evaluasi(evaluasi),
        fakta=_fakta_evaluasi(evaluasi, "Dokumen Evaluasi Kinerja"),
        tentang=_revisi_pertama(evaluasi),
    )


def _fakta_evaluasi(evaluasi: Evaluasi, nama: str) -> Fakta:
    """What the public page confirms to whoever holds the paper, the predicate among it: a changed one would show."""
    fakta = [
        ("Dokumen", nama),
        ("Pegawai", evaluasi.pegawai.nama),
        ("Unit kerja", evaluasi.unit_nama or "Belum ada data"),
        ("Periode", evaluasi.periode.nama),
        ("Pejabat penilai", evaluasi.penilai_nama or "Belum ada data"),
    ]
    if evaluasi.predikat:
        fakta.append(("Predikat kinerja", LABEL_PREDIKAT[Predikat(evaluasi.predikat)]))
    return fakta


def _cetakan_angka_kredit(penetapan: PenetapanAngkaKredit) -> Cetakan:
    data = data_angka_kredit(penetapan)
    return Cetakan(
        jenis="kinerja.angka_kredit",
        judul=f"Penetapan Angka Kredit, {penetapan.pegawai.nama}"[:200],
        templat="angka_kredit",
        data=data,
        fakta=[
            ("Dokumen", "Penetapan Angka Kredit"),
            ("Pegawai", penetapan.pegawai.nama),
            ("Jenjang", data["jenjang"]),
            ("Masa", data["masa"]),
            ("Angka kredit", data["angka_kredit"]),
        ],
        tentang=penetapan,
    )
