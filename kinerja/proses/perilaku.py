"""The superior's ratings of the seven BerAKHLAK values."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, PenilaianPerilaku, Periode
from kinerja.perhitungan import LABEL_NILAI_DASAR, NilaiDasar, Penilai, Rating
from kinerja.permissions import boleh_menilai_perilaku
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.simpan import hitung_ulang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def nilai_perilaku(
    *, pegawai: Pegawai, periode: Periode, oleh: Pengguna, penilaian: Mapping[str, tuple[str, str]]
) -> list[PenilaianPerilaku]:
    """Store the superior's ratings: value -> (rating, sentence), all seven; only exceptions need the sentence.

    Repeated until the evaluation is final; an existing proposal follows at once. ProsesDitolak.
    """
    # Serialises with other writers of this person's evaluation, also while there is none.
    pegawai = Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)
    evaluasi = Evaluasi.objects.select_for_update().filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None and evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Penilaian periode ini sudah ditetapkan; rating perilaku tidak dapat diubah lagi.")
    if not boleh_menilai_perilaku(oleh, pegawai, periode):
        raise ProsesDitolak("Perilaku kerja dinilai oleh atasan langsung pegawai ini.")
    if hari_ini() < periode.mulai:
        raise ProsesDitolak(f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}.")
    isi = _baca(penilaian)
    penilai = Pegawai.objects.filter(pengguna=oleh).first()
    luar = None if penilai is not None else PejabatLuar.objects.filter(pengguna=oleh).first()
    milik = PenilaianPerilaku.objects.filter(pegawai=pegawai, periode=periode, penilai=penilai, penilai_luar=luar)
    sebelum = {satu.nilai_dasar: [satu.rating, satu.catatan] for satu in milik}
    sesudah = {nilai.value: [rating.value, catatan] for nilai, (rating, catatan) in isi.items()}
    if sebelum == sesudah:
        return list(milik)
    hasil = [
        PenilaianPerilaku.objects.update_or_create(
            pegawai=pegawai,
            periode=periode,
            penilai=penilai,
            penilai_luar=luar,
            nilai_dasar=nilai.value,
            defaults={
                "sebagai": Penilai.ATASAN.value,
                "rating": rating.value,
                "catatan": catatan,
                "diubah": timezone.now(),
            },
        )[0]
        for nilai, (rating, catatan) in isi.items()
    ]
    catat(
        pelaku=oleh,
        aksi="kinerja.perilaku.nilai",
        objek=pegawai,
        sebelum=sebelum,
        sesudah=sesudah,
        keterangan=f"Periode {periode.kode}",
    )
    if evaluasi is not None:
        hitung_ulang(evaluasi)
    return hasil


def _baca(penilaian: Mapping[str, tuple[str, str]]) -> dict[NilaiDasar, tuple[Rating, str]]:
    hasil = {}
    for nilai, label in LABEL_NILAI_DASAR.items():
        rating_teks, catatan = penilaian.get(nilai, ("", ""))
        try:
            rating = Rating(rating_teks)
        except ValueError:
            raise ProsesDitolak(f"Pilih rating untuk «{label}»; ketujuh nilai dinilai.") from None
        catatan = catatan.strip()
        if rating != Rating.SESUAI and not catatan:
            raise ProsesDitolak(f"Tulis satu kalimat untuk «{label}»: rating-nya bukan «sesuai ekspektasi».")
        hasil[nilai] = (rating, catatan)
    return hasil
