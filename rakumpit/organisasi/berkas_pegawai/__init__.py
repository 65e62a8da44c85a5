"""Reading of staff lists: which column means what, and what one row says. Nothing is written, nothing is looked up.

Columns after the central staff export (SIASN, 69 columns) and the lists that offices keep themselves. Missing values
stay missing; personal data that the product does not need never leaves this module.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date

from rakumpit.lembar import (
    Baris,
    JenisSel,
    JudulTidakDitemukan,
    Lembar,
    LembarTidakTerbaca,
    Sel,
    Tabel,
    baca_lembar,
    cari_judul,
    kunci_judul,
    tulis_xlsx,
)
from rakumpit.organisasi.berkas_pegawai.baris import Pembaca
from rakumpit.organisasi.berkas_pegawai.isi import BarisPegawai, BerkasDitolak, BerkasPegawai, Temuan, Tingkat
from rakumpit.organisasi.berkas_pegawai.kolom import KOLOM, LABEL_KOLOM, NOMOR, PRIBADI, SANDI

__all__ = ["BarisPegawai", "BerkasDitolak", "BerkasPegawai", "Temuan", "Tingkat", "baca_berkas", "templat"]


# Twice the staff of a large city's kecamatan together; more is a wrong file.
BARIS_PEGAWAI_MAKS = 5_000


def baca_berkas(isi: bytes, nama: str) -> BerkasPegawai:
    """Read a staff list: XLSX, CSV, or a JSON list of rows. Raises ``BerkasDitolak`` when it is not one."""
    try:
        lembar = _dari_json(isi) if nama.lower().endswith(".json") else baca_lembar(isi, nama)
        tabel = cari_judul(lembar, KOLOM)
    except (LembarTidakTerbaca, JudulTidakDitemukan) as galat:
        raise BerkasDitolak(str(galat)) from galat
    if "nip" not in tabel.peta and "nama" not in tabel.peta:
        raise BerkasDitolak(
            "Berkas ini tidak mempunyai kolom NIP maupun Nama. Unduh templat dari halaman impor, lalu isi kolomnya."
        )
    if len(tabel.baris) > BARIS_PEGAWAI_MAKS:
        raise BerkasDitolak(f"Berkas berisi lebih dari {BARIS_PEGAWAI_MAKS} baris. Bagi menjadi beberapa berkas.")
    temuan, tolak_semua = _periksa_judul(lembar, tabel)
    return BerkasPegawai(
        nama=nama,
        sidik=hashlib.sha256(isi).hexdigest(),
        baris=tuple(Pembaca(tabel, baris).baca() for baris in tabel.baris),
        kosong=tabel.kosong,
        temuan=temuan,
        kolom=tuple((judul.strip(" \ufeff"), LABEL_KOLOM[nama]) for nama, judul in tabel.judul.items()),
        tolak_semua=tolak_semua,
    )


def templat() -> bytes:
    """Our own template as XLSX: headings and one sample row, which passes our own import."""
    judul = ["NIP", "Nama", "Gelar depan", "Gelar belakang", "Status", "Golongan", "Jabatan", "Unit kerja"]
    contoh = ["198508172010011901", "Rahmat Tundan", "", "S.Sos.", "PNS", "III/c", "Penelaah Teknis Kebijakan", ""]
    return tulis_xlsx(
        [
            [*judul, "Tanggal lahir", "TMT jabatan", "NIP atasan"],
            [*contoh, date(1985, 8, 17), date(2021, 5, 1), ""],
        ],
        nama_lembar="Pegawai",
    )


def _dari_json(isi: bytes) -> Lembar:
    """A list of objects, or an object with such a list under "baris"; item n is row n."""
    try:
        data = json.loads(isi)
        daftar = data["baris"] if isinstance(data, dict) else data
        judul = list(dict.fromkeys(kunci for satu in daftar for kunci in satu))
        nilai = [[satu.get(kunci) for kunci in judul] for satu in daftar]
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise BerkasDitolak('Berkas JSON harus berupa daftar baris, misalnya [{"nama": …, "nip": …}].') from galat
    return Lembar(
        tuple(Baris(n, tuple(_sel_json(k, v) for k, v in enumerate(sel, 1))) for n, sel in enumerate([judul, *nilai]))
    )


def _sel_json(kolom: int, nilai: object) -> Sel:
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return Sel(kolom)
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return Sel(kolom, nilai, JenisSel.ANGKA)
    return Sel(kolom, str(nilai), JenisSel.TEKS)


def _periksa_judul(lembar: Lembar, tabel: Tabel) -> tuple[tuple[Temuan, ...], bool]:
    """Remarks about the file: columns that are not read, and passwords, for which nothing is read at all."""
    n = tabel.nomor_judul
    temuan = [Temuan(n, "", Tingkat.PERINGATAN.value, teks) for teks in (*lembar.catatan, *tabel.peringatan)]
    sandi = False
    pribadi: list[str] = []
    lain: list[str] = []
    for _huruf, judul in tabel.diabaikan:
        nama, kunci = judul.strip(" \ufeff"), kunci_judul(judul)
        if kunci in SANDI:
            sandi = True
            temuan.append(
                Temuan(
                    n,
                    nama,
                    Tingkat.GALAT.value,
                    f"Kolom «{nama}» berisi kata sandi. Hapus kolom itu lalu unggah lagi; kata sandi dibuat "
                    "sendiri oleh pemilik akun dengan kode masuk pertama.",
                )
            )
        elif kunci in PRIBADI:
            pribadi.append(nama)
        elif kunci not in NOMOR:
            lain.append(nama)
    temuan += _kolom_dilewati(n, pribadi, lain, ringkas="siasn_id" in tabel.peta)
    if "jenis_kelamin" in tabel.peta:
        nama = tabel.judul["jenis_kelamin"].strip(" \ufeff")
        temuan.append(_ingat(n, nama, f"Kolom «{nama}» hanya dicocokkan dengan NIP dan tidak disimpan."))
    if not {"status", "status_cpns", "status_asn", "jenis_pegawai"} & set(tabel.peta):
        temuan.append(
            Temuan(
                n,
                "Status",
                Tingkat.PERINGATAN.value,
                "Tidak ada kolom Status. Status pegawai baru dibiarkan kosong; isi sesudahnya di Meja pengelola.",
            )
        )
    temuan.extend(Temuan(k, "", Tingkat.PERINGATAN.value, "Baris kosong, dilewati.") for k in tabel.kosong)
    return tuple(temuan), sandi


def _kolom_dilewati(n: int, pribadi: list[str], lain: list[str], *, ringkas: bool) -> list[Temuan]:
    """Columns that are not stored, one remark each; ``ringkas``: the central export has dozens, so one per kind."""
    if not ringkas:
        return [
            *(_ingat(n, nama, f"Kolom «{nama}» adalah data pribadi dan tidak disimpan.") for nama in pribadi),
            *(_ingat(n, nama, f"Kolom «{nama}» tidak dipakai dan diabaikan.") for nama in lain),
        ]
    temuan = []
    if pribadi:
        temuan.append(_ingat(n, "", f"{len(pribadi)} kolom data pribadi tidak disimpan: {', '.join(pribadi)}."))
    if lain:
        temuan.append(_ingat(n, "", f"{len(lain)} kolom tidak dipakai dan diabaikan: {', '.join(lain)}."))
    return temuan


def _ingat(n: int, kolom: str, teks: str) -> Temuan:
    return Temuan(n, kolom, Tingkat.PERINGATAN.value, teks)
