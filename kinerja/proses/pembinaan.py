"""Follow-up of a final result by the superior (PP 30/2019 Pasal 56-58): plan to improve, its review, proposed award."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from kinerja.enums import HasilPembinaan, StatusEvaluasi
from kinerja.models import AturanTindakLanjut, Evaluasi, Keberatan, RencanaPembinaan, UsulanPenghargaan
from kinerja.perhitungan import PREDIKAT_RENDAH, PREDIKAT_TINGGI, Predikat, tambah_bulan
from kinerja.permissions import boleh_memutuskan
from kinerja.proses.galat import KonflikVersi, ProsesDitolak, tolak_kembar, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

_ISI = ("sasaran", "langkah", "mulai", "tinjau_pada")


def aturan_pembinaan(tanggal: date) -> AturanTindakLanjut:
    """The rule in force on a day. ProsesDitolak: none."""
    try:
        aturan: AturanTindakLanjut = AturanTindakLanjut.objects.pada(tanggal)
    except LookupError as galat:
        raise ProsesDitolak(str(galat)) from galat
    return aturan


@transaction.atomic
def simpan_pembinaan(
    *,
    evaluasi: Evaluasi,
    oleh: Pengguna,
    sasaran: str,
    langkah: str,
    mulai: date,
    tinjau_pada: date,
    versi: int = 0,
) -> RencanaPembinaan:
    """Write or mend the plan of a person with a low predicate; ``versi`` 0 for a first plan.

    The review is at the latest at the end of the months that the rule gives. ProsesDitolak, KonflikVersi.
    """
    kini = _kunci(evaluasi, oleh)
    if Predikat(kini.predikat) not in PREDIKAT_RENDAH:
        raise ProsesDitolak("Rencana pembinaan dibuat hanya bila predikatnya di bawah Baik.")
    lama = RencanaPembinaan.objects.select_for_update(of=("self",)).filter(evaluasi=kini).first()
    aturan = aturan_pembinaan(hari_ini())
    isian = {"sasaran": sasaran.strip(), "langkah": langkah.strip(), "mulai": mulai, "tinjau_pada": tinjau_pada}
    if not isian["sasaran"] or not isian["langkah"]:
        raise ProsesDitolak("Tulis yang perlu membaik, dan langkahnya.")
    if lama is None and mulai < hari_ini():
        raise ProsesDitolak("Tanggal mulai sudah lewat. Pilih hari ini atau sesudahnya.")
    terakhir = tambah_bulan(mulai, aturan.bulan_pembinaan)
    if not mulai < tinjau_pada <= terakhir:
        raise ProsesDitolak(
            f"Tanggal peninjauan harus sesudah tanggal mulai, paling lambat {format_tanggal(terakhir)}."
        )
    if lama is not None and lama.versi != versi:
        raise KonflikVersi(oleh=str(lama.diubah_oleh), pada=lama.diubah)
    if lama is not None and lama.hasil:
        raise ProsesDitolak("Rencana ini sudah ditinjau dan tidak dapat diubah.")
    sebelum = {nama: getattr(lama, nama) for nama in _ISI} if lama is not None else None
    if sebelum == isian and lama is not None:
        return lama
    rencana = lama or RencanaPembinaan(evaluasi=kini, aturan=aturan, dibuat_oleh=oleh, versi=0)
    for nama, satu in isian.items():
        setattr(rencana, nama, satu)
    _simpan(rencana, oleh)
    catat(pelaku=oleh, aksi="kinerja.pembinaan.simpan", objek=rencana, sebelum=sebelum, sesudah=isian)
    _beri_tahu(
        kini,
        f"pembinaan:{rencana.uuid}:{rencana.versi}",
        f"Rencana pembinaan {kini.periode} {'diubah' if lama is not None else 'dibuat'}",
        f"Ditinjau bersama pada {format_tanggal(tinjau_pada)}.",
    )
    return rencana


@transaction.atomic
def tinjau_pembinaan(*, evaluasi: Evaluasi, oleh: Pengguna, hasil: str, catatan: str) -> RencanaPembinaan:
    """Say whether the work has improved, once; what follows from it is decided by people, not here."""
    kini = _kunci(evaluasi, oleh)
    rencana = RencanaPembinaan.objects.select_for_update(of=("self",)).filter(evaluasi=kini).first()
    if rencana is None:
        raise ProsesDitolak("Belum ada rencana pembinaan untuk hasil ini.")
    if rencana.ditinjau_pada is not None:
        raise ProsesDitolak(f"Rencana ini sudah ditinjau pada {format_tanggal(rencana.ditinjau_pada)}.")
    if hari_ini() < rencana.mulai:
        raise ProsesDitolak(f"Pembinaan baru mulai {format_tanggal(rencana.mulai)}.")
    if hasil not in set(HasilPembinaan):
        raise ProsesDitolak("Pilih hasil peninjauan: membaik atau belum.")
    catatan = wajib_diisi(catatan, "Tulis apa yang terlihat; pegawai membacanya.")
    rencana.hasil, rencana.catatan_hasil = hasil, catatan
    rencana.ditinjau_pada, rencana.ditinjau_oleh = hari_ini(), oleh
    _simpan(rencana, oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.pembinaan.tinjau",
        objek=rencana,
        sesudah={"hasil": hasil, "catatan_hasil": catatan},
    )
    _beri_tahu(
        kini,
        f"pembinaan-tinjau:{rencana.uuid}",
        f"Pembinaan {kini.periode} sudah ditinjau",
        rencana.get_hasil_display(),
    )
    return rencana


@transaction.atomic
def usulkan_penghargaan(*, evaluasi: Evaluasi, oleh: Pengguna, usulan: str) -> UsulanPenghargaan:
    """Propose an award for a person with the highest predicate, once."""
    kini = _kunci(evaluasi, oleh)
    if Predikat(kini.predikat) not in PREDIKAT_TINGGI:
        raise ProsesDitolak("Penghargaan diusulkan hanya untuk predikat Sangat Baik.")
    usulan = wajib_diisi(usulan, "Tulis usulan penghargaannya.")
    with tolak_kembar("evaluasi_id", "Penghargaan untuk hasil ini sudah diusulkan."):
        satu = UsulanPenghargaan.objects.create(
            evaluasi=kini, usulan=usulan, diusulkan_pada=hari_ini(), diusulkan_oleh=oleh
        )
    catat(pelaku=oleh, aksi="kinerja.penghargaan.usulkan", objek=satu, sesudah={"usulan": usulan})
    _beri_tahu(kini, f"penghargaan:{satu.uuid}", f"Penghargaan diusulkan untuk hasil {kini.periode}", usulan)
    return satu


def _kunci(evaluasi: Evaluasi, oleh: Pengguna) -> Evaluasi:
    """The final row, locked; refused for anybody but the superior, and while an objection is open."""
    kini = Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak("Tindak lanjut ditulis oleh pejabat penilai pegawai ini.")
    if kini.status != StatusEvaluasi.DITETAPKAN.value or not kini.terbaru:
        raise ProsesDitolak("Tindak lanjut ditulis untuk hasil terbaru yang sudah ditetapkan.")
    if Keberatan.objects.terbuka().filter(evaluasi=kini).exists():
        raise ProsesDitolak("Ada keberatan atas hasil ini yang belum diputus. Tunggu keputusannya.")
    return kini


def _simpan(rencana: RencanaPembinaan, oleh: Pengguna) -> None:
    rencana.versi += 1
    rencana.diubah, rencana.diubah_oleh = timezone.now(), oleh
    rencana.save()


def _beri_tahu(evaluasi: Evaluasi, kunci: str, judul: str, isi: str) -> None:
    if evaluasi.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=evaluasi.pegawai.pengguna_id,
            kunci=kunci,
            judul=judul,
            isi=isi,
            tautan=f"/kinerja/evaluasi/{evaluasi.uuid}/tindak-lanjut/",
        )
