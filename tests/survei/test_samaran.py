"""Masking of free text: a table of what people write, with names and numbers that are invented."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from survei.perhitungan.samaran import TANDA_SAMAR, pola_nama, samarkan, sidik_pola

POLA = pola_nama(
    [
        "rahmat tundan",
        "siti aminah",
        "hari santoso",
        "bagus prasetyo",
        "marifah",
        "yulianti ngabe",
        "ani kalis",
        "baru",
    ],
    tempat=["Kelurahan Mungku Baru", "Kelurahan Petuk Barunai", "Kecamatan Rakumpit"],
)

# What was written -> what may be read.
DISAMARKAN = [
    # NIK, also with blanks, dots and dashes, and with a birth date of a woman
    ("NIK saya 6271011201900001 belum terdaftar", "NIK saya [NIK] belum terdaftar"),
    ("nik 6271 0112 0190 0001", "nik [NIK]"),
    ("6271.0112.0190.0001 dan 6271-0112-0190-0001", "[NIK] dan [NIK]"),
    ("62 71 01 12 01 90 0001", "[NIK]"),
    ("627101 520190 0001,kk 6271011201900002", "[NIK],kk [NIK]"),
    ("nik:6271011201900001rt 3", "nik:[NIK]rt 3"),
    ("６２７１０１１２０１９００００１", "[NIK]"),
    ("6271\u200b0112\u200b0190\u200b0001", "[NIK]"),
    # telephone
    ("Hubungi saya di 081234567890", "Hubungi saya di [nomor telepon]"),
    ("wa 0812-3456-7890 / +62 812 3456 7890", "wa [nomor telepon] / [nomor telepon]"),
    ("62812 3456 7890, (0536) 322-1234", "[nomor telepon], [nomor telepon]"),
    ("telp 0812.3456.7890", "telp [nomor telepon]"),
    ("62.812.345.678.90", "[nomor telepon]"),
    ("WA:08123456789ya pak", "WA:[nomor telepon]ya pak"),
    ("hub O81234567890", "hub [nomor telepon]"),
    ("0 8 1 2 3 4 5 6 7 8 9 0", "[nomor telepon]"),
    ("RT 03 081234567890", "RT 03 [nomor telepon]"),
    ("081234567890 2026", "[nomor telepon] 2026"),
    ("tgl 12-11-2026 081234567890", "tgl 12-11-2026 [nomor telepon]"),
    ("nol delapan satu dua tiga empat lima enam tujuh delapan", "[nomor]"),
    # e-mail and accounts
    ("email budi.s@gmail.com atau budi @ gmail", "email [email] atau [email]"),
    ("budi (at) gmail (dot) com", "[email]"),
    ("cek ig @budi_keren dan wa.me/6281234567890", "cek ig [akun] dan [akun]"),
    ("IG: budi.keren", "IG: [akun]"),
    ("rekening 123-45-67890-1 BRI", "rekening [nomor] BRI"),
    ("BPJS 0001234567890", "BPJS [nomor]"),
    ("NPWP 12.345.678.9-012.345", "NPWP [nomor]"),
    ("NIP 19850101 201001 1 001", "NIP [nomor]"),
    ("NIP 198501012010011001", "NIP [nomor]"),
    # number plates
    ("motor KH 1234 AB parkir sembarangan", "motor [nomor kendaraan] parkir sembarangan"),
    ("kh1234ab, KH-1234-AB dan KH.1234.AB", "[nomor kendaraan], [nomor kendaraan] dan [nomor kendaraan]"),
    ("KH 1234 TX.", "[nomor kendaraan]."),
    ("DA 456 C menutup jalan", "[nomor kendaraan] menutup jalan"),
    ("B 1234 XYZ dan D 5678 AB", "[nomor kendaraan] dan [nomor kendaraan]"),
    (
        "plat KH 12, nopol: b 1 a, nomor polisi KB 345 di",
        "plat [nomor kendaraan], nopol: [nomor kendaraan], nomor polisi [nomor kendaraan] di",
    ),
    ("KH 1234 AB081234567890", "[nomor kendaraan][nomor telepon]"),
    # names: staff of the office, in any case, with and without titles
    ("Pak Rahmat Tundan S.Sos marah", "Pak [nama] marah"),
    ("rahmat di loket 2 ramah", "[nama] di loket 2 ramah"),
    ("YULIANTI NGABE LAMBAT", "[nama] LAMBAT"),
    ("ma'rifah baik, Ma’rifah lagi", "[nama] baik, [nama] lagi"),
    ("hari santoso dan Bagus Prasetyo, S.Pd. baik", "[nama] dan [nama] baik"),
    ("Ani Kalis, A.Md.", "[nama]"),
    # names: anybody after a form of address, an introduction, before a title
    ("Pak Budi galak, bu wati lambat", "Pak [nama] galak, bu [nama] lambat"),
    ("Bpk. Joko dan Ibu Sri Wahyuni", "Bpk. [nama] dan Ibu [nama]"),
    ("bapak/ibu Joko", "bapak/ibu [nama]"),
    ("Sdr. Eko dan Sdri Wati", "Sdr. [nama] dan Sdri [nama]"),
    ("mbak Rina di loket 1 jutek", "mbak [nama] di loket 1 jutek"),
    ("dr. Hasan baik. H. Mahmud juga", "dr. [nama] baik. H. [nama] juga"),
    ("petugas Rina tidak senyum", "petugas [nama] tidak senyum"),
    ("nama saya Andi Wijaya, mohon dibantu", "nama saya [nama], mohon dibantu"),
    ("petugas bernama joko tidak ada", "petugas bernama [nama] tidak ada"),
    ("atas nama Siti Nurhaliza binti Ahmad Dahlan", "atas nama [nama]"),
    ("Joko Susilo, S.Kom tidak ada di tempat", "[nama] tidak ada di tempat"),
    ("MOHON DIPERCEPAT PAK BUDI SUDAH LAMA", "MOHON DIPERCEPAT PAK [nama] SUDAH LAMA"),
    ("Pak Bagus dan Bu Indah", "Pak [nama] dan Bu [nama]"),
    ("Lurah Joko Widodo datang", "Lurah [nama] datang"),
    # several in one text
    ("Bu Siti minta KTP 6271011201900001, wa 0812 3456 7890", "Bu [nama] minta KTP [NIK], wa [nomor telepon]"),
]
DIBIARKAN = [
    "Biaya Rp 10.000 dan Rp. 1.500.000,- jadi 150.000.000",
    "diminta Rp 1.000.000.000",
    "harga 50 ribu, 10000, Rp10000, 2,5 juta",
    "tanggal 12-11-2026 jam 08.00-12.00, 2026-11-12 pukul 09:30",
    "datang 08-11-2026 09.30 sampai 08/11/2026",
    "08 11 2026 09.30",
    "jam 08.00 12.00 13.30",
    "surat 470/123/KL-MB/XI/2026 tgl 08-11-2026",
    "Nomor B-123/KEC-RKP/2026",
    "RT 03 RW 05",
    "RT.003/RW.005",
    "jam 0800-1600, tahun 2023 2024 2025 2026",
    "No. 12 Tahun 2024, 15 menit, 3 kali",
    "Jl. Tjilik Riwut km 35 No. 12",
    "nomor antrean 101 dan 102, A-012, loket 3",
    "nilai 80 85 90 75",
    "kode pos 73229",
    "hari Senin bagus sekali",
    # what only looks like a number plate
    "RT 04 RW 02, Perda 12 Tahun 2020, SK 800/12/BKD",
    "rt 4 rw 2 no 15",
    "KERTAS A4 DAN F4 HABIS",
    "RUANG B 150 ORG, GEDUNG A 1000 M2, LUAS B 1000 M",
    "KB 2 kali, KB 1000 bh, DP 500 rb, DP 1500 RB, BB 60 kg, dr 2024 sd 2026",
    "loket B 2 ya, loket B 1234 orang",
    "kt 2024 ada, da 2026 di",
    "Gang KH 12 No 3",
    "PT 1500 org, PS 1000 mm",
    "A-012 dan B-123/KEC-RKP/2026",
    "UU 25 Tahun 2009 dan PP 96 Tahun 2012",
    "F 2026 XI",
    "Terima kasih pak, pelayanan bagus",
    "Terima kasih Bapak/Ibu petugas, semoga sehat selalu",
    "bapak ibu yang jaga ramah",
    "Pak Camat dan Bu Lurah baik, pak lurah juga",
    "Lurah Mungku Baru ramah. Camat Rakumpit juga",
    "KTP atas nama warga",
    "ibu hamil didahulukan, ibu rumah tangga juga",
    "dr kantor jauh, dr jam 8 sd 12 lambat",
    "mbak yang di loket 1 jutek",
    "mohon bu antreannya lama",
    "PELAYANAN SUDAH BAGUS TINGKATKAN LAGI",
    "ANTREAN LAMA SEKALI PAK TOLONG DIPERBAIKI",
    "satu dua tiga orang saja",
    "🙂 bagus 👍🏽 sekali 👨‍👩‍👧 {{7*7}} <script>alert(1)</script>",
    '=HYPERLINK("http://x.id","a")',
    "ruang 5 m² kurang",
    "@camat tolong dibalas",
    "",
]


@pytest.mark.parametrize(("tulisan", "terbaca"), DISAMARKAN)
def test_yang_menunjuk_orang_disamarkan(tulisan: str, terbaca: str) -> None:
    assert samarkan(tulisan, POLA) == terbaca


@pytest.mark.parametrize("tulisan", DIBIARKAN)
def test_yang_bukan_orang_dibiarkan(tulisan: str) -> None:
    assert samarkan(tulisan, POLA) == tulisan


@pytest.mark.parametrize("tulisan", [satu for satu, _ in DISAMARKAN] + DIBIARKAN)
def test_menyamarkan_lagi_tidak_mengubah(tulisan: str) -> None:
    sekali = samarkan(tulisan, POLA)
    assert samarkan(sekali, POLA) == sekali


def test_tanpa_nama_kantor_hanya_pola_umum_yang_bekerja() -> None:
    assert samarkan("rahmat ramah, Pak Rahmat", pola_nama([])) == "rahmat ramah, Pak [nama]"


def test_sidik_berganti_bila_nama_atau_tempat_berganti() -> None:
    sidik = {sidik_pola(pola_nama(nama, tempat=tempat)) for nama in ([], ["joko"]) for tempat in ([], ["Petuk"])}
    assert len(sidik) == 4
    assert all(len(satu) == 16 for satu in sidik)


_SELA = st.sampled_from(["", " ", ".", "-", " - "])
_TEPI = st.text("abcdefghij ,;!?\n", max_size=20)


@given(
    kiri=_TEPI,
    kanan=_TEPI,
    lahir=st.tuples(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99)),
    urut=st.integers(1, 9999),
    wanita=st.booleans(),
    potong=st.sets(st.integers(1, 15), max_size=5),
    sela=_SELA,
)
@settings(max_examples=150, deadline=None)
def test_nik_di_mana_pun_dan_terpotong_di_mana_pun_tidak_tersisa(
    *, kiri, kanan, lahir, urut, wanita, potong, sela
) -> None:
    hari, bulan, tahun = lahir
    nik = f"627101{hari + 40 * wanita:02d}{bulan:02d}{tahun:02d}{urut:04d}"
    tulisan = "".join(f"{sela}{huruf}" if i in potong else huruf for i, huruf in enumerate(nik))
    hasil = samarkan(f"{kiri}{tulisan}{kanan}", POLA)
    assert not any(huruf.isdigit() for huruf in hasil), hasil


@given(
    kiri=_TEPI,
    kanan=_TEPI,
    depan=st.sampled_from(["08", "+628", "628"]),
    ekor=st.from_regex(r"[1-9]\d{7,9}", fullmatch=True),
)
@settings(max_examples=100, deadline=None)
def test_telepon_di_mana_pun_tidak_tersisa(kiri, kanan, depan, ekor) -> None:
    hasil = samarkan(f"{kiri}{depan}{ekor[:3]}-{ekor[3:]}{kanan}", POLA)
    assert not any(huruf.isdigit() for huruf in hasil), hasil


@given(st.text(max_size=200))
@example("Pak " * 500)
@example("8" * 2000)
@example("a" * 2000)
@settings(max_examples=150, deadline=2000)
def test_tulisan_apa_pun_selesai_dan_tetap(tulisan: str) -> None:
    sekali = samarkan(tulisan, POLA)
    assert samarkan(sekali, POLA) == sekali
    if sekali == tulisan:
        assert not any(tanda in sekali for tanda in TANDA_SAMAR if tanda not in tulisan)
