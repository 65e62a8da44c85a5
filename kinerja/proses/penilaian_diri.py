"""The self-assessment: written by its owner until the superior has decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import SKP, Evaluasi, IsiPenilaianDiri, PenilaianDiri, Periode, RencanaHasilKerja
from kinerja.perhitungan import NilaiDasar, Rating
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

HURUF_RINGKASAN = 5000
HURUF_URAIAN = 2000


@dataclass(frozen=True, slots=True)
class IsianDiri:
    """What the owner typed: ``hasil`` by planned result (key), ``perilaku`` by value; empty texts are left out."""

    ringkasan: str = ""
    hasil: Mapping[int, str] = field(default_factory=dict)
    perilaku: Mapping[str, str] = field(default_factory=dict)
    rating_hasil: str = ""
    rating_perilaku: str = ""


def rencana_dinilai(pegawai: Pegawai, periode: Periode) -> QuerySet[RencanaHasilKerja]:
    """Planned results of the person's plans of the period, in their order."""
    skp = SKP.objects.dalam_periode(periode).filter(pegawai=pegawai)
    return RencanaHasilKerja.objects.filter(skp__in=skp).order_by("skp__mulai", "urut")


def alasan_tertutup(pegawai: Pegawai, periode: Periode) -> str:
    """Why the self-assessment cannot be written now; empty when it can."""
    if not pegawai.ber_skp or pegawai.status not in periode.berlaku_untuk:
        return "Periode ini tidak berlaku untuk status kepegawaian Anda."
    if hari_ini() < periode.mulai:
        return f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}."
    diputus = Evaluasi.objects.filter(pegawai=pegawai, periode=periode, terbaru=True).exclude(
        status=StatusEvaluasi.MENUNGGU.value
    )
    if diputus.exists():
        return "Pejabat penilai sudah memutuskan penilaian periode ini, jadi penilaian diri tidak dapat diubah lagi."
    return ""


@transaction.atomic
def simpan_penilaian_diri(*, periode: Periode, oleh: Pengguna, isian: IsianDiri, versi: int) -> PenilaianDiri:
    """Store the account's own self-assessment. ``versi`` is the one of the opened form, 0 for a first entry.

    Saving the same again changes and records nothing. ProsesDitolak, KonflikVersi.
    """
    pegawai = Pegawai.objects.filter(pengguna=oleh).first()
    if pegawai is None:
        raise ProsesDitolak("Penilaian diri diisi oleh pegawai ASN di kantor ini.")
    kunci_orang([pegawai.pk])
    if tertutup := alasan_tertutup(pegawai, periode):
        raise ProsesDitolak(tertutup)
    baru = _baca(pegawai, periode, isian)
    lama = PenilaianDiri.objects.select_for_update().filter(pegawai=pegawai, periode=periode).first()
    if lama is not None and lama.versi != versi:
        raise KonflikVersi(oleh=str(oleh), pada=lama.diubah)
    sebelum = _tersimpan(lama) if lama is not None else None
    if lama is not None and sebelum == baru:
        return lama
    kini = lama or PenilaianDiri(pegawai=pegawai, periode=periode, versi=0)
    kini.ringkasan, kini.rating_hasil, kini.rating_perilaku = baru.ringkasan, baru.rating_hasil, baru.rating_perilaku
    kini.versi, kini.diubah = kini.versi + 1, timezone.now()
    kini.save()
    kini.isi.all().delete()
    IsiPenilaianDiri.objects.bulk_create(
        [
            *(IsiPenilaianDiri(penilaian=kini, rencana_id=pk, uraian=uraian) for pk, uraian in baru.hasil.items()),
            *(IsiPenilaianDiri(penilaian=kini, nilai_dasar=n, uraian=uraian) for n, uraian in baru.perilaku.items()),
        ]
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.penilaian_diri.simpan",
        objek=kini,
        sebelum=_ke_json(sebelum) if sebelum else None,
        sesudah=_ke_json(baru),
    )
    return kini


def _baca(pegawai: Pegawai, periode: Periode, isian: IsianDiri) -> IsianDiri:
    """The typed texts without blanks. ProsesDitolak: a foreign result, an unknown choice, too long, nothing at all."""
    hasil = {pk: teks.strip() for pk, teks in sorted(isian.hasil.items()) if teks.strip()}
    perilaku = {n: teks.strip() for n, teks in sorted(isian.perilaku.items()) if teks.strip()}
    ringkasan = isian.ringkasan.strip()
    milik = set(rencana_dinilai(pegawai, periode).values_list("pk", flat=True))
    if not hasil.keys() <= milik:
        raise ProsesDitolak("Rencana hasil kerja itu tidak ada dalam SKP Anda untuk periode ini. Buka lagi halamannya.")
    rating = {"", *(satu.value for satu in Rating)}
    dikenal = perilaku.keys() <= {satu.value for satu in NilaiDasar}
    if not dikenal or not {isian.rating_hasil, isian.rating_perilaku} <= rating:
        raise ProsesDitolak("Pilihan itu tidak dikenal. Buka lagi halamannya.")
    panjang = [len(teks) for teks in (*hasil.values(), *perilaku.values())]
    if len(ringkasan) > HURUF_RINGKASAN or max(panjang, default=0) > HURUF_URAIAN:
        raise ProsesDitolak(
            f"Tulisan terlalu panjang: ringkasan paling banyak {HURUF_RINGKASAN} huruf, uraian {HURUF_URAIAN} huruf."
        )
    if not ringkasan and not panjang:
        raise ProsesDitolak("Tulis paling sedikit satu uraian sebelum menyimpan.")
    return IsianDiri(ringkasan, hasil, perilaku, isian.rating_hasil, isian.rating_perilaku)


def _tersimpan(penilaian: PenilaianDiri) -> IsianDiri:
    baris = list(penilaian.isi.values_list("rencana_id", "nilai_dasar", "uraian"))
    return IsianDiri(
        ringkasan=penilaian.ringkasan,
        hasil={pk: uraian for pk, _nilai, uraian in baris if pk is not None},
        perilaku={nilai: uraian for pk, nilai, uraian in baris if pk is None},
        rating_hasil=penilaian.rating_hasil,
        rating_perilaku=penilaian.rating_perilaku,
    )


def _ke_json(isian: IsianDiri) -> dict[str, object]:
    return {
        "ringkasan": isian.ringkasan,
        "hasil": {str(pk): teks for pk, teks in isian.hasil.items()},
        "perilaku": dict(isian.perilaku),
        "rating_hasil": isian.rating_hasil,
        "rating_perilaku": isian.rating_perilaku,
    }
