"""Building an instrument: a draft is put together, published once, and then only its wording is mended.

Meaning is what answers stand for: questions, their order, choices with their values, conditions. Another meaning is
another version, or another instrument.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.models import BarisMatriks, Instrumen, Pertanyaan, Pilihan, TeksBahasa
from survei.perhitungan.butir import (
    BERPILIHAN,
    DAPAT_MENJADI_SYARAT,
    JenisPertanyaan,
    nilai_sesudah,
    salah_susun,
)
from survei.permissions import boleh_mengelola
from survei.ringkasan.bahasa import teks_asal
from survei.ringkasan.butir import susun_butir

if TYPE_CHECKING:
    from uuid import UUID

    from rakumpit.organisasi.models import Pengguna

PERTANYAAN_TERBANYAK = 60
DASAR_SENDIRI = "Disusun kantor sendiri"
TERKUNCI = (
    "Versi ini sudah terbit. Kata-katanya boleh diperbaiki, tetapi pertanyaan, urutan, nilai, dan syaratnya tetap, "
    "karena jawaban warga mengacu padanya. Untuk mengubahnya, buat versi baru."
)


@dataclass(frozen=True, slots=True)
class IsiPertanyaan:
    """What the builder types for one question; ``pilihan`` value and label, ``baris`` the rows of a table.

    ``bila`` is the code of the earlier question on which it depends, with the values ``bila_nilai``.
    """

    teks: str
    bantuan: str = ""
    wajib: bool = True
    pilihan: tuple[tuple[int, str], ...] = ()
    baris: tuple[str, ...] = ()
    bawah: Decimal | None = None
    atas: Decimal | None = None
    bila: str = ""
    bila_nilai: tuple[int, ...] = ()


def ambil_instrumen(instrumen: Instrumen, oleh: Pengguna, *, draf: bool = True) -> Instrumen:
    """The instrument, locked, if this person may build; a published one only where ``draf`` is False."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Instrumen.objects.select_for_update().get(pk=instrumen.pk)
    if draf and terkunci.status != StatusInstrumen.DRAF:
        raise ValidationError(TERKUNCI)
    return terkunci


def catat_instrumen(aksi: str, instrumen: Instrumen, oleh: Pengguna, **isi: Any) -> None:
    """One audit entry about an instrument."""
    catat(pelaku=oleh, aksi=f"survei.instrumen.{aksi}", objek=instrumen, **isi)


def kode_baru(nama: str) -> str:
    """A code that no instrument has: the name in short, with a number where it is taken."""
    dasar = slugify(nama)[:30].strip("-") or "survei"
    ada = set(Instrumen.objects.filter(kode__startswith=dasar).values_list("kode", flat=True))
    return next(kode for kode in (dasar, *(f"{dasar}-{n}" for n in range(2, len(ada) + 3))) if kode not in ada)


def simpan_instrumen(**isi: Any) -> Instrumen:
    """A new row; ``ValidationError`` where somebody made the same code or version a moment before."""
    try:
        with transaction.atomic():
            satu: Instrumen = Instrumen.objects.create(**isi)
    except IntegrityError as galat:
        raise ValidationError("Orang lain baru saja membuat yang sama. Muat ulang daftarnya.") from galat
    return satu


@transaction.atomic
def buat_instrumen(
    *, kiriman: UUID, nama: str, judul_formulir: str, teks_anonim: str, acak: bool, ada_saran: bool, oleh: Pengguna
) -> Instrumen:
    """Begin a free survey: a draft without questions; the same ``kiriman`` again gives the same one."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    if (ada := Instrumen.objects.filter(uuid=kiriman).first()) is not None:
        return ada
    try:
        instrumen = simpan_instrumen(
            uuid=kiriman,
            kode=kode_baru(nama),
            versi=1,
            jenis=JenisInstrumen.BEBAS.value,
            status=StatusInstrumen.DRAF.value,
            nama=nama,
            judul_formulir=judul_formulir,
            teks_anonim=teks_anonim,
            acak=acak,
            ada_saran=ada_saran,
            dasar_hukum=DASAR_SENDIRI,
            minimal_terjawab=0,
            mulai=hari_ini(),
        )
    except ValidationError:
        # The same form a moment before, or another survey that took the code.
        if (ada := Instrumen.objects.filter(uuid=kiriman).first()) is None:
            raise
        return ada
    catat_instrumen("buat", instrumen, oleh, sesudah={"nama": nama})
    return instrumen


@transaction.atomic
def ubah_instrumen(
    *,
    instrumen: Instrumen,
    nama: str,
    judul_formulir: str,
    teks_anonim: str,
    acak: bool,
    ada_saran: bool,
    oleh: Pengguna,
) -> None:
    """Change name and texts; of a published version the texts only, the rest stays as it is."""
    terkunci = ambil_instrumen(instrumen, oleh, draf=False)

    def kini() -> dict[str, Any]:
        return {
            "nama": terkunci.nama,
            "judul": terkunci.judul_formulir,
            "kerahasiaan": terkunci.teks_anonim,
            "acak": terkunci.acak,
            "saran": terkunci.ada_saran,
        }

    sebelum = kini()
    terkunci.nama, terkunci.judul_formulir, terkunci.teks_anonim = nama, judul_formulir, teks_anonim
    if terkunci.status == StatusInstrumen.DRAF:
        terkunci.acak, terkunci.ada_saran = acak, ada_saran
    terkunci.save()
    catat_instrumen("ubah", terkunci, oleh, sebelum=sebelum, sesudah=kini())


def _urut(instrumen: Instrumen) -> list[Pertanyaan]:
    return list(instrumen.pertanyaan.order_by("urutan"))


def _nomori(instrumen: Instrumen, semua: Sequence[Pertanyaan]) -> None:
    """Write order and numbers anew: U1 … for elements, P1 … for other questions, none for a heading."""
    nomor = 0
    for urutan, satu in enumerate(semua, start=1):
        satu.urutan = urutan
        if satu.jenis == JenisPertanyaan.BAGIAN:
            satu.nomor = ""
            continue
        nomor += 1
        huruf = satu.nomor[:1] if satu.jenis == JenisPertanyaan.NILAI and satu.nomor else "P"
        satu.nomor = f"{huruf}{nomor}"
    Pertanyaan.objects.bulk_update(semua, ["urutan", "nomor"])


def _isi_anak(pertanyaan: Pertanyaan, isi: IsiPertanyaan) -> None:
    """Replace choices and rows of a draft's question."""
    pertanyaan.pilihan.all().delete()
    pertanyaan.baris.all().delete()
    if pertanyaan.jenis in BERPILIHAN:
        Pilihan.objects.bulk_create(
            Pilihan(pertanyaan=pertanyaan, nilai=nilai, label=label) for nilai, label in isi.pilihan
        )
    if pertanyaan.jenis == JenisPertanyaan.MATRIKS:
        BarisMatriks.objects.bulk_create(
            BarisMatriks(pertanyaan=pertanyaan, kode=f"b{urut}", urutan=urut, teks=teks)
            for urut, teks in enumerate(isi.baris, start=1)
        )


def _pasang(pertanyaan: Pertanyaan, isi: IsiPertanyaan, instrumen: Instrumen) -> None:
    """Put what was typed into the question; its condition must look back at a question with choices."""
    pertanyaan.teks, pertanyaan.bantuan = isi.teks, isi.bantuan
    pertanyaan.wajib = isi.wajib and pertanyaan.jenis != JenisPertanyaan.BAGIAN
    pertanyaan.bawah, pertanyaan.atas = isi.bawah, isi.atas
    pertanyaan.bila, pertanyaan.bila_nilai = None, []
    if not isi.bila:
        return
    syarat = instrumen.pertanyaan.filter(
        kode_unsur=isi.bila, jenis__in=[satu.value for satu in DAPAT_MENJADI_SYARAT]
    ).first()
    if syarat is None or (pertanyaan.pk and syarat.urutan >= pertanyaan.urutan):
        raise ValidationError("Syaratnya harus pertanyaan pilihan yang lebih dahulu.")
    pertanyaan.bila, pertanyaan.bila_nilai = syarat, sorted(isi.bila_nilai)


def kode_berikut(semua: Iterable[Pertanyaan]) -> str:
    """The next free code of a question: p1, p2 …"""
    terpakai = [int(satu.kode_unsur[1:]) for satu in semua if satu.kode_unsur[1:].isdigit()]
    return f"p{max(terpakai, default=0) + 1}"


@transaction.atomic
def tambah_pertanyaan(
    *, instrumen: Instrumen, jenis: JenisPertanyaan, isi: IsiPertanyaan, oleh: Pengguna, kode: str = ""
) -> Pertanyaan:
    """Put a question at the end of a draft of a free survey.

    Its code is the next free one. ``kode`` is the one that was free when the page was made: where it stands now for
    the same words, the form was sent twice, and that question is returned. Raises ``PermissionDenied`` or
    ``ValidationError``.
    """
    terkunci = ambil_instrumen(instrumen, oleh)
    if terkunci.jenis != JenisInstrumen.BEBAS or jenis is JenisPertanyaan.NILAI:
        raise ValidationError("Unsur survei ini tetap. Pertanyaan hanya ditambah pada survei bebas.")
    semua = _urut(terkunci)
    for satu in semua:
        if (satu.kode_unsur, satu.jenis, satu.teks) == (kode, jenis.value, isi.teks):
            return satu
    if len(semua) >= PERTANYAAN_TERBANYAK:
        raise ValidationError(f"Paling banyak {PERTANYAAN_TERBANYAK} pertanyaan dan judul bagian.")
    pertanyaan = Pertanyaan(
        instrumen=terkunci,
        kode_unsur=kode_berikut(semua),
        jenis=jenis.value,
        urutan=len(semua) + 1,
        unsur="",
    )
    _pasang(pertanyaan, isi, terkunci)
    pertanyaan.save()
    _isi_anak(pertanyaan, isi)
    _nomori(terkunci, [*semua, pertanyaan])
    catat_instrumen("pertanyaan.tambah", terkunci, oleh, sesudah={"kode": pertanyaan.kode_unsur, "teks": isi.teks})
    return pertanyaan


def _teks(instrumen: Instrumen) -> dict[str, str]:
    """Every Indonesian text of an instrument by its key, as it stands in the database now."""
    return {satu.kunci: satu.teks for satu in teks_asal(Instrumen.objects.get(pk=instrumen.pk))}


def _lepas_terjemahan(instrumen: Instrumen, sebelum: Mapping[str, str]) -> dict[str, str]:
    """Take out the texts in other languages whose Indonesian is another one now: they may say something else.

    An answer is known by its value, so «Ya» that became «Tidak» would keep the words of «Ya». Returns what was there.
    """
    kini = _teks(instrumen)
    berubah = [kunci for kunci, teks in sebelum.items() if kini.get(kunci) != teks]
    usang = TeksBahasa.objects.filter(instrumen=instrumen, kunci__in=berubah)
    isi = {f"{bahasa}.{kunci}": teks for bahasa, kunci, teks in usang.values_list("bahasa", "kunci", "teks")}
    usang.delete()
    return isi


def _pindahkan_syarat(pertanyaan: Pertanyaan, isi: IsiPertanyaan) -> None:
    """Let questions that depend on an answer follow it to its new place. ``ValidationError``: that answer is gone."""
    lama = dict(pertanyaan.pilihan.values_list("nilai", "label"))
    for satu in pertanyaan.lanjutan.all():
        kini = {nilai: nilai_sesudah(nilai, lama, dict(isi.pilihan)) for nilai in satu.bila_nilai if nilai in lama}
        for nilai, letak in kini.items():
            if letak is None:
                raise ValidationError(
                    f"{satu.nomor or 'Judul bagian'} hanya tampil bila dijawab «{lama[nilai]}». Ubah syaratnya dahulu."
                )
        baru = sorted(letak for letak in kini.values() if letak is not None)
        if baru != satu.bila_nilai:
            satu.bila_nilai = baru
            satu.save(update_fields=["bila_nilai"])


@transaction.atomic
def ubah_pertanyaan(*, pertanyaan: Pertanyaan, isi: IsiPertanyaan, oleh: Pengguna) -> int:
    """Change a question of a draft; an element of an index keeps its answers and is only reworded.

    Returns how many texts in other languages were taken out because they translated the old wording; the audit trail
    keeps them.
    """
    instrumen = ambil_instrumen(pertanyaan.instrumen, oleh)
    terkunci = instrumen.pertanyaan.get(pk=pertanyaan.pk)
    sebelum, teks = {"teks": terkunci.teks}, _teks(instrumen)
    if terkunci.jenis == JenisPertanyaan.NILAI:
        _perbaiki(terkunci, isi.teks, isi.bantuan, dict(isi.pilihan), {})
    else:
        _pindahkan_syarat(terkunci, isi)
        _pasang(terkunci, isi, instrumen)
        terkunci.save()
        _isi_anak(terkunci, isi)
    usang = _lepas_terjemahan(instrumen, teks)
    sesudah = {"kode": terkunci.kode_unsur, "teks": isi.teks}
    catat_instrumen("pertanyaan.ubah", instrumen, oleh, sebelum=sebelum | usang, sesudah=sesudah)
    return len(usang)


def _perbaiki(
    pertanyaan: Pertanyaan, teks: str, bantuan: str, label: Mapping[int, str], baris: Mapping[str, str]
) -> None:
    pertanyaan.teks, pertanyaan.bantuan = teks, bantuan
    pertanyaan.save(update_fields=["teks", "bantuan"])
    for pilihan in pertanyaan.pilihan.all():
        if label.get(pilihan.nilai, pilihan.label) != pilihan.label:
            pilihan.label = label[pilihan.nilai]
            pilihan.save(update_fields=["label"])
    for satu in pertanyaan.baris.all():
        if baris.get(satu.kode, satu.teks) != satu.teks:
            satu.teks = baris[satu.kode]
            satu.save(update_fields=["teks"])


@transaction.atomic
def perbaiki_kata(
    *,
    pertanyaan: Pertanyaan,
    teks: str,
    bantuan: str,
    label: Mapping[int, str],
    baris: Mapping[str, str],
    oleh: Pengguna,
) -> None:
    """Mend the wording of a published question; values, order and conditions cannot be reached from here.

    Both wordings stand in the audit trail, so that whoever doubts the meaning can compare.
    """
    instrumen = ambil_instrumen(pertanyaan.instrumen, oleh, draf=False)
    terkunci = instrumen.pertanyaan.get(pk=pertanyaan.pk)

    def kata() -> dict[str, Any]:
        return {
            "teks": terkunci.teks,
            "bantuan": terkunci.bantuan,
            "pilihan": dict(Pilihan.objects.filter(pertanyaan=terkunci).values_list("nilai", "label")),
            "baris": dict(BarisMatriks.objects.filter(pertanyaan=terkunci).values_list("kode", "teks")),
        }

    sebelum = kata()
    _perbaiki(terkunci, teks, bantuan, label, baris)
    catat_instrumen("pertanyaan.kata", instrumen, oleh, sebelum=sebelum, sesudah=kata())


@transaction.atomic
def pindah_pertanyaan(*, pertanyaan: Pertanyaan, naik: bool, oleh: Pengguna) -> None:
    """Move a question of a draft one place up or down; at the end of the list nothing happens."""
    instrumen = ambil_instrumen(pertanyaan.instrumen, oleh)
    semua = _urut(instrumen)
    letak = next(i for i, satu in enumerate(semua) if satu.pk == pertanyaan.pk)
    ke = letak - 1 if naik else letak + 1
    if not 0 <= ke < len(semua):
        return
    semua[letak], semua[ke] = semua[ke], semua[letak]
    _nomori(instrumen, semua)
    catat_instrumen("pertanyaan.pindah", instrumen, oleh, sesudah={"kode": pertanyaan.kode_unsur, "urutan": ke + 1})


@transaction.atomic
def hapus_pertanyaan(*, pertanyaan: Pertanyaan, oleh: Pengguna) -> None:
    """Take a question out of a draft; one that others depend on, or an element of an index, stays."""
    instrumen = ambil_instrumen(pertanyaan.instrumen, oleh)
    terkunci = instrumen.pertanyaan.get(pk=pertanyaan.pk)
    if terkunci.jenis == JenisPertanyaan.NILAI:
        raise ValidationError("Unsur survei ini tetap, jadi tidak dapat dihapus.")
    if terkunci.lanjutan.exists():
        raise ValidationError("Ada pertanyaan yang bergantung padanya. Hapus syarat itu lebih dahulu.")
    catat_instrumen("pertanyaan.hapus", instrumen, oleh, sebelum={"kode": terkunci.kode_unsur, "teks": terkunci.teks})
    teks = TeksBahasa.objects.filter(instrumen=instrumen, kunci__regex=rf"^{terkunci.kode_unsur}([.=-].*)?$")
    teks.delete()
    terkunci.pilihan.all().delete()
    terkunci.baris.all().delete()
    terkunci.delete()
    _nomori(instrumen, _urut(instrumen))


@transaction.atomic
def terbitkan_instrumen(*, instrumen: Instrumen, oleh: Pengguna) -> None:
    """Publish a draft; from then on surveys may use it, and only its wording may be mended."""
    terkunci = ambil_instrumen(instrumen, oleh)
    butir = susun_butir(terkunci)
    if not any(satu.kunci for satu in butir):
        raise ValidationError("Tambahkan sekurangnya satu pertanyaan sebelum menerbitkan.")
    if salah := salah_susun([satu for satu in butir if satu.jenis is not JenisPertanyaan.NILAI]):
        nomor = {satu.kode_unsur: satu.nomor for satu in _urut(terkunci)}
        raise ValidationError([f"{nomor[kode]}: {teks}" for kode, teks in salah.items()])
    terkunci.status, terkunci.mulai = StatusInstrumen.TERBIT.value, hari_ini()
    terkunci.save(update_fields=["status", "mulai"])
    catat_instrumen("terbit", terkunci, oleh, sesudah={"versi": terkunci.versi, "pertanyaan": len(butir)})


@transaction.atomic
def hapus_draf(*, instrumen: Instrumen, oleh: Pengguna) -> None:
    """Throw a draft away; one that a survey was made with stays."""
    terkunci = ambil_instrumen(instrumen, oleh)
    if terkunci.survei.exists():
        raise ValidationError("Sudah ada survei yang memakai draf ini.")
    catat_instrumen(
        "hapus", terkunci, oleh, sebelum={"kode": terkunci.kode, "versi": terkunci.versi, "nama": terkunci.nama}
    )
    TeksBahasa.objects.filter(instrumen=terkunci).delete()
    Pilihan.objects.filter(pertanyaan__instrumen=terkunci).delete()
    BarisMatriks.objects.filter(pertanyaan__instrumen=terkunci).delete()
    terkunci.pertanyaan.update(bila=None, bila_nilai=[])
    terkunci.pertanyaan.all().delete()
    terkunci.delete()
