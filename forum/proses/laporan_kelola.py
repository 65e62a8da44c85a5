"""Steps of the pengelola: examine, ask for completion, forward, set aside with a reason, open again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.laporan import KADAR_UNTUK, Kadar, Klasifikasi, Langkah, Peran, StatusDisposisi
from forum.enums.tenggat import TahapTenggat
from forum.models import Disposisi, IdentitasPelapor, Laporan
from forum.permissions.laporan import boleh_mengelola_laporan, diadukan
from forum.proses import tenggat
from forum.proses.kabar_laporan import kabari_pemegang
from forum.proses.laporan_dasar import ambil, kunci_laporan, pindah, wajib
from forum.ringkasan.terlapor import atasan_terlapor
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import format_tanggal, hari_ini


def _mengelola(pengguna: Pengguna, laporan: Laporan) -> bool:
    return boleh_mengelola_laporan(pengguna)


def _ambil(laporan: Laporan, langkah: Langkah, oleh: Pengguna, versi: int) -> Laporan:
    return ambil(laporan, langkah=langkah, oleh=oleh, versi=versi, boleh=_mengelola)


def _kelas(klasifikasi: str, kadar: str) -> dict[str, str]:
    """Class and weight as they are stored. ``ValidationError`` for a weight that the class does not know."""
    pilihan = KADAR_UNTUK[Klasifikasi(klasifikasi)]
    if kadar and (kadar not in set(Kadar) or Kadar(kadar) not in pilihan):
        raise ValidationError("Penanganan itu tidak berlaku untuk jenis laporan ini. Pilih yang lain.")
    return {"klasifikasi": klasifikasi, "kadar": kadar or (pilihan[0].value if pilihan else "")}


def _periksa_terlapor(terlapor: Pegawai | None, klasifikasi: str, oleh: Pengguna) -> None:
    """``ValidationError`` for another class than a complaint, and for who would examine the complaint about himself."""
    if terlapor is None:
        return
    if klasifikasi != Klasifikasi.PENGADUAN:
        raise ValidationError(
            {"terlapor": "Hanya pengaduan dapat tentang seorang pegawai. Pilih jenisnya, atau kosongkan."}
        )
    if terlapor.pengguna_id == oleh.pk:
        raise ValidationError({"terlapor": "Pengaduan tentang Anda diperiksa pengelola lain. Minta ia memeriksanya."})


@transaction.atomic
def verifikasi(
    *,
    laporan: Laporan,
    oleh: Pengguna,
    versi: int,
    klasifikasi: str,
    kadar: str = "",
    terlapor: Pegawai | None = None,
) -> Laporan:
    """The report is complete and ours: its class is set, the clock of the answer begins today.

    Again while nobody holds it, to mend the class; the clock then keeps its first day. ``terlapor``: whom a complaint
    is about; it then goes to a superior (``teruskan``).
    """
    _periksa_terlapor(terlapor, klasifikasi, oleh)
    baris = _ambil(laporan, Langkah.VERIFIKASI, oleh, versi)
    isi: dict[str, Any] = _kelas(klasifikasi, kadar) | {"terlapor": terlapor}
    baris = pindah(baris, Langkah.VERIFIKASI, peran=Peran.PETUGAS, oleh=oleh, **isi)
    tenggat.penuhi(baris, TahapTenggat.VERIFIKASI, hari_ini())
    tenggat.lanjutkan_atau_mulai(baris, hari_ini())
    tenggat.sesuaikan_aturan(baris)
    return baris


@transaction.atomic
def minta_lengkapi(
    *, laporan: Laporan, oleh: Pengguna, versi: int, klasifikasi: str, kadar: str = "", teks: str
) -> Laporan:
    """Give the report back to the reporter with what is missing; the clock of the answer stands still meanwhile."""
    teks = wajib(teks, "Tulis apa yang perlu dilengkapi pelapor.")
    baris = _ambil(laporan, Langkah.MINTA_LENGKAPI, oleh, versi)
    isi: dict[str, Any] = _kelas(klasifikasi, kadar)
    if klasifikasi != Klasifikasi.PENGADUAN:
        isi["terlapor"] = None
    baris = pindah(baris, Langkah.MINTA_LENGKAPI, peran=Peran.PETUGAS, oleh=oleh, teks=teks, **isi)
    tenggat.penuhi(baris, TahapTenggat.VERIFIKASI, hari_ini())
    tenggat.jeda(baris, hari_ini())
    tenggat.mulai_tenggat(baris, TahapTenggat.PELENGKAPAN, hari_ini())
    return baris


@transaction.atomic
def teruskan(
    *, laporan: Laporan, oleh: Pengguna, versi: int, penugasan: Penugasan, catatan: str, batas: date
) -> Laporan:
    """Put the report into the hands of one unit and one person, with a note and a due day.

    A complaint about somebody goes to who leads that person's unit or one above it, never to the person.
    """
    catatan = wajib(catatan, "Tulis catatan untuk petugas.")
    baris = _ambil(laporan, Langkah.DISPOSISI, oleh, versi)
    if batas < hari_ini():
        raise ValidationError(f"Tenggat {format_tanggal(batas)} sudah lewat. Pilih hari ini atau sesudahnya.")
    kini = Penugasan.objects.pada(hari_ini()).filter(
        pk=penugasan.pk, pegawai__pengguna__is_active=True, jabatan__unit__aktif=True
    )
    tujuan = kini.select_related("pegawai", "jabatan__unit").first()
    if tujuan is None or tujuan.pegawai is None:
        raise ValidationError("Petugas itu tidak bertugas hari ini atau belum punya akun. Pilih orang lain.")
    if baris.terlapor is not None and tujuan not in atasan_terlapor(baris.terlapor):
        raise ValidationError(
            {
                "penugasan": f"Pengaduan ini tentang {baris.terlapor.nama}, jadi diteruskan kepada atasannya. "
                "Pilih pemimpin unitnya atau unit di atasnya."
            }
        )
    Disposisi.objects.create(
        laporan=baris,
        unit=tujuan.jabatan.unit,
        pegawai=tujuan.pegawai,
        catatan=catatan,
        batas=batas,
        oleh=oleh,
        pada=hari_ini(),
    )
    baris = pindah(
        baris,
        Langkah.DISPOSISI,
        peran=Peran.PETUGAS,
        oleh=oleh,
        catatan=catatan,
        unit=tujuan.jabatan.unit,
        penangan=tujuan.pegawai,
    )
    isi = f"Laporan diteruskan kepada Anda. Tenggat {format_tanggal(batas)}."
    kabari_pemegang(baris, f"terus:{baris.versi}", "diteruskan kepada Anda", isi)
    return baris


def _akhiri(laporan: Laporan, langkah: Langkah, oleh: Pengguna, versi: int, alasan: str, **isi: Any) -> Laporan:
    """A side exit that the reporter reads the reason of; it also is the first information that VERIF asks for."""
    alasan = wajib(alasan, "Tulis alasannya untuk pelapor.")
    baris = _ambil(laporan, langkah, oleh, versi)
    baris = pindah(baris, langkah, peran=Peran.PETUGAS, oleh=oleh, teks=alasan, ditutup_pada=hari_ini(), **isi)
    tenggat.penuhi(baris, TahapTenggat.VERIFIKASI, hari_ini())
    tenggat.gugurkan(baris, hari_ini())
    return baris


@transaction.atomic
def bukan_wewenang(*, laporan: Laporan, oleh: Pengguna, versi: int, tujuan: str, alasan: str) -> Laporan:
    """Another institution decides; the reporter is told which. No wrong door: it is passed on, not refused."""
    tujuan = wajib(tujuan, "Tulis instansi yang berwenang.")
    return _akhiri(laporan, Langkah.BUKAN_WEWENANG, oleh, versi, alasan, tujuan=tujuan)


@transaction.atomic
def arsipkan(*, laporan: Laporan, oleh: Pengguna, versi: int, alasan: str) -> Laporan:
    """Not handled, with the reason that the reporter reads."""
    return _akhiri(laporan, Langkah.ARSIPKAN, oleh, versi, alasan)


@transaction.atomic
def tandai_duplikat(*, laporan: Laporan, oleh: Pengguna, versi: int, nomor: str, alasan: str) -> Laporan:
    """The same matter as an earlier report, which goes on; both can be tracked."""
    asal = Laporan.objects.filter(nomor=nomor).exclude(pk=laporan.pk).first()
    if asal is None:
        raise ValidationError("Tidak ada laporan lain dengan nomor itu. Periksa nomornya.")
    if asal.duplikat_dari_id is not None:
        raise ValidationError("Laporan itu sendiri sudah disatukan dengan yang lain. Pakai nomor asalnya.")
    if laporan.duplikat.exists():
        raise ValidationError("Laporan lain sudah disatukan ke laporan ini, jadi ia tetap terbuka.")
    return _akhiri(laporan, Langkah.DUPLIKAT, oleh, versi, alasan, duplikat_dari=asal)


@transaction.atomic
def alihkan(*, laporan: Laporan, oleh: Pengguna, versi: int, nomor_lapor: str, alasan: str) -> Laporan:
    """Moved to SP4N-LAPOR!, under the number that it has there."""
    nomor_lapor = wajib(nomor_lapor, "Tulis nomor laporan di LAPOR!.")[:30]
    return _akhiri(laporan, Langkah.ALIHKAN, oleh, versi, alasan, nomor_lapor=nomor_lapor)


@transaction.atomic
def buka_lagi(*, laporan: Laporan, oleh: Pengguna, versi: int, alasan: str) -> Laporan:
    """Open a closed report again under its number, with a new clock; it must be forwarded anew."""
    alasan = wajib(alasan, "Tulis alasan membuka kembali.")
    baris = _ambil(laporan, Langkah.BUKA_LAGI, oleh, versi)
    isi: dict[str, Any] = {
        "unit": None,
        "penangan": None,
        "hasil": "",
        "dijawab_pada": None,
        "dibalas_pada": None,
        "ditutup_pada": None,
        "duplikat_dari": None,
        "dibuka_lagi": baris.dibuka_lagi + 1,
    }
    baris = pindah(baris, Langkah.BUKA_LAGI, peran=Peran.PETUGAS, oleh=oleh, teks=alasan, **isi)
    tenggat.gugurkan(baris, hari_ini())
    tenggat.mulai_tenggat(baris, TahapTenggat.PENYELESAIAN, hari_ini())
    return baris


@transaction.atomic
def catat_nomor_lapor(*, laporan: Laporan, oleh: Pengguna, nomor_lapor: str) -> Laporan:
    """The number of the same report in SP4N-LAPOR!; once."""
    nomor_lapor = wajib(nomor_lapor, "Tulis nomor laporan di LAPOR!.")[:30]
    baris = kunci_laporan(laporan)
    if not boleh_mengelola_laporan(oleh) or diadukan(oleh, baris):
        raise PermissionDenied
    if baris.nomor_lapor:
        raise ValidationError("Nomor LAPOR! sudah dicatat.")
    return pindah(baris, Langkah.NOMOR_LAPOR, peran=Peran.PETUGAS, oleh=oleh, nomor_lapor=nomor_lapor)


@transaction.atomic
def rahasiakan(*, laporan: Laporan, oleh: Pengguna, alasan: str) -> Laporan:
    """Keep a report from the public, for instance because its text names somebody. Never the other way."""
    alasan = wajib(alasan, "Tulis alasan menyembunyikannya.")
    baris = kunci_laporan(laporan)
    if not boleh_mengelola_laporan(oleh) or diadukan(oleh, baris):
        raise PermissionDenied
    if baris.rahasia:
        raise ValidationError("Laporan ini sudah tidak tampil untuk umum.")
    return pindah(baris, Langkah.RAHASIAKAN, peran=Peran.PETUGAS, oleh=oleh, catatan=alasan, rahasia=True)


@transaction.atomic
def buka_identitas(*, laporan: Laporan, oleh: Pengguna, alasan: str) -> IdentitasPelapor:
    """Who reported, for the pengelola alone; the reason stays in the audit. ``ValidationError``: nobody is known."""
    if not boleh_mengelola_laporan(oleh) or diadukan(oleh, laporan):
        raise PermissionDenied
    alasan = wajib(alasan, "Tulis alasan membuka identitas.")
    identitas = IdentitasPelapor.objects.filter(laporan=laporan).first()
    if identitas is None:
        raise ValidationError("Pelapor tidak menulis identitas.")
    catat(pelaku=oleh, aksi="forum.laporan.buka_identitas", objek=laporan, keterangan=alasan)
    return identitas


def disposisi_terbuka(laporan: Laporan) -> Disposisi | None:
    """The forwarding in whose hands the report is."""
    return Disposisi.objects.filter(laporan=laporan, status=StatusDisposisi.TERBUKA.value).first()
