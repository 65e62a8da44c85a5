"""The list of pages: every URL name is a page of the browser tests, or stands here with the reason why it is none.

A new address is one line. ``objek`` names the arguments of the address (``tests.peramban.kantor``), ``peran`` the
account; ``sebutan`` tells several pages of one address apart. The name of a page on the command line is its URL name
with that word: ``kinerja:skp@draf``. ``PERAMBAN_HALAMAN=kinerja:skp,survei`` restricts every run to the pages whose
names begin so, see ``tests/peramban/test_halaman.py``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from django.urls import URLResolver

from tests.dasar import PENGELOLA
from tests.peramban import (
    daftar_angka_kredit,
    daftar_atas_nama,
    daftar_bukti,
    daftar_catatan,
    daftar_dukungan,
    daftar_forum_diskusi,
    daftar_forum_laporan,
    daftar_forum_sesi,
    daftar_hadir,
    daftar_ikhtisar,
    daftar_inovasi,
    daftar_keberatan,
    daftar_laporan_data,
    daftar_nilai,
    daftar_pelatihan,
    daftar_pembinaan,
    daftar_perencanaan,
    daftar_plh,
    daftar_rekap,
    daftar_salinan,
    daftar_skp,
    daftar_survei_dasbor,
    daftar_survei_hitungan,
    daftar_survei_kertas,
    daftar_survei_laporan,
    daftar_survei_loket,
    daftar_survei_penyusun,
    daftar_survei_tema,
    daftar_survei_tindak_lanjut,
    daftar_umpan_balik,
)
from tests.peramban.halaman import (
    ALIHAN,
    BERKAS,
    BUKAN_SIAPA_PUN,
    HANYA_POST,
    MESIN,
    Halaman,
    Jenis,
    cetak_kode,
    isikan,
    jawab,
    kosongkan,
    masuk_sampai_faktor,
    tahap,
    unggah,
)
from tests.peramban.kantor import TANPA_SANDI
from tests.rakumpit.hak_akses import nama_url
from tests.rakumpit.hak_akses.admin import ADMIN_MODEL

P = Jenis.PUBLIK
PUBLIK = [
    Halaman("beranda", sebutan="warga", jenis=P),
    Halaman("survei:daftar", jenis=P),
    # What waits is on the device; without script nothing does.
    Halaman("survei:luring", jenis=P, acak=True),
    Halaman("survei:isi", objek="survei_terbuka", jenis=P, acak=True),
    Halaman("survei:isi", objek="survei_terbuka", sebutan="galat", jenis=P, acak=True, status=422, cara=kosongkan),
    Halaman("survei:isi", objek="survei_ditutup", sebutan="ditutup", jenis=P),
    Halaman("survei:isi", objek="survei_terbuka", sebutan="terima_kasih", jenis=P, acak=True, cara=jawab),
    Halaman("survei:hapus_sendiri", jenis=P),
    Halaman("survei:hapus_sendiri", sebutan="galat", jenis=P, status=422, cara=kosongkan),
    Halaman("survei:hasil_daftar", jenis=P),
    Halaman("survei:hasil", objek="survei_dipublikasi", jenis=P),
    Halaman("survei:hasil", objek="survei_diperbaiki", sebutan="diperbaiki", jenis=P),
    Halaman("saran_pengaduan", jenis=P),
    Halaman("dokumen:periksa", jenis=P),
    Halaman("dokumen:periksa", sebutan="galat", kueri="?kode=7K3M-ACDE", jenis=P),
    Halaman("dokumen:lihat", objek="dokumen", jenis=P),
    Halaman("dokumen:lihat", objek="dokumen_dibatalkan", sebutan="dibatalkan", jenis=P),
    Halaman("dokumen:lihat", objek="dokumen_palsu", sebutan="tidak_ada", jenis=P, status=404),
    Halaman("aksesibilitas", jenis=P),
]
AKUN = [
    Halaman("account_login"),
    Halaman("account_login", sebutan="galat", cara=kosongkan),
    Halaman("masuk_kode"),
    Halaman("mfa_authenticate", cara=masuk_sampai_faktor, tetap="/masuk/"),
    Halaman("account_reset_password"),
    Halaman("account_reset_password_done"),
    Halaman("account_reset_password_from_key", objek="kunci_palsu", sebutan="usang"),
    Halaman("account_reset_password_from_key", objek="kunci"),
    Halaman("account_reset_password_from_key_done"),
    Halaman("account_logout", "pegawai"),
    Halaman("account_reauthenticate", "pegawai"),
    Halaman("account_change_password", "pegawai"),
    Halaman("account_change_password", "pegawai", sebutan="galat", cara=kosongkan),
    Halaman("account_set_password", TANPA_SANDI),
    Halaman("mfa_index", "pegawai"),
    Halaman("mfa_index", "lurah", sebutan="aktif"),
    Halaman("mfa_activate_totp", "pegawai", baru_masuk=True, acak=True),
    Halaman("mfa_reauthenticate", "lurah"),
    Halaman("mfa_deactivate_totp", "lurah", baru_masuk=True),
    Halaman("mfa_view_recovery_codes", "lurah", baru_masuk=True),
    Halaman("mfa_generate_recovery_codes", "lurah", baru_masuk=True),
    Halaman("usersessions_list", "pegawai"),
    Halaman("akun", "pegawai"),
    Halaman("akun", "pemeriksa", sebutan="pemeriksa"),
    Halaman("cadangan:keadaan", "admin"),
]
UMUM = [
    *(
        Halaman("beranda", peran, sebutan=peran)
        for peran in ("pegawai", "kasi", "lurah", "camat", "pengelola", "pemeriksa", "admin")
    ),
    Halaman("cari", "pengelola", kueri="?q=surat"),
    Halaman("cari", "pegawai", sebutan="kosong", kueri="?q=zzzzzz"),
    Halaman("gaya", "pegawai", pameran=True),
    Halaman("notifikasi:daftar", "pegawai"),
    Halaman("notifikasi:daftar", "camat", sebutan="camat"),
]
KINERJA = [
    Halaman("kinerja:saya", "pegawai"),
    Halaman("kinerja:saya", "kasi", sebutan="kasi"),
    Halaman("kinerja:skp_daftar", "pegawai"),
    Halaman("kinerja:skp", "pegawai", "skp_setuju"),
    Halaman("kinerja:skp", "pegawai", "skp_draf", sebutan="draf"),
    Halaman("kinerja:skp", "atasan", "skp_diajukan", sebutan="diajukan"),
    Halaman("kinerja:skp_ajukan", "pegawai", "skp_draf"),
    Halaman("kinerja:skp_kembalikan", "atasan", "skp_diajukan"),
    Halaman("kinerja:skp_surat", "pengelola", "skp_luar"),
    Halaman("kinerja:rencana_tambah", "pegawai", "skp_draf"),
    Halaman("kinerja:rencana_tambah", "pegawai", "skp_draf", sebutan="galat", cara=kosongkan, status=422),
    Halaman("kinerja:rencana_ubah", "pegawai", "rencana_draf"),
    Halaman("kinerja:rencana_hapus", "pegawai", "rencana_draf"),
    Halaman("kinerja:indikator_tambah", "pegawai", "rencana_draf"),
    Halaman("kinerja:indikator_ubah", "pegawai", "indikator_draf"),
    Halaman("kinerja:indikator_hapus", "pegawai", "indikator_draf"),
    Halaman("kinerja:realisasi_daftar", "pegawai"),
    Halaman("kinerja:realisasi", "pegawai", "realisasi_menunggu"),
    Halaman(
        "kinerja:realisasi", "pegawai", "realisasi_menunggu", sebutan="galat", cara=isikan(nilai="dua"), status=422
    ),
    Halaman("kinerja:realisasi", "pegawai", "realisasi_final", sebutan="final"),
]
PENILAIAN = [
    Halaman("kinerja:tim", "camat"),
    Halaman("kinerja:tim_tetapkan", "pemutus", kueri="?periode=tw3-2026"),
    Halaman("kinerja:nilai", "penilai", "eval_menunggu"),
    Halaman("kinerja:nilai", "pemutus", "eval_diputus", sebutan="diputus"),
    Halaman("kinerja:tetapkan", "pemutus", "eval_diputus"),
    Halaman("kinerja:surat", "pengelola", "eval_luar"),
    Halaman("kinerja:evaluasi", "camat", "eval_final"),
    Halaman("kinerja:evaluasi", "pegawai", "eval_sendiri", sebutan="menunggu"),
    Halaman("kinerja:run_daftar", "pengelola"),
    Halaman("kinerja:run", "pengelola", "run_final"),
    Halaman("kinerja:run", "pengelola", "run_galat", sebutan="galat"),
    Halaman("kinerja:periode_buka", "pengelola", "periode_final"),
]
SURVEI = [
    Halaman("survei:kelola", "camat"),
    Halaman("survei:kelola", "pengelola", sebutan="pengelola"),
    Halaman("survei:buat", "pengelola"),
    *(
        Halaman("survei:kelola_survei", "pengelola", f"survei_{keadaan}", sebutan=keadaan)
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    tahap("buka", "draf"),
    tahap("tutup", "terbuka"),
    tahap("kunci", "ditutup"),
    tahap("publikasikan", "dikunci"),
    Halaman("survei:saran", "pengelola", "survei_dipublikasi"),
    Halaman("survei:saran", "pengelola", "survei_ditutup", sebutan="ditutup"),
]
MEJA = [
    Halaman("organisasi:meja", "pengelola"),
    Halaman("organisasi:pegawai_daftar", "pengelola"),
    Halaman("organisasi:kode_cetak", "pengelola", cara=cetak_kode, tetap="/meja/pegawai/", acak=True),
    Halaman("organisasi:pegawai_rinci", "pengelola", "pegawai"),
    Halaman("organisasi:mutasi", "pengelola", "pegawai"),
    Halaman("organisasi:tunjuk", "pengelola", "pegawai"),
    Halaman("organisasi:berhenti", "pengelola", "pegawai"),
    Halaman("organisasi:penugasan_akhiri", "pengelola", "penugasan"),
    Halaman("organisasi:impor", "pengelola"),
    Halaman("organisasi:impor_periksa", "pengelola", cara=unggah("C12_pangkat_ragam.csv"), tetap="/meja/impor/"),
]
# The pages for what goes wrong have no address. 409 is the answer of a view and looks like the others.
GALAT = [
    *(
        # The number of the fault is another one each time.
        Halaman(f"galat:{kode}", jenis=P, status=kode, tetap=f"/uji-galat/{kode}/", acak=kode >= 500)
        for kode in (400, 403, 413, 429, 500, 503)
    ),
    Halaman("galat:404", jenis=P, status=404, tetap="/tidak-ada/"),
    Halaman("galat:404", "pegawai", sebutan="pegawai", status=404, tetap="/meja/"),
]


def _admin() -> Iterator[Halaman]:
    """The pages of each model in the admin, as the table of rights opens them."""
    for model in ADMIN_MODEL:
        nama = f"admin:{model.label.replace('.', '_')}"
        if not model.baca:
            continue
        peran = "pengelola" if PENGELOLA in model.baca else "admin"
        for halaman, boleh, objek in (
            ("changelist", model.baca, ""),
            ("add", model.ubah, ""),
            ("change", model.baca, f"admin:{model.label}"),
            ("history", model.baca, f"admin:{model.label}"),
            ("delete", model.hapus, f"admin:{model.label}"),
        ):
            if boleh:
                yield Halaman(f"{nama}_{halaman}", peran, objek, jenis=Jenis.ADMIN)


A = Jenis.ADMIN
ADMIN = [
    Halaman("admin:index", "pengelola", jenis=A),
    Halaman("admin:index", "admin", sebutan="admin", jenis=A),
    Halaman("admin:app_list", "pengelola", "app_organisasi", jenis=A),
    Halaman("admin:password_change_done", "pengelola", jenis=A),
    *_admin(),
]

# The parts of the list: the browser test of each is one test, so that several processes can share the work.
BAGIAN: dict[str, list[Halaman]] = {
    "publik": PUBLIK,
    "akun": AKUN,
    "umum": UMUM,
    "kinerja": KINERJA,
    "penilaian": PENILAIAN,
    "angka_kredit": daftar_angka_kredit.HALAMAN,
    "atas_nama": daftar_atas_nama.HALAMAN,
    "bukti": daftar_bukti.HALAMAN,
    "catatan": daftar_catatan.HALAMAN,
    "dukungan": daftar_dukungan.HALAMAN,
    "laporan_data": daftar_laporan_data.HALAMAN,
    "ikhtisar": daftar_ikhtisar.HALAMAN,
    "inovasi": daftar_inovasi.HALAMAN,
    "keberatan": daftar_keberatan.HALAMAN,
    "nilai": daftar_nilai.HALAMAN,
    "pelatihan": daftar_pelatihan.HALAMAN,
    "pelatihan_hadir": daftar_hadir.HALAMAN,
    "pembinaan": daftar_pembinaan.HALAMAN,
    "perencanaan": daftar_perencanaan.HALAMAN,
    "plh": daftar_plh.HALAMAN,
    "rekap": daftar_rekap.HALAMAN,
    "salinan": daftar_salinan.HALAMAN,
    "skp": daftar_skp.HALAMAN,
    "umpan_balik": daftar_umpan_balik.HALAMAN,
    "forum_laporan": daftar_forum_laporan.HALAMAN,
    "survei": SURVEI,
    "survei_dasbor": daftar_survei_dasbor.HALAMAN,
    "survei_hitungan": daftar_survei_hitungan.HALAMAN,
    "survei_kertas": daftar_survei_kertas.HALAMAN,
    "survei_laporan": daftar_survei_laporan.HALAMAN,
    "survei_loket": daftar_survei_loket.HALAMAN,
    "survei_tema": daftar_survei_tema.HALAMAN,
    "survei_penyusun": daftar_survei_penyusun.HALAMAN,
    "survei_tindak_lanjut": daftar_survei_tindak_lanjut.HALAMAN,
    "forum_diskusi": daftar_forum_diskusi.HALAMAN,
    "forum_sesi": daftar_forum_sesi.HALAMAN,
    "meja": MEJA,
    "galat": GALAT,
    "admin_daftar": [satu for satu in ADMIN if not satu.nama.endswith(("_add", "_change", "_history", "_delete"))],
    "admin_tambah_dan_hapus": [satu for satu in ADMIN if satu.nama.endswith(("_add", "_delete"))],
    "admin_ubah_dan_riwayat": [satu for satu in ADMIN if satu.nama.endswith(("_change", "_history"))],
}
DAFTAR = [halaman for bagian in BAGIAN.values() for halaman in bagian]

KECUALI: dict[str, str] = {
    "healthz_live": MESIN,
    "healthz_ready": MESIN,
    "manifes": MESIN,
    "survei:pekerja": MESIN,
    "akun_tema": HANYA_POST,
    "notifikasi:buka": HANYA_POST,
    "notifikasi:tandai": HANYA_POST,
    "notifikasi:tandai_semua": HANYA_POST,
    "mfa_download_recovery_codes": BERKAS,
    "kinerja:skp_setujui": HANYA_POST,
    "kinerja:skp_pindaian": BERKAS,
    "kinerja:skp_cetak": BERKAS,
    "kinerja:mph_cetak": BERKAS,
    "kinerja:evaluasi_cetak": BERKAS,
    "kinerja:dokumen_evaluasi_cetak": BERKAS,
    "kinerja:koreksi": HANYA_POST,
    "kinerja:pindaian": BERKAS,
    "survei:unduh_saran": BERKAS,
    "survei:batalkan": HANYA_POST,
    "organisasi:cari_nip": HANYA_POST,
    "organisasi:impor_templat": BERKAS,
    "organisasi:impor_urungkan": HANYA_POST,
    "admin:login": BUKAN_SIAPA_PUN,
    "admin:logout": ALIHAN,
    "kinerja_depan": ALIHAN,
    "pelatihan_depan": ALIHAN,
    "admin:password_change": ALIHAN,
    "admin:autocomplete": MESIN,
    "admin:jsi18n": MESIN,
    "admin:view_on_site": BUKAN_SIAPA_PUN,
    "admin/(?P<url>.*)$": "menangkap alamat yang tidak ada",
}


def _kecuali_admin() -> Iterator[tuple[str, str]]:
    dibuka = {satu.nama for satu in ADMIN}
    for model in ADMIN_MODEL:
        nama = f"admin:{model.label.replace('.', '_')}"
        for halaman in ("changelist", "add", "change", "history", "delete"):
            if f"{nama}_{halaman}" not in dibuka:
                yield f"{nama}_{halaman}", BUKAN_SIAPA_PUN
        app, satu = model.label.split(".")
        yield f"admin/{app}/{satu}/<path:object_id>/", ALIHAN


KECUALI |= dict(_kecuali_admin())
for _topik in (
    daftar_angka_kredit,
    daftar_atas_nama,
    daftar_bukti,
    daftar_dukungan,
    daftar_forum_laporan,
    daftar_laporan_data,
    daftar_ikhtisar,
    daftar_keberatan,
    daftar_nilai,
    daftar_pelatihan,
    daftar_hadir,
    daftar_pembinaan,
    daftar_perencanaan,
    daftar_rekap,
    daftar_salinan,
    daftar_skp,
    daftar_survei_dasbor,
    daftar_survei_kertas,
    daftar_survei_laporan,
    daftar_survei_loket,
    daftar_survei_tema,
    daftar_survei_penyusun,
    daftar_survei_tindak_lanjut,
    daftar_forum_diskusi,
    daftar_forum_sesi,
):
    KECUALI |= _topik.KECUALI


def periksa_daftar(akar: URLResolver, daftar: Iterable[Halaman], kecuali: Iterable[str]) -> list[str]:
    """Sentences about addresses without a line, lines without an address, and names that stand twice."""
    semua = list(daftar)
    ada, halaman, lewat = nama_url(akar), {satu.nama for satu in semua}, set(kecuali)
    tertulis = {nama for nama in halaman if not nama.startswith("galat:")}
    kunci = [satu.kunci for satu in semua]
    return [
        *(f"{nama}: alamat tanpa baris di daftar halaman" for nama in sorted(ada - tertulis - lewat)),
        *(f"{nama}: baris daftar tanpa alamat" for nama in sorted((tertulis | lewat) - ada)),
        *(f"{nama}: halaman sekaligus dikecualikan" for nama in sorted(tertulis & lewat)),
        *(f"{nama}: nama halaman ganda" for nama in sorted({satu for satu in kunci if kunci.count(satu) > 1})),
    ]


def terpilih(daftar: Iterable[Halaman], variabel: str = "PERAMBAN_HALAMAN") -> list[Halaman]:
    """The pages whose names begin with one of the words of that environment variable; all when it is not set."""
    awalan = tuple(satu.strip() for satu in os.environ.get(variabel, "").split(",") if satu.strip())
    return [satu for satu in daftar if not awalan or satu.kunci.startswith(awalan)]


def _rupa(halaman: Halaman) -> str:
    """What pages of one make share: the URL name; in Django's admin the kind of page, whatever the model."""
    return halaman.nama.rsplit("_", 1)[-1] if halaman.jenis is Jenis.ADMIN else halaman.nama


def utama(daftar: Iterable[Halaman]) -> set[str]:
    """Names of the first page of each make: those that are looked at in every way."""
    pertama: dict[str, str] = {}
    for satu in daftar:
        pertama.setdefault(f"{satu.jenis.value} {_rupa(satu)}", satu.kunci)
    return set(pertama.values())
