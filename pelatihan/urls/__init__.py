"""Addresses of training: /pelatihan/ is for staff; certificates and the library of good practice are public."""

from __future__ import annotations

from django.urls import URLPattern, path

from pelatihan.urls import kegiatan, pendaftaran, praktik
from pelatihan.urls import rekap as urls_rekap
from pelatihan.urls import sertifikat as urls_sertifikat
from pelatihan.urls import sesudah as urls_sesudah
from pelatihan.urls.hadir import HADIR
from pelatihan.views import calon, katalog, kompetensi, rencana, saya, sertifikat

app_name = "pelatihan"

# Words come before codes.
urlpatterns: list[URLPattern] = [
    *HADIR,
    path("saya/", saya.saya, name="saya"),
    path("tim/", saya.tim, name="tim"),
    path("orang/<uuid:kode>/", saya.pegawai, name="pegawai"),
    path("orang/<uuid:kode>/kompetensi/", kompetensi.kompetensi, name="kompetensi"),
    path("orang/<uuid:kode>/kompetensi/nilai/", kompetensi.kompetensi_nilai, name="kompetensi_nilai"),
    path("kompetensi/<uuid:kode>/batal/", kompetensi.kompetensi_batal, name="kompetensi_batal"),
    path("orang/<uuid:kode>/ip-asn/", kompetensi.ip_asn, name="ip_asn"),
    path("orang/<uuid:kode>/ip-asn/hitung/", kompetensi.ip_asn_hitung, name="ip_asn_hitung"),
    path("sertifikat/kirim/", sertifikat.sertifikat_kirim, name="sertifikat_kirim"),
    path("sertifikat/periksa/", sertifikat.periksa, name="periksa"),
    path("sertifikat/<uuid:kode>/", sertifikat.sertifikat, name="sertifikat"),
    path("sertifikat/<uuid:kode>/berkas/", sertifikat.sertifikat_berkas, name="sertifikat_berkas"),
    path("sertifikat/<uuid:kode>/verifikasi/", sertifikat.sertifikat_verifikasi, name="sertifikat_verifikasi"),
    path("sertifikat/<uuid:kode>/tolak/", sertifikat.sertifikat_tolak, name="sertifikat_tolak"),
    path("sertifikat/<uuid:kode>/tarik/", sertifikat.sertifikat_tarik, name="sertifikat_tarik"),
    path("jp/<uuid:kode>/perbaiki/", sertifikat.riwayat_perbaiki, name="riwayat_perbaiki"),
    path("siasn/", sertifikat.siasn, name="siasn"),
    path("rencana/", rencana.rencana_daftar, name="rencana_daftar"),
    path("rencana/usul/", rencana.rencana_usul, name="rencana_usul"),
    path("rencana/<uuid:kode>/", rencana.rencana, name="rencana"),
    path("rencana/<uuid:kode>/verifikasi/", rencana.rencana_verifikasi, name="rencana_verifikasi"),
    path("rencana/<uuid:kode>/validasi/", rencana.rencana_validasi, name="rencana_validasi"),
    path("rencana/<uuid:kode>/tetapkan/", rencana.rencana_tetapkan, name="rencana_tetapkan"),
    path("rencana/<uuid:kode>/tolak/", rencana.rencana_tolak, name="rencana_tolak"),
    path("rencana/<uuid:kode>/tarik/", rencana.rencana_tarik, name="rencana_tarik"),
    path("rencana/<uuid:kode>/realisasi/", rencana.rencana_realisasi, name="rencana_realisasi"),
    path("katalog/", katalog.katalog, name="katalog"),
    path("katalog/tambah/", katalog.program_tambah, name="program_tambah"),
    path("katalog/<uuid:kode>/", katalog.program, name="program"),
    path("katalog/<uuid:kode>/ubah/", katalog.program_ubah, name="program_ubah"),
    path("kebutuhan/", katalog.kebutuhan_daftar, name="kebutuhan_daftar"),
    path("kebutuhan/calon/", calon.calon_daftar, name="calon_daftar"),
    path("kebutuhan/calon/jadikan/", calon.calon_jadikan, name="calon_jadikan"),
    path("kebutuhan/usul/", katalog.kebutuhan_usul, name="kebutuhan_usul"),
    path("kebutuhan/<uuid:kode>/tutup/", katalog.kebutuhan_tutup, name="kebutuhan_tutup"),
    *kegiatan.urlpatterns,
    *pendaftaran.urlpatterns,
    *praktik.urlpatterns,
    *urls_rekap.urlpatterns,
    *urls_sertifikat.urlpatterns,
    *urls_sesudah.urlpatterns,
]
