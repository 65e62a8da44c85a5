"""Follow-ups as others read them: whose duty they are, what came after, how many are done and late."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini, tanggal_lokal
from survei.enums.tindak_lanjut import DIJANJIKAN, StatusTindakLanjut
from survei.models import HasilSurvei, PeriodeSurvei, Survei, TindakLanjut
from survei.perhitungan import LABEL_UNSUR, KodeUnsur
from survei.permissions import boleh_mengelola

# The office's own choice: no rule that was read names a day by which the plan must stand.
HARI_RENCANA = 30


def batas_rencana(terbit: date, periode: PeriodeSurvei | None = None) -> date:
    """Last day by which a published survey should have a plan; its period may name another number of days."""
    return terbit + timedelta(days=HARI_RENCANA if periode is None else periode.hari_rencana)


def nama_unsur(kode: str) -> str:
    """What the element is called; its code in words where the instrument has an element of its own."""
    return LABEL_UNSUR[KodeUnsur(kode)] if kode in set(KodeUnsur) else kode.replace("-", " ").capitalize()


def hasil_berikut(hasil: Collection[HasilSurvei], *, terbit: bool) -> dict[int, HasilSurvei]:
    """Result -> the next locked result of the same unit with the same instrument version; two queries.

    Another version may ask otherwise, so the figures would not be comparable. ``terbit``: only published ones. Needs
    ``survei`` of every result.
    """
    if not hasil:
        return {}
    calon = (Survei.objects.terpublikasi() if terbit else Survei.objects.terkunci()).filter(
        unit__in={satu.survei.unit_id for satu in hasil}, mulai__gt=min(satu.survei.selesai for satu in hasil)
    )
    urut = list(calon.order_by("mulai", "pk").values_list("pk", "unit_id", "instrumen_id", "mulai"))
    pilih = {
        satu.pk: next(
            (
                pk
                for pk, unit, instrumen, mulai in urut
                if (unit, instrumen) == (satu.survei.unit_id, satu.survei.instrumen_id) and mulai > satu.survei.selesai
            ),
            None,
        )
        for satu in hasil
    }
    isi = {
        satu.survei_id: satu
        for satu in HasilSurvei.objects.filter(survei__in={pk for pk in pilih.values() if pk}).select_related(
            "survei__instrumen"
        )
    }
    return {pk: isi[survei] for pk, survei in pilih.items() if survei in isi}


@dataclass(frozen=True, slots=True)
class JumlahTindakLanjut:
    """What was promised to the public: ``berjalan`` are agreed and not yet late."""

    selesai: int
    berjalan: int
    terlambat: int


def jumlah_tindak_lanjut() -> JumlahTindakLanjut:
    """Over all published surveys; one query."""
    lewat = Q(batas__lt=hari_ini())
    jumlah = TindakLanjut.objects.filter(hasil__survei__in=Survei.objects.terpublikasi()).aggregate(
        selesai=Count("pk", filter=Q(status=StatusTindakLanjut.SELESAI.value)),
        berjalan=Count("pk", filter=Q(status__in=DIJANJIKAN) & ~lewat),
        terlambat=Count("pk", filter=Q(status__in=DIJANJIKAN) & lewat),
    )
    return JumlahTindakLanjut(**jumlah)


def tugas_tindak_lanjut(pengguna: Pengguna) -> list[Tugas]:
    """Proposals to decide, promises to keep, published results without a plan. At most eight queries."""
    hari = hari_ini()
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari)
    return [
        *_diputus(pengguna, dipimpin, hari),
        *_dikerjakan(pengguna),
        *_tanpa_rencana(boleh_mengelola(pengguna), dipimpin, hari),
    ]


def _alamat(satu: TindakLanjut) -> str:
    return reverse("survei:tindak_lanjut", args=[satu.uuid])


def _diputus(pengguna: Pengguna, dipimpin: list[int], hari: date) -> Iterable[Tugas]:
    usulan = list(
        TindakLanjut.objects.filter(
            status=StatusTindakLanjut.DIUSULKAN.value, hasil__survei__unit__in=UnitKerja.objects.turunan_id(dipimpin)
        )
        .exclude(diusulkan_oleh=pengguna)
        .select_related("hasil__survei__unit", "diusulkan_oleh__pegawai")
        .defer("hasil__rincian")
    )
    if not usulan:
        return
    pemimpin, induk = Penugasan.objects.pemimpin(hari), UnitKerja.objects.induk_dari()
    for satu in usulan:
        if _giliran(satu, pemimpin, induk) in dipimpin:
            yield Tugas(
                judul=f"Putuskan tindak lanjut survei: {nama_unsur(satu.kode_unsur)}",
                dari=f"{satu.diusulkan_oleh.nama}, {satu.hasil.survei.unit.nama}",
                tenggat=batas_rencana(satu.diusulkan_pada),
                tautan=_alamat(satu),
                aksi="Baca usulan",
            )


def _giliran(satu: TindakLanjut, pemimpin: dict[int, list[Pemegang]], induk: dict[int, int | None]) -> int | None:
    """The unit whose head decides: the survey's own, else the next above that somebody else than the proposer leads."""
    pengusul = getattr(satu.diusulkan_oleh, "pegawai", None)
    unit: int | None = satu.hasil.survei.unit_id
    while unit is not None:
        if any(pengusul is None or siapa.pegawai_id != pengusul.pk for siapa in pemimpin.get(unit, [])):
            return unit
        unit = induk.get(unit)
    return None


def _dikerjakan(pengguna: Pengguna) -> Iterable[Tugas]:
    kata = {StatusTindakLanjut.DISETUJUI.value: "Mulai", StatusTindakLanjut.BERJALAN.value: "Selesaikan"}
    baris = TindakLanjut.objects.dikerjakan_oleh(pengguna).filter(status__in=DIJANJIKAN)
    for satu in baris.select_related("hasil__survei__unit").defer("hasil__rincian"):
        yield Tugas(
            judul=f"{kata[satu.status]} tindak lanjut survei: {nama_unsur(satu.kode_unsur)}",
            dari=satu.hasil.survei.unit.nama,
            tenggat=satu.batas,
            tautan=_alamat(satu),
            aksi="Buka tindak lanjut",
        )


def _tanpa_rencana(mengelola: bool, dipimpin: list[int], hari: date) -> Iterable[Tugas]:
    """For the head from the day of publication, for the pengelola once the day has passed; the newest survey only."""
    if not mengelola and not dipimpin:
        return
    terbit = Survei.objects.terpublikasi().berindeks()
    kemudian = terbit.filter(unit=OuterRef("unit"), instrumen=OuterRef("instrumen"), mulai__gt=OuterRef("mulai"))
    ada = TindakLanjut.objects.filter(hasil__survei=OuterRef("pk")).exclude(status=StatusTindakLanjut.BATAL.value)
    baris = terbit.filter(~Exists(kemudian), ~Exists(ada)).annotate(
        terbit_pada=Coalesce(F("dipublikasi_pada"), F("hasil__dikunci_pada"))
    )
    if not mengelola:
        baris = baris.filter(unit__in=dipimpin)
    for satu in baris.select_related("unit", "periode").order_by("pk"):
        batas = batas_rencana(tanggal_lokal(satu.terbit_pada), satu.periode)
        if satu.unit_id in dipimpin or batas < hari:
            yield Tugas(
                judul=f"Susun tindak lanjut: {satu.judul}",
                dari=satu.unit.nama,
                tenggat=batas,
                tautan=reverse("survei:tindak_lanjut_survei", args=[satu.uuid]),
                aksi="Susun tindak lanjut",
            )
