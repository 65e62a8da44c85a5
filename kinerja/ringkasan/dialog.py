"""Dialogs that wait for the reader's confirmation."""

from __future__ import annotations

from django.db.models import F, Q
from django.urls import reverse

from kinerja.models import DialogKinerja
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import format_tanggal


def tugas_dialog(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """One duty each for what the other side wrote down; one step."""
    pegawai_id, luar_id = pembaca.orang
    ditulis_pegawai = Q(dicatat_oleh=F("pegawai__pengguna"))
    menunggu = Q()
    if pegawai_id is not None:
        menunggu = (Q(pegawai=pegawai_id) & ~ditulis_pegawai) | (Q(atasan=pegawai_id) & ditulis_pegawai)
    if luar_id is not None:
        menunggu |= Q(atasan_luar=luar_id) & ditulis_pegawai
    if not menunggu:
        return []
    bersama = Rumpun(
        "kinerja.dialog", "Sahkan {jumlah} catatan dialog kinerja", reverse("kinerja:dialog_daftar"), "Buka dialog"
    )
    (baris,) = yield [
        DialogKinerja.objects.filter(menunggu, disahkan_pada__isnull=True).values_list(
            "uuid", "tanggal", "dicatat_oleh__nama"
        )
    ]
    return [
        Tugas(
            judul=f"Sahkan catatan dialog kinerja {format_tanggal(tanggal)}",
            dari=pencatat,
            tenggat=None,
            tautan=reverse("kinerja:dialog", args=[kode]),
            aksi="Baca dan sahkan",
            rumpun=bersama,
        )
        for kode, tanggal, pencatat in baris
    ]
