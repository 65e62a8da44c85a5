"""The discussion: everybody reads, citizens with an account and staff with a post write, the pengelola moderates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from tests.dasar import (
    ATASAN,
    ATASAN_KEDUA,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    REKAN,
    KantorBernama,
)
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    MEMIMPIN,
    TERTUTUP,
    TIDAK_ADA,
    Baris,
    Isi,
    Jawaban,
    hak,
    terbuka,
    tetap,
)

# Staff with a post today; the pengelola, the inspector and the technical admin hold none here.
PENULIS = (PEGAWAI, ATASAN, ATASAN_KEDUA, REKAN, PEJABAT_LUAR)
PENJAWAB = (PEGAWAI, *MEMIMPIN)
PEMBACA_STAF = (*PENJAWAB, PENGELOLA, PEMERIKSA)
STAF = BER_AKUN
_STATUS = ("baru", "dibahas", "dijawab", "ditindaklanjuti", "ditutup")
_TAYANG = tuple(f"topik_{satu}" for satu in _STATUS)
# Only moderators and the author, a citizen, see these.
_MODERATOR = hak([PENGELOLA], anonim=404)


def _kirim(**isi: Any) -> Isi:
    return lambda _k: {"kiriman": str(uuid4())} | isi


def _topik(k: KantorBernama) -> dict[str, Any]:
    return {
        "kiriman": str(uuid4()),
        "jenis": "usulan",
        "kategori": str(k.contoh["kategori_diskusi"].uuid),
        "judul": "Bangku di ruang tunggu",
        "isi": "Tambah bangku.",
    }


def _gabung(k: KantorBernama) -> dict[str, Any]:
    return {"ke": f"/forum/diskusi/{k.objek['tulisan_saya'][0]}/"}


def _baris(
    nama: str, objek: str, post: Mapping[str, Jawaban], isi: Isi, *, get: Mapping[str, Jawaban] = BUKAN_CARA
) -> Baris:
    return Baris(f"forum:{nama}", objek, get=get, post=post, isi=isi, berubah=302 in post.values())


def _menulis(nama: str, isi: Isi, *, ditutup: int) -> list[Baris]:
    """An action of writers on a topic: done on open ones, told on closed and merged ones, none on hidden ones."""
    semua = [_baris(nama, objek, hak(PENULIS, ditutup if objek == "topik_ditutup" else 302), isi) for objek in _TAYANG]
    semua += [_baris(nama, f"kiriman_{satu}", TIDAK_ADA, isi) for satu in ("menunggu", "disembunyikan")]
    return [*semua, _baris(nama, "kiriman_tayang", hak(PENULIS, 302), isi)]


def _menjawab(nama: str, isi: Mapping[str, Isi], kode: Mapping[str, int]) -> list[Baris]:
    """A step of the office in every status; ``kode`` names the states in which it is told or refused."""
    return [
        _baris(nama, f"topik_{satu}", hak(PENJAWAB, kode.get(satu, 302)), isi.get(satu, isi[""])) for satu in _STATUS
    ]


def _alih(dilihat: str, ke: str = "ditutup", **isi: str) -> Isi:
    return tetap(dilihat=dilihat, ke=ke, alasan="Sudah selesai.", **isi)


_PUTUS = {
    "menunggu": ("terbitkan", "sembunyikan"),
    "tayang": ("biarkan", "sembunyikan"),
    "disembunyikan": ("pulihkan",),
}

FORUM_DISKUSI = [
    Baris("forum:diskusi_daftar", get=terbuka(), post=TERTUTUP),
    Baris("forum:diskusi_rss", get=terbuka(), post=TERTUTUP),
    Baris("forum:diskusi_tulis", get=hak(PENULIS), post=hak(PENULIS, 302), isi=_topik),
    *(Baris("forum:diskusi_topik", objek, get=terbuka(), post=TERTUTUP) for objek in _TAYANG),
    Baris("forum:diskusi_topik", "kiriman_gabungan", get=terbuka(), post=TERTUTUP),
    Baris("forum:diskusi_topik", "kiriman_menunggu", get=_MODERATOR, post=TERTUTUP),
    Baris("forum:diskusi_topik", "kiriman_disembunyikan", get=_MODERATOR, post=TERTUTUP),
    *_menulis("diskusi_balas", _kirim(isi="Setuju."), ditutup=409),
    _baris("diskusi_balas", "kiriman_gabungan", hak(PENULIS, 409), _kirim(isi="Setuju.")),
    *_menulis("diskusi_dukung", tetap(nyala="ya"), ditutup=409),
    *_menulis("diskusi_ikuti", tetap(irama="harian"), ditutup=302),
    _baris("diskusi_ikuti_kategori", "kategori_diskusi", hak(PENULIS, 302), tetap(irama="harian")),
    # A file is read by whoever reads its post.
    Baris("forum:diskusi_lampiran", "lampiran_forum_tayang", get=terbuka(), post=TERTUTUP),
    Baris("forum:diskusi_lampiran", "lampiran_forum_menunggu", get=_MODERATOR, post=TERTUTUP),
    Baris("forum:diskusi_lampiran", "lampiran_forum_disembunyikan", get=_MODERATOR, post=TERTUTUP),
    # Only the author: of the topics above a citizen.
    *(
        _baris("diskusi_sunting", objek, TIDAK_ADA, tetap(judul="x", isi="y"), get=TIDAK_ADA)
        for objek in (*_TAYANG, *(f"kiriman_{satu}" for satu in _PUTUS))
    ),
    _baris("diskusi_sunting", "tulisan_saya", hak([PEGAWAI], 302), tetap(judul="x", isi="y"), get=hak([PEGAWAI])),
    *(_baris("balasan_sunting", f"balasan_{satu}", TIDAK_ADA, tetap(isi="y"), get=TIDAK_ADA) for satu in _PUTUS),
    _baris("balasan_sunting", "balasan_saya", hak([PEGAWAI], 302), tetap(isi="y"), get=hak([PEGAWAI])),
    # Reports need no account; what is not shown is not there.
    *(
        Baris("forum:diskusi_tandai", objek, get=terbuka(), post=terbuka(), isi=_kirim(alasan="iklan"))
        for objek in (*_TAYANG, "kiriman_tayang")
    ),
    *(
        Baris(
            "forum:diskusi_tandai",
            f"kiriman_{satu}",
            get=_MODERATOR,
            post=hak([PENGELOLA], 409, anonim=404),
            isi=_kirim(alasan="iklan"),
            berubah=False,
        )
        for satu in ("menunggu", "disembunyikan")
    ),
    Baris("forum:balasan_tandai", "balasan_tayang", get=terbuka(), post=terbuka(), isi=_kirim(alasan="iklan")),
    *(
        Baris(
            "forum:balasan_tandai",
            f"balasan_{satu}",
            get=_MODERATOR,
            post=hak([PENGELOLA], 409, anonim=404),
            isi=_kirim(alasan="iklan"),
            berubah=False,
        )
        for satu in ("menunggu", "disembunyikan")
    ),
    # Accounts of citizens.
    Baris(
        "forum:warga_daftar", get=terbuka(), post=terbuka(), isi=tetap(email="baru@contoh.example", nama="Warga Lagi")
    ),
    Baris(
        "forum:warga_konfirmasi",
        "tanda_akun",
        get=terbuka(),
        post=terbuka(),
        isi=tetap(nama="Nama Baru", sandi="perahu-kelotok-2026"),
    ),
    Baris("forum:warga_konfirmasi", "tanda_akun_mati", get=terbuka(410), post=terbuka(410), berubah=False),
    Baris("forum:warga_akun", get=hak(PENULIS), post=BUKAN_CARA),
    # Only citizens delete their account here; the table's people are none.
    Baris(
        "forum:warga_nama",
        get=terbuka(),
        post=terbuka(),
        isi=lambda _k: {"kiriman": str(uuid4()), "nama": "Warga Tanpa Surat", "sandi": "perahu-kelotok-2026"},
    ),
    Baris(
        "forum:warga_pulih",
        get=terbuka(),
        post=terbuka(422),
        # Tries are limited for each name, so everybody tries another one.
        isi=lambda _k: {"nama": f"Warga {uuid4().hex}", "kode": "A" * 24, "sandi": "perahu-kelotok-2026"},
        berubah=False,
    ),
    Baris("forum:warga_hapus", get=TIDAK_ADA, post=TIDAK_ADA, isi=tetap(sandi="perahu-kelotok-2026"), berubah=False),
    _baris("warga_keberatan", "keputusan_baru", hak([PEGAWAI], 302), tetap(isi="Bukan iklan."), get=hak([PEGAWAI])),
    *(
        _baris(
            "warga_keberatan", f"keputusan_{satu}", hak([PEGAWAI], 409), tetap(isi="Bukan iklan."), get=hak([PEGAWAI])
        )
        for satu in ("menunggu", "diterima", "ditolak")
    ),
    Baris("forum:langganan_berhenti", "tanda_berhenti", get=terbuka(), post=terbuka(), berubah=False),
    Baris("forum:langganan_berhenti", "tanda_berhenti_palsu", get=terbuka(404), post=terbuka(404), berubah=False),
    # The office.
    Baris("forum:kelola_diskusi", get=hak(STAF), post=BUKAN_CARA),
    *(Baris("forum:kelola_diskusi_topik", objek, get=hak(PEMBACA_STAF), post=BUKAN_CARA) for objek in _TAYANG),
    Baris("forum:kelola_diskusi_topik", "kiriman_menunggu", get=hak(PEMBACA_STAF), post=BUKAN_CARA),
    *_menjawab("kelola_diskusi_jawab", {"": _kirim(isi="Senin pagi.")}, {"ditutup": 409}),
    *(
        _baris("kelola_diskusi_jawab", f"kiriman_{satu}", hak(PENJAWAB, kode), _kirim(isi="Senin pagi."))
        for satu, kode in (("menunggu", 409), ("tayang", 302), ("disembunyikan", 409))
    ),
    *_menjawab(
        "kelola_diskusi_alih",
        {satu: _alih(satu) for satu in _STATUS} | {"": _alih("baru"), "ditutup": _alih("ditutup", "dibahas")},
        {},
    ),
    *(_baris("kelola_diskusi_alih", f"kiriman_{satu}", hak(PENJAWAB, 302), _alih("baru")) for satu in _PUTUS),
    # Seen as another state than it is in by now.
    _baris("kelola_diskusi_alih", "kiriman_gabungan", hak(PENJAWAB, 409), _alih("baru")),
    *_menjawab("kelola_diskusi_gabung", {"": _gabung}, {}),
    *(_baris("kelola_diskusi_gabung", f"kiriman_{satu}", hak(PENJAWAB, 302), _gabung) for satu in _PUTUS),
    _baris("kelola_diskusi_gabung", "kiriman_gabungan", hak(PENJAWAB, 409), _gabung),
    Baris("forum:kelola_diskusi_antrean", get=hak([PENGELOLA]), post=BUKAN_CARA),
    *(
        _baris(
            "kelola_putuskan",
            f"periksa_{keadaan}",
            hak([PENGELOLA], 302 if tindakan in boleh else 409),
            tetap(tindakan=tindakan, alasan="iklan", catatan="Ya."),
            get=hak([PENGELOLA]),
        )
        for keadaan, boleh in _PUTUS.items()
        for tindakan in ("terbitkan", "biarkan", "sembunyikan", "pulihkan")
    ),
    _baris(
        "kelola_putuskan",
        "periksa_balasan",
        hak([PENGELOLA], 302),
        tetap(tindakan="terbitkan"),
        get=hak([PENGELOLA]),
    ),
    _baris("kelola_putuskan", "periksa_asing", TIDAK_ADA, tetap(tindakan="terbitkan"), get=TIDAK_ADA),
    # Never who hid it, and that is the pengelola here.
    *(
        _baris(
            "kelola_keberatan",
            f"keberatan_{satu}",
            hak(MEMIMPIN, 302 if satu == "menunggu" else 409),
            tetap(putusan="terima", catatan="Benar."),
            get=hak(MEMIMPIN),
        )
        for satu in ("menunggu", "diterima", "ditolak")
    ),
    Baris(
        "forum:kelola_kategori",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=lambda k: {
            "nama": "Kategori lain",
            "rumpun": "tema",
            "unit": k.kantor.seksi.pk,
            "urutan": 1,
            "aktif": "on",
        },
    ),
    Baris(
        "forum:kelola_kategori_ubah",
        "kategori_diskusi",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"versi": 1, "nama": "Nama lain", "rumpun": "tema", "unit": k.kantor.seksi.pk, "urutan": 1},
    ),
]
