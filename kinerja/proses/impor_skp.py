"""Storing a sheet that was read into the own draft: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.proses.berkas_skp import BarisSKP, kolom_untuk
from kinerja.proses.dasar_skp import catat_suntingan, periksa_suntingan
from kinerja.proses.draf_skp import periksa_ukuran
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.proses.urutan import urut_berikut
from rakumpit.organisasi.models import Pengguna

_UKURAN = ("uraian", "aspek", "perspektif", "arah", "target", "target_atas", "satuan", "bobot")


@transaction.atomic
def simpan_impor(*, skp: SKP, oleh: Pengguna, baris: Sequence[BarisSKP], suntingan: int) -> int:
    """Add the rows to an editable plan; how many measures were stored. The same queries for any number of rows.

    ProsesDitolak: a row has a fault, or was read for another form or approach. KonflikVersi: the plan changed since
    the sheet was looked at.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    if not baris:
        raise ProsesDitolak("Tidak ada baris untuk disimpan. Unggah berkasnya dulu.")
    periksa_suntingan(kini, suntingan)
    salah = [kalimat for satu in baris for kalimat in satu.galat]
    if salah:
        raise ProsesDitolak(f"Tidak ada yang disimpan: {len(salah)} hal perlu dibetulkan. {salah[0]}")
    kolom = set(kolom_untuk(kini))
    awal = urut_berikut(kini.rencana)
    rencana: list[RencanaHasilKerja] = []
    indikator: list[Indikator] = []
    for satu in baris:
        if not set(satu.isi) <= kolom:
            raise ProsesDitolak("Berkas ini dibaca untuk bentuk SKP yang lain. Unggah lagi.")
        if not rencana or rencana[-1].uraian != satu.isi["rencana"]:
            urut = 1
            rencana.append(
                RencanaHasilKerja(
                    skp=kini,
                    urut=awal + len(rencana),
                    uraian=satu.isi["rencana"],
                    penugasan_dari=satu.isi.get("penugasan_dari", ""),
                    **({"jenis": satu.isi["jenis"]} if "jenis" in satu.isi else {}),
                )
            )
        else:
            urut += 1
        ukuran = {nama: satu.isi[nama] for nama in _UKURAN if nama in satu.isi}
        indikator.append(Indikator(rencana=rencana[-1], urut=urut, **ukuran))
        periksa_ukuran(kini, indikator[-1])
    RencanaHasilKerja.objects.bulk_create(rencana)
    Indikator.objects.bulk_create(indikator)
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.impor", sesudah={"indikator": len(baris)})
    return len(baris)
