"""A file is stored with its row or not at all."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from kinerja.models import CapaianOrganisasi
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.pindaian import pindaian_tersimpan
from tests.kinerja.berkas import PDF

pytestmark = pytest.mark.django_db


def tersimpan() -> set[str]:
    return set(default_storage.listdir("capaian")[1]) if default_storage.exists("capaian") else set()


@pytest.fixture
def baris() -> CapaianOrganisasi:
    return CapaianOrganisasi()


def test_disimpan_dengan_nama_acak_menurut_isinya(baris: CapaianOrganisasi) -> None:
    with pindaian_tersimpan(baris.surat_pindaian, ContentFile(PDF, name="Surat Camat.exe")):
        nama = str(baris.surat_pindaian.name)
    assert nama.endswith(".pdf")
    assert "Camat" not in nama
    assert default_storage.open(nama).read() == PDF


def test_transaksi_yang_gagal_tidak_meninggalkan_berkas(baris: CapaianOrganisasi) -> None:
    awal = tersimpan()

    @transaction.atomic
    def gagal() -> None:
        with pindaian_tersimpan(baris.surat_pindaian, ContentFile(PDF)):
            assert len(tersimpan() - awal) == 1
            baris.save()  # has no unit

    with pytest.raises(IntegrityError):
        gagal()
    assert tersimpan() == awal
    assert not baris.surat_pindaian


def test_pekerja_yang_dihentikan_tidak_meninggalkan_berkas(baris: CapaianOrganisasi) -> None:
    awal = tersimpan()
    with pytest.raises(SystemExit), pindaian_tersimpan(baris.surat_pindaian, ContentFile(PDF)):
        raise SystemExit
    assert tersimpan() == awal


def test_yang_bukan_pindaian_ditolak_sebelum_baris_ditulis(baris: CapaianOrganisasi) -> None:
    awal = tersimpan()
    with (
        pytest.raises(ProsesDitolak, match="bukan PDF"),
        pindaian_tersimpan(baris.surat_pindaian, ContentFile(b"<svg>")),
    ):
        pytest.fail("The row would have been written.")
    assert tersimpan() == awal
