"""Dialogs that wait for the reader's confirmation."""

from __future__ import annotations

from django.db.models import F, Q
from django.urls import reverse

from kinerja.models import DialogKinerja
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal


def tugas_dialog(pengguna: Pengguna) -> list[Tugas]:
    """One duty each for what the other side wrote down; one query."""
    ditulis_pegawai = Q(dicatat_oleh=F("pegawai__pengguna"))
    menunggu = Q(pegawai__pengguna=pengguna) & ~ditulis_pegawai
    menunggu |= (Q(atasan__pengguna=pengguna) | Q(atasan_luar__pengguna=pengguna)) & ditulis_pegawai
    bersama = Rumpun(
        "kinerja.dialog", "Sahkan {jumlah} catatan dialog kinerja", reverse("kinerja:dialog_daftar"), "Buka dialog"
    )
    return [
        Tugas(
            judul=f"Sahkan catatan dialog kinerja {format_tanggal(satu.tanggal)}",
            dari=str(satu.dicatat_oleh),
            tenggat=None,
            tautan=reverse("kinerja:dialog", args=[satu.uuid]),
            aksi="Baca dan sahkan",
            rumpun=bersama,
        )
        for satu in DialogKinerja.objects.filter(menunggu, disahkan_pada__isnull=True).select_related("dicatat_oleh")
    ]
