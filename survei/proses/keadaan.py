"""The life of a survey: draf → terbuka → ditutup → dikunci → dipublikasi. Each step once, on the server, audited."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.angka import bulatkan
from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini, sekarang
from survei.enums import DEMOGRAFI, LABEL_STATUS_SURVEI, CatatanMutu, StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.models import HasilSurvei, PermintaanBuka, Survei, TindakLanjut
from survei.perhitungan import (
    PENGALI_KONVERSI,
    SAMPEL_KECIL,
    SEL_MINIMUM_DALAM,
    HasilIndeks,
    Ketidakpastian,
    Pita,
    ketidakpastian,
    mutu,
    sembunyikan_sel,
    target_sampel,
)
from survei.permissions import boleh_mengelola
from survei.proses.hitung import Bagian, hitung_bagian, hitung_ulang_seluruhnya
from survei.proses.kertas import bundel_tertunda
from survei.ringkasan import HitunganSurvei, hitungan_survei, pita_instrumen
from survei.ringkasan.butir import cacah_butir, simpan_cacah

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


def _ambil(survei: Survei, oleh: Pengguna, harus: StatusSurvei, langkah: str) -> Survei:
    """The survey, locked, if this person may take the step and it stands where the step begins."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Survei.objects.select_for_update(of=("self",)).select_related("instrumen", "unit").get(pk=survei.pk)
    if terkunci.status != harus:
        kini = LABEL_STATUS_SURVEI[StatusSurvei(terkunci.status)].lower()
        raise ValidationError(f"Survei ini berstatus {kini}, jadi tidak dapat {langkah}. Muat ulang halaman.")
    return terkunci


def _pindah(survei: Survei, ke: StatusSurvei, oleh: Pengguna | None, sesudah: dict[str, Any] | None = None) -> None:
    dari = survei.status
    survei.status = ke.value
    if ke is StatusSurvei.DITUTUP:
        # Forms that were filled in before this moment and wait for a line are still taken, until the lock.
        survei.ditutup_pada = sekarang()
    elif ke is StatusSurvei.DIPUBLIKASI:
        # The day of the first publication counts for the follow-up, also where a corrected result comes later.
        survei.dipublikasi_pada = survei.dipublikasi_pada or sekarang()
    survei.save(update_fields=["status", "ditutup_pada", "dipublikasi_pada"])
    catat(
        pelaku=oleh,
        aksi=f"survei.survei.{ke.value}",
        objek=survei,
        sebelum={"status": dari},
        sesudah={"status": ke.value} | (sesudah or {}),
    )


@transaction.atomic
def buka(*, survei: Survei, oleh: Pengguna) -> None:
    """Open a draft for citizens; it needs questions and at least one active service."""
    terkunci = _ambil(survei, oleh, StatusSurvei.DRAF, "dibuka")
    if not terkunci.layanan.filter(aktif=True).exists():
        raise ValidationError("Pilih sekurangnya satu layanan yang aktif sebelum membuka survei.")
    if terkunci.instrumen.status != StatusInstrumen.TERBIT:
        raise ValidationError("Pertanyaan survei ini masih draf. Terbitkan instrumennya lebih dahulu.")
    if not terkunci.instrumen.pertanyaan.exists():
        raise ValidationError("Instrumen survei ini belum berisi pertanyaan.")
    _pindah(terkunci, StatusSurvei.TERBUKA, oleh)


@transaction.atomic
def tutup(*, survei: Survei, oleh: Pengguna) -> None:
    """Stop taking forms; those that were filled in before and wait for a line are taken until the lock."""
    _pindah(_ambil(survei, oleh, StatusSurvei.TERBUKA, "ditutup"), StatusSurvei.DITUTUP, oleh)


def tutup_lewat_tanggal() -> int:
    """Close every open survey whose last day has passed; returns their number."""
    jumlah = 0
    for pk in Survei.objects.filter(status=StatusSurvei.TERBUKA.value, selesai__lt=hari_ini()).values_list(
        "pk", flat=True
    ):
        with transaction.atomic():
            survei = Survei.objects.select_for_update().get(pk=pk)
            if survei.status == StatusSurvei.TERBUKA and survei.selesai < hari_ini():
                _pindah(survei, StatusSurvei.DITUTUP, None)
                jumlah += 1
    return jumlah


_ANGKA_SELANG = ("galat_baku", "setengah", "bawah", "atas")


def _rincian(hitungan: HitunganSurvei) -> dict[str, dict[str, Any]]:
    return {
        kode: {
            "n": sum(cacah.values()),
            "jumlah": sum(nilai * jumlah for nilai, jumlah in cacah.items()),
            "sebaran": {str(nilai): jumlah for nilai, jumlah in sorted(cacah.items())},
        }
        for kode, cacah in hitungan.sebaran.items()
    }


def _angka(hasil: HasilIndeks) -> dict[str, str | None]:
    return {
        "ikm": None if hasil.ikm is None else str(hasil.ikm),
        "mutu": "" if hasil.mutu is None else hasil.mutu.value,
    }


def _selang(hitungan: HitunganSurvei, indeks: HasilIndeks, populasi: int | None) -> dict[str, Any]:
    """Sums of scores and the interval they give, as they stand in ``rincian``."""
    satu: Ketidakpastian = hitungan.ketidakpastian(indeks, populasi)
    teks = {nama: None if (nilai := getattr(satu, nama)) is None else str(nilai) for nama in _ANGKA_SELANG}
    skor = hitungan.skor
    return {
        "skor": None if skor is None else {"n": skor.n, "jumlah": skor.jumlah, "kuadrat": skor.kuadrat},
        "selang": teks | {"populasi": populasi, "koreksi": satu.koreksi, "alasan": satu.alasan},
    }


def _bagian(bagian: Bagian, pita: Pita, populasi: int | None) -> dict[str, Any]:
    """A part of the forms as it stands in ``rincian``: counts, index and interval."""
    rata = [Fraction(jumlah, n) for n, jumlah in bagian.unsur.values() if n]
    eksak = sum(rata, Fraction(0)) / len(rata) * PENGALI_KONVERSI if rata else None
    ikm = None if eksak is None else bulatkan(eksak, 2)
    tak_tentu = ketidakpastian(bagian.skor, eksak, populasi)
    return {
        "n": bagian.n,
        "unsur": {kode: {"n": n, "jumlah": jumlah} for kode, (n, jumlah) in sorted(bagian.unsur.items())},
        "ikm": None if ikm is None else str(ikm),
        "mutu": "" if ikm is None else mutu(ikm, pita).value,
        "selang": {
            "bawah": None if tak_tentu.bawah is None else str(tak_tentu.bawah),
            "atas": None if tak_tentu.atas is None else str(tak_tentu.atas),
        },
    }


def _kelompok(menurut: dict[str, dict[str, Bagian]], pita: Pita) -> dict[str, Any]:
    """Breakdowns by one property each; what staff may not see is left out for good, but for its number."""
    hasil = {}
    for dimensi, isi in menurut.items():
        semua = {kode: isi.get(kode, Bagian()) for kode in ("", *DEMOGRAFI[dimensi][1])}
        banyak = {kode: satu.n for kode, satu in semua.items()}
        tertutup, umum = sembunyikan_sel(banyak, SEL_MINIMUM_DALAM), sembunyikan_sel(banyak)
        hasil[dimensi] = {
            "tampil": {kode: _bagian(satu, pita, None) for kode, satu in semua.items() if kode not in tertutup},
            "tertutup": sorted(tertutup),
            "n_tertutup": sum(semua[kode].n for kode in tertutup),
            "tertutup_umum": sorted(umum),
        }
    return hasil


def _catatan(survei: Survei, hitungan: HitunganSurvei) -> list[str]:
    catatan = []
    n = hitungan.dihitung
    if not n:
        catatan.append(CatatanMutu.TANPA_JAWABAN)
    if n < SAMPEL_KECIL:
        catatan.append(CatatanMutu.SAMPEL_KECIL)
    if survei.populasi and n < target_sampel(survei.populasi):
        catatan.append(CatatanMutu.DI_BAWAH_TARGET)
    if n and 2 * hitungan.lurus >= n:
        catatan.append(CatatanMutu.BANYAK_LURUS)
    if n and any(not sum(cacah.values()) for cacah in hitungan.sebaran.values()):
        catatan.append(CatatanMutu.UNSUR_KOSONG)
    if not survei.instrumen.terverifikasi and survei.instrumen.jenis != JenisInstrumen.BEBAS:
        catatan.append(CatatanMutu.INSTRUMEN_BELUM_DIPERIKSA)
    return [satu.value for satu in catatan]


def versi_berikut(survei: Survei) -> tuple[int, str]:
    """Number and reason of the next result; 1 and "" for the first."""
    lama = HasilSurvei.objects.filter(survei=survei).order_by("-versi").first()
    if lama is None:
        return 1, ""
    disetujui = PermintaanBuka.objects.get(hasil=lama, status=StatusPermintaanBuka.DISETUJUI.value)
    return lama.versi + 1, disetujui.alasan


@transaction.atomic
def kunci(*, survei: Survei, oleh: Pengguna) -> HasilSurvei:
    """Recount everything inside this transaction and write the final result; afterwards no count changes any more.

    After a survey was opened again this is the next version of its result, with the reason; what was promised after
    the version before follows from this one. Exact sums and counts per element, for the whole and per service, stand
    in ``rincian``; forms with fewer answers than the instrument's minimum are kept but not counted.
    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    terkunci = _ambil(survei, oleh, StatusSurvei.DITUTUP, "dikunci")
    if tertunda := bundel_tertunda(terkunci):
        raise ValidationError(f"{tertunda} bundel kertas belum dihitung. Hitung atau batalkan dulu.")
    hitung_ulang_seluruhnya(survei_id=terkunci.pk)
    pita = pita_instrumen(terkunci.instrumen)
    seluruh = hitungan_survei(terkunci)
    indeks_seluruh = seluruh.indeks(pita)
    per_layanan = []
    for layanan in terkunci.layanan.order_by("nama", "pk"):
        bagian = hitungan_survei(terkunci, layanan_id=layanan.pk)
        indeks_bagian = bagian.indeks(pita)
        per_layanan.append(
            {
                "uuid": str(layanan.uuid),
                "nama": layanan.nama,
                "n": bagian.dihitung,
                "unsur": _rincian(bagian),
                **_angka(indeks_bagian),
                **_selang(bagian, indeks_bagian, None),
            }
        )
    tanpa_tanda, kelompok = hitung_bagian(terkunci)
    versi, sebab = versi_berikut(terkunci)
    hasil = HasilSurvei.objects.create(
        survei=terkunci,
        versi=versi,
        sebab=sebab,
        n=seluruh.dihitung,
        rincian={
            "instrumen": {"kode": terkunci.instrumen.kode, "versi": terkunci.instrumen.versi},
            "pita": terkunci.instrumen.pita,
            "minimal_terjawab": terkunci.instrumen.minimal_terjawab,
            "diterima": seluruh.diterima,
            "tidak_dihitung": seluruh.diterima - seluruh.dihitung,
            "lurus": seluruh.lurus,
            "terverifikasi": seluruh.terverifikasi,
            "unsur": _rincian(seluruh),
            "layanan": per_layanan,
            **_selang(seluruh, indeks_seluruh, terkunci.populasi),
            "tanpa_tanda": _bagian(tanpa_tanda, pita, terkunci.populasi),
            "kelompok": _kelompok(kelompok, pita),
            "butir": simpan_cacah(cacah_butir(terkunci)),
        },
        ikm=indeks_seluruh.ikm,
        mutu="" if indeks_seluruh.mutu is None else indeks_seluruh.mutu.value,
        bendera=_catatan(terkunci, seluruh),
        dikunci_oleh=oleh,
    )
    TindakLanjut.objects.filter(hasil__survei=terkunci).exclude(hasil=hasil).update(hasil=hasil)
    _pindah(terkunci, StatusSurvei.DIKUNCI, oleh, {"n": hasil.n, "versi": versi, **_angka(indeks_seluruh)})
    return hasil


@transaction.atomic
def publikasikan(*, survei: Survei, oleh: Pengguna) -> None:
    """Show the locked result to the public."""
    terkunci = _ambil(survei, oleh, StatusSurvei.DIKUNCI, "dipublikasikan")
    _pindah(terkunci, StatusSurvei.DIPUBLIKASI, oleh)
