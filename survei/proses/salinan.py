"""Another version of an instrument, or another survey with its questions: both begin as a draft of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from rakumpit.waktu import hari_ini
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.models import BarisMatriks, Instrumen, Pertanyaan, Pilihan, TeksBahasa
from survei.proses.penyusun import ambil_instrumen, catat_instrumen, kode_baru, simpan_instrumen

if TYPE_CHECKING:
    from uuid import UUID

    from rakumpit.organisasi.models import Pengguna


def _salinan(lama: Instrumen, **ubah: Any) -> Instrumen:
    """A draft with the same questions."""
    isi = {bidang.attname: getattr(lama, bidang.attname) for bidang in Instrumen._meta.concrete_fields}
    for nama in ("id", "uuid"):
        del isi[nama]
    isi |= {"status": StatusInstrumen.DRAF.value, "mulai": hari_ini(), "selesai": None}
    baru = simpan_instrumen(**(isi | ubah))
    pasangan: dict[int, Pertanyaan] = {}
    for satu in lama.pertanyaan.order_by("urutan").prefetch_related("pilihan", "baris"):
        asal, pilihan, baris = satu.pk, list(satu.pilihan.all()), list(satu.baris.all())
        satu.pk, satu.instrumen = None, baru
        satu.bila = pasangan.get(satu.bila_id or 0)
        satu.bila_nilai = satu.bila_nilai if satu.bila else []
        satu._state.adding = True
        satu.save()
        pasangan[asal] = satu
        Pilihan.objects.bulk_create(Pilihan(pertanyaan=satu, nilai=p.nilai, label=p.label) for p in pilihan)
        BarisMatriks.objects.bulk_create(
            BarisMatriks(pertanyaan=satu, kode=b.kode, urutan=b.urutan, teks=b.teks) for b in baris
        )
    TeksBahasa.objects.bulk_create(
        TeksBahasa(instrumen=baru, bahasa=satu.bahasa, kunci=satu.kunci, teks=satu.teks)
        for satu in lama.terjemahan.all()
    )
    return baru


@transaction.atomic
def salin_instrumen(*, instrumen: Instrumen, kiriman: UUID, oleh: Pengguna) -> Instrumen:
    """A new free survey with the questions of this one; those of an index stay with their own rule.

    The same ``kiriman`` again gives the same copy.
    """
    lama = ambil_instrumen(instrumen, oleh, draf=False)
    if (ada := Instrumen.objects.filter(uuid=kiriman).first()) is not None:
        return ada
    if lama.jenis != JenisInstrumen.BEBAS:
        raise ValidationError("Instrumen berindeks tidak disalin. Buat versi baru darinya.")
    nama = f"{lama.nama[:180]} (salinan)"
    baru = _salinan(lama, uuid=kiriman, kode=kode_baru(nama), versi=1, nama=nama)
    catat_instrumen("salin", baru, oleh, sesudah={"dari": lama.kode, "versi": lama.versi})
    return baru


@transaction.atomic
def versi_baru(*, instrumen: Instrumen, oleh: Pengguna) -> Instrumen:
    """The next version of an instrument as a draft; there is one draft per instrument at a time.

    Codes stay, so that the same element can be recognised over versions while its number changes.
    """
    lama = ambil_instrumen(instrumen, oleh, draf=False)
    if lama.status == StatusInstrumen.DRAF:
        raise ValidationError("Versi ini masih draf, jadi dapat langsung diubah.")
    semua = Instrumen.objects.filter(kode=lama.kode)
    if semua.filter(status=StatusInstrumen.DRAF.value).exists():
        raise ValidationError("Sudah ada draf versi berikutnya. Lanjutkan draf itu.")
    terakhir = semua.aggregate(versi=Max("versi"))["versi"]
    baru = _salinan(lama, versi=terakhir + 1, terverifikasi=False)
    catat_instrumen("versi", baru, oleh, sesudah={"dari": lama.versi, "versi": baru.versi})
    return baru
