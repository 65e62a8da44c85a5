"""A line of the yearly plan: wish, superior, unit kepegawaian, fixed, followed. Each step once, by another person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from pelatihan.enums import Prioritas, StatusKebutuhan, StatusRencana, SumberKebutuhan
from pelatihan.models import (
    AturanRencana,
    BentukPengembangan,
    KebutuhanPelatihan,
    Kompetensi,
    PenilaianKompetensi,
    Program,
    RencanaPengembangan,
)
from pelatihan.permissions import (
    boleh_memvalidasi,
    boleh_menetapkan,
    boleh_menjawab,
    pemilik,
    penjawab,
)
from pelatihan.proses.aturan import aturan_pada
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """What a person wishes to learn; ``triwulan`` is when."""

    tahun: int
    judul: str
    bentuk: BentukPengembangan
    triwulan: int
    kompetensi: Kompetensi | None = None
    level_tujuan: int | None = None
    program: Program | None = None
    kebutuhan: KebutuhanPelatihan | None = None
    penyelenggara: str = ""
    jp: Decimal | None = None
    anggaran: Decimal | None = None
    prioritas: str = Prioritas.SEDANG.value
    alasan_usul: str = ""


def hari_atasan() -> int:
    """Working days for the superior's answer, by the rule of today."""
    return aturan_pada(AturanRencana, hari_ini()).hari_atasan


@transaction.atomic
def usulkan_rencana(*, kode: UUID, pegawai: Pegawai, oleh: Pengguna, isi: IsiRencana) -> RencanaPengembangan:
    """A wish of the person; the superior has so many working days. ``kode``: sent twice, stored once."""
    if not pemilik(oleh, pegawai):
        raise ProsesDitolak("Rencana diusulkan oleh pegawainya sendiri.")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    ada: RencanaPengembangan | None = RencanaPengembangan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.pegawai_id != pegawai.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    hari = hari_ini()
    if not hari.year <= isi.tahun <= hari.year + 1:
        raise ProsesDitolak(f"Rencana dibuat untuk tahun {hari.year} atau {hari.year + 1}.")
    if isi.kebutuhan is not None and (
        isi.kebutuhan.pegawai_id != pegawai.pk or isi.kebutuhan.status != StatusKebutuhan.TERBUKA.value
    ):
        raise ProsesDitolak("Kebutuhan itu sudah direncanakan atau ditutup. Muat ulang halaman.")
    medan = {nama: getattr(isi, nama) for nama in IsiRencana.__slots__}
    baris: RencanaPengembangan = RencanaPengembangan.objects.create(
        **medan
        | {
            "judul": wajib_diisi(isi.judul, "Tulis apa yang akan dipelajari.", maks=200),
            "penyelenggara": " ".join(isi.penyelenggara.split()),
            "alasan_usul": isi.alasan_usul.strip(),
        },
        uuid=kode,
        pegawai=pegawai,
        sumber=isi.kebutuhan.sumber if isi.kebutuhan else SumberKebutuhan.USULAN.value,
        level_kini=_level_kini(pegawai, isi.kompetensi),
        diusulkan_pada=hari,
        batas_atasan=tambah_hari_kerja(hari, hari_atasan()),
    )
    if isi.kebutuhan is not None:
        isi.kebutuhan.status = StatusKebutuhan.DIRENCANAKAN.value
        isi.kebutuhan.save(update_fields=["status"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.rencana.usul",
        objek=baris,
        sesudah={"judul": baris.judul, "tahun": baris.tahun, "bentuk": baris.bentuk.kode},
    )
    for satu in penjawab(baris):
        _kirim(baris, satu.pk, "usul", f"{pegawai.nama} mengusulkan pengembangan: {baris.judul}", "")
    return baris


def _level_kini(pegawai: Pegawai, kompetensi: Kompetensi | None) -> int | None:
    if kompetensi is None:
        return None
    nilai = PenilaianKompetensi.objects.filter(pegawai=pegawai, kompetensi=kompetensi).terkini().first()
    return nilai.level if nilai is not None else None


def _kirim(baris: RencanaPengembangan, penerima_id: int | None, kata: str, judul: str, isi: str) -> None:
    if penerima_id is not None:
        kirim(
            penerima_id=penerima_id,
            kunci=f"pelatihan-rencana-{baris.uuid}-{kata}",
            judul=judul[:200],
            isi=isi,
            tautan=f"/pelatihan/rencana/{baris.uuid}/",
        )


def _ambil(
    rencana: RencanaPengembangan,
    oleh: Pengguna,
    dari: tuple[StatusRencana, ...],
    boleh: Callable[[Pengguna, RencanaPengembangan], bool],
    siapa: str,
) -> RencanaPengembangan:
    """The line, locked, if it stands where the step begins and this person may take it."""
    baris: RencanaPengembangan = (
        RencanaPengembangan.objects.select_for_update(of=("self",))
        .select_related("pegawai__pengguna", "kebutuhan")
        .get(pk=rencana.pk)
    )
    if baris.status not in {satu.value for satu in dari}:
        raise ProsesDitolak(f"Rencana ini berstatus {baris.get_status_display().lower()}. Langkah itu sudah lewat.")
    if not boleh(oleh, baris):
        raise ProsesDitolak(siapa)
    return baris


def _simpan(baris: RencanaPengembangan, oleh: Pengguna, status: StatusRencana, *medan: str, alasan: str = "") -> None:
    sebelum = baris.status
    baris.status, baris.alasan = status.value, alasan
    baris.versi += 1
    baris.save(update_fields=["status", "alasan", "versi", *medan])
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.rencana.{status.value}",
        objek=baris,
        sebelum={"status": sebelum},
        sesudah={"status": status.value},
        keterangan=alasan,
    )
    if baris.pegawai.pengguna_id != oleh.pk:
        judul = f"Rencana {baris.get_status_display().lower()}: {baris.judul}"
        _kirim(baris, baris.pegawai.pengguna_id, status.value, judul, alasan)


@transaction.atomic
def verifikasi(*, rencana: RencanaPengembangan, oleh: Pengguna) -> None:
    """The superior supports the wish."""
    siapa = "Rencana ini dijawab atasan langsung. Setelah tenggatnya lewat, juga oleh atasan di atasnya."
    baris = _ambil(rencana, oleh, (StatusRencana.DIUSULKAN,), boleh_menjawab, siapa)
    baris.diverifikasi_oleh = oleh
    _simpan(baris, oleh, StatusRencana.DIVERIFIKASI, "diverifikasi_oleh")


@transaction.atomic
def validasi(*, rencana: RencanaPengembangan, oleh: Pengguna) -> None:
    """The unit kepegawaian finds it in order."""
    siapa = "Rencana diperiksa pengelola, bukan oleh pemiliknya."
    baris = _ambil(rencana, oleh, (StatusRencana.DIVERIFIKASI,), boleh_memvalidasi, siapa)
    baris.divalidasi_oleh = oleh
    _simpan(baris, oleh, StatusRencana.DIVALIDASI, "divalidasi_oleh")


@transaction.atomic
def tetapkan(*, rencana: RencanaPengembangan, oleh: Pengguna) -> None:
    """The head of the office fixes it."""
    siapa = "Rencana ditetapkan pemimpin kecamatan atau atasannya, bukan oleh pemiliknya."
    baris = _ambil(rencana, oleh, (StatusRencana.DIVALIDASI,), boleh_menetapkan, siapa)
    baris.ditetapkan_oleh = oleh
    _simpan(baris, oleh, StatusRencana.DITETAPKAN, "ditetapkan_oleh")


def giliran(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Whether the open step is this person's to take, or to refuse."""
    boleh = {
        StatusRencana.DIUSULKAN.value: boleh_menjawab,
        StatusRencana.DIVERIFIKASI.value: boleh_memvalidasi,
        StatusRencana.DIVALIDASI.value: boleh_menetapkan,
    }.get(rencana.status)
    return boleh is not None and boleh(pengguna, rencana)


@transaction.atomic
def tolak(*, rencana: RencanaPengembangan, oleh: Pengguna, alasan: str) -> None:
    """Whoever has the turn refuses, with a reason that the person reads."""
    alasan = wajib_diisi(alasan, "Tulis alasan menolak. Pegawai membacanya.")
    terbuka = (StatusRencana.DIUSULKAN, StatusRencana.DIVERIFIKASI, StatusRencana.DIVALIDASI)
    baris = _ambil(rencana, oleh, terbuka, giliran, "Rencana ini sedang menunggu orang lain.")
    _simpan(baris, oleh, StatusRencana.DITOLAK, alasan=alasan)
    _buka_kebutuhan(baris)


@transaction.atomic
def tarik(*, rencana: RencanaPengembangan, oleh: Pengguna, alasan: str) -> None:
    """The person takes the line back before it is followed."""
    alasan = wajib_diisi(alasan, "Tulis alasan menarik rencana ini.")
    dari = (
        StatusRencana.DIUSULKAN,
        StatusRencana.DIVERIFIKASI,
        StatusRencana.DIVALIDASI,
        StatusRencana.DITETAPKAN,
    )
    baris = _ambil(
        rencana, oleh, dari, lambda siapa, satu: pemilik(siapa, satu.pegawai), "Rencana hanya ditarik pemiliknya."
    )
    _simpan(baris, oleh, StatusRencana.DITARIK, alasan=alasan)
    _buka_kebutuhan(baris)


def _buka_kebutuhan(baris: RencanaPengembangan) -> None:
    """The need is open again, unless another line still plans it."""
    kebutuhan = baris.kebutuhan
    if kebutuhan is None or kebutuhan.status != StatusKebutuhan.DIRENCANAKAN.value:
        return
    if not kebutuhan.rencana.hidup().exists():
        kebutuhan.status = StatusKebutuhan.TERBUKA.value
        kebutuhan.save(update_fields=["status"])
