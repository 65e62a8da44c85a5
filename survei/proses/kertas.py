"""A bundle of paper forms: printed, its officers named, ended. What happens to single sheets stands in ``lembar``.

Every write takes the survey's row first and then the bundle's, so that no sheet slips in behind a lock of the survey.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from random import SystemRandom
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Q

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini
from survei.enums import Bendera, Saluran, StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.enums.kertas import BATCH_BERJALAN, LABEL_STATUS_BATCH, StatusBatch, StatusLembar
from survei.models import BatchKertas, LembarKertas, Survei
from survei.models.kertas import LEMBAR_TERBANYAK
from survei.perhitungan.kertas import pilih_contoh
from survei.permissions import boleh_mengelola, boleh_mengetik
from survei.proses.alasan import wajib_ditulis
from survei.proses.isian import antrekan_hitung, simpan_baris
from survei.proses.lembar_isi import tanggal_isian

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from rakumpit.organisasi.models import Layanan

# Until the lock; what was filled in before the closing may be typed after it.
STATUS_KETIK = (StatusSurvei.TERBUKA, StatusSurvei.DITUTUP)


def calon_petugas(survei: Survei) -> QuerySet[Pengguna]:
    """Accounts that may be named to type: who works today in the unit above the survey's one, or anywhere below it."""
    pangkal = survei.unit.induk_id or survei.unit_id
    kerja = Penugasan.objects.pada(hari_ini()).filter(jabatan__unit_id__in=UnitKerja.objects.turunan_id([pangkal]))
    calon: QuerySet[Pengguna] = Pengguna.objects.filter(is_active=True, pegawai__in=kerja.values("pegawai_id"))
    return calon.order_by("nama", "pk")


def calon_unit(survei: Survei) -> QuerySet[UnitKerja]:
    """Units that may hand the sheets out: the survey's own, and those that give its services."""
    beri = Q(pk=survei.unit_id) | Q(pk__in=survei.layanan.values("unit_id"))
    calon: QuerySet[UnitKerja] = UnitKerja.objects.filter(beri).order_by("nama", "pk")
    return calon


def _periksa_petugas(survei: Survei, petugas: Collection[Pengguna]) -> None:
    if not petugas:
        raise ValidationError("Pilih sekurangnya satu petugas yang mengetik.")
    if calon_petugas(survei).filter(pk__in=[satu.pk for satu in petugas]).count() != len(petugas):
        raise ValidationError("Salah satu petugas tidak bekerja di kantor ini lagi. Pilih lagi.")


@transaction.atomic
def buat_batch(
    *, survei: Survei, kiriman: UUID, unit: UnitKerja, jumlah: int, petugas: Collection[Pengguna], oleh: Pengguna
) -> BatchKertas:
    """Number a new bundle of an open survey, to be printed; the same ``kiriman`` again gives the same one.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = (
        Survei.objects.select_for_update(of=("self",), no_key=True)
        .select_related("instrumen", "unit")
        .get(pk=survei.pk)
    )
    if (ada := BatchKertas.objects.filter(uuid=kiriman, survei=terkunci).first()) is not None:
        return ada
    if terkunci.status != StatusSurvei.TERBUKA:
        raise ValidationError("Formulir kertas dicetak selama survei terbuka.")
    if terkunci.instrumen.jenis == JenisInstrumen.BEBAS:
        raise ValidationError("Survei bebas hanya diisi di layar; lembar kertas memuat jawaban 1 sampai 4.")
    if terkunci.instrumen.jenis == JenisInstrumen.SPAK:
        # Who types reads the answers, and they are about the officers themselves.
        raise ValidationError("Survei anti korupsi tidak dicetak: petugas yang mengetik akan membaca jawabannya.")
    if not 1 <= jumlah <= LEMBAR_TERBANYAK:
        raise ValidationError(f"Satu bundel berisi 1 sampai {LEMBAR_TERBANYAK} lembar.")
    if not calon_unit(terkunci).filter(pk=unit.pk).exists():
        raise ValidationError("Pilih unit survei ini atau unit yang memberi layanannya.")
    _periksa_petugas(terkunci, petugas)
    akhir = BatchKertas.objects.filter(survei=terkunci).aggregate(akhir=Max("nomor"))["akhir"] or 0
    batch = BatchKertas.objects.create(
        uuid=kiriman,
        survei=terkunci,
        unit=unit,
        nomor=akhir + 1,
        jumlah=jumlah,
        layanan=list(terkunci.layanan.filter(aktif=True).order_by("nama", "pk").values_list("uuid", flat=True)),
        versi_formulir=f"{terkunci.instrumen.kode}-v{terkunci.instrumen.versi}",
        dicetak_oleh=oleh,
        dicetak_pada=hari_ini(),
    )
    batch.petugas.set(petugas)
    catat(
        pelaku=oleh,
        aksi="survei.kertas.buat",
        objek=batch,
        sesudah={"survei": terkunci.kode, "nomor": batch.nomor, "jumlah": jumlah, "petugas": _nomor_akun(petugas)},
    )
    return batch


def _nomor_akun(petugas: Iterable[Pengguna]) -> list[int]:
    return sorted(satu.pk for satu in petugas)


def ambil_batch(
    batch: BatchKertas, dari: tuple[str, ...] = BATCH_BERJALAN, *, sesudah_kunci: bool = False
) -> BatchKertas:
    """The bundle, locked behind its survey, if it stands in one of these states.

    Only while the survey still takes forms, but for ``sesudah_kunci``: steps that add nothing to the count.
    """
    survei = (
        Survei.objects.select_for_update(of=("self",), no_key=True)
        .select_related("instrumen", "unit")
        .get(pk=batch.survei_id)
    )
    kini: BatchKertas = BatchKertas.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    kini.survei = survei
    if kini.status not in dari:
        kata = LABEL_STATUS_BATCH[StatusBatch(kini.status)].lower()
        raise ValidationError(f"Bundel ini {kata}, jadi langkah itu tidak dapat diambil. Muat ulang halaman.")
    if survei.hitungan_final and not sesudah_kunci:
        raise ValidationError("Survei sudah dikunci. Tidak ada lembar yang dapat ditambahkan.")
    return kini


@transaction.atomic
def atur_petugas(*, batch: BatchKertas, petugas: Collection[Pengguna], oleh: Pengguna) -> None:
    """Name who types. Raises ``PermissionDenied`` or ``ValidationError``."""
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    kini = ambil_batch(batch)
    _periksa_petugas(kini.survei, petugas)
    sebelum = _nomor_akun(kini.petugas.all())
    kini.petugas.set(petugas)
    sesudah = {"petugas": _nomor_akun(petugas)}
    catat(pelaku=oleh, aksi="survei.kertas.petugas", objek=kini, sebelum={"petugas": sebelum}, sesudah=sesudah)


@transaction.atomic
def selesai_ketik(*, batch: BatchKertas, oleh: Pengguna) -> int:
    """End the first typing and draw the sheets that somebody else types again; returns their number.

    Drawn now, by the machine: while typing nobody knows which sheets will be checked. Raises ``PermissionDenied`` or
    ``ValidationError``.
    """
    if not (boleh_mengelola(oleh) or boleh_mengetik(oleh, batch)):
        raise PermissionDenied
    kini = ambil_batch(batch, (StatusBatch.DIKETIK.value,))
    nomor = list(kini.lembar.filter(status=StatusLembar.DIKETIK.value).values_list("nomor", flat=True))
    if not nomor:
        raise ValidationError("Belum ada lembar yang diketik.")
    contoh = pilih_contoh(nomor, SystemRandom())
    kini.lembar.filter(status=StatusLembar.DIKETIK.value, nomor__in=contoh).update(contoh=True)
    _pindah(kini, StatusBatch.DIPERIKSA, oleh, {"lembar": len(nomor), "contoh": contoh})
    return len(contoh)


def ganti_contoh(batch: BatchKertas) -> None:
    """Draw another sheet where one of the sample was voided; the caller holds the bundle."""
    hidup = batch.lembar.filter(status=StatusLembar.DIKETIK.value)
    kurang = len(pilih_contoh(list(hidup.values_list("nomor", flat=True)), SystemRandom()))
    kurang -= hidup.filter(contoh=True).count()
    sisa = list(hidup.filter(contoh=False).values_list("pk", flat=True))
    if kurang > 0 and sisa:
        LembarKertas.objects.filter(pk__in=SystemRandom().sample(sisa, min(kurang, len(sisa)))).update(contoh=True)


def _pindah(
    batch: BatchKertas, ke: StatusBatch, oleh: Pengguna | None, sesudah: dict[str, Any], keterangan: str = ""
) -> None:
    dari, batch.status = batch.status, ke.value
    if ke in {StatusBatch.DIHITUNG, StatusBatch.BATAL}:
        batch.berakhir_pada, batch.berakhir_oleh, batch.alasan_batal = hari_ini(), oleh, keterangan
    batch.save(update_fields=["status", "berakhir_pada", "berakhir_oleh", "alasan_batal"])
    catat(
        pelaku=oleh,
        aksi=f"survei.kertas.{ke.value}",
        objek=batch,
        sebelum={"status": dari},
        sesudah={"status": ke.value} | sesudah,
        keterangan=keterangan,
    )


@transaction.atomic
def hitung_batch(*, batch: BatchKertas, oleh: Pengguna) -> int:
    """Turn the typed sheets into answers of the survey, once; returns their number.

    Every sheet of the sample was typed twice by then, and every difference looked up on paper. The answers get new ids
    and are written in random order, and what was typed is emptied in the same transaction. Those typed by somebody
    whose own work is measured carry the mark. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    kini = ambil_batch(batch, (StatusBatch.DIPERIKSA.value,))
    lembar = list(kini.lembar.filter(status=StatusLembar.DIKETIK.value).order_by("nomor"))
    if any(satu.contoh and satu.petugas_kedua_id is None for satu in lembar):
        raise ValidationError("Masih ada lembar pilihan yang belum diketik orang kedua.")
    if any(satu.perlu_koreksi for satu in lembar):
        raise ValidationError("Masih ada perbedaan yang belum dicocokkan dengan kertasnya.")
    SystemRandom().shuffle(lembar)
    menurut_kode = {satu.uuid: satu for satu in kini.survei.layanan.all()}
    for satu in lembar:
        _jadikan_jawaban(kini, satu, menurut_kode)
    kini.lembar.filter(pk__in=[satu.pk for satu in lembar]).update(
        status=StatusLembar.DIHITUNG.value, isian=None, isian_kedua=None
    )
    _pindah(kini, StatusBatch.DIHITUNG, oleh, {"lembar": len(lembar)})
    return len(lembar)


def _jadikan_jawaban(batch: BatchKertas, lembar: LembarKertas, menurut_kode: dict[UUID, Layanan]) -> None:
    isi = lembar.tertulis
    layanan, hari = menurut_kode.get(UUID(isi["layanan"])), tanggal_isian(isi)
    if layanan is None:
        raise ValidationError(f"Lembar {lembar}: layanannya tidak lagi termasuk dalam survei.")
    tersimpan = simpan_baris(
        survei=batch.survei,
        submission_id=uuid4(),
        layanan=layanan,
        jawaban=isi["jawaban"],
        demografi=isi["demografi"],
        saran=isi["saran"],
        saluran=Saluran.KERTAS,
        versi_formulir=batch.versi_formulir,
        tanggal=hari,
        status=STATUS_KETIK,
        bendera=(Bendera.ORANG_DALAM,) if lembar.orang_dalam else (),
    )
    if tersimpan is None:
        raise ValidationError(f"Lembar {lembar}: tanggalnya di luar masa survei.")
    antrekan_hitung(survei_id=batch.survei_id, layanan_id=layanan.pk, hari=hari)


@transaction.atomic
def batalkan_batch(*, batch: BatchKertas, alasan: str, oleh: Pengguna) -> None:
    """Give a bundle up with a reason, also after the lock: its sheets are voided and nothing of them is counted.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    lepas_batch(ambil_batch(batch, sesudah_kunci=True), wajib_ditulis(alasan), oleh)


def lepas_batch(kini: BatchKertas, alasan: str, oleh: Pengguna | None) -> None:
    """Void the bundle that the caller holds, and empty what was typed, once and twice; without ``oleh`` the system."""
    hidup = kini.lembar.filter(status=StatusLembar.DIKETIK.value)
    banyak = hidup.update(status=StatusLembar.BATAL.value, isian=None, isian_kedua=None, alasan_batal=alasan)
    _pindah(kini, StatusBatch.BATAL, oleh, {"lembar": banyak}, alasan)


def bundel_tertunda(survei: Survei) -> int:
    """Bundles with typed sheets that are not counted yet; the survey is not locked over them."""
    berjalan = BatchKertas.objects.berjalan().filter(survei=survei, lembar__status=StatusLembar.DIKETIK.value)
    return int(berjalan.distinct().count())
