"""One filled form comes in, and may be voided before the lock.

Nothing here touches the broker: the recount is asked for by a row in the outbox, so a stopped Redis cannot lose an
answer. That row names survey, service and day, never the answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction

from rakumpit.antrean.models import Antrean, antrekan
from rakumpit.audit.models import catat
from survei.enums import DEMOGRAFI, STATUS_TERKUNCI, Bendera, Saluran, StatusKirim, StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.models import Respons, Survei, TokenLayanan
from survei.perhitungan import NILAI_SAH, jawaban_lurus
from survei.perhitungan.butir import Jawaban, JenisPertanyaan, periksa_isian, pisahkan_teks, sebagai_isian
from survei.permissions import boleh_mengelola, orang_dalam
from survei.proses.alasan import wajib_ditulis
from survei.proses.tanda import kode_terima, sidik_tanda
from survei.proses.tema import lepaskan_tema
from survei.proses.token import sidik_kode
from survei.ringkasan import TUGAS_HITUNG
from survei.ringkasan.butir import susun_butir

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Layanan, Pengguna

IsianWarga = Mapping[str, Jawaban]
PANJANG_SARAN = 2000


@dataclass(frozen=True, slots=True)
class HasilKirim:
    """Outcome of one posted form; ``kode_terima`` is set for a new and for a repeated form, ``galat`` by field.

    ``terverifikasi``: the form used up a one-time code from the counter. ``terlambat``: it came after the lock, so it
    is stored but not counted.
    """

    status: StatusKirim
    kode_terima: str = ""
    terverifikasi: bool = False
    terlambat: bool = False
    galat: Mapping[str, str] = field(default_factory=dict)


def sidik_isian(
    *, survei: Survei, layanan: Layanan, jawaban: IsianWarga, demografi: Mapping[str, str], saran: str
) -> str:
    """SHA-256 of what the citizen wrote; date, channel and form version are not part of it."""
    isi = [str(survei.uuid), str(layanan.uuid), dict(jawaban), dict(demografi), saran]
    return hashlib.sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def bersihkan_jawaban(
    *, survei: Survei, layanan: Layanan, jawaban: IsianWarga, demografi: Mapping[str, str], saran: str
) -> tuple[dict[str, Jawaban], dict[str, str], dict[str, str]]:
    """Check what came in once more on the server: ``(jawaban, demografi, galat)``; unknown keys are left out.

    None is «tidak menjawab», chosen by the person; a missing key is an error.
    """
    if survei.instrumen.jenis == JenisInstrumen.BEBAS:
        kunci_teks = _kunci_teks(survei)
        isian, galat = periksa_isian(
            susun_butir(survei.instrumen), lambda kunci: sebagai_isian(jawaban, kunci, kunci_teks)
        )
    else:
        isian, galat = _bersihkan_nilai(survei, jawaban)
    if layanan not in survei.layanan.all():
        galat["layanan"] = "Layanan ini tidak termasuk dalam survei."
    if len(saran) > PANJANG_SARAN:
        galat["saran"] = f"Saran paling panjang {PANJANG_SARAN} huruf."
    kelompok = {kunci: isi for kunci, (_, pilihan) in DEMOGRAFI.items() if (isi := demografi.get(kunci)) in pilihan}
    return isian, {kunci: isi for kunci, isi in kelompok.items() if isi}, galat


def _bersihkan_nilai(survei: Survei, jawaban: IsianWarga) -> tuple[dict[str, Jawaban], dict[str, str]]:
    galat: dict[str, str] = {}
    bersih: dict[str, Jawaban] = {}
    # Relations, not new queries: a caller that has them at hand pays nothing.
    for tanya in survei.instrumen.pertanyaan.all():
        kode, unsur = tanya.kode_unsur, tanya.unsur
        nilai = jawaban.get(kode)
        if kode not in jawaban:
            galat[kode] = f"{unsur} belum dijawab."
        elif nilai is not None and (isinstance(nilai, bool) or nilai not in NILAI_SAH):
            galat[kode] = f"{unsur}: jawaban hanya 1 sampai 4."
        bersih[kode] = nilai
    return bersih, galat


class BarisBaru(NamedTuple):
    """What the database said of a form that it stored."""

    terverifikasi: bool
    terlambat: bool


_TERKUNCI = ", ".join(f"'{satu.value}'" for satu in STATUS_TERKUNCI)


# The survey's state is checked in the very statement that stores the form. FOR KEY SHARE waits for a lock that is just
# being taken or opened again (both hold FOR UPDATE) and then looks again, so no form slips in behind a locked count.
# ``sesudah_kunci``: in whatever state the survey stands by then, and the row says whether that is after the lock; but
# not where the answers were deleted after their time.
def _simpan(terverifikasi: str, *, sesudah_kunci: bool = False) -> str:
    kolom, nilai, menyusul = "", "", f"s.status = '{StatusSurvei.DITUTUP.value}'"
    if sesudah_kunci:
        kolom, nilai = ", terlambat", f", s.status IN ({_TERKUNCI})"
        menyusul = f"(({menyusul} OR s.status IN ({_TERKUNCI})) AND s.jawaban_dihapus_pada IS NULL)"
    return f"""
INSERT INTO survei_respons (submission_id, survei_id, layanan_id, versi_formulir, jawaban, teks_asli, demografi, saran,
                            saluran, tanggal, bendera, sidik, sidik_tanda, dibatalkan, alasan_batal,
                            terverifikasi{kolom})
SELECT %s, s.id, %s, %s, %s::jsonb, %s::jsonb, %s::jsonb, %s, %s, %s, %s::varchar[], %s, %s, false, '',
       {terverifikasi}{nilai}
  FROM survei_survei s
 WHERE s.id = %s AND (s.status = ANY(%s) OR ({menyusul} AND s.ditutup_pada >= %s))
   AND %s BETWEEN s.mulai AND s.selesai
   FOR KEY SHARE OF s
ON CONFLICT (submission_id) DO NOTHING
RETURNING terverifikasi, terlambat
"""  # noqa: S608 - constants of this module, the values are parameters


_SIMPAN = _simpan("false")

# The same row that ``antrekan`` would write, only if the answer was new.
_ANTREKAN = f"""
INSERT INTO {Antrean._meta.db_table} (tugas, kunci, muatan) SELECT %s, %s, %s::jsonb FROM baru
"""  # noqa: S608 - names of the model, the values are parameters

# Answer and request for a recount in one statement: one trip to the database and no transaction around it.
_SIMPAN_DAN_ANTREKAN = f"WITH baru AS ({_SIMPAN}) {_ANTREKAN} RETURNING false, false"


# The same with a one-time code: its row is locked, so that a second form with the same code waits and then finds it
# gone; and it is deleted only if this form was new and was stored. One statement is one transaction, so a code can
# neither be lost without an answer nor serve two.
def _dengan_kode(akhir: str, *, sesudah_kunci: bool = False) -> str:
    return f"""
WITH token AS MATERIALIZED (
    SELECT sidik FROM {TokenLayanan._meta.db_table}
     WHERE sidik = %s AND survei_id = %s AND layanan_id = %s AND berlaku_sampai >= %s FOR UPDATE
), baru AS ({_simpan("EXISTS (SELECT FROM token)", sesudah_kunci=sesudah_kunci)}), terpakai AS (
    DELETE FROM {TokenLayanan._meta.db_table} t USING token, baru WHERE t.sidik = token.sidik AND baru.terverifikasi
)
{akhir}
"""  # noqa: S608 - names of the models, the values are parameters


_KODE_TERPAKAI = "(SELECT terverifikasi FROM baru)"
_SIMPAN_DENGAN_KODE = _dengan_kode(f"{_ANTREKAN} RETURNING {_KODE_TERPAKAI}, false")

# For a form that was refused and may be late: asked apart, so that one in time pays nothing for it. A survey that was
# opened again in between takes it as it takes any other.
_HASIL = "SELECT terverifikasi, terlambat FROM baru"
_SIMPAN_SESUDAH_KUNCI = _dengan_kode(f", antre AS ({_ANTREKAN} WHERE NOT terlambat) {_HASIL}", sesudah_kunci=True)


def _kunci_teks(survei: Survei) -> set[str]:
    """Codes of the questions that take text."""
    return {satu.kode_unsur for satu in survei.instrumen.pertanyaan.all() if satu.jenis == JenisPertanyaan.TEKS}


def simpan_baris(
    *,
    survei: Survei,
    submission_id: UUID,
    layanan: Layanan,
    jawaban: IsianWarga,
    demografi: Mapping[str, str],
    saran: str,
    saluran: Saluran,
    versi_formulir: str,
    tanggal: date,
    status: tuple[StatusSurvei, ...] = (StatusSurvei.TERBUKA,),
    bendera: tuple[Bendera, ...] = (),
    diisi_pada: datetime | None = None,
    minta_hitung: bool = False,
    kode: str = "",
    tanda_terima: str = "",
) -> BarisBaru | None:
    """Store one form if its id is new and the survey takes forms of that day; None when no row was written.

    ``bendera`` are marks beside those that follow from the answers. A form that was filled in at ``diisi_pada``, before
    the survey was closed, is taken after the closing too, and after the lock as a late one; the moment itself is not
    stored. ``minta_hitung`` also asks for the recount of its service and day; ``tanda_terima`` is the receipt code
    where the caller knows it already. Where a row was written, ``terverifikasi`` says whether the one-time ``kode`` was
    valid for this survey, service and day, and so was used up.
    """
    minimal = survei.instrumen.minimal_terjawab
    tanda = [satu.value for satu in bendera]
    berindeks = survei.instrumen.jenis != JenisInstrumen.BEBAS
    if berindeks and jawaban_lurus(cast("Mapping[str, int | None]", jawaban), minimal):
        tanda.insert(0, Bendera.LURUS.value)
    sidik = sidik_isian(survei=survei, layanan=layanan, jawaban=jawaban, demografi=demografi, saran=saran)
    pasti, teks = pisahkan_teks(jawaban, () if berindeks else _kunci_teks(survei))
    nilai: list[Any] = [
        str(submission_id),
        layanan.pk,
        versi_formulir,
        json.dumps(pasti),
        json.dumps(teks),
        json.dumps(dict(demografi)),
        saran,
        saluran.value,
        tanggal,
        tanda,
        sidik,
        sidik_tanda(tanda_terima or kode_terima(submission_id)),
        survei.pk,
        [satu.value for satu in status],
        diisi_pada,
        tanggal,
    ]
    if minta_hitung:
        muatan = muatan_hitung(survei_id=survei.pk, layanan_id=layanan.pk, hari=tanggal)
        nilai += [TUGAS_HITUNG, kunci_hitung(**muatan), json.dumps(muatan)]
    berkode = [sidik_kode(kode) if kode else "", survei.pk, layanan.pk, tanggal, *nilai]
    with connection.cursor() as kursor:
        if kode and minta_hitung:
            kursor.execute(_SIMPAN_DENGAN_KODE, berkode)
        else:
            kursor.execute(_SIMPAN_DAN_ANTREKAN if minta_hitung else _SIMPAN, nilai)
        baris = kursor.fetchone()
        if baris is None and minta_hitung and diisi_pada is not None:
            kursor.execute(_SIMPAN_SESUDAH_KUNCI, berkode)
            baris = kursor.fetchone()
    return None if baris is None else BarisBaru(*baris)


def muatan_hitung(*, survei_id: int, layanan_id: int, hari: date) -> dict[str, Any]:
    """Arguments of the recount task, as JSON has them."""
    return {"survei_id": survei_id, "layanan_id": layanan_id, "hari": hari.isoformat()}


def kunci_hitung(*, survei_id: int, layanan_id: int, hari: str) -> str:
    """Requests with this key are sent once per drain."""
    return f"{survei_id}:{layanan_id}:{hari}"


def antrekan_hitung(*, survei_id: int, layanan_id: int, hari: date) -> None:
    """Ask for a recount of one service and day."""
    muatan = muatan_hitung(survei_id=survei_id, layanan_id=layanan_id, hari=hari)
    antrekan(tugas=TUGAS_HITUNG, kunci=kunci_hitung(**muatan), **muatan)


def terima_isian(
    *,
    survei: Survei,
    submission_id: UUID,
    layanan: Layanan,
    jawaban: IsianWarga,
    demografi: Mapping[str, str],
    saran: str,
    saluran: Saluran,
    versi_formulir: str,
    tanggal: date,
    bendera: tuple[Bendera, ...] = (),
    diisi_pada: datetime | None = None,
    pengguna: Pengguna | AnonymousUser | None = None,
    kode: str = "",
) -> HasilKirim:
    """Store one citizen's form exactly once.

    ``jawaban`` maps every element code of the instrument to 1…4 or None, or every field of a free survey that was
    reached to its answer. A repeat of the same content under the same id is ``ULANG`` with the same receipt code,
    another content is ``BEDA``, a voided form is ``DIHAPUS``. ``tanggal`` is the local day, ``bendera`` and
    ``diisi_pada`` as for ``simpan_baris``. ``pengguna`` only serves to refuse staff whose own unit is measured; it is
    stored nowhere. ``kode`` is a one-time code from the counter; one that is not
    valid any more leaves an open answer like any other.
    """
    saran = saran.strip().replace("\r\n", "\n")
    if orang_dalam(pengguna, survei):
        return HasilKirim(StatusKirim.ORANG_DALAM)
    bersih, kelompok, galat = bersihkan_jawaban(
        survei=survei, layanan=layanan, jawaban=jawaban, demografi=demografi, saran=saran
    )
    if galat:
        return HasilKirim(StatusKirim.TIDAK_SAH, galat=galat)
    tanda_terima = kode_terima(submission_id)
    baru = simpan_baris(
        survei=survei,
        submission_id=submission_id,
        layanan=layanan,
        jawaban=bersih,
        demografi=kelompok,
        saran=saran,
        saluran=saluran,
        versi_formulir=versi_formulir,
        tanggal=tanggal,
        bendera=bendera,
        diisi_pada=diisi_pada,
        minta_hitung=True,
        kode=kode,
        tanda_terima=tanda_terima,
    )
    if baru is not None:
        return HasilKirim(StatusKirim.BARU, tanda_terima, *baru)
    kolom = ("sidik", "dibatalkan", "terverifikasi", "terlambat")
    lama = Respons.objects.filter(pk=submission_id).values(*kolom).first()
    if lama is None:
        return HasilKirim(StatusKirim.DITUTUP)
    if lama["dibatalkan"]:
        return HasilKirim(StatusKirim.DIHAPUS)
    sidik = sidik_isian(survei=survei, layanan=layanan, jawaban=bersih, demografi=kelompok, saran=saran)
    # Without a digest the original text is gone, and the survey was locked long ago.
    if lama["sidik"] in {sidik, ""}:
        return HasilKirim(StatusKirim.ULANG, tanda_terima, lama["terverifikasi"], lama["terlambat"])
    return HasilKirim(StatusKirim.BEDA)


@transaction.atomic
def batalkan_isian(*, survei: Survei, submission_id: UUID, alasan: str, oleh: Pengguna) -> None:
    """Void one form of a survey that is not locked, with a reason; the row stays and never comes back.

    Raises ``PermissionDenied``, or ``ValidationError`` with an Indonesian sentence.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan)
    terkunci = Survei.objects.select_for_update(no_key=True).get(pk=survei.pk)
    if terkunci.hitungan_final:
        raise ValidationError("Survei sudah dikunci; jawabannya tidak dapat dibatalkan lagi.")
    # A late answer is not looked at, so it is not found here either.
    respons = Respons.objects.select_for_update().filter(pk=submission_id, survei=survei, terlambat=False).first()
    if respons is None:
        raise ValidationError("Jawaban itu tidak ditemukan dalam survei ini.")
    if respons.dibatalkan:
        raise ValidationError("Jawaban itu sudah dibatalkan.")
    respons.dibatalkan = True
    respons.alasan_batal = alasan
    respons.save(update_fields=["dibatalkan", "alasan_batal"])
    catat(
        pelaku=oleh,
        aksi="survei.jawaban.batalkan",
        objek=survei,
        sesudah={"kiriman": str(submission_id)},
        keterangan=alasan,
    )
    lepaskan_tema(survei_id=survei.pk, respons=respons)
    antrekan_hitung(survei_id=survei.pk, layanan_id=respons.layanan_id, hari=respons.tanggal)
