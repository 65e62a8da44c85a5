"""«Unit saya» and «Kecamatan»: how a unit with all below it stands, in counts; and the same as a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kinerja.enums import StatusEvaluasi
from kinerja.models import Periode
from kinerja.perhitungan import LABEL_PREDIKAT, persen_baik
from kinerja.permissions.unit import LingkupUnit, lingkup_unit
from kinerja.ringkasan.unit import (
    HambatanUnit,
    HasilUnit,
    JumlahUnit,
    PraktikTahun,
    batas_skp,
    berlaku_pada,
    hambatan_unit,
    hasil_per_unit,
    jumlah_per_unit,
    periode_mulai,
    pilihan_semua,
    praktik,
    tren,
)
from kinerja.views.ambil import akun
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.tampilan.bagan import Kategori, Sebaran, TitikTren, Tren, buat_sebaran, buat_tren
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One branch of the table: a unit directly below with all below it, or (``sendiri``) the unit's own people."""

    unit: UnitKerja
    jumlah: JumlahUnit
    hasil: int
    ditetapkan: int
    sendiri: bool = False

    @property
    def label(self) -> str:
        return f"Langsung di {self.unit.nama}" if self.sendiri else self.unit.nama


@dataclass(frozen=True, slots=True)
class KeadaanUnit:
    """All figures of one page. ``tren`` is oldest first; its last entry is the chosen period.

    ``minimum``: fewest people whose predicates are shown.
    """

    unit: UnitKerja
    induk: UnitKerja | None
    periode: Periode
    jumlah: JumlahUnit
    cabang: list[BarisUnit]
    tren: list[tuple[Periode, HasilUnit]]
    minimum: int
    tampil_sebaran: bool
    hambatan: HambatanUnit
    praktik: list[PraktikTahun]

    @property
    def hasil(self) -> HasilUnit:
        return self.tren[-1][1]


@wajib_masuk
@require_safe
def unit_awal(request: HttpRequest) -> HttpResponse:
    """The unit at which the reader begins."""
    semua, lingkup = _lingkup(akun(request))
    tautan = reverse("kinerja:unit", args=[semua[lingkup.akar[0]].uuid])
    return redirect(f"{tautan}?{request.GET.urlencode()}" if request.GET else tautan)


@wajib_masuk
@require_safe
def unit(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Counts of one unit. The same number of queries for ten people and for ten thousand."""
    semua, lingkup = _lingkup(akun(request))
    pilihan = periode_mulai(hari_ini())
    periode = _pilih_periode(request, pilihan)
    satu = _unit_dibaca(kode, semua, lingkup)
    konteks: dict[str, Any] = {
        "unit": satu,
        "judul": satu.nama,
        "periode": periode,
        "pilihan": pilihan,
        "akar": [semua[pk] for pk in lingkup.akar] if len(lingkup.akar) > 1 else [],
        "rinci": satu.pk in lingkup.rinci,
    }
    if periode is not None:
        konteks |= _konteks(request, _keadaan(satu, periode, semua, lingkup))
    return render(request, "kinerja/unit.html", konteks)


@wajib_masuk
@require_safe
def unit_unduh(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The figures of the page as XLSX."""
    semua, lingkup = _lingkup(akun(request))
    satu = _unit_dibaca(kode, semua, lingkup)
    periode = _pilih_periode(request, periode_mulai(hari_ini()))
    if periode is None:
        raise Http404
    isi = tulis_xlsx(_lembar(_keadaan(satu, periode, semua, lingkup)), nama_lembar="Unit")
    return unduhan_jadi(isi, f"kinerja-{satu.kode}-{periode.kode}", "xlsx")


def _lingkup(pengguna: Pengguna) -> tuple[dict[int, UnitKerja], LingkupUnit]:
    """All units by key, and what the reader may open; 404 for those who may open none."""
    semua = {satu.pk: satu for satu in UnitKerja.objects.all()}
    lingkup = lingkup_unit(pengguna, semua.values())
    if not lingkup.akar:
        raise Http404
    return semua, lingkup


def _unit_dibaca(kode: UUID, semua: Mapping[int, UnitKerja], lingkup: LingkupUnit) -> UnitKerja:
    for satu in semua.values():
        if satu.uuid == kode and satu.pk in lingkup.dibaca:
            return satu
    raise Http404


def _pilih_periode(request: HttpRequest, pilihan: Sequence[tuple[Periode, bool]]) -> Periode | None:
    """That of ``?periode=``, else the newest computed one, else the newest."""
    kode = request.GET.get("periode")
    if kode is not None:
        cocok = [satu for satu, _terhitung in pilihan if satu.kode == kode]
        if not cocok:
            raise Http404
        return cocok[0]
    terhitung = [satu for satu, sudah in pilihan if sudah]
    return next(iter(terhitung or [satu for satu, _sudah in pilihan]), None)


def _keadaan(satu: UnitKerja, periode: Periode, semua: Mapping[int, UnitKerja], lingkup: LingkupUnit) -> KeadaanUnit:
    pohon = Pohon({pk: baris.induk_id for pk, baris in semua.items()})
    cabang = pohon.cabang(satu.pk)
    hari = min(periode.selesai, hari_ini())
    per_unit = jumlah_per_unit(unit=cabang, periode=periode, hari=hari)
    hasil = hasil_per_unit(unit=cabang, akar=satu.pk, periode=periode)
    baris = []
    for akar in sorted(set(cabang.values()), key=lambda pk: (pk != satu.pk, semua[pk].nama)):
        anggota = [pk for pk, atas in cabang.items() if atas == akar]
        status = sum((hasil.get(pk, Counter()) for pk in anggota), Counter[str]())
        jumlah = sum((per_unit.get(pk, JumlahUnit()) for pk in anggota), JumlahUnit())
        if jumlah.pegawai or status or semua[akar].aktif:
            final = status[StatusEvaluasi.DITETAPKAN.value]
            baris.append(BarisUnit(semua[akar], jumlah, status.total(), final, sendiri=akar == satu.pk))
    pilihan = pilihan_semua()
    minimum = berlaku_pada(pilihan, hari_ini()).minimal_sebaran
    riwayat = tren(unit=cabang, akar=satu.pk, periode=periode)
    return KeadaanUnit(
        unit=satu,
        induk=semua[satu.induk_id] if satu.induk_id in lingkup.dibaca else None,
        periode=periode,
        jumlah=sum((isi.jumlah for isi in baris), JumlahUnit()),
        cabang=baris,
        tren=riwayat,
        minimum=minimum,
        tampil_sebaran=lingkup.boleh_sebaran(satu.pk, riwayat[-1][1].ditetapkan, minimum),
        hambatan=hambatan_unit(unit=cabang, hari=hari_ini()),
        praktik=praktik(
            unit=cabang,
            akar=satu.pk,
            tenggat=batas_skp((periode.selesai.year - 1, periode.selesai.year), pilihan),
            hari=hari_ini(),
        ),
    )


def _konteks(request: HttpRequest, keadaan: KeadaanUnit) -> dict[str, Any]:
    tetap = {"periode": keadaan.periode.kode}
    return {
        "keadaan": keadaan,
        "minimum": keadaan.minimum,
        "kalimat": _kalimat(keadaan),
        "label_skp": f"{keadaan.jumlah.disetujui} dari {keadaan.jumlah.pegawai} pegawai mempunyai SKP yang disetujui",
        "label_realisasi": f"{keadaan.jumlah.terisi} dari {keadaan.jumlah.indikator} realisasi terisi",
        "halaman": Paginator(keadaan.cabang, PER_HALAMAN).get_page(request.GET.get("page")),
        "sebaran": _sebaran(keadaan.hasil) if keadaan.tampil_sebaran else None,
        "tren": _tren(keadaan) if keadaan.tampil_sebaran else None,
        "batas_skp": keadaan.praktik[-1].batas,
        "kueri": f"?{urlencode(tetap)}",
    }


def _kalimat(keadaan: KeadaanUnit) -> str:
    """The sentence that says where the period stands."""
    jumlah, hasil, nama = keadaan.jumlah, keadaan.hasil, keadaan.periode.nama
    if hasil.semua:
        return f"{hasil.ditetapkan} dari {hasil.semua} hasil {nama} sudah ditetapkan"
    if jumlah.indikator:
        return f"{jumlah.terisi} dari {jumlah.indikator} realisasi {nama} sudah terisi"
    if jumlah.pegawai:
        return f"{jumlah.disetujui} dari {jumlah.pegawai} pegawai mempunyai SKP yang disetujui"
    return "Belum ada pegawai di unit ini"


def _sebaran(hasil: HasilUnit) -> Sebaran | None:
    """Final predicates in the order of the regulation; None before there is one."""
    if not hasil.ditetapkan:
        return None
    kategori = [Kategori(label, hasil.predikat.get(satu.value, 0)) for satu, label in LABEL_PREDIKAT.items()]
    return buat_sebaran("Sebaran predikat yang ditetapkan", kategori, satuan="pegawai")


def _tren(keadaan: KeadaanUnit) -> Tren | None:
    """Share of final predicates from Baik on, period by period; None before there are two periods."""
    titik = [
        TitikTren(
            periode.nama,
            persen_baik(hasil.predikat, minimum=keadaan.minimum),
            n=hasil.ditetapkan or None,
        )
        for periode, hasil in keadaan.tren
    ]
    if sum(satu.nilai is not None for satu in titik) < 2:
        return None
    return buat_tren(
        "Predikat Baik ke atas",
        titik,
        skala=(0, 100),
        desimal=1,
        nama_nilai="Persen Baik ke atas",
        nama_n="Hasil ditetapkan",
    )


_JUDUL_LEMBAR = (
    "Unit",
    "Pegawai",
    "SKP disetujui",
    "SKP diajukan",
    "SKP draf atau dikembalikan",
    "Tanpa SKP",
    "Realisasi yang diisi",
    "Realisasi terisi",
    "Pegawai dengan realisasi lengkap",
    "Pegawai yang belum mulai mengisi",
    "Hasil dihitung",
    "Hasil ditetapkan",
)


def _lembar(keadaan: KeadaanUnit) -> list[list[object]]:
    baris: list[list[object]] = [
        [keadaan.unit.nama],
        [keadaan.periode.nama],
        [],
        list(_JUDUL_LEMBAR),
        *(_baris_lembar(satu.label, satu.jumlah, satu.hasil, satu.ditetapkan) for satu in keadaan.cabang),
        _baris_lembar("Seluruhnya", keadaan.jumlah, keadaan.hasil.semua, keadaan.hasil.ditetapkan),
    ]
    hambatan = keadaan.hambatan
    baris += [
        [],
        ["Kendala terbuka", hambatan.kendala],
        ["Permintaan dukungan menunggu jawaban", hambatan.menunggu],
        ["Permintaan dukungan lewat tenggat", hambatan.lewat],
    ]
    if keadaan.tampil_sebaran:
        label = [f"Predikat {satu}" for satu in LABEL_PREDIKAT.values()]
        baris += [[], ["Periode", "Hasil dihitung", "Hasil ditetapkan", *label]]
        for periode, hasil in keadaan.tren:
            predikat = [hasil.predikat.get(satu.value, 0) for satu in LABEL_PREDIKAT]
            baris.append([periode.nama, hasil.semua, hasil.ditetapkan, *predikat])
    return baris


def _baris_lembar(label: str, jumlah: JumlahUnit, hasil: int, ditetapkan: int) -> list[object]:
    return [
        label,
        jumlah.pegawai,
        jumlah.disetujui,
        jumlah.diajukan,
        jumlah.draf,
        jumlah.tanpa_skp,
        jumlah.indikator,
        jumlah.terisi,
        jumlah.lengkap,
        jumlah.belum_mulai,
        hasil,
        ditetapkan,
    ]
