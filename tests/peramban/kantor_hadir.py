"""Training events in progress for the pages: attendance, a test to take, feedback to give and to read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pelatihan.models import NaskahTes, UmpanBalikKegiatan
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.proses.kehadiran import hadirkan, salin_kertas
from pelatihan.proses.tes import pasang_tes
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import sekarang
from tests.pelatihan.isi_hadir import buat_acara

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_hadir(kantor: Kantor) -> None:
    """*pegawai* has a seat; his unit organises."""
    pegawai, pengelola = Pegawai.objects.get(pengguna=kantor.orang["pegawai"]), kantor.orang["pengelola"]
    penugasan = pegawai.penugasan_pada(sekarang().date())
    assert penugasan is not None
    rekan = Pegawai.objects.exclude(pk=pegawai.pk).exclude(pengguna=None).order_by("pk")[:3]
    kini = buat_acara(
        penugasan.jabatan.unit,
        pengelola,
        [pegawai, *rekan],
        mulai=sekarang() - timedelta(minutes=10),
        sesi=2,
        judul="Menjelaskan syarat dengan kalimat pendek",
    )
    satu = hadirkan(sesi=kini.sesi[0], pendaftaran=kini.peserta[1], oleh=pengelola)
    naskah = NaskahTes.objects.get(program__kode="mengapa-kinerja")
    pasang_tes(kegiatan=kini.kegiatan, oleh=pengelola, naskah=naskah, skor_lulus=None, versi=None)
    akhir = buat_acara(
        penugasan.jabatan.unit, pengelola, [pegawai], mulai=sekarang() - timedelta(minutes=30), judul="Menata arsip"
    )
    salin_kertas(sesi=akhir.sesi[0], oleh=pengelola, pendaftaran=akhir.peserta)
    lewat = buat_acara(
        penugasan.jabatan.unit, pengelola, [], mulai=sekarang() - timedelta(days=30), judul="Menyapa warga"
    )
    UmpanBalikKegiatan.objects.bulk_create(
        UmpanBalikKegiatan(
            kegiatan=lewat.kegiatan,
            nilai={butir.value: 2 + n % 3 for butir in ButirUmpanBalik},
            saran="Contohnya dekat dengan pekerjaan kami." if n < 2 else "",
            dilepas=True,
        )
        for n in range(6)
    )
    kantor.objek |= {
        "hadir_kegiatan": (kini.kegiatan.uuid,),
        "hadir_sesi": (kini.sesi[0].uuid,),
        "hadir_kode": (kini.sesi[0].uuid, "0" * 20),
        "hadir_tercatat": (satu.uuid,),
        "tes_awal": (kini.kegiatan.uuid, "awal"),
        "naskah_kinerja": (naskah.uuid,),
        "umpan_kegiatan": (akhir.kegiatan.uuid,),
        "umpan_terbuka": (lewat.kegiatan.uuid,),
    }
