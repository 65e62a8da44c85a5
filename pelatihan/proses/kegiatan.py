"""The life of a training event, from the draft to its end. Each step once, checked for who, state and date, audited."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from pelatihan.enums import StatusKebutuhan
from pelatihan.enums.kegiatan import LABEL_STATUS_KEGIATAN
from pelatihan.models import Kegiatan, NarasumberSesi
from pelatihan.perhitungan.kegiatan import (
    DIUMUMKAN,
    PERSIAPAN,
    StatusKegiatan,
    boleh_beralih,
)
from pelatihan.permissions.kegiatan import boleh_menyetujui, boleh_menyusun
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.kursi import akhiri_menunggu, naikkan, periksa_kuota
from pelatihan.proses.penutupan import tutup_kegiatan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import format_waktu, hari_ini, sekarang, tanggal_lokal

ISI = (
    *("program", "kebutuhan", "judul", "moda", "internasional", "wajib", "perlu_persetujuan"),
    *("kuota_min", "kuota_maks", "tutup_pendaftaran", "ambang_hadir", "jp", "pagu", "sumber_dana", "keterangan"),
)
_BUKAN_PENYUSUN = "Kegiatan diurus pengelola atau pemimpin unit penyelenggara."
_BASI = "Kegiatan ini baru saja diubah orang lain. Muat ulang halamannya, lalu ulangi."


@transaction.atomic
def buat_kegiatan(*, kode: UUID, unit: UnitKerja, oleh: Pengguna, isi: dict[str, Any]) -> Kegiatan:
    """A draft. ``kode`` is made by the form: sent twice, stored once. ``isi``: the fields of ``ISI``."""
    if not boleh_menyusun(oleh, unit.pk):
        raise ProsesDitolak(_BUKAN_PENYUSUN)
    # Who sends the same form at the same moment waits for the first one here.
    Pengguna.objects.select_for_update(no_key=True).get(pk=oleh.pk)
    ada: Kegiatan | None = Kegiatan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.dibuat_oleh_id != oleh.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    medan = _rapi(isi)
    _periksa_isi(medan)
    baris: Kegiatan = Kegiatan.objects.create(uuid=kode, unit=unit, dibuat_oleh=oleh, **medan)
    _rencanakan(baris)
    catat(pelaku=oleh, aksi="pelatihan.kegiatan.buat", objek=baris, sesudah={"judul": baris.judul, "unit": unit.pk})
    return baris


@transaction.atomic
def ubah_kegiatan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int, isi: dict[str, Any]) -> Kegiatan:
    """Change an event that has not begun; an approved budget or programme goes through the proposal again."""
    baris = kunci_kegiatan(kegiatan, oleh, versi)
    if baris.status not in PERSIAPAN:
        raise ProsesDitolak("Kegiatan yang sudah dimulai tidak dapat diubah lagi.")
    medan = _rapi(isi)
    _periksa_isi(medan)
    if baris.status in DIUMUMKAN and (medan["program"] != baris.program or medan["pagu"] != baris.pagu):
        raise ProsesDitolak("Program dan pagu sudah disetujui. Batalkan kegiatan ini dan usulkan yang baru.")
    periksa_kuota(baris, medan["kuota_maks"])
    if medan["judul"] != baris.judul:
        medan["urutan_kalender"] = baris.urutan_kalender + 1
    simpan(baris, oleh, "ubah", **medan)
    naikkan(baris)
    _rencanakan(baris)
    return baris


def _rapi(isi: dict[str, Any]) -> dict[str, Any]:
    medan = {nama: isi[nama] for nama in ISI}
    medan["judul"] = wajib_diisi(medan["judul"], "Tulis judul kegiatan.", maks=200)
    medan["keterangan"] = medan["keterangan"].strip()
    medan["sumber_dana"] = " ".join(medan["sumber_dana"].split())
    return medan


def _periksa_isi(isi: dict[str, Any]) -> None:
    if isi["kuota_min"] is not None and isi["kuota_maks"] is not None and isi["kuota_min"] > isi["kuota_maks"]:
        raise ProsesDitolak("Peserta paling sedikit melebihi jumlah kursi. Ubah salah satunya.")


def _rencanakan(baris: Kegiatan) -> None:
    """The need that it answers is planned now."""
    butuh = baris.kebutuhan
    if butuh is not None and butuh.status == StatusKebutuhan.TERBUKA.value:
        butuh.status = StatusKebutuhan.DIRENCANAKAN.value
        butuh.save(update_fields=["status"])


def kunci_kegiatan(kegiatan: Kegiatan, oleh: Pengguna, versi: int | None) -> Kegiatan:
    """The event as it is now, locked, for who plans it; ProsesDitolak when somebody saved since ``versi``."""
    baris: Kegiatan = (
        Kegiatan.objects.select_for_update(of=("self",))
        .select_related("program", "kebutuhan", "unit")
        .get(pk=kegiatan.pk)
    )
    if not boleh_menyusun(oleh, baris.unit_id):
        raise ProsesDitolak(_BUKAN_PENYUSUN)
    if versi is not None and baris.versi != versi:
        raise ProsesDitolak(_BASI)
    return baris


def simpan(baris: Kegiatan, oleh: Pengguna, aksi: str, *, keterangan: str = "", **isi: Any) -> None:
    """Write these fields of a locked event, its next version and the audit entry.

    Who changes a proposal is its proposer from then on, and does not approve it.
    """
    if baris.status == StatusKegiatan.DIUSULKAN and "status" not in isi:
        isi["diusulkan_oleh"] = oleh
    sebelum = {nama: _polos(getattr(baris, nama)) for nama in isi}
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.diubah_pada = timezone.now()
    baris.save(update_fields=[*isi, "versi", "diubah_pada"])
    sesudah = {nama: _polos(nilai) for nama, nilai in isi.items()}
    beda = {nama for nama in isi if sebelum[nama] != sesudah[nama]}
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.kegiatan.{aksi}",
        objek=baris,
        sebelum={nama: sebelum[nama] for nama in beda},
        sesudah={nama: sesudah[nama] for nama in beda},
        keterangan=keterangan,
    )


def _polos(nilai: Any) -> Any:
    nilai = getattr(nilai, "pk", nilai)
    if hasattr(nilai, "isoformat"):
        return nilai.isoformat()
    return nilai if isinstance(nilai, (str, int, bool, type(None))) else str(nilai)


def _alih(
    kegiatan: Kegiatan,
    oleh: Pengguna,
    versi: int,
    dari: Collection[StatusKegiatan],
    ke: StatusKegiatan,
    *,
    periksa: Callable[[Kegiatan], None] | None = None,
    alasan: str = "",
    tampak: bool = False,
    **isi: Any,
) -> Kegiatan:
    """Take the event from one of ``dari`` to ``ke``; the state comes before the version, so a second press is told.

    ``tampak``: calendars that have it must learn of the change.
    """
    baris = kunci_kegiatan(kegiatan, oleh, None)
    if baris.status not in dari or not boleh_beralih(baris.status, ke):
        kini = LABEL_STATUS_KEGIATAN[StatusKegiatan(baris.status)].lower()
        raise ProsesDitolak(f"Kegiatan ini berkeadaan {kini}, jadi langkah itu tidak dapat diambil.")
    if baris.versi != versi:
        raise ProsesDitolak(_BASI)
    if periksa is not None:
        periksa(baris)
    if tampak:
        isi["urutan_kalender"] = baris.urutan_kalender + 1
    simpan(baris, oleh, ke.value, keterangan=alasan, status=ke.value, alasan=alasan, **isi)
    return baris


def _berjadwal(baris: Kegiatan) -> None:
    pertama = baris.sesi.berlaku().order_by("waktu").first()
    if pertama is None:
        raise ProsesDitolak("Kegiatan ini belum punya sesi. Tambah sesi lebih dulu.")
    if pertama.mulai <= sekarang():
        raise ProsesDitolak(f"Sesi «{pertama.judul}» sudah lewat. Ubah waktunya lebih dulu.")


@transaction.atomic
def ajukan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Propose it; somebody else approves."""
    return _alih(
        kegiatan,
        oleh,
        versi,
        (StatusKegiatan.DRAF,),
        StatusKegiatan.DIUSULKAN,
        periksa=_berjadwal,
        diusulkan_oleh=oleh,
    )


def _orang_lain(oleh: Pengguna) -> Callable[[Kegiatan], None]:
    def periksa(baris: Kegiatan) -> None:
        if not boleh_menyetujui(oleh, baris):
            raise ProsesDitolak("Usulan ini diputus orang lain, bukan yang menulis atau mengajukannya.")

    return periksa


@transaction.atomic
def setujui(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Approve what somebody else proposed; from now on the office reads it."""
    baris = _alih(
        kegiatan,
        oleh,
        versi,
        (StatusKegiatan.DIUSULKAN,),
        StatusKegiatan.DISETUJUI,
        periksa=_orang_lain(oleh),
        disetujui_oleh=oleh,
    )
    _kabari_pengusul(baris, f"Kegiatan disetujui: {baris.judul}")
    return baris


@transaction.atomic
def kembalikan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int, alasan: str) -> Kegiatan:
    """Send the proposal back to the draft, with what is missing."""
    alasan = wajib_diisi(alasan, "Tulis apa yang perlu diperbaiki.")
    baris = _alih(
        kegiatan,
        oleh,
        versi,
        (StatusKegiatan.DIUSULKAN,),
        StatusKegiatan.DRAF,
        periksa=_orang_lain(oleh),
        alasan=alasan,
    )
    _kabari_pengusul(baris, f"Kegiatan dikembalikan: {baris.judul}", alasan)
    return baris


@transaction.atomic
def buka_pendaftaran(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Let people register; not again while others wait for a seat.

    After a postponement those who wait keep their places: newcomers queue behind them.
    """

    def periksa(baris: Kegiatan) -> None:
        _berjadwal(baris)
        if baris.tutup_pendaftaran is not None and baris.tutup_pendaftaran <= sekarang():
            raise ProsesDitolak(
                f"Pendaftaran ditutup {format_waktu(baris.tutup_pendaftaran)}. Ubah tanggal itu lebih dulu."
            )
        tunggu = baris.pendaftaran.antre().count()
        if tunggu and baris.status == StatusKegiatan.DITUTUP:
            raise ProsesDitolak(f"Masih ada {tunggu} orang di daftar tunggu. Mereka didahulukan.")

    dari = (StatusKegiatan.DISETUJUI, StatusKegiatan.DITUTUP)
    return _alih(kegiatan, oleh, versi, dari, StatusKegiatan.PENDAFTARAN, periksa=periksa)


@transaction.atomic
def tutup_pendaftaran(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Nobody new registers."""
    return _alih(kegiatan, oleh, versi, (StatusKegiatan.PENDAFTARAN,), StatusKegiatan.DITUTUP)


@transaction.atomic
def mulai(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Begin, from the day of the first session on."""

    def periksa(baris: Kegiatan) -> None:
        pertama = baris.sesi.berlaku().order_by("waktu").first()
        if pertama is None:
            raise ProsesDitolak("Kegiatan ini belum punya sesi. Tambah sesi lebih dulu.")
        if hari_ini() < pertama.hari:
            raise ProsesDitolak(f"Kegiatan ini baru dapat dimulai pada harinya, {format_waktu(pertama.mulai)}.")

    return _alih(kegiatan, oleh, versi, (StatusKegiatan.DITUTUP,), StatusKegiatan.BERLANGSUNG, periksa=periksa)


@transaction.atomic
def akhiri(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """The last session is over; tests, feedback and attendance are completed now."""

    def periksa(baris: Kegiatan) -> None:
        terakhir = max(baris.sesi.berlaku(), key=lambda satu: satu.selesai, default=None)
        if terakhir is not None and hari_ini() < tanggal_lokal(terakhir.selesai):
            raise ProsesDitolak(f"Sesi «{terakhir.judul}» belum berlangsung. Batalkan sesi itu bila tidak jadi.")

    return _alih(kegiatan, oleh, versi, (StatusKegiatan.BERLANGSUNG,), StatusKegiatan.EVALUASI, periksa=periksa)


@transaction.atomic
def selesaikan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Everything is written down: results, certificates with their hours and the follow-up come from it."""
    baris = _alih(kegiatan, oleh, versi, (StatusKegiatan.EVALUASI,), StatusKegiatan.SELESAI)
    tutup_kegiatan(kegiatan=baris, oleh=oleh)
    return baris


_DAPAT_DITUNDA = (StatusKegiatan.DISETUJUI, StatusKegiatan.PENDAFTARAN, StatusKegiatan.DITUTUP)


@transaction.atomic
def tunda(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int, alasan: str) -> Kegiatan:
    """Put it off: its sessions are called off, so that rooms and speakers are free until there are new times."""
    alasan = wajib_diisi(alasan, "Tulis alasan penundaan. Peserta membacanya.")
    baris = _alih(kegiatan, oleh, versi, _DAPAT_DITUNDA, StatusKegiatan.DITUNDA, alasan=alasan, tampak=True)
    lepaskan(baris)
    kabari(baris, "tunda", f"Pelatihan ditunda: {baris.judul}", f"Alasan: {alasan} Pendaftaran Anda tetap berlaku.")
    return baris


@transaction.atomic
def lanjutkan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int) -> Kegiatan:
    """Go on with a postponed event, once a session has a new time."""
    baris = _alih(kegiatan, oleh, versi, (StatusKegiatan.DITUNDA,), StatusKegiatan.DISETUJUI, periksa=_berjadwal)
    pertama = baris.sesi.berlaku().order_by("waktu")[0]
    kabari(baris, "lanjut", f"Pelatihan dijadwalkan lagi: {baris.judul}", f"Mulai {format_waktu(pertama.mulai)}.")
    return baris


@transaction.atomic
def batalkan(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int, alasan: str) -> Kegiatan:
    """Call it off for good: rooms and speakers are free, who registered is told, its need is open again."""
    alasan = wajib_diisi(alasan, "Tulis alasan pembatalan. Peserta membacanya.")
    semua = [satu for satu in StatusKegiatan if boleh_beralih(satu, StatusKegiatan.DIBATALKAN)]
    baris = _alih(kegiatan, oleh, versi, semua, StatusKegiatan.DIBATALKAN, alasan=alasan, tampak=True)
    lepaskan(baris)
    _buka_kebutuhan(baris)
    kabari(baris, "batal", f"Pelatihan dibatalkan: {baris.judul}", f"Alasan: {alasan}")
    akhiri_menunggu(baris, "Kegiatan dibatalkan.", oleh)
    return baris


def lepaskan(baris: Kegiatan) -> None:
    """Call off the sessions that are still to come; those that took place stay."""
    sisa = baris.sesi.berlaku().filter(waktu__endswith__gt=sekarang())
    NarasumberSesi.objects.filter(sesi__in=sisa).update(batal=True)
    sisa.update(batal=True)


def _buka_kebutuhan(baris: Kegiatan) -> None:
    butuh = baris.kebutuhan
    if butuh is None or butuh.status != StatusKebutuhan.DIRENCANAKAN.value:
        return
    lain = butuh.kegiatan.exclude(pk=baris.pk).exclude(status=StatusKegiatan.DIBATALKAN.value)
    if not lain.exists() and not butuh.rencana.hidup().exists():
        butuh.status = StatusKebutuhan.TERBUKA.value
        butuh.save(update_fields=["status"])


def _kabari_pengusul(baris: Kegiatan, judul: str, isi: str = "") -> None:
    if baris.diusulkan_oleh_id is not None:
        _kirim(baris, baris.diusulkan_oleh_id, f"usul-{baris.versi}", judul, isi)


def _kirim(baris: Kegiatan, penerima_id: int, kunci: str, judul: str, isi: str) -> None:
    kirim(
        penerima_id=penerima_id,
        kunci=f"pelatihan-kegiatan-{baris.uuid}-{kunci}",
        judul=judul,
        isi=isi,
        tautan=baris.get_absolute_url(),
    )


def kabari(baris: Kegiatan, kata: str, judul: str, isi: str) -> None:
    """Tell who has to do with an announced event, once per version: who holds or awaits a seat, and own speakers.

    Call it inside the transaction of the change.
    """
    peserta = baris.pendaftaran.hidup().values_list("pegawai__pengguna", flat=True)
    pembicara = NarasumberSesi.objects.filter(sesi__kegiatan=baris).values_list(
        "narasumber__pegawai__pengguna", flat=True
    )
    # None: without an account.
    for penerima_id in sorted({*peserta, *pembicara} - {None}):
        _kirim(baris, penerima_id, f"{kata}-{baris.versi}", judul, isi)
