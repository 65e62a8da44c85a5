"""What citizens wrote goes when its time is over; counters and results stay (survei 9: text 1 year, answers 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini, sekarang, tambah_tahun, tanggal_lokal
from survei.models import MasaSimpan, Respons, SaranDitandai, Survei, TandaTema
from survei.proses.masa_simpan_kertas import (
    BERAKHIR,
    batas_bundel,
    bundel_jatuh_tempo,
    hapus_lembar,
    lembar_jatuh_tempo,
    lepas_bundel,
)
from survei.querysets import BELUM_TERSAMAR, TULISAN_ASLI
from survei.ringkasan import selisih_hitungan

SEKALI = 2000
TUNDA = "hitungannya tidak sama dengan jawabannya; jalankan verifikasi"
ASLI, TULISAN, JAWABAN = "tulisan asli", "tulisan", "jawaban"
BUNDEL, LEMBAR = "bundel kertas", "lembar kertas"
_TEKS_TERBACA = Q(teks_tersamar__isnull=False) & ~Q(teks_tersamar={})


@dataclass(frozen=True, slots=True)
class JatuhTempo:
    """What of one survey is due: ``apa`` and how many answers, bundles or sheets; ``tunda``: why it is not done."""

    survei: Survei
    apa: str
    jumlah: int
    tunda: str = ""


def masa_simpan(hari: date) -> MasaSimpan | None:
    """The rule in force on that day; without one nothing is deleted."""
    return MasaSimpan.objects.filter(mulai__lte=hari).order_by("-mulai").first()


def _isi(survei: Survei, apa: str) -> QuerySet[Respons]:
    """The answers of which something of that kind is still there."""
    semua = Respons.objects.filter(survei=survei)
    if apa == ASLI:
        return semua.filter(TULISAN_ASLI).exclude(BELUM_TERSAMAR)
    return semua.filter(TULISAN_ASLI | Q(saran_tersamar__gt="") | _TEKS_TERBACA) if apa == TULISAN else semua


def jatuh_tempo(hari: date | None = None) -> list[JatuhTempo]:
    """What is due on that day, changing nothing. Only surveys whose count is final, so no count can change."""
    hari = hari or hari_ini()
    aturan = masa_simpan(hari)
    if aturan is None:
        return []
    hasil = []
    beda: set[str] | None = None
    ada = Exists(Respons.objects.filter(survei=OuterRef("pk")))
    terkunci = (
        Survei.objects.terkunci().filter(ada, hasil__berlaku=True).annotate(dikunci_pada=F("hasil__dikunci_pada"))
    )
    for survei in terkunci.order_by("pk"):
        dikunci = tanggal_lokal(survei.dikunci_pada)
        terbit = tanggal_lokal(survei.dipublikasi_pada) if survei.dipublikasi_pada else dikunci
        for apa, batas in (
            (ASLI, dikunci + timedelta(days=aturan.hari_saran_asli)),
            (TULISAN, tambah_tahun(terbit, aturan.tahun_saran)),
            (JAWABAN, tambah_tahun(terbit, aturan.tahun_jawaban)),
        ):
            if batas <= hari and (jumlah := _isi(survei, apa).count()):
                if apa == JAWABAN and beda is None:
                    beda = {satu.survei for satu in selisih_hitungan()}
                salah = apa == JAWABAN and survei.kode in (beda or ())
                hasil.append(JatuhTempo(survei, apa, jumlah, TUNDA if salah else ""))
    hasil += [JatuhTempo(survei, BUNDEL, banyak) for survei, banyak in bundel_jatuh_tempo(hari, aturan)]
    hasil += [JatuhTempo(survei, LEMBAR, banyak) for survei, banyak in lembar_jatuh_tempo(hari, aturan)]
    return hasil


def batas_ketikan(survei: Survei) -> date | None:
    """Until when paper that was typed may wait to be counted; None before the closing, or without a rule."""
    aturan = masa_simpan(hari_ini()) if survei.status in BERAKHIR else None
    return batas_bundel(survei, aturan) if aturan else None


def hapus_jatuh_tempo(hari: date | None = None) -> list[JatuhTempo]:
    """Delete what is due; returns what was due, with what was put off. Stopped half-way, it goes on the next time."""
    semua = jatuh_tempo(hari)
    for satu in semua:
        if satu.tunda:
            continue
        if satu.apa == BUNDEL:
            # Each bundle has its own entry in the audit.
            lepas_bundel(satu.survei, hari or hari_ini())
            continue
        _mulai(satu)
        if satu.apa == LEMBAR:
            hapus_lembar(satu.survei)
            continue
        while _hapus_sebagian(satu):
            pass
    return semua


@transaction.atomic
def _mulai(satu: JatuhTempo) -> None:
    """Say that it is done, before it is: from now on counters are no longer held against answers that go."""
    survei = Survei.objects.select_for_update(no_key=True).get(pk=satu.survei.pk)
    medan = {TULISAN: "saran_dihapus_pada", JAWABAN: "jawaban_dihapus_pada"}.get(satu.apa)
    if medan and getattr(survei, medan) is None:
        setattr(survei, medan, sekarang())
        survei.save(update_fields=[medan])
    catat(
        pelaku=None,
        aksi="survei.masasimpan.hapus",
        objek=survei,
        sesudah={"apa": satu.apa, "jumlah": satu.jumlah},
        keterangan=f"Masa simpan {satu.apa} habis",
    )


@transaction.atomic
def _hapus_sebagian(satu: JatuhTempo) -> int:
    """One portion, by the random key; returns how many answers it held."""
    Survei.objects.select_for_update(no_key=True).get(pk=satu.survei.pk)
    kiriman = list(_isi(satu.survei, satu.apa).order_by("pk").values_list("pk", flat=True)[:SEKALI])
    baris = Respons.objects.filter(pk__in=kiriman)
    if satu.apa == ASLI:
        # The digest of the content would let somebody try out what the text was.
        baris.update(saran="", teks_asli={}, sidik="")
        return len(kiriman)
    # The counts of the themes stay as they are.
    TandaTema.objects.filter(ditandai__respons__in=kiriman).delete()
    SaranDitandai.objects.filter(respons__in=kiriman).delete()
    if satu.apa == TULISAN:
        baris.update(saran="", saran_tersamar=None, teks_asli={}, teks_tersamar=None, sidik_samaran="", sidik="")
    else:
        baris.delete()
    return len(kiriman)
