"""Requests for support: asked, answered once, and raised to the next superior when the answer does not come.

PermenPANRB 6/2022 names «dukungan sumber daya» as a part of the SKP that superior and employee settle together; it
gives no days for an answer. The days are the office's own decision (``PilihanKantor``).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kinerja.enums import (
    LABEL_JAWABAN_DUKUNGAN,
    LABEL_JENIS_KENDALA,
    JawabanDukungan,
    JenisKendala,
    LangkahDukungan,
    StatusKendala,
    StatusPermintaan,
)
from kinerja.models import Kendala, LangkahPermintaan, PermintaanDukungan, PilihanKantor
from kinerja.permissions import Penjawab, boleh_menjawab, rantai_atasan
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.kendala import pegawai_berskp
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def minta_dukungan(*, oleh: Pengguna, kendala: Kendala | None, jenis: str, uraian: str) -> PermintaanDukungan:
    """Ask the superior derived today, because of an own open obstacle or without one.

    Sent twice, the request that waits is the answer.
    """
    pegawai = pegawai_berskp(oleh)
    if jenis not in {satu.value for satu in JenisKendala}:
        raise ProsesDitolak("Pilih jenis dukungan dari daftar.")
    uraian = wajib_diisi(uraian, "Tulis apa yang Anda perlukan.")
    kunci_orang([pegawai.pk])
    isi = {"pegawai": pegawai, "kendala": kendala, "jenis": jenis, "uraian": uraian}
    lama: PermintaanDukungan | None = PermintaanDukungan.objects.filter(
        status=StatusPermintaan.DIAJUKAN.value, **isi
    ).first()
    if lama is not None:
        return lama
    if kendala is not None:
        _periksa_kendala(kendala, pegawai.pk)
    rantai = rantai_atasan([pegawai.pk])[pegawai.pk]
    if not rantai:
        raise ProsesDitolak(
            "Atasan Anda belum tercatat atau belum mempunyai akun. Sampaikan langsung kepada atasan, "
            "dan minta pengelola kinerja memeriksa penugasan di unit Anda."
        )
    atasan, hari = rantai[0], hari_ini()
    permintaan = PermintaanDukungan.objects.create(
        diajukan_pada=hari,
        tenggat=_tenggat(hari),
        diminta_dari_id=atasan.pegawai_id,
        diminta_dari_luar_id=atasan.pejabat_luar_id,
        **isi,
    )
    urut = _langkah(permintaan, LangkahDukungan.DIAJUKAN, oleh=oleh, kepada=atasan)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.minta",
        objek=permintaan,
        sesudah={"status": permintaan.status, "jenis": jenis, "tingkat": 0},
    )
    kirim(
        penerima_id=atasan.akun_id,
        kunci=_kunci(permintaan, urut),
        judul=f"{pegawai} meminta dukungan: {_jenis(permintaan)}",
        isi=f"Tenggat jawaban {format_tanggal(permintaan.tenggat)}.",
        tautan=_tautan(permintaan),
    )
    return permintaan


@transaction.atomic
def jawab_permintaan(
    *, permintaan: PermintaanDukungan, oleh: Pengguna, jawaban: str, alasan: str, dijanjikan: date | None
) -> PermintaanDukungan:
    """The superior's answer, once. A promise needs its day; a refusal, also of a part, needs its reason."""
    kini = _kunci_baris(permintaan)
    if not boleh_menjawab(oleh, kini):
        raise ProsesDitolak("Permintaan ini dijawab oleh atasan pegawai saat ini.")
    if kini.status != StatusPermintaan.DIAJUKAN.value:
        raise ProsesDitolak(f"Permintaan ini tidak menunggu jawaban lagi (keadaannya: {_keadaan(kini)}).")
    pilihan, alasan = _baca_jawaban(jawaban), alasan.strip()
    if pilihan is not JawabanDukungan.DISETUJUI and not alasan:
        raise ProsesDitolak("Tulis alasannya bila permintaan ditolak atau hanya disetujui sebagian.")
    if pilihan is JawabanDukungan.DITOLAK:
        dijanjikan = None
    elif dijanjikan is None or dijanjikan < hari_ini():
        raise ProsesDitolak("Isi tanggal dukungan ini dijanjikan, hari ini atau sesudahnya.")
    kini.status, kini.jawaban, kini.alasan = StatusPermintaan.DIJAWAB.value, pilihan.value, alasan
    kini.dijanjikan, kini.dijawab_oleh, kini.dijawab_pada = dijanjikan, oleh, hari_ini()
    kini.save(update_fields=["status", "jawaban", "alasan", "dijanjikan", "dijawab_oleh", "dijawab_pada"])
    kata = LABEL_JAWABAN_DUKUNGAN[pilihan]
    urut = _langkah(kini, LangkahDukungan.DIJAWAB, oleh=oleh, catatan=kata)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.jawab",
        objek=kini,
        sebelum={"status": StatusPermintaan.DIAJUKAN.value},
        sesudah={"status": kini.status, "jawaban": kini.jawaban, "dijanjikan": dijanjikan},
        keterangan=alasan,
    )
    _kabari_peminta(kini, urut, f"Permintaan dukungan Anda dijawab: {kata.lower()}")
    return kini


@transaction.atomic
def penuhi_permintaan(*, permintaan: PermintaanDukungan, oleh: Pengguna) -> PermintaanDukungan:
    """The person who asked says that the promised support has come."""
    kini = _kunci_milik(permintaan, oleh)
    if kini.status != StatusPermintaan.DIJAWAB.value or kini.jawaban == JawabanDukungan.DITOLAK.value:
        raise ProsesDitolak("Hanya dukungan yang sudah dijanjikan yang dapat dinyatakan diterima.")
    kini.status = StatusPermintaan.DIPENUHI.value
    kini.save(update_fields=["status"])
    urut = _langkah(kini, LangkahDukungan.DIPENUHI, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.penuhi",
        objek=kini,
        sebelum={"status": StatusPermintaan.DIJAWAB.value},
        sesudah={"status": kini.status},
    )
    if kini.dijawab_oleh_id is not None:
        kirim(
            penerima_id=kini.dijawab_oleh_id,
            kunci=_kunci(kini, urut),
            judul=f"{kini.pegawai} sudah menerima dukungan: {_jenis(kini)}",
            tautan=_tautan(kini),
        )
    return kini


@transaction.atomic
def batalkan_permintaan(*, permintaan: PermintaanDukungan, oleh: Pengguna, alasan: str) -> PermintaanDukungan:
    """The person who asked takes the request back, before an answer or while the promise is open."""
    kini = _kunci_milik(permintaan, oleh)
    sebelum = kini.status
    if sebelum not in {StatusPermintaan.DIAJUKAN.value, StatusPermintaan.DIJAWAB.value}:
        raise ProsesDitolak(f"Permintaan ini tidak dapat dibatalkan lagi (keadaannya: {_keadaan(kini)}).")
    if kini.jawaban == JawabanDukungan.DITOLAK.value:
        raise ProsesDitolak("Permintaan ini sudah ditolak; tidak ada yang perlu dibatalkan.")
    alasan = wajib_diisi(alasan, "Tulis alasan membatalkan, misalnya «alat sudah dipinjamkan kelurahan».")
    kini.status = StatusPermintaan.DIBATALKAN.value
    kini.save(update_fields=["status"])
    urut = _langkah(kini, LangkahDukungan.DIBATALKAN, oleh=oleh, catatan=alasan)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.batalkan",
        objek=kini,
        sebelum={"status": sebelum},
        sesudah={"status": kini.status},
        keterangan=alasan,
    )
    for penjawab in rantai_atasan([kini.pegawai_id])[kini.pegawai_id][: kini.tingkat + 1]:
        kirim(
            penerima_id=penjawab.akun_id,
            kunci=_kunci(kini, urut),
            judul=f"{kini.pegawai} membatalkan permintaan dukungan: {_jenis(kini)}",
            tautan=_tautan(kini),
        )
    return kini


def naikkan_permintaan() -> int:
    """Raise every request whose answer is overdue by one step; returns how many. Safe to run twice at once.

    Each request is a transaction of its own: its row lock is skipped by a second worker, and the new due day takes the
    request out of the set, so no step is done twice. At the top of the line nothing happens any more.
    """
    lewat = PermintaanDukungan.objects.filter(status=StatusPermintaan.DIAJUKAN.value, tenggat__lt=hari_ini())
    return sum(_naikkan(pk) for pk in lewat.order_by("tenggat", "pk").values_list("pk", flat=True))


@transaction.atomic
def _naikkan(pk: int) -> bool:
    kini = (
        PermintaanDukungan.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("pegawai", "diminta_dari", "diminta_dari_luar")
        .filter(pk=pk, status=StatusPermintaan.DIAJUKAN.value, tenggat__lt=hari_ini())
        .first()
    )
    if kini is None:
        return False
    rantai = rantai_atasan([kini.pegawai_id])[kini.pegawai_id]
    tingkat = kini.tingkat + 1
    if tingkat >= len(rantai):
        return False
    lama, baru = rantai[kini.tingkat], rantai[tingkat]
    kini.tingkat, kini.tenggat = tingkat, _tenggat(hari_ini())
    kini.diminta_dari_id, kini.diminta_dari_luar_id = baru.pegawai_id, baru.pejabat_luar_id
    # The step first: should the lock ever be lost, the unique number of the step stops a second worker here.
    urut = _langkah(kini, LangkahDukungan.DINAIKKAN, oleh=None, kepada=baru)
    kini.save(update_fields=["tingkat", "tenggat", "diminta_dari", "diminta_dari_luar"])
    catat(
        pelaku=None,
        aksi="kinerja.dukungan.naikkan",
        objek=kini,
        sebelum={"tingkat": tingkat - 1},
        sesudah={"tingkat": tingkat, "tenggat": kini.tenggat},
    )
    tenggat = f"Tenggat jawaban {format_tanggal(kini.tenggat)}."
    kirim(
        penerima_id=baru.akun_id,
        kunci=_kunci(kini, urut),
        judul=f"Permintaan dukungan {kini.pegawai} diteruskan kepada Anda",
        isi=f"{lama.nama} belum menjawab sampai tenggat. {tenggat}",
        tautan=_tautan(kini),
    )
    kirim(
        penerima_id=lama.akun_id,
        kunci=_kunci(kini, urut),
        judul=f"Permintaan dukungan {kini.pegawai} diteruskan kepada {baru.nama}",
        isi="Tenggat jawaban sudah lewat. Anda masih dapat menjawabnya.",
        tautan=_tautan(kini),
    )
    _kabari_peminta(kini, urut, f"Permintaan dukungan Anda diteruskan kepada {baru.nama}", tenggat)
    return True


def _periksa_kendala(kendala: Kendala, pegawai_id: int) -> None:
    kini = Kendala.objects.select_for_update(of=("self",)).get(pk=kendala.pk)
    if kini.pegawai_id != pegawai_id:
        raise ProsesDitolak("Dukungan diminta oleh pegawai yang mencatat kendalanya.")
    if kini.status != StatusKendala.TERBUKA.value:
        raise ProsesDitolak("Kendala ini sudah teratasi. Catat kendala baru bila hambatannya muncul lagi.")
    if kini.permintaan.filter(status=StatusPermintaan.DIAJUKAN.value).exists():
        raise ProsesDitolak("Untuk kendala ini sudah ada permintaan yang menunggu jawaban.")


def _kunci_baris(permintaan: PermintaanDukungan) -> PermintaanDukungan:
    return PermintaanDukungan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=permintaan.pk)


def _kunci_milik(permintaan: PermintaanDukungan, oleh: Pengguna) -> PermintaanDukungan:
    kini = _kunci_baris(permintaan)
    if kini.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Langkah ini dilakukan oleh pegawai yang meminta dukungan.")
    return kini


def _baca_jawaban(jawaban: str) -> JawabanDukungan:
    try:
        return JawabanDukungan(jawaban)
    except ValueError:
        raise ProsesDitolak("Pilih jawaban: disetujui, disetujui sebagian, atau ditolak.") from None


def _tenggat(hari: date) -> date:
    return tambah_hari_kerja(hari, PilihanKantor.objects.pada(hari).hari_jawab_dukungan)


def _keadaan(permintaan: PermintaanDukungan) -> str:
    return permintaan.get_status_display().lower()


def _jenis(permintaan: PermintaanDukungan) -> str:
    return LABEL_JENIS_KENDALA[JenisKendala(permintaan.jenis)].lower()


def _tautan(permintaan: PermintaanDukungan) -> str:
    return f"/kinerja/dukungan/{permintaan.uuid}/"


def _kunci(permintaan: PermintaanDukungan, urut: int) -> str:
    """Each step of a request is told once."""
    return f"dukungan:{permintaan.uuid}:{urut}"


def _langkah(
    permintaan: PermintaanDukungan,
    langkah: LangkahDukungan,
    *,
    oleh: Pengguna | None,
    kepada: Penjawab | None = None,
    catatan: str = "",
) -> int:
    urut = permintaan.langkah.count() + 1
    LangkahPermintaan.objects.create(
        permintaan=permintaan,
        urut=urut,
        langkah=langkah.value,
        oleh=oleh,
        kepada=f"{kepada.nama}, {kepada.jabatan}" if kepada is not None else "",
        tenggat=permintaan.tenggat if kepada is not None else None,
        catatan=catatan,
    )
    return urut


def _kabari_peminta(permintaan: PermintaanDukungan, urut: int, judul: str, isi: str = "") -> None:
    if permintaan.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=permintaan.pegawai.pengguna_id,
            kunci=_kunci(permintaan, urut),
            judul=judul,
            isi=isi,
            tautan=_tautan(permintaan),
        )
