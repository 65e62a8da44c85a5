"""Running events of the seksi for the office of named people: one in its first session, one in its last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pelatihan.models import Kegiatan, NaskahTes
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses.kehadiran import hadirkan, perbaiki, salin_kertas
from pelatihan.proses.tes import pasang_tes
from rakumpit.organisasi.models import Pegawai
from tests import pabrik
from tests.pelatihan.isi_hadir import buat_acara
from tests.survei.dasar import SAAT

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_hadir(k: KantorBernama) -> None:
    """*pegawai* and *rekan* have a seat; in the second event both were there."""
    pengelola, unit = k.kantor.pengelola, k.kantor.seksi
    orang = [k.pegawai, Pegawai.objects.get(pengguna=k.orang["rekan"])]
    lain = pabrik.buat_pegawai(unit, nama="Peserta lain")
    kini = buat_acara(unit, pengelola, [*orang, lain], mulai=SAAT - timedelta(minutes=10), sesi=3)
    satu = hadirkan(sesi=kini.sesi[0], pendaftaran=kini.peserta[2], oleh=pengelola)
    lama = hadirkan(sesi=kini.sesi[1], pendaftaran=kini.peserta[2], oleh=pengelola)
    perbaiki(kehadiran=lama, oleh=pengelola, hadir=False, terlambat=0, pulang_awal=0, alasan="Salah orang.")
    naskah = NaskahTes.objects.get(program__kode="mengapa-kinerja")
    pasang_tes(kegiatan=kini.kegiatan, oleh=pengelola, naskah=naskah, skor_lulus=None, versi=None)
    akhir = buat_acara(unit, pengelola, orang, mulai=SAAT - timedelta(minutes=30), judul="Sesi terakhir berjalan")
    salin_kertas(sesi=akhir.sesi[0], oleh=pengelola, pendaftaran=akhir.peserta)
    _menurut_keadaan(k, orang[1], lain)
    k.objek |= {
        "hadir_kegiatan": (kini.kegiatan.uuid,),
        "hadir_sesi": (kini.sesi[0].uuid,),
        "hadir_kode": (kini.sesi[0].uuid, "0" * 20),
        "hadir_rekan": (kini.peserta[1].uuid,),
        "hadir_berlaku": (satu.uuid,),
        "hadir_berakhir": (lama.uuid,),
        "tes_awal": (kini.kegiatan.uuid, "awal"),
        "naskah_kinerja": (naskah.uuid,),
        "umpan_kegiatan": (akhir.kegiatan.uuid,),
    }


def _menurut_keadaan(k: KantorBernama, rekan: Pegawai, lain: Pegawai) -> None:
    """One event in every state, each in the middle of a session: *rekan* is not written down yet, the other is."""
    pengelola = k.kantor.pengelola
    for status in StatusKegiatan:
        acara = buat_acara(
            k.kantor.seksi, pengelola, [rekan, lain], mulai=SAAT - timedelta(minutes=10), judul=f"Saat {status.value}"
        )
        catatan = hadirkan(sesi=acara.sesi[0], pendaftaran=acara.peserta[1], oleh=pengelola)
        Kegiatan.objects.filter(pk=acara.kegiatan.pk).update(status=status.value, alasan="Hujan.")
        k.objek |= {
            f"sesi_saat_{status.value}": (acara.sesi[0].uuid,),
            f"catatan_saat_{status.value}": (catatan.uuid,),
            f"peserta_saat_{status.value}": (acara.peserta[0].uuid,),
        }
