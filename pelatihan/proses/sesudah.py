"""What is looked at after an event: agreed behaviours, the tasks that follow by themselves, and their answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from pelatihan.models import (
    AturanSesudahPelatihan,
    EvaluasiHasil,
    EvaluasiPerilaku,
    Kegiatan,
    NilaiPerilaku,
    PerilakuKegiatan,
)
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.sesudah import (
    PERILAKU_MAKS,
    PERILAKU_MIN,
    SKALA_MAKS,
    SKALA_MIN,
    Hari,
    PeranPenilai,
    jendela_hasil,
    jendela_perilaku,
    pilih_rekan,
)
from pelatihan.permissions import atasan
from pelatihan.permissions.sertifikat import boleh_menerbitkan
from pelatihan.proses.aturan import aturan_pada
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.ringkasan.peserta import hasil_peserta
from pelatihan.ringkasan.sesudah import banding_hasil
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini, tanggal_lokal

if TYPE_CHECKING:
    from pelatihan.models import SertifikatKegiatan

HARI_INGATKAN = 7
# Events that ended longer ago get no tasks any more: nobody remembers.
HARI_TERTINGGAL = 180
# So long past its last day an answer is still asked for by a message.
HARI_MENAGIH = 30


@dataclass(frozen=True, slots=True)
class IsianPerilaku:
    """Answer about one behaviour; ``sebelum`` None: not remembered."""

    perilaku_id: int
    sebelum: int | None
    kini: int


def _kunci(kegiatan: Kegiatan) -> Kegiatan:
    baris: Kegiatan = Kegiatan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=kegiatan.pk)
    return baris


@transaction.atomic
def sepakati_perilaku(
    *,
    kegiatan: Kegiatan,
    oleh: Pengguna,
    perilaku: Sequence[str],
    unit: UnitKerja | None = None,
    unsur: str = "",
) -> None:
    """Keep three to five behaviours, and the survey element on which the result is looked at (or none).

    The behaviours stand once somebody has answered about them, the element once it was concluded upon. For an event
    that has ended the tasks follow at once. ProsesDitolak.
    """
    baris = _kunci(kegiatan)
    if not boleh_menerbitkan(oleh, baris):
        raise ProsesDitolak("Perilaku disepakati lewat pengelola atau pimpinan unit penyelenggara.")
    teks = [satu for satu in (" ".join(satu.split())[:200] for satu in perilaku) if satu]
    if not PERILAKU_MIN <= len(teks) <= PERILAKU_MAKS:
        raise ProsesDitolak(f"Tulis {PERILAKU_MIN} sampai {PERILAKU_MAKS} perilaku.")
    if len({satu.casefold() for satu in teks}) < len(teks):
        raise ProsesDitolak("Ada perilaku yang tertulis dua kali.")
    if (unit is None) != (not unsur):
        raise ProsesDitolak("Pilih unit dan unsur surveinya, atau kosongkan keduanya.")
    lama = list(baris.perilaku.values_list("pernyataan", flat=True))
    if lama != teks:
        if NilaiPerilaku.objects.filter(perilaku__kegiatan=baris).exists():
            raise ProsesDitolak("Perilaku ini sudah dinilai, jadi tidak dapat diubah lagi.")
        baris.perilaku.all().delete()
        PerilakuKegiatan.objects.bulk_create(
            PerilakuKegiatan(kegiatan=baris, urutan=urut, pernyataan=satu) for urut, satu in enumerate(teks, start=1)
        )
    _sasaran(baris, unit, unsur)
    catat(
        pelaku=oleh,
        aksi="pelatihan.kegiatan.sepakat",
        objek=baris,
        sebelum={"perilaku": lama},
        sesudah={"perilaku": teks, "unit": unit.nama if unit else None, "unsur": unsur},
    )
    if baris.status == StatusKegiatan.SELESAI.value:
        siapkan_evaluasi(baris)


def _sasaran(kegiatan: Kegiatan, unit: UnitKerja | None, unsur: str) -> None:
    hasil = EvaluasiHasil.objects.select_for_update().filter(kegiatan=kegiatan).first()
    if unit is None:
        if hasil is not None and hasil.diisi_pada is not None:
            raise ProsesDitolak("Hasilnya sudah disimpulkan, jadi unsurnya tidak dapat dihapus.")
        if hasil is not None:
            hasil.delete()
    elif hasil is None:
        EvaluasiHasil.objects.create(kegiatan=kegiatan, unit=unit, unsur=unsur)
    elif (hasil.unit_id, hasil.unsur) != (unit.pk, unsur):
        if hasil.diisi_pada is not None:
            raise ProsesDitolak("Hasilnya sudah disimpulkan, jadi unsurnya tidak dapat diganti.")
        hasil.unit, hasil.unsur = unit, unsur
        hasil.save(update_fields=["unit", "unsur"])


def _hari(hari: date) -> Hari:
    aturan = aturan_pada(AturanSesudahPelatihan, hari)
    return Hari(aturan.hari_perilaku_mulai, aturan.hari_perilaku_batas, aturan.hari_hasil, aturan.hari_hasil_batas)


@transaction.atomic
def siapkan_evaluasi(kegiatan: Kegiatan) -> int:
    """Make the tasks of an event that has ended; made once, whoever calls it how often. Returns how many are new.

    Level 3 for every participant with a valid certificate who still meets the conditions, once there are behaviours to
    look at; level 4 where an element was chosen. What nobody answered about others is closed, and opened again when
    they get a new certificate.
    """
    baris = _kunci(kegiatan)
    selesai = baris.sesi.filter(batal=False).aggregate(akhir=Max("waktu__endswith"))["akhir"]
    if baris.status != StatusKegiatan.SELESAI.value or selesai is None:
        return 0
    akhir = tanggal_lokal(selesai)
    aturan = _hari(akhir)
    hasil = jendela_hasil(akhir, aturan)
    EvaluasiHasil.objects.filter(kegiatan=baris, mulai__isnull=True).update(mulai=hasil.mulai, batas=hasil.batas)
    if baris.perilaku.count() < PERILAKU_MIN:
        return 0
    hasil_orang = hasil_peserta(baris)
    semua = [
        satu
        for satu in baris.sertifikat.berlaku().select_related("pegawai__pengguna").order_by("pk")
        if satu.pegawai_id in hasil_orang and hasil_orang[satu.pegawai_id].diakui
    ]
    _selaraskan(baris, [satu.pegawai_id for satu in semua])
    sudah = set(EvaluasiPerilaku.objects.filter(kegiatan=baris).values_list("peserta_id", flat=True))
    baru = _susun(baris, [satu for satu in semua if satu.pegawai_id not in sudah], semua, akhir, aturan)
    EvaluasiPerilaku.objects.bulk_create(baru)
    if baru:
        catat(pelaku=None, aksi="pelatihan.kegiatan.evaluasi", objek=baris, sesudah={"tugas": len(baru)})
    return len(baru)


def _selaraskan(kegiatan: Kegiatan, berhak: Collection[int]) -> None:
    """Close what is still asked about people without a right to it, open what was closed about those who have it."""
    kosong = EvaluasiPerilaku.objects.filter(kegiatan=kegiatan, diisi_pada__isnull=True)
    tutup = kosong.diminta().exclude(peserta__in=berhak).update(ditutup_pada=timezone.now())
    buka = kosong.filter(ditutup_pada__isnull=False, peserta__in=berhak).update(ditutup_pada=None)
    if tutup or buka:
        catat(
            pelaku=None,
            aksi="pelatihan.kegiatan.evaluasi",
            objek=kegiatan,
            sesudah={"ditutup": tutup, "dibuka": buka},
        )


def _susun(
    kegiatan: Kegiatan,
    baru: Sequence[SertifikatKegiatan],
    semua: Sequence[SertifikatKegiatan],
    akhir: date,
    aturan: Hari,
) -> list[EvaluasiPerilaku]:
    """Who is asked about whom; people without an account cannot be asked."""
    jendela = jendela_perilaku(akhir, aturan)
    peserta = [satu.pegawai_id for satu in semua]
    seunit = _seunit([satu.pegawai_id for satu in baru])
    beban: Counter[int] = Counter()
    hasil = []
    for satu in baru:
        orang = satu.pegawai
        pimpinan = next(iter(atasan(orang)), None)
        diminta: dict[PeranPenilai, int | None] = {
            PeranPenilai.PESERTA: orang.pengguna_id,
            PeranPenilai.ATASAN: pimpinan.pk if pimpinan is not None else None,
        }
        calon = {pk: akun for pk, akun in seunit[orang.pk].items() if akun not in diminta.values()}
        rekan = pilih_rekan(list(calon), beban, hindari=peserta)
        if rekan is not None:
            beban[rekan] += 1
            diminta[PeranPenilai.REKAN] = calon[rekan]
        hasil += [
            EvaluasiPerilaku(
                kegiatan=kegiatan,
                peserta=orang,
                peran=peran.value,
                penilai_id=akun,
                mulai=jendela.mulai,
                batas=jendela.batas,
            )
            for peran, akun in diminta.items()
            if akun is not None
        ]
    return hasil


def _seunit(pegawai_ids: Sequence[int]) -> dict[int, dict[int, int]]:
    """Person -> colleagues of the same unit today who do not lead it, with their accounts. Two queries."""
    hari = hari_ini()
    tempat = dict(
        Penugasan.objects.pada(hari)
        .filter(pegawai__in=pegawai_ids)
        .order_by("-sifat", "-pk")
        .values_list("pegawai_id", "jabatan__unit_id")
    )
    anggota: dict[int, dict[int, int]] = defaultdict(dict)
    for unit, pegawai_id, akun in (
        Penugasan.objects.pada(hari)
        .filter(jabatan__unit__in=set(tempat.values()), jabatan__memimpin=False, pegawai__pengguna__is_active=True)
        .order_by("pegawai_id")
        .values_list("jabatan__unit_id", "pegawai_id", "pegawai__pengguna_id")
    ):
        anggota[unit][pegawai_id] = akun
    return defaultdict(
        dict,
        {pk: {rekan: akun for rekan, akun in anggota[unit].items() if rekan != pk} for pk, unit in tempat.items()},
    )


@transaction.atomic
def isi_perilaku(
    *, evaluasi: EvaluasiPerilaku, oleh: Pengguna, isian: Iterable[IsianPerilaku], catatan: str
) -> EvaluasiPerilaku:
    """Answer once, about all behaviours. ProsesDitolak: another's task, not yet, answered already, closed,
    or incomplete."""
    baris: EvaluasiPerilaku = EvaluasiPerilaku.objects.select_for_update(of=("self",)).get(pk=evaluasi.pk)
    if baris.penilai_id != oleh.pk or not oleh.is_active:
        raise ProsesDitolak("Evaluasi ini diisi oleh orang yang diminta.")
    if baris.diisi_pada is not None:
        raise ProsesDitolak("Evaluasi ini sudah Anda isi. Terima kasih.")
    if baris.ditutup_pada is not None:
        raise ProsesDitolak("Evaluasi ini tidak diperlukan lagi, jadi jawabannya tidak disimpan.")
    if baris.mulai > hari_ini():
        raise ProsesDitolak(f"Evaluasi ini dapat diisi mulai {format_tanggal(baris.mulai)}.")
    jawaban = {satu.perilaku_id: satu for satu in isian}
    diminta = set(baris.kegiatan.perilaku.values_list("pk", flat=True))
    angka = [nilai for satu in jawaban.values() for nilai in (satu.sebelum, satu.kini) if nilai is not None]
    if set(jawaban) != diminta or not all(SKALA_MIN <= nilai <= SKALA_MAKS for nilai in angka):
        raise ProsesDitolak("Jawab semua perilaku dengan salah satu pilihan.")
    NilaiPerilaku.objects.bulk_create(
        NilaiPerilaku(evaluasi=baris, perilaku_id=satu.perilaku_id, sebelum=satu.sebelum, kini=satu.kini)
        for satu in jawaban.values()
    )
    baris.diisi_pada, baris.catatan = timezone.now(), " ".join(catatan.split())[:500]
    baris.save(update_fields=["diisi_pada", "catatan"])
    # The answers themselves are no part of the trail: it is read by more people than they are.
    catat(pelaku=oleh, aksi="pelatihan.evaluasi_perilaku.isi", objek=baris)
    return baris


@transaction.atomic
def simpulkan_hasil(*, kegiatan: Kegiatan, oleh: Pengguna, simpulan: str) -> EvaluasiHasil:
    """Write what was seen in the service; the figures of that moment are kept beside it. ProsesDitolak."""
    simpulan = wajib_diisi(simpulan, "Tulis simpulannya.", maks=1000)
    baris = _kunci(kegiatan)
    hasil = EvaluasiHasil.objects.select_for_update(of=("self",)).filter(kegiatan=baris).first()
    if not boleh_menerbitkan(oleh, baris):
        raise ProsesDitolak("Hasil disimpulkan oleh pengelola atau pimpinan unit penyelenggara.")
    if hasil is None or hasil.mulai is None:
        raise ProsesDitolak("Belum ada unsur survei yang dipilih untuk kegiatan ini, atau kegiatannya belum selesai.")
    if hasil.diisi_pada is not None:
        raise ProsesDitolak("Hasil kegiatan ini sudah disimpulkan.")
    if hasil.mulai > hari_ini():
        raise ProsesDitolak(f"Hasil dapat disimpulkan mulai {format_tanggal(hasil.mulai)}.")
    banding = banding_hasil(hasil)
    hasil.simpulan, hasil.diisi_oleh, hasil.diisi_pada = simpulan, oleh, timezone.now()
    hasil.angka = {nama: _json(nilai) for nama, nilai in asdict(banding).items()}
    hasil.save(update_fields=["simpulan", "diisi_oleh", "diisi_pada", "angka"])
    catat(pelaku=oleh, aksi="pelatihan.evaluasi_hasil.simpul", objek=hasil, sesudah={"angka": hasil.angka})
    return hasil


def _json(nilai: object) -> object:
    """Numbers and days as text, so that what was read is what is kept."""
    if isinstance(nilai, Mapping):
        return {nama: _json(satu) for nama, satu in nilai.items()}
    if isinstance(nilai, (list, tuple)):
        return [_json(satu) for satu in nilai]
    return nilai if nilai is None or isinstance(nilai, (str, int)) else str(nilai)


def siapkan_yang_selesai() -> int:
    """Make the tasks of all events that have ended and have none; for the nightly task. Returns how many are new."""
    sejak = hari_ini() - timedelta(days=HARI_TERTINGGAL)
    selesai = Kegiatan.objects.filter(status=StatusKegiatan.SELESAI.value, sesi__waktu__endswith__date__gte=sejak)
    return sum(siapkan_evaluasi(satu) for satu in selesai.distinct().order_by("pk"))


def ingatkan() -> None:
    """Tell who is asked: once when it opens, once before the last day, once when it is late."""
    hari = hari_ini()
    semua = EvaluasiPerilaku.objects.terbuka(hari).filter(batas__gte=hari - timedelta(days=HARI_MENAGIH))
    semua = semua.select_related("peserta", "kegiatan", "penilai")
    for satu in semua.filter(penilai__is_active=True).order_by("pk").iterator(chunk_size=500):
        with transaction.atomic():
            _ingatkan(satu, hari)


def _ingatkan(satu: EvaluasiPerilaku, hari: date) -> None:
    batas = format_tanggal(satu.batas)
    if hari > satu.batas:
        kata, isi = "lewat", f"Tenggatnya {batas} sudah lewat. Evaluasi ini masih dapat diisi."
    elif (satu.batas - hari).days <= HARI_INGATKAN:
        kata, isi = "dekat", f"Isi paling lambat {batas}."
    else:
        kata, isi = "buka", f"Dapat diisi sekarang, paling lambat {batas}."
    siapa = "Anda" if satu.peran == PeranPenilai.PESERTA.value else satu.peserta.nama
    kirim(
        penerima_id=satu.penilai_id,
        kunci=f"pelatihan-perilaku-{satu.uuid}-{kata}",
        judul=f"Perubahan kerja {siapa} sesudah {satu.kegiatan.judul}"[:200],
        isi=isi,
        tautan=f"/pelatihan/evaluasi-perilaku/{satu.uuid}/",
    )
