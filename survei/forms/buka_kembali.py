"""Asking for a report, and for a locked survey to be opened again."""

from __future__ import annotations

from django import forms

from survei.proses.laporan import BENTUK

PANJANG_ALASAN = 500


class MintaBukaForm(forms.Form):
    """Why; everybody will read it."""

    alasan = forms.CharField(
        label="Apa yang keliru, dan apa yang akan diperbaiki?",
        max_length=PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Tulisan ini tampil untuk umum bersama hasil yang baru. Jangan menyebut nama orang.",
        error_messages={"required": "Tulis alasan membuka kembali."},
    )


class TolakBukaForm(forms.Form):
    """Why not."""

    catatan = forms.CharField(
        label="Alasan menolak",
        max_length=PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasan menolak."},
    )


class SertakanForm(forms.Form):
    """Why the late answers are taken in, and that it cannot be taken back."""

    alasan = forms.CharField(
        label="Mengapa jawaban terlambat disertakan?",
        max_length=PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercatat di audit. Jangan menyebut nama warga.",
        error_messages={"required": "Tulis alasan menyertakan jawaban terlambat."},
    )
    yakin = forms.BooleanField(
        label="Saya yakin menyertakan semuanya",
        error_messages={"required": "Centang «Saya yakin» sebelum melanjutkan."},
    )


class LaporanForm(forms.Form):
    """Which report; the one for the office needs its purpose."""

    umum = forms.TypedChoiceField(
        label="Untuk siapa",
        choices=[("ya", "Untuk umum"), ("tidak", "Untuk kantor, dengan jawaban per formulir")],
        coerce=lambda nilai: nilai == "ya",
        error_messages={"required": "Pilih untuk siapa laporannya."},
    )
    bentuk = forms.ChoiceField(
        label="Bentuk berkas",
        choices=[(satu, satu.upper()) for satu in BENTUK],
        error_messages={"required": "Pilih bentuk berkas."},
    )
    tujuan = forms.CharField(
        label="Untuk apa laporan kantor ini dibuat?",
        max_length=300,
        required=False,
        help_text="Wajib untuk laporan kantor; tercatat di catatan akses.",
    )
