"""Writes of training: one transaction, who–state–date–once-only, one audit entry for each change."""

from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kebutuhan import tutup_kebutuhan, usulkan_kebutuhan

__all__ = ["ProsesDitolak", "tutup_kebutuhan", "usulkan_kebutuhan"]
