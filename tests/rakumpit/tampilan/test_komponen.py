"""The component tags: what they escape, what they refuse, and what a screen reader gets."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.template import RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory, SimpleTestCase

from rakumpit.tampilan.templatetags.komponen import nama_ikon, orang


def gambar(teks: str, alamat: str = "/", **isi: object) -> str:
    return Template(teks).render(RequestContext(RequestFactory().get(alamat), isi))


class IsianForm(forms.Form):
    nama = forms.CharField(label="Nama <kecil>")
    pilih = forms.MultipleChoiceField(label="Pilihan", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple)

    def clean(self) -> None:
        raise forms.ValidationError("Jumlahnya tidak cocok.")


class KomponenTest(SimpleTestCase):
    def test_ikon_tidak_dibacakan_dan_nama_salah_ditolak(self):
        hasil = gambar('{% ikon "rumah" %}')
        assert 'aria-hidden="true"' in hasil
        assert hasil.count("#rumah") == 1
        with pytest.raises(TemplateSyntaxError, match="tidak ada"):
            gambar('{% ikon "gambar-lucu" %}')

    def test_isi_bungkusan_tetap_markup_dan_data_tetap_teks(self):
        hasil = gambar('{% kilat "bahaya" %}<b>{{ jahat }}</b>{% endkilat %}', jahat="<script>")
        assert "<b>&lt;script&gt;</b>" in hasil
        assert "<script>" not in hasil
        hasil = gambar('{% kepala judul keterangan=judul %}<a href="/x/">Cetak</a>{% endkepala %}', judul="A<i>B")
        assert hasil.count("A&lt;i&gt;B") == 3
        assert '<a href="/x/">Cetak</a>' in hasil
        assert hasil.count("<h1>") == 1

    def test_kepala_tanpa_tindakan_tidak_memberi_kotak_kosong(self):
        hasil = gambar('{% kepala "Judul" "Induk" "/induk/" %} {% endkepala %}')
        assert "jejer" not in hasil
        assert re.findall(r'href="([^"]+)"', hasil) == ["/", "/induk/"]
        assert 'aria-current="page">Judul' in hasil

    def test_tingkat_pesan_django_menjadi_jenis_kilat(self):
        for tingkat, jenis in (("success", "baik"), ("warning", "perhatian"), ("error", "bahaya"), ("debug", "info")):
            assert f"kilat-{jenis}" in gambar("{% kilat tingkat %}x{% endkilat %}", tingkat=tingkat)

    def test_ringkasan_galat_menaut_ke_tiap_isian_dengan_kata_yang_sama(self):
        form = IsianForm({})
        hasil = gambar("{% galat_ringkas form %}", form=form)
        assert re.findall(r'href="#([^"]+)"', hasil) == ["id_nama", "div_id_pilih"]
        assert "Nama &lt;kecil&gt;" in hasil
        assert str(form.errors["nama"][0]) in hasil
        assert "<li>Jumlahnya tidak cocok.</li>" in hasil
        assert "autofocus" in hasil
        assert gambar("{% galat_ringkas form %}", form=IsianForm()).strip() == ""

    def test_ringkasan_galat_memuat_semua_formulir_dari_formset(self):
        kumpulan = forms.formset_factory(IsianForm, extra=0)
        data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2"}
        hasil = gambar("{% galat_ringkas formset %}", formset=kumpulan(data))
        assert "#id_form-0-nama" in hasil
        assert "#id_form-1-nama" in hasil

    def test_kepala_kolom_berganti_arah_dan_menjaga_saringan(self):
        for kini, berikut, arah in (
            ("", "nama", None),
            ("nama", "-nama", "ascending"),
            ("-nama", "nama", "descending"),
        ):
            hasil = gambar('{% urut "nama" "Nama" %}', f"/?q=a%26b&page=3&urut={kini}")
            tautan = re.search(r'href="\?([^"]+)"', hasil)
            assert tautan is not None
            assert parse_qs(tautan[1].replace("&amp;", "&")) == {"q": ["a&b"], "urut": [berikut]}
            assert (f'aria-sort="{arah}"' in hasil) is (arah is not None)

    def test_halaman_daftar_menjaga_saringan(self):
        hasil = gambar("{% halaman_daftar h %}", "/?q=budi&page=2", h=Paginator(range(45), 20).page(2))
        assert "21–40 dari 45" in hasil
        assert [
            parse_qs(urlsplit(a.replace("&amp;", "&")).query) for a in re.findall(r'<a [^>]*href="([^"]+)"', hasil)
        ] == [
            {"q": ["budi"], "page": ["1"]},
            {"q": ["budi"], "page": ["3"]},
        ]
        assert gambar("{% halaman_daftar h %}", h=Paginator(range(5), 20).page(1)).strip() == ""

    def test_bagikan_memberi_alamat_penuh_tanpa_kode_pihak_lain(self):
        hasil = gambar('{% bagikan "/survei/" "Isi survei & saran:" %}')
        assert "https://wa.me/?text=Isi%20survei%20%26%20saran%3A%20http%3A//testserver/survei/" in hasil
        assert "mailto:?subject=Isi%20survei%20%26%20saran%3A" in hasil
        assert "<script" not in hasil
        assert "<img" not in hasil

    def test_bilah_dan_kemajuan_menyebut_angkanya(self):
        hasil = gambar('{% bilah 2 5 "2 dari 5 bagian" kini=3 %}{% kemajuan 64 96 "64 dari 96 pegawai" %}')
        assert "2 dari 5 bagian" in hasil
        assert "64 dari 96 pegawai" in hasil
        assert hasil.count('aria-hidden="true"') == hasil.count("<svg") == 2

    def test_inisial_tanpa_gelar(self):
        assert orang("Hj. Siti Rahma, S.E.")["inisial"] == "SR"
        assert orang("Ir. Budi")["inisial"] == "B"
        assert orang("")["inisial"] == ""

    def test_langkah_menyebut_yang_kini_dan_yang_selesai(self):
        hasil = gambar('{% langkah "Isi|Periksa|Selesai" 2 %}')
        assert hasil.count("Selesai: ") == 1
        assert hasil.count('aria-current="step"') == 1


def test_setiap_ikon_dipakai():
    """Only those icons are kept that a template or a view names (the living page shows all of them)."""
    akar = settings.BASE_DIR
    isi = [
        berkas.read_text(encoding="utf-8")
        for folder, pola in (("templates", "*.html"), ("rakumpit", "*.py"), *((app, "*.py") for app in APLIKASI))
        for berkas in (akar / folder).rglob(pola)
    ]
    teks = "\n".join(isi)
    assert sorted(nama for nama in nama_ikon() if f'"{nama}"' not in teks) == []


APLIKASI = ("kinerja", "survei", "forum", "pelatihan")
