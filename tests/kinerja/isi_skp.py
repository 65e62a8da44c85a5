"""Objects of the rights table about the parts and versions of plans."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.enums import StatusSKP
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
    _keadaan_lain(k)


def _keadaan_lain(k: KantorBernama) -> None:
    """Plans of *pegawai* in the states that the first ones do not have, and a period in the year of each plan."""
    for akhiran, tahun, status, lain in (
        ("dikembalikan", 2030, StatusSKP.DIKEMBALIKAN, {"catatan_pengembalian": "Lengkapi targetnya."}),
        ("diganti", 2024, StatusSKP.DIGANTI, {"diganti_sejak": date(2025, 1, 1)}),
        ("selesai", 2025, StatusSKP.SELESAI, {"versi": 2}),
    ):
        skp = pabrik.buat_skp(
            k.pegawai,
            penilai=k.kantor.kasi,
            mulai=date(tahun, 1, 1),
            selesai=date(tahun, 12, 31),
            status=status.value,
            **lain,
        )
        if status is StatusSKP.SELESAI:
            skp.sebelumnya = k.skp["skp_diganti"]
            skp.save()
        indikator = pabrik.buat_indikator(skp)
        k.skp[f"skp_{akhiran}"] = skp
        k.objek |= {
            f"skp_{akhiran}": (skp.uuid,),
            f"rencana_{akhiran}": (indikator.rencana.uuid,),
            f"indikator_{akhiran}": (indikator.uuid,),
        }
    for akhiran in ("diajukan", "dikembalikan", "selesai", "diganti"):
        skp = k.skp[f"skp_{akhiran}"]
        tahun = skp.mulai.year
        periode = pabrik.buat_periode(
            kode=f"tw1-{tahun}", mulai=skp.mulai, selesai=date(tahun, 3, 31), batas_isi=skp.selesai
        )
        k.objek[f"aksi_{akhiran}"] = (skp.uuid, periode.kode)
