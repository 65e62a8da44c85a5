"""Starts the test cluster for the time of the run, and sees to the browser tests.

Test choices of the settings are in ``rakumpit/settings_test.py``: pytest-django loads them before this file runs.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as settings_django
from django.test import TestCase, TransactionTestCase
from hypothesis import settings

from rakumpit.lokal.galat import LokalError
from tests.templat import LINGKUNGAN, klaster_uji

# How long an example takes depends on what else the machine does; speed is the benchmarks' matter.
settings.register_profile("uji", deadline=None)
settings.load_profile("uji")

_NAMA_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_terpakai = ExitStack()
_tanpa_peramban = pytest.StashKey[int]()


def cari_chromium() -> str | None:
    """Path of a Chromium: ``CHROMIUM``, the system's, or one that Playwright has installed."""
    if os.environ.get("CHROMIUM"):
        return os.environ["CHROMIUM"]
    for nama in _NAMA_CHROMIUM:
        if jalur := shutil.which(nama):
            return jalur
    unduhan = sorted(Path.home().glob(".cache/ms-playwright/chromium-*/chrome-linux*/chrome"))
    return str(unduhan[-1]) if unduhan else None


def pytest_configure(config: pytest.Config) -> None:
    """Start the cluster once: with xdist only the controller does, and nobody does with DATABASE_URL."""
    config.stash[_tanpa_peramban] = 0
    if os.environ.get("PYTEST_XDIST_WORKER") or config.option.collectonly or config.option.help:
        return
    if os.environ.get("WAJIB_PERAMBAN") == "1" and cari_chromium() is None:
        raise pytest.UsageError(
            "WAJIB_PERAMBAN=1, tetapi Chromium tidak ditemukan. Pasang chromium atau setel CHROMIUM."
        )
    if os.environ.get("DATABASE_URL"):
        return
    try:
        os.environ[LINGKUNGAN] = _terpakai.enter_context(klaster_uji())
    except LokalError as galat:
        raise pytest.UsageError(str(galat)) from galat
    # These settings were read before; those of other processes will find the name.
    settings_django.DATABASES["default"]["TEST"]["TEMPLATE"] = os.environ[LINGKUNGAN]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Let the cluster go; it stops when nobody else uses it."""
    _terpakai.close()


def _giliran(item: pytest.Item) -> tuple[bool, bool]:
    """Tests that really commit after all others, as pytest-django orders them; in each kind those marked ``lama``."""
    kelas = getattr(item, "cls", None) or object
    return (
        issubclass(kelas, TransactionTestCase) and not issubclass(kelas, TestCase),
        item.get_closest_marker("lama") is None,
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest tests come first among their kind, so that no worker is left with one at the end.

    Without Chromium the browser tests are taken out and counted, never silently skipped.
    """
    items.sort(key=_giliran)
    if cari_chromium() is not None:
        return
    dilewati = [item for item in items if item.get_closest_marker("peramban")]
    items[:] = [item for item in items if not item.get_closest_marker("peramban")]
    config.stash[_tanpa_peramban] = len(dilewati)
    config.hook.pytest_deselected(items=dilewati)
    keluaran = getattr(config, "workeroutput", None)
    if keluaran is not None:
        keluaran["tanpa_peramban"] = len(dilewati)


def pytest_collection_finish(session: pytest.Session) -> None:
    """All modules are loaded and stay: the collector of garbage looks at new objects alone, and less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Every xdist worker collects all tests; the controller reports the number of one of them."""
    jumlah = getattr(node, "workeroutput", {}).get("tanpa_peramban", 0)
    node.config.stash[_tanpa_peramban] = max(node.config.stash[_tanpa_peramban], jumlah)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say loudly which part of the suite did not run."""
    jumlah = config.stash[_tanpa_peramban]
    if jumlah:
        terminalreporter.section("PERHATIAN", sep="!", red=True, bold=True)
        terminalreporter.write_line(
            f"{jumlah} uji peramban TIDAK dijalankan karena Chromium tidak ditemukan. "
            "Pasang chromium lalu ulangi untuk hasil yang lengkap.",
            red=True,
            bold=True,
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for all browser tests (mark them ``peramban``)."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    # Playwright's synchronous interface runs an event loop in this thread, which Django would take for async code.
    semula = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        # For the same reason Django would keep a second set of connections from here on, without the rows that the
        # migrations seeded, and the test database could not be dropped at the end.
        sambungan = {nama: connections[nama] for nama in connections}
        with sync_playwright() as playwright:
            for nama, satu in sambungan.items():
                connections[nama] = satu
            jendela = playwright.chromium.launch(executable_path=cari_chromium(), args=["--no-sandbox"])
            yield jendela
            jendela.close()
    finally:
        if semula is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = semula


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh page in Indonesian, without cookies."""
    konteks = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    halaman = konteks.new_page()
    yield halaman
    konteks.close()
