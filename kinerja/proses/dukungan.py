"""Requests for support: asked, answered, received or asked after, taken back (``dukungan_naik``: silence).

PermenPANRB 6/2022 names «dukungan sumber daya» as a part of the SKP that superior and employee settle together; it
gives no days for an answer. The days are the office's own decision (``PilihanKantor``).
"""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kinerja.enums import (
    LABEL_JAWABAN_DUKUNGAN,
    JawabanDukungan,
    JenisKendala,
    LangkahDukungan,
    StatusKendala,
    StatusPermintaan,
)
from kinerja.models import Kendala, PermintaanDukungan
from kinerja.permissions import boleh_menjawab, rantai_atasan
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.kendala import pegawai_berskp
from kinerja.proses.langkah_dukungan import kabari, kabari_peminta, kata_jenis, tenggat_jawaban, tulis_langkah
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
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
        tenggat=tenggat_jawaban(hari),
        diminta_dari_id=atasan.pegawai_id,
        diminta_dari_luar_id=atasan.pejabat_luar_id,
        **isi,
    )
    urut = tulis_langkah(permintaan, LangkahDukungan.DIAJUKAN, oleh=oleh, kepada=atasan)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.minta",
        objek=permintaan,
        sesudah={"status": permintaan.status, "jenis": jenis, "tingkat": 0},
    )
    kabari(
        permintaan,
        urut,
        atasan.akun_id,
        f"{pegawai} meminta dukungan: {kata_jenis(permintaan)}",
        f"Tenggat jawaban {format_tanggal(permintaan.tenggat)}.",
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
    janji = f", dijanjikan {format_tanggal(dijanjikan)}" if dijanjikan is not None else ""
    urut = tulis_langkah(kini, LangkahDukungan.DIJAWAB, oleh=oleh, catatan=f"{kata}{janji}. {alasan}".strip())
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.jawab",
        objek=kini,
        sebelum={"status": StatusPermintaan.DIAJUKAN.value},
        sesudah={"status": kini.status, "jawaban": kini.jawaban, "dijanjikan": dijanjikan},
        keterangan=alasan,
    )
    kabari_peminta(kini, urut, f"Permintaan dukungan Anda dijawab: {kata.lower()}")
    return kini


@transaction.atomic
def penuhi_permintaan(*, permintaan: PermintaanDukungan, oleh: Pengguna) -> PermintaanDukungan:
    """The person who asked says that the promised support has come."""
    kini = _kunci_milik(permintaan, oleh)
    if kini.status != StatusPermintaan.DIJAWAB.value or kini.jawaban == JawabanDukungan.DITOLAK.value:
        raise ProsesDitolak("Hanya dukungan yang sudah dijanjikan yang dapat dinyatakan diterima.")
    kini.status = StatusPermintaan.DIPENUHI.value
    kini.save(update_fields=["status"])
    urut = tulis_langkah(kini, LangkahDukungan.DIPENUHI, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.penuhi",
        objek=kini,
        sebelum={"status": StatusPermintaan.DIJAWAB.value},
        sesudah={"status": kini.status},
    )
    if kini.dijawab_oleh_id is not None:
        kabari(kini, urut, kini.dijawab_oleh_id, f"{kini.pegawai} sudah menerima dukungan: {kata_jenis(kini)}")
    return kini


@transaction.atomic
def tagih_permintaan(*, permintaan: PermintaanDukungan, oleh: Pengguna) -> PermintaanDukungan:
    """The person who asked says that the promised day has passed and nothing came: it waits for an answer again.

    The broken promise stays in the history; the days to answer begin anew, and silence leads upward as before.
    """
    kini = _kunci_milik(permintaan, oleh)
    hari, dijanjikan = hari_ini(), kini.dijanjikan
    if kini.status != StatusPermintaan.DIJAWAB.value or dijanjikan is None:
        raise ProsesDitolak("Hanya dukungan yang dijanjikan dan belum diterima yang ditanyakan lagi.")
    if not kini.janji_lewat(hari):
        raise ProsesDitolak(f"Dukungan dijanjikan {format_tanggal(dijanjikan)}. Tanyakan lagi sesudah hari itu.")
    if kini.kendala is not None:
        _periksa_kendala(kini.kendala, kini.pegawai_id)
    kini.status, kini.tenggat = StatusPermintaan.DIAJUKAN.value, tenggat_jawaban(hari)
    kini.jawaban, kini.alasan, kini.dijanjikan, kini.dijawab_oleh, kini.dijawab_pada = "", "", None, None, None
    kini.save(update_fields=["status", "tenggat", "jawaban", "alasan", "dijanjikan", "dijawab_oleh", "dijawab_pada"])
    urut = tulis_langkah(
        kini,
        LangkahDukungan.DITAGIH,
        oleh=oleh,
        tenggat=kini.tenggat,
        catatan=f"Dijanjikan {format_tanggal(dijanjikan)}, belum diterima.",
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.tagih",
        objek=kini,
        sebelum={"status": StatusPermintaan.DIJAWAB.value, "dijanjikan": dijanjikan},
        sesudah={"status": kini.status, "tenggat": kini.tenggat},
    )
    for penjawab in rantai_atasan([kini.pegawai_id])[kini.pegawai_id][: kini.tingkat + 1]:
        kabari(
            kini,
            urut,
            penjawab.akun_id,
            f"{kini.pegawai} belum menerima dukungan: {kata_jenis(kini)}",
            f"Dijanjikan {format_tanggal(dijanjikan)}. Tenggat jawaban {format_tanggal(kini.tenggat)}.",
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
    urut = tulis_langkah(kini, LangkahDukungan.DIBATALKAN, oleh=oleh, catatan=alasan)
    catat(
        pelaku=oleh,
        aksi="kinerja.dukungan.batalkan",
        objek=kini,
        sebelum={"status": sebelum},
        sesudah={"status": kini.status},
        keterangan=alasan,
    )
    for penjawab in rantai_atasan([kini.pegawai_id])[kini.pegawai_id][: kini.tingkat + 1]:
        judul = f"{kini.pegawai} membatalkan permintaan dukungan: {kata_jenis(kini)}"
        kabari(kini, urut, penjawab.akun_id, judul)
    return kini


def _periksa_kendala(kendala: Kendala, pegawai_id: int) -> None:
    kini = Kendala.objects.select_for_update(of=("self",)).get(pk=kendala.pk)
    if kini.pegawai_id != pegawai_id:
        raise ProsesDitolak("Dukungan diminta oleh pegawai yang mencatat kendalanya.")
    if kini.status != StatusKendala.TERBUKA.value:
        raise ProsesDitolak("Kendala ini sudah teratasi. Catat kendala baru bila hambatannya muncul lagi.")
    if kini.permintaan.filter(status=StatusPermintaan.DIAJUKAN.value).exists():
        raise ProsesDitolak("Untuk kendala ini sudah ada permintaan yang menunggu jawaban.")


def _kunci_baris(permintaan: PermintaanDukungan) -> PermintaanDukungan:
    return (
        PermintaanDukungan.objects.select_for_update(of=("self",))
        .select_related("pegawai", "kendala")
        .get(pk=permintaan.pk)
    )


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


def _keadaan(permintaan: PermintaanDukungan) -> str:
    return permintaan.get_status_display().lower()
