"""Rating behaviour: the whole team on one page."""

from __future__ import annotations

from typing import Any

from kinerja.perhitungan import NilaiDasar
from rakumpit.organisasi.models import Pegawai
from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, REKAN, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_SKP,
    BUKAN_CARA,
    MEMIMPIN,
    TIDAK_ADA,
    Baris,
    hak,
    isi_perilaku,
    per_objek,
    tetap,
)


def _tim(k: KantorBernama) -> dict[str, Any]:
    """*pegawai* with one value above the others, so that something changes."""
    awalan = f"o{k.pegawai.uuid.hex[:8]}"
    rating = {f"{awalan}-rating_{nilai.value}": "sesuai" for nilai in NilaiDasar}
    return rating | {
        "periode": k.kantor.periode.kode,
        "pegawai": str(k.pegawai.uuid),
        f"{awalan}-rating_loyal": "di_atas",
        f"{awalan}-catatan_loyal": "Menjaga arsip saat banjir.",
        f"{awalan}-lewati": "",
        f"{awalan}-versi": k.contoh["versi_perilaku"],
    }


def _minta(k: KantorBernama) -> dict[str, Any]:
    """Somebody who answers to the same superior as *pegawai*."""
    return {"penilai": [str(k.objek["orang_rekan_seksi"][0])]}


_REKOMENDASI = tetap(isi="Pendataan selesai sebelum waktunya.")


def _minta_rekomendasi(_k: KantorBernama) -> dict[str, Any]:
    """Somebody who leads a unit of another office."""
    return {
        "dari": str(Pegawai.objects.get(nama="Kasi Lain").uuid),
        "peran": "pejabat",
        "tugas": "Pendataan bersama.",
    }


def _kaitkan(k: KantorBernama) -> dict[str, Any]:
    return {"kunci": k.contoh["kunci_pengaduan"], "rencana": "", "pernyataan": "Loket ditinggalkan pada jam layanan."}


KINERJA_NILAI = [
    # People of somebody else cannot be named in the form (404), also by those who rate others.
    Baris("kinerja:tim_nilai", get=hak(MEMIMPIN), post=hak([ATASAN], 302), isi=_tim),
    # Whoever decides about the head of the seksi chooses the raters; nobody ticked cancels the open request.
    Baris("kinerja:tim_penilai", "penilai_kasi", get=hak([ATASAN_KEDUA]), post=hak([ATASAN_KEDUA], 302), isi=tetap()),
    # Only the one who was asked; neither the rated person nor the superior.
    Baris("kinerja:rekan_nilai", "permintaan_rekan", get=hak([REKAN]), post=hak([REKAN], 302), isi=isi_perilaku),
    # May be thought over until the superior has decided; a cancelled request is gone.
    Baris("kinerja:rekan_nilai", "permintaan_rekan_diisi", get=hak([REKAN]), post=hak([REKAN], 302), isi=isi_perilaku),
    *per_objek(
        "kinerja:rekan_nilai",
        ("permintaan_diputus", "permintaan_diputus_diisi"),
        get=hak([REKAN]),
        post=hak([REKAN], 409),
        isi=isi_perilaku,
    ),
    *per_objek(
        "kinerja:rekan_nilai",
        ("permintaan_rekan_batal", "permintaan_diputus_batal"),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=isi_perilaku,
    ),
    Baris("kinerja:tim_penilai", "penilai_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_minta),
    Baris("kinerja:tim_penilai", "penilai_diputus", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_minta),
    Baris("kinerja:tim_penilai", "penilai_final", get=TIDAK_ADA, post=TIDAK_ADA, isi=_minta),
    # Asked by the superior until the decision; written by the one who was asked, of whom nobody else finds the page.
    *(
        Baris("kinerja:rekomendasi_minta", objek, get=get, post=post, isi=_minta_rekomendasi, kueri="?q=Kasi+Lain")
        for objek, get, post in (
            ("penilai_menunggu", hak([ATASAN]), hak([ATASAN], 302)),
            ("penilai_diputus", hak([ATASAN]), hak([ATASAN], 409)),
            ("penilai_final", TIDAK_ADA, TIDAK_ADA),
        )
    ),
    Baris("kinerja:rekomendasi", "rekomendasi", get=hak([REKAN]), post=hak([REKAN], 302), isi=_REKOMENDASI),
    Baris(
        "kinerja:rekomendasi",
        "rekomendasi_diisi",
        get=hak([ATASAN_KEDUA]),
        post=hak([ATASAN_KEDUA], 302),
        isi=_REKOMENDASI,
    ),
    Baris("kinerja:rekomendasi", "rekomendasi_batal", get=TIDAK_ADA, post=TIDAK_ADA, isi=_REKOMENDASI),
    Baris("kinerja:rekomendasi_batal", "rekomendasi", get=BUKAN_CARA, post=hak([ATASAN], 302)),
    *per_objek(
        "kinerja:rekomendasi_batal",
        ("rekomendasi_diisi", "rekomendasi_batal"),
        get=BUKAN_CARA,
        post=hak([ATASAN], 409),
    ),
    # A justified complaint is linked by who decides, before the decision; the person answers, nobody else.
    *(
        Baris("kinerja:pengaduan_kaitkan", objek, get=hak([ATASAN]), post=hak([ATASAN], kode), isi=_kaitkan)
        for objek, kode in (("eval_menunggu", 302), ("eval_diputus", 422), ("eval_final", 422))
    ),
    Baris(
        "kinerja:pengaduan_tanggapi",
        "pengaduan_terkait",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=tetap(tanggapan="Loket kedua sudah dibuka."),
    ),
    Baris(
        "kinerja:pengaduan_cabut",
        "pengaduan_terkait",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(alasan="Salah orang."),
    ),
    # Everybody writes about themselves only; the address names a period, not a person.
    Baris(
        "kinerja:penilaian_diri",
        "periode_menunggu",
        get=hak(BER_SKP),
        post=hak(BER_SKP, 302),
        isi=tetap(ringkasan="Surat selesai tepat waktu.", versi="0"),
    ),
    # Already decided (or final) for pegawai.
    Baris(
        "kinerja:penilaian_diri",
        "periode_diputus",
        get=hak(BER_SKP),
        post=hak(BER_SKP, 302, pegawai=409),
        isi=tetap(ringkasan="Surat selesai tepat waktu.", versi="0"),
    ),
]
