"""News of the forum as RSS."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy

from forum.models import SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.proses.isi_berita_acara import waktu_sesi

BANYAK = 30


class UmpanForum(Feed):
    """Sessions that were announced, put off, called off, or whose result was published; the newest change first."""

    title = "Forum warga Kecamatan Rakumpit"
    link = reverse_lazy("forum:depan")
    description = "Jadwal, perubahan, dan hasil sesi forum."
    language = "id"

    def items(self) -> list[SesiForum]:
        return list(SesiForum.objects.diumumkan().select_related("unit").order_by("-diubah_pada", "-pk")[:BANYAK])

    def item_title(self, item: Any) -> str:
        if item.terbit_pada is not None:
            return f"Hasil: {item.judul}"
        if item.status in {StatusSesi.DITUNDA, StatusSesi.DIBATALKAN}:
            return f"{item.get_status_display()}: {item.judul}"
        return str(item.judul)

    def item_description(self, item: Any) -> str:
        alasan = f" {item.alasan}" if item.alasan else ""
        return f"{waktu_sesi(item)}. {item.tempat or item.tautan}. {item.tema}{alasan}"

    def item_guid(self, item: Any) -> str:
        return f"{item.uuid}-{item.status}-{item.urutan_kalender}"

    item_guid_is_permalink = False

    def item_updateddate(self, item: Any) -> datetime:
        saat: datetime = item.diubah_pada
        return saat
