"""State machines: which object of the office stands in which state, and which page acts on it.

With the table of rights this makes it complete: every action has a line for every state of its machine, and each line
is tried by all ten roles. ``tests/rakumpit/test_matriks.py`` compares the two; a new state or a new page fails there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from kinerja.enums import (
    StatusEvaluasi,
    StatusIsian,
    StatusKeberatan,
    StatusKendala,
    StatusPenilai,
    StatusPerjanjian,
    StatusPermintaan,
    StatusSKP,
)
from kinerja.enums.inovasi import StatusInovasi
from kinerja.enums.laporan_data import StatusLaporanData
from kinerja.enums.rekomendasi import StatusRekomendasi
from tests.rakumpit.hak_akses import keadaan as turunan
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, TERTUTUP, Baris
from tests.rakumpit.hak_akses.keadaan import (
    KeadaanDialog,
    KeadaanMasa,
    KeadaanMilik,
    KeadaanPembinaan,
    KeadaanPenetapan,
    KeadaanPlh,
)
from tests.rakumpit.hak_akses.mesin import Benda, Mesin
from tests.rakumpit.hak_akses.mesin_diskusi import MESIN_DISKUSI
from tests.rakumpit.hak_akses.mesin_forum import MESIN_FORUM_SESI
from tests.rakumpit.hak_akses.mesin_forum_laporan import MESIN_LAPORAN
from tests.rakumpit.hak_akses.mesin_pelatihan import MESIN_PELATIHAN
from tests.rakumpit.hak_akses.mesin_survei import MESIN_SURVEI

_MILIK: Mapping[StrEnum, str] = {
    KeadaanMilik.TERBUKA: "",
    KeadaanMilik.DIBUKA: "_dibuka",
    KeadaanMilik.DITUTUP: "_ditutup",
    KeadaanMilik.DITETAPKAN: "_final",
    KeadaanMilik.DIBATALKAN: "_batal",
}
MESIN = {
    "SKP": Mesin(
        status=StatusSKP,
        kata={
            StatusSKP.DRAF: "draf",
            StatusSKP.DIAJUKAN: "diajukan",
            StatusSKP.DIKEMBALIKAN: "dikembalikan",
            StatusSKP.DISETUJUI: "setuju",
            StatusSKP.SELESAI: "selesai",
            StatusSKP.DIGANTI: "diganti",
        },
        benda=(
            Benda(
                "skp_{}",
                "kinerja.SKP",
                (
                    "skp_ajukan",
                    "skp_setujui",
                    "skp_kembalikan",
                    "skp_surat",
                    "skp_atur",
                    "skp_lampiran",
                    "skp_ekspektasi",
                    "skp_perubahan",
                    "skp_akhiri",
                    "skp_hapus",
                    "skp_impor",
                    "skp_bahan",
                    "skp_perjanjian",
                    "skp_matriks",
                    "rencana_tambah",
                    "skp_cetak",
                    "mph_cetak",
                ),
            ),
            Benda(
                "rencana_{}",
                "kinerja.RencanaHasilKerja",
                ("rencana_ubah", "rencana_hapus", "indikator_tambah"),
                "skp__status",
            ),
            Benda("indikator_{}", "kinerja.Indikator", ("indikator_ubah", "indikator_hapus"), "rencana__skp__status"),
            Benda("aksi_{}", "kinerja.SKP", ("rencana_aksi_ubah",)),
        ),
    ),
    "Evaluasi": Mesin(
        status=StatusEvaluasi,
        kata={
            StatusEvaluasi.MENUNGGU: "menunggu",
            StatusEvaluasi.DIPUTUS: "diputus",
            StatusEvaluasi.DITETAPKAN: "final",
        },
        benda=(
            Benda(
                "eval_{}",
                "kinerja.Evaluasi",
                (
                    "nilai",
                    "tetapkan",
                    "surat",
                    "koreksi",
                    "hasil_terima",
                    "penyampaian",
                    "keberatan_ajukan",
                    "tindak_lanjut",
                    "kebutuhan_belajar",
                    "pengaduan_kaitkan",
                    "pembinaan_tinjau",
                    "pembinaan_keputusan",
                    "angka_kredit_tetapkan",
                    "evaluasi_cetak",
                    "dokumen_evaluasi_cetak",
                ),
            ),
            # Asking peers and subordinates about the person of the row.
            Benda(
                "penilai_{}",
                "kinerja.Evaluasi",
                ("tim_penilai", "rekomendasi_minta"),
                medan=("periode__kode", "pegawai__uuid"),
            ),
        ),
    ),
    "PerjanjianKinerja": Mesin(
        status=StatusPerjanjian,
        kata={
            StatusPerjanjian.DRAF: "draf",
            StatusPerjanjian.DITANDATANGANI: "setuju",
            StatusPerjanjian.DIGANTI: "diganti",
        },
        benda=(
            Benda(
                "perjanjian_{}",
                "kinerja.PerjanjianKinerja",
                ("perjanjian_perubahan", "perjanjian_hapus", "perjanjian_tandatangani", "sasaran_tambah"),
            ),
            Benda(
                "sasaran_{}",
                "kinerja.Sasaran",
                ("sasaran_ubah", "sasaran_hapus", "iku_tambah"),
                "perjanjian__status",
            ),
            Benda("iku_{}", "kinerja.IndikatorUtama", ("iku_ubah", "iku_hapus"), "sasaran__perjanjian__status"),
        ),
    ),
    "Keberatan": Mesin(
        status=StatusKeberatan,
        kata={
            StatusKeberatan.DIAJUKAN: "_baru",
            StatusKeberatan.DIDENGAR: "",
            StatusKeberatan.DIPUTUS: "_diputus",
            StatusKeberatan.DICABUT: "_dicabut",
        },
        benda=(
            Benda("keberatan{}", "kinerja.Keberatan", ("keberatan_putus", "keberatan_surat", "keberatan_cabut")),
            Benda(
                "keterangan{}",
                "kinerja.Keberatan",
                ("keberatan_keterangan",),
                khusus={
                    StatusKeberatan.DIAJUKAN: "keterangan_pegawai",
                    StatusKeberatan.DIDENGAR: "keterangan_didengar",
                },
            ),
        ),
    ),
    "PermintaanDukungan": Mesin(
        status=StatusPermintaan,
        kata={
            StatusPermintaan.DIAJUKAN: "",
            StatusPermintaan.DIJAWAB: "_janji",
            StatusPermintaan.DIPENUHI: "_dipenuhi",
            StatusPermintaan.DIBATALKAN: "_batal",
        },
        benda=(
            Benda(
                "dukungan{}",
                "kinerja.PermintaanDukungan",
                ("dukungan_jawab", "dukungan_penuhi", "dukungan_tagih", "dukungan_batal"),
            ),
        ),
    ),
    "LaporanData": Mesin(
        status=StatusLaporanData,
        kata={
            StatusLaporanData.DIAJUKAN: "",
            StatusLaporanData.DIPERBAIKI: "_diperbaiki",
            StatusLaporanData.TIDAK_DIUBAH: "_tidak",
            StatusLaporanData.DICABUT: "_dicabut",
        },
        benda=(Benda("laporan_data{}", "kinerja.LaporanData", ("laporan_data_jawab", "laporan_data_cabut")),),
    ),
    "Kendala": Mesin(
        status=StatusKendala,
        kata={StatusKendala.TERBUKA: "", StatusKendala.TERATASI: "_selesai"},
        benda=(Benda("kendala{}", "kinerja.Kendala", ("kendala_tutup",)),),
    ),
    "Inovasi": Mesin(
        status=StatusInovasi,
        kata={
            StatusInovasi.IDE: "ide",
            StatusInovasi.DICOBA: "dicoba",
            StatusInovasi.BERHASIL: "berhasil",
            StatusInovasi.TIDAK_BERHASIL: "tidak",
        },
        benda=(
            Benda(
                "inovasi_{}",
                "kinerja.Inovasi",
                (
                    "inovasi_ubah",
                    "inovasi_coba",
                    "inovasi_hasil",
                    "inovasi_verifikasi",
                    "inovasi_kembalikan",
                    "inovasi_adopsi",
                    "inovasi_tawarkan",
                ),
            ),
        ),
    ),
    "IsianAtasNama": Mesin(
        status=StatusIsian,
        kata={
            StatusIsian.MENUNGGU: "",
            StatusIsian.DISAHKAN: "_disahkan",
            StatusIsian.DITOLAK: "_ditolak",
            StatusIsian.KEDALUWARSA: "_kedaluwarsa",
        },
        benda=(
            Benda("isian_untuk_pegawai{}", "kinerja.IsianAtasNama", ("atas_nama_sahkan", "atas_nama_tolak")),
            Benda("isian_oleh_pegawai{}", "kinerja.IsianAtasNama", ("atas_nama_pin", "atas_nama_kertas")),
        ),
    ),
    "CatatanHarian": Mesin(
        status=KeadaanMilik,
        kata=_MILIK,
        benda=(
            Benda(
                "catatan{}", "kinerja.CatatanHarian", ("catatan_ubah", "catatan_batalkan"), keadaan=turunan.MASA_CATATAN
            ),
        ),
    ),
    "Bukti": Mesin(
        status=KeadaanMilik,
        kata=_MILIK,
        benda=(Benda("bukti{}", "kinerja.Bukti", ("bukti_batalkan",), keadaan=turunan.MASA_BUKTI),),
    ),
    "Masa isi": Mesin(
        status=KeadaanMasa,
        kata={
            KeadaanMasa.TERBUKA: "",
            KeadaanMasa.DIBUKA: "_dibuka",
            KeadaanMasa.DITUTUP: "_ditutup",
            KeadaanMasa.DITETAPKAN: "_final",
        },
        benda=(
            Benda(
                "realisasi{}",
                "kinerja.Realisasi",
                ("realisasi", "bukti_tambah"),
                keadaan=turunan.masa("indikator__rencana__skp__pegawai"),
                khusus={KeadaanMasa.TERBUKA: "realisasi_menunggu", KeadaanMasa.DITUTUP: "realisasi_diputus"},
                medan=("indikator__uuid", "periode__kode"),
            ),
            Benda("kiriman_bukti{}", "kinerja.KirimanBukti", ("bukti_cukup",), keadaan=turunan.masa()),
        ),
    ),
    "RencanaPembinaan": Mesin(
        status=KeadaanPembinaan,
        kata={
            KeadaanPembinaan.TANPA_RENCANA: "_tanpa",
            KeadaanPembinaan.BELUM_MULAI: "_nanti",
            KeadaanPembinaan.BERJALAN: "",
            KeadaanPembinaan.DITINJAU: "_ditinjau",
            KeadaanPembinaan.BELUM_MEMBAIK: "_belum",
            KeadaanPembinaan.KEBERATAN: "_keberatan",
        },
        benda=(
            Benda(
                "eval_rendah{}",
                "kinerja.Evaluasi",
                ("tindak_lanjut", "pembinaan_tinjau", "pembinaan_keputusan"),
                keadaan=turunan.PEMBINAAN,
            ),
        ),
    ),
    "PenilaiDiminta": Mesin(
        status=StatusPenilai,
        kata={StatusPenilai.DIMINTA: "", StatusPenilai.DIISI: "_diisi", StatusPenilai.DIBATALKAN: "_batal"},
        benda=(
            Benda("permintaan_rekan{}", "kinerja.PenilaiDiminta", ("rekan_nilai",)),
            # The superior has decided meanwhile.
            Benda("permintaan_diputus{}", "kinerja.PenilaiDiminta", ("rekan_nilai",)),
        ),
    ),
    "Rekomendasi": Mesin(
        status=StatusRekomendasi,
        kata={
            StatusRekomendasi.DIMINTA: "",
            StatusRekomendasi.DIISI: "_diisi",
            StatusRekomendasi.DIBATALKAN: "_batal",
        },
        benda=(Benda("rekomendasi{}", "kinerja.Rekomendasi", ("rekomendasi", "rekomendasi_batal")),),
    ),
    "DialogKinerja": Mesin(
        status=KeadaanDialog,
        kata={
            KeadaanDialog.DICATAT_PEGAWAI: "",
            KeadaanDialog.DICATAT_ATASAN: "_atasan",
            KeadaanDialog.DISAHKAN: "_disahkan",
        },
        benda=(Benda("dialog{}", "kinerja.DialogKinerja", ("dialog", "dialog_ubah"), keadaan=turunan.DIALOG),),
    ),
    "PenetapanAngkaKredit": Mesin(
        status=KeadaanPenetapan,
        kata={
            KeadaanPenetapan.BERLAKU: "",
            KeadaanPenetapan.DIKOREKSI: "_dikoreksi",
            KeadaanPenetapan.DIBATALKAN: "_batal",
        },
        benda=(
            Benda(
                "angka_kredit{}",
                "kinerja.PenetapanAngkaKredit",
                ("angka_kredit_batalkan", "angka_kredit_cetak"),
                keadaan=turunan.PENETAPAN,
            ),
        ),
    ),
    "Plh": Mesin(
        status=KeadaanPlh,
        kata={KeadaanPlh.SEBELUM: "", KeadaanPlh.SELAMA: "_berjalan", KeadaanPlh.SESUDAH: "_lewat"},
        benda=(Benda("plh{}", "organisasi.Penugasan", ("plh_akhiri",), keadaan=turunan.PLH),),
    ),
    **MESIN_SURVEI,
    **MESIN_PELATIHAN,
    **MESIN_LAPORAN,
    **MESIN_DISKUSI,
    **MESIN_FORUM_SESI,
}


def keadaan_tanpa_objek(mesin: Mesin) -> list[str]:
    """States of the enumeration that no object is named for."""
    return [satu.value for satu in mesin.status if satu not in mesin.kata]


def pasangan_tanpa_baris(mesin: Mesin, tabel: Iterable[Baris]) -> list[str]:
    """Actions that have no line for a state of the machine."""
    ada = {(baris.nama, baris.objek) for baris in tabel}
    return [
        f"{aksi} pada {objek}"
        for benda, _status, objek in mesin.pasangan()
        for aksi in benda.aksi
        if (f"{benda.ruang}:{aksi}", objek) not in ada
    ]


def aksi_tanpa_mesin(mesin: Iterable[Mesin], tabel: Iterable[Baris]) -> list[str]:
    """Pages of the table that take a POST on an object of a machine and are not among the machine's actions."""
    semua = [(benda, objek) for satu in mesin for benda, _status, objek in satu.pasangan()]
    objek_mesin = {objek for _benda, objek in semua}
    tercatat = {f"{benda.ruang}:{aksi}" for benda, _objek in semua for aksi in benda.aksi}
    return sorted(
        {
            baris.nama
            for baris in tabel
            if baris.objek in objek_mesin and baris.post not in (BUKAN_CARA, TERTUTUP) and baris.nama not in tercatat
        }
    )
