"""Plans of the sample office in the states that the demo does not show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.enums import Pendekatan
from kinerja.models import SKP, ContohHasilKerja, Indikator, RencanaHasilKerja
from kinerja.proses.dialog import IsiDialog, catat_dialog
from rakumpit.waktu import hari_ini
from tests import pabrik

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pegawai
    from tests.peramban.kantor import Kantor


def isi_skp(kantor: Kantor, pegawai: Pegawai, camat: Pegawai) -> None:
    """A qualitative draft of the pegawai, and the camat's plan in the form for heads."""
    kualitatif = pabrik.buat_skp(
        pegawai, mulai=date(2028, 1, 1), selesai=date(2028, 12, 31), pendekatan=Pendekatan.KUALITATIF.value
    )
    rencana = RencanaHasilKerja.objects.create(
        skp=kualitatif, urut=1, uraian="Warga kampung jauh mendapat surat tanpa harus datang dua kali"
    )
    Indikator.objects.create(
        rencana=rencana, urut=1, uraian="Setiap kunjungan kampung menyelesaikan surat yang diminta warga pada hari itu"
    )
    kini = pabrik.buat_skp(pegawai, mulai=date(2026, 10, 1))
    pabrik.buat_indikator(kini, uraian="Surat keterangan selesai dalam dua hari kerja", satuan="persen")
    akun = pegawai.pengguna
    assert akun is not None
    dialog = catat_dialog(
        pegawai=pegawai,
        oleh=akun,
        tanggal=hari_ini(),
        isi=IsiDialog("pemantauan", "Kemajuan triwulan dan antrean di loket.", "Loket kedua dibuka tiap Senin."),
    )
    ContohHasilKerja.objects.get_or_create(
        jenis_jabatan="pelaksana", uraian="Arsip layanan tersusun rapi", indikator="Berkas yang tersusun"
    )
    kantor.objek |= {
        "skp_kini": (kini.uuid,),
        "aksi_kini": (kini.uuid, "tw4-2026"),
        "pegawai_sendiri": (pegawai.uuid,),
        "dialog": (dialog.uuid,),
        "skp_kualitatif": (kualitatif.uuid,),
        "rencana_kualitatif": (rencana.uuid,),
        "skp_pimpinan": (SKP.objects.filter(pegawai=camat).order_by("mulai")[0].uuid,),
    }
