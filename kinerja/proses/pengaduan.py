"""Linking a justified complaint of a citizen to somebody's result, and what that person says about it.

By whoever decides on the evaluation and before the decision, from what the forum offers (``forum.ringkasan``). The
person is told at once, reads every word and may answer until the result is final. Nothing is computed from it.
"""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, PengaduanTerkait
from kinerja.permissions import boleh_memutuskan
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.ringkasan.pengaduan import calon_pengaduan, rencana_periode
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


@transaction.atomic
def kaitkan_pengaduan(
    *, evaluasi: Evaluasi, oleh: Pengguna, kunci: str, rencana: str, pernyataan: str
) -> PengaduanTerkait:
    """``kunci`` of a complaint on offer, ``rencana`` a planned result or "" for behaviour. ProsesDitolak."""
    kini = _kunci_evaluasi(evaluasi)
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak("Pengaduan dikaitkan oleh pejabat yang menilai pegawai ini.")
    _belum_diputus(kini)
    pernyataan = wajib_diisi(pernyataan, "Tulis mengapa pengaduan ini menyangkut pegawai itu.")
    calon = {satu.kunci: satu for satu in calon_pengaduan(oleh, kini)}.get(kunci)
    if calon is None:
        raise ProsesDitolak("Pengaduan itu sudah dikaitkan atau tidak ada di daftar lagi. Muat ulang halaman ini.")
    hasil = {str(satu.uuid): satu for satu in rencana_periode(kini)}
    if rencana and rencana not in hasil:
        raise ProsesDitolak("Hasil kerja itu tidak ada dalam SKP periode ini. Pilih yang lain.")
    with tolak_kembar("pengaduanterkait_sekali", "Pengaduan itu baru saja dikaitkan."):
        baris = PengaduanTerkait.objects.create(
            pegawai=kini.pegawai,
            periode=kini.periode,
            rencana=hasil.get(rencana),
            kunci=calon.kunci,
            nomor=calon.nomor,
            hari=calon.hari,
            layanan=calon.layanan,
            tentang_orang=calon.tentang_orang,
            pernyataan=pernyataan,
            oleh=oleh,
            pada=hari_ini(),
        )
    catat(pelaku=oleh, aksi="kinerja.pengaduan.kaitkan", objek=baris, sesudah={"pengaduan": baris.nomor})
    if kini.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=kini.pegawai.pengguna_id,
            kunci=f"pengaduan-terkait:{baris.uuid}",
            judul=f"Pengaduan {baris.nomor} dikaitkan dengan penilaian Anda",
            isi=f"{kini.periode}. Baca pernyataannya, dan tulis tanggapan Anda bila perlu.",
            tautan=reverse("kinerja:evaluasi", args=[kini.uuid]),
        )
    return baris


@transaction.atomic
def tanggapi_pengaduan(*, terkait: PengaduanTerkait, oleh: Pengguna, tanggapan: str) -> PengaduanTerkait:
    """The person's own words, which may be mended until the result is final. ProsesDitolak."""
    evaluasi = _evaluasi_dari(terkait)
    baris = _kunci(terkait)
    if baris.pegawai.pengguna_id != oleh.pk or not oleh.is_active:
        raise ProsesDitolak("Tanggapan ditulis oleh pegawai yang dinilai.")
    if evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Hasil sudah ditetapkan. Sampaikan keberatan bila Anda tidak setuju.")
    tanggapan = wajib_diisi(tanggapan, "Tulis tanggapan Anda.")
    if tanggapan == baris.tanggapan:
        return baris
    sebelum, pertama = {"tanggapan": baris.tanggapan}, not baris.tanggapan
    baris.tanggapan, baris.ditanggapi_pada = tanggapan, hari_ini()
    baris.save(update_fields=["tanggapan", "ditanggapi_pada"])
    catat(
        pelaku=oleh,
        aksi="kinerja.pengaduan.tanggapi",
        objek=baris,
        sebelum=sebelum,
        sesudah={"tanggapan": tanggapan},
    )
    if pertama:
        kirim(
            penerima_id=baris.oleh_id,
            kunci=f"pengaduan-ditanggapi:{baris.uuid}",
            judul=f"{baris.pegawai} menanggapi pengaduan {baris.nomor}",
            isi=f"{baris.periode}. Bacalah sebelum memutuskan.",
            tautan=reverse("kinerja:evaluasi", args=[evaluasi.uuid]),
        )
    return baris


@transaction.atomic
def cabut_pengaduan(*, terkait: PengaduanTerkait, oleh: Pengguna, alasan: str) -> PengaduanTerkait:
    """Take a link back before the decision, with a reason; the row stays. ProsesDitolak."""
    evaluasi = _evaluasi_dari(terkait)
    baris = _kunci(terkait)
    if not boleh_memutuskan(oleh, evaluasi):
        raise ProsesDitolak("Kaitan dicabut oleh pejabat yang menilai pegawai ini.")
    _belum_diputus(evaluasi)
    alasan = wajib_diisi(alasan, "Tulis alasan mencabut.")
    baris.dicabut_pada, baris.alasan_cabut = hari_ini(), alasan
    baris.save(update_fields=["dicabut_pada", "alasan_cabut"])
    catat(pelaku=oleh, aksi="kinerja.pengaduan.cabut", objek=baris, sesudah={"alasan": alasan})
    if baris.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=baris.pegawai.pengguna_id,
            kunci=f"pengaduan-dicabut:{baris.uuid}",
            judul=f"Pengaduan {baris.nomor} tidak lagi dikaitkan dengan penilaian Anda",
            isi=f"{baris.periode}. {alasan}",
            tautan=reverse("kinerja:evaluasi", args=[evaluasi.uuid]),
        )
    return baris


def _kunci(terkait: PengaduanTerkait) -> PengaduanTerkait:
    baris = (
        PengaduanTerkait.objects.select_for_update(of=("self",))
        .select_related("pegawai", "periode", "oleh")
        .get(pk=terkait.pk)
    )
    if baris.dicabut_pada is not None:
        raise ProsesDitolak("Kaitan ini sudah dicabut.")
    return baris


def _kunci_evaluasi(evaluasi: Evaluasi) -> Evaluasi:
    return Evaluasi.objects.select_for_update(of=("self",)).select_related("pegawai", "periode").get(pk=evaluasi.pk)


def _evaluasi_dari(terkait: PengaduanTerkait) -> Evaluasi:
    """The newest evaluation of the person's period, locked before the link, as everywhere."""
    return (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related("pegawai", "periode")
        .get(pegawai=terkait.pegawai_id, periode=terkait.periode_id, terbaru=True)
    )


def _belum_diputus(evaluasi: Evaluasi) -> None:
    if not evaluasi.terbaru or evaluasi.status != StatusEvaluasi.MENUNGGU.value:
        raise ProsesDitolak("Penilaian ini sudah diputuskan; kaitannya tidak berubah lagi.")
