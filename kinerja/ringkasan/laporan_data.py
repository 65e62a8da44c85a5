"""Reports of wrong data: what stands there now, which recorded changes may have mended it, and whose duty they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from kinerja.enums.laporan_data import LABEL_HAL_DATA, HalData, StatusLaporanData
from kinerja.models import SKP, Evaluasi, LaporanData
from kinerja.permissions import PetaAtasan, boleh_mengelola
from kinerja.permissions.laporan_data import baca_pimpinan_kantor
from rakumpit.audit.models import CatatanAudit
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import WIB, format_tanggal, hari_ini

_PANJANG = 500
PERUBAHAN_TAMPIL = 20
# Recorded changes that can mend wrong data, in the words of the page. What is not listed is never offered: a new
# password is in the same trail.
_KATA = {
    "organisasi.penugasan.pindahkan": "Mutasi",
    "organisasi.penugasan.tunjuk": "Penunjukan Plt. atau Plh.",
    "organisasi.penugasan.tunjuk_plh": "Penunjukan Plh.",
    "organisasi.penugasan.akhiri": "Penugasan diakhiri",
    "organisasi.penugasan.akhiri_plh": "Plh. diakhiri",
    "organisasi.penugasan.tambah": "Penugasan ditambah",
    "organisasi.penugasan.ubah": "Penugasan diubah",
    "organisasi.pegawai.ubah": "Data pegawai diubah",
    "organisasi.pegawai.isi_status": "Status pegawai diisi",
    "organisasi.pegawai.impor": "Impor pegawai",
    "organisasi.akun.ganti_nip": "NIP diganti",
    "organisasi.pengguna.ubah": "Akun diubah",
    "organisasi.jabatan.ubah": "Jabatan diubah",
    "organisasi.unitkerja.ubah": "Unit kerja diubah",
    "kinerja.periode.ubah": "Periode diubah",
    "kinerja.skp.alihkan": "SKP dialihkan ke pejabat penilai hari ini",
    "kinerja.evaluasi.revisi_baru": "Koreksi evaluasi dibuka",
}
_IMPOR = "organisasi.imporpegawai"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One recorded change: ``kata`` says which, ``tentang`` what the assignment is by now ("" for other rows)."""

    pk: int
    kata: str
    tentang: str
    waktu: datetime


def yang_tertulis(pegawai: Pegawai, hal: str, skp: SKP | None = None, evaluasi: Evaluasi | None = None) -> str:
    """What the office has stored about this, as the page of the plan, of the evaluation or of the account shows it.

    "" where nothing is copied: the NIP stands only with the account, other data were not named.
    """
    match hal:
        case HalData.NAMA:
            teks = pegawai.nama
        case HalData.PANGKAT:
            teks = (evaluasi.golongan if evaluasi is not None else pegawai.golongan) or "Belum diisi"
        case HalData.PERIODE:
            teks = _masa(skp, evaluasi)
        case HalData.ATASAN:
            teks = _penilai(pegawai, skp, evaluasi)
        case HalData.JABATAN | HalData.UNIT | HalData.TMT:
            teks = _tempat(pegawai, hal, evaluasi)
        case _:
            teks = ""
    return teks[:_PANJANG]


def _masa(skp: SKP | None, evaluasi: Evaluasi | None) -> str:
    if evaluasi is not None:
        satu = evaluasi.periode
        return f"{satu.nama}, {format_tanggal(satu.mulai)} sampai {format_tanggal(satu.selesai)}"
    if skp is not None:
        return f"SKP {format_tanggal(skp.mulai)} sampai {format_tanggal(skp.selesai)}"
    return ""


def _penilai(pegawai: Pegawai, skp: SKP | None, evaluasi: Evaluasi | None) -> str:
    if evaluasi is not None:
        return evaluasi.penilai_nama or "Belum tercatat"
    penilai = (skp.penilai or skp.penilai_luar) if skp is not None else None
    return str(penilai or pegawai.atasan_pada(hari_ini()) or "Belum tercatat")


def _tempat(pegawai: Pegawai, hal: str, evaluasi: Evaluasi | None) -> str:
    if evaluasi is not None and hal != HalData.TMT:
        return (evaluasi.jabatan_nama if hal == HalData.JABATAN else evaluasi.unit_nama) or "Belum tercatat"
    tugas = pegawai.penugasan_pada(hari_ini())
    if tugas is None:
        return "Belum memegang jabatan"
    if hal == HalData.TMT:
        return f"{tugas.jabatan}, sejak {format_tanggal(tugas.mulai)}"
    return tugas.jabatan.nama if hal == HalData.JABATAN else tugas.jabatan.unit.nama


def perubahan_sejak(laporan: LaporanData) -> list[Perubahan]:
    """Recorded changes since the day of the report that may have mended it, the newest first, at most 20."""
    sejak = datetime.combine(laporan.diajukan_pada, time.min, WIB)
    catatan = (
        CatatanAudit.objects.filter(_tentang(laporan), waktu__gte=sejak, aksi__in=_KATA)
        .order_by("-pk")
        .only("pk", "aksi", "waktu", "objek_jenis", "objek_id")[:PERUBAHAN_TAMPIL]
    )
    return list(_uraikan(list(catatan)))


def uraian_perubahan(catatan: CatatanAudit) -> Perubahan:
    """The one change that was named in the answer."""
    return next(_uraikan([catatan]))


def _tentang(laporan: LaporanData) -> Q:
    """Entries about the person, the account, the post and unit, and what else decides about this kind of data."""
    pegawai = laporan.pegawai
    tugas = pegawai.penugasan_pada(hari_ini())
    penugasan = set(Penugasan.objects.filter(pegawai=pegawai).order_by().values_list("uuid", flat=True))
    if laporan.hal == HalData.ATASAN and tugas is not None:
        penugasan |= _pemimpin_di_atas(tugas.jabatan.unit_id)
    objek: dict[str, set[UUID]] = {"organisasi.pegawai": {pegawai.uuid}, "organisasi.penugasan": penugasan}
    if pegawai.pengguna is not None:
        objek["organisasi.pengguna"] = {pegawai.pengguna.uuid}
    if tugas is not None:
        objek |= {"organisasi.jabatan": {tugas.jabatan.uuid}, "organisasi.unitkerja": {tugas.jabatan.unit.uuid}}
    if laporan.skp is not None:
        objek["kinerja.skp"] = {laporan.skp.uuid}
    if laporan.evaluasi is not None:
        objek |= {"kinerja.periode": {laporan.evaluasi.periode.uuid}, "kinerja.evaluasi": {laporan.evaluasi.uuid}}
    syarat = Q(objek_jenis=_IMPOR)
    for jenis, kode in objek.items():
        syarat |= Q(objek_jenis=jenis, objek_id__in=[str(satu) for satu in kode])
    return syarat


def _pemimpin_di_atas(unit_id: int) -> set[UUID]:
    """Assignments to the leading posts of a unit and of those above it."""
    induk = UnitKerja.objects.induk_dari()
    jalur: list[int] = []
    kini: int | None = unit_id
    while kini is not None and kini not in jalur:
        jalur.append(kini)
        kini = induk.get(kini)
    memimpin = Penugasan.objects.filter(jabatan__memimpin=True, jabatan__unit_id__in=jalur)
    return set(memimpin.order_by().values_list("uuid", flat=True))


def _uraikan(catatan: list[CatatanAudit]) -> Iterator[Perubahan]:
    kode = [satu.objek_id for satu in catatan if satu.objek_jenis == "organisasi.penugasan"]
    penugasan = {
        str(satu.uuid): satu
        for satu in Penugasan.objects.filter(uuid__in=kode).select_related("pegawai", "pejabat_luar", "jabatan__unit")
    }
    for satu in catatan:
        tugas = penugasan.get(satu.objek_id)
        yield Perubahan(satu.pk, _KATA.get(satu.aksi, satu.aksi), _penugasan(tugas) if tugas else "", satu.waktu)


def _penugasan(satu: Penugasan) -> str:
    sampai = f" sampai {format_tanggal(satu.selesai)}" if satu.selesai else ""
    orang = satu.pegawai or satu.pejabat_luar
    return f"{orang}, {satu.get_sifat_display()} {satu.jabatan}, mulai {format_tanggal(satu.mulai)}{sampai}"


def tugas_laporan_data(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """Reports that the reader answers: as pengelola all but the own ones, as head of the office the raised ones.

    At most two steps.
    """
    pengguna, mengelola = pembaca.pengguna, boleh_mengelola(pembaca.pengguna)
    if not mengelola and not pembaca.dipimpin:
        return []
    terbuka = LaporanData.objects.filter(status=StatusLaporanData.DIAJUKAN.value).exclude(pegawai__pengguna=pengguna)
    (baris,) = yield [
        (terbuka if mengelola else terbuka.filter(dinaikkan=True))
        .order_by("tenggat", "pk")
        .values_list("pegawai_id", "uuid", "hal", "pegawai__nama", "tenggat")
    ]
    kepala: dict[int, frozenset[int]] = {}
    if not mengelola and baris:
        kepala = yield from baca_pimpinan_kantor({pegawai_id for pegawai_id, *_ in baris}, peta)
    bersama = Rumpun(
        "kinerja.laporan_data",
        "Jawab {jumlah} laporan data salah",
        reverse("kinerja:laporan_data_masuk"),
        "Buka laporan data",
    )
    return [
        Tugas(
            judul=f"Jawab laporan data salah: {LABEL_HAL_DATA[HalData(hal)].lower()}",
            dari=nama,
            tenggat=tenggat,
            tautan=reverse("kinerja:laporan_data", args=[kode]),
            aksi="Jawab laporan",
            rumpun=bersama,
        )
        for pegawai_id, kode, hal, nama, tenggat in baris
        if mengelola or pengguna.pk in kepala[pegawai_id]
    ]
