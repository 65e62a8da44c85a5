"""Periods, plans, results and ratings of behaviour of the sample office."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Indikator, PenilaianPerilaku, Periode, Realisasi, RencanaAksi, RencanaHasilKerja
from kinerja.perhitungan import NilaiDasar, Penilai, Rating
from kinerja.permissions import PetaAtasan, peta_atasan
from kinerja.proses.dasar_skp import bentuk_menurut_jabatan
from rakumpit.contoh.berkas import angka, baris_csv, isi_json, tanggal
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.enums import STATUS_BERSKP
from rakumpit.organisasi.models import Pegawai, PejabatLuar, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import WIB

PERIODE_DINILAI = "tw3-2026"


def isi_kinerja() -> None:
    """Write what the evaluation of the third quarter is computed from. Call it inside a transaction."""
    pegawai = pegawai_bernomor()
    _isi_periode()
    periode, penilai = Periode.objects.get(kode=PERIODE_DINILAI), _Penilai()
    _isi_skp(pegawai, periode, penilai)
    _isi_perilaku(pegawai, periode, penilai)


def _isi_periode() -> None:
    """Quarters and the year. Only the third quarter has data, so only it and later ones have a time to be computed."""
    for baris in baris_csv("periode.csv"):
        Periode.objects.create(
            kode=baris["kode"],
            nama=baris["nama"],
            jenis=baris["jenis"],
            berlaku_untuk=[satu.value for satu in STATUS_BERSKP],
            mulai=date.fromisoformat(baris["mulai"]),
            selesai=date.fromisoformat(baris["selesai"]),
            batas_isi=date.fromisoformat(baris["batas_isi"]),
            jalan_pada=datetime.fromisoformat(baris["jalan_pada"]) if baris["jalan_pada"] else None,
            dibuka_kembali_sampai=tanggal(baris["dibuka_kembali_sampai"]),
            alasan_dibuka_kembali=baris["alasan"],
        )


def _isi_skp(pegawai: dict[int, Pegawai], periode: Periode, penilai: _Penilai) -> None:
    unit = {satu.kode: satu for satu in UnitKerja.objects.all()}
    data = isi_json("skp.json")
    rencana: dict[tuple[int, str, int], RencanaHasilKerja] = {}
    indikator: list[tuple[Indikator, dict[str, Any], Pegawai, SKP]] = []
    for satu in data:
        pemilik = pegawai[satu["no"]]
        mulai = date.fromisoformat(satu["mulai"])
        skp = SKP.objects.create(
            pegawai=pemilik,
            mulai=mulai,
            selesai=date.fromisoformat(satu["selesai"]),
            bentuk=bentuk_menurut_jabatan(pemilik, mulai).value,
            status=StatusSKP.DISETUJUI.value,
            **penilai.pada(pemilik, mulai),
        )
        hasil = RencanaHasilKerja.objects.bulk_create(
            RencanaHasilKerja(skp=skp, urut=urut, uraian=isi["uraian"], jenis=isi.get("jenis", "utama"))
            for urut, isi in enumerate(satu["rencana"], start=1)
        )
        for rhk, isi in zip(hasil, satu["rencana"], strict=True):
            rencana[satu["no"], satu["mulai"], rhk.urut] = rhk
            for urut, ukuran in enumerate(isi["indikator"], start=1):
                indikator.append((_indikator(rhk, urut, ukuran, unit), ukuran, pemilik, skp))
    _sambungkan(data, rencana)
    Indikator.objects.bulk_create(satu for satu, _ukuran, _pemilik, _skp in indikator)
    RencanaAksi.objects.bulk_create(
        RencanaAksi(
            indikator=satu, periode=periode, target=Decimal(ukuran["tw3"]), target_atas=angka(ukuran.get("tw3_atas"))
        )
        for satu, ukuran, _pemilik, _skp in indikator
        if "tw3" in ukuran
    )
    Realisasi.objects.bulk_create(
        Realisasi(
            indikator=satu,
            periode=periode,
            nilai=Decimal(ukuran["realisasi"]),
            per_tanggal=min(periode.selesai, skp.selesai),
            catatan=ukuran.get("catatan", ""),
            diisi_oleh=pemilik.pengguna,
            # Typed in time: on the afternoon of the day that the result speaks of.
            diubah=datetime.combine(min(periode.selesai, skp.selesai), time(15), tzinfo=WIB),
        )
        for satu, ukuran, pemilik, skp in indikator
        if "realisasi" in ukuran
    )


def _indikator(rhk: RencanaHasilKerja, urut: int, ukuran: dict[str, Any], unit: dict[str, UnitKerja]) -> Indikator:
    return Indikator(
        rencana=rhk,
        urut=urut,
        uraian=ukuran["uraian"],
        aspek=ukuran.get("aspek", ""),
        perspektif=ukuran.get("perspektif", ""),
        satuan=ukuran["satuan"],
        arah=ukuran["arah"],
        target=Decimal(ukuran["target"]),
        target_atas=angka(ukuran.get("target_atas")),
        sumber=ukuran["sumber"],
        unit_sumber=unit[ukuran["unit_sumber"]] if "unit_sumber" in ukuran else None,
    )


def _sambungkan(data: list[dict[str, Any]], rencana: dict[tuple[int, str, int], RencanaHasilKerja]) -> None:
    """Tie each planned result to the superior's result that it supports, in the plan that held on its first day."""
    berubah = []
    for satu in data:
        for urut, isi in enumerate(satu["rencana"], start=1):
            if "mendukung" not in isi:
                continue
            nomor, urut_pimpinan = isi["mendukung"]
            mulai = next(
                skp["mulai"] for skp in data if skp["no"] == nomor and skp["mulai"] <= satu["mulai"] <= skp["selesai"]
            )
            rhk = rencana[satu["no"], satu["mulai"], urut]
            rhk.rhk_pimpinan = rencana[nomor, mulai, urut_pimpinan]
            berubah.append(rhk)
    RencanaHasilKerja.objects.bulk_update(berubah, ["rhk_pimpinan"])


class _Penilai:
    """Superiors by person and day, derived as everywhere else; the leaders of a day are read once."""

    def __init__(self) -> None:
        self._peta: dict[date, PetaAtasan] = {}
        self._orang: dict[Pemegang, Pegawai | PejabatLuar | None] = {}

    def pada(self, pegawai: Pegawai, hari: date) -> dict[str, Pegawai | PejabatLuar]:
        """The field of a plan or rating that holds the superior, with its value."""
        tempat = pegawai.penugasan_pada(hari)
        if hari not in self._peta:
            self._peta[hari] = peta_atasan(hari)
        pemegang = None
        if tempat is not None:
            pemegang = self._peta[hari].atasan(
                unit_id=tempat.jabatan.unit_id, memimpin=tempat.jabatan.memimpin, pegawai_id=pegawai.pk
            )
        if pemegang is None:
            raise LookupError(f"Tidak ada atasan {pegawai} pada {hari:%d-%m-%Y}.")
        if pemegang not in self._orang:
            self._orang[pemegang] = orang(pemegang)
        atasan = self._orang[pemegang]
        if atasan is None:
            raise LookupError(f"Pemegang jabatan {pemegang.jabatan} tidak ditemukan.")
        return {"penilai" if isinstance(atasan, Pegawai) else "penilai_luar": atasan}


def _isi_perilaku(pegawai: dict[int, Pegawai], periode: Periode, penilai: _Penilai) -> None:
    """Seven ratings by the superior of each person's last day in the period; exceptions carry their sentence."""
    beda = {
        (int(baris["no"]), baris["nilai_dasar"]): (baris["rating"], baris["catatan"])
        for baris in baris_csv("perilaku.csv")
    }
    belum = set(isi_json("keputusan.json")["belum_dinilai_perilaku"])
    baris = []
    for nomor, satu in pegawai.items():
        hari = min(periode.selesai, satu.selesai or periode.selesai)
        if nomor in belum or hari < periode.mulai:
            continue
        atasan = penilai.pada(satu, hari)
        for nilai in NilaiDasar:
            rating, catatan = beda.get((nomor, nilai.value), (Rating.SESUAI.value, ""))
            baris.append(
                PenilaianPerilaku(
                    pegawai=satu,
                    periode=periode,
                    sebagai=Penilai.ATASAN.value,
                    nilai_dasar=nilai.value,
                    rating=rating,
                    catatan=catatan,
                    **atasan,
                )
            )
    PenilaianPerilaku.objects.bulk_create(baris)
