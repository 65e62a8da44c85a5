"""What every page may show: the menu by role, unread notices, theme, and whether this is the example office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse

from rakumpit.bacaan import ambil
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.waktu import hari_ini

KUKI_TEMA = "tema"
# Value of the cookie and of ``data-bs-theme`` -> label; "" follows the device.
TEMA = {"": "Ikuti perangkat", "light": "Terang", "dark": "Gelap"}
BUTIR_BAWAH = 4
_SELURUH_KECAMATAN = {JenisUnit.KECAMATAN.value, JenisUnit.KOTA.value}


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """One entry of a menu; ``ikon`` is a name of the icon set."""

    label: str
    tautan: str
    aktif: bool
    ikon: str


@dataclass(frozen=True, slots=True)
class KelompokMenu:
    """Entries under one heading."""

    judul: str
    butir: tuple[ButirMenu, ...]


@dataclass(frozen=True, slots=True)
class _Halaman:
    """An entry as written here: ``pendek`` is its label in the bottom bar, ``cabang`` are pages that belong to it."""

    kelompok: str
    label: str
    pendek: str
    nama: str
    ikon: str
    tampil: bool
    cabang: tuple[str, ...] = ()


_SAYA = "Pekerjaan saya"
_TIM = "Tim dan unit"
_WARGA = "Layanan warga"
_KELOLA = "Pengelolaan"


def situs(request: HttpRequest) -> dict[str, object]:
    """Context processor. One statement for a signed-in person beside the account; else none."""
    konteks: dict[str, object] = {"contoh": settings.CONTOH, "tema": tema(request)}
    pengguna = getattr(request, "user", None)
    if not isinstance(pengguna, Pengguna) or pengguna.warga:
        return konteks
    baris, belum = ambil(
        [
            Penugasan.objects.baris_jenis_dipimpin(pengguna, hari_ini()),
            # One line with the number, none for none.
            pengguna.notifikasi.filter(dibaca__isnull=True)
            .order_by()
            .values_list("penerima_id")
            .annotate(banyak=Count("pk")),
        ]
    )
    dipimpin = {jenis for (jenis,) in baris}
    halaman = _halaman(pengguna, dipimpin)
    konteks["menu"] = _menu(halaman, request.path)
    konteks["menu_bawah"] = _bawah(halaman, request.path, pengguna, memimpin=bool(dipimpin))
    konteks["belum_dibaca"] = sum(banyak for _, banyak in belum)
    return konteks


def menu_untuk(pengguna: Pengguna) -> list[KelompokMenu]:
    """The menu of an account outside any page, for the search."""
    return _menu(_halaman(pengguna, Penugasan.objects.jenis_dipimpin(pengguna, hari_ini())), "")


def tema(request: HttpRequest) -> str:
    """Chosen theme: "light", "dark", or "" to follow the device."""
    pilihan = request.COOKIES.get(KUKI_TEMA, "")
    return pilihan if pilihan in TEMA else ""


def _halaman(pengguna: Pengguna, dipimpin: set[str]) -> list[_Halaman]:
    """Every entry that this account may open; the pages themselves check again. ``dipimpin``: kinds of units led."""
    memimpin = bool(dipimpin)
    pegawai = getattr(pengguna, "pegawai", None)
    ber_skp = pegawai is not None and pegawai.ber_skp
    pengelola = pengguna.pengelola
    perencanaan = pegawai is not None or memimpin or pengelola or pengguna.pemeriksa
    semua = [
        _Halaman(_SAYA, "Beranda", "Beranda", "beranda", "rumah", True),
        _Halaman(_SAYA, "Catatan harian", "Catatan", "kinerja:catatan", "isi", ber_skp, ("/kinerja/atas-nama/",)),
        _Halaman(_SAYA, "Realisasi", "Realisasi", "kinerja:realisasi_daftar", "centang", ber_skp),
        _Halaman(_SAYA, "Kinerja saya", "Kinerja", "kinerja:saya", "kinerja", ber_skp),
        _Halaman(
            _SAYA,
            "SKP",
            "SKP",
            "kinerja:skp_daftar",
            "skp",
            ber_skp,
            ("/kinerja/rencana/", "/kinerja/indikator/", "/kinerja/dialog/"),
        ),
        _Halaman(
            _SAYA,
            "Umpan balik",
            "Umpan balik",
            "kinerja:umpan_balik_daftar" if ber_skp else "kinerja:umpan_balik_jumlah",
            "saran",
            ber_skp or pengelola,
            ("/kinerja/bimbingan/",),
        ),
        _Halaman(
            _SAYA,
            "Kendala dan dukungan",
            "Kendala",
            "kinerja:kendala_daftar" if ber_skp else "kinerja:dukungan_masuk",
            "awas",
            ber_skp or memimpin or pengelola,
            ("/kinerja/dukungan/",),
        ),
        _Halaman(_SAYA, "Inovasi", "Inovasi", "kinerja:inovasi_daftar", "naik", perencanaan),
        _Halaman(_SAYA, "Kalender", "Kalender", "kinerja:kalender", "kalender", ber_skp or memimpin or pengelola),
        _Halaman(
            _SAYA if ber_skp else _TIM,
            "Salinan ke sistem lain",
            "Salinan",
            "kinerja:salinan",
            "bagikan",
            ber_skp or memimpin or pengelola,
        ),
        _Halaman(
            _SAYA,
            "Pelatihan saya",
            "Pelatihan",
            "pelatihan:saya",
            "tugas",
            ber_skp,
            (
                *("/pelatihan/sertifikat/kirim/", "/pelatihan/rencana/usul/", "/pelatihan/kebutuhan/usul/"),
                "/pelatihan/pendaftaran/",
            ),
        ),
        _Halaman(_SAYA, "Jadwal pelatihan", "Jadwal", "pelatihan:kegiatan_daftar", "kalender", perencanaan),
        _Halaman(_SAYA, "Katalog pelatihan", "Katalog", "pelatihan:katalog", "berkas", perencanaan),
        _Halaman(_SAYA, "Praktik baik", "Praktik", "pelatihan:praktik_daftar", "naik", perencanaan),
        _Halaman(_TIM, "Tim saya", "Tim", "kinerja:tim", "tim", memimpin),
        _unit(pengguna, dipimpin),
        _Halaman(
            _TIM,
            "Pelatihan tim",
            "Pelatihan",
            "pelatihan:tim",
            "tim",
            memimpin or pengelola or pengguna.pemeriksa,
            (
                *("/pelatihan/sertifikat/periksa/", "/pelatihan/orang/", "/pelatihan/rekap/"),
                "/pelatihan/pendaftaran/menunggu/",
            ),
        ),
        _Halaman(_TIM, "Angka kredit", "Kredit", "kinerja:angka_kredit", "naik", memimpin or pengelola),
        _Halaman(
            _TIM,
            "Perjanjian kinerja",
            "Perjanjian",
            "kinerja:perjanjian_daftar",
            "berkas",
            perencanaan,
            ("/kinerja/sasaran/", "/kinerja/iku/", "/kinerja/capaian/", "/kinerja/sebaran/"),
        ),
        _Halaman(_TIM, "Keberatan", "Keberatan", "kinerja:keberatan_daftar", "saran", memimpin or pengelola),
        _Halaman(_TIM, "Pohon kinerja", "Pohon", "kinerja:pohon", "bagikan", perencanaan),
        _Halaman(
            _WARGA,
            "Loket",
            "Loket",
            "survei:loket",
            "centang",
            pegawai is not None,
            ("/survei/kertas/", "/survei/dibantu/"),
        ),
        _Halaman(
            _WARGA,
            "Survei kepuasan",
            "Survei",
            "survei:kelola",
            "survei",
            memimpin or pengelola or pengguna.pemeriksa,
        ),
        _Halaman(_WARGA, "Titik survei", "Titik", "survei:titik", "tempat", pengelola),
        _Halaman(
            _WARGA,
            "Waktu layanan",
            "Waktu",
            "survei:loket_waktu",
            "jam",
            pegawai is not None or memimpin or pengelola or pengguna.pemeriksa,
        ),
        _Halaman(_WARGA, "Tindak lanjut survei", "Tindak lanjut", "survei:tindak_lanjut_daftar", "tugas", perencanaan),
        _Halaman(
            _WARGA,
            "Laporan warga",
            "Laporan",
            "forum:laporan_daftar",
            "saran",
            perencanaan,
        ),
        _Halaman(_WARGA, "Diskusi warga", "Diskusi", "forum:kelola_diskusi", "saran", perencanaan),
        _Halaman(
            _WARGA,
            "Forum warga",
            "Forum",
            "forum:sesi_daftar",
            "forum",
            perencanaan,
            ("/forum/kelola/seri/", "/forum/kelola/acara/", "/forum/kelola/undangan/"),
        ),
        _Halaman(
            _WARGA,
            "Tindak lanjut forum",
            "Janji forum",
            "forum:aksi_daftar",
            "tugas",
            perencanaan,
            ("/forum/kelola/musrenbang/",),
        ),
        _Halaman(_WARGA, "Standar pelayanan", "Standar", "survei:standar_kelola", "berkas", pengelola),
        _Halaman(_WARGA, "Suara warga", "Suara", "survei:suara", "saran", pegawai is not None),
        _Halaman(_WARGA, "Hasil survei", "Hasil", "survei:hasil_daftar", "naik", True),
        _Halaman(
            _KELOLA,
            "Perhitungan evaluasi",
            "Hitung",
            "kinerja:run_daftar",
            "hitung",
            pengelola,
            ("/kinerja/periode/",),
        ),
        _Halaman(_KELOLA, "Rekap bulanan", "Rekap", "kinerja:rekap", "unduh", pengelola),
        _Halaman(
            _KELOLA, "Meja pengelola", "Meja", "organisasi:meja", "meja", pengelola, ("/kinerja/laporan-data/masuk/",)
        ),
        _Halaman(_KELOLA, "Cadangan", "Cadangan", "cadangan:keadaan", "unduh", pengguna.admin_teknis),
        _Halaman(_KELOLA, "Admin", "Admin", "admin:index", "pengaturan", pengguna.is_staff),
    ]
    return [satu for satu in semua if satu.tampil]


def _unit(pengguna: Pengguna, dipimpin: set[str]) -> _Halaman:
    """The summary of units, by what it is for this reader: the whole kecamatan, or the own unit."""
    seluruh = pengguna.pengelola or pengguna.pemeriksa or bool(dipimpin & _SELURUH_KECAMATAN)
    label = "Kecamatan" if seluruh else "Unit saya"
    return _Halaman(_TIM, label, label, "kinerja:unit_awal", "tempat", seluruh or bool(dipimpin))


def _butir(halaman: _Halaman, label: str, jalur: str) -> ButirMenu:
    tautan = reverse(halaman.nama)
    aktif = jalur == tautan if halaman.nama == "beranda" else jalur.startswith((tautan, *halaman.cabang))
    return ButirMenu(label, tautan, aktif, halaman.ikon)


def _menu(halaman: Iterable[_Halaman], jalur: str) -> list[KelompokMenu]:
    kelompok: dict[str, list[ButirMenu]] = {}
    for satu in halaman:
        kelompok.setdefault(satu.kelompok, []).append(_butir(satu, satu.label, jalur))
    return [KelompokMenu(judul, tuple(butir)) for judul, butir in kelompok.items()]


def _bawah(halaman: Iterable[_Halaman], jalur: str, pengguna: Pengguna, *, memimpin: bool) -> list[ButirMenu]:
    """What this role opens most often, within reach of the thumb."""
    if pengguna.pengelola:
        pilihan = ["beranda", "organisasi:meja", "kinerja:run_daftar", "survei:kelola"]
    elif memimpin:
        pilihan = ["beranda", "kinerja:tim", "kinerja:saya", "kinerja:realisasi_daftar", "survei:kelola"]
    else:
        pilihan = [
            "beranda",
            "kinerja:catatan",
            "kinerja:realisasi_daftar",
            "kinerja:saya",
            "admin:index",
            "survei:kelola",
            "survei:hasil_daftar",
        ]
    menurut_nama = {satu.nama: satu for satu in halaman}
    ada = [menurut_nama[nama] for nama in pilihan if nama in menurut_nama]
    return [_butir(satu, satu.pendek, jalur) for satu in ada[:BUTIR_BAWAH]]
