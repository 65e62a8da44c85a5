"""Reading of real and hostile sheets, finding headers, writing without formulas."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakumpit.lembar import (
    Baris,
    JenisSel,
    JudulTidakDitemukan,
    LembarTidakTerbaca,
    Sel,
    baca_csv,
    baca_lembar,
    baca_xlsx,
    cari_judul,
    huruf_kolom,
    lepas_pelindung,
    lindungi,
    tulis_csv,
    tulis_xlsx,
)
from rakumpit.lembar import (
    baca as modul_baca,
)
from rakumpit.lembar.arsip import ANGGOTA_MAKS, MIB
from rakumpit.organisasi.pangkat import baca_golongan
from rakumpit.waktu import baca_tanggal

KASUS = Path(__file__).parents[1] / "data" / "kasus"
PEMICU = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def buku(isi: Callable[[Any], None], nama: str = "Data") -> bytes:
    wb = openpyxl.Workbook()
    wb.active.title = nama
    isi(wb)
    keluaran = io.BytesIO()
    wb.save(keluaran)
    return keluaran.getvalue()


def ganti_anggota(isi: bytes, nama: str, baru: bytes) -> bytes:
    """The same archive with one member replaced or added."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as hasil:
        for anggota in lama.namelist():
            if anggota != nama:
                hasil.writestr(anggota, lama.read(anggota))
        hasil.writestr(nama, baru)
    return keluaran.getvalue()


def lembar_xml(baris: bytes, awal: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>'
        + awal
        + b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + baris
        + b"</sheetData></worksheet>"
    )


def sederhana() -> bytes:
    return buku(lambda wb: wb.active.append(["nama", "nip"]))


# --- XLSX: what is kept ---


def test_xlsx_menyimpan_nomor_baris_dan_jenis_sel() -> None:
    def isi(wb: Any) -> None:
        ws = wb.active
        ws["A3"] = "teks"
        ws["C3"] = 1.5
        ws["A6"] = datetime(2026, 4, 1)  # noqa: DTZ001  # spreadsheets know no zones
        ws["B6"] = True
        ws["C6"] = "   "
        ws["D6"] = "=1/0"
        ws["A40"].number_format = "@"

    lembar = baca_xlsx(buku(isi, "Pegawai"))
    assert (lembar.nama, [b.nomor for b in lembar.baris], [b.kosong for b in lembar.baris]) == (
        "Pegawai",
        [1, 2, 3, 4, 5, 6],
        [True, True, False, True, True, False],
    )
    assert [sel.jenis for sel in lembar.baris[2].sel] == [JenisSel.TEKS, JenisSel.KOSONG, JenisSel.ANGKA]
    assert [sel.jenis for sel in lembar.baris[5].sel] == [
        JenisSel.TANGGAL,
        JenisSel.YA_TIDAK,
        JenisSel.KOSONG,
        JenisSel.RUMUS,
    ]
    assert lembar.baris[2].nilai == ("teks", None, 1.5)
    assert [sel.teks for sel in lembar.baris[5].sel] == ["2026-04-01", "True", "", ""]


def test_xlsx_rumus_dengan_hasil_tersimpan_dibaca_hasilnya() -> None:
    xml = lembar_xml(b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c></row>')
    lembar = baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))
    assert [(sel.nilai, sel.jenis) for sel in lembar.baris[0].sel] == [(2, JenisSel.ANGKA), (None, JenisSel.RUMUS)]


def test_xlsx_lembar_lain_disebut_dan_lembar_tersembunyi_dilewati() -> None:
    def isi(wb: Any) -> None:
        wb.active.sheet_state = "hidden"
        wb.create_sheet("Utama").append(["nama"])
        wb.create_sheet("Cadangan").append(["lain"])

    berkas = buku(isi, "Rahasia")
    lembar = baca_xlsx(berkas)
    assert (lembar.nama, len(lembar.catatan)) == ("Utama", 1)
    assert "«Cadangan»" in lembar.catatan[0]
    assert baca_xlsx(berkas, nama_lembar="Cadangan").baris[0].nilai == ("lain",)
    with pytest.raises(LembarTidakTerbaca, match="tidak ada"):
        baca_xlsx(berkas, nama_lembar="X")


def test_xlsx_rentang_palsu_tidak_melebarkan_baris() -> None:
    xml = lembar_xml(b'<row r="2"><c r="A2"><v>7</v></c></row>').replace(
        b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    lembar = baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))
    assert [(b.nomor, b.nilai) for b in lembar.baris] == [(1, ()), (2, (7,))]


# --- XLSX: what is refused ---


def test_xlsx_billion_laughs_ditolak_tanpa_diurai() -> None:
    entitas = b'<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (ord("b") + i, b"&%c;" % (ord("a") + i) * 10) for i in range(9)
    )
    xml = lembar_xml(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row>', entitas + b"]>")
    for anggota in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"):
        with pytest.raises(LembarTidakTerbaca, match="deklarasi XML"):
            baca_xlsx(ganti_anggota(sederhana(), anggota, xml))


def test_xlsx_dtd_di_balik_komentar_panjang_atau_utf16_ditolak() -> None:
    # The declaration lies across the border of two chunks, behind a comment that does not compress.
    awal = len(lembar_xml(b"").partition(b"<worksheet")[0]) + len("<!---->")
    panjang = MIB - awal - 4
    isi = b"".join(hashlib.sha256(b"%d" % i).hexdigest().encode() for i in range(panjang // 64 + 1))[:panjang]
    komentar = b"<!--" + isi + b"-->"
    xml = lembar_xml(b"", komentar + b'<!DOCTYPE a [<!ENTITY b "c">]>')
    with pytest.raises(LembarTidakTerbaca, match="deklarasi XML"):
        baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))
    utf16 = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    with pytest.raises(LembarTidakTerbaca, match="UTF-16"):
        baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", utf16))


def test_xlsx_bom_zip_ditolak_sebelum_diurai() -> None:
    bom = ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", b" " * (20 * MIB))
    assert len(bom) < MIB
    with pytest.raises(LembarTidakTerbaca, match="jauh lebih besar"):
        baca_xlsx(bom)


def test_xlsx_terlalu_banyak_bagian_ditolak() -> None:
    keluaran = io.BytesIO(sederhana())
    with zipfile.ZipFile(keluaran, "a") as arsip:
        for i in range(ANGGOTA_MAKS):
            arsip.writestr(f"xl/media/{i}.bin", b"")
    with pytest.raises(LembarTidakTerbaca, match="500 bagian"):
        baca_xlsx(keluaran.getvalue())


def test_xlsx_isi_jauh_di_bawah_ditolak_bukan_dipotong() -> None:
    xml = lembar_xml(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="60000"><c r="A60000"><v>2</v></c></row>')
    with pytest.raises(LembarTidakTerbaca, match=r"sesudah baris 50\.000"):
        baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))


def test_xlsx_isi_jauh_di_kanan_ditolak_bukan_dipotong() -> None:
    xml = lembar_xml(b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>')
    with pytest.raises(LembarTidakTerbaca, match="Baris 1 berisi sesuatu sesudah kolom IV"):
        baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))


def test_xlsx_bagian_kosong_yang_luas_dibaca_cepat() -> None:
    xml = lembar_xml(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>')
    lembar = baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))
    assert [(b.nomor, b.nilai) for b in lembar.baris] == [(1, (1,))]


def test_xlsx_nomor_baris_raksasa_tidak_menghabiskan_waktu() -> None:
    xml = lembar_xml(
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="4000000000"><c r="A4000000000"><v>2</v></c></row>'
    )
    lembar = baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))
    assert [b.nomor for b in lembar.baris] == [1]


def test_xlsx_baris_yang_lebar_karena_format_dibatasi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul_baca, "SEL_MAKS", 40_000)
    xml = lembar_xml(b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (n, n) for n in range(1, 4)))
    with pytest.raises(LembarTidakTerbaca, match="terlalu luas"):
        baca_xlsx(ganti_anggota(sederhana(), "xl/worksheets/sheet1.xml", xml))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas kosong"),
        (b"  \n", "Berkas kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "xls lama atau berkata sandi"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "halaman web"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rusak", "tidak dapat dibaca sebagai Excel"),
        (b"a,b\x00c\n", "bukan teks"),
        (b"\x81\x8d\xff", "tidak dikenali"),
        (b"x" * (10 * 1024 * 1024 + 1), "lebih besar dari 10 MB"),
        (b",,\n\n,,\n", "kosong"),
    ],
)
def test_berkas_yang_tidak_dapat_dibaca_diterangkan(isi: bytes, pesan: str) -> None:
    with pytest.raises(LembarTidakTerbaca, match=pesan):
        baca_lembar(isi)


def test_zip_lain_dan_xlsx_rusak_diterangkan() -> None:
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        arsip.writestr("word/document.xml", "<a/>")
    with pytest.raises(LembarTidakTerbaca, match="bukan buku kerja"):
        baca_lembar(keluaran.getvalue())
    with pytest.raises(LembarTidakTerbaca, match=r"pegawai\.xlsx: Berkas tidak dapat dibaca"):
        baca_lembar(ganti_anggota(sederhana(), "xl/workbook.xml", b"<workbook"), "pegawai.xlsx")


# --- CSV ---


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_semua_pemisah_dan_sandi(pemisah: str, sandi: str) -> None:
    teks = "nama|nip|ket\n“Nur’aini”|1|é\n".replace("|", pemisah)
    lembar = baca_csv(teks.encode(sandi))
    assert [b.nilai for b in lembar.baris] == [("nama", "nip", "ket"), ("“Nur’aini”", "1", "é")]
    assert bool(lembar.catatan) == (sandi == "cp1252")


def test_csv_titik_koma_dengan_koma_di_dalam_nama() -> None:
    lembar = baca_csv(b"nama;nip;gol\nRahmat, S.Sos;1;III/c\nYulianti, S.E.;2;III/b\n")
    assert [len(b.sel) for b in lembar.baris] == [3, 3, 3]


def test_csv_nomor_baris_seperti_di_excel() -> None:
    lembar = baca_csv(b'sep=;\r\nsaran;n\r\n"baris satu\r\nbaris dua";1\r\n\r\n;\r\nakhir;2\r\n')
    assert [(b.nomor, b.nilai) for b in lembar.baris] == [
        (1, ("saran", "n")),
        (2, ("baris satu\r\nbaris dua", "1")),
        (3, ()),
        (4, ()),
        (5, ("akhir", "2")),
    ]


def test_csv_sel_raksasa_ditolak_dengan_baris() -> None:
    with pytest.raises(LembarTidakTerbaca, match="dekat baris 2"):
        baca_csv(b'a,b\n"' + b"x" * 200_000 + b'",1\n')


def test_teks_sel_tanpa_pembungkus_dan_pelindung() -> None:
    contoh = {
        '="0812"': "0812",
        "'198508172010011901": "198508172010011901",
        "'": "",
        "'Aisyah": "'Aisyah",
        "Ma'rifah": "Ma'rifah",
        "\u00a0Penata\u00a0 III/c ": "Penata  III/c",
        "'=1+1": "=1+1",
    }
    assert {k: Sel(1, k, JenisSel.TEKS).teks for k in contoh} == contoh
    assert (Sel(1, 4.0, JenisSel.ANGKA).teks, Sel(1, 4.5, JenisSel.ANGKA).teks) == ("4", "4.5")


def test_huruf_kolom() -> None:
    assert [huruf_kolom(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert Baris(1, (Sel(1, "x", JenisSel.TEKS),)).ambil(5).kosong


# --- header rows, case inputs C08, C09, C43, C105 ---


def test_c08_judul_dua_baris_penomoran_dan_jumlah() -> None:
    tabel = cari_judul(
        baca_lembar(KASUS / "C08_skm_dua_baris_judul.xlsx"),
        {**{f"U{i}": () for i in range(1, 10)}, "nomor": {"No. Resp"}, "saran": {"Saran"}},
        wajib=[f"U{i}" for i in range(1, 10)],
        akhiri_pada={"ΣNilai", "Jumlah", "NRR"},
    )
    assert (tabel.nomor_judul, tabel.penomoran, tabel.kosong) == (6, (7,), ())
    assert (tabel.peta["nomor"], tabel.peta["U1"], tabel.peta["U9"], tabel.peta["saran"]) == (1, 2, 10, 11)
    assert [b.nomor for b in tabel.baris] == [8, 9, 10, 11, 12]
    assert tabel.sel(tabel.baris[3], "U2").kosong
    assert tabel.sel(tabel.baris[3], "saran").teks == "Antre lama"
    assert [b.nomor for b in tabel.penutup] == [13, 14, 15, 17, 19, 20]
    assert tabel.penutup[0].ambil(2).jenis == JenisSel.RUMUS


def test_c09_judul_berspasi_bom_dan_baris_kosong() -> None:
    tabel = cari_judul(
        baca_lembar(KASUS / "C09_judul_kolom.csv"),
        {"nip": {"NIP"}, "nama": {"Nama"}, "pangkat": {"Pangkat"}, "jabatan": {"Jabatan"}},
        wajib=["nip", "nama"],
    )
    assert tabel.judul == {"nama": "NAMA", "nip": "NIP", "pangkat": "PANGKAT", "jabatan": "JABATAN"}
    assert tabel.diabaikan == (("A", "No."), ("F", "Sub Jabatan"))
    assert (tabel.kosong, [b.nomor for b in tabel.baris]) == ((4, 5), [2, 3, 6])
    assert [baca_golongan(tabel.sel(b, "pangkat").teks).kode for b in tabel.baris] == ["III/c", "III/b", "II/c"]


def test_c43_skrip_di_dalam_nama_tetap_teks() -> None:
    tabel = cari_judul(baca_lembar(KASUS / "C43_impor_nama_skrip.csv"), {"nama": (), "unit": ()})
    assert [tabel.sel(b, "nama").teks for b in tabel.baris] == [
        "<img src=x onerror=alert(1)>",
        'Suparjo"><script>alert(2)</script>',
        "Yulianti {{7*7}} {% debug %}",
    ]


def test_c105_data_utama_tiga_orang() -> None:
    tabel = cari_judul(
        baca_lembar(KASUS / "C105_data_utama.xlsx"),
        {
            "nip": {"NIP BARU"},
            "nip_lama": {"NIP LAMA"},
            "nama": {"NAMA"},
            "lahir": {"TANGGAL LAHIR"},
            "mk_tahun": {"MK TAHUN"},
            "tmt": {"TMT GOLONGAN"},
        },
    )
    assert [tabel.sel(b, "nip").teks for b in tabel.baris] == [
        "198508172010011901",
        "199109092016022924",
        "199507172022211906",
    ]
    assert [tabel.sel(b, "nip_lama").teks for b in tabel.baris] == ["", "", ""]
    assert tabel.sel(tabel.baris[1], "nama").teks == "SITI MA'RIFAH NUR'AINI"
    assert [tabel.sel(b, "mk_tahun").nilai for b in tabel.baris] == [12, 0, 0]
    assert [baca_tanggal(tabel.sel(b, "lahir").nilai) for b in tabel.baris] == [
        date(1985, 8, 17),
        date(1991, 9, 9),
        date(1995, 7, 17),
    ]
    assert ("D", "NIK") in tabel.diabaikan
    assert len(tabel.peta) + len(tabel.diabaikan) == 36


def test_judul_tidak_ditemukan_menyebut_yang_kurang_dan_yang_ada() -> None:
    lembar = baca_csv(b"Nama,Unit\nA,B\n")
    with pytest.raises(JudulTidakDitemukan, match=r"Kolom nip tidak ditemukan .*baris 1.* «Nama», «Unit»") as galat:
        cari_judul(lembar, {"nama": {"Nama"}, "nip": {"NIP"}}, wajib=["nip"])
    assert galat.value.kolom == ("nip",)
    with pytest.raises(JudulTidakDitemukan, match="Baris judul kolom tidak ditemukan"):
        cari_judul(lembar, {"nip": {"NIP"}})


def test_judul_ganda_diberi_peringatan() -> None:
    tabel = cari_judul(baca_csv(b"Nama,Nama Pegawai\nA,B\n"), {"nama": {"Nama", "Nama Pegawai"}})
    assert (tabel.peta, len(tabel.peringatan), tabel.diabaikan) == ({"nama": 1}, 1, (("B", "Nama Pegawai"),))


def test_jawaban_yang_naik_bukan_baris_penomoran() -> None:
    kepala = b"U1,U2,U3,U4,U5,U6,U7,U8,U9\n"
    kolom: dict[str, tuple[str, ...]] = {f"U{i}": () for i in range(1, 10)}
    jawaban = cari_judul(baca_csv(kepala + b"1,2,3,4,,,,,\n1,2,3,4,4,4,4,4,4\n"), kolom)
    assert (jawaban.penomoran, len(jawaban.baris)) == ((), 2)
    nomor = cari_judul(baca_csv(kepala + b"(1),(2),(3),(4),(5),(6),(7),(8),(9)\n4,4,4,4,4,4,4,4,4\n"), kolom)
    assert (nomor.penomoran, len(nomor.baris)) == ((2,), 1)


# --- writing ---


def saran_c44() -> list[str]:
    with (KASUS / "C44_saran_rumus.csv").open(encoding="utf-8", newline="") as berkas:
        return [baris[0] for baris in csv.reader(berkas)][1:]


def test_c44_csv_semua_rumus_menjadi_teks() -> None:
    asli = saran_c44()
    terbaca = [b[0] for b in csv.reader(io.StringIO(tulis_csv([[s] for s in asli]).decode("utf-8-sig"), newline=""))]
    assert not [sel for sel in terbaca if sel.startswith(PEMICU)]
    assert [sel.startswith("'") for sel in terbaca] == [True, True, True, True, True, False, True]
    assert terbaca[5] == "baris satu\n=2+2"
    assert [lepas_pelindung(sel) for sel in terbaca] == asli


def test_c44_xlsx_semua_rumus_menjadi_teks_tanpa_ubahan() -> None:
    asli = saran_c44()
    ws = openpyxl.load_workbook(io.BytesIO(tulis_xlsx([[s] for s in asli]))).active
    assert [sel.data_type for (sel,) in ws.iter_rows()] == ["s"] * len(asli)
    assert [sel.value for (sel,) in ws.iter_rows()] == asli


def test_jenis_nilai_ditulis_sesuai_jenisnya() -> None:
    waktu = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    baris = [None, True, 7, Decimal("-3.50"), date(2026, 4, 1), waktu, "198508172010011901", "0812", 10**17, "#N/A"]
    assert tulis_csv([baris]).decode("utf-8-sig") == (
        ";Ya;7;-3,50;01-04-2026;25-11-2026 00:30;'198508172010011901;'0812;'100000000000000000;#N/A\r\n"
    )
    (sel,) = openpyxl.load_workbook(io.BytesIO(tulis_xlsx([baris]))).active.iter_rows()
    assert [s.value for s in sel] == [
        None,
        "Ya",
        7,
        -3.5,
        datetime(2026, 4, 1),  # noqa: DTZ001  # spreadsheets know no zones
        datetime(2026, 11, 25, 0, 30),  # noqa: DTZ001
        "198508172010011901",
        "0812",
        "100000000000000000",
        "#N/A",
    ]
    assert sel[9].data_type == "s"


def test_tanda_kendali_dan_teks_panjang_tidak_menggagalkan_ekspor() -> None:
    teks = "a\x00b\x0b\ud800c" + "x" * 40_000
    for isi in (tulis_csv([[teks]]), tulis_xlsx([[teks]], nama_lembar="Rekap [2026]/IV: saran dan tindak lanjut")):
        assert baca_lembar(isi).baris[0].sel[0].teks.startswith("abcxxx")
    assert str(baca_xlsx(tulis_xlsx([[teks]])).baris[0].nilai[0]).endswith("… (terpotong)")


TEKS_BEBAS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=20)


@given(st.one_of(TEKS_BEBAS, st.builds(str.__add__, st.sampled_from([*PEMICU, "'", "''=", " =", "0"]), TEKS_BEBAS)))
def test_lindungi_dan_lepas_saling_membalik(teks: str) -> None:
    aman = lindungi(teks)
    assert lepas_pelindung(aman) == teks
    assert not aman.lstrip().startswith(PEMICU)


@settings(max_examples=30)
@given(
    st.lists(st.builds(str.__add__, st.sampled_from([*PEMICU, "a", "'", '"', ";"]), TEKS_BEBAS), min_size=1, max_size=5)
)
def test_ekspor_apa_pun_tidak_memuat_rumus(sel: list[str]) -> None:
    (terbaca,) = csv.reader(io.StringIO(tulis_csv([sel]).decode("utf-8-sig"), newline=""), delimiter=";")
    assert not [s for s in terbaca if s.startswith(PEMICU)]
    assert [lepas_pelindung(s) for s in terbaca] == sel
    for baris in openpyxl.load_workbook(io.BytesIO(tulis_xlsx([sel]))).active.iter_rows():
        assert {s.data_type for s in baris} == {"s"}
