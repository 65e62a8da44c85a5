"""Good practice as pages read it: the search, the figures in words, what waits, and what the staff search finds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Upper
from django.urls import reverse

from pelatihan.enums.praktik import LABEL_KEYAKINAN, Keyakinan
from pelatihan.models import AdopsiPraktik, PraktikBaik
from pelatihan.perhitungan.praktik import StatusPraktik
from pelatihan.permissions import boleh_mengelola, orang_kantor
from rakumpit.angka import format_angka
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import BAHASA, Temuan, berkarakter


def _pengenal(semua: QuerySet[Any], kata: str) -> QuerySet[Any, Any]:
    """Row numbers of the practices that have the words: by stems, by words spelled nearly so, and as typed."""
    semua = semua.order_by()
    bagian: list[QuerySet[Any, Any]] = [
        semua.filter(cari=SearchQuery(kata, config=BAHASA, search_type="websearch")).values_list("pk"),
        semua.alias(besar=Upper("judul")).filter(besar__trigram_word_similar=kata.upper()).values_list("pk"),
        semua.alias(besar=Upper("wilayah")).filter(besar__trigram_word_similar=kata.upper()).values_list("pk"),
        semua.filter(judul__icontains=kata).values_list("pk"),
    ]
    if berkarakter(kata):
        isi = Q(masalah__icontains=kata) | Q(langkah__icontains=kata) | Q(hasil__icontains=kata)
        bagian.append(semua.filter(isi).values_list("pk"))
    pertama, *lain = bagian
    return pertama.union(*lain)


def cari_praktik(semua: QuerySet[PraktikBaik], kata: str) -> QuerySet[PraktikBaik]:
    """Those of ``semua`` that answer ``kata`` ("" for all), best first; without words the newest first."""
    if not kata:
        return semua.order_by("-dibuat_pada", "-pk")
    cari = SearchQuery(kata, config=BAHASA, search_type="websearch")
    return (
        semua.filter(pk__in=_pengenal(semua, kata))
        .annotate(
            peringkat=Coalesce(SearchRank(F("cari"), cari), Value(0.0))
            + TrigramWordSimilarity(kata.upper(), Upper("judul"))
        )
        .order_by("-peringkat", "-dibuat_pada", "-pk")
    )


def _angka(nilai: Decimal) -> str:
    """As it was typed: without zeros behind the comma."""
    return format_angka(nilai, 4).rstrip("0").rstrip(",")


def kalimat_angka(praktik: PraktikBaik) -> str:
    """«Waktu tunggu: 45 menit menjadi 12 menit», "" without figures."""
    if praktik.sebelum is None or praktik.sesudah is None:
        return ""
    sebelum, sesudah = (f"{_angka(satu)} {praktik.satuan}".strip() for satu in (praktik.sebelum, praktik.sesudah))
    return f"{praktik.ukuran}: {sebelum} menjadi {sesudah}"


def kalimat_yakin(praktik: PraktikBaik) -> str:
    """How sure the figures are and from where they come; that there are none is said as well."""
    if not praktik.keyakinan:
        return "Belum ada angka. Hasilnya baru berupa cerita."
    return f"{LABEL_KEYAKINAN[Keyakinan(praktik.keyakinan)]}: {praktik.dasar_angka}"


def tugas_praktik(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Proposals for the pengelola, and trials whose day of asking has come; one step."""
    pegawai_id, _luar = pembaca.orang
    mencoba = Q(unit_id__in=pembaca.dipimpin)
    if pegawai_id is not None:
        mencoba |= Q(pegawai_id=pegawai_id)
    adopsi, usulan = yield [
        AdopsiPraktik.objects.terbuka()
        .filter(mencoba, tanya_pada__lte=pembaca.hari)
        .order_by("tanya_pada", "pk")
        .values_list("uuid", "praktik__judul", "praktik__wilayah"),
        PraktikBaik.objects.filter(status=StatusPraktik.USULAN.value)
        .order_by("dibuat_pada", "pk")
        .values_list("uuid", "judul", "dibuat_oleh__nama"),
    ]
    hasil = [
        Tugas(
            f"Ceritakan hasil percobaan: {judul}",
            wilayah,
            None,
            reverse("pelatihan:adopsi", args=[kode]),
            "Buka percobaan",
        )
        for kode, judul, wilayah in adopsi
    ]
    if boleh_mengelola(pembaca.pengguna):
        rumpun = Rumpun(
            "praktik-usulan",
            "Periksa {jumlah} usulan praktik baik",
            f"{reverse('pelatihan:praktik_daftar')}?keadaan={StatusPraktik.USULAN.value}",
        )
        hasil += [
            Tugas(
                f"Periksa praktik baik: {judul}",
                nama,
                None,
                reverse("pelatihan:praktik", args=[kode]),
                "Baca praktik",
                rumpun,
            )
            for kode, judul, nama in usulan
        ]
    return hasil


def temuan_praktik(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Practices of the library by title and region. One step."""
    if not orang_kantor(pengguna):
        return []
    (baris,) = yield [
        PraktikBaik.objects.terlihat_oleh(pengguna)
        .filter(Q(judul__icontains=kata) | Q(wilayah__icontains=kata))
        .order_by("judul", "pk")
        .values_list("uuid", "judul", "wilayah")[:batas]
    ]
    return [
        Temuan("Praktik baik", judul, wilayah, reverse("pelatihan:praktik", args=[kode]))
        for kode, judul, wilayah in baris
    ]
