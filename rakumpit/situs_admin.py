"""The Django admin behind the product's own login.

Django's own admin login would bypass the second factor and the throttle, so the admin has none: an anonymous visitor
is sent to ``/masuk/``, anybody who is not an administrator gets 404.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect


class SitusAdmin(AdminSite):
    site_header = "Kinerja Rakumpit"
    site_title = "Kinerja Rakumpit"
    index_title = "Meja admin"
    # Django's change list carries an inline <style> when the side bar's filter is off; keep the default markup.
    enable_nav_sidebar = True

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        # Imported here: this module is read while the app registry is still loading.
        from django.contrib.auth.views import redirect_to_login

        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.get_full_path())

    def password_change(  # type: ignore[override]  # the stubs know only the page, not the redirect after it
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The product's own page: Django's knows neither the audit nor the sessions that must end."""
        return redirect("account_change_password")

    def logout(  # type: ignore[override]  # the same
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_logout")


class KonfigurasiAdmin(AdminConfig):
    default_site = "rakumpit.situs_admin.SitusAdmin"
