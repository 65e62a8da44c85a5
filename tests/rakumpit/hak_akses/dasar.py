"""What the lines of the table are made of: roles, expected answers, complete forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from kinerja.perhitungan import NilaiDasar, Rating
from tests.dasar import (
    ADMIN_TEKNIS,
    ANONIM,
    ATASAN,
    ATASAN_KEDUA,
    PDF,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    REKAN,
    WARGA,
    KantorBernama,
)

SEMUA = (ANONIM, WARGA, PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN, PENGELOLA, PEMERIKSA, ADMIN_TEKNIS, PEJABAT_LUAR)
BER_AKUN = SEMUA[1:]
BER_SKP = (PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN)
MEMIMPIN = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR)
# The owner, everybody who leads a unit above, and the pengelola read; nobody else does.
PEMBACA = (PEGAWAI, *MEMIMPIN, PENGELOLA)
# Surveys of the unit: who works there or leads it or a unit above, the pengelola, the inspectors.
PEMBACA_SURVEI = (*PEMBACA, PEMERIKSA)
PEMBACA_SARAN = (*MEMIMPIN, PENGELOLA)
# Their own work is measured by the surveys of the seksi, so their answers are not taken.
ORANG_DALAM = (PEGAWAI, *MEMIMPIN)

# «masuk»: asked to sign in. What was typed waits behind the login page, or comes back with a link to it.
MASUK = "masuk"
Jawaban = int | str
Isi = Callable[[KantorBernama], dict[str, Any]]


def hak(
    peran: Iterable[str], kode: Jawaban = 200, *, lain: Jawaban = 404, anonim: Jawaban = MASUK, **khusus: Jawaban
) -> dict[str, Jawaban]:
    """Expected answers: ``kode`` for these roles, ``lain`` for other signed-in people; ``khusus`` names exceptions."""
    return {ANONIM: anonim} | dict.fromkeys(BER_AKUN, lain) | dict.fromkeys(peran, kode) | khusus


def terbuka(kode: Jawaban = 200, **khusus: Jawaban) -> dict[str, Jawaban]:
    """The same answer for everybody."""
    return dict.fromkeys(SEMUA, kode) | khusus


TIDAK_ADA = hak(())
# A page that only shows, or only acts: the other method is refused before anything else is looked at.
BUKAN_CARA = hak(BER_AKUN, 405)
TERTUTUP = terbuka(405)


@dataclass(frozen=True, slots=True)
class Baris:
    """One line: ``objek`` names the arguments of the address, ``isi`` makes the posted form.

    ``isi`` is a complete form that the entitled person could send, so that only the missing right stops the others.
    ``berubah`` says whether the entitled person's POST must change rows.
    """

    nama: str
    objek: str = ""
    get: Mapping[str, Jawaban] = field(kw_only=True)
    post: Mapping[str, Jawaban] = field(kw_only=True)
    isi: Isi | None = None
    kueri: str = ""
    berubah: bool = True
    alamat: str = ""


def per_objek(
    nama: str,
    objek: Iterable[str],
    *,
    get: Mapping[str, Jawaban],
    post: Mapping[str, Jawaban],
    isi: Isi | None = None,
    berubah: bool = True,
) -> list[Baris]:
    """The same answers for each of these objects: states in which an action is refused, or allowed, alike."""
    return [Baris(nama, satu, get=get, post=post, isi=isi, berubah=berubah) for satu in objek]


def berkas() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", PDF, content_type="application/pdf")


def isi_versi(nama: str) -> Isi:
    return lambda k: {"versi": k.evaluasi[nama].versi}


def isi_keputusan(nama: str) -> Isi:
    return lambda k: {
        "rating_hasil": Rating.SESUAI.value,
        "rating_perilaku": Rating.SESUAI.value,
        "alasan": "Sesuai catatan harian.",
        "versi": k.evaluasi[nama].versi,
    }


def isi_surat(nama: str) -> Isi:
    return lambda k: isi_keputusan(nama)(k) | {"surat_nomor": "3/2026", "pindaian": berkas()}


def isi_perilaku(k: KantorBernama) -> dict[str, Any]:
    return {"bagian": "perilaku"} | {f"rating_{nilai.value}": Rating.SESUAI.value for nilai in NilaiDasar}


def isi_surat_skp(k: KantorBernama) -> dict[str, Any]:
    return {"surat_nomor": "4/2026", "pindaian": berkas()}


def isi_pindah(**isi: str) -> Isi:
    return lambda k: {"langkah": "simpan", "jabatan": str(k.contoh["jabatan_kosong"].uuid)} | isi


def isi_survei(survei: str) -> Isi:
    def isi(k: KantorBernama) -> dict[str, Any]:
        layanan = k.survei[survei].layanan.first()
        return {
            "submission_id": str(uuid4()),
            "versi_formulir": "skm-v1",
            "layanan": str(layanan.uuid) if layanan else "",
        } | {f"U{i}": "3" for i in range(1, 10)}

    return isi


def tetap(**isi: Any) -> Isi:
    return lambda _k: dict(isi)


YAKIN = tetap(yakin="on")
RENCANA = tetap(uraian="Surat selesai tepat waktu", jenis="utama")
INDIKATOR = tetap(uraian="Jumlah surat", satuan="surat", arah="tinggi", target="100", sumber="manual")
REALISASI = tetap(nilai="97,5", per_tanggal="14 September 2026", catatan="Rekap buku agenda.", versi="1")
