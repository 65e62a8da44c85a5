"""Objects of the rights table about the parts and versions of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import SKP, ContohHasilKerja, Indikator
from kinerja.proses.dialog import IsiDialog, catat_dialog
from rakumpit.waktu import hari_ini
from tests import pabrik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_skp(k: KantorBernama) -> None:
    """The head's own approved plan, periods for two plans of pegawai, an example for the post, and a dialog.

    The head may revise: no other plan of that person is open.
    """
    k.objek["skp_atasan"] = (SKP.objects.get(pegawai=k.kantor.kasi).uuid,)
    draf = k.skp["skp_draf"]
    pertama = pabrik.buat_periode(
        kode="tw1-2027", mulai=draf.mulai, selesai=draf.mulai.replace(month=3), batas_isi=draf.selesai
    )
    k.contoh["indikator_aksi"] = Indikator.objects.get(rencana__skp=draf)
    tempat = k.pegawai.penugasan_pada(draf.mulai)
    assert tempat is not None
    k.contoh["contoh_hasil"] = ContohHasilKerja.objects.create(
        jabatan=tempat.jabatan.nama, uraian="Surat warga selesai", indikator="Surat selesai tepat waktu"
    )
    pengguna = k.pegawai.pengguna
    assert pengguna is not None
    dialog = catat_dialog(
        pegawai=k.pegawai, oleh=pengguna, tanggal=hari_ini(), isi=IsiDialog("perencanaan", "Target.", "Printer.")
    )
    k.objek |= {
        "aksi_draf": (draf.uuid, pertama.kode),
        "aksi_setuju": (k.skp["skp_setuju"].uuid, k.kantor.periode.kode),
        "dialog": (dialog.uuid,),
    }
