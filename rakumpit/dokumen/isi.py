"""Shapes of the data that the templates in ``templates/pdf`` take: the contract between an app and its documents.

Every text arrives as it is to be read: numbers and dates formatted, names with their titles, «Plt.» before the post.
``None``, "" and an empty list are printed as «Belum ada data», except in a signature, where an empty line is left out.
The helping number of the evaluation is in none of the shapes: it never stands on an official document.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

Teks = str | None
Rating = Literal["di_atas", "sesuai", "di_bawah"]
Predikat = Literal["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]


class Kop(TypedDict):
    """Letterhead: «Pemerintah Kota Palangka Raya», «Kecamatan Rakumpit», one or more lines of address."""

    pemerintah: str
    kantor: str
    alamat: Teks


class Pihak(TypedDict):
    """One of the two parties. ``nip`` and ``pangkat`` may be missing (officials outside, PPPK)."""

    nama: Teks
    nip: Teks
    pangkat: Teks
    jabatan: Teks
    unit: Teks


class UkuranHasil(TypedDict):
    """One measure of a planned result.

    Quantitative: ``uraian`` and ``target`` apart. Qualitative: ``uraian`` tells both, ``target`` is not printed.
    ``aspek`` for JA and JF, ``perspektif`` for pimpinan. The last two are printed on the evaluation only.
    """

    uraian: Teks
    target: Teks
    aspek: NotRequired[Teks]
    perspektif: NotRequired[Teks]
    realisasi: NotRequired[Teks]
    umpan_balik: NotRequired[Teks]


class HasilKerja(TypedDict):
    """One planned result. ``rhk_pimpinan``: the superior's result it supports; for pimpinan «penugasan dari»."""

    rhk_pimpinan: Teks
    rhk: Teks
    ukuran: list[UkuranHasil]


class Perilaku(TypedDict):
    """One of the seven BerAKHLAK values with its guide (SE MenPANRB 20/2021)."""

    nilai: str
    panduan: list[str]
    ekspektasi: Teks
    umpan_balik: NotRequired[Teks]


class Lampiran(TypedDict):
    """The three free lists of the Lampiran SKP."""

    dukungan: list[str]
    pertanggungjawaban: list[str]
    konsekuensi: list[str]


class _Formulir(TypedDict):
    """What both forms begin with. ``periode``: «1 Januari s.d. 31 Desember 2026»; ``tanggal``: «2 Januari 2026»."""

    kop: Kop
    periode: str
    pendekatan: Literal["kuantitatif", "kualitatif"]
    pimpinan: bool
    pegawai: Pihak
    penilai: Pihak
    utama: list[HasilKerja]
    tambahan: list[HasilKerja]
    perilaku: list[Perilaku]
    tempat: str
    tanggal: str


class DataSKP(_Formulir):
    """Template ``skp``: Sasaran Kinerja Pegawai with its lampiran (PermenPANRB 6/2022)."""

    lampiran: Lampiran


class BagianPola(TypedDict):
    """One line of the pattern that the capaian organisasi selects: «Baik»: «sebagian besar, paling banyak 70%»."""

    predikat: list[Predikat]
    saran: str


class DataEvaluasi(_Formulir):
    """Template ``evaluasi``: Evaluasi Kinerja Pegawai, periodic or annual (PermenPANRB 6/2022).

    ``masa``: «Triwulan III», «Tahunan»; ``capaian_organisasi``: «Baik», None while it is not set; ``pola``: the pattern
    that goes with it, never the colleagues' predicates; empty while it is not set. Ratings and predicate are codes; the
    template prints the words of the form, among them «Kurang/Misconduct», which stands nowhere else.
    """

    jenis: Literal["periodik", "tahunan"]
    masa: str
    capaian_organisasi: Teks
    pola: list[BagianPola]
    rating_hasil: Rating | None
    rating_perilaku: Rating | None
    predikat: Predikat | None


class DataDokumenEvaluasi(TypedDict):
    """Template ``dokumen_evaluasi``: Dokumen Evaluasi Kinerja, one page (PermenPANRB 6/2022).

    The layout of the regulation's own form could not be read; the parts are those that secondary sources name.
    """

    kop: Kop
    periode: str
    masa: str
    pegawai: Pihak
    penilai: Pihak
    atasan_penilai: Pihak
    capaian_organisasi: Teks
    rating_hasil: Rating | None
    rating_perilaku: Rating | None
    predikat: Predikat | None
    catatan: Teks
    tempat: str
    tanggal: str


class DataAngkaKredit(TypedDict):
    """Template ``angka_kredit``: what one evaluation gave, and the balance of the jenjang with it.

    Numbers have two decimals. ``kebutuhan``: (what for, needed, still needed), empty where there is no next step. The
    regulation's own form could not be read.
    """

    kop: Kop
    masa: str
    pegawai: Pihak
    penetap: Pihak
    jenjang: str
    evaluasi: str
    predikat: str
    persen: str
    koefisien: str
    bulan: str
    angka_kredit: str
    saldo: list[tuple[str, str]]
    kebutuhan: list[tuple[str, str, str]]
    dasar_hukum: str
    tempat: str
    tanggal: str


class BarisMPH(TypedDict):
    """One employee: for each column the results that the person stands for."""

    nama: str
    sel: list[list[str]]


class DataMPH(TypedDict):
    """Template ``mph``: Matriks Peran Hasil of a pimpinan; ``kolom`` are the pimpinan's results.

    The layout of the regulation's own form could not be read: rows are employees, columns results.
    """

    kop: Kop
    periode: str
    pimpinan: Pihak
    kolom: list[str]
    baris: list[BarisMPH]
    tempat: str
    tanggal: str


class BagianLaporan(TypedDict):
    """Consecutive pieces on pages of one orientation; each part begins a new page."""

    mendatar: bool
    blok: list[dict[str, object]]


class DataLaporanSKM(TypedDict):
    """Template ``laporan_skm``: the report on a survey of satisfaction.

    ``fakta`` on the page of approval; ``edisi``: for whom this version is; ``bagian``: the chapters as pieces that
    ``templates/pdf/blok.typ`` knows. The order of chapters follows reports of offices; the regulation's own outline
    could not be read.
    """

    kop: Kop
    unit: str
    masa: str
    judul: str
    edisi: Teks
    fakta: list[tuple[str, str]]
    pimpinan: Pihak
    tempat: str
    bagian: list[BagianLaporan]


class TandaTanganBeritaAcara(TypedDict):
    """One signature: for whom, name (empty in the public version for citizens), post or element, how and when."""

    peran: str
    nama: str
    jabatan: str
    cara: str


class DataBeritaAcara(TypedDict):
    """Template ``berita_acara``: the record of a session of the public forum (PermenPANRB 16/2017).

    ``isi`` has the keys of ``forum.proses.isi_berita_acara``; ``umum``: the version for everybody, without the annex of
    names. The layout of the regulation's own form could not be read; the parts are those that offices sign.
    """

    kop: Kop
    unit: str
    nomor: str
    versi: int
    alasan_koreksi: Teks
    umum: bool
    isi: dict[str, object]
    tanda_tangan: list[TandaTanganBeritaAcara]
    tempat: str
    tanggal: str


class DataDaftarHadir(TypedDict):
    """Template ``daftar_hadir``: the sheet that people sign. ``baris``: number, name, element, institution; a line
    without a name is one to be filled in by hand."""

    kop: Kop
    judul: str
    waktu: str
    tempat_sesi: str
    baris: list[list[str]]


class DataUndangan(TypedDict):
    """Template ``undangan_forum``: letters of invitation, one page each."""

    kop: Kop
    nomor: list[str]
    penerima: list[str]
    judul: str
    tema: str
    waktu: str
    tempat_sesi: str
    acara: list[list[str]]
    alamat_daftar: str
    penanda: Pihak
    tempat: str
    tanggal: str


class LembarSertifikat(TypedDict):
    """One certificate. ``jp``: «14,4 JP», None where none are counted; ``kode`` and ``qr`` (SVG) only in a collection,
    where each page has its own; "" takes those of the document."""

    nomor: str
    nama: str
    nip: Teks
    judul: str
    bentuk: str
    tanggal_kegiatan: str
    jp: Teks
    kompetensi: str
    penyelenggara: str
    penanda: str
    jabatan_penanda: str
    tanggal: str
    kode: str
    qr: str
    versi: int


class DataSertifikat(TypedDict):
    """Template ``sertifikat_pelatihan``: certificates of an own training event, one page each."""

    kop: Kop
    tempat: str
    lembar: list[LembarSertifikat]
