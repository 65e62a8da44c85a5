"""The two form fields: what is read, what is refused, and that a refused text comes back as typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.utils import formats, translation

from rakumpit.isian import AngkaField, TanggalField


class CobaForm(forms.Form):
    target = AngkaField(min_value=Decimal("0.5"), max_value=Decimal(2000), decimal_places=2, max_digits=8)
    tanggal = TanggalField()
    selesai = TanggalField(required=False, widget=forms.DateInput(attrs={"type": "date"}))


def isi(target: str = "3,5", tanggal: str = "24 November 2026", selesai: str = "") -> CobaForm:
    return CobaForm({"target": target, "tanggal": tanggal, "selesai": selesai})


def test_angka_dan_tanggal_indonesia_dibaca() -> None:
    form = isi("1.250,75", "24 November 2026", "2026-12-31")
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {
        "target": Decimal("1250.75"),
        "tanggal": date(2026, 11, 24),
        "selesai": date(2026, 12, 31),
    }


@pytest.mark.parametrize("teks", ["12.500", "1,250.75", "tiga", "3 5", "NaN", "1e3", "0,4", "2.000,01", "3,555"])
def test_angka_ditolak_dan_yang_diketik_tetap_ada(teks: str) -> None:
    form = isi(target=teks)
    assert not form.is_valid()
    assert list(form.errors) == ["target"]
    assert f'value="{teks}"' in str(form["target"])


def test_pesan_titik_ganda_mengatakan_cara_menulis() -> None:
    form = isi(target="12.500")
    assert form.errors["target"] == [
        "«12.500» dapat berarti dua hal. Tulis 12500 bila maksudnya ribuan, atau 12,500 bila maksudnya pecahan."
    ]


def test_pesan_batas_memakai_koma() -> None:
    assert isi(target="0,4").errors["target"] == ["Angka ini paling kecil 0,5."]
    assert isi(target="2001").errors["target"] == ["Angka ini paling besar 2.000."]


@pytest.mark.parametrize("teks", ["12/31/2026", "31/02/2026", "24-11-26", "31276", "besok"])
def test_tanggal_ditolak_dan_yang_diketik_tetap_ada(teks: str) -> None:
    form = isi(tanggal=teks)
    assert not form.is_valid()
    assert list(form.errors) == ["tanggal"]
    assert f'value="{teks}"' in str(form["tanggal"])


def test_tanggal_bulan_dulu_ditolak_dengan_saran() -> None:
    assert "Tulis hari lebih dulu" in isi(tanggal="12/31/2026").errors["tanggal"][0]


@pytest.mark.parametrize("teks", ["", "   ", "-"])
def test_kosong_pada_isian_wajib(teks: str) -> None:
    assert isi(tanggal=teks).errors["tanggal"] == ["Isi tanggal ini, misalnya 24 November 2026."]


def test_angka_kosong_pada_isian_wajib_dan_tidak_wajib() -> None:
    assert isi(target="  ").errors["target"] == ["Isi angka ini."]
    assert AngkaField(required=False).clean("  ") is None


def test_nilai_tersimpan_ditulis_cara_indonesia_dan_iso() -> None:
    awal = {"target": Decimal("1250.50"), "tanggal": date(2026, 4, 1), "selesai": date(2026, 12, 31)}
    form = CobaForm(initial=awal)
    assert 'value="1250,50"' in str(form["target"])
    assert 'value="1 April 2026"' in str(form["tanggal"])
    assert 'value="2026-12-31"' in str(form["selesai"])
    assert 'inputmode="decimal"' in str(form["target"])


def test_formulir_yang_dikirim_kembali_tanpa_ubahan_tidak_berubah() -> None:
    awal = {"target": Decimal("1250.50"), "tanggal": date(2026, 4, 1), "selesai": date(2026, 12, 31)}
    kiriman = {"target": "1250,50", "tanggal": "1 April 2026", "selesai": "2026-12-31"}
    assert CobaForm(kiriman, initial=awal).changed_data == []
    assert CobaForm({**kiriman, "target": "1250,51"}, initial=awal).changed_data == ["target"]


def test_format_django_memakai_format_sendiri() -> None:
    with translation.override("id"):
        assert formats.date_format(date(2026, 11, 24)) == "24 November 2026"
        assert formats.number_format(Decimal("1250.75"), use_l10n=True, force_grouping=True) == "1.250,75"
        masuk = formats.get_format("DATE_INPUT_FORMATS")
    assert masuk[0] == "%d-%m-%Y"
    assert not [m for m in masuk if m.startswith("%m")]
