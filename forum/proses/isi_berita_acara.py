"""From a session to the words of its record, once for the office and once for the public.

``isi_dari_sesi`` is stored with the record; the public version is cut from it (``untuk_umum``), so that both always say
the same and no name slips through by a second reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from forum.enums.aksi import LABEL_PRIORITAS, Prioritas
from forum.enums.berita_acara import (
    LABEL_JENIS_KESEPAKATAN,
    LABEL_KEPUTUSAN_MASUKAN,
    JenisKesepakatan,
    KeputusanMasukan,
)
from forum.enums.sesi import LABEL_JENIS_KELAMIN, LABEL_METODE, JenisKelamin, Metode
from forum.models import AksiForum, SesiForum
from forum.perhitungan.sesi import unsur_kurang
from forum.ringkasan.aksi import kalimat_status, status_sesi_sebelumnya
from rakumpit.waktu import WIB, format_hari, format_tanggal


def jam(saat: datetime) -> str:
    """«09.00» in WIB."""
    return f"{saat.astimezone(WIB):%H.%M}"


def waktu_sesi(sesi: SesiForum) -> str:
    """«Kamis, 24 September 2026, pukul 09.00–11.00 WIB»."""
    return f"{format_hari(sesi.mulai)}, pukul {jam(sesi.mulai)}–{jam(sesi.selesai)} WIB"


def tempat_sesi(sesi: SesiForum) -> str:
    """Room and link, whichever there are."""
    return " · ".join(satu for satu in (sesi.tempat, sesi.tautan) if satu)


def isi_dari_sesi(sesi: SesiForum) -> dict[str, Any]:
    """All that the record says, as plain texts, lists and numbers; a fixed number of queries."""
    hadir = list(sesi.kehadiran.filter(alasan_batal="").select_related("unsur"))
    wajib = dict(sesi.unsur_wajib.values_list("kode", "nama"))
    absen = unsur_kurang(list(wajib), [satu.unsur.kode for satu in hadir])
    kesepakatan = list(sesi.kesepakatan.select_related("layanan"))
    return {
        "judul": sesi.judul,
        "hari": format_hari(sesi.mulai),
        "jam": f"{jam(sesi.mulai)}–{jam(sesi.selesai)} WIB",
        "tempat": " · ".join(satu for satu in (sesi.tempat, sesi.tautan) if satu),
        "metode": LABEL_METODE[Metode(sesi.metode)],
        "tema": sesi.tema,
        "dasar": sesi.dasar,
        "pimpinan": sesi.pimpinan,
        "notulis": sesi.notulis,
        "jumlah_hadir": len(hadir),
        "kuorum": sesi.kuorum,
        "menurut_unsur": _hitung([satu.unsur.nama for satu in hadir]),
        "menurut_kelamin": _hitung(
            LABEL_JENIS_KELAMIN[JenisKelamin(satu.jenis_kelamin)] if satu.jenis_kelamin else "Tidak dicatat"
            for satu in hadir
        ),
        "unsur_absen": [wajib[kode] for kode in absen],
        "sebelumnya": [[satu.uraian, kalimat_status(satu)] for satu in status_sesi_sebelumnya(sesi)],
        "acara": [[satu.judul, satu.penyaji, satu.catatan] for satu in sesi.agenda.all()],
        "masukan": [
            {
                "nomor": satu.nomor,
                "unsur": satu.unsur.nama,
                "penyampai": satu.penyampai,
                "uraian": satu.uraian,
                "jawaban": satu.jawaban,
                "keputusan": LABEL_KEPUTUSAN_MASUKAN[KeputusanMasukan(satu.keputusan)],
            }
            for satu in sesi.masukan.select_related("unsur")
        ],
        "kesepakatan": [
            {
                "nomor": satu.nomor,
                "uraian": satu.uraian,
                "menjadi": _menjadi(satu.jenis, satu.layanan.nama if satu.layanan else ""),
            }
            for satu in kesepakatan
            if satu.disepakati
        ],
        "tidak_disepakati": [
            {"nomor": satu.nomor, "uraian": satu.uraian, "alasan": satu.alasan}
            for satu in kesepakatan
            if not satu.disepakati
        ],
        "rencana": [
            {
                "kesepakatan": satu.kesepakatan.nomor,
                "uraian": satu.uraian,
                "penanggung_jawab": str(satu.penanggung_jawab),
                "tenggat": format_tanggal(satu.tenggat),
                "indikator": satu.indikator,
                "sumber_daya": satu.sumber_daya,
                "prioritas": LABEL_PRIORITAS[Prioritas(satu.prioritas)],
            }
            for satu in AksiForum.objects.filter(kesepakatan__sesi=sesi, induk__isnull=True)
            .select_related("kesepakatan", "penanggung_jawab__unit")
            .order_by("kesepakatan__nomor", "tenggat", "pk")
        ],
        "berikutnya": _berikutnya(sesi),
        "hadir": [
            [satu.nama, satu.unsur.nama, satu.instansi, "Ya" if satu.bertanda_tangan else "Tidak"] for satu in hadir
        ],
    }


def untuk_umum(isi: dict[str, Any]) -> dict[str, Any]:
    """The same without anybody's name but of those who led and wrote for the office."""
    return isi | {"hadir": [], "masukan": [satu | {"penyampai": ""} for satu in isi["masukan"]]}


def _hitung(nama: Iterable[str]) -> list[list[Any]]:
    return [[satu, str(banyak)] for satu, banyak in Counter(nama).most_common()]


def _menjadi(jenis: str, layanan: str) -> str:
    if jenis == JenisKesepakatan.BIASA:
        return ""
    label = LABEL_JENIS_KESEPAKATAN[JenisKesepakatan(jenis)]
    return f"{label}: {layanan}" if layanan else label


def _berikutnya(sesi: SesiForum) -> str:
    berikut = (
        SesiForum.objects.filter(unit=sesi.unit_id, mulai__gt=sesi.mulai)
        .exclude(status="dibatalkan")
        .order_by("mulai", "pk")
        .first()
    )
    return format_hari(berikut.mulai) if berikut else ""
