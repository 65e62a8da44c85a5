"""Balances of angka kredit, and the months that an evaluation can still give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.models import (
    AturanAngkaKredit,
    Evaluasi,
    KoefisienJenjang,
    PenetapanAngkaKredit,
    SaldoAwalAngkaKredit,
)
from kinerja.perhitungan import (
    LABEL_JENJANG_FUNGSIONAL,
    JenjangFungsional,
    Kebutuhan,
    SaldoAngkaKredit,
    hitung_saldo,
)
from kinerja.perhitungan.angka_kredit import bulan_utuh
from kinerja.perhitungan.tenggat import akhir_bulan
from kinerja.permissions.angka_kredit import tugas_fungsional
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class SaldoJenjang:
    """One person's balance in one jenjang; ``pembuka`` is the opening balance behind it, if there is one."""

    jenjang: JenjangFungsional
    label: str
    pembuka: SaldoAwalAngkaKredit | None
    saldo: SaldoAngkaKredit


@dataclass(frozen=True, slots=True)
class BulanTersedia:
    """A whole month that the person spent in one jenjang and that is not counted yet."""

    bulan: date
    jenjang: JenjangFungsional


def saldo_pegawai(pegawai: Pegawai, *, sampai: date | None = None) -> list[SaldoJenjang]:
    """Balances of all jenjang that the person holds or held, the newest first; five queries.

    ``sampai``: only what was set for months up to this day.
    """
    penetapan = PenetapanAngkaKredit.objects.berlaku().filter(pegawai=pegawai)
    if sampai is not None:
        penetapan = penetapan.filter(mulai__lte=sampai)
    semua = list(penetapan)
    # Of several records the newest counts: it comes last.
    pembuka = {satu.jenjang: satu for satu in SaldoAwalAngkaKredit.objects.filter(pegawai=pegawai).order_by("pk")}
    dipegang = tugas_fungsional().filter(pegawai=pegawai).order_by("-mulai").values_list("jabatan__jenjang", flat=True)
    urut = dict.fromkeys([*dipegang, *(satu.jenjang for satu in semua), *pembuka])
    kebutuhan = _kebutuhan()
    return [
        SaldoJenjang(
            jenjang=JenjangFungsional(kode),
            label=LABEL_JENJANG_FUNGSIONAL[JenjangFungsional(kode)],
            pembuka=pembuka.get(kode),
            saldo=hitung_saldo(
                awal=pembuka[kode].nilai if kode in pembuka else Decimal(0),
                penetapan=[satu.nilai for satu in semua if satu.jenjang == kode],
                kebutuhan=kebutuhan.get(kode, Kebutuhan(None, None)),
            ),
        )
        for kode in urut
    ]


def _kebutuhan() -> dict[str, Kebutuhan]:
    aturan: AturanAngkaKredit = AturanAngkaKredit.objects.pada(hari_ini())
    return {satu.jenjang: satu.kebutuhan for satu in KoefisienJenjang.objects.filter(aturan=aturan)}


@dataclass(frozen=True, slots=True)
class _Masa:
    """Of one person: (jenjang, first day, last day) of posts, months that are set, jenjang -> day brought along."""

    tugas: list[tuple[str, date, date | None]]
    dihitung: list[tuple[date, date]]
    terbawa: dict[str, date]


def bulan_tersedia(evaluasi: Evaluasi) -> list[BulanTersedia]:
    """Months of the evaluation's period that can be set, in their order; three queries.

    Not those that were set already, nor those that an opening balance of their jenjang contains.
    """
    return _tersedia(evaluasi, _masa(evaluasi.pegawai_id))


def evaluasi_belum_dihitung(pegawai: Pegawai) -> list[Evaluasi]:
    """Final evaluations with months that can still be set, the newest first; four queries."""
    final: Iterable[Evaluasi] = (
        Evaluasi.objects.ditetapkan()
        .terbaru()
        .filter(pegawai=pegawai)
        .select_related("periode", "pegawai")
        .defer("bahan", "rincian")
        .order_by("-periode__selesai")
    )
    masa = _masa(pegawai.pk)
    return [satu for satu in final if _tersedia(satu, masa)]


def _masa(pegawai_id: int) -> _Masa:
    tugas = tugas_fungsional().filter(pegawai_id=pegawai_id).order_by("mulai")
    dihitung = PenetapanAngkaKredit.objects.berlaku().filter(pegawai_id=pegawai_id)
    # Of several records the newest counts: it comes last.
    terbawa = SaldoAwalAngkaKredit.objects.filter(pegawai_id=pegawai_id).order_by("pk")
    return _Masa(
        tugas=list(tugas.values_list("jabatan__jenjang", "mulai", "selesai")),
        dihitung=list(dihitung.values_list("mulai", "selesai")),
        terbawa=dict(terbawa.values_list("jenjang", "per_tanggal")),
    )


def _tersedia(evaluasi: Evaluasi, masa: _Masa) -> list[BulanTersedia]:
    hasil = []
    for bulan in bulan_utuh(evaluasi.periode.mulai, evaluasi.periode.selesai):
        akhir = akhir_bulan(bulan)
        jenjang = next((kode for kode, mulai, selesai in masa.tugas if _meliputi(bulan, akhir, mulai, selesai)), None)
        if jenjang is None or bulan <= masa.terbawa.get(jenjang, date.min):
            continue
        if not any(mulai <= akhir and selesai >= bulan for mulai, selesai in masa.dihitung):
            hasil.append(BulanTersedia(bulan, JenjangFungsional(jenjang)))
    return hasil


def _meliputi(awal: date, akhir: date, mulai: date, selesai: date | None) -> bool:
    return mulai <= awal and (selesai is None or selesai >= akhir)
