"""The builder: the pengelola alone; a published version refuses what would change its meaning."""

from __future__ import annotations

from uuid import uuid4

from tests.dasar import PENGELOLA
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, YAKIN, Baris, hak, tetap

_BACA = hak([PENGELOLA])
_KIRIM = hak([PENGELOLA], 302)
_NAMA = {"nama": "Survei pasar", "judul_formulir": "Bagaimana pasar?"}
_PERTANYAAN = tetap(teks="Buka pagi?", pilihan="Ya\nTidak", wajib="on")
_COBA = tetap(submission_id="5d0b8a52-6f0e-4c1e-9a5e-0d6a2b7c9e11", layanan="contoh", p2="2", p4="5",
              **{"p7-b1": "1", "p7-b2": "1"})  # fmt: skip
_KATA = tetap(teks="Apakah Anda datang bulan ini?", pilihan_1="Ya", pilihan_2="Tidak", tetap="on")
SURVEI_PENYUSUN = [
    Baris("survei:instrumen", get=_BACA, post=BUKAN_CARA),
    Baris("survei:instrumen_buat", get=_BACA, post=_KIRIM, isi=lambda _: _NAMA | {"kiriman": str(uuid4())}),
    Baris("survei:instrumen_lihat", "instrumen_draf", get=_BACA, post=BUKAN_CARA),
    Baris("survei:instrumen_lihat", "instrumen_terbit", get=_BACA, post=BUKAN_CARA),
    Baris("survei:instrumen_ubah", "instrumen_draf", get=_BACA, post=_KIRIM, isi=tetap(**_NAMA)),
    Baris("survei:instrumen_ubah", "instrumen_terbit", get=_BACA, post=_KIRIM, isi=tetap(**_NAMA)),
    # A trial stores nothing.
    Baris("survei:instrumen_coba", "instrumen_draf", get=_BACA, post=_BACA, isi=_COBA, berubah=False),
    Baris("survei:instrumen_coba", "instrumen_terbit", get=_BACA, post=_BACA, isi=_COBA, berubah=False),
    Baris("survei:instrumen_bahasa", "bahasa_draf", get=_BACA, post=_KIRIM, isi=tetap(t0="Kilen posyandu?")),
    Baris("survei:instrumen_bahasa", "bahasa_terbit", get=_BACA, post=_KIRIM, isi=tetap(t0="Kilen posyandu?")),
    Baris("survei:instrumen_terbitkan", "instrumen_draf", get=BUKAN_CARA, post=_KIRIM, isi=YAKIN),
    Baris("survei:instrumen_terbitkan", "instrumen_terbit", get=BUKAN_CARA, post=_KIRIM, isi=YAKIN, berubah=False),
    Baris("survei:instrumen_salin", "instrumen_draf", get=BUKAN_CARA, post=_KIRIM),
    Baris("survei:instrumen_salin", "instrumen_terbit", get=BUKAN_CARA, post=_KIRIM),
    Baris("survei:instrumen_versi", "instrumen_terbit", get=BUKAN_CARA, post=_KIRIM),
    Baris("survei:instrumen_versi", "instrumen_draf", get=BUKAN_CARA, post=_KIRIM, berubah=False),
    Baris("survei:instrumen_hapus", "instrumen_draf", get=BUKAN_CARA, post=_KIRIM, isi=YAKIN),
    Baris("survei:instrumen_hapus", "instrumen_terbit", get=BUKAN_CARA, post=_KIRIM, isi=YAKIN, berubah=False),
    Baris("survei:pertanyaan_tambah", "tambah_draf", get=_BACA, post=_KIRIM, isi=_PERTANYAAN),
    Baris("survei:pertanyaan_tambah", "tambah_terbit", get=_KIRIM, post=_KIRIM, isi=_PERTANYAAN, berubah=False),
    Baris("survei:pertanyaan_ubah", "tanya_draf", get=_BACA, post=_KIRIM, isi=_PERTANYAAN),
    Baris("survei:pertanyaan_ubah", "tanya_terbit", get=_BACA, post=_KIRIM, isi=_KATA),
    Baris("survei:pertanyaan_pindah", "tanya_draf", get=BUKAN_CARA, post=_KIRIM, isi=tetap(arah="naik")),
    Baris(
        "survei:pertanyaan_pindah", "tanya_terbit", get=BUKAN_CARA, post=_KIRIM, isi=tetap(arah="naik"), berubah=False
    ),
    Baris("survei:pertanyaan_hapus", "hapus_draf", get=BUKAN_CARA, post=_KIRIM),
    Baris("survei:pertanyaan_hapus", "hapus_terbit", get=BUKAN_CARA, post=_KIRIM, berubah=False),
]
