"""The policy put together once is the one that django-csp would send; a response with its own keeps it."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import HEADER, SELF
from csp.decorators import csp_exempt, csp_update
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, SimpleTestCase, override_settings

from rakumpit.kebijakan_isi import KebijakanIsiMiddleware


def _polos(request: HttpRequest) -> HttpResponse:
    return HttpResponse("isi")


def _sendiri(request: HttpRequest) -> HttpResponse:
    return HttpResponse("isi", headers={HEADER: "sandbox"})


class UjiKebijakanIsi(SimpleTestCase):
    def kepala(self, lapisan: type[CSPMiddleware], tampilan: Callable[..., HttpResponse]) -> str:
        return str(lapisan(tampilan)(RequestFactory().get("/")).headers.get(HEADER, ""))

    def test_sama_dengan_pustakanya(self) -> None:
        berubah = csp_update({"frame-src": [SELF]})(_polos)
        for nama, tampilan, isi in (
            ("polos", _polos, "default-src 'none'"),
            ("sendiri", _sendiri, "sandbox"),
            ("berubah", berubah, "frame-src 'self'"),
            ("tanpa", csp_exempt()(_polos), ""),
        ):
            with self.subTest(nama):
                kepala = self.kepala(KebijakanIsiMiddleware, tampilan)
                self.assertEqual(_urut(kepala), _urut(self.kepala(CSPMiddleware, tampilan)))
                self.assertIn(isi, kepala)
                self.assertEqual(bool(kepala), bool(isi))

    def test_halaman_galat_selama_pengembangan_tanpa_kebijakan(self) -> None:
        def rusak(request: HttpRequest) -> HttpResponse:
            return HttpResponse(status=500)

        self.assertTrue(self.kepala(KebijakanIsiMiddleware, rusak))
        with override_settings(DEBUG=True):
            self.assertFalse(self.kepala(KebijakanIsiMiddleware, rusak))

    def test_setiap_halaman_mendapatnya(self) -> None:
        self.assertIn("default-src 'none'", self.client.get("/healthz/live")[HEADER])


def _urut(kepala: str) -> list[str]:
    return sorted(kepala.split("; "))
