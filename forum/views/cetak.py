"""Papers of a session that are no records: the sign sheet and the letters of invitation."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from forum.enums.sesi import StatusUndangan
from forum.models import SesiForum
from forum.proses.isi_berita_acara import tempat_sesi, waktu_sesi
from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.isi import DataDaftarHadir, DataUndangan
from rakumpit.dokumen.susun import Bingkai, susun_pdf
from rakumpit.organisasi.models import Penugasan
from rakumpit.organisasi.pihak import kop_kantor, pihak, tempat_kantor
from rakumpit.waktu import format_tanggal, hari_ini

BARIS_KOSONG = 15


def cetak_daftar_hadir(sesi: SesiForum) -> HttpResponse:
    """Registered people by name, and empty lines for the others."""
    nama = [
        (satu.nama, satu.unsur.nama, satu.instansi)
        for satu in sesi.pendaftaran.terdaftar().select_related("unsur").order_by("nama", "pk")
    ]
    data: DataDaftarHadir = {
        "kop": kop_kantor(),
        "judul": sesi.judul,
        "waktu": waktu_sesi(sesi),
        "tempat_sesi": tempat_sesi(sesi),
        "baris": [[str(n), *satu] for n, satu in enumerate([*nama, *[("", "", "")] * BARIS_KOSONG], 1)],
    }
    return _pdf("daftar_hadir", dict(data), f"Daftar hadir {sesi.judul}", "daftar-hadir")


def cetak_undangan(sesi: SesiForum) -> HttpResponse:
    """One letter for everybody who is invited and has not declined."""
    undangan = list(sesi.undangan.exclude(status=StatusUndangan.TIDAK_HADIR.value))
    tugas = (
        Penugasan.objects.pada(hari_ini())
        .filter(jabatan__unit=sesi.unit_id, jabatan__memimpin=True)
        .select_related("pegawai", "pejabat_luar", "jabatan__unit")
        .order_by("pk")
        .first()
    )
    kop = kop_kantor()
    alamat = settings.ALAMAT_PUBLIK.partition("://")[2] + reverse("forum:sesi", args=[sesi.uuid])
    data: DataUndangan = {
        "kop": kop,
        "nomor": [satu.nomor_surat for satu in undangan] or [""],
        "penerima": [satu.penerima for satu in undangan] or ["................................"],
        "judul": sesi.judul,
        "tema": sesi.tema,
        "waktu": waktu_sesi(sesi),
        "tempat_sesi": tempat_sesi(sesi),
        "acara": [[str(n), satu.judul, f"{satu.durasi_menit} menit"] for n, satu in enumerate(sesi.agenda.all(), 1)],
        "alamat_daftar": alamat,
        "penanda": pihak(tugas.pegawai or tugas.pejabat_luar if tugas else None, tugas),
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(hari_ini()),
    }
    return _pdf("undangan_forum", dict(data), f"Undangan {sesi.judul}", "undangan")


def _pdf(templat: str, data: dict[str, object], judul: str, nama: str) -> HttpResponse:
    bingkai = Bingkai(judul=judul[:200], tanggal=hari_ini(), contoh=settings.CONTOH)
    isi = susun_pdf(templat, data, bingkai=bingkai)
    return unduhan_jadi(isi, nama, "pdf")
