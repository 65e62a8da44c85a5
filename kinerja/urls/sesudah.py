"""After a result is final: delivery, objection, follow-up, angka kredit, documents, copies, archive."""

from __future__ import annotations

from django.urls import URLPattern, path

from kinerja.views import (
    angka_kredit,
    arsip,
    dokumen,
    impor_arsip,
    keberatan,
    keberatan_daftar,
    pembinaan,
    penyampaian,
    salinan,
)

alamat: list[URLPattern] = [
    path("arsip/impor/", impor_arsip.arsip_impor, name="arsip_impor"),
    path("arsip/impor/templat/", impor_arsip.arsip_templat, name="arsip_templat"),
    path("arsip/<uuid:kode>/", arsip.arsip, name="arsip"),
    path("arsip/<uuid:kode>/batalkan/", arsip.arsip_batalkan, name="arsip_batalkan"),
    path("skp/<uuid:kode>/cetak/", dokumen.skp_cetak, name="skp_cetak"),
    path("skp/<uuid:kode>/matriks/cetak/", dokumen.mph_cetak, name="mph_cetak"),
    path("evaluasi/<uuid:kode>/cetak/", dokumen.evaluasi_cetak, name="evaluasi_cetak"),
    path("evaluasi/<uuid:kode>/dokumen/", dokumen.dokumen_evaluasi_cetak, name="dokumen_evaluasi_cetak"),
    path("evaluasi/<uuid:kode>/angka-kredit/", angka_kredit.tetapkan, name="angka_kredit_tetapkan"),
    path("evaluasi/<uuid:kode>/terima/", penyampaian.terima, name="hasil_terima"),
    path("evaluasi/<uuid:kode>/penyampaian/", penyampaian.penyampaian, name="penyampaian"),
    path("evaluasi/<uuid:kode>/tanda-terima/", penyampaian.tanda_terima, name="tanda_terima"),
    path("evaluasi/<uuid:kode>/keberatan/", keberatan.ajukan, name="keberatan_ajukan"),
    path("evaluasi/<uuid:kode>/tindak-lanjut/", pembinaan.tindak_lanjut, name="tindak_lanjut"),
    path("evaluasi/<uuid:kode>/tindak-lanjut/tinjau/", pembinaan.pembinaan_tinjau, name="pembinaan_tinjau"),
    path("evaluasi/<uuid:kode>/tindak-lanjut/keputusan/", pembinaan.pembinaan_keputusan, name="pembinaan_keputusan"),
    path("pembinaan/keputusan/<uuid:kode>/pindaian/", pembinaan.pembinaan_pindaian, name="pembinaan_pindaian"),
    path("angka-kredit/", angka_kredit.angka_kredit, name="angka_kredit"),
    path("angka-kredit/<uuid:kode>/", angka_kredit.angka_kredit_pegawai, name="angka_kredit_pegawai"),
    path("angka-kredit/<uuid:kode>/saldo-awal/", angka_kredit.saldo_awal, name="saldo_awal"),
    path("angka-kredit/penetapan/<uuid:kode>/batalkan/", angka_kredit.batalkan, name="angka_kredit_batalkan"),
    path("angka-kredit/penetapan/<uuid:kode>/cetak/", dokumen.angka_kredit_cetak, name="angka_kredit_cetak"),
    path("salinan/", salinan.salinan, name="salinan"),
    path("salinan/daftar/", salinan.salinan_daftar, name="salinan_daftar"),
    path("salinan/<uuid:kode>/", salinan.salinan_pegawai, name="salinan_pegawai"),
    path("salinan/<uuid:kode>/lembar/", salinan.salinan_lembar, name="salinan_lembar"),
    path("salinan/<uuid:kode>/tandai/", salinan.salinan_tandai, name="salinan_tandai"),
    path("salinan/<uuid:kode>/tautan/", salinan.tautan_buka, name="tautan_buka"),
    path("salinan/tautan/<uuid:kode>/cabut/", salinan.tautan_cabut, name="tautan_cabut"),
    path("bukti/terbuka/<str:tanda>/", salinan.bukti_terbuka, name="bukti_terbuka"),
    path("penyampaian/", penyampaian.penyampaian_daftar, name="penyampaian_daftar"),
    path("keberatan/", keberatan_daftar.daftar, name="keberatan_daftar"),
    path("keberatan/<uuid:kode>/", keberatan.keberatan, name="keberatan"),
    path("keberatan/<uuid:kode>/keterangan/<slug:pihak>/", keberatan.keterangan, name="keberatan_keterangan"),
    path("keberatan/<uuid:kode>/putus/", keberatan.putus, name="keberatan_putus"),
    path("keberatan/<uuid:kode>/surat/", keberatan.surat, name="keberatan_surat"),
    path("keberatan/<uuid:kode>/cabut/", keberatan.cabut, name="keberatan_cabut"),
    path("keberatan/berkas/<uuid:kode>/", keberatan.berkas_unduh, name="keberatan_berkas"),
    path("keberatan/<uuid:kode>/pindaian/", keberatan.pindaian, name="keberatan_pindaian"),
]
