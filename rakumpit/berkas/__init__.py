"""Files that people upload: what they are, what is taken out of them, how they are stored and how they leave.

No model and no right: whose a file is and who reads it belongs to the app that keeps its row.
"""

from rakumpit.berkas.isi import MIB, UKURAN_MAKS, BerkasDiperiksa, BerkasDitolak, baca_berkas, baca_isi, nama_tampil
from rakumpit.berkas.simpan import berkas_tersimpan, bersihkan_yatim
from rakumpit.berkas.tipe import LABEL_TIPE_BERKAS, TipeBerkas
from rakumpit.berkas.unduh import unduhan, unduhan_jadi

__all__ = [
    "LABEL_TIPE_BERKAS",
    "MIB",
    "UKURAN_MAKS",
    "BerkasDiperiksa",
    "BerkasDitolak",
    "TipeBerkas",
    "baca_berkas",
    "baca_isi",
    "berkas_tersimpan",
    "bersihkan_yatim",
    "nama_tampil",
    "unduhan",
    "unduhan_jadi",
]
