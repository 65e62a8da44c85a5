"""Training of a person is read by the person, those above, the pengelola and the pemeriksa."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat
from pelatihan.ringkasan.calon import calon_untuk
from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, Jawaban, hak, tetap
from tests.rakumpit.hak_akses.pelatihan_hadir import HADIR
from tests.rakumpit.hak_akses.pelatihan_kegiatan import KEGIATAN
from tests.rakumpit.hak_akses.pelatihan_pendaftaran import PENDAFTARAN

_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_PEMBACA = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)
_PENILAI = (ATASAN, PENGELOLA)
_PUNCAK = (ATASAN_KEDUA, PEJABAT_LUAR)
_ALASAN = tetap(alasan="Sudah dibahas.")
_TUTUP = tetap(alasan="Dilatih rekan.")
_LEVEL = tetap(tanggal="15 September 2026", sumber="atasan", level_integritas="2")
_IP = tetap(tahun="2026", pendidikan="s1", kinerja="baik", hukuman="tidak_pernah")
_PERBAIKI = tetap(jp="7,5", alasan="Salah baca.")
_BUTUH = tetap(judul="Menyapa warga", prioritas="sedang")
_PROGRAM = tetap(
    judul="Arsip", bentuk="teknis", moda="luring", tujuan="Rapi.", silabus="Menyimpan", aktif="on", versi="1"
)


def _sertifikat(_k: KantorBernama) -> dict[str, Any]:
    isi = uuid4().hex
    return {
        "kode": str(uuid4()),
        "bentuk": "seminar",
        "judul": f"Seminar {isi}",
        "penyelenggara": "Kota",
        "moda": "luring",
        "mulai": "4 Mei 2026",
        "selesai": "4 Mei 2026",
        "tanggal_sertifikat": "5 Mei 2026",
        "hari": "1",
        "berkas": SimpleUploadedFile("s.pdf", b"%PDF-1.4 " + isi.encode(), content_type="application/pdf"),
    }


def _rencana(_k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "judul": "Melayani",
        "bentuk": "coaching",
        "tahun": "2026",
        "triwulan": "4",
        "prioritas": "sedang",
    }


def _calon(k: KantorBernama) -> dict[str, Any]:
    """A complaint, an action or a weak element of the seksi that *atasan* leads."""
    semua = calon_untuk(k.kantor.pengelola)
    return {"kunci": next(satu.kunci for satu in semua if satu.unit_id == k.kantor.seksi.pk)}


def _riwayat(k: KantorBernama) -> dict[str, Any]:
    return {"riwayat": [str(k.objek["riwayat_jp"][0])]}


def _sertifikat_keadaan() -> list[Baris]:
    baris = []
    for status in StatusSertifikat:
        objek, buka = f"sertifikat_{status.value}", status is StatusSertifikat.MENUNGGU
        kode = 302 if buka else 409
        baris += [
            Baris("pelatihan:sertifikat", objek, get=hak(_PEMBACA), post=BUKAN_CARA),
            Baris("pelatihan:sertifikat_berkas", objek, get=hak(_PEMBACA), post=BUKAN_CARA),
            Baris(
                "pelatihan:sertifikat_verifikasi",
                objek,
                get=hak([PENGELOLA]),
                post=hak([PENGELOLA], kode),
                isi=tetap(alasan_melampaui=""),
            ),
            Baris("pelatihan:sertifikat_tolak", objek, get=hak([PENGELOLA]), post=hak([PENGELOLA], kode), isi=_ALASAN),
            Baris("pelatihan:sertifikat_tarik", objek, get=hak([PEGAWAI]), post=hak([PEGAWAI], kode), isi=_ALASAN),
        ]
    return baris


# Who has the turn in which state, and by which page.
_GILIRAN = {
    StatusRencana.DIUSULKAN: ("rencana_verifikasi", (ATASAN,)),
    StatusRencana.DIVERIFIKASI: ("rencana_validasi", (PENGELOLA,)),
    StatusRencana.DIVALIDASI: ("rencana_tetapkan", _PUNCAK),
}
_DAPAT_DITARIK = {*_GILIRAN, StatusRencana.DITETAPKAN}


def _rencana_keadaan() -> list[Baris]:
    baris = []
    for status in StatusRencana:
        objek = f"pengembangan_{status.value}"
        halaman, giliran = _GILIRAN.get(status, ("", ()))
        boleh: dict[str, Jawaban] = dict.fromkeys(giliran, 302)
        baris.append(Baris("pelatihan:rencana", objek, get=hak(_PEMBACA), post=BUKAN_CARA))
        baris += [
            Baris(
                f"pelatihan:{nama}",
                objek,
                get=BUKAN_CARA,
                post=hak(_PEMBACA, 409, **(boleh if nama == halaman else {})),
                isi=tetap(),
                berubah=nama == halaman,
            )
            for nama in ("rencana_verifikasi", "rencana_validasi", "rencana_tetapkan")
        ]
        pembaca_lain = [satu for satu in _PEMBACA if satu != PEGAWAI]
        ditetapkan = status is StatusRencana.DITETAPKAN
        baris += [
            Baris(
                "pelatihan:rencana_tolak",
                objek,
                get=hak(pembaca_lain),
                post=hak(pembaca_lain, 409, **boleh),
                isi=_ALASAN,
            ),
            Baris(
                "pelatihan:rencana_tarik",
                objek,
                get=hak([PEGAWAI]),
                post=hak([PEGAWAI], 302 if status in _DAPAT_DITARIK else 409),
                isi=_ALASAN,
            ),
            Baris(
                "pelatihan:rencana_realisasi",
                objek,
                get=hak([PEGAWAI]),
                post=hak([PEGAWAI], 302 if ditetapkan else 409),
                isi=_riwayat,
            ),
        ]
    return baris


PELATIHAN = [
    *KEGIATAN,
    *HADIR,
    *PENDAFTARAN,
    Baris("pelatihan:saya", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("pelatihan:tim", get=hak([*MEMIMPIN, PENGELOLA, PEMERIKSA]), post=BUKAN_CARA),
    Baris("pelatihan:pegawai", "orang_pegawai", get=hak(_PEMBACA), post=BUKAN_CARA),
    Baris("pelatihan:kompetensi", "orang_pegawai", get=hak(_PEMBACA), post=BUKAN_CARA),
    Baris("pelatihan:kompetensi_nilai", "orang_pegawai", get=hak(_PENILAI), post=hak(_PENILAI, 302), isi=_LEVEL),
    Baris(
        "pelatihan:kompetensi_batal",
        "penilaian_kompetensi",
        get=hak(_PENILAI),
        post=hak(_PENILAI, 302),
        isi=_ALASAN,
    ),
    Baris("pelatihan:ip_asn", "orang_pegawai", get=hak(_PEMBACA), post=BUKAN_CARA),
    Baris("pelatihan:ip_asn_hitung", "orang_pegawai", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_IP),
    Baris("pelatihan:sertifikat_kirim", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_sertifikat),
    Baris("pelatihan:periksa", get=hak([PENGELOLA]), post=BUKAN_CARA),
    *_sertifikat_keadaan(),
    Baris("pelatihan:riwayat_perbaiki", "riwayat_jp", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_PERBAIKI),
    Baris("pelatihan:siasn", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:rencana_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:rencana_usul", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_rencana),
    *_rencana_keadaan(),
    Baris("pelatihan:katalog", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:program_tambah", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_PROGRAM),
    Baris("pelatihan:program", "program_pelatihan", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris(
        "pelatihan:program_ubah", "program_pelatihan", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_PROGRAM
    ),
    Baris("pelatihan:kebutuhan_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:calon_daftar", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:calon_jadikan", get=BUKAN_CARA, post=hak([*MEMIMPIN, PENGELOLA], 302), isi=_calon),
    Baris("pelatihan:kebutuhan_usul", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_BUTUH),
    *[
        Baris(
            "pelatihan:kebutuhan_tutup",
            f"kebutuhan_{status.value}",
            get=hak(_PENILAI),
            post=hak(_PENILAI, 302 if status is StatusKebutuhan.TERBUKA else 409),
            isi=_TUTUP,
        )
        for status in StatusKebutuhan
    ],
]
