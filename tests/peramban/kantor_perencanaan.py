"""Agreements for the browser tests: the signed one of the kecamatan, and a draft of a seksi."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from kinerja.models import SKP, CapaianOrganisasi, PeranHasil, Periode, PerjanjianKinerja, RencanaHasilKerja
from kinerja.proses.capaian import catat_capaian_luar
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.organisasi.models import Pegawai, PejabatLuar, UnitKerja
from tests import pabrik
from tests.kinerja.isi_perencanaan import buat_perjanjian_uji, iku_uji, tandatangani_uji
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_perencanaan(kantor: Kantor, camat: Pegawai, kasi: Pegawai, pegawai: Pegawai) -> None:
    rakumpit = UnitKerja.objects.get(kode="rakumpit")
    draf = buat_perjanjian_uji(UnitKerja.objects.get(kode="seksi-pelayanan"), tahun=2027)
    setuju = PerjanjianKinerja.objects.filter(unit=rakumpit, status="ditandatangani").first() or tandatangani_uji(
        buat_perjanjian_uji(rakumpit), akun(camat)
    )
    skp = pabrik.buat_skp(kasi, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
    hasil = RencanaHasilKerja.objects.filter(skp__in=SKP.objects.disetujui(), skp__pegawai=kasi).order_by("pk")[0]
    peran = PeranHasil.objects.create(
        rhk_pimpinan=hasil, pegawai=pegawai, uraian="Surat keterangan warga selesai pada hari yang sama"
    )
    # A second plan of the year, as after a change of post: its owner may still take the cell.
    skp_peran = pabrik.buat_skp(pegawai, mulai=date(2026, 12, 1), selesai=date(2026, 12, 31))
    periode = Periode.objects.get(kode=PERIODE_DINILAI)
    if not CapaianOrganisasi.objects.filter(unit=rakumpit, periode=periode).exists():
        catat_capaian_luar(
            unit=rakumpit,
            periode=periode,
            oleh=kantor.orang["pengelola"],
            pejabat=PejabatLuar.objects.get(nama="Wali Kota"),
            predikat="baik",
            dasar="Rencana aksi tercapai, waktu layanan masih tertinggal.",
            surat_nomor="130/77/2026",
            pindaian=ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
        )
    kantor.objek |= {
        "capaian_kecamatan": (rakumpit.uuid, PERIODE_DINILAI),
        "capaian_seksi": (draf.unit.uuid, PERIODE_DINILAI),
        "peran": (peran.uuid,),
        "hasil_kasi": (hasil.uuid,),
        "mph_baris": (hasil.skp.uuid, pegawai.uuid),
        "skp_peran": (skp_peran.uuid,),
        "perjanjian_draf": (draf.uuid,),
        "sasaran_draf": (iku_uji(draf).sasaran.uuid,),
        "iku_draf": (iku_uji(draf).uuid,),
        "perjanjian_setuju": (setuju.uuid,),
        "skp_kasi": (skp.uuid,),
    }
