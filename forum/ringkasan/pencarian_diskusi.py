"""Finding topics: by stems, by words with a typing error, and by characters as they are typed.

Only what everybody may read is searched, whoever asks: hidden, waiting and merged topics, hidden and waiting replies,
older answers and older words are in none of the parts.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import Count, F, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, Upper

from forum.models import Balasan, JawabanResmi, Topik
from rakumpit.pencarian import BAHASA, berkarakter, rapikan


def _pengenal(kata: str) -> QuerySet[Any, Any]:
    """Row numbers of the topics that have the words, each by its own index."""
    cari = SearchQuery(kata, config=BAHASA, search_type="websearch")
    umum, balasan = Topik.objects.umum().order_by(), Balasan.objects.tayang().order_by()
    bagian = [
        umum.filter(cari=cari).values_list("pk"),
        balasan.filter(cari=cari).values_list("topik_id"),
        JawabanResmi.objects.filter(berlaku=True, cari=cari).order_by().values_list("topik_id"),
        umum.alias(besar=Upper("judul")).filter(besar__trigram_word_similar=kata.upper()).values_list("pk"),
        umum.filter(judul__icontains=kata).values_list("pk"),
    ]
    if berkarakter(kata):
        bagian += [
            umum.filter(isi__icontains=kata).values_list("pk"),
            balasan.filter(isi__icontains=kata).values_list("topik_id"),
        ]
    pertama, *lain = bagian
    gabungan: QuerySet[Any, Any] = pertama.union(*lain)
    return gabungan


def cari_topik(kata: str, saringan: dict[str, Any] | None = None) -> QuerySet[Topik]:
    """Public topics for ``kata`` ("" for all) with ``total``, the number of all, beside each row; best first.

    ``saringan``: further conditions on the topic. One statement gives a page and the number.
    """
    semua = Topik.objects.umum().filter(**(saringan or {}))
    hasil: QuerySet[Topik]
    if not kata:
        # Counted apart from the rows, so that the page itself is read off the index of the list.
        jumlah = semua.order_by().annotate(sama=Value(1)).values("sama").annotate(n=Count("pk")).values("n")
        hasil = semua.annotate(total=Subquery(jumlah)).order_by("-aktivitas", "-pk")
        return hasil
    cari = SearchQuery(kata, config=BAHASA, search_type="websearch")
    hasil = (
        semua.filter(pk__in=_pengenal(kata))
        .annotate(
            peringkat=Coalesce(SearchRank(F("cari"), cari), Value(0.0))
            + TrigramWordSimilarity(kata.upper(), Upper("judul")),
            total=Window(Count("pk")),
        )
        .order_by("-peringkat", "-aktivitas", "-pk")
    )
    return hasil


def topik_mirip(judul: str, batas: int = 5) -> QuerySet[Topik]:
    """Public topics whose title is like this one: some of its words, or words spelled nearly so."""
    kata = rapikan(judul)
    salah_satu = SearchQuery(
        " or ".join(satu for satu in kata.split() if satu.isalnum()), config=BAHASA, search_type="websearch"
    )
    umum = Topik.objects.umum()
    pengenal = (
        umum.order_by()
        .filter(cari=salah_satu)
        .values_list("pk")
        .union(
            umum.order_by()
            .alias(besar=Upper("judul"))
            .filter(besar__trigram_word_similar=kata.upper())
            .values_list("pk")
        )
    )
    hasil: QuerySet[Topik] = (
        umum.filter(pk__in=pengenal)
        .annotate(mirip=TrigramWordSimilarity(kata.upper(), Upper("judul")))
        .filter(mirip__gte=0.3)
        .order_by("-mirip", "-pk")[:batas]
    )
    return hasil
