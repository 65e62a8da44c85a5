"""Breakdowns by one property: what is locked, who is hidden, and that nothing hidden follows from the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from unittest import mock

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from survei import proses
from survei.models import HasilSurvei
from survei.perhitungan import SEL_MINIMUM, SEL_MINIMUM_DALAM, sembunyikan_sel
from survei.perhitungan import sel as modul_sel
from survei.ringkasan import menurut_kelompok
from survei.ringkasan.angka import angka_hasil
from tests import pabrik
from tests.survei.dasar import UjiSurvei

HARI = date(2026, 7, 1)
sel = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 14), min_size=2, max_size=6)


def pembagian(jumlah: int, banyak: int) -> Iterator[tuple[int, ...]]:
    """All ways to spread a number over so many cells."""
    if banyak == 1:
        yield (jumlah,)
        return
    for satu in range(jumlah + 1):
        for sisa in pembagian(jumlah - satu, banyak - 1):
            yield (satu, *sisa)


def mungkin(isi: dict[str, int], tertutup: set[str], aturan: Callable[[dict[str, int]], set[str]]) -> list[set[int]]:
    """Values that each hidden cell may have for a reader who knows the total and this very rule."""
    nama = sorted(tertutup)
    nilai: list[set[int]] = [set() for _ in nama]
    for bagi in pembagian(sum(isi[satu] for satu in nama), len(nama)):
        if aturan(isi | dict(zip(nama, bagi, strict=True))) == tertutup:
            for tempat, satu in zip(nilai, bagi, strict=True):
                tempat.add(satu)
    return nilai


@settings(max_examples=150, deadline=None)
@given(sel, st.integers(4, 6))
@example({"a": 4, "b": 3, "c": 3}, 4)
@example({"c": 3, "a": 4, "b": 4}, 4)
def test_tidak_ada_sel_tertutup_yang_dapat_dihitung_dari_yang_tampil(isi: dict[str, int], minimum: int) -> None:
    with mock.patch.object(modul_sel, "SEL_MINIMUM", minimum):
        _tidak_dapat_dihitung(isi, minimum)


def _tidak_dapat_dihitung(isi: dict[str, int], minimum: int) -> None:
    tertutup = sembunyikan_sel(isi, minimum)
    assume(tertutup)
    # A total below the minimum is not published at all.
    assume(sum(isi.values()) >= minimum)
    assume(sum(isi[satu] for satu in tertutup) <= 24)
    # As many single persons as there are groups: with fewer groups than the minimum such a total is not published.
    assume(len(isi) < minimum or sum(isi.values()) != len(isi))
    assert all(isi[satu] == 0 or isi[satu] >= minimum for satu in isi if satu not in tertutup)
    assert all(len(nilai) > 1 for nilai in mungkin(isi, tertutup, lambda calon: sembunyikan_sel(calon, minimum)))


@settings(max_examples=100, deadline=None)
@given(sel)
def test_petugas_yang_membaca_kedua_halaman_tidak_mendapat_sel_tertutup(isi: dict[str, int]) -> None:
    """Staff know both sets of hidden cells and all figures that they are shown; five and ten scaled to four and six."""
    with mock.patch.object(modul_sel, "SEL_MINIMUM", 6):
        dalam, umum = sembunyikan_sel(isi, 4), sembunyikan_sel(isi, 6)
        assert dalam <= umum
        assert all(isi[satu] == 0 or isi[satu] >= 4 for satu in isi if satu not in dalam)
        assume(dalam)
        assume(sum(isi.values()) >= 6)
        # As above: as many single persons as groups, a stated limit.
        assume(len(isi) < 6 or sum(isi.values()) != len(isi))
        assume(sum(isi[satu] for satu in dalam) <= 24)
        assert all(len(nilai) > 1 for nilai in mungkin(isi, dalam, lambda calon: sembunyikan_sel(calon, 4)))


class UjiKelompok(UjiSurvei):
    def isi(self, banyak: int, nilai: int, **demografi: str) -> None:
        for _ in range(banyak):
            pabrik.buat_respons(self.survei, nilai, tanggal=HARI, demografi=demografi)

    def kunci(self) -> HasilSurvei:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        return proses.kunci(survei=self.survei, oleh=self.pengelola)

    def test_indeks_tiap_kelompok_dan_yang_tidak_mengisi(self) -> None:
        self.isi(12, 4, jenis_kelamin="p", usia="17-25")
        self.isi(10, 3, jenis_kelamin="l", usia="17-25")
        self.isi(6, 2)
        menurut = {satu.dimensi: satu for satu in menurut_kelompok(self.kunci(), umum=False)}
        kelamin = [(satu.nama, satu.n, str(satu.ikm), satu.mutu) for satu in menurut["jenis_kelamin"].kelompok]
        assert kelamin == [
            ("Laki-laki", 10, "75.00", "C"),
            ("Perempuan", 12, "100.00", "A"),
            ("Tidak diisi", 6, "50.00", "D"),
        ]
        assert menurut["usia"].kelompok[0].n is not None
        # 12 × 100 and 10 × 75, all in one age group: 88.64.
        assert str(menurut["usia"].kelompok[0].ikm) == "88.64"

    def test_yang_terlalu_kecil_tidak_tersimpan_sama_sekali(self) -> None:
        self.isi(20, 4, jenis_kelamin="p")
        self.isi(9, 3, jenis_kelamin="l")
        self.isi(4, 1)
        hasil = self.kunci()
        kelamin = hasil.rincian["kelompok"]["jenis_kelamin"]
        assert list(kelamin["tampil"]) == ["p"]
        assert (kelamin["tertutup"], kelamin["n_tertutup"]) == (["", "l"], 13)
        assert menurut_kelompok(hasil, umum=False)[0].n_tertutup == 13

    def test_umum_melihat_jumlah_mulai_sepuluh_dan_tidak_pernah_indeks_kelompok(self) -> None:
        self.isi(20, 4, jenis_kelamin="p")
        self.isi(9, 1, jenis_kelamin="l")
        self.isi(11, 4)
        self.kunci()
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        kelamin = self.client.get(f"/hasil/{self.survei.uuid}/").context["menurut"][0]
        assert [(satu.nama, satu.n) for satu in kelamin.kelompok] == [
            ("Laki-laki", None),
            ("Perempuan", 20),
            ("Tidak diisi", None),
        ]

    def test_halaman_petugas_satu_keterangan_sekaligus_dan_hanya_sesudah_dikunci(self) -> None:
        self.isi(12, 4, jenis_kelamin="p", usia="17-25")
        self.isi(12, 3, jenis_kelamin="l", usia="26-35")
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        alamat = f"/survei/kelola/{self.survei.uuid}/kelompok/"
        self.client.force_login(self.lurah)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "Kelompok tampil sesudah survei dikunci")
        self.assertNotContains(halaman, "100,00")
        self.kunci()
        halaman = self.client.get(f"{alamat}?menurut=usia&jenis_kelamin=p")
        assert [(satu["nama"], satu["n"]) for satu in halaman.context["baris"]][:2] == [
            ("17–25 tahun", 12),
            ("26–35 tahun", 12),
        ]
        self.assertContains(self.client.get(f"{alamat}?menurut=tidak-ada"), "Laki-laki")

    def test_dibatalkan_dan_tidak_dihitung_tidak_masuk_kelompok(self) -> None:
        self.isi(12, 4, jenis_kelamin="p")
        self.isi(12, 3, jenis_kelamin="l")
        pabrik.buat_respons(
            self.survei, 1, tanggal=HARI, demografi={"jenis_kelamin": "p"}, dibatalkan=True, alasan_batal="Uji"
        )
        pabrik.buat_respons(self.survei, {"waktu": 1}, tanggal=HARI, demografi={"jenis_kelamin": "p"})
        kelamin = menurut_kelompok(self.kunci(), umum=False)[0].kelompok
        assert [satu.n for satu in kelamin[:2]] == [12, 12]

    def test_layanan_kecil_tidak_dapat_dihitung_dari_laporan_kantor_dan_halaman_umum_bersama(self) -> None:
        """Hidden separately at five and at ten, the office would hide the first and the public the third beside it."""
        isi = {"Akta": 20, "Izin": 3, "KTP": 7, "Surat": 30}
        for nama, banyak in isi.items():
            layanan = pabrik.buat_layanan(self.unit, nama=nama)
            self.survei.layanan.add(layanan)
            for _ in range(banyak):
                pabrik.buat_respons(self.survei, 3, tanggal=HARI, layanan=layanan)
        hasil = self.kunci()
        tampil = {
            satu.nama
            for minimum, umum in ((SEL_MINIMUM_DALAM, False), (SEL_MINIMUM, True))
            for satu in angka_hasil(hasil, minimum=minimum, umum=umum).layanan
            if satu.n
        }
        assert tampil == {"Akta", "Surat"}
