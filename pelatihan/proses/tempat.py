"""Rooms and speakers, kept by the pengelola."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from pelatihan.models import Narasumber, Ruang
from pelatihan.permissions import boleh_mengelola
from pelatihan.proses.galat import ProsesDitolak, nama_kendala
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna

M = TypeVar("M", Ruang, Narasumber)
_RUANG = ("nama", "unit", "kapasitas", "fasilitas", "akses_disabilitas", "jeda_menit", "aktif")
_KEMBAR = ("ruang_nama_sekali", "pelatihan_narasumber_pegawai_id_key")
_NARASUMBER = ("nama", "pegawai", "instansi", "keahlian", "kontak", "jeda_menit", "aktif")


def simpan_ruang(*, ruang: Ruang | None, oleh: Pengguna, versi: int | None, isi: dict[str, Any]) -> Ruang:
    """Add a room (None), or change the one that was seen in ``versi``. Sessions keep the pause they were made with."""
    kembar = "Unit ini sudah punya ruang dengan nama itu. Pakai nama lain."
    return _simpan(Ruang, ruang, oleh=oleh, versi=versi, isi={nama: isi[nama] for nama in _RUANG}, kembar=kembar)


def simpan_narasumber(
    *, narasumber: Narasumber | None, oleh: Pengguna, versi: int | None, isi: dict[str, Any]
) -> Narasumber:
    """Add a speaker (None), or change the one that was seen in ``versi``."""
    kembar = "Pegawai ini sudah tercatat sebagai narasumber. Cari namanya di daftar."
    medan = {nama: isi[nama] for nama in _NARASUMBER}
    return _simpan(Narasumber, narasumber, oleh=oleh, versi=versi, isi=medan, kembar=kembar)


@transaction.atomic
def _simpan(
    model: type[M], lama: M | None, *, oleh: Pengguna, versi: int | None, isi: dict[str, Any], kembar: str
) -> M:
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Ruang dan narasumber diurus pengelola.")
    baris: M = model() if lama is None else model._default_manager.select_for_update(of=("self",)).get(pk=lama.pk)
    if lama is not None and baris.versi != versi:
        raise ProsesDitolak("Data ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
    sebelum = {} if lama is None else {nama: getattr(baris, nama) for nama in isi}
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    if lama is not None:
        baris.versi += 1
    try:
        with transaction.atomic():
            baris.save()
    except IntegrityError as galat:
        if nama_kendala(galat) not in _KEMBAR:
            raise
        raise ProsesDitolak(kembar) from galat
    beda = [nama for nama in isi if lama is None or sebelum[nama] != isi[nama]]
    kata = model._meta.model_name
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.{kata}.{'tambah' if lama is None else 'ubah'}",
        objek=baris,
        sebelum={nama: _polos(sebelum[nama]) for nama in beda if nama in sebelum},
        sesudah={nama: _polos(isi[nama]) for nama in beda},
    )
    return baris


def _polos(nilai: object) -> object:
    return nilai.pk if isinstance(nilai, models.Model) else nilai
