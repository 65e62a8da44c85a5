"""Reading and writing of sheets (XLSX and CSV) for every import and export of the product.

Reading keeps the row numbers of the file and the type of each cell; what a column means is the importer's business.
"""

from rakumpit.lembar.baca import LembarTidakTerbaca, baca_csv, baca_lembar, baca_xlsx
from rakumpit.lembar.isi import Baris, JenisSel, Lembar, Sel, huruf_kolom, lepas_pelindung, lindungi
from rakumpit.lembar.judul import JudulTidakDitemukan, Tabel, cari_judul, kunci_judul
from rakumpit.lembar.pembaca import TANDA_KOSONG, PembacaBaris
from rakumpit.lembar.tulis import BaganBatang, LembarTulis, teks_tertulis, tulis_buku, tulis_csv, tulis_xlsx

__all__ = [
    "TANDA_KOSONG",
    "BaganBatang",
    "Baris",
    "JenisSel",
    "JudulTidakDitemukan",
    "Lembar",
    "LembarTidakTerbaca",
    "LembarTulis",
    "PembacaBaris",
    "Sel",
    "Tabel",
    "baca_csv",
    "baca_lembar",
    "baca_xlsx",
    "cari_judul",
    "huruf_kolom",
    "kunci_judul",
    "lepas_pelindung",
    "lindungi",
    "teks_tertulis",
    "tulis_buku",
    "tulis_csv",
    "tulis_xlsx",
]
