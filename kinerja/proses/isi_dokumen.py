"""From rows to the shapes that the official documents take (``rakumpit.dokumen.isi``). Reads only.

The Angka bantu, the proposals and their derivation are in none of the shapes. Ratings are those that the official
decided; before that they are missing, never proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db.models import Prefetch

from kinerja.enums import BentukSKP, JenisHasil, JenisLampiran, JenisPeriode, Pendekatan
from kinerja.models import (
    SKP,
    Evaluasi,
    Indikator,
    PenetapanAngkaKredit,
    PenilaianPerilaku,
    Periode,
    Realisasi,
    RencanaHasilKerja,
)
from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_RATING, NilaiDasar, Penilai, Rating, teks_angka, teks_rentang
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from kinerja.permissions import adalah, atasan_kini
from kinerja.ringkasan.angka_kredit import saldo_pegawai
from rakumpit.angka import format_angka
from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen.isi import (
    DataAngkaKredit,
    DataDokumenEvaluasi,
    DataEvaluasi,
    DataSKP,
    HasilKerja,
    Kop,
    Perilaku,
    Pihak,
    UkuranHasil,
)
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.organisasi.pangkat import GolonganTidakSah, baca_golongan
from rakumpit.waktu import format_tanggal, tanggal_lokal

_AWALAN_SIFAT = {SifatPenugasan.PLT.value: "Plt. ", SifatPenugasan.PLH.value: "Plh. "}
_AKSI_SETUJU = ("kinerja.skp.setujui", "kinerja.skp.catat_persetujuan_luar")
_TANPA_PIHAK: Pihak = {"nama": None, "nip": None, "pangkat": None, "jabatan": None, "unit": None}


def rentang(mulai: date, selesai: date) -> str:
    """«1 Januari s.d. 31 Desember 2026»; the year is written twice only where it differs."""
    awal = format_tanggal(mulai)
    if mulai.year == selesai.year:
        awal = awal.removesuffix(f" {mulai.year}")
    return f"{awal} s.d. {format_tanggal(selesai)}"


def kop_kantor() -> Kop:
    """Letterhead: the city and the kecamatan as the unit tree names them."""
    nama = dict(
        UnitKerja.objects.filter(jenis__in=[JenisUnit.KOTA.value, JenisUnit.KECAMATAN.value])
        .order_by("-pk")
        .values_list("jenis", "nama")
    )
    return {
        "pemerintah": nama.get(JenisUnit.KOTA.value, ""),
        "kantor": nama.get(JenisUnit.KECAMATAN.value, ""),
        "alamat": None,
    }


def tempat_kantor(kop: Kop) -> str:
    """Place of signing: «Rakumpit» of «Kecamatan Rakumpit»."""
    return kop["kantor"].removeprefix("Kecamatan ")


def pihak(siapa: Pegawai | PejabatLuar | None, tugas: Penugasan | None, *, golongan: str | None = None) -> Pihak:
    """One party with the post held in ``tugas``; «Plt.» stands before an acting one (case C79)."""
    if siapa is None:
        return dict(_TANPA_PIHAK)  # type: ignore[return-value]  # a copy of a Pihak
    di_sini = siapa if isinstance(siapa, Pegawai) else None
    return {
        "nama": siapa.nama,
        "nip": di_sini.nip if di_sini else None,
        "pangkat": _pangkat(di_sini.golongan if golongan is None else golongan) if di_sini else None,
        "jabatan": f"{_AWALAN_SIFAT.get(tugas.sifat, '')}{tugas.jabatan.nama}" if tugas else None,
        "unit": tugas.jabatan.unit.nama if tugas else None,
    }


def _pangkat(golongan: str) -> str | None:
    try:
        return str(baca_golongan(golongan, pppk="/" not in golongan))
    except GolonganTidakSah:
        return golongan or None


def tugas_penilai(pegawai: Pegawai, penilai: Pegawai | PejabatLuar, tanggal: date) -> Penugasan | None:
    """The post from which ``penilai`` rates the person on a day: the leading one above, else the definitive one."""
    semua: list[Penugasan] = sorted(
        penilai.penugasan.pada(tanggal).select_related("jabatan__unit"),
        key=lambda satu: (satu.sifat != SifatPenugasan.DEFINITIF.value, satu.pk),
    )
    kini = atasan_kini(pegawai, tanggal)
    luar = isinstance(penilai, PejabatLuar)
    if kini is not None and adalah(kini, None if luar else penilai.pk, penilai.pk if luar else None):
        for satu in semua:
            if satu.jabatan.memimpin and (satu.jabatan.nama, satu.sifat) == (kini.jabatan, kini.sifat):
                return satu
    return semua[0] if semua else None


def tanggal_setuju(skp: SKP) -> date | None:
    """Day on which the plan was approved, from the audit trail; None for a plan that nobody approved here."""
    saat = (
        CatatanAudit.objects.filter(objek_jenis=skp._meta.label_lower, objek_id=str(skp.uuid), aksi__in=_AKSI_SETUJU)
        .order_by("-pk")
        .values_list("waktu", flat=True)
        .first()
    )
    return tanggal_lokal(saat) if saat is not None else None


def data_skp(skp: SKP) -> DataSKP:
    """The plan with its lampiran."""
    setuju = tanggal_setuju(skp)
    acuan = min(max(setuju or skp.mulai, skp.mulai), skp.selesai)
    penilai = skp.penilai or skp.penilai_luar
    ekspektasi = _ekspektasi(skp)
    # The parts come from functions that several shapes share.
    return cast(
        DataSKP,
        {
            **_formulir(skp, mulai=skp.mulai, selesai=skp.selesai, tanggal=setuju),
            "pegawai": pihak(skp.pegawai, skp.pegawai.penugasan_pada(acuan)),
            "penilai": pihak(penilai, tugas_penilai(skp.pegawai, penilai, acuan) if penilai else None),
            "perilaku": [_perilaku(nilai, ekspektasi) for nilai in NilaiDasar],
            "lampiran": _lampiran(skp),
        },
    )


def data_evaluasi(evaluasi: Evaluasi) -> DataEvaluasi:
    """Evaluasi Kinerja Pegawai of one period: the plan, what was reached, feedback, and what was decided."""
    periode, konteks = evaluasi.periode, _konteks(evaluasi)
    skp = SKP.objects.filter(pk=konteks.get("skp_id") or 0).first()
    ekspektasi = _ekspektasi(skp)
    catatan = dict(
        PenilaianPerilaku.objects.filter(
            pegawai_id=evaluasi.pegawai_id, periode=periode, sebagai=Penilai.ATASAN.value
        ).values_list("nilai_dasar", "catatan")
    )
    rating = {isi[0]: isi[2] for isi in evaluasi.bahan.get("perilaku", []) if isi[1] == Penilai.ATASAN.value}
    # The parts come from functions that several shapes share.
    return cast(
        DataEvaluasi,
        {
            **_formulir(
                skp,
                mulai=periode.mulai,
                selesai=periode.selesai,
                tanggal=_tanggal_tetap(evaluasi),
                realisasi=_realisasi(evaluasi, periode),
            ),
            "pegawai": _yang_dinilai(evaluasi),
            "penilai": _penilai(evaluasi),
            "perilaku": [
                _perilaku(nilai, ekspektasi)
                | {"umpan_balik": _umpan_balik(rating.get(nilai.value), catatan.get(nilai.value, ""))}
                for nilai in NilaiDasar
            ],
            "jenis": "tahunan" if periode.jenis == JenisPeriode.TAHUNAN.value else "periodik",
            "masa": periode.nama,
            "capaian_organisasi": None,
            "pola": [],
            "rating_hasil": evaluasi.rating_hasil or None,
            "rating_perilaku": evaluasi.rating_perilaku or None,
            "predikat": evaluasi.predikat or None,
        },
    )


def data_dokumen_evaluasi(evaluasi: Evaluasi) -> DataDokumenEvaluasi:
    """Dokumen Evaluasi Kinerja: the three officials, the predicate and the notes, on one page."""
    kop = kop_kantor()
    periode, tetap = evaluasi.periode, _tanggal_tetap(evaluasi)
    # The parts come from functions that several shapes share.
    return cast(
        DataDokumenEvaluasi,
        {
            "kop": kop,
            "periode": rentang(periode.mulai, periode.selesai),
            "masa": periode.nama,
            "pegawai": _yang_dinilai(evaluasi),
            "penilai": _penilai(evaluasi),
            "atasan_penilai": _atasan_penilai(evaluasi),
            "capaian_organisasi": None,
            "rating_hasil": evaluasi.rating_hasil or None,
            "rating_perilaku": evaluasi.rating_perilaku or None,
            "predikat": evaluasi.predikat or None,
            "catatan": evaluasi.alasan or None,
            "tempat": tempat_kantor(kop),
            "tanggal": format_tanggal(tetap) if tetap else "",
        },
    )


def data_angka_kredit(penetapan: PenetapanAngkaKredit) -> DataAngkaKredit:
    """What was set, and the balance of its jenjang up to its last month."""
    kop, hari = kop_kantor(), tanggal_lokal(penetapan.ditetapkan_pada)
    penetap = getattr(penetapan.ditetapkan_oleh, "pegawai", None) or getattr(
        penetapan.ditetapkan_oleh, "pejabat_luar", None
    )
    saldo = next(
        satu.saldo
        for satu in saldo_pegawai(penetapan.pegawai, sampai=penetapan.selesai)
        if satu.jenjang == penetapan.jenjang
    )
    naik = (
        ("Kenaikan pangkat", saldo.kebutuhan.pangkat, saldo.kurang_pangkat),
        ("Kenaikan jenjang", saldo.kebutuhan.jenjang, saldo.kurang_jenjang),
    )
    return {
        "kop": kop,
        "masa": rentang(penetapan.mulai, penetapan.selesai),
        "pegawai": pihak(penetapan.pegawai, penetapan.pegawai.penugasan_pada(penetapan.selesai)),
        "penetap": pihak(penetap, tugas_penilai(penetapan.pegawai, penetap, hari) if penetap else None),
        "jenjang": penetapan.get_jenjang_display(),
        "evaluasi": penetapan.evaluasi.periode.nama,
        "predikat": penetapan.get_predikat_display(),
        "persen": f"{penetapan.persen}%",
        "koefisien": teks_angka(penetapan.koefisien),
        "bulan": str(penetapan.bulan),
        "angka_kredit": format_angka(penetapan.nilai),
        "saldo": [
            ("Saldo awal", format_angka(saldo.awal)),
            ("Ditetapkan di kantor ini, termasuk yang sekarang", format_angka(saldo.tambahan)),
            ("Jumlah", format_angka(saldo.jumlah)),
        ],
        "kebutuhan": [
            (nama, str(butuh), format_angka(kurang))
            for nama, butuh, kurang in naik
            if butuh is not None and kurang is not None
        ],
        "dasar_hukum": penetapan.aturan.nama,
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(hari),
    }


def _konteks(evaluasi: Evaluasi) -> dict[str, Any]:
    return (evaluasi.bahan or {}).get("konteks") or {}


def _hari_terakhir(evaluasi: Evaluasi) -> date:
    tertulis = _konteks(evaluasi).get("hari_terakhir")
    return date.fromisoformat(tertulis) if tertulis else evaluasi.periode.selesai


def _tanggal_tetap(evaluasi: Evaluasi) -> date | None:
    return tanggal_lokal(evaluasi.ditetapkan_pada) if evaluasi.ditetapkan_pada else None


def _yang_dinilai(evaluasi: Evaluasi) -> Pihak:
    """The person with post, unit and grade as the row copied them."""
    dasar = pihak(evaluasi.pegawai, None, golongan=evaluasi.golongan)
    return dasar | {"jabatan": evaluasi.jabatan_nama or None, "unit": evaluasi.unit_nama or None}


def _penilai(evaluasi: Evaluasi) -> Pihak:
    siapa = evaluasi.penilai or evaluasi.penilai_luar
    tugas = tugas_penilai(evaluasi.pegawai, siapa, _hari_terakhir(evaluasi)) if siapa else None
    dasar = pihak(siapa, tugas)
    return dasar if tugas else dasar | {"jabatan": evaluasi.penilai_jabatan or None}


def _atasan_penilai(evaluasi: Evaluasi) -> Pihak:
    if evaluasi.penilai is None:
        return pihak(None, None)
    hari = _hari_terakhir(evaluasi)
    atasan = orang(atasan_kini(evaluasi.penilai, hari))
    return pihak(atasan, tugas_penilai(evaluasi.penilai, atasan, hari) if atasan else None)


def _formulir(
    skp: SKP | None,
    *,
    mulai: date,
    selesai: date,
    tanggal: date | None,
    realisasi: Mapping[int, str | None] | None = None,
) -> Any:
    """What both forms begin with; without a plan there are no results."""
    kop = kop_kantor()
    kualitatif = skp is not None and skp.pendekatan == Pendekatan.KUALITATIF.value
    rencana = _rencana(skp)
    hasil = [(satu.jenis, _hasil(satu, kualitatif=kualitatif, realisasi=realisasi)) for satu in rencana]
    return {
        "kop": kop,
        "periode": rentang(mulai, selesai),
        "pendekatan": skp.pendekatan if skp else Pendekatan.KUANTITATIF.value,
        "pimpinan": skp is not None and skp.bentuk == BentukSKP.PIMPINAN.value,
        "utama": [isi for jenis, isi in hasil if jenis == JenisHasil.UTAMA.value],
        "tambahan": [isi for jenis, isi in hasil if jenis == JenisHasil.TAMBAHAN.value],
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(tanggal) if tanggal else "",
    }


def _rencana(skp: SKP | None) -> list[RencanaHasilKerja]:
    if skp is None:
        return []
    ukuran = Prefetch("indikator", Indikator.objects.order_by("urut"))
    return list(skp.rencana.select_related("rhk_pimpinan").prefetch_related(ukuran).order_by("urut"))


def _hasil(rhk: RencanaHasilKerja, *, kualitatif: bool, realisasi: Mapping[int, str | None] | None) -> HasilKerja:
    return {
        "rhk_pimpinan": rhk.rhk_pimpinan.uraian if rhk.rhk_pimpinan else rhk.penugasan_dari or None,
        "rhk": rhk.uraian,
        "ukuran": [_ukuran(satu, kualitatif=kualitatif, realisasi=realisasi) for satu in rhk.indikator.all()],
    }


def _ukuran(indikator: Indikator, *, kualitatif: bool, realisasi: Mapping[int, str | None] | None) -> UkuranHasil:
    target = teks_rentang(indikator.target, indikator.target_atas, indikator.satuan)
    hasil: UkuranHasil = {
        "uraian": f"{indikator.uraian}, target {target}" if kualitatif and target else indikator.uraian,
        "target": target,
        "aspek": indikator.get_aspek_display() or None,
        "perspektif": indikator.get_perspektif_display() or None,
    }
    if realisasi is not None:
        hasil["realisasi"] = realisasi.get(indikator.pk)
    return hasil


def _realisasi(evaluasi: Evaluasi, periode: Periode) -> dict[int, str | None]:
    """Indicator -> what was reached as the evaluation used it, with the note that the person wrote beside it."""
    bahan = {isi["id"]: isi for isi in evaluasi.bahan.get("indikator", [])}
    catatan = dict(
        Realisasi.objects.filter(indikator_id__in=list(bahan), periode=periode).values_list("indikator_id", "catatan")
    )
    return {pk: _teks_realisasi(isi, catatan.get(pk, "")) for pk, isi in bahan.items()}


def _teks_realisasi(isi: Mapping[str, Any], catatan: str) -> str | None:
    angka = f"{teks_angka(Decimal(isi['realisasi']))} {isi['satuan']}".strip() if isi["realisasi"] is not None else ""
    return ". ".join(satu for satu in (angka, catatan) if satu) or None


def _ekspektasi(skp: SKP | None) -> dict[str, str]:
    return {} if skp is None else dict(skp.ekspektasi.values_list("nilai_dasar", "isi"))


def _perilaku(nilai: NilaiDasar, ekspektasi: Mapping[str, str]) -> Perilaku:
    return {
        "nilai": LABEL_NILAI_DASAR[nilai],
        "panduan": list(PANDUAN_PERILAKU[nilai]),
        "ekspektasi": ekspektasi.get(nilai.value) or None,
    }


def _lampiran(skp: SKP) -> dict[str, list[str]]:
    butir = list(skp.lampiran.order_by("jenis", "urut").values_list("jenis", "isi"))

    def daftar(jenis: JenisLampiran) -> list[str]:
        return [isi for milik, isi in butir if milik == jenis.value]

    return {
        "dukungan": daftar(JenisLampiran.DUKUNGAN),
        "pertanggungjawaban": daftar(JenisLampiran.SKEMA),
        "konsekuensi": daftar(JenisLampiran.KONSEKUENSI),
    }


def _umpan_balik(rating: str | None, catatan: str) -> str | None:
    """The superior's rating of one value with its sentence."""
    if rating is None:
        return catatan or None
    return f"{LABEL_RATING[Rating(rating)].capitalize()}. {catatan}".strip()
