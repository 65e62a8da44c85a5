"""Sessions of the forum: the seksi of *pegawai* holds them, who leads organises, everybody reads what is public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from forum.perhitungan.sesi import MENCATAT, PERSIAPAN, StatusSesi
from tests.dasar import PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    MEMIMPIN,
    PEMBACA,
    PEMBACA_SURVEI,
    TERTUTUP,
    Baris,
    Isi,
    berkas,
    hak,
    terbuka,
    tetap,
)

_PENYELENGGARA = (*MEMIMPIN, PENGELOLA)
_PENCATAT = PEMBACA
_SEMUA = tuple(satu.value for satu in StatusSesi)
_PERSIAPAN = tuple(satu.value for satu in PERSIAPAN)
_MENCATAT = tuple(satu.value for satu in MENCATAT)
_DRAF = StatusSesi.DRAF.value
_TANPA_BAHAN = (_DRAF, StatusSesi.DIBATALKAN.value)


def _versi(objek: str, **isi: Any) -> Isi:
    return lambda k: {"versi": k.contoh[objek].versi} | isi


def _kode(**isi: Any) -> Isi:
    return lambda _k: {"kode": str(uuid4()), "kiriman": str(uuid4())} | isi


def _langkah(
    nama: str, benda: str, dari: tuple[str, ...], siapa: tuple[str, ...], isi: Any, *, halaman: bool = True
) -> Iterator[Baris]:
    """A step in every state: done where it begins, told (409) elsewhere to those whose step it is."""
    for status in _SEMUA:
        objek = f"{benda}_{status}"
        kode = 302 if status in dari else 409
        yield Baris(
            f"forum:{nama}",
            objek,
            get=hak(siapa) if halaman else BUKAN_CARA,
            post=hak(siapa, kode),
            isi=isi(objek),
            berubah=kode == 302,
        )


def _umum(nama: str, dari: tuple[str, ...], isi: Isi) -> Iterator[Baris]:
    """A form of everybody: a draft does not exist, in other states it is told that it is closed."""
    for status in _SEMUA:
        kode = 404 if status == _DRAF else 302 if status in dari else 409
        yield Baris(
            f"forum:{nama}",
            f"forum_{status}",
            get=terbuka(404 if status == _DRAF else 200),
            post=terbuka(kode),
            isi=isi,
            berubah=kode == 302,
        )


_ISI_SESI = {
    "judul": "Forum baru",
    "tema": "Waktu tunggu",
    "dasar": "Hasil survei",
    "metode": "tatap_muka",
    "tempat": "Aula",
    "tanggal": "15 September 2026",
    "jam_mulai": "10.00",
    "jam_selesai": "12.00",
    "batas_usul": "15 September 2026",
}
_ISI_SERI = {
    "nama": "Seri baru",
    "ruang_lingkup": "Pelayanan",
    "frekuensi": "tahunan",
    "jadwal_acuan": "1 Maret 2027",
    "jam_mulai": "09.00",
    "lama_menit": "120",
    "tempat": "Aula",
    "aktif": "on",
}


def _isi_ubah(objek: str) -> dict[str, str]:
    """The time that an announced session has: another one is a postponement, with a reason."""
    return _ISI_SESI | ({"tanggal": "22 September 2026"} if objek.endswith("ditunda") else {})


def _unit(isi: dict[str, str]) -> Isi:
    return lambda k: isi | {"kode": str(uuid4()), "unit": str(k.kantor.seksi.uuid)}


def _seri(k: KantorBernama) -> dict[str, Any]:
    return _ISI_SERI | {"versi": 1}


_ALASAN = {"alasan": "Banjir di jalan masuk."}
_WAKTU = {"tanggal": "1 Oktober 2026", "jam_mulai": "09.00", "jam_selesai": "11.00"}
_HADIR = {"nama": "Dewi", "unsur": "pengguna-layanan", "cara": "langsung"}
_MASUKAN = {"unsur": "pengguna-layanan", "uraian": "Antre lama.", "keputusan": "belum"}
_SEPAKAT = {"uraian": "Tiga petugas.", "disepakati": "on", "jenis": "biasa"}
_WAKIL = {"nomor_surat": "400/9", "nama_1": "Siti", "unsur_1": "pengguna-layanan"}


def _aksi(_objek: str) -> Isi:
    return lambda k: {
        "kode": str(uuid4()),
        "uraian": "Susun jadwal",
        "penanggung_jawab": str(k.pegawai.penugasan.get().jabatan.uuid),
        "tenggat": "15 Desember 2026",
        "prioritas": "sedang",
        "indikator": "Tertempel",
    }


def _bahan(_k: KantorBernama) -> dict[str, Any]:
    """A file is read once, so each form gets its own."""
    return {"kode": str(uuid4()), "judul": "Paparan", "berkas": berkas()}


FORUM_SESI = [
    Baris(
        "forum:umpan_balik_sesi",
        f"forum_{StatusSesi.DIPUBLIKASIKAN.value}",
        get=hak(_PENYELENGGARA),
        post=BUKAN_CARA,
    ),
    Baris("forum:depan", get=terbuka(), post=TERTUTUP),
    Baris("forum:kalender", get=terbuka(), post=TERTUTUP),
    Baris("forum:rss", get=terbuka(), post=terbuka(405)),
    *(
        Baris(f"forum:{nama}", f"forum_{status}", get=terbuka(404 if status == _DRAF else 200), post=TERTUTUP)
        for nama in ("sesi", "kalender_sesi")
        for status in _SEMUA
    ),
    *_umum(
        "daftar",
        (StatusSesi.TERBUKA.value,),
        _kode(nama="Siti", kontak="0813 1111 2222", unsur="pengguna-layanan"),
    ),
    *_umum(
        "usul",
        (StatusSesi.DIJADWALKAN.value, StatusSesi.TERBUKA.value, StatusSesi.DITUNDA.value),
        _kode(judul="Lampu", uraian="Gelap."),
    ),
    Baris("forum:pendaftaran", f"kunci_daftar_{StatusSesi.TERBUKA.value}", get=terbuka(), post=TERTUTUP),
    Baris("forum:usul_status", f"kunci_usul_{StatusSesi.TERBUKA.value}", get=terbuka(), post=TERTUTUP),
    *(
        Baris(
            "forum:pendaftaran_batal",
            f"kunci_daftar_{status}",
            get=TERTUTUP,
            post=terbuka(302 if status in _PERSIAPAN else 409),
            isi=tetap(yakin="on"),
            berubah=status in _PERSIAPAN,
        )
        for status in _SEMUA
    ),
    Baris(
        "forum:umpan_balik",
        "kunci_umpan",
        get=terbuka(),
        post=terbuka(302),
        isi=_kode(nilai="4", tercatat="ya"),
    ),
    Baris("forum:berita_acara_umum", "berita_ditandatangani", get=terbuka(), post=TERTUTUP),
    Baris("forum:berita_acara_umum", "berita_disiapkan", get=terbuka(404), post=TERTUTUP),
    Baris(
        "forum:tanda_wakil",
        "kunci_tanda",
        get=terbuka(),
        post=terbuka(302),
        isi=tetap(nama="Siti Ma'rifah", setuju="on"),
    ),
    Baris("forum:sesi_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("forum:sesi_tema", get=hak(_PENYELENGGARA), post=BUKAN_CARA),
    Baris("forum:sesi_tambah", get=hak(_PENYELENGGARA), post=hak(_PENYELENGGARA, 302), isi=_unit(_ISI_SESI)),
    Baris("forum:seri_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("forum:seri_tambah", get=hak(_PENYELENGGARA), post=hak(_PENYELENGGARA, 302), isi=_unit(_ISI_SERI)),
    Baris("forum:seri_ubah", "seri_forum", get=hak(_PENYELENGGARA), post=hak(_PENYELENGGARA, 302), isi=_seri),
    Baris(
        "forum:seri_susun",
        "seri_forum",
        get=BUKAN_CARA,
        post=hak(_PENYELENGGARA, 302),
        isi=tetap(versi=1),
        berubah=False,
    ),
    *(
        Baris(f"forum:{nama}", f"forum_{status}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        for nama in ("sesi_kelola", "undangan", "peserta", "hasil", "berita_acara")
        for status in _SEMUA
    ),
    *(
        Baris(f"forum:{nama}", "forum_terbuka_pendaftaran", get=hak(siapa), post=BUKAN_CARA)
        for nama, siapa in (("undangan_surat", _PENYELENGGARA), ("daftar_hadir", _PENCATAT))
    ),
    *_langkah("sesi_ubah", "forum", _PERSIAPAN, _PENYELENGGARA, lambda o: _versi(o, **_isi_ubah(o))),
    *_langkah("sesi_jadwalkan", "forum", ("draf", "ditunda"), _PENYELENGGARA, _versi, halaman=False),
    *_langkah("sesi_buka", "forum", ("dijadwalkan", "ditunda"), _PENYELENGGARA, _versi, halaman=False),
    *_langkah(
        "sesi_mulai",
        "forum",
        ("dijadwalkan", "terbuka_pendaftaran"),
        _PENCATAT,
        lambda o: _versi(o, yakin="on"),
        halaman=False,
    ),
    *_langkah("sesi_akhiri", "forum", ("berlangsung",), _PENCATAT, _versi, halaman=False),
    *_langkah("sesi_publikasikan", "forum", ("selesai",), _PENYELENGGARA, _versi, halaman=False),
    *_langkah(
        "sesi_tunda",
        "forum",
        ("dijadwalkan", "terbuka_pendaftaran"),
        _PENYELENGGARA,
        lambda o: _versi(o, **_ALASAN, **_WAKTU),
    ),
    *_langkah("sesi_batal", "forum", _PERSIAPAN, _PENYELENGGARA, lambda o: _versi(o, **_ALASAN)),
    *_langkah("sesi_koreksi", "forum", ("selesai", "dipublikasikan"), _PENYELENGGARA, lambda o: _versi(o, **_ALASAN)),
    *_langkah(
        "acara_tambah",
        "forum",
        _PERSIAPAN,
        _PENYELENGGARA,
        lambda _: _kode(judul="Tanya jawab", durasi_menit="30"),
    ),
    *_langkah("acara_ubah", "acara", _PERSIAPAN, _PENYELENGGARA, lambda o: _versi(o, judul="Baru", durasi_menit="20")),
    *_langkah("acara_hapus", "acara", _PERSIAPAN, _PENYELENGGARA, _versi, halaman=False),
    *_langkah("bahan_tambah", "acara", _PERSIAPAN, _PENYELENGGARA, lambda _: _bahan),
    *_langkah("bahan_hapus", "bahan_forum", _PERSIAPAN, _PENYELENGGARA, lambda _: tetap(), halaman=False),
    *(
        Baris(
            "forum:bahan",
            f"bahan_forum_{status}",
            get=hak(PEMBACA_SURVEI, anonim=404) if status in _TANPA_BAHAN else terbuka(),
            post=TERTUTUP,
        )
        for status in _SEMUA
    ),
    *_langkah("acara_catatan", "acara", _MENCATAT, _PENCATAT, lambda o: _versi(o, catatan="Dibahas.")),
    *_langkah(
        "usul_putuskan",
        "usul_forum",
        _PERSIAPAN,
        _PENYELENGGARA,
        lambda _: tetap(putusan="ditolak", alasan="Sudah dibahas."),
    ),
    *_langkah(
        "undangan_tambah",
        "forum",
        _PERSIAPAN,
        _PENYELENGGARA,
        lambda _: _kode(penerima="Ketua RT 03", unsur="tokoh-masyarakat", saluran="surat"),
    ),
    *_langkah(
        "undangan_ubah",
        "undangan_forum",
        _PERSIAPAN,
        _PENYELENGGARA,
        lambda o: _versi(o, status="terkirim", dikirim_pada="14 September 2026"),
    ),
    *_langkah("hadir_tambah", "forum", _MENCATAT, _PENCATAT, lambda _: _kode(**_HADIR)),
    *_langkah("hadir", "pendaftaran", _MENCATAT, _PENCATAT, lambda _: tetap(jenis_kelamin="p")),
    *_langkah("hadir_batal", "kehadiran", _MENCATAT, _PENCATAT, lambda _: tetap(alasan="Salah orang.")),
    *_langkah("masukan_tambah", "forum", _MENCATAT, _PENCATAT, lambda _: _kode(**_MASUKAN)),
    *_langkah("masukan_ubah", "masukan", _MENCATAT, _PENCATAT, lambda o: _versi(o, **_MASUKAN)),
    *_langkah("kesepakatan_tambah", "forum", _MENCATAT, _PENCATAT, lambda _: _kode(**_SEPAKAT)),
    *_langkah("kesepakatan_ubah", "kesepakatan", _MENCATAT, _PENCATAT, lambda o: _versi(o, **_SEPAKAT)),
    *_langkah("aksi_tambah", "kesepakatan", _MENCATAT, _PENCATAT, _aksi),
    *_langkah("berita_acara_siapkan", "forum", ("menunggu_berita_acara",), _PENCATAT, lambda o: _versi(o, **_WAKIL)),
    Baris("forum:berita_acara_tanda", "berita_disiapkan", get=BUKAN_CARA, post=hak(MEMIMPIN, 302), isi=tetap()),
    Baris(
        "forum:berita_acara_tanda",
        "berita_ditandatangani",
        get=BUKAN_CARA,
        post=hak(MEMIMPIN, 409),
        isi=tetap(),
        berubah=False,
    ),
    Baris("forum:berita_acara_unduh", "berita_ditandatangani", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris(
        "forum:tanda_kertas",
        "tanda_disiapkan",
        get=hak(_PENYELENGGARA),
        post=hak(_PENYELENGGARA, 302),
        isi=lambda _k: {"pindaian": berkas()},
    ),
    Baris("forum:tanda_pindaian", "tanda_kertas", get=hak(_PENYELENGGARA), post=BUKAN_CARA),
    Baris("forum:musrenbang", get=hak(BER_AKUN), post=BUKAN_CARA),
]
