"""Forms of events, sessions, rooms and speakers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Q

from pelatihan.enums import LABEL_MODA, StatusKebutuhan
from pelatihan.models import KebutuhanPelatihan, Narasumber, Program, Ruang, SesiKegiatan
from pelatihan.proses.sesi_kegiatan import IsiSesi
from rakumpit.isian import AngkaField, BilanganField, JamField, TanggalField, isi_pilihan
from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import WIB, saat_lokal

_PILIH = "Pilih salah satu di daftar."


class PilihanField(forms.ModelChoiceField):
    """One row by its ``uuid``; a value that is not in the list is refused in Indonesian."""

    def __init__(self, queryset: Any, *, kosong: str, kurang: str = "", **kwargs: Any) -> None:
        super().__init__(
            queryset,
            to_field_name="uuid",
            empty_label=kosong,
            required=bool(kurang),
            error_messages={"required": kurang, "invalid_choice": _PILIH},
            **kwargs,
        )


class VersiForm(forms.Form):
    """A step without words; ``versi`` is what the person saw."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class AlasanVersiForm(VersiForm):
    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis alasannya."},
    )


class KegiatanForm(forms.Form):
    """An event. ``unit``: those that may be chosen, None when it stands already."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unit = PilihanField(
        UnitKerja.objects.none(), label="Unit penyelenggara", kosong="Pilih unit", kurang="Pilih unit penyelenggara."
    )
    program = PilihanField(
        Program.objects.select_related("bentuk"),
        label="Program",
        kosong="Pilih program",
        kurang="Pilih program dari katalog.",
    )
    kebutuhan = PilihanField(KebutuhanPelatihan.objects.none(), label="Menjawab kebutuhan", kosong="Tidak dikaitkan")
    judul = forms.CharField(label="Judul", max_length=200, error_messages={"required": "Tulis judul kegiatan."})
    moda = forms.ChoiceField(label="Cara mengikuti", choices=[(satu.value, kata) for satu, kata in LABEL_MODA.items()])
    internasional = forms.BooleanField(label="Kegiatan internasional", required=False)
    wajib = forms.BooleanField(label="Wajib diikuti", required=False)
    perlu_persetujuan = forms.BooleanField(label="Pendaftaran disetujui atasan lebih dulu", required=False)
    kuota_maks = BilanganField(
        label="Jumlah kursi", min_value=1, max_value=5000, required=False, help_text="Kosongkan bila tidak dibatasi."
    )
    kuota_min = BilanganField(label="Peserta paling sedikit", min_value=1, max_value=5000, required=False)
    tutup_tanggal = TanggalField(label="Pendaftaran ditutup tanggal", required=False)
    tutup_jam = JamField(label="Pendaftaran ditutup jam (WIB)", required=False)
    ambang_hadir = BilanganField(
        label="Kehadiran paling sedikit (persen)",
        min_value=1,
        max_value=100,
        help_text="Bagian sesi yang harus dihadiri untuk mendapat sertifikat.",
    )
    jp = AngkaField(label="JP", required=False, min_value=1, max_digits=6, decimal_places=2)
    pagu = AngkaField(
        label="Pagu anggaran (rupiah)",
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        help_text="Kosongkan bila tanpa biaya.",
    )
    sumber_dana = forms.CharField(label="Sumber dana", max_length=100, required=False)
    keterangan = forms.CharField(
        label="Keterangan", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, unit: Any = None, kebutuhan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if unit is None:
            del self.fields["unit"]
        else:
            isi_pilihan(self.fields["unit"], unit)
        isi_pilihan(self.fields["kebutuhan"], kebutuhan)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("tutup_jam") and not data.get("tutup_tanggal") and "tutup_tanggal" not in self.errors:
            self.add_error("tutup_tanggal", "Isi tanggalnya, atau kosongkan jamnya.")
        if data.get("tutup_tanggal") and not data.get("tutup_jam") and "tutup_jam" not in self.errors:
            self.add_error("tutup_jam", "Isi jamnya, misalnya 16.00.")
        return data

    def isi(self) -> dict[str, Any]:
        """What was typed, for the process."""
        data = dict(self.cleaned_data)
        hari, jam = data.pop("tutup_tanggal"), data.pop("tutup_jam")
        return data | {"tutup_pendaftaran": saat_lokal(hari, jam) if hari and jam else None}


def kebutuhan_terbuka(terlihat: Any, dipilih: int | None = None) -> Any:
    """Needs that a new event may answer, among those that the reader sees; the chosen one stays in the list."""
    terbuka = [StatusKebutuhan.TERBUKA.value, StatusKebutuhan.DIRENCANAKAN.value]
    return terlihat.filter(status__in=terbuka) | terlihat.filter(pk=dipilih)


class SesiForm(forms.Form):
    """A session of an event; a time that ends before it begins ends on the next day."""

    kode = forms.UUIDField(widget=forms.HiddenInput, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    judul = forms.CharField(label="Judul sesi", max_length=200, error_messages={"required": "Tulis judul sesi."})
    tanggal = TanggalField(label="Tanggal")
    jam_mulai = JamField(label="Jam mulai (WIB)")
    jam_selesai = JamField(label="Jam selesai (WIB)")
    lewat_tengah_malam = forms.BooleanField(label="Selesai pada hari berikutnya", required=False)
    ruang = PilihanField(Ruang.objects.none(), label="Ruang", kosong="Bukan ruang kantor")
    tempat = forms.CharField(
        label="Tempat lain", max_length=200, required=False, help_text="Bila di luar ruang kantor."
    )
    tautan = forms.URLField(label="Tautan pertemuan daring", required=False, max_length=200, assume_scheme="https")
    istirahat_menit = BilanganField(
        label="Istirahat dan pembukaan (menit)",
        min_value=0,
        max_value=600,
        help_text="Tidak dihitung sebagai jam pelajaran.",
    )
    narasumber = forms.ModelMultipleChoiceField(
        Narasumber.objects.none(),
        label="Narasumber",
        to_field_name="uuid",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _PILIH, "invalid_pk_value": _PILIH},
    )

    def __init__(self, *args: Any, sesi: SesiKegiatan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What the session has already stays in the list, so that saving it drops nobody.
        ruang = sesi.ruang_id if sesi else None
        bicara = sesi.pembicara.values("narasumber") if sesi else []
        isi_pilihan(self.fields["ruang"], Ruang.objects.filter(Q(aktif=True) | Q(pk=ruang)))
        isi_pilihan(self.fields["narasumber"], Narasumber.objects.filter(Q(aktif=True) | Q(pk__in=bicara)))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        mulai, selesai = data.get("jam_mulai"), data.get("jam_selesai")
        if mulai and selesai and selesai <= mulai and not data.get("lewat_tengah_malam"):
            self.add_error("jam_selesai", "Sesi berakhir sesudah dimulai. Periksa jamnya, atau tandai hari berikutnya.")
        return data

    def isi(self) -> IsiSesi:
        """What was typed, for the process."""
        data = self.cleaned_data
        akhir = data["tanggal"] + timedelta(days=1 if data["lewat_tengah_malam"] else 0)
        return IsiSesi(
            judul=data["judul"],
            mulai=saat_lokal(data["tanggal"], data["jam_mulai"]),
            selesai=saat_lokal(akhir, data["jam_selesai"]),
            ruang=data["ruang"],
            tempat=data["tempat"],
            tautan=data["tautan"],
            istirahat_menit=data["istirahat_menit"],
            narasumber=list(data["narasumber"]),
        )


def awal_sesi(sesi: SesiKegiatan) -> dict[str, Any]:
    """What the form of a session shows first."""
    mulai, selesai = sesi.mulai.astimezone(WIB), sesi.selesai.astimezone(WIB)
    return {
        "judul": sesi.judul,
        "tanggal": mulai.date(),
        "jam_mulai": mulai.time(),
        "jam_selesai": selesai.time(),
        "lewat_tengah_malam": selesai.date() != mulai.date(),
        "ruang": sesi.ruang.uuid if sesi.ruang else "",
        "tempat": sesi.tempat,
        "tautan": sesi.tautan,
        "istirahat_menit": sesi.istirahat_menit,
        "narasumber": [satu.narasumber.uuid for satu in sesi.pembicara.select_related("narasumber")],
    }
