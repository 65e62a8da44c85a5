"""Documents as a reader gets them: their text, their pages, their bytes."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date

import pypdf
import pytest
import typst

from rakumpit.dokumen.susun import IsiTerlaluBesar, SusunGagal, susun_pdf
from tests.rakumpit.dokumen.isian import (
    BINGKAI,
    KARAKTER_TYPST,
    PEGAWAI,
    PENILAI,
    data_evaluasi,
    data_skp,
    data_sulit,
    hasil,
)


def baca(pdf: bytes) -> list[str]:
    return [halaman.extract_text() for halaman in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def rapat(teks: str) -> str:
    """Without blanks and hyphens: where a line ends is not what is tested."""
    return re.sub(r"[\s\u00ad\u200b‐-]+", "", unicodedata.normalize("NFC", teks))


def test_isi_sama_menghasilkan_bita_yang_sama():
    satu, dua = (susun_pdf("skp", data_skp(), bingkai=BINGKAI) for _ in range(2))
    assert satu == dua
    assert satu != susun_pdf("skp", data_skp(tempat="Mungku Baru"), bingkai=BINGKAI)


def test_berkas_menyebut_judul_penulis_dan_tanggal_dari_bingkai_serta_pdfa():
    pdf = susun_pdf("skp", data_skp(), bingkai=replace(BINGKAI, judul="SKP “Jum'at” & <b>", tanggal=date(2026, 2, 3)))
    data = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert data is not None
    assert (data.title, data.author) == ("SKP “Jum'at” & <b>", "Kecamatan Rakumpit")
    assert str(data["/CreationDate"]).startswith("D:20260203")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf


def test_setiap_halaman_memuat_kode_alamat_dan_nomor_halaman():
    halaman = baca(susun_pdf("skp", data_skp(), bingkai=BINGKAI))
    assert len(halaman) == 3
    for n, teks in enumerate(halaman, 1):
        assert BINGKAI.kode in teks
        assert BINGKAI.alamat_pendek in teks
        assert f"Halaman {n} dari 3" in teks
        assert "DATA CONTOH" not in teks


def test_data_contoh_dan_pratinjau_ditandai_di_setiap_halaman():
    for teks in baca(susun_pdf("skp", data_skp(), bingkai=replace(BINGKAI, contoh=True))):
        assert "DATA CONTOH — nama dan angka rekaan" in teks
    for teks in baca(susun_pdf("skp", data_skp(), bingkai=replace(BINGKAI, kode="", alamat=""))):
        assert "PRATINJAU" in teks
        assert "Kode verifikasi" not in teks


def test_skp_memuat_semua_bagian_formulir():
    teks = rapat(" ".join(baca(susun_pdf("skp", data_skp(), bingkai=BINGKAI))))
    for bagian in (
        "PEMERINTAH KOTA PALANGKA RAYA",
        "SASARAN KINERJA PEGAWAI",
        "PENDEKATAN HASIL KERJA KUANTITATIF",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "EKSPEKTASI KHUSUS PIMPINAN",
        "LAMPIRAN SASARAN KINERJA PEGAWAI",
        "DUKUNGAN SUMBER DAYA",
        "SKEMA PERTANGGUNGJAWABAN",
        "KONSEKUENSI",
        "Kolaboratif",
        "Belum ada data",
        PEGAWAI["nama"],
        PENILAI["nama"],
        PENILAI["jabatan"],
    ):
        assert rapat(bagian or "") in teks
    assert "PERSPEKTIF" not in teks


def test_pimpinan_memakai_perspektif_dan_kualitatif_tanpa_kolom_target():
    pimpinan = rapat(" ".join(baca(susun_pdf("skp", data_skp(pimpinan=True), bingkai=BINGKAI))))
    assert "PERSPEKTIF" in pimpinan
    assert "ASPEK" not in pimpinan
    assert "(PenugasandariMeningkatnya" in pimpinan
    kualitatif = rapat(" ".join(baca(susun_pdf("skp", data_skp(pendekatan="kualitatif"), bingkai=BINGKAI))))
    assert "UKURANKEBERHASILAN" in kualitatif
    assert "95persen" not in kualitatif


def test_tanda_tangan_tanpa_nip_tidak_mencetak_nip_kosong():
    """A signer without NIP and rank: the lines are left out (the Plt. of the superior stands before the post)."""
    akhir = baca(susun_pdf("evaluasi", data_evaluasi(), bingkai=BINGKAI))[-1]
    ttd = akhir[akhir.index("Pejabat Penilai Kinerja") :]
    assert "Plt. Kepala Seksi Pelayanan Umum" in ttd
    assert "NIP" not in ttd
    assert "Belum ada data" not in ttd


@pytest.mark.parametrize("predikat", ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang", None])
def test_evaluasi_mencetak_rating_dan_predikat_formulir(predikat: str | None):
    kata = {"kurang": "Kurang/Misconduct", None: "Belum ada data"}.get(
        predikat, (predikat or "").replace("_", " ").title()
    )
    teks = " ".join(baca(susun_pdf("evaluasi", data_evaluasi(predikat=predikat), bingkai=BINGKAI)))
    assert f"PREDIKAT KINERJA PEGAWAI: {kata}" in teks
    assert "RATING HASIL KERJA: Sesuai ekspektasi" in teks
    assert "RATING PERILAKU KERJA: Di bawah ekspektasi" in teks
    assert "Baik: sebagian besar, paling banyak 70%" in teks
    assert "Butuh Perbaikan atau Kurang/Misconduct: paling sedikit 1 orang" in teks
    assert "97,5 persen" in teks
    assert "Angka bantu" not in teks


def test_tanda_penyusun_dan_nama_sulit_tetap_tulisan_biasa():
    nama = 'R&D Bambang "Ibam" O\'Brien <A.Md>'
    data = data_skp(pegawai=PEGAWAI | {"nama": nama}, utama=[hasil(1, 1, rhk=KARAKTER_TYPST)])
    teks = rapat(" ".join(baca(susun_pdf("skp", data, bingkai=BINGKAI))))
    assert teks.count(rapat(nama)) == 4
    assert rapat(KARAKTER_TYPST) in teks


def test_teks_panjang_utuh_dan_kepala_tabel_berulang():
    halaman = baca(susun_pdf("skp", data_sulit(), bingkai=BINGKAI))
    semua = " ".join(halaman)
    # Two columns of 2,000 letters without a blank; none is lost. The address below each page has one more.
    assert semua.replace("example", "").count("x") == 4000 + KARAKTER_TYPST.count("x")
    assert max(len(satu) for satu in re.findall("x+", semua.replace("\u200b", ""))) < 45
    assert semua.count("ukuran 1.") == 30
    for teks in halaman[:4]:
        assert "INDIKATOR KINERJA INDIVIDU" in teks
    assert "Tanda □ mengganti" in halaman[0]


def test_kata_panjang_dipenggal_menurut_suku_kata():
    kata = "Mempertanggungjawabkan " * 40
    teks = " ".join(baca(susun_pdf("skp", data_skp(utama=[hasil(1, 1, rhk=kata)]), bingkai=BINGKAI)))
    potongan = {satu for satu in re.findall(r"\S+[-‐\u00ad]\n", teks) if satu.startswith("Memp")}
    assert potongan
    assert all(re.fullmatch(r"Mem(per(tang(gung(ja(wab)?)?)?)?)?[-‐\u00ad]\n", satu) for satu in potongan)


@pytest.mark.parametrize(
    "teks", ["🙏🏼👨‍👩‍👧", "العربية", "中文字", "עברית", "ქართული", "ภาษาไทย", "\x00\x01\u202e", "\ud800"]
)
def test_tulisan_lain_tidak_menggagalkan_dokumen(teks: str):
    pdf = susun_pdf("skp", data_skp(tempat=teks * 20, pegawai=PEGAWAI | {"nama": teks}), bingkai=BINGKAI)
    assert len(baca(pdf)) == 3


def test_isi_yang_terlalu_besar_ditolak_sebelum_disusun(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(typst, "compile", None)
    for data in (data_skp(tempat="x" * 400_001), data_skp(tambahan=["a"] * 10_001)):
        with pytest.raises(IsiTerlaluBesar):
            susun_pdf("skp", data, bingkai=BINGKAI)


def test_nilai_yang_bukan_teks_ditolak():
    with pytest.raises(TypeError):
        susun_pdf("skp", data_skp(tanggal=date(2026, 1, 1)), bingkai=BINGKAI)


@pytest.mark.parametrize("templat", ["tidak_ada", "../skp", "skp.typ", ""])
def test_templat_asing_ditolak(templat: str):
    with pytest.raises(LookupError):
        susun_pdf(templat, data_skp(), bingkai=BINGKAI)


def test_kerusakan_penyusun_menjadi_galat_biasa(monkeypatch: pytest.MonkeyPatch):
    class PanicException(BaseException):
        pass

    def rusak(*a: object, **k: object) -> bytes:
        raise PanicException

    monkeypatch.setattr(typst, "compile", rusak)
    with pytest.raises(SusunGagal):
        susun_pdf("skp", data_skp(), bingkai=BINGKAI)
