"""Periods and rules, plans, results, behaviour, evaluations and the runs that compute them."""

from kinerja.models.angka_kredit import (
    AturanAngkaKredit,
    KoefisienJenjang,
    PenetapanAngkaKredit,
    SaldoAwalAngkaKredit,
)
from kinerja.models.arsip import EvaluasiArsip
from kinerja.models.atas_nama import IsianAtasNama, PinPegawai
from kinerja.models.bimbingan import Bimbingan, NilaiKompetensi
from kinerja.models.bukti import Bukti, KirimanBukti
from kinerja.models.capaian import CapaianOrganisasi
from kinerja.models.catatan import CatatanHarian
from kinerja.models.contoh import ContohHasilKerja
from kinerja.models.dialog import DialogKinerja
from kinerja.models.dukungan import Kendala, LangkahPermintaan, PermintaanDukungan
from kinerja.models.evaluasi import Evaluasi
from kinerja.models.inovasi import Adopsi, Inovasi
from kinerja.models.isi_skp import ButirLampiran, EkspektasiPerilaku
from kinerja.models.keberatan import AturanTindakLanjut, BerkasKeberatan, HasilDiterima, Keberatan
from kinerja.models.laporan_data import LangkahLaporanData, LaporanData
from kinerja.models.masa_khusus import MasaKhusus
from kinerja.models.pembinaan import KeputusanPembinaan, RencanaPembinaan, UsulanPenghargaan
from kinerja.models.pengaduan import PengaduanTerkait
from kinerja.models.pengingat import Pengingat
from kinerja.models.penilai_diminta import PenilaiDiminta
from kinerja.models.penilaian_diri import IsiPenilaianDiri, PenilaianDiri
from kinerja.models.peran import PeranHasil
from kinerja.models.perilaku import PenilaianPerilaku
from kinerja.models.periode import AturanPenilaian, Periode
from kinerja.models.perjanjian import IndikatorUtama, PerjanjianKinerja, Sasaran, TargetTriwulan
from kinerja.models.pilihan_kantor import PilihanKantor
from kinerja.models.realisasi import Realisasi
from kinerja.models.rekomendasi import Rekomendasi
from kinerja.models.run import PotonganRun, RunEvaluasi
from kinerja.models.salinan import SalinanEKinerja, TautanBukti
from kinerja.models.skp import SKP, Indikator, RencanaAksi, RencanaHasilKerja
from kinerja.models.umpan_balik import PermintaanUmpanBalik, UmpanBalik

__all__ = [
    "SKP",
    "Adopsi",
    "AturanAngkaKredit",
    "AturanPenilaian",
    "AturanTindakLanjut",
    "BerkasKeberatan",
    "Bimbingan",
    "Bukti",
    "ButirLampiran",
    "CapaianOrganisasi",
    "CatatanHarian",
    "ContohHasilKerja",
    "DialogKinerja",
    "EkspektasiPerilaku",
    "Evaluasi",
    "EvaluasiArsip",
    "HasilDiterima",
    "Indikator",
    "IndikatorUtama",
    "Inovasi",
    "IsiPenilaianDiri",
    "IsianAtasNama",
    "Keberatan",
    "Kendala",
    "KeputusanPembinaan",
    "KirimanBukti",
    "KoefisienJenjang",
    "LangkahLaporanData",
    "LangkahPermintaan",
    "LaporanData",
    "MasaKhusus",
    "NilaiKompetensi",
    "PenetapanAngkaKredit",
    "PengaduanTerkait",
    "Pengingat",
    "PenilaiDiminta",
    "PenilaianDiri",
    "PenilaianPerilaku",
    "PeranHasil",
    "Periode",
    "PerjanjianKinerja",
    "PermintaanDukungan",
    "PermintaanUmpanBalik",
    "PilihanKantor",
    "PinPegawai",
    "PotonganRun",
    "Realisasi",
    "Rekomendasi",
    "RencanaAksi",
    "RencanaHasilKerja",
    "RencanaPembinaan",
    "RunEvaluasi",
    "SaldoAwalAngkaKredit",
    "SalinanEKinerja",
    "Sasaran",
    "TargetTriwulan",
    "TautanBukti",
    "UmpanBalik",
    "UsulanPenghargaan",
]
