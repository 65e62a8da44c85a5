"""Invitations that go out by themselves: so many working days before the session, once, when the session is ready.

Who has no address, or whose mail was refused, stays on the list of those to be telephoned or written to on paper. The
organisers are told what went out and what did not.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.urls import reverse

from forum.enums.sesi import SaluranUndangan, StatusUndangan
from forum.models import AturanForum, SesiForum, Undangan
from forum.perhitungan.sesi import StatusSesi
from forum.proses.isi_berita_acara import tempat_sesi, waktu_sesi
from forum.ringkasan.kesiapan import hari_kerja_sebelum, kurang_untuk_undangan
from rakumpit.antrean.models import antrekan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import awal_hari, hari_ini, sekarang

TUGAS_SURAT = "forum.tasks.kirim_surat_undangan"
# Announced and not begun; what was put off waits for its new date to be scheduled again.
_DIUNDANG = [StatusSesi.DIJADWALKAN.value, StatusSesi.TERBUKA.value]


def kirim_undangan() -> int:
    """Queue the mails of every session whose day has come; returns how many. Safe to run at any time and twice.

    A session that is not ready is told to its organisers once and looked at again at the next run.
    """
    # Never more than three weeks off in a row.
    jauh = sekarang() + timedelta(days=2 * _hari_terbanyak() + 40)
    sesi = SesiForum.objects.filter(status__in=_DIUNDANG, mulai__gt=sekarang(), mulai__lte=jauh).order_by("pk")
    return sum(_sesi(satu.pk) for satu in sesi if _waktunya(satu))


def _hari_terbanyak() -> int:
    terbanyak: int = max(AturanForum.objects.values_list("hari_kirim_undangan", flat=True), default=0)
    return terbanyak


def _waktunya(sesi: SesiForum) -> bool:
    return hari_kerja_sebelum(hari_ini(), sesi.hari) <= AturanForum.pada(sesi.hari).hari_kirim_undangan


@transaction.atomic
def _sesi(pk: int) -> int:
    sesi = SesiForum.objects.select_for_update(of=("self",)).get(pk=pk)
    if sesi.status not in _DIUNDANG:
        return 0
    surat = list(sesi.undangan.siap_surat().values_list("pk", flat=True))
    manual = sesi.undangan.perlu_dihubungi().count()
    if not surat and not manual:
        return 0
    kurang = kurang_untuk_undangan(sesi)
    if kurang:
        isi = f"Undangan belum dikirim: {'; '.join(kurang)}. Sesudah dilengkapi, undangan dikirim sendiri."
        _kabari(sesi, "belum-siap", f"Undangan {sesi.judul} belum dikirim", isi)
        return 0
    for satu in surat:
        # One key for one invitation: a second run before the first mail went out asks for the same.
        antrekan(tugas=TUGAS_SURAT, kunci=str(satu), undangan_id=satu)
    if manual:
        isi = f"{manual} undangan tidak dapat dikirim lewat email. Telepon penerimanya, atau cetak suratnya."
        _kabari(sesi, "hubungi", f"Undangan {sesi.judul}: {manual} perlu dihubungi", isi)
    return len(surat)


def kirim_surat_undangan(undangan_id: int) -> bool:
    """Mail one invitation, once; True when it went out now. A refused mail is tried again by the next run, thrice.

    The try is counted before it, so that a worker that dies with the mail cannot send it without end.
    """
    if not Undangan.objects.siap_surat().filter(pk=undangan_id).update(percobaan=F("percobaan") + 1):
        return False
    with transaction.atomic():
        undangan = (
            Undangan.objects.select_for_update(of=("self",))
            .select_related("sesi__unit")
            .filter(pk=undangan_id, status=StatusUndangan.DRAF.value)
            .exclude(email="")
            .first()
        )
        if undangan is None or undangan.sesi.status not in _DIUNDANG:
            return False
        send_mail(judul_surat(undangan), isi_surat(undangan), None, [undangan.email])
        undangan.status, undangan.dikirim_pada = StatusUndangan.TERKIRIM.value, hari_ini()
        undangan.versi += 1
        undangan.save(update_fields=["status", "dikirim_pada", "versi"])
        catat(
            pelaku=None,
            aksi="forum.undangan.kirim",
            objek=undangan,
            sebelum={"status": StatusUndangan.DRAF.value},
            sesudah={"status": undangan.status},
        )
    return True


@transaction.atomic
def hapus_email_lama() -> int:
    """Take addresses out of invitations of sessions that are over for as long as contacts are kept; returns how many.

    Who was invited, and how, stays. Safe to run twice.
    """
    hari = hari_ini()
    sebelum = awal_hari(hari - timedelta(days=AturanForum.pada(hari).hari_simpan_kontak))
    lama = Undangan.objects.filter(sesi__selesai__lt=sebelum).exclude(email="")
    # A mail that never went out was no mail.
    surat = lama.filter(status=StatusUndangan.DRAF.value).update(email="", saluran=SaluranUndangan.SURAT.value)
    return surat + lama.update(email="")


def judul_surat(undangan: Undangan) -> str:
    """One line, whatever the title of the session holds."""
    return " ".join(f"Undangan: {undangan.sesi.judul}".split())


def isi_surat(undangan: Undangan) -> str:
    """The letter as text; nobody else who is invited is named in it."""
    sesi = undangan.sesi
    acara = [f"{n}. {satu.judul} ({satu.durasi_menit} menit)" for n, satu in enumerate(sesi.agenda.all(), 1)]
    baris = [
        f"Yth. {undangan.penerima}",
        "",
        f"{sesi.unit.nama} mengundang Anda ke {sesi.judul}.",
        "",
        f"Waktu: {waktu_sesi(sesi)}",
        f"Tempat: {tempat_sesi(sesi)}",
        f"Tema: {sesi.tema}",
        *([f"Nomor surat: {undangan.nomor_surat}"] if undangan.nomor_surat else []),
        "",
        "Susunan acara:",
        *acara,
        "",
        "Keterangan dan pendaftaran:",
        settings.ALAMAT_PUBLIK + reverse("forum:sesi", args=[sesi.uuid]),
    ]
    return "\n".join(baris)


def _kabari(sesi: SesiForum, kunci: str, judul: str, isi: str) -> None:
    """Tell the pengelola and who leads the unit, once for each key and date of the session."""
    kini = Penugasan.objects.pemimpin(hari_ini()).get(sesi.unit_id, [])[:1]
    pemimpin = [satu.pegawai_id for satu in kini if satu.pegawai_id is not None]
    akun = set(Pegawai.objects.filter(pk__in=pemimpin, pengguna__is_active=True).values_list("pengguna_id", flat=True))
    akun |= set(Pengguna.objects.filter(pengelola=True, is_active=True).values_list("pk", flat=True))
    for pk in sorted(satu for satu in akun if satu is not None):
        kirim(
            penerima_id=pk,
            kunci=f"forum.undangan.{kunci}:{sesi.uuid}:{sesi.hari}",
            judul=judul[:200],
            isi=isi,
            tautan=reverse("forum:undangan", args=[sesi.uuid]),
        )
