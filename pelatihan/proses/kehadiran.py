"""Who was there: by the code on the screen, by the organiser's press, from the paper list; corrected with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from pelatihan.enums.kehadiran import CaraHadir
from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, SesiKegiatan
from pelatihan.perhitungan.kegiatan import MENCATAT
from pelatihan.perhitungan.kehadiran import (
    BERPESERTA,
    Jendela,
    jendela_mandiri,
    kode_cocok,
    menit_lebih_awal,
    menit_terlambat,
    pin_cocok,
)
from pelatihan.permissions.kehadiran import boleh_mencatat, boleh_menghadirkan, pendaftaran_sendiri
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_waktu, sekarang

# Between the scan and the press lie the sign-in and a weak line.
MASA_PINDAI = timedelta(minutes=10)
# The organiser may begin this long before a session.
AWAL_PANITIA = timedelta(hours=1)
# The clock of a phone may be ahead by this much.
_SELISIH_JAM = timedelta(minutes=2)
_BUKAN_PANITIA = "Kehadiran dicatat panitia kegiatan ini."


def rahasia_sesi(sesi: SesiKegiatan) -> bytes:
    """Secret of one session, from which its codes come; known to this site alone and stored nowhere."""
    return salted_hmac("pelatihan.hadir", str(sesi.uuid), algorithm="sha256").digest()


def jendela_sesi(sesi: SesiKegiatan) -> Jendela:
    """When people check in by themselves. One query."""
    lain = SesiKegiatan.objects.berlaku().filter(kegiatan=sesi.kegiatan_id).exclude(pk=sesi.pk)
    return jendela_mandiri(sesi.mulai, sesi.selesai, [satu.selesai for satu in lain])


def _kunci_kegiatan(kegiatan_id: int) -> Kegiatan:
    """The event, locked: whoever is written down twice at one moment is written down once."""
    baris: Kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_id)
    return baris


def _buka(sesi: SesiKegiatan) -> SesiKegiatan:
    """The session as it stands now, under the lock of its event, while attendance may be written."""
    kegiatan = _kunci_kegiatan(sesi.kegiatan_id)
    if kegiatan.status not in MENCATAT:
        raise ProsesDitolak(
            f"Kegiatan ini berstatus {kegiatan.get_status_display().lower()}. "
            "Kehadiran dicatat sejak panitia memulai kegiatan sampai hasilnya ditetapkan."
        )
    baris: SesiKegiatan = SesiKegiatan.objects.get(pk=sesi.pk)
    if baris.batal:
        raise ProsesDitolak("Sesi ini dibatalkan.")
    baris.kegiatan = kegiatan
    return baris


def _tercatat(sesi: SesiKegiatan, pendaftaran: Pendaftaran) -> Kehadiran | None:
    """The entry that stands. One that says «not there» is a correction, and no second press undoes it."""
    ada: Kehadiran | None = Kehadiran.objects.berlaku().filter(sesi=sesi, pendaftaran=pendaftaran).first()
    if ada is not None and not ada.hadir:
        raise ProsesDitolak(f"Kehadiran {pendaftaran} di sesi ini sudah diperbaiki panitia: {ada.alasan}")
    return ada


@transaction.atomic
def hadir_mandiri(*, sesi: SesiKegiatan, oleh: Pengguna, cara: CaraHadir, kode: str, dilihat: datetime) -> Kehadiran:
    """A participant checks in with the code that stood on the screen at ``dilihat``, which the server noted.

    Only this session, only in its window, only with a seat; a second time gives the same entry.

    :raises ProsesDitolak: nothing was recorded, and why.
    """
    baris = _buka(sesi)
    saat, rahasia = sekarang(), rahasia_sesi(baris)
    if not saat - MASA_PINDAI <= dilihat <= saat:
        raise ProsesDitolak("Kode itu sudah terlalu lama dipindai. Pindai lagi kode di layar.")
    cocok = pin_cocok if cara is CaraHadir.PIN else kode_cocok
    if not cocok(rahasia, kode, dilihat):
        raise ProsesDitolak("Kode itu bukan kode sesi ini, atau sudah berganti. Pakai kode yang sekarang ada di layar.")
    periksa_jendela(baris, dilihat)
    pendaftaran = pendaftaran_sendiri(oleh, baris.kegiatan)
    if pendaftaran is None:
        raise ProsesDitolak("Anda tidak terdaftar pada kegiatan ini, jadi kehadiran tidak dicatat. Temui panitia.")
    ada = _tercatat(baris, pendaftaran)
    return ada or _simpan(baris, pendaftaran, oleh, cara, dilihat)


def periksa_jendela(sesi: SesiKegiatan, saat: datetime) -> None:
    """ProsesDitolak outside the window of self check-in."""
    jendela = jendela_sesi(sesi)
    if saat < jendela.buka:
        raise ProsesDitolak(f"Sesi «{sesi}» belum menerima kehadiran. Mulai {format_waktu(jendela.buka)}.")
    if saat >= jendela.tutup:
        raise ProsesDitolak(
            f"Kehadiran sendiri untuk sesi «{sesi}» ditutup {format_waktu(jendela.tutup)}. Temui panitia."
        )


@transaction.atomic
def hadirkan(
    *,
    sesi: SesiKegiatan,
    pendaftaran: Pendaftaran,
    oleh: Pengguna,
    cara: CaraHadir = CaraHadir.STAF,
    datang: datetime | None = None,
) -> Kehadiran:
    """The organiser writes somebody down; ``datang`` where the press was earlier than now (a phone without a line).

    From the paper list nobody knows the minute: the beginning of the session is taken. A second time gives the same.
    """
    baris = _buka(sesi)
    peserta = _peserta(baris, pendaftaran, oleh)
    ada = _tercatat(baris, peserta)
    if ada is not None:
        return ada
    return _simpan(baris, peserta, oleh, cara, _saat_datang(baris, cara, datang))


@transaction.atomic
def salin_kertas(*, sesi: SesiKegiatan, oleh: Pengguna, pendaftaran: Sequence[Pendaftaran]) -> int:
    """Everybody whose signature stands on the paper list; returns how many were not yet written down."""
    baris = _buka(sesi)
    baru = 0
    for satu in pendaftaran:
        peserta = _peserta(baris, satu, oleh)
        if _tercatat(baris, peserta) is None:
            _simpan(baris, peserta, oleh, CaraHadir.KERTAS, _saat_datang(baris, CaraHadir.KERTAS, None))
            baru += 1
    return baru


def _peserta(sesi: SesiKegiatan, pendaftaran: Pendaftaran, oleh: Pengguna) -> Pendaftaran:
    if not boleh_mencatat(oleh, sesi.kegiatan):
        raise ProsesDitolak(_BUKAN_PANITIA)
    peserta: Pendaftaran = Pendaftaran.objects.select_related("pegawai", "kegiatan").get(pk=pendaftaran.pk)
    if peserta.kegiatan_id != sesi.kegiatan_id or peserta.status not in BERPESERTA:
        raise ProsesDitolak(f"{peserta} tidak terdaftar pada kegiatan ini, jadi kehadiran tidak dicatat.")
    if not boleh_menghadirkan(oleh, peserta):
        raise ProsesDitolak("Kehadiran Anda sendiri dicatat panitia lain, atau lewat kode di layar.")
    return peserta


def _saat_datang(sesi: SesiKegiatan, cara: CaraHadir, datang: datetime | None) -> datetime:
    saat = sekarang()
    if saat < sesi.mulai - AWAL_PANITIA:
        raise ProsesDitolak(
            f"Sesi ini dimulai {format_waktu(sesi.mulai)}. Kehadiran dicatat sejak satu jam sebelumnya."
        )
    if cara is CaraHadir.KERTAS:
        return sesi.mulai
    datang = saat if datang is None or saat < datang <= saat + _SELISIH_JAM else datang
    if datang > saat:
        raise ProsesDitolak("Jam perangkat Anda lebih cepat. Betulkan jamnya, lalu catat lagi.")
    if not sesi.mulai - AWAL_PANITIA <= datang < sesi.selesai:
        raise ProsesDitolak("Waktu itu di luar sesi ini. Sesudah sesi selesai, salin dari daftar kertas.")
    return datang


def _simpan(
    sesi: SesiKegiatan, pendaftaran: Pendaftaran, oleh: Pengguna, cara: CaraHadir, datang: datetime
) -> Kehadiran:
    baris = Kehadiran.objects.create(
        pendaftaran=pendaftaran,
        sesi=sesi,
        cara=cara.value,
        datang=datang,
        terlambat_menit=menit_terlambat(sesi.mulai, datang),
        dicatat_oleh=oleh,
    )
    catat(
        pelaku=oleh,
        aksi="pelatihan.kehadiran.catat",
        objek=baris,
        sesudah={"cara": cara.value, "sesi": str(sesi.uuid), "peserta": str(pendaftaran.uuid)},
    )
    return baris


def _kunci_kehadiran(kehadiran: Kehadiran, oleh: Pengguna) -> Kehadiran:
    sesi = _buka(kehadiran.sesi)
    baris: Kehadiran = (
        Kehadiran.objects.select_for_update(of=("self",))
        .select_related("pendaftaran__pegawai", "pendaftaran__kegiatan", "sesi")
        .get(pk=kehadiran.pk)
    )
    _peserta(sesi, baris.pendaftaran, oleh)
    if not baris.berlaku:
        raise ProsesDitolak("Catatan ini sudah diperbaiki. Buka catatan yang baru.")
    return baris


@transaction.atomic
def catat_pulang(*, kehadiran: Kehadiran, oleh: Pengguna) -> Kehadiran:
    """Somebody leaves before the end; a second press changes nothing."""
    baris = _kunci_kehadiran(kehadiran, oleh)
    if not baris.hadir:
        raise ProsesDitolak("Orang ini tercatat tidak hadir.")
    if baris.pulang is not None:
        return baris
    saat = sekarang()
    if not baris.datang <= saat < baris.sesi.selesai:
        raise ProsesDitolak("Sesi ini sudah selesai. Pakai perbaikan bila seseorang pulang lebih awal.")
    baris.pulang = saat
    baris.save(update_fields=["pulang"])
    catat(pelaku=oleh, aksi="pelatihan.kehadiran.pulang", objek=baris, sesudah={"pulang": saat.isoformat()})
    return baris


@transaction.atomic
def perbaiki(
    *, kehadiran: Kehadiran, oleh: Pengguna, hadir: bool, terlambat: int, pulang_awal: int, alasan: str
) -> Kehadiran:
    """Replace an entry by another one; the old one stays, with the reason on the new one.

    ``terlambat``, ``pulang_awal``: minutes after the beginning and before the end of the session, 0 for none.
    """
    alasan = wajib_diisi(alasan, "Tulis alasan perbaikan.")
    lama = _kunci_kehadiran(kehadiran, oleh)
    sesi, awal_lama = lama.sesi, menit_lebih_awal(lama.sesi.selesai, lama.pulang)
    if (hadir, terlambat, pulang_awal) == (lama.hadir, lama.terlambat_menit, awal_lama):
        raise ProsesDitolak("Yang Anda isi sama dengan yang tercatat.")
    datang = lama.datang if terlambat == lama.terlambat_menit else sesi.mulai + timedelta(minutes=terlambat)
    pulang = sesi.selesai - timedelta(minutes=pulang_awal) if pulang_awal else None
    if min(terlambat, pulang_awal) < 0 or datang >= sesi.selesai or (pulang is not None and pulang < datang):
        raise ProsesDitolak("Menit terlambat dan menit pulang lebih awal bersama-sama melebihi lama sesi.")
    lama.berlaku = False
    lama.save(update_fields=["berlaku"])
    baru = Kehadiran.objects.create(
        pendaftaran=lama.pendaftaran,
        sesi=sesi,
        hadir=hadir,
        cara=lama.cara,
        datang=datang,
        pulang=pulang,
        terlambat_menit=terlambat,
        dicatat_oleh=oleh,
        menggantikan=lama,
        alasan=alasan,
    )
    catat(
        pelaku=oleh,
        aksi="pelatihan.kehadiran.perbaiki",
        objek=baru,
        sebelum=_isi(lama),
        sesudah=_isi(baru),
        keterangan=alasan,
    )
    return baru


def _isi(baris: Kehadiran) -> dict[str, object]:
    return {
        "hadir": baris.hadir,
        "datang": baris.datang.isoformat(),
        "pulang": baris.pulang.isoformat() if baris.pulang else None,
    }
