"""Errors of this package: their texts are whole Indonesian sentences for the person at the terminal."""

from __future__ import annotations


class CadanganDitolak(Exception):
    """The work cannot be done, or what was found is not as it should be."""


class SedangBekerja(CadanganDitolak):
    """Another command holds the folder; no failure, and nothing to tell anybody."""


class SalahPakai(CadanganDitolak):
    """The command was given something that is not there or makes no sense."""
