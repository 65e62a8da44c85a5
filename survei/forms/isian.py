"""The public form, built from the instrument of the survey. Only the fields named here are ever read."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import QueryDict

from rakumpit.organisasi.models import Layanan
from rakumpit.waktu import hari_ini
from survei import tanda_buka
from survei.enums import DEMOGRAFI, Bendera
from survei.enums.instrumen import ArahButir, JenisInstrumen
from survei.forms.isian_bebas import SoalBebas, TanyaBebas, kata_jawaban, sebut, susun_soal, susun_tanya
from survei.models import Instrumen, Survei
from survei.perhitungan import KodeUnsur, terlalu_cepat
from survei.perhitungan.butir import Jawaban, periksa_isian
from survei.proses.isian import PANJANG_SARAN
from survei.proses.token import baca_kode_survei

TIDAK_MENJAWAB = "tidak"
# One tap each; a longer list of services is a select, which takes two.
LAYANAN_BERDERET = 12
BILANGAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
LABEL_TIDAK_MENJAWAB = "Tidak tahu / tidak memakai"
# A citizen who was asked for money where none is due should know it is wrong, and where to say so.
BANTUAN_GRATIS = "Layanan ini tidak dipungut biaya. Bila Anda diminta membayar, beri tahu lewat «Sampaikan laporan»."
_NOMOR_VERSI = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
# PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair.
_TAK_TERSIMPAN = re.compile("[\x00\ud800-\udfff]")


def kalimat_lama(banyak: int) -> str:
    """How many questions and about how many minutes: some 13 seconds each, nine in two minutes."""
    menit = max(1, round(banyak * 13 / 60))
    return f"{_bilangan(banyak).capitalize()} pertanyaan, sekitar {_bilangan(menit)} menit."


def _bilangan(angka: int) -> str:
    return BILANGAN[angka] if angka < len(BILANGAN) else str(angka)


@dataclass(frozen=True, slots=True)
class Soal:
    """One question as the template shows it; ``dipilih`` is the posted value, ``galat`` what is wrong with it."""

    nama: str
    urut: int
    unsur: str
    teks: str
    pilihan: tuple[tuple[str, str], ...]
    dipilih: str
    galat: str
    lang: str = ""
    bantuan: str = ""


@dataclass(frozen=True, slots=True)
class Tanya:
    """One question of the instrument: field name (U1 …), element code, texts, answers with «tidak menjawab» last."""

    nomor: str
    kode_unsur: str
    unsur: str
    teks: str
    pilihan: tuple[tuple[str, str], ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """What the form of one survey consists of; read once, it serves many submissions."""

    survei: Survei
    tanya: tuple[Tanya, ...]
    layanan: Mapping[str, Layanan]
    versi: str
    bebas: tuple[TanyaBebas, ...] = ()

    @classmethod
    def dari(cls, survei: Survei) -> Bentuk:
        """Read the form; ``survei`` comes with ``instrumen__pertanyaan__pilihan`` and ``layanan`` prefetched."""
        instrumen = survei.instrumen
        bebas = susun_tanya(instrumen) if instrumen.jenis == JenisInstrumen.BEBAS else ()
        layanan = {str(satu.uuid): satu for satu in survei.layanan.all() if satu.aktif}
        tanya = () if bebas else cls._tanya(instrumen)
        return cls(survei, tanya, layanan, f"{instrumen.kode}-v{instrumen.versi}", bebas)

    @classmethod
    def coba(cls, instrumen: Instrumen) -> Bentuk:
        """The form of an instrument for a trial: a survey and a service that stand in no table."""
        contoh = Survei(instrumen=instrumen, judul=instrumen.nama, mulai=hari_ini(), selesai=hari_ini())
        bebas = susun_tanya(instrumen) if instrumen.jenis == JenisInstrumen.BEBAS else ()
        return cls(
            contoh,
            () if bebas else cls._tanya(instrumen),
            {"contoh": Layanan(nama="Contoh layanan")},
            f"{instrumen.kode}-v{instrumen.versi}",
            bebas,
        )

    @property
    def banyak(self) -> int:
        """Number of questions; a heading is none."""
        return len(self.tanya) + sum(bool(satu.butir.kunci) for satu in self.bebas)

    @staticmethod
    def _tanya(instrumen: Instrumen) -> tuple[Tanya, ...]:
        return tuple(
            Tanya(
                nomor=satu.nomor,
                kode_unsur=satu.kode_unsur,
                unsur=satu.unsur,
                teks=satu.teks,
                lang=satu.lang,
                pilihan=(
                    *(
                        (str(p.nilai), p.label)
                        for p in sorted(
                            satu.pilihan.all(), key=lambda p: p.nilai, reverse=satu.arah == ArahButir.BERLAWANAN
                        )
                    ),
                    (TIDAK_MENJAWAB, LABEL_TIDAK_MENJAWAB),
                ),
            )
            for satu in sorted(instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
        )

    def untuk_versi(self, versi: str, hari: date) -> Bentuk | None:
        """The same form with the questions of the version that a device held; None if it was not in force on ``hari``.

        Numbers differ between versions (U8 and U9 have changed places before), so answers are read with the questions
        that the citizen saw. A version with other elements cannot be counted with this survey: None as well.
        """
        kode, _, nomor = versi.rpartition("-v")
        if versi == self.versi:
            return self
        # Questions of a free survey mean something in their own version only.
        if self.bebas or kode != self.survei.instrumen.kode or not _NOMOR_VERSI.fullmatch(nomor):
            return None
        lama = (
            Instrumen.objects.filter(Q(selesai=None) | Q(selesai__gte=hari), kode=kode, versi=nomor, mulai__lte=hari)
            .prefetch_related("pertanyaan__pilihan")
            .first()
        )
        if lama is None:
            return None
        tanya = self._tanya(lama)
        if {satu.kode_unsur for satu in tanya} != {satu.kode_unsur for satu in self.tanya}:
            return None
        return Bentuk(self.survei, tanya, self.layanan, versi)


class IsianSurveiForm:
    """Nine questions (fields named ``U1`` … by the instrument's numbers), service, suggestion, grouped own data.

    Not a ``django.forms.Form``: building fifteen fields anew costs more than storing the answer. Same manners:
    ``is_valid()``, ``errors`` (field -> sentence), ``cleaned_data``. A missing, empty or foreign answer is an error
    that names the element; «Tidak tahu / tidak memakai» is an answer of its own and becomes None.
    """

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        bentuk: Bentuk,
        hari: date | None = None,
        initial: Mapping[str, str] | None = None,
    ) -> None:
        """``hari`` is the day on which the form was filled in (default: today), for the version that it names."""
        self.bentuk = bentuk
        self.survei = bentuk.survei
        self.is_bound = data is not None
        self.data: Mapping[str, str] = data or {}
        self.initial = initial or {}
        self.errors: dict[str, str] = {}
        self.cleaned_data: dict[str, Any] = {}
        if self.is_bound:
            cocok = bentuk.untuk_versi(self.nilai("versi_formulir") or bentuk.versi, hari or hari_ini())
            if cocok is None:
                self.errors["versi_formulir"] = "Pertanyaannya sudah diganti. Periksa isian Anda, lalu kirim lagi."
            self.bentuk = cocok or bentuk
            self._baca()

    def is_valid(self) -> bool:
        """Whether everything was posted and can be stored."""
        return self.is_bound and not self.errors

    def _baca(self) -> None:
        """Read the known fields; all others are never looked at."""
        bersih = self.cleaned_data
        try:
            bersih["submission_id"] = uuid.UUID(self.nilai("submission_id"))
        except ValueError:
            self.errors["submission_id"] = "Halaman ini sudah lama terbuka. Periksa isian Anda, lalu kirim lagi."
        bersih["versi_formulir"] = self.versi
        bersih["kode"] = baca_kode_survei(self.nilai("kode"))
        kode = self.nilai("layanan")
        if kode in self.bentuk.layanan:
            bersih["layanan"] = self.bentuk.layanan[kode]
        elif kode:
            self.errors["layanan"] = "Layanan itu tidak ada dalam survei ini. Pilih dari daftar."
        else:
            self.errors["layanan"] = "Pilih layanan yang Anda urus."
        self._baca_jawaban()
        cepat = not self.bentuk.bebas and terlalu_cepat(
            tanda_buka.detik_sejak(self.nilai("dibuka")), len(self.bentuk.tanya)
        )
        bersih["bendera"] = (Bendera.CEPAT,) if cepat else ()
        saran = self.nilai("saran").replace("\r\n", "\n").strip() if self.survei.instrumen.ada_saran else ""
        if len(saran) > PANJANG_SARAN:
            self.errors["saran"] = f"Saran paling panjang {PANJANG_SARAN} huruf. Persingkat sedikit."
        elif _TAK_TERSIMPAN.search(saran):
            self.errors["saran"] = "Saran memuat tanda yang tidak dapat disimpan. Ketik ulang bagian itu."
        bersih["saran"] = saran
        bersih["demografi"] = {}
        for kunci, (_, kelompok) in DEMOGRAFI.items():
            if isi := self.nilai(kunci):
                if isi in kelompok:
                    bersih["demografi"][kunci] = isi
                else:
                    self.errors[kunci] = "Pilih dari daftar, atau biarkan kosong."

    def _baca_jawaban(self) -> None:
        if self.bentuk.bebas:
            isian, galat = periksa_isian([satu.butir for satu in self.bentuk.bebas], self.semua)
            self.errors |= galat
            self.cleaned_data["jawaban"] = isian
            return
        jawaban: dict[str, int | None] = {}
        for tanya in self.bentuk.tanya:
            isi = self.nilai(tanya.nomor)
            if any(isi == nilai for nilai, _ in tanya.pilihan):
                jawaban[tanya.kode_unsur] = None if isi == TIDAK_MENJAWAB else int(isi)
            elif isi:
                self.errors[tanya.nomor] = "Jawaban itu tidak ada. Pilih satu jawaban di bawah ini."
            else:
                self.errors[tanya.nomor] = "Belum dijawab. Pilih satu jawaban."
        self.cleaned_data["jawaban"] = jawaban

    def nilai(self, nama: str) -> str:
        """What stands in a field: as posted, else the initial value."""
        return (self.data if self.is_bound else self.initial).get(nama) or ""

    def semua(self, nama: str) -> list[str]:
        """All that was posted in a field; boxes of one question share a name."""
        if isinstance(self.data, QueryDict):
            return self.data.getlist(nama)
        return [isi] if (isi := self.nilai(nama)) else []

    @property
    def versi(self) -> str:
        """Version of the form whose questions these are."""
        return self.bentuk.versi

    @cached_property
    def kode_kiriman(self) -> str:
        """Id for the hidden field: the posted one where it is an id, a new one on a fresh page.

        It is also what a random order of questions is drawn from, so a page with errors keeps the order.
        """
        return str(self.cleaned_data.get("submission_id") or uuid.uuid4())

    @property
    def kode_survei(self) -> str:
        """The one-time code of the counter that goes with this form; "" for none."""
        return baca_kode_survei(self.nilai("kode"))

    @property
    def dibuka(self) -> str:
        """Signed moment at which the citizen first saw the form; a page with errors carries it on."""
        return self.nilai("dibuka") or tanda_buka.buat()

    @property
    def soal(self) -> list[Soal]:
        """The questions for the template."""
        return [
            Soal(
                nama=tanya.nomor,
                urut=urut,
                unsur=tanya.unsur,
                teks=tanya.teks,
                pilihan=tanya.pilihan,
                dipilih=self.nilai(tanya.nomor),
                galat=self.errors.get(tanya.nomor, ""),
                lang=tanya.lang,
                bantuan=BANTUAN_GRATIS if tanya.kode_unsur == KodeUnsur.BIAYA and self.gratis else "",
            )
            for urut, tanya in enumerate(self.bentuk.tanya, start=1)
        ]

    @property
    def lama_isi(self) -> str:
        """«Sembilan pertanyaan, sekitar dua menit.»"""
        return kalimat_lama(self.bentuk.banyak)

    @property
    def soal_bebas(self) -> list[SoalBebas]:
        """The questions of a free survey for the template."""
        return susun_soal(
            self.bentuk.bebas,
            acak=self.survei.instrumen.acak,
            biji=self.kode_kiriman,
            semua=self.semua,
            galat=self.errors,
        )

    @property
    def terbaca(self) -> list[tuple[str, str]]:
        """Question and what was read from it, as words; for a trial of the form."""
        jawaban: Mapping[str, Jawaban] = self.cleaned_data["jawaban"]
        keluar = [
            (satu.teks, dict(satu.pilihan).get(str(jawaban[satu.kode_unsur]), LABEL_TIDAK_MENJAWAB))
            for satu in self.bentuk.tanya
        ]
        return keluar + [baris for satu in self.bentuk.bebas for baris in kata_jawaban(satu, jawaban)]

    @property
    def pilihan_layanan(self) -> list[tuple[str, str]]:
        """Services to choose from."""
        return [(kode, satu.nama) for kode, satu in self.bentuk.layanan.items()]

    @property
    def layanan_terpilih(self) -> str:
        """Key of the chosen service; the only one of a survey is chosen already, a link may name it by code too."""
        layanan = self.bentuk.layanan
        if len(layanan) == 1:
            return next(iter(layanan))
        isi = self.nilai("layanan")
        if self.is_bound or isi in layanan:
            return isi
        # A code is unique within its unit only; where two services share it, the citizen chooses.
        cocok = [kunci for kunci, satu in layanan.items() if isi and satu.kode.lower() == isi.lower()]
        return cocok[0] if len(cocok) == 1 else ""

    @property
    def gratis(self) -> bool:
        """Whether the chosen service, or each one that may be chosen, costs nothing."""
        layanan = self.bentuk.layanan
        terpilih = layanan.get(self.layanan_terpilih)
        return all(satu.gratis for satu in ([terpilih] if terpilih else layanan.values()))

    @property
    def layanan_tetap(self) -> str:
        """Name of a service that needs no tap: the only one, or the one that the link named; else empty."""
        layanan = self.bentuk.layanan
        if self.is_bound and len(layanan) > 1:
            return ""
        satu = layanan.get(self.layanan_terpilih)
        return satu.nama if satu else ""

    @property
    def layanan_berderet(self) -> bool:
        """Whether the services stand in a row of buttons."""
        return len(self.bentuk.layanan) <= LAYANAN_BERDERET

    @property
    def isi_saran(self) -> str:
        """The suggestion as typed."""
        return self.nilai("saran")

    @property
    def ada_data_diri(self) -> bool:
        """Whether anything was said about oneself, so that the group is shown open."""
        return any(self.nilai(kunci) for kunci in DEMOGRAFI)

    @property
    def data_diri(self) -> list[tuple[str, str, list[tuple[str, str]], str, str]]:
        """``(name, label, choices, chosen, error)`` of the grouped own data."""
        return [
            (kunci, label, [("", "Tidak diisi"), *kelompok.items()], self.nilai(kunci), self.errors.get(kunci, ""))
            for kunci, (label, kelompok) in DEMOGRAFI.items()
        ]

    @property
    def daftar_galat(self) -> list[tuple[str, str, str]]:
        """``(anchor, label, sentence)`` of everything that is wrong, in the order of the page."""
        nama = {"submission_id": "Formulir", "versi_formulir": "Formulir", "layanan": "Layanan"}
        nama |= {tanya.nomor: tanya.unsur for tanya in self.bentuk.tanya}
        for satu in self.bentuk.bebas:
            nama |= {kunci: sebut(dict(satu.baris).get(kunci, satu.teks)) for kunci in satu.butir.kunci}
        nama |= {"setuju": "Persetujuan", "saran": "Saran", **{kunci: label for kunci, (label, _) in DEMOGRAFI.items()}}
        return [(kunci, label, self.errors[kunci]) for kunci, label in nama.items() if kunci in self.errors]
