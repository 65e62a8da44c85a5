"""Recording a dialog kinerja: one side writes, the other confirms."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from kinerja.enums import LABEL_JENIS_DIALOG, JenisDialog
from kinerja.models import SKP, DialogKinerja
from kinerja.permissions import atasan_kini
from kinerja.permissions.dialog import (
    boleh_mencatat_dialog,
    boleh_mengesahkan_dialog,
    boleh_mengubah_dialog,
    pihak_lain,
)
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@dataclass(frozen=True, slots=True)
class IsiDialog:
    """What is written about one talk."""

    jenis: str
    ringkasan: str
    kesepakatan: str
    tugas_belajar: bool = False

    def bersih(self) -> IsiDialog:
        """Without blanks around the words. ProsesDitolak: something is missing."""
        if self.jenis not in {satu.value for satu in JenisDialog}:
            raise ProsesDitolak("Pilih tentang apa dialog ini.")
        ringkasan, kesepakatan = self.ringkasan.strip(), self.kesepakatan.strip()
        if not ringkasan or not kesepakatan:
            raise ProsesDitolak("Tulis yang dibicarakan dan kesepakatannya.")
        return IsiDialog(self.jenis, ringkasan, kesepakatan, self.tugas_belajar)


@transaction.atomic
def catat_dialog(*, pegawai: Pegawai, oleh: Pengguna, tanggal: date, isi: IsiDialog) -> DialogKinerja:
    """Write down a talk of a person with the superior of that day; the other one is told to confirm.

    Sent twice, the first row is the answer.
    ProsesDitolak: a day to come, no superior on that day, or somebody who was not there.
    """
    if tanggal > hari_ini():
        raise ProsesDitolak("Tanggal dialog belum tiba. Catat setelah dialog berlangsung.")
    if not pegawai.ber_skp:
        raise ProsesDitolak("Dialog kinerja dicatat untuk pegawai ASN di kantor ini.")
    if not boleh_mencatat_dialog(oleh, pegawai, tanggal):
        raise ProsesDitolak(f"Dialog ini dicatat oleh pegawai atau atasan langsungnya pada {format_tanggal(tanggal)}.")
    atasan = atasan_kini(pegawai, tanggal)
    if atasan is None:
        raise ProsesDitolak(
            f"Atasan pada {format_tanggal(tanggal)} belum tercatat. Minta pengelola kinerja memeriksa penugasannya."
        )
    isi = isi.bersih()
    kunci_orang([pegawai.pk])
    lama: DialogKinerja | None = DialogKinerja.objects.filter(
        pegawai=pegawai, tanggal=tanggal, dicatat_oleh=oleh, **asdict(isi)
    ).first()
    if lama is not None:
        return lama
    dialog = DialogKinerja.objects.create(
        pegawai=pegawai,
        atasan_id=atasan.pegawai_id,
        atasan_luar_id=atasan.pejabat_luar_id,
        skp=SKP.objects.filter(pegawai=pegawai, mulai__lte=tanggal, selesai__gte=tanggal).order_by("-versi").first(),
        tanggal=tanggal,
        dicatat_oleh=oleh,
        **asdict(isi),
    )
    catat(pelaku=oleh, aksi="kinerja.dialog.catat", objek=dialog, sesudah={"tanggal": tanggal, **asdict(isi)})
    _beri_tahu(dialog, pihak_lain(dialog), "Sahkan catatan dialog kinerja")
    return dialog


@transaction.atomic
def ubah_dialog(*, dialog: DialogKinerja, oleh: Pengguna, isi: IsiDialog, versi: int) -> DialogKinerja:
    """Correct the words while the other one has not confirmed them. ProsesDitolak, KonflikVersi."""
    kini = _kunci(dialog)
    if not boleh_mengubah_dialog(oleh, kini):
        raise ProsesDitolak("Catatan dialog hanya diubah penulisnya, sebelum disahkan pihak lain.")
    _periksa_versi(kini, versi)
    isi = isi.bersih()
    baru = asdict(isi)
    sebelum = {nama: getattr(kini, nama) for nama in baru}
    if sebelum == baru:
        return kini
    for nama, nilai in baru.items():
        setattr(kini, nama, nilai)
    kini.versi += 1
    kini.dicatat_pada = timezone.now()
    kini.save()
    catat(pelaku=oleh, aksi="kinerja.dialog.ubah", objek=kini, sebelum=sebelum, sesudah=baru)
    return kini


@transaction.atomic
def sahkan_dialog(*, dialog: DialogKinerja, oleh: Pengguna, tanggapan: str, versi: int) -> DialogKinerja:
    """The other one confirms the words as they stand, with own words beside them; then nothing changes any more."""
    kini = _kunci(dialog)
    if not boleh_mengesahkan_dialog(oleh, kini):
        raise ProsesDitolak("Catatan dialog disahkan sekali, oleh pihak yang tidak menulisnya.")
    _periksa_versi(kini, versi)
    kini.disahkan_oleh, kini.disahkan_pada, kini.tanggapan = oleh, timezone.now(), tanggapan.strip()
    kini.versi += 1
    kini.save(update_fields=["disahkan_oleh", "disahkan_pada", "tanggapan", "versi"])
    catat(pelaku=oleh, aksi="kinerja.dialog.sahkan", objek=kini, sesudah={"tanggapan": kini.tanggapan})
    _beri_tahu(kini, kini.dicatat_oleh_id, "Catatan dialog kinerja disahkan")
    return kini


def _kunci(dialog: DialogKinerja) -> DialogKinerja:
    kini: DialogKinerja = (
        DialogKinerja.objects.select_for_update(of=("self",))
        .select_related("pegawai", "atasan", "atasan_luar")
        .get(pk=dialog.pk)
    )
    return kini


def _periksa_versi(kini: DialogKinerja, versi: int) -> None:
    if kini.versi != versi:
        raise KonflikVersi(oleh=str(kini.dicatat_oleh), pada=kini.dicatat_pada)


def _beri_tahu(dialog: DialogKinerja, penerima_id: int | None, judul: str) -> None:
    if penerima_id is None:
        return
    kirim(
        penerima_id=penerima_id,
        kunci=f"dialog:{dialog.uuid}:{dialog.versi}",
        judul=judul,
        isi=f"{LABEL_JENIS_DIALOG[JenisDialog(dialog.jenis)]}, {format_tanggal(dialog.tanggal)}",
        tautan=f"/kinerja/dialog/{dialog.uuid}/",
    )
