"""The Content-Security-Policy of every page, which never varies."""

from __future__ import annotations

from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class KebijakanIsiMiddleware(CSPMiddleware):
    """django-csp, with the policy of the settings put together once instead of twice for each response.

    What a view asks for by the library's decorators, and the pages of an error while somebody develops, go its own way.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Set the header, unless the response has a policy of its own."""
        biasa = self.get_policy_parts(request, response) == PolicyParts() and not hasattr(response, "_csp_exempt")
        if settings.DEBUG or not biasa:
            jawaban: HttpResponseBase = super().process_response(request, response)
            return jawaban
        response.headers.setdefault(HEADER, _kebijakan())
        return response


@cache
def _kebijakan() -> str:
    kebijakan: str = build_policy()
    return kebijakan
