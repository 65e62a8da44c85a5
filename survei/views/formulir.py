"""How a staff form is saved: what was typed comes back with every refusal, and after an ended session."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest

from rakumpit.tertahan import buang_tertahan


def simpan(request: HttpRequest, form: Form, aksi: Callable[[dict[str, Any]], object]) -> HTTPStatus | None:
    """Call ``aksi`` with what was typed: None when done, else the status with which the page comes again.

    200 without a POST, also where the form holds what waited for a sign-in; 422 for the form's own faults, 409 for a
    refusal of ``aksi``.
    """
    if request.method != "POST":
        return HTTPStatus.OK
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        aksi(form.cleaned_data)
    except ValidationError as galat:
        form.add_error(None, galat)
        return HTTPStatus.CONFLICT
    buang_tertahan(request)
    return None
