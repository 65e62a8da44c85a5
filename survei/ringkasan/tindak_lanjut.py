"""Follow-ups as others read them: whose duty they are, what came after, how many are done and late."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import hari_ini, tanggal_lokal
from survei.enums.tindak_lanjut import DIJANJIKAN, StatusTindakLanjut
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.perhitungan import LABEL_UNSUR, KodeUnsur
from survei.permissions import boleh_mengelola

# The office's own choice: no rule that was read names a day by which the plan must stand.
HARI_RENCANA = 30


def batas_rencana(terbit: date, hari_rencana: int | None = None) -> date:
    """Last day by which a published survey should have a plan; its period may name another number of days."""
    return terbit + timedelta(days=HARI_RENCANA if hari_rencana is None else hari_rencana)


def nama_unsur(kode: str) -> str:
    """What the element is called; its code in words where the instrument has an element of its own."""
    return LABEL_UNSUR[KodeUnsur(kode)] if kode in set(KodeUnsur) else kode.replace("-", " ").capitalize()


def pilihan_unsur() -> list[tuple[str, str]]:
    """Code and name of the nine elements, in the order of the questionnaire."""
    return [(kode.value, nama) for kode, nama in LABEL_UNSUR.items()]


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
        for satu in HasilSurvei.objects.berlaku()
        .filter(survei__in={pk for pk in pilih.values() if pk})
        .select_related("survei__instrumen")
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


def tugas_tindak_lanjut(pembaca: Pembaca) -> list[Bacaan[list[Tugas]]]:
    """Proposals to decide, promises to keep, published results without a plan; one step each."""
    return [_diputus(pembaca), _dikerjakan(pembaca), _tanpa_rencana(pembaca)]


def _alamat(kode: UUID) -> str:
    return reverse("survei:tindak_lanjut", args=[kode])


def _diputus(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    (baris,) = yield [
        TindakLanjut.objects.filter(status=StatusTindakLanjut.DIUSULKAN.value, hasil__survei__unit__in=pembaca.di_bawah)
        .exclude(diusulkan_oleh=pembaca.pengguna)
        .values_list(
            *("uuid", "kode_unsur", "diusulkan_pada", "hasil__survei__unit_id", "hasil__survei__unit__nama"),
            *("diusulkan_oleh__nama", "diusulkan_oleh__pegawai__pk"),
        )
    ]
    return [
        Tugas(
            judul=f"Putuskan tindak lanjut survei: {nama_unsur(unsur)}",
            dari=f"{nama}, {unit}",
            tenggat=batas_rencana(diusulkan_pada),
            tautan=_alamat(kode),
            aksi="Baca usulan",
        )
        for kode, unsur, diusulkan_pada, unit_id, unit, nama, pengusul in baris
        if _giliran(pembaca, unit_id, pengusul) in pembaca.dipimpin
    ]


def _giliran(pembaca: Pembaca, unit_id: int, pengusul: int | None) -> int | None:
    """The unit whose head decides: the survey's own, else the next above that somebody else than the proposer leads."""
    unit: int | None = unit_id
    while unit is not None:
        if any(pengusul is None or siapa.pegawai_id != pengusul for siapa in pembaca.pemimpin.get(unit, ())):
            return unit
        unit = pembaca.induk.get(unit)
    return None


def _dikerjakan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    kata = {StatusTindakLanjut.DISETUJUI.value: "Mulai", StatusTindakLanjut.BERJALAN.value: "Selesaikan"}
    (baris,) = yield [
        TindakLanjut.objects.dikerjakan_oleh(pembaca.pengguna)
        .filter(status__in=DIJANJIKAN)
        .values_list("uuid", "status", "kode_unsur", "hasil__survei__unit__nama", "batas")
    ]
    return [
        Tugas(
            judul=f"{kata[status]} tindak lanjut survei: {nama_unsur(unsur)}",
            dari=unit,
            tenggat=batas,
            tautan=_alamat(kode),
            aksi="Buka tindak lanjut",
        )
        for kode, status, unsur, unit, batas in baris
    ]


def _tanpa_rencana(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """For the head from the day of publication, for the pengelola once the day has passed; the newest survey only."""
    mengelola, dipimpin = boleh_mengelola(pembaca.pengguna), pembaca.dipimpin
    if not mengelola and not dipimpin:
        return []
    terbit = Survei.objects.terpublikasi().berindeks()
    kemudian = terbit.filter(unit=OuterRef("unit"), instrumen=OuterRef("instrumen"), mulai__gt=OuterRef("mulai"))
    ada = TindakLanjut.objects.filter(hasil__survei=OuterRef("pk")).exclude(status=StatusTindakLanjut.BATAL.value)
    baris = terbit.filter(~Exists(kemudian), ~Exists(ada), hasil__berlaku=True).annotate(
        terbit_pada=Coalesce(F("dipublikasi_pada"), F("hasil__dikunci_pada"))
    )
    if not mengelola:
        baris = baris.filter(unit__in=dipimpin)
    (isi,) = yield [
        baris.order_by("pk").values_list(
            "uuid", "judul", "unit_id", "unit__nama", "terbit_pada", "periode__hari_rencana"
        )
    ]
    tugas = []
    for kode, judul, unit_id, unit, terbit_pada, hari_rencana in isi:
        batas = batas_rencana(tanggal_lokal(terbit_pada), hari_rencana)
        if unit_id in dipimpin or batas < pembaca.hari:
            tautan = reverse("survei:tindak_lanjut_survei", args=[kode])
            tugas.append(Tugas(f"Susun tindak lanjut: {judul}", unit, batas, tautan, "Susun tindak lanjut"))
    return tugas
