"""Words that are easy to guess in this office."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from django.core.exceptions import ValidationError

from rakumpit.organisasi.models import Pengguna, UnitKerja

KATA_TETAP = ("rakumpit", "palangkaraya", "palangka", "kalteng", "kinerja", "katasandi", "kecamatan", "kelurahan")
_JENIS_UNIT = re.compile(r"^(pemerintah kota|kecamatan|kelurahan|sekretariat|sub ?bagian|seksi|unit)\s+", re.IGNORECASE)
_BUKAN_HURUF_ANGKA = re.compile(r"[\W_]+")
PANJANG_NAMA_UNIT = 5


class KataSetempatValidator:
    """Refuses passwords with names of the place, the own NIP or birth date, or the name of a unit (ASVS 5.0 6.1.2)."""

    def validate(self, password: str, user: object | None = None) -> None:
        padat = _padat(password)
        for kata, sebutan in self._terlarang(user if isinstance(user, Pengguna) else None):
            if kata in padat:
                raise ValidationError(
                    f"Kata sandi tidak boleh memuat {sebutan}. Pakai beberapa kata lain yang tidak berhubungan dengan "
                    "kantor atau diri Anda.",
                    code="kata_setempat",
                )

    def get_help_text(self) -> str:
        return "Kata sandi tidak boleh memuat nama kantor atau unit, NIP, atau tanggal lahir Anda."

    def _terlarang(self, pengguna: Pengguna | None) -> list[tuple[str, str]]:
        terlarang = [(kata, f"kata «{kata}»") for kata in KATA_TETAP]
        for nama in UnitKerja.objects.values_list("nama", flat=True):
            padat = _padat(_JENIS_UNIT.sub("", nama))
            if len(padat) >= PANJANG_NAMA_UNIT:
                terlarang.append((padat, "nama unit kerja"))
        if pengguna is None:
            return terlarang
        if pengguna.nip:
            terlarang += [(pengguna.nip, "NIP Anda"), (pengguna.nip[8:], "bagian dari NIP Anda")]
        terlarang += [(bentuk, "tanggal lahir Anda") for lahir in _tanggal_lahir(pengguna) for bentuk in _bentuk(lahir)]
        return terlarang


def _padat(teks: str) -> str:
    return _BUKAN_HURUF_ANGKA.sub("", teks.casefold())


def _tanggal_lahir(pengguna: Pengguna) -> set[date]:
    lahir = set()
    if pengguna.nip:
        # A NIP kept as it was issued may have a birth date that is no day.
        with suppress(ValueError):
            lahir.add(date(int(pengguna.nip[:4]), int(pengguna.nip[4:6]), int(pengguna.nip[6:8])))
    pegawai = getattr(pengguna, "pegawai", None)
    if pegawai is not None and pegawai.tanggal_lahir:
        lahir.add(pegawai.tanggal_lahir)
    return lahir


def _bentuk(lahir: date) -> tuple[str, ...]:
    return (f"{lahir:%Y%m%d}", f"{lahir:%d%m%Y}", f"{lahir:%d%m%y}")
