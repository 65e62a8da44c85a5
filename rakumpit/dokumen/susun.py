"""From data to PDF by the templates in ``templates/pdf``. No database, no clock, no settings.

The same template, data and frame give the same bytes on every machine: only the fonts inside the typesetter are used,
the date of the file comes from the frame. Data reach a template as JSON, never as source text, so that nothing a
person typed is read as markup.

There is no time limit beside the size limits: the templates are ours and have no loops but over the data. The largest
data let through take seconds.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import segno
import typst

from rakumpit.dokumen.aksara import KOTAK, tercetak

FOLDER = Path(__file__).resolve().parent.parent.parent / "templates" / "pdf"
STANDAR: Final = "a-2b"

# Letters in all values, number of values, bytes of the result. A plan with 30 measures of 2,000 letters has 70,000
# letters and 400 values.
BATAS_HURUF = 400_000
BATAS_NILAI = 10_000
BATAS_BITA = 20 * 1024 * 1024
_NAMA_TEMPLAT = re.compile(r"[a-z][a-z_]{0,39}", re.ASCII)


class SusunGagal(RuntimeError):
    """A document could not be made; ``str()`` of it is an Indonesian sentence."""


class IsiTerlaluBesar(SusunGagal):
    """More text than a document may hold."""


@dataclass(frozen=True, slots=True)
class Bingkai:
    """What stands around the content of a document.

    ``kode``: the verification code in groups, "" for a preview, which says so on every page; ``alamat``: the page of
    that code, for the QR; ``alamat_pendek``: where the code is typed; ``tanggal``: day of issue, also the date of the
    file; ``contoh``: invented people and figures, marked on every page.
    """

    judul: str
    tanggal: date
    penulis: str = "Kecamatan Rakumpit"
    kode: str = ""
    alamat: str = ""
    alamat_pendek: str = ""
    versi: int = 1
    contoh: bool = False


def susun_pdf(templat: str, data: Mapping[str, object], *, bingkai: Bingkai) -> bytes:
    """PDF/A-2b of ``templates/pdf/<templat>.typ`` with ``data`` (shapes: ``rakumpit.dokumen.isi``).

    :raises IsiTerlaluBesar: more text than allowed.
    :raises SusunGagal: the typesetter refused the document.
    :raises LookupError: no such template. :raises TypeError: a value that is not text, number, list or mapping.
    """
    pdf = _susun(templat, data, bingkai)
    if len(pdf) > BATAS_BITA:
        raise IsiTerlaluBesar("Dokumen ini terlalu besar untuk dibuat. Pendekkan isinya, lalu coba lagi.")
    return pdf


def susun_png(templat: str, data: Mapping[str, object], *, titik: int = 200) -> bytes:
    """The one page of a template as a picture with ``titik`` dots per inch, for documents that are not PDF."""
    return _susun(templat, data, Bingkai(judul=templat, tanggal=date(2000, 1, 1)), titik=titik)


def qr_svg(alamat: str) -> str:
    """QR code of an address as SVG."""
    berkas = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(berkas, kind="svg", border=0)
    return berkas.getvalue().decode()


def qr_data(alamat: str) -> str:
    """The same as the address of a picture, for a page; dark on white, whatever the theme."""
    return str(segno.make(alamat, error="m", micro=False).svg_data_uri(border=2, light="#fff"))


@dataclass
class _Penyaring:
    """Copies data with printable text only, and counts."""

    huruf: int = 0
    nilai: int = 0
    kotak: bool = field(default=False)

    def saring(self, nilai: object) -> object:
        self.nilai += 1
        if self.nilai > BATAS_NILAI:
            self._terlalu_besar()
        if isinstance(nilai, str):
            self.huruf += len(nilai)
            if self.huruf > BATAS_HURUF:
                self._terlalu_besar()
            cetak = tercetak(nilai)
            self.kotak = self.kotak or (KOTAK in cetak and KOTAK not in nilai)
            return cetak
        if nilai is None or isinstance(nilai, (bool, int)):
            return nilai
        if isinstance(nilai, Mapping):
            return {str(kunci): self.saring(satu) for kunci, satu in nilai.items()}
        if isinstance(nilai, (list, tuple)):
            return [self.saring(satu) for satu in nilai]
        raise TypeError(f"Isi dokumen hanya teks, bilangan bulat, daftar, dan kamus; bukan {type(nilai).__name__}.")

    def _terlalu_besar(self) -> None:
        raise IsiTerlaluBesar("Isi dokumen ini terlalu panjang untuk dicetak. Pendekkan isinya, lalu coba lagi.")


def _susun(templat: str, data: Mapping[str, object], bingkai: Bingkai, titik: int | None = None) -> bytes:
    berkas = FOLDER / f"{templat}.typ"
    if not _NAMA_TEMPLAT.fullmatch(templat) or not berkas.is_file():
        raise LookupError(f"Templat dokumen «{templat}» tidak ada.")
    penyaring = _Penyaring()
    isi = penyaring.saring(data)
    saat = datetime(bingkai.tanggal.year, bingkai.tanggal.month, bingkai.tanggal.day, tzinfo=UTC)
    sekitar = {
        "judul": tercetak(bingkai.judul),
        "penulis": tercetak(bingkai.penulis),
        "tanggal": [saat.year, saat.month, saat.day],
        "kode": bingkai.kode,
        "alamat_pendek": bingkai.alamat_pendek,
        "versi": bingkai.versi,
        "contoh": bingkai.contoh,
        "qr": qr_svg(bingkai.alamat) if bingkai.alamat else "",
        "kotak": penyaring.kotak,
    }
    bentuk: dict[str, Any] = {"format": "pdf", "pdf_standards": STANDAR}
    if titik is not None:
        bentuk = {"format": "png", "ppi": float(titik)}
    masukan = {"data": json.dumps(isi), "bingkai": json.dumps(sekitar)}
    try:
        hasil: bytes | None = typst.compile(
            str(berkas),
            root=str(FOLDER),
            ignore_system_fonts=True,
            sys_inputs=masukan,
            timestamp=int(saat.timestamp()),
            **bentuk,
        )
    except typst.TypstError as galat:
        raise SusunGagal(f"Dokumen «{bingkai.judul}» gagal disusun.") from galat
    except BaseException as galat:
        # A fault inside the typesetter arrives as a PanicException, which is no Exception and would end the process.
        if type(galat).__name__ != "PanicException":
            raise
        raise SusunGagal(f"Dokumen «{bingkai.judul}» gagal disusun.") from galat
    if hasil is None:
        raise SusunGagal(f"Dokumen «{bingkai.judul}» gagal disusun.")
    return hasil
