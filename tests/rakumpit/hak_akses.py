"""Who may do what: one table of URL name × role × whose object, with the expected answer to GET and to POST.

Written from the rights design, not from what the program answers. An object that a person may not see answers 404, as
if it did not exist. Objects belong to *pegawai* unless their name says otherwise (``_camat``: of the camat, decided by
the official outside; ``_luar``, ``_pindaian``: of a camat whose superior has no account). A new page is one line here;
a page without a line fails the suite.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, URLResolver

from kinerja.perhitungan import NilaiDasar, Rating
from tests.dasar import (
    ADMIN_TEKNIS,
    ANONIM,
    ATASAN,
    ATASAN_KEDUA,
    PDF,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    REKAN,
    WARGA,
    KantorBernama,
)

SEMUA = (ANONIM, WARGA, PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN, PENGELOLA, PEMERIKSA, ADMIN_TEKNIS, PEJABAT_LUAR)
BER_AKUN = SEMUA[1:]
BER_SKP = (PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN)
MEMIMPIN = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR)
# The owner, everybody who leads a unit above, and the pengelola read; nobody else does.
PEMBACA = (PEGAWAI, *MEMIMPIN, PENGELOLA)
# Surveys of the unit: who works there or leads it or a unit above, the pengelola, the inspectors.
PEMBACA_SURVEI = (*PEMBACA, PEMERIKSA)
PEMBACA_SARAN = (*MEMIMPIN, PENGELOLA)
# Their own work is measured by the surveys of the seksi, so their answers are not taken.
ORANG_DALAM = (PEGAWAI, *MEMIMPIN)

# «masuk»: asked to sign in. What was typed waits behind the login page, or comes back with a link to it.
MASUK = "masuk"
Jawaban = int | str
Isi = Callable[[KantorBernama], dict[str, Any]]


def hak(
    peran: Iterable[str], kode: Jawaban = 200, *, lain: Jawaban = 404, anonim: Jawaban = MASUK, **khusus: Jawaban
) -> dict[str, Jawaban]:
    """Expected answers: ``kode`` for these roles, ``lain`` for other signed-in people; ``khusus`` names exceptions."""
    return {ANONIM: anonim} | dict.fromkeys(BER_AKUN, lain) | dict.fromkeys(peran, kode) | khusus


def terbuka(kode: Jawaban = 200, **khusus: Jawaban) -> dict[str, Jawaban]:
    """The same answer for everybody."""
    return dict.fromkeys(SEMUA, kode) | khusus


TIDAK_ADA = hak(())
# A page that only shows, or only acts: the other method is refused before anything else is looked at.
BUKAN_CARA = hak(BER_AKUN, 405)
TERTUTUP = terbuka(405)


@dataclass(frozen=True, slots=True)
class Baris:
    """One line: ``objek`` names the arguments of the address, ``isi`` makes the posted form.

    ``isi`` is a complete form that the entitled person could send, so that only the missing right stops the others.
    ``berubah`` says whether the entitled person's POST must change rows.
    """

    nama: str
    objek: str = ""
    get: Mapping[str, Jawaban] = field(kw_only=True)
    post: Mapping[str, Jawaban] = field(kw_only=True)
    isi: Isi | None = None
    kueri: str = ""
    berubah: bool = True
    alamat: str = ""


def _berkas() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", PDF, content_type="application/pdf")


def _versi(nama: str) -> Isi:
    return lambda k: {"versi": k.evaluasi[nama].versi}


def _keputusan(nama: str) -> Isi:
    return lambda k: {
        "rating_hasil": Rating.SESUAI.value,
        "rating_perilaku": Rating.SESUAI.value,
        "alasan": "Sesuai catatan harian.",
        "versi": k.evaluasi[nama].versi,
    }


def _surat(nama: str) -> Isi:
    return lambda k: _keputusan(nama)(k) | {"surat_nomor": "3/2026", "pindaian": _berkas()}


def _perilaku(k: KantorBernama) -> dict[str, Any]:
    return {"bagian": "perilaku"} | {f"rating_{nilai.value}": Rating.SESUAI.value for nilai in NilaiDasar}


def _surat_skp(k: KantorBernama) -> dict[str, Any]:
    return {"surat_nomor": "4/2026", "pindaian": _berkas()}


def _pindah(**isi: str) -> Isi:
    return lambda k: {"langkah": "simpan", "jabatan": str(k.contoh["jabatan_kosong"].uuid)} | isi


def _isian(survei: str) -> Isi:
    def isi(k: KantorBernama) -> dict[str, Any]:
        layanan = k.survei[survei].layanan.first()
        return {
            "submission_id": str(uuid4()),
            "versi_formulir": "skm-v1",
            "layanan": str(layanan.uuid) if layanan else "",
        } | {f"U{i}": "3" for i in range(1, 10)}

    return isi


def _tetap(**isi: Any) -> Isi:
    return lambda _k: dict(isi)


_YAKIN = _tetap(yakin="on")
_RENCANA = _tetap(uraian="Surat selesai tepat waktu", jenis="utama")
_INDIKATOR = _tetap(uraian="Jumlah surat", satuan="surat", arah="tinggi", target="100", sumber="manual")
_REALISASI = _tetap(nilai="97,5", per_tanggal="14 September 2026", catatan="Rekap buku agenda.", versi="1")


UMUM = [
    Baris("beranda", get=terbuka(), post=TERTUTUP),
    Baris("akun", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("akun_tema", get=BUKAN_CARA, post=hak(BER_AKUN, 302), isi=_tetap(tema="dark"), berubah=False),
    Baris("cari", kueri="?q=pegawai", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("aksesibilitas", get=terbuka(), post=TERTUTUP),
    Baris("saran_pengaduan", get=terbuka(), post=TERTUTUP),
    Baris("manifes", get=terbuka(), post=TERTUTUP),
    # Whoever holds the paper may ask about it.
    Baris("dokumen:periksa", get=terbuka(), post=TERTUTUP),
    Baris("dokumen:lihat", "dokumen", get=terbuka(), post=TERTUTUP),
    Baris("dokumen:lihat", "dokumen_palsu", get=terbuka(404), post=TERTUTUP),
    Baris("healthz_live", get=terbuka(), post=TERTUTUP),
    Baris("healthz_ready", get=terbuka(), post=TERTUTUP),
    Baris("gaya", get=terbuka(), post=TERTUTUP),
    Baris("notifikasi:daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("notifikasi:buka", "notifikasi", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("notifikasi:tandai", "notifikasi", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("notifikasi:tandai_semua", get=BUKAN_CARA, post=hak(BER_AKUN, 302), berubah=False),
]

# Own account only: no address names anybody else. 302 for signed-in people: to confirm the password first, or home.
AKUN = [
    Baris("account_login", get=hak(BER_AKUN, 302, anonim=200), post=hak(BER_AKUN, 302, anonim=200), berubah=False),
    Baris("masuk_kode", get=hak(BER_AKUN, 302, anonim=200), post=hak(BER_AKUN, 302, anonim=200), berubah=False),
    Baris("mfa_authenticate", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_logout", get=hak(BER_AKUN, anonim=302), post=terbuka(302), berubah=False),
    Baris("account_reauthenticate", get=hak(BER_AKUN), post=hak(BER_AKUN), berubah=False),
    Baris("mfa_reauthenticate", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_change_password", get=hak(BER_AKUN), post=hak(BER_AKUN), berubah=False),
    Baris("account_set_password", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_reset_password", get=terbuka(), post=terbuka(), berubah=False),
    Baris("account_reset_password_done", get=terbuka(), post=TERTUTUP),
    Baris("account_reset_password_from_key_done", get=terbuka(), post=TERTUTUP),
    Baris("account_reset_password_from_key", "kunci_palsu", get=terbuka(), post=terbuka(), berubah=False),
    Baris("mfa_index", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("mfa_activate_totp", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("mfa_deactivate_totp", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("mfa_view_recovery_codes", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("mfa_generate_recovery_codes", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("mfa_download_recovery_codes", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("usersessions_list", get=hak(BER_AKUN), post=hak(BER_AKUN, 302), berubah=False),
]

KINERJA = [
    Baris("kinerja:saya", get=hak(BER_SKP), post=BUKAN_CARA),
    # Whoever has an open draft finishes it first (409): pegawai and the camat.
    Baris(
        "kinerja:skp_daftar",
        get=hak(BER_SKP),
        post=hak([ATASAN, REKAN], 302, pegawai=409, atasan_kedua=409),
        isi=_tetap(mulai="1 Januari 2029", selesai="31 Desember 2029"),
    ),
    Baris("kinerja:skp", "skp_draf", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_setuju", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_camat", get=hak([ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_luar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp_ajukan", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:skp_ajukan", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409)),
    Baris("kinerja:skp_setujui", "skp_diajukan", get=hak([ATASAN], 302), post=hak([ATASAN], 302)),
    Baris("kinerja:skp_setujui", "skp_setuju", get=hak([ATASAN], 302), post=hak([ATASAN], 409)),
    Baris("kinerja:skp_setujui", "skp_draf", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("kinerja:skp_setujui", "skp_camat", get=hak([PEJABAT_LUAR], 302), post=hak([PEJABAT_LUAR], 302)),
    Baris("kinerja:skp_setujui", "skp_luar", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris(
        "kinerja:skp_kembalikan",
        "skp_diajukan",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=_tetap(catatan="Lengkapi targetnya."),
    ),
    Baris("kinerja:skp_surat", "skp_luar", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_surat_skp),
    # The superior is in the office or has an account: no letter takes his place.
    Baris("kinerja:skp_surat", "skp_diajukan", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=_surat_skp),
    Baris("kinerja:skp_surat", "skp_camat", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=_surat_skp),
    Baris("kinerja:skp_pindaian", "skp_pindaian", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp_pindaian", "skp_setuju", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("kinerja:rencana_tambah", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_RENCANA),
    Baris("kinerja:rencana_tambah", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_RENCANA),
    Baris("kinerja:rencana_ubah", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_RENCANA),
    Baris("kinerja:rencana_ubah", "rencana_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_RENCANA),
    Baris("kinerja:rencana_hapus", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:rencana_hapus", "rencana_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409)),
    Baris("kinerja:indikator_tambah", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_INDIKATOR),
    Baris("kinerja:indikator_tambah", "rencana_diajukan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_INDIKATOR),
    Baris("kinerja:indikator_ubah", "indikator_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_INDIKATOR),
    Baris("kinerja:indikator_ubah", "indikator_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_INDIKATOR),
    Baris("kinerja:indikator_hapus", "indikator_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:indikator_hapus", "indikator_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409)),
    Baris("kinerja:realisasi_daftar", get=hak(BER_SKP), post=BUKAN_CARA),
    # Others read what was reached, only the owner types it, and only while the period is open.
    Baris("kinerja:realisasi", "realisasi_menunggu", get=hak(PEMBACA), post=hak([PEGAWAI], 302), isi=_REALISASI),
    Baris("kinerja:realisasi", "realisasi_final", get=hak(PEMBACA), post=hak([PEGAWAI], 409), isi=_REALISASI),
    Baris("kinerja:tim", get=hak(MEMIMPIN), post=BUKAN_CARA),
    Baris(
        "kinerja:tim_tetapkan",
        kueri="?periode=tw2-2026",
        get=hak(MEMIMPIN),
        post=hak([ATASAN], 302),
        isi=lambda k: {"pilih": [f"{k.evaluasi['eval_diputus'].uuid}:{k.evaluasi['eval_diputus'].versi}"]},
    ),
    Baris(
        "kinerja:nilai", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_keputusan("eval_menunggu")
    ),
    Baris("kinerja:nilai", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_perilaku),
    Baris("kinerja:nilai", "eval_diputus", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_keputusan("eval_diputus")),
    Baris("kinerja:nilai", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_keputusan("eval_final")),
    Baris("kinerja:nilai", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_perilaku),
    Baris(
        "kinerja:nilai",
        "eval_camat",
        get=hak([PEJABAT_LUAR]),
        post=hak([PEJABAT_LUAR], 302),
        isi=_keputusan("eval_camat"),
    ),
    Baris("kinerja:nilai", "eval_luar", get=TIDAK_ADA, post=TIDAK_ADA, isi=_keputusan("eval_luar")),
    Baris("kinerja:tetapkan", "eval_diputus", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_versi("eval_diputus")),
    Baris("kinerja:tetapkan", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_versi("eval_menunggu")),
    Baris("kinerja:tetapkan", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_versi("eval_final")),
    Baris("kinerja:surat", "eval_luar", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_surat("eval_luar")),
    Baris("kinerja:surat", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=_surat("eval_menunggu")),
    Baris("kinerja:surat", "eval_camat", get=TIDAK_ADA, post=TIDAK_ADA, isi=_surat("eval_camat")),
    Baris("kinerja:evaluasi", "eval_menunggu", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_diputus", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_final", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_camat", get=hak([ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_luar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris(
        "kinerja:koreksi",
        "eval_final",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=_tetap(alasan="Angka realisasi keliru."),
    ),
    Baris(
        "kinerja:koreksi",
        "eval_menunggu",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 422),
        isi=_tetap(alasan="Angka realisasi keliru."),
    ),
    Baris("kinerja:pindaian", "eval_pindaian", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:pindaian", "eval_final", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris(
        "kinerja:run_daftar",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"periode": k.kantor.periode.pk},
    ),
    Baris(
        "kinerja:run",
        "run_galat",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_tetap(alasan="Data menyusul."),
    ),
    Baris(
        "kinerja:run",
        "run_final",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 409),
        isi=_tetap(alasan="Data menyusul."),
    ),
    Baris(
        "kinerja:periode_buka",
        "periode_final",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_tetap(sampai="30 September 2026", alasan="Jaringan putus."),
    ),
]


def _langkah(nama: str, *, dari: str, salah: str) -> Iterator[Baris]:
    """A step of a survey from the state where it begins, and from one where it is refused (told, nothing changes)."""
    boleh = hak([PENGELOLA], 302)
    yield Baris(f"survei:{nama}", dari, get=BUKAN_CARA, post=boleh, isi=_YAKIN)
    yield Baris(f"survei:{nama}", salah, get=BUKAN_CARA, post=boleh, isi=_YAKIN, berubah=False)


_LEWAT = terbuka(410) | dict.fromkeys(ORANG_DALAM, 403)
SURVEI = [
    Baris("survei:daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:kelola", get=hak(BER_AKUN), post=BUKAN_CARA),
    *(
        Baris("survei:kelola_survei", f"survei_{keadaan}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    *_langkah("buka", dari="survei_draf", salah="survei_terbuka"),
    *_langkah("tutup", dari="survei_terbuka", salah="survei_dikunci"),
    *_langkah("kunci", dari="survei_ditutup", salah="survei_dipublikasi"),
    *_langkah("publikasikan", dari="survei_dikunci", salah="survei_terbuka"),
    Baris("survei:saran", "survei_ditutup", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris(
        "survei:unduh_saran",
        "survei_ditutup",
        get=BUKAN_CARA,
        post=hak(PEMBACA_SARAN),
        isi=_tetap(tujuan="Bahan rapat", bentuk="csv"),
    ),
    Baris(
        "survei:batalkan",
        "survei_ditutup",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"submission_id": k.contoh["respons_ditutup"].pk, "alasan": "Iklan"},
    ),
    Baris(
        "survei:batalkan",
        "survei_dipublikasi",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"submission_id": k.contoh["respons_dipublikasi"].pk, "alasan": "Iklan"},
        berubah=False,
    ),
    Baris("survei:isi", "survei_draf", get=terbuka(404), post=terbuka(404), isi=_isian("survei_draf")),
    Baris(
        "survei:isi",
        "survei_terbuka",
        get=terbuka(),
        post=terbuka(302) | dict.fromkeys(ORANG_DALAM, 403),
        isi=_isian("survei_terbuka"),
    ),
    Baris("survei:isi", "survei_ditutup", get=terbuka(), post=_LEWAT, isi=_isian("survei_ditutup")),
    Baris("survei:isi", "survei_dikunci", get=terbuka(), post=_LEWAT, isi=_isian("survei_dikunci")),
    Baris("survei:terima_kasih", "tanda_terima", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil_daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dipublikasi", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dikunci", get=terbuka(404), post=TERTUTUP),
    Baris("survei:hasil", "survei_terbuka", get=terbuka(404), post=TERTUTUP),
]

_MEJA = hak([PENGELOLA])


def _meja(kode: Jawaban) -> dict[str, Jawaban]:
    return hak([PENGELOLA], kode)


MEJA = [
    Baris("organisasi:meja", get=_MEJA, post=_meja(405)),
    Baris("organisasi:pegawai_daftar", get=_MEJA, post=_meja(405)),
    Baris(
        "organisasi:cari_nip",
        get=hak([PENGELOLA], 405),
        post=_meja(302),
        isi=lambda k: {"nip": k.orang[PEGAWAI].nip},
        berubah=False,
    ),
    Baris(
        "organisasi:kode_cetak",
        get=hak([PENGELOLA], 405),
        post=_meja(200),
        isi=lambda k: {"pegawai": [str(k.pegawai.uuid)]},
    ),
    Baris("organisasi:pegawai_rinci", "pegawai", get=_MEJA, post=_meja(405)),
    Baris(
        "organisasi:mutasi",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=_pindah(mulai="1 Oktober 2026", dasar="SK 1"),
    ),
    Baris(
        "organisasi:tunjuk",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=_pindah(sifat="plt", mulai="1 Oktober 2026", dasar="SP 1"),
    ),
    Baris(
        "organisasi:berhenti",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=_tetap(langkah="simpan", alasan="Pensiun", hari_terakhir="30 September 2026", dasar="SK 2"),
    ),
    Baris(
        "organisasi:penugasan_akhiri",
        "penugasan",
        get=_MEJA,
        post=_meja(302),
        isi=_tetap(langkah="simpan", hari_terakhir="30 September 2026", dasar="SK 3"),
    ),
    Baris("organisasi:impor", get=_MEJA, post=_meja(200), berubah=False),
    Baris("organisasi:impor_periksa", get=hak([PENGELOLA], 302), post=_meja(302), berubah=False),
    Baris("organisasi:impor_templat", get=_MEJA, post=_meja(405)),
    Baris("organisasi:impor_urungkan", "impor", get=hak([PENGELOLA], 405), post=_meja(302)),
]

# --- Django admin: anonymous people are sent to the login, everybody without an admin role gets 404 ---

STAF = (ADMIN_TEKNIS, PENGELOLA)


def _admin(peran: Iterable[str], kode: Jawaban = 200, lain: Jawaban = 403) -> dict[str, Jawaban]:
    """``kode`` for these roles, ``lain`` for other people with an admin role."""
    return hak(STAF, lain) | dict.fromkeys(peran, kode)


@dataclass(frozen=True, slots=True)
class HakModel:
    """Who opens, adds, changes and deletes the rows of a model in the admin."""

    label: str
    baca: tuple[str, ...] = ()
    ubah: tuple[str, ...] = ()
    hapus: tuple[str, ...] = ()
    # An empty form is shown again; where nothing is required, it is stored.
    kosong: Jawaban = 200


_KELOLA = (PENGELOLA,)
ADMIN_MODEL = [
    # When what was done by whom; values and reasons are not on the page.
    HakModel("audit.catatanaudit", baca=STAF),
    HakModel("organisasi.unitkerja", STAF, STAF),
    HakModel("organisasi.jabatan", STAF, STAF),
    HakModel("organisasi.layanan", STAF, STAF),
    HakModel("organisasi.programpelayanan", STAF, STAF),
    HakModel("organisasi.harilibur", STAF, STAF, STAF),
    HakModel("organisasi.pengguna", STAF, STAF),
    HakModel("organisasi.penugasan", _KELOLA, _KELOLA),
    HakModel("organisasi.pegawai", _KELOLA, _KELOLA),
    HakModel("organisasi.pejabatluar", _KELOLA, _KELOLA),
    HakModel("survei.instrumen", _KELOLA, _KELOLA),
    HakModel("survei.pertanyaan", _KELOLA, _KELOLA),
    HakModel("survei.survei", _KELOLA, _KELOLA),
    HakModel("kinerja.periode", _KELOLA, _KELOLA),
    HakModel("kinerja.aturanpenilaian", _KELOLA, _KELOLA, kosong=302),
    # The technical admin sees that a run started and how it ended, no figures.
    HakModel("kinerja.runevaluasi", baca=STAF),
    # Registered by libraries; the product has its own pages for them.
    HakModel("auth.group"),
    HakModel("account.emailaddress"),
    HakModel("mfa.authenticator"),
    HakModel("usersessions.usersession"),
]


def _baris_model(hak_model: HakModel) -> Iterator[Baris]:
    label = hak_model.label
    nama = f"admin:{label.replace('.', '_')}"
    baca, ubah, hapus = _admin(hak_model.baca), _admin(hak_model.ubah), _admin(hak_model.hapus)
    yield Baris(f"{nama}_changelist", get=baca, post=baca, berubah=False)
    yield Baris(f"{nama}_add", get=ubah, post=ubah, berubah=False)
    simpan = _admin(hak_model.ubah, hak_model.kosong)
    yield Baris(f"{nama}_change", f"admin:{label}", get=baca, post=simpan, berubah=hak_model.kosong == 302)
    yield Baris(f"{nama}_history", f"admin:{label}", get=baca, post=baca, berubah=False)
    # Deletion is asked for without «yes»: the page of confirmation.
    yield Baris(f"{nama}_delete", f"admin:{label}", get=hapus, post=hapus, berubah=False)
    # The address without «change/» leads to the page above, which then decides.
    app, model = label.split(".")
    rute = f"admin/{app}/{model}/<path:object_id>/"
    yield Baris(rute, get=_admin(STAF, 302), post=_admin(STAF, 302), alamat=f"/admin/{app}/{model}/1/", berubah=False)


_PER_MODEL = [baris for satu in ADMIN_MODEL for baris in _baris_model(satu)]
ADMIN_PER_MODEL = {baris.nama for baris in _PER_MODEL}

ADMIN = [
    Baris("admin:index", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris("admin:login", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin:logout", get=terbuka(302), post=terbuka(302), berubah=False),
    Baris("admin:password_change", get=_admin(STAF, 302), post=_admin(STAF, 302), berubah=False),
    Baris("admin:password_change_done", get=_admin(STAF), post=_admin(STAF, 405)),
    Baris("admin:autocomplete", get=_admin(()), post=_admin(STAF, 405)),
    Baris("admin:jsi18n", get=_admin(STAF), post=_admin(STAF, 405)),
    Baris("admin:view_on_site", "admin:lihat", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin:app_list", "admin:organisasi", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris(
        "admin:app_list", "admin:survei", get=_admin(_KELOLA, lain=404), post=_admin(_KELOLA, lain=404), berubah=False
    ),
    Baris("admin:app_list", "admin:kinerja", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris("admin:app_list", "admin:mfa", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin/(?P<url>.*)$", get=TIDAK_ADA, post=TIDAK_ADA, alamat="/admin/tidak-ada/"),
    *_PER_MODEL,
]

TABEL = [*UMUM, *AKUN, *KINERJA, *SURVEI, *MEJA, *ADMIN]


def nama_url(akar: URLResolver) -> set[str]:
    """Every pattern by its name with namespaces, an unnamed one by its route."""
    return set(_jalan(akar, "", ""))


def _jalan(akar: URLResolver, ruang: str, rute: str) -> Iterator[str]:
    for satu in akar.url_patterns:
        rute_satu = rute + str(satu.pattern)
        if isinstance(satu, URLResolver):
            yield from _jalan(satu, f"{ruang}{satu.namespace}:" if satu.namespace else ruang, rute_satu)
        elif isinstance(satu, URLPattern):
            yield f"{ruang}{satu.name}" if satu.name else rute_satu


def periksa_lengkap(akar: URLResolver, tabel: Iterable[Baris]) -> list[str]:
    """Sentences about pages without a line and lines without a page; empty when the table is complete."""
    ada, tertulis = nama_url(akar), {baris.nama for baris in tabel}
    return [f"{nama}: halaman tanpa baris di tabel hak" for nama in sorted(ada - tertulis)] + [
        f"{nama}: baris tanpa halaman" for nama in sorted(tertulis - ada)
    ]


def bandingkan(baris: Baris, cara: str, jawaban: Mapping[str, Jawaban]) -> list[str]:
    """Sentences about answers that differ from the line, one per role."""
    harapan = baris.get if cara == "GET" else baris.post
    return [
        f"{cara} {baris.nama} {baris.objek} sebagai {peran}: diharapkan {harapan[peran]}, dijawab {jawab}"
        for peran, jawab in jawaban.items()
        if jawab != harapan[peran]
    ]
