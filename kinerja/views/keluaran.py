"""Files made for one reader: documents and sheets, always as a download that no cache keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from rakumpit.lembar import tulis_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def jawab_pdf(isi: bytes, nama: str) -> HttpResponse:
    """A PDF under a name without extension; the name holds no NIP."""
    return _berkas(isi, "application/pdf", f"{nama}.pdf")


def jawab_xlsx(baris: Iterable[Sequence[object]], nama: str, *, lembar: str) -> HttpResponse:
    """A workbook of one sheet; no cell runs as a formula."""
    return _berkas(tulis_xlsx(baris, nama_lembar=lembar), _XLSX, f"{nama}.xlsx")


def _berkas(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    return HttpResponse(
        isi,
        content_type=jenis,
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "Cache-Control": "private, no-store"},
    )
