"""Good practice: the office reads the library, the pengelola keeps it, everybody reads what is published."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from pelatihan.perhitungan.praktik import (
    ADOPSI_TERBUKA,
    LANJUTAN_PRAKTIK,
    TERBIT,
    KeadaanKomentar,
    StatusAdopsi,
    StatusPraktik,
)
from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, REKAN, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, TERTUTUP, Baris, Jawaban, hak, terbuka, tetap

_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_PENULIS = (*BER_SKP, PENGELOLA, PEJABAT_LUAR)
_MENCOBA = (PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN, PEJABAT_LUAR)
_ALASAN = tetap(alasan="Sudah dibahas.")
_RENCANA = tetap(rencana="Dua minggu dulu.", mulai="15 September 2026", selesai="15 Oktober 2026")
_HASIL = tetap(berhasil="ya", hasil="Lebih cepat.", bukti="Buku agenda.")


def _isi(**lain: Any) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "judul": "Antrean per jam",
        "wilayah": "Kecamatan Rekaan",
        "tautan": "https://contoh.example/a",
        "tema": "pelayanan",
        "masalah": "Menunggu lama.",
        "langkah": "Nomor per jam.",
        "hasil": "Lebih singkat.",
    } | lain


def _usul(_k: KantorBernama) -> dict[str, Any]:
    return _isi()


def _ubah(status: StatusPraktik) -> Any:
    def isi(k: KantorBernama) -> dict[str, Any]:
        from pelatihan.models import PraktikBaik

        return _isi(versi=PraktikBaik.objects.get(uuid=k.objek[f"praktik_{status.value}"][0]).versi)

    return isi


def _berkas(_k: KantorBernama) -> dict[str, Any]:
    isi = b"%PDF-1.4 " + uuid4().hex.encode()
    return {"berkas": SimpleUploadedFile("sop.pdf", isi, content_type="application/pdf")}


def _komentar(_k: KantorBernama) -> dict[str, Any]:
    return {"kode": str(uuid4()), "isi": "Layak dicoba."}


def _coba(_k: KantorBernama) -> dict[str, Any]:
    return {"kode": str(uuid4()), "siapa": "saya", "niat": "Mencoba satu minggu."}


def _langkah(nama: str, dari: StatusPraktik, ke: StatusPraktik, status: StatusPraktik, *, formulir: bool) -> Baris:
    boleh = status is dari and ke in LANJUTAN_PRAKTIK[status]
    return Baris(
        f"pelatihan:{nama}",
        f"praktik_{status.value}",
        get=hak([PENGELOLA]) if formulir else BUKAN_CARA,
        post=hak([PENGELOLA], 302 if boleh else 409),
        isi=_ALASAN if formulir else tetap(),
    )


def _praktik_keadaan() -> list[Baris]:
    baris = []
    for status in StatusPraktik:
        objek, terbit = f"praktik_{status.value}", status in TERBIT
        membaca = _KANTOR if terbit else (PEGAWAI, PENGELOLA, PEMERIKSA)
        mengubah: dict[str, Jawaban] = {
            PEGAWAI: 302 if status in {StatusPraktik.USULAN, StatusPraktik.DITOLAK} else 409,
            PENGELOLA: 302 if status in {StatusPraktik.USULAN, StatusPraktik.KANTOR} else 409,
        }
        ubah = (*mengubah,)
        baris += [
            Baris("pelatihan:praktik", objek, get=hak(membaca), post=BUKAN_CARA),
            Baris("pelatihan:praktik_ubah", objek, get=hak(ubah), post=hak((), **mengubah), isi=_ubah(status)),
            Baris("pelatihan:praktik_berkas_tambah", objek, get=hak(ubah), post=hak((), **mengubah), isi=_berkas),
            Baris(
                "pelatihan:praktik_berkas_batal",
                f"berkas_praktik_{status.value}",
                get=hak(ubah),
                post=hak((), **mengubah),
                isi=_ALASAN,
            ),
            Baris("pelatihan:praktik_berkas", f"berkas_praktik_{status.value}", get=hak(membaca), post=BUKAN_CARA),
            _langkah("praktik_terima", StatusPraktik.USULAN, StatusPraktik.KANTOR, status, formulir=False),
            _langkah("praktik_tolak", StatusPraktik.USULAN, StatusPraktik.DITOLAK, status, formulir=True),
            _langkah("praktik_terbitkan", StatusPraktik.KANTOR, StatusPraktik.UMUM, status, formulir=False),
            _langkah("praktik_turunkan", StatusPraktik.UMUM, StatusPraktik.KANTOR, status, formulir=True),
            _langkah("praktik_arsipkan", StatusPraktik.KANTOR, StatusPraktik.ARSIP, status, formulir=True),
            _langkah("praktik_pulihkan", StatusPraktik.ARSIP, StatusPraktik.KANTOR, status, formulir=False),
            Baris(
                "pelatihan:praktik_komentar",
                objek,
                get=hak([satu for satu in _PENULIS if satu in membaca]),
                post=hak([satu for satu in _PENULIS if satu in membaca], 302 if terbit else 409),
                isi=_komentar,
            ),
            Baris(
                "pelatihan:praktik_coba",
                objek,
                get=hak([satu for satu in _MENCOBA if satu in membaca]),
                # The outside official leads a unit and is no employee: the form asks him for the unit.
                post=hak([satu for satu in _MENCOBA if satu in membaca], 302 if terbit else 409)
                | ({PEJABAT_LUAR: 422} if terbit else {}),
                isi=_coba,
            ),
            # *pegawai* proposed it and is not among those who did it elsewhere.
            Baris("pelatihan:praktik_nama", objek, get=BUKAN_CARA, post=hak(()), isi=tetap(setuju="1")),
            Baris(
                "pelatihan:praktik_umum",
                objek,
                get=terbuka(200 if status is StatusPraktik.UMUM else 404),
                post=TERTUTUP,
            ),
            Baris(
                "pelatihan:praktik_umum_berkas",
                f"berkas_praktik_{status.value}",
                get=terbuka(200 if status is StatusPraktik.UMUM else 404),
                post=TERTUTUP,
            ),
        ]
    return baris


def _adopsi_keadaan() -> list[Baris]:
    baris = []
    for status in StatusAdopsi:
        objek, jalan = f"adopsi_{status.value}", status in ADOPSI_TERBUKA
        kode, kode_hasil = (302 if jalan else 409), (302 if status is StatusAdopsi.RENCANA else 409)
        baris += [
            Baris("pelatihan:adopsi", objek, get=hak(_KANTOR), post=BUKAN_CARA),
            Baris("pelatihan:adopsi_rencana", objek, get=hak([PEGAWAI]), post=hak([PEGAWAI], kode), isi=_RENCANA),
            Baris("pelatihan:adopsi_hasil", objek, get=hak([PEGAWAI]), post=hak([PEGAWAI], kode_hasil), isi=_HASIL),
            Baris("pelatihan:adopsi_batal", objek, get=hak([PEGAWAI]), post=hak([PEGAWAI], kode), isi=_ALASAN),
        ]
    return baris


def _komentar_keadaan() -> list[Baris]:
    baris = []
    for keadaan in KeadaanKomentar:
        objek, kode = f"komentar_{keadaan.value}", 302 if keadaan is KeadaanKomentar.TAYANG else 409
        baris += [
            Baris(
                "pelatihan:komentar_sunting",
                objek,
                get=hak([PEGAWAI]),
                post=hak([PEGAWAI], kode),
                isi=tetap(isi="Layak dicoba di sini."),
            ),
            Baris(
                "pelatihan:komentar_sembunyikan",
                objek,
                get=hak([PENGELOLA]),
                post=hak([PENGELOLA], kode),
                isi=_ALASAN,
            ),
        ]
    return baris


PELATIHAN_PRAKTIK = [
    Baris("pelatihan:praktik_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:praktik_kegiatan", "kegiatan_pendaftaran", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:praktik_usul", get=hak(_PENULIS), post=hak(_PENULIS, 302), isi=_usul),
    Baris("pelatihan:praktik_umum_daftar", get=terbuka(), post=TERTUTUP),
    *_praktik_keadaan(),
    *_adopsi_keadaan(),
    *_komentar_keadaan(),
]
