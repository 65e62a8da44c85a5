"""Signing in: NIP or e-mail, throttle, known devices, second factor. Named by the settings module.

How guessing is held down without locking an official out (a NIP can be guessed, so a lock by account would be a
weapon): ``pembatas`` counts failures per account and network, per network, and per account over all unknown devices;
a browser from which the person signed in before (``perangkat``) has a count of its own that nobody else can fill.
Somebody on a new device whose account is under attack gets in by a code from the pengelola or by the link sent to his
e-mail address.
"""

from rakumpit.organisasi.masuk.adapter import AdapterAkun, AdapterFaktorKedua
from rakumpit.organisasi.masuk.alamat import alamat_klien, jaringan_klien
from rakumpit.organisasi.masuk.backend import BackendNIPAtauEmail
from rakumpit.organisasi.masuk.faktor import wajib_faktor_kedua
from rakumpit.organisasi.masuk.forms import (
    AktifkanFaktorForm,
    AturUlangSandiForm,
    BuatSandiForm,
    FaktorKeduaForm,
    KodeMasukForm,
    KonfirmasiFaktorForm,
    KonfirmasiSandiForm,
    LupaSandiForm,
    MasukForm,
    UbahSandiForm,
)
from rakumpit.organisasi.masuk.sandi import KataSetempatValidator

__all__ = [
    "AdapterAkun",
    "AdapterFaktorKedua",
    "AktifkanFaktorForm",
    "AturUlangSandiForm",
    "BackendNIPAtauEmail",
    "BuatSandiForm",
    "FaktorKeduaForm",
    "KataSetempatValidator",
    "KodeMasukForm",
    "KonfirmasiFaktorForm",
    "KonfirmasiSandiForm",
    "LupaSandiForm",
    "MasukForm",
    "UbahSandiForm",
    "alamat_klien",
    "jaringan_klien",
    "wajib_faktor_kedua",
]
