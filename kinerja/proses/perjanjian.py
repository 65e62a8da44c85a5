"""The life of an agreement of a unit: drafted, signed, replaced by a changed one."""

from __future__ import annotations

from datetime import date

from django.core.files.base import File
from django.db import transaction
from django.db.models import ProtectedError

from kinerja.enums import StatusPerjanjian
from kinerja.models import IndikatorUtama, PerjanjianKinerja, Sasaran, TargetTriwulan
from kinerja.permissions import boleh_mengelola, memimpin_unit, para_pihak, pejabat_tanpa_akun
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.pindaian import pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import format_tanggal, hari_ini

_BUKAN_PEMIMPIN = "Perjanjian kinerja disusun dan ditandatangani oleh pimpinan unitnya."


@transaction.atomic
def buat_perjanjian(*, unit: UnitKerja, tahun: int, oleh: Pengguna) -> PerjanjianKinerja:
    """A new empty draft of the unit that the account leads. ProsesDitolak: not its head, or one is there already."""
    # The unit is the queue: of two drafts made at once the second sees the first.
    unit = UnitKerja.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not memimpin_unit(oleh, unit.pk):
        raise ProsesDitolak(_BUKAN_PEMIMPIN)
    kini = hari_ini().year
    if not kini - 1 <= tahun <= kini + 1:
        raise ProsesDitolak(f"Isi tahun {kini - 1} sampai {kini + 1}.")
    ada = PerjanjianKinerja.objects.filter(unit=unit, tahun=tahun).order_by("-versi").first()
    if ada is not None:
        langkah = (
            "Buka draf itu."
            if ada.status == StatusPerjanjian.DRAF.value
            else "Bila isinya berubah, buat perjanjian perubahan."
        )
        raise ProsesDitolak(f"{unit} sudah mempunyai perjanjian kinerja {tahun}. {langkah}")
    baru = PerjanjianKinerja.objects.create(unit=unit, tahun=tahun)
    catat(pelaku=oleh, aksi="kinerja.perjanjian.buat", objek=baru, sesudah={"unit": unit.kode, "tahun": tahun})
    return baru


@transaction.atomic
def buat_perubahan(*, perjanjian: PerjanjianKinerja, oleh: Pengguna, alasan: str) -> PerjanjianKinerja:
    """A draft with the content of a signed agreement, which it replaces when it is signed itself."""
    UnitKerja.objects.select_for_update(no_key=True).get(pk=perjanjian.unit_id)
    lama = _kunci(perjanjian)
    if not memimpin_unit(oleh, lama.unit_id):
        raise ProsesDitolak(_BUKAN_PEMIMPIN)
    if lama.status != StatusPerjanjian.DITANDATANGANI.value:
        raise ProsesDitolak("Perjanjian perubahan dibuat dari perjanjian yang sudah ditandatangani dan masih berlaku.")
    if PerjanjianKinerja.objects.filter(sebelumnya=lama).exists():
        raise ProsesDitolak("Draf perjanjian perubahan sudah ada. Buka draf itu.")
    alasan = wajib_diisi(alasan, "Tulis alasan perubahan.")
    baru = PerjanjianKinerja.objects.create(
        unit_id=lama.unit_id, tahun=lama.tahun, versi=lama.versi + 1, sebelumnya=lama, alasan_perubahan=alasan[:300]
    )
    _salin_isi(lama, baru, oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.buat_perubahan",
        objek=baru,
        sebelum={"perjanjian": str(lama.uuid)},
        sesudah={"versi": baru.versi},
        keterangan=alasan,
    )
    return baru


def _salin_isi(lama: PerjanjianKinerja, baru: PerjanjianKinerja, oleh: Pengguna) -> None:
    """The same measures keep their ``kode_tetap``, so plans made from the old version stay under them."""
    for sasaran in lama.sasaran.prefetch_related("iku__triwulan"):
        salinan = Sasaran.objects.create(
            perjanjian=baru,
            urut=sasaran.urut,
            uraian=sasaran.uraian,
            tujuan=sasaran.tujuan,
            rujukan=sasaran.rujukan,
            diubah_oleh=oleh,
        )
        for iku in sasaran.iku.all():
            kembar = IndikatorUtama.objects.create(
                sasaran=salinan,
                urut=iku.urut,
                uraian=iku.uraian,
                satuan=iku.satuan,
                arah=iku.arah,
                target=iku.target,
                target_atas=iku.target_atas,
                kode_tetap=iku.kode_tetap,
                diubah_oleh=oleh,
            )
            TargetTriwulan.objects.bulk_create(
                TargetTriwulan(
                    iku=kembar,
                    triwulan=satu.triwulan,
                    uraian=satu.uraian,
                    target=satu.target,
                    target_atas=satu.target_atas,
                )
                for satu in iku.triwulan.all()
            )


def kunci_draf(*, perjanjian: PerjanjianKinerja, oleh: Pengguna) -> PerjanjianKinerja:
    """Lock a draft whose head edits it; call it first in the transaction that changes its content.

    The same lock is taken by ``tandatangani``, so nothing slips in between its check and the signature.
    """
    kini = _kunci(perjanjian)
    if not memimpin_unit(oleh, kini.unit_id):
        raise ProsesDitolak(_BUKAN_PEMIMPIN)
    _masih_draf(kini)
    return kini


@transaction.atomic
def hapus_draf(*, perjanjian: PerjanjianKinerja, oleh: Pengguna) -> None:
    """Take a draft with all its content away. ProsesDitolak: a plan was made from it."""
    kini = kunci_draf(perjanjian=perjanjian, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.hapus_draf",
        objek=kini,
        sebelum={"unit": kini.unit.kode, "tahun": kini.tahun, "versi": kini.versi},
    )
    try:
        TargetTriwulan.objects.filter(iku__sasaran__perjanjian=kini).delete()
        IndikatorUtama.objects.filter(sasaran__perjanjian=kini).delete()
        kini.sasaran.all().delete()
        kini.delete()
    except ProtectedError as galat:
        raise ProsesDitolak("Draf ini sudah dipakai dalam SKP. Ubah isinya, jangan dihapus.") from galat


@transaction.atomic
def tandatangani(
    *,
    perjanjian: PerjanjianKinerja,
    oleh: Pengguna,
    nomor: str,
    tanggal: date,
    pindaian: File | None = None,
) -> PerjanjianKinerja:
    """Record that both parties signed; from now on the agreement never changes.

    The head of the unit records it. Where the official above is outside and has no account, the pengelola may record
    it from the paper, then with its scan. Parties and posts are those of the day of signing.
    """
    kini = _kunci(perjanjian)
    pihak = para_pihak(kini.unit_id, tanggal)
    pemimpin = memimpin_unit(oleh, kini.unit_id)
    if not pemimpin and not (boleh_mengelola(oleh) and pejabat_tanpa_akun(pihak.kedua)):
        raise ProsesDitolak(
            "Tanda tangan dicatat oleh pimpinan unit. Pengelola kinerja mencatatnya hanya bila pejabat di atasnya "
            "ada di luar kantor dan tidak punya akun."
        )
    _masih_draf(kini)
    _periksa_isi(kini)
    nomor = wajib_diisi(nomor, "Isi nomor perjanjian.")
    _periksa_tanggal(kini, tanggal)
    if pihak.pertama is None or pihak.kedua is None:
        siapa = "pimpinan unit" if pihak.pertama is None else "pejabat di atasnya"
        raise ProsesDitolak(
            f"Pada {format_tanggal(tanggal)} {siapa} belum tercatat. Minta pengelola kinerja memeriksa penugasan."
        )
    _pasang_pihak(kini, pihak.pertama, pihak.kedua)
    kini.nomor, kini.tanggal, kini.dicatat_oleh = nomor[:100], tanggal, oleh
    kini.status = StatusPerjanjian.DITANDATANGANI.value
    if pindaian is None and pemimpin:
        _simpan_tanda_tangan(kini, oleh)
        return kini
    with pindaian_tersimpan(kini.pindaian, pindaian):
        _simpan_tanda_tangan(kini, oleh)
    return kini


def _kunci(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja:
    kini = PerjanjianKinerja.objects.select_for_update().filter(pk=perjanjian.pk).first()
    if kini is None:
        raise ProsesDitolak("Draf perjanjian kinerja ini sudah dihapus.")
    return kini


def _masih_draf(kini: PerjanjianKinerja) -> None:
    if kini.status != StatusPerjanjian.DRAF.value:
        raise ProsesDitolak(
            "Perjanjian kinerja yang sudah ditandatangani tidak dapat diubah. Buat perjanjian perubahan."
        )


def _periksa_isi(kini: PerjanjianKinerja) -> None:
    sasaran = list(kini.sasaran.order_by("urut").values_list("pk", "urut"))
    if not sasaran:
        raise ProsesDitolak("Perjanjian ini belum mempunyai sasaran.")
    berisi = set(IndikatorUtama.objects.filter(sasaran__perjanjian=kini).values_list("sasaran_id", flat=True))
    kosong = [str(urut) for pk, urut in sasaran if pk not in berisi]
    if kosong:
        raise ProsesDitolak(f"Sasaran nomor {', '.join(kosong)} belum mempunyai indikator kinerja utama.")


def _periksa_tanggal(kini: PerjanjianKinerja, tanggal: date) -> None:
    if tanggal > hari_ini():
        raise ProsesDitolak("Tanggal tanda tangan belum tiba. Catat setelah benar-benar ditandatangani.")
    if not kini.tahun - 1 <= tanggal.year <= kini.tahun:
        raise ProsesDitolak(f"Perjanjian {kini.tahun} ditandatangani pada {kini.tahun - 1} atau {kini.tahun}.")
    lama = kini.sebelumnya
    if lama is not None and lama.tanggal is not None and tanggal < lama.tanggal:
        raise ProsesDitolak(f"Perjanjian perubahan tidak mendahului perjanjian lama, {format_tanggal(lama.tanggal)}.")


def _pasang_pihak(kini: PerjanjianKinerja, pertama: Pemegang, kedua: Pemegang) -> None:
    kini.pihak_pertama_id, kini.pihak_pertama_jabatan = pertama.pegawai_id, sebutan_jabatan(pertama)
    kini.pihak_pertama_nama = str(orang(pertama))
    kini.pihak_kedua_id, kini.pihak_kedua_luar_id = kedua.pegawai_id, kedua.pejabat_luar_id
    kini.pihak_kedua_nama, kini.pihak_kedua_jabatan = str(orang(kedua)), sebutan_jabatan(kedua)


def sebutan_jabatan(pemegang: Pemegang) -> str:
    """Post as it is signed: «Plt. Lurah» for an acting holder."""
    awalan = {"plt": "Plt. ", "plh": "Plh. "}.get(pemegang.sifat, "")
    return f"{awalan}{pemegang.jabatan}"


def _simpan_tanda_tangan(kini: PerjanjianKinerja, oleh: Pengguna) -> None:
    if kini.sebelumnya_id is not None:
        lama = PerjanjianKinerja.objects.select_for_update().get(pk=kini.sebelumnya_id)
        lama.status = StatusPerjanjian.DIGANTI.value
        lama.save(update_fields=["status"])
    kini.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.perjanjian.tandatangani",
        objek=kini,
        sebelum={"status": StatusPerjanjian.DRAF.value},
        sesudah={
            "status": kini.status,
            "nomor": kini.nomor,
            "tanggal": kini.tanggal,
            "pihak_pertama": kini.pihak_pertama_jabatan,
            "pihak_kedua": kini.pihak_kedua_jabatan,
        },
    )
    kedua = kini.pihak_kedua or kini.pihak_kedua_luar
    if kedua is not None and kedua.pengguna_id is not None and kedua.pengguna_id != oleh.pk:
        # Whose signature was recorded hears of it.
        kirim(
            penerima_id=kedua.pengguna_id,
            kunci=f"perjanjian-ditandatangani:{kini.uuid}",
            judul=f"Perjanjian kinerja {kini.unit} {kini.tahun} dicatat sudah ditandatangani",
            isi=f"Nomor {kini.nomor}. Anda tercatat sebagai pihak kedua. Periksa isinya.",
            tautan=f"/kinerja/perjanjian/{kini.uuid}/",
        )
