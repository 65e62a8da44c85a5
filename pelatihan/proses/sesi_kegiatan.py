"""Sessions of an event, their rooms and speakers.

The database decides who gets a room or a speaker (exclusion constraints). The rows of the room and the speakers are
locked first, in the order of their keys, only so that two who book at one moment queue up instead of waiting for each
other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import Kegiatan, Narasumber, NarasumberSesi, Ruang, SesiKegiatan
from pelatihan.perhitungan.kegiatan import DIUMUMKAN, PERSIAPAN, StatusKegiatan
from pelatihan.proses.galat import ProsesDitolak, nama_kendala, wajib_diisi
from pelatihan.proses.kegiatan import kabari, kunci_kegiatan, simpan
from pelatihan.ringkasan.jadwal import ruang_kosong
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB, format_waktu, sekarang

_RUANG_BENTROK = "sesikegiatan_ruang_tidak_bentrok"
_BICARA_BENTROK = "narasumbersesi_tidak_bentrok"
_LAMA_TERPANJANG = timedelta(hours=24)
_RUANG_DITAWARKAN = 5
# A running event still gets a room for tomorrow.
_DAPAT_DIATUR = (*PERSIAPAN, StatusKegiatan.BERLANGSUNG)


class JadwalBentrok(ProsesDitolak):
    """The database refused the time of a room or a speaker; the sentence names the other event."""


@dataclass(frozen=True, slots=True)
class IsiSesi:
    """What the form of a session holds."""

    judul: str
    mulai: datetime
    selesai: datetime
    ruang: Ruang | None = None
    tempat: str = ""
    tautan: str = ""
    istirahat_menit: int = 0
    narasumber: Collection[Narasumber] = ()


@transaction.atomic
def tambah_sesi(*, kegiatan: Kegiatan, oleh: Pengguna, kode: UUID, isi: IsiSesi) -> SesiKegiatan:
    """A session with its room and speakers. ``kode``: sent twice, stored once. JadwalBentrok when one is taken."""
    baris = kunci_kegiatan(kegiatan, oleh, None)
    ada: SesiKegiatan | None = SesiKegiatan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.kegiatan_id != baris.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    _periksa(baris, isi)
    return _tulis(baris, SesiKegiatan(uuid=kode, kegiatan=baris), oleh, isi, "sesi_tambah")


@transaction.atomic
def ubah_sesi(*, sesi: SesiKegiatan, oleh: Pengguna, versi: int, isi: IsiSesi) -> SesiKegiatan:
    """Change a session, or give one that was called off a new time. ``versi``: of its event."""
    baris = kunci_kegiatan(sesi.kegiatan, oleh, versi)
    kini: SesiKegiatan = SesiKegiatan.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
    if not kini.batal and kini.selesai <= sekarang():
        raise ProsesDitolak("Sesi ini sudah lewat, jadi tidak diubah lagi.")
    _periksa(baris, isi, ruang_lama=kini.ruang_id)
    lama = (kini.waktu.lower, kini.waktu.upper, kini.ruang_id, kini.tempat, kini.tautan, kini.batal)
    hasil = _tulis(baris, kini, oleh, isi, "sesi_ubah")
    if baris.status in DIUMUMKAN and lama != (
        *(hasil.waktu.lower, hasil.waktu.upper, hasil.ruang_id, hasil.tempat, hasil.tautan, hasil.batal),
    ):
        tempat = hasil.ruang.nama if hasil.ruang else hasil.tempat or hasil.tautan
        kabari(
            baris,
            f"sesi-{hasil.uuid}",
            f"Jadwal pelatihan berubah: {baris.judul}",
            f"Sesi «{hasil.judul}» kini {format_waktu(hasil.mulai)}. Tempat: {tempat}.",
        )
    return hasil


@transaction.atomic
def batalkan_sesi(*, sesi: SesiKegiatan, oleh: Pengguna, versi: int, alasan: str) -> SesiKegiatan:
    """Call one session off; its room and its speakers are free at once."""
    alasan = wajib_diisi(alasan, "Tulis alasan pembatalan. Peserta membacanya.")
    baris = kunci_kegiatan(sesi.kegiatan, oleh, None)
    kini: SesiKegiatan = SesiKegiatan.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
    if baris.status not in _DAPAT_DIATUR or kini.batal or kini.selesai <= sekarang():
        raise ProsesDitolak("Sesi ini sudah lewat atau sudah dibatalkan.")
    kunci_kegiatan(baris, oleh, versi)
    kini.batal = True
    kini.save(update_fields=["batal"])
    kini.pembicara.update(batal=True)
    simpan(baris, oleh, "sesi_batal", keterangan=f"{kini.judul}: {alasan}", urutan_kalender=baris.urutan_kalender + 1)
    if baris.status in DIUMUMKAN:
        kabari(
            baris,
            f"sesi-batal-{kini.uuid}",
            f"Sesi pelatihan dibatalkan: {baris.judul}",
            f"Sesi «{kini.judul}», {format_waktu(kini.mulai)}, dibatalkan. Alasan: {alasan}",
        )
    return kini


def _periksa(baris: Kegiatan, isi: IsiSesi, ruang_lama: int | None = None) -> None:
    if baris.status not in _DAPAT_DIATUR:
        raise ProsesDitolak("Sesi kegiatan ini tidak dapat diubah lagi.")
    if isi.selesai <= isi.mulai:
        raise ProsesDitolak("Sesi berakhir sesudah dimulai. Periksa jamnya.")
    if isi.selesai - isi.mulai > _LAMA_TERPANJANG:
        raise ProsesDitolak("Satu sesi paling lama 24 jam. Bagi menjadi beberapa sesi.")
    if isi.mulai <= sekarang():
        raise ProsesDitolak("Waktu ini sudah lewat. Pilih waktu yang akan datang.")
    if timedelta(minutes=isi.istirahat_menit) >= isi.selesai - isi.mulai:
        raise ProsesDitolak("Istirahatnya sepanjang sesinya. Periksa menitnya.")
    if isi.ruang is not None and not isi.ruang.aktif and isi.ruang.pk != ruang_lama:
        raise ProsesDitolak(f"{isi.ruang.nama} sudah tidak dipakai. Pilih ruang lain.")
    if isi.ruang is None and not isi.tempat.strip() and not isi.tautan:
        raise ProsesDitolak("Pilih ruang, atau tulis tempat lain atau tautannya.")


def _tulis(baris: Kegiatan, sesi: SesiKegiatan, oleh: Pengguna, isi: IsiSesi, aksi: str) -> SesiKegiatan:
    ruang, pembicara = _kunci_tempat(isi)
    jeda = timedelta(minutes=ruang.jeda_menit if ruang else 0)
    sesi.judul = wajib_diisi(isi.judul, "Tulis judul sesi.", maks=200)
    sesi.waktu = DateTimeTZRange(isi.mulai, isi.selesai)
    sesi.waktu_ruang = DateTimeTZRange(isi.mulai, isi.selesai + jeda)
    sesi.ruang, sesi.tempat, sesi.tautan = ruang, " ".join(isi.tempat.split()), isi.tautan
    sesi.istirahat_menit, sesi.batal = isi.istirahat_menit, False
    try:
        with transaction.atomic():
            sesi.save()
            _tulis_pembicara(sesi, pembicara, isi)
    except IntegrityError as galat:
        raise _bentrok(galat, sesi, pembicara, isi) from galat
    simpan(
        baris,
        oleh,
        aksi,
        keterangan=f"{sesi.judul}, {format_waktu(sesi.mulai)}",
        urutan_kalender=baris.urutan_kalender + 1,
    )
    return sesi


def _kunci_tempat(isi: IsiSesi) -> tuple[Ruang | None, list[Narasumber]]:
    ruang = None
    if isi.ruang is not None:
        ruang = Ruang.objects.select_for_update(no_key=True).get(pk=isi.ruang.pk)
    pembicara = Narasumber.objects.select_for_update(no_key=True, of=("self",)).filter(
        pk__in=[satu.pk for satu in isi.narasumber]
    )
    return ruang, list(pembicara.order_by("pk"))


def _tulis_pembicara(sesi: SesiKegiatan, pembicara: list[Narasumber], isi: IsiSesi) -> None:
    lama = {satu.narasumber_id: satu for satu in sesi.pembicara.all()}
    sesi.pembicara.exclude(narasumber__in=pembicara).delete()
    for satu in pembicara:
        baris = lama.get(satu.pk) or NarasumberSesi(sesi=sesi, narasumber=satu)
        baris.waktu = DateTimeTZRange(isi.mulai, isi.selesai + timedelta(minutes=satu.jeda_menit))
        baris.batal = False
        baris.save()


def _bentrok(
    galat: IntegrityError, sesi: SesiKegiatan, pembicara: list[Narasumber], isi: IsiSesi
) -> ProsesDitolak | IntegrityError:
    """The sentence for what the database refused; any other refusal stays what it was."""
    kendala = nama_kendala(galat)
    if kendala == _RUANG_BENTROK and sesi.ruang is not None:
        lain = (
            SesiKegiatan.objects.berlaku()
            .filter(ruang=sesi.ruang, waktu_ruang__overlap=sesi.waktu_ruang)
            .exclude(pk=sesi.pk)
            .select_related("kegiatan")
            .order_by("waktu")
            .first()
        )
        kosong = [satu.nama for satu in ruang_kosong(isi.mulai, isi.selesai)][:_RUANG_DITAWARKAN]
        saran = f"Yang kosong: {', '.join(kosong)}." if kosong else "Tidak ada ruang lain yang kosong pada waktu itu."
        return JadwalBentrok(f"{sesi.ruang.nama} {_dipakai(lain, sesi.ruang.jeda_menit)} {saran}")
    if kendala == _BICARA_BENTROK:
        for satu in pembicara:
            waktu = DateTimeTZRange(isi.mulai, isi.selesai + timedelta(minutes=satu.jeda_menit))
            bicara = (
                satu.sesi.filter(batal=False, waktu__overlap=waktu)
                .exclude(sesi=sesi.pk)
                .select_related("sesi__kegiatan", "sesi__ruang")
                .first()
            )
            if bicara is not None:
                return JadwalBentrok(
                    f"{satu.nama} {_dipakai(bicara.sesi, satu.jeda_menit)} Pilih waktu atau narasumber lain."
                )
        return JadwalBentrok("Seorang narasumber sudah berbicara di tempat lain pada waktu itu. Pilih waktu lain.")
    return galat


def _dipakai(lain: SesiKegiatan | None, jeda: int) -> str:
    if lain is None:
        return "sudah dipakai pada waktu itu."
    akhir = f", dengan jeda {jeda} menit" if jeda else ""
    tempat = f" di {lain.ruang.nama}" if lain.ruang else ""
    return (
        f"sudah dipakai «{lain.kegiatan.judul}»{tempat}, {format_waktu(lain.mulai)} "
        f"sampai {lain.selesai.astimezone(WIB):%H.%M}{akhir}."
    )
