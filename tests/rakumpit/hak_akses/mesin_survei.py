"""State machines of the surveys, from the question that is being written to the letter to the city.

A programme has no step that a person takes: its survey is opened by the clock, see ``tests/survei/test_program.py``.
"""

from __future__ import annotations

from survei.enums import StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.enums.instrumen import StatusInstrumen
from survei.enums.kertas import StatusBatch
from survei.enums.standar import StatusStandar
from survei.enums.tindak_lanjut import StatusTindakLanjut
from tests.rakumpit.hak_akses import keadaan as turunan
from tests.rakumpit.hak_akses.keadaan import KeadaanBerlaku, KeadaanPelayanan
from tests.rakumpit.hak_akses.mesin import Benda, Mesin

MESIN_SURVEI = {
    "Instrumen": Mesin(
        status=StatusInstrumen,
        kata={satu: satu.value for satu in StatusInstrumen},
        benda=(
            Benda(
                "instrumen_{}",
                "survei.Instrumen",
                (
                    "instrumen_ubah",
                    "instrumen_coba",
                    "instrumen_terbitkan",
                    "instrumen_salin",
                    "instrumen_versi",
                    "instrumen_hapus",
                ),
            ),
            Benda("bahasa_{}", "survei.Instrumen", ("instrumen_bahasa",)),
            Benda("tambah_{}", "survei.Instrumen", ("pertanyaan_tambah",)),
            Benda(
                "tanya_{}",
                "survei.Pertanyaan",
                ("pertanyaan_ubah", "pertanyaan_pindah"),
                "instrumen__status",
                medan=("instrumen__uuid", "kode_unsur"),
            ),
            Benda(
                "hapus_{}",
                "survei.Pertanyaan",
                ("pertanyaan_hapus",),
                "instrumen__status",
                medan=("instrumen__uuid", "kode_unsur"),
            ),
        ),
    ),
    "Survei": Mesin(
        status=StatusSurvei,
        kata={satu: satu.value for satu in StatusSurvei},
        benda=(
            Benda(
                "survei_{}",
                "survei.Survei",
                (
                    "buka",
                    "tutup",
                    "kunci",
                    "publikasikan",
                    "batalkan",
                    "impor",
                    "isi",
                    "dibantu_isi",
                    "populasi",
                    "sampel",
                    "kertas_daftar",
                    "unduh_saran",
                    "tema_tandai",
                    "kutipan",
                    "laporan",
                    "buka_minta",
                ),
            ),
            Benda("unsur_{}", "survei.Survei", ("tindak_lanjut_usul",)),
            Benda("teks_{}", "survei.Survei", ("teks_unduh",), medan=("uuid", "instrumen__pertanyaan__kode_unsur")),
        ),
    ),
    "PermintaanBuka": Mesin(
        status=StatusPermintaanBuka,
        kata={satu: satu.value for satu in StatusPermintaanBuka},
        benda=(
            Benda("buka_{}", "survei.PermintaanBuka", ("buka_setujui", "buka_tolak", "buka_tarik", "buka_sertakan")),
        ),
    ),
    "BatchKertas": Mesin(
        status=StatusBatch,
        kata={satu: satu.value for satu in StatusBatch},
        benda=(
            Benda(
                "bundel_{}",
                "survei.BatchKertas",
                (
                    "kertas_petugas",
                    "kertas_ketik",
                    "kertas_selesai",
                    "kertas_periksa",
                    "kertas_hitung",
                    "kertas_batal",
                ),
            ),
            Benda("lembar_{}", "survei.LembarKertas", ("kertas_urungkan", "kertas_lembar_batal"), "batch__status"),
        ),
    ),
    "TindakLanjut": Mesin(
        status=StatusTindakLanjut,
        kata={satu: satu.value for satu in StatusTindakLanjut},
        benda=(
            Benda(
                "tindak_{}",
                "survei.TindakLanjut",
                (
                    "tindak_lanjut_ubah",
                    "tindak_lanjut_setujui",
                    "tindak_lanjut_mulai",
                    "tindak_lanjut_selesai",
                    "tindak_lanjut_batal",
                ),
            ),
        ),
    ),
    "StandarPelayanan": Mesin(
        status=StatusStandar,
        kata={StatusStandar.DRAF: "draf", StatusStandar.TERBIT: "berstandar"},
        benda=(
            Benda(
                "layanan_{}",
                "survei.StandarPelayanan",
                ("standar_ubah", "standar_terbitkan"),
                medan=("layanan__uuid",),
            ),
        ),
    ),
    "PelayananLoket": Mesin(
        status=KeadaanPelayanan,
        kata={satu: satu.value for satu in KeadaanPelayanan},
        benda=(
            Benda("pelayanan_{}", "survei.PelayananLoket", ("loket_selesai", "loket_batal"), keadaan=turunan.PELAYANAN),
        ),
    ),
    # Rows that are valid until somebody takes them back, or until what they belong to is replaced.
    "Titik, kutipan, berkas, dan pelaporan": Mesin(
        status=KeadaanBerlaku,
        kata={KeadaanBerlaku.BERLAKU: "", KeadaanBerlaku.BERAKHIR: "_mati"},
        benda=(
            Benda("titik{}", "survei.TitikSurvei", ("titik_ubah",), keadaan=turunan.TITIK),
            Benda("kios{}", "survei.TitikSurvei", ("kios_isi", "kios_keluar"), keadaan=turunan.TITIK, medan=("kode",)),
            Benda(
                "kutipan{}",
                "survei.KutipanSaran",
                ("kutipan_tarik",),
                keadaan=turunan.KUTIPAN,
                khusus={KeadaanBerlaku.BERAKHIR: "kutipan_ditarik"},
                medan=("survei__uuid", "uuid"),
            ),
            Benda(
                "berkas_tindak{}",
                "survei.BerkasTindakLanjut",
                ("tindak_lanjut_berkas_batal",),
                keadaan=turunan.BERKAS,
            ),
            # The result was opened again after the letter.
            Benda("pelaporan{}", "survei.Pelaporan", ("pelaporan",), keadaan=turunan.PELAPORAN),
        ),
    ),
}
