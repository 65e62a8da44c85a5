"""Files made for one reader: type, name and what caches may do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from rakumpit.berkas import unduhan_jadi

AKAR = Path(settings.BASE_DIR)


@pytest.mark.parametrize(
    ("bentuk", "jenis"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
        ("pdf", "application/pdf"),
        ("svg", "image/svg+xml"),
        # The registered names of Office Open XML (IANA, ECMA-376).
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_unduhan_jadi_berjenis_menurut_bentuknya(bentuk: str, jenis: str) -> None:
    jawaban = unduhan_jadi(b"isi", "rekap-2026-11", bentuk)
    assert jawaban.content == b"isi"
    assert jawaban["Content-Type"] == jenis
    assert jawaban["Content-Disposition"] == f'attachment; filename="rekap-2026-11.{bentuk}"'
    assert jawaban["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("nama", "berkas"),
    [
        ("skm/2026 tw 3", "skm-2026-tw-3.csv"),
        ('a"b\r\nX-Lain: 1', "a-b-X-Lain-1.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("", "berkas.csv"),
        ("///", "berkas.csv"),
    ],
)
def test_nama_unduhan_jadi_tidak_dapat_menjadi_jalur_atau_tajuk_lain(nama: str, berkas: str) -> None:
    assert unduhan_jadi(b"", nama, "csv")["Content-Disposition"] == f'attachment; filename="{berkas}"'


def test_unduhan_untuk_umum_boleh_disimpan() -> None:
    assert "Cache-Control" not in unduhan_jadi(b"", "forum", "ics", umum=True)


def test_bentuk_yang_tidak_dibuat_ditolak() -> None:
    with pytest.raises(KeyError):
        unduhan_jadi(b"", "a", "exe")


def test_jenis_berkas_lembar_tertulis_di_satu_tempat() -> None:
    """A view that writes the type itself also decides on name and cache itself."""
    pola = re.compile(r"officedocument|text/csv|text/calendar")
    lain = {
        str(berkas.relative_to(AKAR))
        for folder in ("rakumpit", "kinerja", "pelatihan", "forum", "survei")
        for berkas in (AKAR / folder).rglob("views/*.py")
        if pola.search(berkas.read_text())
    }
    assert lain == set()
