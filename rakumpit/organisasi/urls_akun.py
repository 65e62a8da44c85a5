"""Account pages under Indonesian paths; the names are those that django-allauth reverses. There is no sign-up."""

from __future__ import annotations

from allauth.account import views as akun
from allauth.mfa.base import views as faktor
from allauth.mfa.recovery_codes import views as pemulihan
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from rakumpit.organisasi.masuk import views

urlpatterns = [
    path("masuk/", akun.login, name="account_login"),
    path("masuk/kode/", views.masuk_kode, name="masuk_kode"),
    path("masuk/faktor-kedua/", faktor.authenticate, name="mfa_authenticate"),
    path("keluar/", views.KeluarView.as_view(), name="account_logout"),
    path("konfirmasi-ulang/", akun.reauthenticate, name="account_reauthenticate"),
    path("konfirmasi-ulang/faktor-kedua/", faktor.reauthenticate, name="mfa_reauthenticate"),
    path("kata-sandi/ubah/", akun.password_change, name="account_change_password"),
    path("kata-sandi/buat/", akun.password_set, name="account_set_password"),
    path("kata-sandi/lupa/", akun.password_reset, name="account_reset_password"),
    path("kata-sandi/lupa/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    path("kata-sandi/lupa/selesai/", akun.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^kata-sandi/atur-ulang/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.AturUlangSandiView.as_view(),
        name="account_reset_password_from_key",
    ),
    path("akun/faktor-kedua/", faktor.index, name="mfa_index"),
    path("akun/faktor-kedua/aktifkan/", views.AktifkanFaktorView.as_view(), name="mfa_activate_totp"),
    path("akun/faktor-kedua/matikan/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/faktor-kedua/kode-pemulihan/", pemulihan.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/faktor-kedua/kode-pemulihan/baru/", pemulihan.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "akun/faktor-kedua/kode-pemulihan/unduh/", pemulihan.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("akun/sesi/", views.SesiView.as_view(), name="usersessions_list"),
]
