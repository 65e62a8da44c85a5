"""Recommendations: asked by the superior who rates, written by those for whom the person worked, read by all three.

A task given by another unit: that official may give a recommendation to the pejabat penilai (2021 rules, one source);
a team leader gives input and does not set the predicate (inferred). Both unverified for PermenPANRB 6/2022, so the
pages say so. Nothing is computed from a recommendation.
"""

from __future__ import annotations

from django.db import transaction

from kinerja.enums import StatusEvaluasi
from kinerja.enums.rekomendasi import PeranPemberi, StatusRekomendasi
from kinerja.models import Evaluasi, Periode, Rekomendasi
from kinerja.permissions import akun_pemegang, atasan_kini, boleh_menilai_perilaku
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def minta_rekomendasi(
    *, pegawai: Pegawai, periode: Periode, oleh: Pengguna, dari: Pegawai, peran: str, tugas: str
) -> Rekomendasi:
    """Ask somebody about one person and period; a cancelled request may be made again. ProsesDitolak."""
    pegawai = Pegawai.objects.get(pk=pegawai.pk)
    if not boleh_menilai_perilaku(oleh, pegawai, periode):
        raise ProsesDitolak("Rekomendasi diminta oleh pejabat yang menilai pegawai ini.")
    _belum_diputus(pegawai, periode)
    if hari_ini() < periode.mulai:
        raise ProsesDitolak(f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}.")
    _periksa_pemberi(pegawai, periode, oleh, dari, peran)
    tugas = wajib_diisi(" ".join(tugas.split()), "Tulis tugas atau timnya.")
    lama = Rekomendasi.objects.select_for_update().filter(pegawai=pegawai, periode=periode, dari=dari).first()
    if lama is not None and lama.status != StatusRekomendasi.DIBATALKAN.value:
        raise ProsesDitolak(f"{dari} sudah diminta untuk periode ini.")
    rekomendasi = lama or Rekomendasi(pegawai=pegawai, periode=periode, dari=dari)
    rekomendasi.peran, rekomendasi.tugas, rekomendasi.diminta_oleh = peran, tugas, oleh
    rekomendasi.status = StatusRekomendasi.DIMINTA.value
    rekomendasi.save()
    entri = catat(
        pelaku=oleh,
        aksi="kinerja.rekomendasi.minta",
        objek=rekomendasi,
        sesudah={"dari": str(dari.uuid), "peran": peran, "periode": periode.kode},
    )
    if dari.pengguna_id is not None:
        kirim(
            penerima_id=dari.pengguna_id,
            kunci=f"rekomendasi-diminta:{rekomendasi.uuid}:{entri.pk}",
            judul=f"Anda diminta memberi rekomendasi untuk {pegawai}",
            isi=f"{periode}: {tugas}. Pegawai itu dan pejabat penilainya membaca tulisan Anda.",
            tautan=_tautan(rekomendasi),
        )
    return rekomendasi


def _periksa_pemberi(pegawai: Pegawai, periode: Periode, oleh: Pengguna, dari: Pegawai, peran: str) -> None:
    if peran not in set(PeranPemberi):
        raise ProsesDitolak("Pilih: pejabat unit lain, atau ketua tim.")
    if dari.pk == pegawai.pk or dari.pengguna_id == oleh.pk:
        raise ProsesDitolak("Rekomendasi datang dari orang lain, bukan yang dinilai atau pejabat penilainya.")
    if dari.pengguna is None or not dari.pengguna.is_active:
        raise ProsesDitolak(f"{dari} tidak mempunyai akun aktif. Catat pendapatnya sebagai umpan balik Anda.")
    memimpin = Penugasan.objects.dalam(periode.mulai, periode.selesai).filter(pegawai=dari, jabatan__memimpin=True)
    if peran == PeranPemberi.PEJABAT.value and not memimpin.exists():
        raise ProsesDitolak(f"{dari} tidak memimpin unit dalam periode ini. Pilih «Ketua tim» bila ia memimpin tim.")


@transaction.atomic
def isi_rekomendasi(*, rekomendasi: Rekomendasi, oleh: Pengguna, isi: str) -> Rekomendasi:
    """The one who was asked writes, and may mend it until the superior has decided. ProsesDitolak."""
    kini = _kunci(rekomendasi)
    if kini.dari.pengguna_id != oleh.pk or not oleh.is_active:
        raise ProsesDitolak("Rekomendasi ini diminta dari orang lain.")
    if kini.status == StatusRekomendasi.DIBATALKAN.value:
        raise ProsesDitolak("Permintaan ini sudah dibatalkan oleh pejabat penilai.")
    _belum_diputus(kini.pegawai, kini.periode)
    isi = wajib_diisi(isi, "Tulis rekomendasi Anda.")
    if isi == kini.isi:
        return kini
    sebelum, pertama = {"isi": kini.isi}, not kini.isi
    kini.isi, kini.status, kini.diisi_pada = isi, StatusRekomendasi.DIISI.value, hari_ini()
    kini.save(update_fields=["isi", "status", "diisi_pada"])
    catat(pelaku=oleh, aksi="kinerja.rekomendasi.isi", objek=kini, sebelum=sebelum, sesudah={"isi": isi})
    if pertama:
        _kabari_penilai(kini)
    return kini


def _kabari_penilai(rekomendasi: Rekomendasi) -> None:
    """The superior of today, who need not be the one who asked."""
    atasan = akun_pemegang(atasan_kini(rekomendasi.pegawai, min(rekomendasi.periode.selesai, hari_ini())))
    for akun_id in {atasan, rekomendasi.diminta_oleh_id} - {None, rekomendasi.dari.pengguna_id}:
        if akun_id is not None:
            kirim(
                penerima_id=akun_id,
                kunci=f"rekomendasi-diisi:{rekomendasi.uuid}",
                judul=f"{rekomendasi.dari} memberi rekomendasi untuk {rekomendasi.pegawai}",
                isi=str(rekomendasi.periode),
                tautan=f"/kinerja/tim/rekomendasi/{rekomendasi.periode.kode}/{rekomendasi.pegawai.uuid}/",
            )


@transaction.atomic
def batalkan_rekomendasi(*, rekomendasi: Rekomendasi, oleh: Pengguna) -> Rekomendasi:
    """The superior takes a request back that nobody has answered; an answer stays. ProsesDitolak."""
    kini = _kunci(rekomendasi)
    if not boleh_menilai_perilaku(oleh, kini.pegawai, kini.periode):
        raise ProsesDitolak("Permintaan dibatalkan oleh pejabat yang menilai pegawai ini.")
    if kini.status != StatusRekomendasi.DIMINTA.value:
        raise ProsesDitolak(f"Permintaan ini tidak dapat dibatalkan ({kini.get_status_display().lower()}).")
    _belum_diputus(kini.pegawai, kini.periode)
    kini.status = StatusRekomendasi.DIBATALKAN.value
    kini.save(update_fields=["status"])
    catat(pelaku=oleh, aksi="kinerja.rekomendasi.batalkan", objek=kini)
    return kini


def _kunci(rekomendasi: Rekomendasi) -> Rekomendasi:
    return (
        Rekomendasi.objects.select_for_update(of=("self",))
        .select_related("pegawai", "periode", "dari")
        .get(pk=rekomendasi.pk)
    )


def _belum_diputus(pegawai: Pegawai, periode: Periode) -> None:
    """The newest evaluation, locked. ProsesDitolak: the superior has decided."""
    evaluasi = Evaluasi.objects.select_for_update().filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None and evaluasi.status != StatusEvaluasi.MENUNGGU.value:
        raise ProsesDitolak("Pejabat penilai sudah memutuskan penilaian ini; rekomendasi ditutup.")


def _tautan(rekomendasi: Rekomendasi) -> str:
    return f"/kinerja/rekomendasi/{rekomendasi.uuid}/"
