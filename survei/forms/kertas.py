"""Forms for paper: a new bundle, its officers, and one sheet typed by digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, When, prefetch_related_objects

from rakumpit.isian import TanggalField
from rakumpit.organisasi.models import Layanan, Pengguna, UnitKerja
from survei.enums import DEMOGRAFI
from survei.models import BatchKertas, Pertanyaan
from survei.models.kertas import LEMBAR_TERBANYAK
from survei.proses.isian import PANJANG_SARAN
from survei.proses.lembar_isi import isian_lembar, tanggal_isian


class _PetugasField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.nama)


class PetugasForm(forms.Form):
    """Who types. ``calon``: accounts to choose from."""

    petugas = _PetugasField(
        label="Petugas yang mengetik",
        queryset=Pengguna.objects.none(),
        to_field_name="uuid",
        widget=forms.CheckboxSelectMultiple,
        help_text="Pilih paling sedikit dua orang, karena sebagian lembar diketik lagi oleh orang kedua. "
        "Lembar yang diketik petugas unit ini tetap dihitung, tetapi ditandai.",
        error_messages={
            "required": "Pilih sekurangnya satu petugas.",
            "invalid_choice": "Salah satu petugas tidak ada dalam daftar. Pilih lagi.",
            "invalid_pk_value": "Salah satu petugas tidak ada dalam daftar. Pilih lagi.",
        },
    )

    def __init__(self, *args: Any, calon: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan = self.fields["petugas"]
        if isinstance(medan, forms.ModelMultipleChoiceField):
            medan.queryset = calon
            if terpilih := self.initial.get("petugas"):
                # They stand at the top, for only six names are in view at a time.
                medan.queryset = calon.order_by(Case(When(uuid__in=terpilih, then=0), default=1), "nama", "pk")


class _UnitField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.nama)


class BatchForm(PetugasForm):
    """A new bundle."""

    unit = _UnitField(
        label="Unit yang membagikan",
        queryset=UnitKerja.objects.none(),
        to_field_name="uuid",
        empty_label=None,
        error_messages={"required": "Pilih unitnya.", "invalid_choice": "Pilih unit dari daftar."},
    )
    jumlah = forms.IntegerField(
        label="Jumlah lembar",
        min_value=1,
        max_value=LEMBAR_TERBANYAK,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=f"Paling banyak {LEMBAR_TERBANYAK} lembar satu bundel.",
        error_messages={
            "required": "Isi jumlah lembar.",
            "invalid": "Tulis angka, misalnya 50.",
            "min_value": "Paling sedikit 1 lembar.",
            "max_value": f"Paling banyak {LEMBAR_TERBANYAK} lembar. Buat bundel berikutnya untuk sisanya.",
        },
    )
    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("unit", "jumlah", "petugas")

    def __init__(self, *args: Any, calon: Any, unit: Any, **kwargs: Any) -> None:
        super().__init__(*args, calon=calon, **kwargs)
        medan = self.fields["unit"]
        if isinstance(medan, forms.ModelChoiceField):
            medan.queryset = unit


class AlasanKertasForm(forms.Form):
    """Why a bundle or a sheet is given up."""

    alasan = forms.CharField(
        label="Alasan pembatalan",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis alasan pembatalan."},
    )


@dataclass(frozen=True, slots=True)
class Cetakan:
    """What stands on the sheets of a bundle: questions in their order, services in the printed order (None: gone)."""

    batch: BatchKertas
    tanya: tuple[Pertanyaan, ...]
    layanan: tuple[Layanan | None, ...]

    @classmethod
    def dari(cls, batch: BatchKertas) -> Cetakan:
        """Three queries; a language that was put into the instrument before stays."""
        menurut = {satu.uuid: satu for satu in Layanan.objects.filter(uuid__in=batch.layanan)}
        instrumen = batch.survei.instrumen
        prefetch_related_objects([instrumen], "pertanyaan__pilihan")
        tanya = sorted(instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
        return cls(batch, tuple(tanya), tuple(menurut.get(kode) for kode in batch.layanan))


class AngkaKetikField(forms.CharField):
    """One choice by its digit; 0 or nothing is «tidak menjawab» and becomes None."""

    def __init__(self, *, label: str, batas: int, wajib: bool = False, **kwargs: Any) -> None:
        self.batas, self.wajib = batas, wajib
        attrs = {
            "inputmode": "numeric",
            "autocomplete": "off",
            "maxlength": str(len(str(batas))),
            "class": "form-control ketik",
            "data-batas": str(batas),
        }
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> Any:
        teks = str(value or "").strip()
        if teks in {"", "0"} and not self.wajib:
            return None
        if not (teks.isascii() and teks.isdigit() and 1 <= int(teks) <= self.batas):
            kosong = "" if self.wajib else ", atau kosong bila tidak dijawab"
            raise ValidationError(f"Hanya angka 1 sampai {self.batas}{kosong}.")
        return int(teks)


class LembarForm(forms.Form):
    """One sheet by digits, in the order of the paper. ``kedua``: without what is typed only once."""

    nomor = forms.IntegerField(
        label="Nomor lembar",
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "form-control"}),
        error_messages={
            "required": "Ketik nomor pada lembar.",
            "invalid": "Ketik angkanya saja, misalnya 17.",
            "min_value": "Nomor lembar mulai dari 1.",
        },
    )
    tanggal = TanggalField(
        label="Tanggal",
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        error_messages={"required": "Ketik tanggal pada lembar, misalnya 24-11-2026."},
    )
    kiriman = forms.UUIDField(widget=forms.HiddenInput)
    sedikit = forms.BooleanField(required=False, label="Lembar ini memang dijawab sesedikit itu")

    def __init__(self, *args: Any, cetakan: Cetakan, kedua: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cetakan = cetakan
        self.fields["layanan"] = AngkaKetikField(label="Layanan", batas=max(len(cetakan.layanan), 1), wajib=True)
        for tanya in cetakan.tanya:
            self.fields[tanya.nomor] = AngkaKetikField(label=f"{tanya.nomor} {tanya.unsur}", batas=4)
        for kunci, (label, pilihan) in DEMOGRAFI.items():
            arti = "\n".join(f"{urut}\u00a0=\u00a0{teks}" for urut, teks in enumerate(pilihan.values(), start=1))
            self.fields[kunci] = AngkaKetikField(label=label, batas=len(pilihan), help_text=arti)
        if not kedua and cetakan.batch.survei.instrumen.ada_saran:
            self.fields["saran"] = forms.CharField(
                label="Saran",
                required=False,
                max_length=PANJANG_SARAN,
                widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
                help_text="Ketik apa adanya. Lewati nama, NIK, dan nomor telepon.",
            )
        self.perlu_sedikit = False

    def clean_layanan(self) -> str:
        nomor = self.cleaned_data["layanan"]
        layanan = self.cetakan.layanan[nomor - 1] if nomor <= len(self.cetakan.layanan) else None
        if layanan is None:
            raise ValidationError("Layanan dengan nomor itu sudah tidak ada. Minta pengelola memeriksanya.")
        return str(layanan.uuid)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        minimal = self.cetakan.batch.survei.instrumen.minimal_terjawab
        terjawab = sum(data.get(satu.nomor) is not None for satu in self.cetakan.tanya)
        if not self.errors and terjawab < minimal and not data.get("sedikit"):
            # Enter sends the form where no script leads it on: an unfinished sheet must not slip through.
            self.perlu_sedikit = True
            self.add_error(
                "sedikit",
                f"Baru {terjawab} dari {len(self.cetakan.tanya)} jawaban yang terisi. Teruskan mengetik, atau centang "
                "ini bila kertasnya memang begitu.",
            )
        return data

    @property
    def medan_pembuka(self) -> list[forms.BoundField]:
        return [self[nama] for nama in ("nomor", "tanggal", "layanan") if nama in self.fields]

    @property
    def medan_jawaban(self) -> list[forms.BoundField]:
        return [self[satu.nomor] for satu in self.cetakan.tanya]

    @property
    def medan_diri(self) -> list[forms.BoundField]:
        return [self[kunci] for kunci in DEMOGRAFI]

    @property
    def isian(self) -> dict[str, Any]:
        """The sheet as the processes take it."""
        data = self.cleaned_data
        diri = {}
        for kunci, (_, pilihan) in DEMOGRAFI.items():
            if nomor := data[kunci]:
                diri[kunci] = list(pilihan)[nomor - 1]
        return isian_lembar(
            layanan=data["layanan"],
            tanggal=data["tanggal"],
            jawaban={satu.kode_unsur: data[satu.nomor] for satu in self.cetakan.tanya},
            demografi=diri,
            saran=data.get("saran", ""),
        )


def awal_dari_isian(cetakan: Cetakan, isian: dict[str, Any]) -> dict[str, Any]:
    """What was typed, as digits again."""
    kode = UUID(isian["layanan"])
    awal: dict[str, Any] = {
        "layanan": cetakan.batch.layanan.index(kode) + 1 if kode in cetakan.batch.layanan else "",
        "tanggal": tanggal_isian(isian),
        "saran": isian["saran"],
    }
    awal |= {satu.nomor: isian["jawaban"].get(satu.kode_unsur) or "" for satu in cetakan.tanya}
    for kunci, (_, pilihan) in DEMOGRAFI.items():
        nilai = isian["demografi"].get(kunci)
        awal[kunci] = list(pilihan).index(nilai) + 1 if nilai in pilihan else ""
    return awal


class KoreksiForm(LembarForm):
    """What really stands on the paper, and why it was typed otherwise."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=300,
        help_text="Misalnya: salah ketik, atau tulisan tidak terbaca.",
        error_messages={"required": "Tulis alasannya."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, kedua=True, **kwargs)
        for nama in ("nomor", "kiriman"):
            del self.fields[nama]
