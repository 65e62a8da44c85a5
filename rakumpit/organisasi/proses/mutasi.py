"""Moves, acting officials and departures: every change of who holds which post goes through here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q

from rakumpit.audit.models import catat
from rakumpit.organisasi.enums import LABEL_SIFAT_PENUGASAN, SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.permissions import boleh_kelola_organisasi, boleh_menugaskan, boleh_ubah_akun
from rakumpit.organisasi.proses.akun import nonaktifkan
from rakumpit.waktu import format_tanggal, hari_ini

_DEFINITIF = SifatPenugasan.DEFINITIF.value
_DIRI_SENDIRI = (
    "Anda tidak dapat memberi diri sendiri jabatan pemimpin, karena pemegangnya menilai orang lain. "
    "Minta pengelola lain mencatatnya; admin teknis dapat memberi peran pengelola kepada orang kedua."
)
_BENTROK = "Jabatan ini baru saja diisi orang lain pada tanggal itu. Periksa lagi daftar penugasan."


@dataclass(frozen=True, slots=True)
class RencanaPindah:
    """What a move does, for the page that asks to confirm it. ``berakhir`` is None for a first assignment."""

    berakhir: Penugasan | None
    hari_terakhir: date
    tetap: tuple[Penugasan, ...]


@dataclass(frozen=True, slots=True)
class RencanaBerhenti:
    """Assignments that end with a departure, on ``hari_terakhir``."""

    berakhir: tuple[Penugasan, ...]
    tutup_akun: bool


def rencana_pindah(*, pegawai: Pegawai, jabatan: Jabatan, mulai: date) -> RencanaPindah:
    """Which assignment ends and which stay when ``pegawai`` takes ``jabatan``; ``ValidationError`` when he cannot."""
    if pegawai.selesai is not None and pegawai.selesai < mulai:
        raise ValidationError({"mulai": f"Pegawai ini berhenti pada {format_tanggal(pegawai.selesai)}."})
    milik = Penugasan.objects.filter(pegawai=pegawai).filter(Q(selesai__isnull=True) | Q(selesai__gte=mulai))
    milik = milik.select_related("jabatan__unit").order_by("mulai")
    definitif = [satu for satu in milik if satu.sifat == _DEFINITIF]
    if nanti := [satu for satu in definitif if satu.mulai >= mulai]:
        raise ValidationError(
            {
                "mulai": f"Pegawai ini baru mulai sebagai {nanti[0].jabatan} pada {format_tanggal(nanti[0].mulai)}. "
                "Pilih tanggal sesudahnya."
            }
        )
    if definitif and definitif[0].jabatan_id == jabatan.pk:
        raise ValidationError({"jabatan": "Pegawai ini sudah memegang jabatan itu."})
    _tolak_terisi(jabatan, _DEFINITIF, mulai, None)
    return RencanaPindah(
        berakhir=definitif[0] if definitif else None,
        hari_terakhir=mulai - timedelta(days=1),
        tetap=tuple(satu for satu in milik if satu.sifat != _DEFINITIF),
    )


def pindahkan(*, pegawai: Pegawai, jabatan: Jabatan, mulai: date, dasar: str, oleh: Pengguna) -> Penugasan:
    """Give ``pegawai`` the definitive post ``jabatan`` from ``mulai``; the old definitive one ends the day before.

    ``dasar``: number of the letter. Acting assignments stay. Raises ``ValidationError`` or ``PermissionDenied``.
    """
    _hanya_pengelola(oleh)
    _wajib_dasar(dasar)
    with transaction.atomic():
        pegawai = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        jabatan = kunci_jabatan(jabatan)
        _bukan_diri_sendiri(pegawai, jabatan, oleh)
        rencana = rencana_pindah(pegawai=pegawai, jabatan=jabatan, mulai=mulai)
        sebelum: dict[str, object] = {}
        if rencana.berakhir is not None:
            lama = rencana.berakhir
            sebelum = {"jabatan": str(lama.jabatan), "mulai": lama.mulai, "selesai": lama.selesai}
            lama.selesai = rencana.hari_terakhir
            lama.save(update_fields=["selesai"])
        baru = buat_penugasan(
            pegawai=pegawai, jabatan=jabatan, sifat=_DEFINITIF, mulai=mulai, selesai=None, dasar=dasar
        )
        catat(
            pelaku=oleh,
            aksi="organisasi.penugasan.pindahkan",
            objek=baru,
            sebelum=sebelum,
            sesudah={"pegawai": pegawai.nama, "jabatan": str(jabatan), "mulai": mulai},
            keterangan=dasar,
        )
    return baru


def tunjuk(
    *,
    pegawai: Pegawai,
    jabatan: Jabatan,
    sifat: str,
    mulai: date,
    selesai: date | None,
    dasar: str,
    oleh: Pengguna,
) -> Penugasan:
    """Make ``pegawai`` acting official (``plt`` or ``plh``) of ``jabatan``, or hand him its authority to rate
    (``limpah``); his own post stays his.

    A Plt. fills a vacant post, a Plh. stands in while the holder is away and needs a last day. Authority is handed over
    by the holder of a leading post, who stays in it.
    """
    _hanya_pengelola(oleh)
    _wajib_dasar(dasar)
    with transaction.atomic():
        pegawai = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        jabatan = kunci_jabatan(jabatan)
        _bukan_diri_sendiri(pegawai, jabatan, oleh)
        periksa_tunjuk(pegawai=pegawai, jabatan=jabatan, sifat=sifat, mulai=mulai, selesai=selesai)
        baru = buat_penugasan(pegawai=pegawai, jabatan=jabatan, sifat=sifat, mulai=mulai, selesai=selesai, dasar=dasar)
        catat(
            pelaku=oleh,
            aksi="organisasi.penugasan.tunjuk",
            objek=baru,
            sesudah={
                "pegawai": pegawai.nama,
                "jabatan": str(jabatan),
                "sifat": sifat,
                "mulai": mulai,
                "selesai": selesai,
            },
            keterangan=dasar,
        )
    return baru


def _bukan_diri_sendiri(pegawai: Pegawai, jabatan: Jabatan, oleh: Pengguna) -> None:
    if not boleh_menugaskan(oleh, pegawai, jabatan):
        raise ValidationError({"jabatan": _DIRI_SENDIRI})


def periksa_tunjuk(*, pegawai: Pegawai, jabatan: Jabatan, sifat: str, mulai: date, selesai: date | None) -> None:
    """``ValidationError`` when the acting assignment may not be made."""
    if sifat not in {SifatPenugasan.PLT, SifatPenugasan.PLH, SifatPenugasan.LIMPAH}:
        raise ValidationError({"sifat": "Pilih Plt., Plh., atau pelimpahan wewenang menilai."})
    if selesai is not None and selesai < mulai:
        raise ValidationError({"selesai": "Tanggal selesai mendahului tanggal mulai."})
    if sifat == SifatPenugasan.PLH and selesai is None:
        raise ValidationError({"selesai": "Plh. ditunjuk untuk waktu tertentu. Isi hari terakhirnya."})
    if pegawai.selesai is not None and pegawai.selesai < (selesai or mulai):
        raise ValidationError({"mulai": f"Pegawai ini berhenti pada {format_tanggal(pegawai.selesai)}."})
    pemegang = _pemegang(jabatan, _DEFINITIF, mulai, selesai)
    if any(satu.pegawai_id == pegawai.pk for satu in pemegang):
        raise ValidationError({"jabatan": "Pegawai ini pemegang jabatan itu sendiri pada tanggal tersebut."})
    if sifat == SifatPenugasan.LIMPAH:
        _periksa_limpah(jabatan, bool(pemegang) or bool(_pemegang(jabatan, SifatPenugasan.PLT.value, mulai, selesai)))
    if sifat == SifatPenugasan.PLT and pemegang:
        raise ValidationError(
            {
                "jabatan": f"Jabatan ini dipegang {pemegang[0].pegawai or pemegang[0].pejabat_luar}. "
                "Plt. hanya untuk jabatan kosong; pilih Plh. bila pejabatnya berhalangan."
            }
        )
    _tolak_terisi(jabatan, sifat, mulai, selesai)


def _periksa_limpah(jabatan: Jabatan, terisi: bool) -> None:
    if not jabatan.memimpin:
        raise ValidationError({"jabatan": "Wewenang menilai melekat pada jabatan pemimpin. Pilih jabatan pemimpin."})
    if not terisi:
        raise ValidationError({"jabatan": "Jabatan ini kosong, jadi tidak ada yang melimpahkan. Tunjuk Plt."})


def akhiri_penugasan(*, penugasan: Penugasan, hari_terakhir: date, dasar: str, oleh: Pengguna) -> Penugasan:
    """End one assignment (a Plt., a wrong entry) on ``hari_terakhir``."""
    _hanya_pengelola(oleh)
    _wajib_dasar(dasar)
    with transaction.atomic():
        penugasan = Penugasan.objects.select_for_update().get(pk=penugasan.pk)
        if hari_terakhir < penugasan.mulai:
            raise ValidationError({"hari_terakhir": f"Penugasan ini mulai {format_tanggal(penugasan.mulai)}."})
        if penugasan.selesai is not None and penugasan.selesai < hari_terakhir:
            raise ValidationError(
                {"hari_terakhir": f"Penugasan ini sudah berakhir {format_tanggal(penugasan.selesai)}."}
            )
        sebelum = {"selesai": penugasan.selesai}
        penugasan.selesai = hari_terakhir
        penugasan.save(update_fields=["selesai"])
        catat(
            pelaku=oleh,
            aksi="organisasi.penugasan.akhiri",
            objek=penugasan,
            sebelum=sebelum,
            sesudah={"selesai": hari_terakhir},
            keterangan=dasar,
        )
    return penugasan


def rencana_berhenti(*, pegawai: Pegawai, hari_terakhir: date) -> RencanaBerhenti:
    """What ends when somebody leaves; ``ValidationError`` when an assignment begins later."""
    if pegawai.selesai is not None and pegawai.selesai < hari_terakhir:
        raise ValidationError({"hari_terakhir": f"Pegawai ini sudah berhenti {format_tanggal(pegawai.selesai)}."})
    if pegawai.mulai is not None and hari_terakhir < pegawai.mulai:
        raise ValidationError({"hari_terakhir": f"Pegawai ini mulai bekerja {format_tanggal(pegawai.mulai)}."})
    sisa = Penugasan.objects.filter(pegawai=pegawai).filter(Q(selesai__isnull=True) | Q(selesai__gt=hari_terakhir))
    sisa = sisa.select_related("jabatan__unit").order_by("mulai")
    if nanti := [satu for satu in sisa if satu.mulai > hari_terakhir]:
        raise ValidationError(
            {
                "hari_terakhir": f"Ada penugasan yang mulai {format_tanggal(nanti[0].mulai)} ({nanti[0].jabatan}). "
                "Hapus atau ubah dulu di halaman admin."
            }
        )
    return RencanaBerhenti(tuple(sisa), hari_terakhir < hari_ini())


def akhiri(*, pegawai: Pegawai, hari_terakhir: date, alasan: str, dasar: str, oleh: Pengguna) -> Pegawai:
    """Somebody leaves (retirement, move to another office): last day, all assignments end, the account closes.

    The account closes at once when the last day has passed and ``oleh`` may close it (not the own one, nor that of an
    admin or pengelola); otherwise the desk of the pengelola reminds of it.
    """
    _hanya_pengelola(oleh)
    _wajib_dasar(dasar)
    if not alasan.strip():
        raise ValidationError({"alasan": "Isi alasannya, misalnya pensiun."})
    with transaction.atomic():
        pegawai = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        rencana = rencana_berhenti(pegawai=pegawai, hari_terakhir=hari_terakhir)
        for satu in rencana.berakhir:
            satu.selesai = hari_terakhir
            satu.save(update_fields=["selesai"])
        sebelum = {"selesai": pegawai.selesai, "alasan_selesai": pegawai.alasan_selesai}
        pegawai.selesai = hari_terakhir
        pegawai.alasan_selesai = alasan.strip()
        pegawai.save()
        akun = pegawai.pengguna
        tutup = rencana.tutup_akun and akun is not None and akun.is_active and _boleh_tutup(akun, oleh)
        if tutup and akun is not None:
            nonaktifkan(untuk=akun, oleh=oleh, alasan=pegawai.alasan_selesai)
        catat(
            pelaku=oleh,
            aksi="organisasi.pegawai.akhiri",
            objek=pegawai,
            sebelum=sebelum,
            sesudah={
                "selesai": hari_terakhir,
                "alasan_selesai": pegawai.alasan_selesai,
                "penugasan": [str(satu.jabatan) for satu in rencana.berakhir],
                "akun_ditutup": tutup,
            },
            keterangan=dasar,
        )
    return pegawai


def _boleh_tutup(akun: Pengguna, oleh: Pengguna) -> bool:
    return akun.pk != oleh.pk and boleh_ubah_akun(oleh, akun)


def _hanya_pengelola(oleh: Pengguna) -> None:
    if not boleh_kelola_organisasi(oleh):
        raise PermissionDenied("Hanya pengelola kinerja yang mengubah penugasan.")


def _wajib_dasar(dasar: str) -> None:
    if not dasar.strip():
        raise ValidationError({"dasar": "Isi nomor surat yang menjadi dasarnya."})


def kunci_jabatan(jabatan: Jabatan) -> Jabatan:
    """The post as it is now, locked: of two who fill it at once, one waits."""
    return Jabatan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=jabatan.pk)


def _pemegang(jabatan: Jabatan, sifat: str, mulai: date, selesai: date | None) -> list[Penugasan]:
    daftar = Penugasan.objects.filter(jabatan=jabatan, sifat=sifat).filter(
        Q(selesai__isnull=True) | Q(selesai__gte=mulai)
    )
    if selesai is not None:
        daftar = daftar.filter(mulai__lte=selesai)
    return list(daftar.select_related("pegawai", "pejabat_luar").order_by("mulai"))


def _tolak_terisi(jabatan: Jabatan, sifat: str, mulai: date, selesai: date | None) -> None:
    if terisi := _pemegang(jabatan, sifat, mulai, selesai):
        satu = terisi[0]
        sampai = format_tanggal(satu.selesai) if satu.selesai else "sekarang"
        sebutan = "" if sifat == _DEFINITIF else f"{LABEL_SIFAT_PENUGASAN[SifatPenugasan(sifat)]} "
        raise ValidationError(
            {
                "jabatan": f"{sebutan}Jabatan ini dipegang {satu.pegawai or satu.pejabat_luar} "
                f"({format_tanggal(satu.mulai)} sampai {sampai}). Akhiri dulu penugasan itu."
            }
        )


def buat_penugasan(
    *, pegawai: Pegawai, jabatan: Jabatan, sifat: str, mulai: date, selesai: date | None, dasar: str
) -> Penugasan:
    """Store a checked assignment; ``ValidationError`` when the database finds the days taken meanwhile."""
    try:
        with transaction.atomic():
            return Penugasan.objects.create(
                pegawai=pegawai, jabatan=jabatan, sifat=sifat, mulai=mulai, selesai=selesai, dasar=dasar.strip()[:200]
            )
    except IntegrityError as galat:
        raise ValidationError({"jabatan": _BENTROK}) from galat
