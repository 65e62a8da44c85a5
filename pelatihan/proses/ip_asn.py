"""The IP ASN estimate of one person and year: inputs that only the personnel file knows, the rest from the ledger."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from pelatihan.models import PerkiraanIPASN
from pelatihan.perhitungan.ip_asn import BahanIP, HasilIP, HasilKinerja, Hukuman, Pendidikan, hitung_ip
from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.ringkasan.ip_asn import jp_teknis, kelompok_jabatan, pernah_seminar, skema_untuk
from rakumpit.audit.models import catat
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


@transaction.atomic
def hitung_perkiraan(
    *,
    pegawai: Pegawai,
    tahun: int,
    oleh: Pengguna,
    pendidikan: str,
    diklat_jenjang: bool,
    kinerja: str,
    hukuman: str,
) -> PerkiraanIPASN:
    """Compute and store the estimate. "" for what is not known: then there is no total.

    A year that is over keeps the scheme with which it was first computed.
    """
    if not boleh_mengelola(oleh) or pemilik(oleh, pegawai):
        raise ProsesDitolak("Perkiraan dihitung pengelola, bukan oleh pegawainya sendiri.")
    if pegawai.status == StatusPegawai.CPNS.value:
        raise ProsesDitolak("CPNS belum diukur dalam IP ASN.")
    kini = hari_ini()
    if tahun > kini.year:
        raise ProsesDitolak(f"Tahun {tahun} belum tiba.")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    lama: PerkiraanIPASN | None = (
        PerkiraanIPASN.objects.select_related("skema").filter(pegawai=pegawai, tahun=tahun).first()
    )
    pilihan = skema_untuk(tahun)
    if pilihan is None:
        raise ProsesDitolak(f"Belum ada skema IP ASN untuk tahun {tahun}.")
    skema = lama.skema if lama is not None and tahun < kini.year else pilihan.skema
    hari = min(kini, date(tahun, 12, 31))
    kelompok = kelompok_jabatan(pegawai, hari)
    if kelompok is None:
        raise ProsesDitolak("Pegawai ini belum punya jabatan ASN pada tahun itu.")
    bahan = BahanIP(
        kelompok=kelompok,
        pendidikan=Pendidikan(pendidikan) if pendidikan else None,
        diklat_jenjang=diklat_jenjang,
        jp_teknis=jp_teknis(pegawai, hari),
        seminar=pernah_seminar(pegawai, hari),
        kinerja=HasilKinerja(kinerja) if kinerja else None,
        hukuman=Hukuman(hukuman) if hukuman else None,
    )
    hasil = hitung_ip(bahan, skema.poin)
    baris = lama or PerkiraanIPASN(pegawai=pegawai, tahun=tahun, versi=0)
    sebelum = {"total": None if lama is None or lama.total is None else str(lama.total)}
    baris.skema, baris.pendidikan, baris.diklat_jenjang = skema, pendidikan, diklat_jenjang
    baris.kinerja, baris.hukuman, baris.total = kinerja, hukuman, hasil.total
    baris.bahan, baris.hasil = _teks_bahan(bahan, hari), _teks_hasil(hasil)
    baris.dihitung_pada, baris.dicatat_oleh = kini, oleh
    baris.versi += 1
    baris.save()
    catat(
        pelaku=oleh,
        aksi="pelatihan.ipasn.hitung",
        objek=baris,
        sebelum=sebelum,
        sesudah={"skema": skema.kode, "total": None if hasil.total is None else str(hasil.total)},
    )
    return baris


def _teks_bahan(bahan: BahanIP, hari: date) -> dict[str, object]:
    return asdict(bahan) | {"jp_teknis": str(bahan.jp_teknis), "sampai": hari.isoformat()}


def _teks_hasil(hasil: HasilIP) -> dict[str, object]:
    angka = {
        nama: None if nilai is None else str(nilai)
        for nama, nilai in (
            ("kualifikasi", hasil.kualifikasi),
            ("kompetensi", hasil.kompetensi),
            ("kinerja", hasil.kinerja),
            ("disiplin", hasil.disiplin),
        )
    }
    return angka | {
        "kategori": hasil.kategori,
        "belum": list(hasil.belum),
        "peningkat": [{"kode": satu.kode, "poin": str(satu.poin)} for satu in hasil.peningkat],
    }
