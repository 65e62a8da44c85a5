"""Who may do what: one table of URL name × role × whose object, with the expected answer to GET and to POST.

Written from the rights design, not from what the program answers. An object that a person may not see answers 404, as
if it did not exist. Objects belong to *pegawai* unless their name says otherwise (``_camat``: of the camat, decided by
the official outside; ``_luar``, ``_pindaian``: of a camat whose superior has no account). A new page is one line here;
a page without a line fails the suite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.urls import URLPattern, URLResolver

from tests.rakumpit.hak_akses.admin import ADMIN
from tests.rakumpit.hak_akses.dasar import Baris, Jawaban
from tests.rakumpit.hak_akses.forum_aksi import FORUM_AKSI
from tests.rakumpit.hak_akses.forum_diskusi import FORUM_DISKUSI
from tests.rakumpit.hak_akses.forum_laporan import FORUM_LAPORAN
from tests.rakumpit.hak_akses.forum_sesi import FORUM_SESI
from tests.rakumpit.hak_akses.kinerja import KINERJA
from tests.rakumpit.hak_akses.kinerja_angka_kredit import KINERJA_ANGKA_KREDIT
from tests.rakumpit.hak_akses.kinerja_atas_nama import KINERJA_ATAS_NAMA
from tests.rakumpit.hak_akses.kinerja_bukti import KINERJA_BUKTI
from tests.rakumpit.hak_akses.kinerja_catatan import KINERJA_CATATAN
from tests.rakumpit.hak_akses.kinerja_dokumen import KINERJA_DOKUMEN
from tests.rakumpit.hak_akses.kinerja_dukungan import KINERJA_DUKUNGAN
from tests.rakumpit.hak_akses.kinerja_ikhtisar import KINERJA_IKHTISAR
from tests.rakumpit.hak_akses.kinerja_inovasi import KINERJA_INOVASI
from tests.rakumpit.hak_akses.kinerja_keberatan import KINERJA_KEBERATAN
from tests.rakumpit.hak_akses.kinerja_laporan_data import KINERJA_LAPORAN_DATA
from tests.rakumpit.hak_akses.kinerja_nilai import KINERJA_NILAI
from tests.rakumpit.hak_akses.kinerja_pembinaan import KINERJA_PEMBINAAN
from tests.rakumpit.hak_akses.kinerja_perencanaan import PERENCANAAN
from tests.rakumpit.hak_akses.kinerja_plh import KINERJA_PLH
from tests.rakumpit.hak_akses.kinerja_rekap import KINERJA_REKAP
from tests.rakumpit.hak_akses.kinerja_salinan import KINERJA_SALINAN
from tests.rakumpit.hak_akses.kinerja_skp import KINERJA_SKP
from tests.rakumpit.hak_akses.kinerja_umpan_balik import KINERJA_UMPAN_BALIK
from tests.rakumpit.hak_akses.meja import MEJA
from tests.rakumpit.hak_akses.pelatihan import PELATIHAN
from tests.rakumpit.hak_akses.pelatihan_praktik import PELATIHAN_PRAKTIK
from tests.rakumpit.hak_akses.pelatihan_sertifikat import PELATIHAN_SERTIFIKAT
from tests.rakumpit.hak_akses.survei import SURVEI
from tests.rakumpit.hak_akses.survei_dasbor import SURVEI_DASBOR
from tests.rakumpit.hak_akses.survei_kertas import SURVEI_KERTAS
from tests.rakumpit.hak_akses.survei_laporan import SURVEI_LAPORAN
from tests.rakumpit.hak_akses.survei_loket import SURVEI_LOKET
from tests.rakumpit.hak_akses.survei_penyusun import SURVEI_PENYUSUN
from tests.rakumpit.hak_akses.survei_program import SURVEI_PROGRAM
from tests.rakumpit.hak_akses.survei_tema import SURVEI_TEMA
from tests.rakumpit.hak_akses.survei_tindak_lanjut import SURVEI_TINDAK_LANJUT
from tests.rakumpit.hak_akses.umum import AKUN, UMUM

TABEL = [
    *UMUM,
    *AKUN,
    *KINERJA,
    *KINERJA_SKP,
    *KINERJA_IKHTISAR,
    *KINERJA_ATAS_NAMA,
    *KINERJA_BUKTI,
    *KINERJA_CATATAN,
    *KINERJA_DOKUMEN,
    *KINERJA_DUKUNGAN,
    *KINERJA_LAPORAN_DATA,
    *KINERJA_UMPAN_BALIK,
    *KINERJA_INOVASI,
    *KINERJA_NILAI,
    *PERENCANAAN,
    *KINERJA_ANGKA_KREDIT,
    *KINERJA_SALINAN,
    *KINERJA_REKAP,
    *KINERJA_KEBERATAN,
    *KINERJA_PLH,
    *KINERJA_PEMBINAAN,
    *SURVEI,
    *SURVEI_DASBOR,
    *SURVEI_KERTAS,
    *SURVEI_LAPORAN,
    *SURVEI_LOKET,
    *SURVEI_TEMA,
    *SURVEI_PENYUSUN,
    *SURVEI_PROGRAM,
    *SURVEI_TINDAK_LANJUT,
    *FORUM_LAPORAN,
    *FORUM_DISKUSI,
    *FORUM_SESI,
    *FORUM_AKSI,
    *PELATIHAN,
    *PELATIHAN_PRAKTIK,
    *PELATIHAN_SERTIFIKAT,
    *MEJA,
    *ADMIN,
]


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
