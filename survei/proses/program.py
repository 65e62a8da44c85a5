"""When a service programme has ended, its survey opens by itself; its owner is told and reminded.

Safe to run at any time and twice: every programme is one transaction under its own lock, and the database holds one
survey per programme. What was left when a worker died is done by the next call.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse

from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Layanan, ProgramPelayanan
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums import StatusSurvei
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.enums.saluran import JenisTitik
from survei.models import Instrumen, Survei, SurveiProgram
from survei.perhitungan import SEL_MINIMUM
from survei.proses.titik import pasang_titik

# Choices of the office: how long people can answer, how old an ended programme may be, when its owner is reminded.
HARI_TERBUKA = 14
HARI_TERLAMBAT = 30
HARI_INGAT = 4


def instrumen_program(hari: date) -> Instrumen | None:
    """The newest published version of the questions about a programme."""
    satu: Instrumen | None = (
        Instrumen.objects.filter(
            jenis=JenisInstrumen.PROGRAM.value, status=StatusInstrumen.TERBIT.value, mulai__lte=hari
        )
        .order_by("-mulai", "-versi")
        .first()
    )
    return satu


def _layanan(program: ProgramPelayanan) -> Layanan | None:
    """An answer belongs to a service: of a programme to the first one of its unit, which the form does not show."""
    satu: Layanan | None = Layanan.objects.filter(unit=program.unit_id, aktif=True).order_by("kode", "pk").first()
    return satu


def buka_survei_program() -> int:
    """Open the survey of every programme that ended within the last ``HARI_TERLAMBAT`` days and has none yet.

    A programme whose unit has no active service, or without published questions, waits. Returns the number opened.
    """
    hari = hari_ini()
    instrumen = instrumen_program(hari)
    if instrumen is None:
        return 0
    berakhir = ProgramPelayanan.objects.filter(
        selesai__lt=hari, selesai__gte=hari - timedelta(days=HARI_TERLAMBAT), survei_program=None
    )
    return sum(_buka(pk, instrumen, hari) for pk in berakhir.order_by("selesai", "pk").values_list("pk", flat=True))


@transaction.atomic
def _buka(program_id: int, instrumen: Instrumen, hari: date) -> bool:
    program = ProgramPelayanan.objects.select_for_update(of=("self",)).select_related("pemilik").get(pk=program_id)
    layanan = _layanan(program)
    if layanan is None or SurveiProgram.objects.filter(program=program).exists():
        return False
    survei = Survei.objects.create(
        kode=f"program-{program.uuid.hex[:12]}",
        judul=program.nama,
        unit_id=program.unit_id,
        instrumen=instrumen,
        mulai=hari,
        selesai=hari + timedelta(days=HARI_TERBUKA - 1),
        status=StatusSurvei.TERBUKA.value,
    )
    survei.layanan.set([layanan])
    SurveiProgram.objects.create(program=program, survei=survei)
    pasang_titik(survei=survei, nama=program.nama[:100], jenis=JenisTitik.QR, layanan=None, pin="", oleh=None)
    catat(pelaku=None, aksi="survei.program.buka", objek=survei, sesudah={"program": str(program.uuid)})
    _kabari(program, "buka", f"Survei {program.nama} sudah dibuka", survei)
    return True


def _kabari(program: ProgramPelayanan, apa: str, judul: str, survei: Survei) -> None:
    if program.pemilik.pengguna_id is None:
        return
    kirim(
        penerima_id=program.pemilik.pengguna_id,
        kunci=f"survei-program-{apa}:{program.uuid}",
        judul=judul,
        isi=f"Bagikan kode QR atau tautannya kepada peserta. Terbuka sampai {format_tanggal(survei.selesai)}.",
        tautan=reverse("survei:program_lihat", args=[program.uuid]),
    )


def ingatkan_pemilik_program() -> int:
    """Remind, once per programme, owners whose survey closes soon and has too few answers to show a result."""
    hari = hari_ini()
    segera = SurveiProgram.objects.filter(
        survei__status=StatusSurvei.TERBUKA.value,
        survei__selesai__gte=hari,
        survei__selesai__lt=hari + timedelta(days=HARI_INGAT),
    ).select_related("program__pemilik", "survei")
    jumlah = 0
    for satu in segera.order_by("pk"):
        if satu.survei.respons.terhitung()[:SEL_MINIMUM].count() >= SEL_MINIMUM:
            continue
        with transaction.atomic():
            _kabari(satu.program, "ingat", f"Jawaban survei {satu.program.nama} masih sedikit", satu.survei)
        jumlah += 1
    return jumlah
