"""Form of «Tunjuk Plh»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kinerja.forms.dasar import WAJIB, tata
from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import Jabatan, Pegawai
from rakumpit.organisasi.querysets import PegawaiQuerySet


class PlhForm(forms.Form):
    """Which of the own posts, who, and the days."""

    jabatan = forms.ModelChoiceField(
        label="Jabatan Anda",
        queryset=Jabatan.objects.none(),
        to_field_name="uuid",
        empty_label=None,
        error_messages={**WAJIB, "invalid_choice": "Pilih jabatan yang Anda pegang."},
    )
    pegawai = forms.ModelChoiceField(
        label="Plh (pelaksana harian)",
        queryset=Pegawai.objects.none(),
        to_field_name="uuid",
        empty_label="Pilih pegawai",
        error_messages={**WAJIB, "invalid_choice": "Pilih pegawai unit Anda yang punya akun."},
    )
    mulai = TanggalField(label="Mulai", help_text="Hari ini atau sesudahnya, misalnya 1 Desember 2026.")
    selesai = TanggalField(label="Sampai dengan", help_text="Hari terakhir, misalnya 5 Desember 2026.")
    dasar = forms.CharField(
        label="Nomor surat atau alasan",
        required=False,
        max_length=200,
        help_text="Misalnya nomor surat tugas, atau «cuti».",
    )

    def __init__(
        self, *args: Any, jabatan: list[int], calon: PegawaiQuerySet, tampil: Sequence[Pegawai], **kwargs: Any
    ) -> None:
        """``calon`` may be appointed, ``tampil`` are those of them that the list offers."""
        super().__init__(*args, **kwargs)
        for nama, pilihan in (
            ("jabatan", Jabatan.objects.filter(pk__in=jabatan).select_related("unit")),
            ("pegawai", calon.order_by("nama_urut", "pk")),
        ):
            medan = self.fields[nama]
            if isinstance(medan, forms.ModelChoiceField):
                medan.queryset = pilihan
                if nama == "pegawai":
                    dipilih = calon.filter(uuid=kode) if (kode := _uuid(self["pegawai"].value())) else ()
                    orang = dict.fromkeys([*dipilih, *tampil])
                    medan.choices = [("", medan.empty_label), *((str(satu.uuid), satu.nama) for satu in orang)]
        self.helper = tata(("jabatan", "pegawai"), ("mulai", "selesai"), "dasar")


def _uuid(teks: object) -> UUID | None:
    try:
        return UUID(str(teks))
    except ValueError:
        return None


class AkhiriPlhForm(forms.Form):
    hari_terakhir = TanggalField(
        label="Hari terakhir Plh", help_text="Pilih kemarin bila Anda sudah bekerja lagi hari ini."
    )
