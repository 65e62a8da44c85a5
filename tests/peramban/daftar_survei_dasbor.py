"""Collection, overview, «Suara warga», assisted mode."""

from __future__ import annotations

from tests.peramban.halaman import BERKAS, Halaman, kosongkan

HALAMAN = [
    Halaman("survei:impor", "pengelola", "survei_kertas"),
    Halaman("survei:pengumpulan", "kasi", "survei_kertas"),
    Halaman("survei:pengumpulan", "pengelola", "survei_dikunci", sebutan="dikunci"),
    Halaman("survei:ikhtisar", "camat"),
    Halaman("survei:ikhtisar", "pengelola", sebutan="pengelola", kueri="?status=dipublikasi"),
    Halaman("survei:ikhtisar", "lurah", sebutan="kosong", kueri="?q=zzzz"),
    Halaman("survei:suara", "pegawai"),
    Halaman("survei:suara", "camat", sebutan="camat"),
    Halaman("survei:dibantu", "pegawai"),
    Halaman("survei:dibantu", "camat", sebutan="kosong"),
    Halaman("survei:dibantu_isi", "pegawai", "survei_kertas", acak=True),
    Halaman("survei:dibantu_isi", "pegawai", "survei_kertas", sebutan="galat", acak=True, cara=kosongkan, status=422),
]
KECUALI = {"survei:ikhtisar_unduh": BERKAS}
