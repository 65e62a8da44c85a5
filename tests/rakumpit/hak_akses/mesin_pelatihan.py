"""State machines of training."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import Case, CharField, Value, When

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat
from pelatihan.perhitungan.kegiatan import StatusKegiatan, StatusPendaftaran
from pelatihan.perhitungan.praktik import KeadaanKomentar, StatusAdopsi, StatusPraktik
from tests.rakumpit.hak_akses.keadaan import KEHADIRAN, PESERTA_LUAR, KeadaanBerlaku
from tests.rakumpit.hak_akses.mesin import Benda, Mesin


class KeadaanSertifikat(StrEnum):
    """Of a certificate of an own event."""

    BERLAKU = "berlaku"
    DICABUT = "dicabut"


MESIN_PELATIHAN = {
    "Sertifikat luar": Mesin(
        status=StatusSertifikat,
        kata={satu: satu.value for satu in StatusSertifikat},
        benda=(
            Benda(
                "sertifikat_{}",
                "pelatihan.SertifikatLuar",
                ("sertifikat_verifikasi", "sertifikat_tolak", "sertifikat_tarik"),
            ),
        ),
    ),
    "Rencana pengembangan": Mesin(
        status=StatusRencana,
        kata={satu: satu.value for satu in StatusRencana},
        benda=(
            Benda(
                "pengembangan_{}",
                "pelatihan.RencanaPengembangan",
                (
                    "rencana_verifikasi",
                    "rencana_validasi",
                    "rencana_tetapkan",
                    "rencana_tolak",
                    "rencana_tarik",
                    "rencana_realisasi",
                ),
            ),
        ),
    ),
    "Kegiatan pelatihan": Mesin(
        status=StatusKegiatan,
        kata={satu: satu.value for satu in StatusKegiatan},
        benda=(
            Benda(
                "kegiatan_{}",
                "pelatihan.Kegiatan",
                (
                    "kegiatan_ubah",
                    "kegiatan_ajukan",
                    "kegiatan_setujui",
                    "kegiatan_kembalikan",
                    "kegiatan_buka",
                    "kegiatan_tutup",
                    "kegiatan_mulai",
                    "kegiatan_akhiri",
                    "kegiatan_selesai",
                    "kegiatan_tunda",
                    "kegiatan_lanjutkan",
                    "kegiatan_batal",
                    "sesi_tambah",
                    "anggaran_tambah",
                ),
            ),
        ),
    ),
    "Kebutuhan pelatihan": Mesin(
        status=StatusKebutuhan,
        kata={satu: satu.value for satu in StatusKebutuhan},
        benda=(Benda("kebutuhan_{}", "pelatihan.KebutuhanPelatihan", ("kebutuhan_tutup",)),),
    ),
    "Praktik baik": Mesin(
        status=StatusPraktik,
        kata={satu: satu.value for satu in StatusPraktik},
        benda=(
            Benda(
                "praktik_{}",
                "pelatihan.PraktikBaik",
                (
                    "praktik_ubah",
                    "praktik_terima",
                    "praktik_tolak",
                    "praktik_terbitkan",
                    "praktik_turunkan",
                    "praktik_arsipkan",
                    "praktik_pulihkan",
                    "praktik_nama",
                    "praktik_berkas_tambah",
                    "praktik_komentar",
                    "praktik_coba",
                ),
            ),
            Benda("berkas_praktik_{}", "pelatihan.BerkasPraktik", ("praktik_berkas_batal",), keadaan="praktik__status"),
        ),
    ),
    "Percobaan praktik baik": Mesin(
        status=StatusAdopsi,
        kata={satu: satu.value for satu in StatusAdopsi},
        benda=(Benda("adopsi_{}", "pelatihan.AdopsiPraktik", ("adopsi_rencana", "adopsi_hasil", "adopsi_batal")),),
    ),
    "Komentar praktik baik": Mesin(
        status=KeadaanKomentar,
        kata={satu: satu.value for satu in KeadaanKomentar},
        benda=(
            Benda(
                "komentar_{}",
                "pelatihan.KomentarPraktik",
                ("komentar_sunting", "komentar_sembunyikan"),
                keadaan="keadaan",
            ),
        ),
    ),
    "Sertifikat kegiatan": Mesin(
        status=KeadaanSertifikat,
        kata={satu: satu.value for satu in KeadaanSertifikat},
        benda=(
            Benda(
                "sertifikat_kami_{}",
                "pelatihan.SertifikatKegiatan",
                ("sertifikat_kami_cabut", "sertifikat_kami_ulang"),
                keadaan=Case(
                    When(dicabut_pada__isnull=True, then=Value(KeadaanSertifikat.BERLAKU.value)),
                    default=Value(KeadaanSertifikat.DICABUT.value),
                    output_field=CharField(),
                ),
            ),
        ),
    ),
    "Kehadiran": Mesin(
        status=KeadaanBerlaku,
        kata={KeadaanBerlaku.BERLAKU: "berlaku", KeadaanBerlaku.BERAKHIR: "berakhir"},
        benda=(
            Benda("hadir_{}", "pelatihan.Kehadiran", ("kehadiran_perbaiki", "kehadiran_pulang"), keadaan=KEHADIRAN),
        ),
    ),
    "Kehadiran menurut keadaan kegiatan": Mesin(
        status=StatusKegiatan,
        kata={satu: satu.value for satu in StatusKegiatan},
        benda=(
            Benda(
                "sesi_saat_{}",
                "pelatihan.SesiKegiatan",
                ("hadir", "kehadiran_sesi", "kehadiran_kertas"),
                keadaan="kegiatan__status",
            ),
            Benda(
                "catatan_saat_{}",
                "pelatihan.Kehadiran",
                ("kehadiran_perbaiki", "kehadiran_pulang"),
                keadaan="sesi__kegiatan__status",
            ),
        ),
    ),
    "Kegiatan pelatihan, pendaftarannya": Mesin(
        status=StatusKegiatan,
        kata={satu: satu.value for satu in StatusKegiatan},
        benda=(
            Benda(
                "kegiatan_{}",
                "pelatihan.Kegiatan",
                ("pendaftaran_daftar", "pendaftaran_daftarkan", "kegiatan_pilihan", "peserta_impor"),
            ),
        ),
    ),
    "Peserta luar": Mesin(
        status=KeadaanBerlaku,
        kata={satu: satu.value for satu in KeadaanBerlaku},
        benda=(Benda("peserta_luar_{}", "pelatihan.PesertaLuar", ("peserta_luar_batal",), keadaan=PESERTA_LUAR),),
    ),
    "Pendaftaran kegiatan pelatihan": Mesin(
        status=StatusPendaftaran,
        kata={satu: satu.value for satu in StatusPendaftaran},
        benda=(
            Benda(
                "pendaftaran_pelatihan_{}",
                "pelatihan.Pendaftaran",
                (
                    "pendaftaran_setujui",
                    "pendaftaran_tolak",
                    "pendaftaran_batal",
                    "pendaftaran_terima",
                    "pendaftaran_lepas",
                ),
            ),
        ),
    ),
}
