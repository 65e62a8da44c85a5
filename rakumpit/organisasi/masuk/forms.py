"""Forms of the account pages: allauth's, in the words of the office."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.account import forms as akun
from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_adapter_faktor
from allauth.mfa.base import forms as faktor_umum
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from django import forms
from django.http import HttpRequest
from django.urls import reverse

from rakumpit.antrean.models import antrekan
from rakumpit.organisasi.masuk import faktor


def _label(form: forms.Form, **label: str) -> None:
    for nama, teks in label.items():
        form.fields[nama].label = teks
        form.fields[nama].widget.attrs.pop("placeholder", None)


class MasukForm(akun.LoginForm):
    """NIP or e-mail address, or the name of an account without one, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label="NIP atau email",
            max_length=254,
            help_text="NIP boleh diketik dengan spasi. Akun forum tanpa email: ketik nama tampilannya.",
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        )
        _label(self, password="Kata sandi")  # noqa: S106 - a label
        self.fields["password"].help_text = ""
        self.order_fields(["login", "password"])


class KodeMasukForm(forms.Form):
    """NIP or e-mail address, and the code that the pengelola handed over."""

    login = forms.CharField(
        label="NIP atau email",
        max_length=254,
        help_text="NIP boleh diketik dengan spasi.",
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    kode_masuk = forms.CharField(
        label="Kode masuk",
        max_length=60,
        help_text="16 huruf dan angka dari pengelola kinerja. Tanda hubung dan huruf besar-kecil tidak berpengaruh.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class UbahSandiForm(akun.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(
            self,
            oldpassword="Kata sandi sekarang",
            password1="Kata sandi baru",
            password2="Ketik ulang kata sandi baru",
        )
        self.fields["oldpassword"].help_text = ""

    def clean_password1(self) -> str:
        """The old password again would keep one that somebody else may know."""
        baru = str(self.cleaned_data["password1"])
        if baru == self.cleaned_data.get("oldpassword"):
            raise forms.ValidationError("Kata sandi baru harus berbeda dari kata sandi sekarang.", code="sama")
        return baru


class BuatSandiForm(akun.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password1="Kata sandi baru", password2="Ketik ulang kata sandi baru")


class AturUlangSandiForm(akun.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password1="Kata sandi baru", password2="Ketik ulang kata sandi baru")


class LupaSandiForm(akun.ResetPasswordForm):
    """Asks for a link by mail; nothing in the answer depends on whether the address belongs to somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, email="Email")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Queue the mail. The account is looked up by the worker, so known and unknown addresses take equally long."""
        email = str(self.cleaned_data["email"])
        antrekan(
            tugas="rakumpit.organisasi.tasks.kirim_tautan_sandi",
            # An address may be longer than the column.
            kunci=hashlib.sha256(email.encode()).hexdigest(),
            alamat=email,
            dasar=request.build_absolute_uri(reverse("account_reset_password")),
        )
        return email


class KonfirmasiSandiForm(akun.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password="Kata sandi Anda")  # noqa: S106 - a label
        self.fields["password"].help_text = ""


class _KodeSekaliPakai:
    """The code of the phone's app may be used once, over its whole life of 90 seconds."""

    def clean_code(self) -> str:
        kode = str(super().clean_code())  # type: ignore[misc]  # the form beside this mixin has it
        if self.authenticator.type == Authenticator.Type.TOTP and not faktor.sekali_pakai(self.user, kode):  # type: ignore[attr-defined]
            raise get_adapter_faktor().validation_error("incorrect_code")
        return kode


def _isian_kode(form: forms.Form, bantuan: str) -> None:
    _label(form, code="Kode")
    form.fields["code"].help_text = bantuan
    form.fields["code"].widget.attrs["inputmode"] = "numeric"


class FaktorKeduaForm(_KodeSekaliPakai, faktor_umum.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _isian_kode(self, "6 angka dari aplikasi di telepon Anda, atau satu kode pemulihan.")


class KonfirmasiFaktorForm(_KodeSekaliPakai, faktor_umum.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _isian_kode(self, "6 angka dari aplikasi di telepon Anda, atau satu kode pemulihan.")


class AktifkanFaktorForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _isian_kode(self, "6 angka yang sekarang tampil di aplikasi.")

    def clean_code(self) -> str:
        kode = str(super().clean_code())
        if not faktor.sekali_pakai(self.user, kode):
            raise get_adapter().validation_error("incorrect_code")
        return kode
