"""Themes of suggestions and edited quotes: each step checked, once only, with its audit entry."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count

from rakumpit.audit.models import catat
from rakumpit.organisasi.samaran import pola_kantor
from rakumpit.samaran import samarkan
from rakumpit.waktu import hari_ini
from survei.models import HitunganTema, KutipanSaran, Respons, SaranDitandai, Survei, TandaTema, TemaSaran
from survei.perhitungan import SEL_MINIMUM
from survei.permissions import boleh_membaca_saran
from survei.proses.alasan import wajib_ditulis

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

TEMA_TERBANYAK = 5


def _kunci(survei: Survei, oleh: Pengguna) -> Survei:
    """The survey's row, held: shuffling, lock, and other people's themes wait meanwhile."""
    if not boleh_membaca_saran(oleh, survei):
        raise PermissionDenied
    return Survei.objects.select_for_update(no_key=True, of=("self",)).get(pk=survei.pk)


def hitung_tema(*, survei_id: int, tema: Collection[int]) -> None:
    """Count these themes anew from the suggestions; the caller holds the survey's row. Voided answers do not count."""
    jumlah = dict(
        TandaTema.objects.filter(
            tema__in=tema, ditandai__respons__survei=survei_id, ditandai__respons__dibatalkan=False
        )
        .order_by()
        .values_list("tema")
        .annotate(Count("pk"))
    )
    HitunganTema.objects.filter(survei=survei_id, tema__in=tema).delete()
    HitunganTema.objects.bulk_create(
        HitunganTema(survei_id=survei_id, tema_id=satu, jumlah=banyak) for satu, banyak in sorted(jumlah.items())
    )


@transaction.atomic
def tandai_saran(
    *, survei: Survei, submission_id: UUID, tema: Collection[TemaSaran], versi: int, oleh: Pengguna
) -> SaranDitandai:
    """Say what one masked suggestion is about; no theme means that it fits none.

    ``versi`` is the version that the page showed, 0 for a suggestion that nobody had looked at. The same choice sent
    twice is stored once. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    terkunci = _kunci(survei, oleh)
    respons = Respons.objects.bersaran().filter(pk=submission_id, survei=terkunci).first()
    if respons is None:
        raise ValidationError("Saran itu tidak ada lagi. Muat ulang halaman.")
    if len(tema) > TEMA_TERBANYAK:
        raise ValidationError(f"Pilih paling banyak {TEMA_TERBANYAK} tema untuk satu saran.")
    baris = SaranDitandai.objects.filter(respons=respons).first()
    lama = dict(baris.tema.values_list("pk", "nama")) if baris else {}
    baru = {satu.pk: satu.nama for satu in tema}
    if baris is not None and set(baru) == set(lama):
        return baris
    if (baris.versi if baris else 0) != versi:
        raise ValidationError("Orang lain baru saja menandai saran ini. Periksa temanya, lalu simpan lagi.")
    if mati := [satu.nama for satu in tema if not satu.aktif and satu.pk not in lama]:
        raise ValidationError(f"Tema «{mati[0]}» tidak dipakai lagi. Pilih tema lain.")
    if baris is None:
        baris = SaranDitandai.objects.create(respons=respons)
    else:
        baris.versi += 1
        baris.save(update_fields=["versi"])
    TandaTema.objects.filter(ditandai=baris, tema__in=set(lama) - set(baru)).delete()
    TandaTema.objects.bulk_create(TandaTema(ditandai=baris, tema_id=satu) for satu in sorted(set(baru) - set(lama)))
    hitung_tema(survei_id=terkunci.pk, tema=set(lama) ^ set(baru))
    catat(
        pelaku=oleh,
        aksi="survei.saran.tandai",
        objek=baris,
        sebelum={"tema": sorted(lama.values())},
        sesudah={"tema": sorted(baru.values())},
    )
    return baris


def lepaskan_tema(*, survei_id: int, respons: Respons, hapus: bool = False) -> None:
    """Recount the themes of an answer that was taken out; ``hapus`` also forgets which they were."""
    tema = list(TandaTema.objects.filter(ditandai__respons=respons).values_list("tema", flat=True))
    if hapus:
        TandaTema.objects.filter(ditandai__respons=respons).delete()
        SaranDitandai.objects.filter(respons=respons).delete()
    if tema:
        hitung_tema(survei_id=survei_id, tema=tema)


@transaction.atomic
def terbitkan_kutipan(*, kode: UUID, survei: Survei, tema: TemaSaran, teks: str, oleh: Pengguna) -> KutipanSaran:
    """Publish a rewritten sentence beside a theme of at least ``SEL_MINIMUM`` suggestions (survei 9.1).

    It must not stand word for word in a suggestion, and must hold no name or number. ``kode`` is made by the form: sent
    twice, stored once.
    """
    terkunci = _kunci(survei, oleh)
    teks = " ".join(teks.split())
    ada = KutipanSaran.objects.filter(uuid=kode).first()
    if ada is not None:
        if (ada.survei_id, ada.tema_id, ada.teks) != (terkunci.pk, tema.pk, teks):
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    if not terkunci.hitungan_final:
        raise ValidationError("Kutipan disusun sesudah survei dikunci.")
    if not HitunganTema.objects.filter(survei=terkunci, tema=tema, jumlah__gte=SEL_MINIMUM).exists():
        raise ValidationError(f"Kutipan hanya untuk tema dengan sekurangnya {SEL_MINIMUM} saran.")
    if not teks:
        raise ValidationError("Tulis kutipannya.")
    if "[" in teks or samarkan(teks, pola_kantor()) != teks:
        raise ValidationError("Kutipan masih memuat nama, nomor, atau tanda samaran. Tulis tanpa itu.")
    if Respons.objects.bersaran().filter(survei=terkunci, saran_tersamar__icontains=teks.rstrip(" .!")).exists():
        raise ValidationError("Kutipan ini masih sama dengan tulisan warga. Tulis ulang dengan kata Anda sendiri.")
    baris = KutipanSaran.objects.create(
        uuid=kode, survei=terkunci, tema=tema, teks=teks, oleh=oleh, terbit_pada=hari_ini()
    )
    catat(pelaku=oleh, aksi="survei.kutipan.terbit", objek=baris, sesudah={"tema": tema.nama, "teks": teks})
    return baris


@transaction.atomic
def tarik_kutipan(*, kutipan: KutipanSaran, alasan: str, oleh: Pengguna) -> KutipanSaran:
    """Take a quote off the public page, with a reason."""
    _kunci(kutipan.survei, oleh)
    baris = KutipanSaran.objects.select_for_update().get(pk=kutipan.pk)
    if baris.ditarik_pada is not None:
        raise ValidationError("Kutipan itu sudah ditarik.")
    baris.ditarik_pada = hari_ini()
    baris.alasan_tarik = wajib_ditulis(alasan, "Tulis alasan menarik kutipan.")
    baris.save(update_fields=["ditarik_pada", "alasan_tarik"])
    catat(pelaku=oleh, aksi="survei.kutipan.tarik", objek=baris, keterangan=baris.alasan_tarik)
    return baris
