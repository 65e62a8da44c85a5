"""What waits for a reader in training, and what the search finds."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F
from django.urls import reverse

from pelatihan.enums import StatusRencana
from pelatihan.enums.kegiatan import LABEL_STATUS_KEGIATAN
from pelatihan.models import Kegiatan, Program, RencanaPengembangan, SertifikatLuar
from pelatihan.perhitungan.kegiatan import DIUMUMKAN, StatusKegiatan
from pelatihan.permissions import PUNCAK, boleh_mengelola, orang_kantor, rantai_atasan
from pelatihan.ringkasan.jawaban_daftar import tugas_jawaban, tugas_tawaran
from pelatihan.ringkasan.praktik import temuan_praktik, tugas_praktik
from pelatihan.ringkasan.tugas_ikut import tugas_ikut
from pelatihan.ringkasan.tugas_sesudah import tugas_sesudah
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import Temuan
from rakumpit.waktu import format_tanggal, tanggal_lokal


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """The plan, certificates, registrations, events with tests and feedback, what follows; one step."""
    bagian = yield from bersama(
        [
            _dijawab(pembaca),
            _diperiksa(pembaca),
            _divalidasi(pembaca),
            _ditetapkan(pembaca),
            tugas_jawaban(pembaca),
            tugas_tawaran(pembaca),
            tugas_praktik(pembaca),
            *tugas_sesudah(pembaca),
            _kegiatan_diusulkan(pembaca),
            *tugas_ikut(pembaca),
        ]
    )
    return [tugas for satu in bagian for tugas in satu]


def _tugas(kata: str, kode: UUID, judul: str, dari: str, batas: date | None) -> Tugas:
    return Tugas(f"{kata} rencana: {judul}", dari, batas, reverse("pelatihan:rencana", args=[kode]), "Baca rencana")


def _dijawab(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Of the direct superior, and past the day also of the one above him."""
    if not pembaca.dipimpin:
        return []
    awal = "pegawai__rencana_pengembangan__"
    (baris,) = yield [
        Penugasan.objects.pada(pembaca.hari)
        .filter(
            jabatan__unit_id__in=pembaca.di_bawah,
            pegawai__rencana_pengembangan__status=StatusRencana.DIUSULKAN.value,
        )
        # «definitif» comes first in the alphabet, as it does in ``Pegawai.penugasan_pada``.
        .order_by("sifat", "pk")
        .values_list(
            *(f"{awal}uuid", f"{awal}judul", f"{awal}batas_atasan"),
            *("pegawai__nama", "pegawai_id", "jabatan__unit_id", "jabatan__memimpin"),
        )
    ]
    hasil: dict[UUID, Tugas | None] = {}
    for kode, judul, batas, nama, pegawai_id, unit_id, memimpin in baris:
        if kode in hasil:
            continue
        rantai = rantai_atasan(
            unit_id=unit_id,
            memimpin=memimpin,
            pegawai_id=pegawai_id,
            induk=pembaca.induk,
            pemimpin=pembaca.pemimpin,
        )
        boleh = rantai if pembaca.hari > batas else rantai[:1]
        ya = any(satu.adalah(*pembaca.orang) for satu in boleh)
        hasil[kode] = _tugas("Jawab", kode, judul, nama, batas) if ya else None
    return [satu for satu in hasil.values() if satu is not None]


def _diperiksa(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not boleh_mengelola(pembaca.pengguna):
        return []
    (baris,) = yield [
        SertifikatLuar.objects.menunggu()
        .exclude(pegawai__pengguna=pembaca.pengguna)
        .order_by("diajukan_pada", "pk")
        .values_list("uuid", "judul", "pegawai__nama", "diajukan_pada")
    ]
    rumpun = Rumpun("pelatihan-sertifikat", "Periksa {jumlah} sertifikat", reverse("pelatihan:periksa"))
    return [
        Tugas(
            f"Periksa sertifikat: {judul}",
            nama,
            None,
            reverse("pelatihan:sertifikat", args=[kode]),
            "Buka sertifikat",
            rumpun,
        )
        for kode, judul, nama, _diajukan in baris
    ]


def _divalidasi(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not boleh_mengelola(pembaca.pengguna):
        return []
    (baris,) = yield [
        RencanaPengembangan.objects.filter(status=StatusRencana.DIVERIFIKASI.value)
        .exclude(pegawai__pengguna=pembaca.pengguna)
        .order_by("diusulkan_pada", "pk")
        .values_list("uuid", "judul", "pegawai__nama")
    ]
    return [_tugas("Periksa", kode, judul, nama, None) for kode, judul, nama in baris]


def _ditetapkan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not pembaca.dipimpin:
        return []
    baris, puncak = yield [
        RencanaPengembangan.objects.filter(status=StatusRencana.DIVALIDASI.value)
        .exclude(pegawai__pengguna=pembaca.pengguna)
        .order_by("diusulkan_pada", "pk")
        .values_list("uuid", "judul", "pegawai__nama"),
        UnitKerja.objects.filter(pk__in=pembaca.dipimpin, jenis__in=PUNCAK).order_by().values_list("pk"),
    ]
    return [_tugas("Tetapkan", kode, judul, nama, None) for kode, judul, nama in baris] if puncak else []


def _kegiatan_diusulkan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Events that somebody else proposed, of the units that this person leads, for the pengelola of all."""
    pengelola = boleh_mengelola(pembaca.pengguna)
    if not pengelola and not pembaca.di_bawah:
        return []
    semua = Kegiatan.objects.filter(status=StatusKegiatan.DIUSULKAN.value)
    if not pengelola:
        semua = semua.filter(unit__in=pembaca.di_bawah)
    (baris,) = yield [
        semua.exclude(diusulkan_oleh=pembaca.pengguna)
        .exclude(dibuat_oleh=pembaca.pengguna)
        .order_by("pk")
        .values_list("uuid", "judul", "unit__nama")
    ]
    return [
        Tugas(f"Putuskan kegiatan: {judul}", unit, None, reverse("pelatihan:kegiatan", args=[kode]), "Baca kegiatan")
        for kode, judul, unit in baris
    ]


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Programmes on offer and events by title, and good practice. One step."""
    bagian = yield from bersama(
        [
            _program(pengguna, kata, batas),
            _kegiatan(pengguna, kata, batas),
            temuan_praktik(pengguna, kata, batas=batas),
        ]
    )
    return [temuan for satu in bagian for temuan in satu]


def _program(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    if not orang_kantor(pengguna):
        return []
    (baris,) = yield [
        Program.objects.filter(aktif=True, judul__icontains=kata)
        .order_by("judul", "pk")
        .values_list("uuid", "judul", "bentuk__nama")[:batas]
    ]
    return [
        Temuan("Program pelatihan", judul, bentuk, reverse("pelatihan:program", args=[kode]))
        for kode, judul, bentuk in baris
    ]


def _kegiatan(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    """Announced events, for the pengelola and the pemeriksa all, the newest first, with state, unit and first day.

    Drafts of a unit are on its own list: which units one may read would be two statements more on every search.
    """
    if not orang_kantor(pengguna):
        return []
    semua = Kegiatan.objects.filter(judul__icontains=kata)
    if not (pengguna.pengelola or pengguna.pemeriksa):
        semua = semua.filter(status__in=[satu.value for satu in DIUMUMKAN])
    (baris,) = yield [
        semua.berjadwal().order_by("-pk").values_list("uuid", "judul", "status", "unit__nama", F("mulai"))[:batas]
    ]
    return [
        Temuan(
            "Kegiatan pelatihan",
            judul,
            " · ".join(
                [
                    LABEL_STATUS_KEGIATAN[StatusKegiatan(status)],
                    unit,
                    *([format_tanggal(tanggal_lokal(mulai))] if mulai is not None else []),
                ]
            ),
            reverse("pelatihan:kegiatan", args=[kode]),
        )
        for kode, judul, status, unit, mulai in baris
    ]
