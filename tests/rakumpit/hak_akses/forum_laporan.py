"""Reports of citizens: the pengelola administers them, who holds one works on it, leaders above read along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from forum.enums.laporan import StatusLaporan
from forum.perhitungan.kunci import buat_kunci
from tests.dasar import ATASAN, PEGAWAI, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    MEMIMPIN,
    PEMBACA,
    TERTUTUP,
    TIDAK_ADA,
    Baris,
    Isi,
    Jawaban,
    hak,
    terbuka,
    tetap,
)

# The seksi of *pegawai* holds these; all of them are kept secret, so the pemeriksa reads none.
_DIPEGANG = {"didisposisikan", "diproses", "dijawab", "ditanggapi", "selesai"}
_PENANGAN = (PEGAWAI, ATASAN)
_BELUM = ("diterima", "perlu_dilengkapi", "terverifikasi")


def _isi(objek: str, **isi: str) -> Isi:
    return lambda k: {"versi": k.contoh[objek].versi} | isi


def _terus(objek: str) -> Isi:
    return lambda k: {
        "versi": k.contoh[objek].versi,
        "penugasan": str(k.pegawai.penugasan.get().uuid),
        "catatan": "Mohon diperiksa.",
        "batas": "15 Desember 2026",
    }


def _sama(objek: str) -> Isi:
    return lambda k: {
        "versi": k.contoh[objek].versi,
        "nomor": k.contoh["laporan_umum"].nomor,
        "alasan": "Hal yang sama.",
    }


def _siapa(status: str, *, pengelola: bool, penangan: bool) -> tuple[str, ...]:
    return (*((PENGELOLA,) if pengelola else ()), *(_PENANGAN if penangan and status in _DIPEGANG else ()))


def _langkah(
    nama: str, dari: tuple[str, ...], *, pengelola: bool = False, penangan: bool = False, **isi: str
) -> Iterator[Baris]:
    """A step in every state: done where it begins, told (409) elsewhere to those whose step it is."""
    for status in StatusLaporan:
        objek = f"laporan_{status.value}"
        jadi = status.value in dari
        siapa = _siapa(status.value, pengelola=pengelola, penangan=penangan)
        post: dict[str, Jawaban] = hak(siapa, 302 if jadi else 409)
        bentuk = {"laporan_teruskan": _terus, "laporan_duplikat": _sama}.get(nama)
        yield Baris(
            f"forum:{nama}",
            objek,
            get=BUKAN_CARA,
            post=post,
            isi=bentuk(objek) if bentuk else _isi(objek, **isi),
            berubah=jadi and bool(siapa),
        )


def _lapor(k: KantorBernama) -> dict[str, Any]:
    return {
        "kiriman": str(uuid4()),
        "kunci": buat_kunci(),
        "klasifikasi": "saran",
        "judul": "Kursi tunggu",
        "isi": "Tambah kursi di ruang tunggu.",
        "rahasia": "ya",
        "anonim": "ya",
    }


_UKURAN = hak((PENGELOLA, PEMERIKSA, *MEMIMPIN))
FORUM_LAPORAN = [
    Baris("forum:lapor", get=terbuka(), post=terbuka(), isi=_lapor),
    Baris(
        "forum:lacak", get=terbuka(), post=terbuka(422), isi=tetap(nomor="26-000-000", kunci="A" * 24), berubah=False
    ),
    Baris("forum:lacak_langkah", "lacak_cabut", get=TERTUTUP, post=terbuka(409), berubah=False),
    Baris("forum:laporan_umum", get=terbuka(), post=TERTUTUP),
    Baris("forum:laporan_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris(
        "forum:laporan_catat",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA]),
        isi=lambda k: _lapor(k) | {"kanal": "loket"},
    ),
    Baris("forum:laporan_ukuran", get=_UKURAN, post=BUKAN_CARA),
    Baris("forum:laporan_ukuran_unduh", "ukuran_csv", get=_UKURAN, post=BUKAN_CARA),
    Baris("forum:laporan_ukuran_unduh", "ukuran_xlsx", get=_UKURAN, post=BUKAN_CARA),
    Baris("forum:laporan_foto", "foto_laporan", get=hak(PEMBACA), post=BUKAN_CARA),
    *(
        Baris(
            "forum:laporan_kelola",
            f"laporan_{status.value}",
            get=hak(PEMBACA if status.value in _DIPEGANG else [PENGELOLA]),
            post=BUKAN_CARA,
        )
        for status in StatusLaporan
    ),
    Baris("forum:laporan_kelola", "laporan_umum", get=hak((*PEMBACA, PEMERIKSA)), post=BUKAN_CARA),
    *_langkah("laporan_verifikasi", ("diterima", "terverifikasi"), pengelola=True, klasifikasi="pengaduan"),
    *_langkah(
        "laporan_minta_lengkapi",
        ("diterima", "terverifikasi"),
        pengelola=True,
        klasifikasi="pengaduan",
        teks="Sebutkan tanggalnya.",
    ),
    *_langkah("laporan_teruskan", ("terverifikasi",), pengelola=True),
    *_langkah("laporan_mulai", ("didisposisikan", "ditanggapi"), penangan=True),
    *_langkah(
        "laporan_kembalikan", ("didisposisikan", "diproses", "ditanggapi"), penangan=True, alasan="Bukan tugas kami."
    ),
    *_langkah(
        "laporan_jawab",
        ("diproses",),
        penangan=True,
        teks="Kursi sudah ditambah dua puluh pada hari Senin.",
        hasil="dengan_perbaikan",
    ),
    # No request for public information, and all of them written here: told why, whoever may take the step.
    *_langkah("laporan_perpanjang", (), penangan=True, pengelola=True, alasan="Berkasnya di arsip."),
    *_langkah("laporan_sampaikan", (), penangan=True, pengelola=True, cara="Telepon.", pada="15 September 2026"),
    Baris(
        "forum:laporan_perpanjang",
        "laporan_ppid",
        get=BUKAN_CARA,
        post=hak((PENGELOLA, *_PENANGAN), 302),
        isi=_isi("laporan_ppid", alasan="Berkasnya di arsip."),
    ),
    Baris(
        "forum:laporan_sampaikan",
        "laporan_loket",
        get=BUKAN_CARA,
        post=hak((PENGELOLA, *_PENANGAN), 302),
        isi=_isi("laporan_loket", cara="Telepon.", pada="15 September 2026"),
    ),
    *_langkah("laporan_tutup", ("dijawab",), penangan=True, pengelola=True),
    *_langkah(
        "laporan_buka_lagi",
        ("selesai", "bukan_wewenang", "diarsipkan", "duplikat"),
        pengelola=True,
        alasan="Terjadi lagi.",
    ),
    *_langkah("laporan_bukan_wewenang", _BELUM, pengelola=True, tujuan="Dinas", alasan="Urusan dinas itu."),
    *_langkah("laporan_arsipkan", _BELUM, pengelola=True, alasan="Bukan tentang layanan."),
    *_langkah("laporan_duplikat", _BELUM, pengelola=True),
    *_langkah("laporan_alihkan", _BELUM, pengelola=True, nomor_lapor="123", alasan="Lewat LAPOR!."),
    *_langkah(
        "laporan_nomor_lapor",
        tuple(satu.value for satu in StatusLaporan if satu.value != "dialihkan"),
        pengelola=True,
        nomor_lapor="123",
    ),
    *_langkah("laporan_sembunyikan", (), pengelola=True, alasan="Menyebut nama orang."),
    Baris(
        "forum:laporan_sembunyikan",
        "laporan_umum",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=tetap(alasan="Menyebut nama orang."),
    ),
    *(
        Baris(
            "forum:laporan_identitas",
            f"laporan_{status.value}",
            get=BUKAN_CARA,
            post=hak([PENGELOLA]),
            isi=tetap(alasan="Perlu dihubungi."),
        )
        for status in StatusLaporan
    ),
    Baris(
        "forum:laporan_identitas",
        "laporan_umum",
        get=BUKAN_CARA,
        post=TIDAK_ADA,
        isi=tetap(alasan="Perlu dihubungi."),
    ),
]
