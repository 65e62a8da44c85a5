"""Follow-ups of the named office, one in each state; proposed by *pegawai*, who also holds the post in charge."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from django.core.files.base import ContentFile

from rakumpit.organisasi.models import Pegawai, Pengguna
from survei.enums import StatusSurvei
from survei.enums.tindak_lanjut import StatusTindakLanjut
from survei.models import BerkasTindakLanjut, HasilSurvei, Pelaporan, PeriodeSurvei, Survei, TindakLanjut
from survei.proses import tindak_lanjut as proses
from survei.proses.berkas import batalkan_berkas

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

BATAS = date(2026, 12, 15)


def foto() -> ContentFile:
    """A document behind a follow-up."""
    return ContentFile(b"%PDF-1.4 jadwal", name="jadwal.pdf")


def usul(survei: Survei, oleh: Pengguna, pegawai: Pegawai, **ubah: object) -> TindakLanjut:
    """A proposal about the time that a service takes."""
    isi = {
        "kode": uuid4(),
        "kode_unsur": "waktu",
        "masalah": "Warga menunggu lama.",
        "akar": "Satu petugas pada jam ramai.",
        "tindakan": "Dua petugas setiap Senin pagi.",
        "penanggung_jawab": pegawai.penugasan.get().jabatan,
        "batas": BATAS,
    }
    return proses.usulkan(survei=survei, oleh=oleh, **(isi | ubah))  # type: ignore[arg-type]  # merged by name


def sampai(tindak: TindakLanjut, status: str, *, pemimpin: Pengguna) -> TindakLanjut:
    """Take a proposal to ``status`` by its steps."""
    if status == "batal":
        return proses.batalkan(tindak=tindak, oleh=pemimpin, versi=tindak.versi, alasan="Sudah dikerjakan kota.")
    if tindak.status == "diusulkan":
        tindak = proses.setujui(tindak=tindak, oleh=pemimpin, versi=tindak.versi)
    if tindak.status != status:
        tindak = proses.mulai(tindak=tindak, oleh=pemimpin, versi=tindak.versi)
    if tindak.status != status:
        tindak = proses.selesaikan(
            tindak=tindak, oleh=pemimpin, versi=tindak.versi, bukti="Jadwal dipasang di loket.", berkas=[foto()]
        )
    return tindak


def isi_tindak_lanjut(k: KantorBernama) -> None:
    from tests.dasar import ATASAN, PEGAWAI

    survei = k.survei["survei_dipublikasi"]
    for status in StatusTindakLanjut:
        tindak = usul(survei, k.orang[PEGAWAI], k.pegawai)
        if status is not StatusTindakLanjut.DIUSULKAN:
            tindak = sampai(tindak, status.value, pemimpin=k.orang[ATASAN])
        k.objek[f"tindak_{status.value}"] = (tindak.uuid,)
        k.contoh[f"tindak_{status.value}"] = tindak
    periode = PeriodeSurvei.objects.create(
        nama="Tahun 2026", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31), batas_lapor=date(2027, 1, 15)
    )
    for nama in ("survei_dikunci", "survei_dipublikasi"):
        Survei.objects.filter(pk=k.survei[nama].pk).update(periode=periode)
    laporan = Pelaporan.objects.create(
        hasil=HasilSurvei.objects.get(survei=survei),
        tanggal=date(2026, 9, 15),
        nomor_surat="400/1",
        surat=ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
        oleh=k.kantor.pengelola,
    )
    k.objek |= {"periode_survei": (periode.uuid,), "pelaporan": (laporan.uuid,)}
    (berkas,) = BerkasTindakLanjut.objects.all()
    mati = BerkasTindakLanjut.objects.create(
        tindak=berkas.tindak,
        judul="denah.pdf",
        tipe=berkas.tipe,
        ukuran=berkas.ukuran,
        sidik="d" * 64,
        berkas=ContentFile(b"%PDF-1.4 denah", name="denah.pdf"),
        diunggah_oleh=k.orang[PEGAWAI],
        diunggah_pada=date(2026, 9, 15),
    )
    batalkan_berkas(berkas=mati, alasan="Memuat wajah warga.", oleh=k.orang[PEGAWAI])
    k.objek |= {"berkas_tindak": (berkas.uuid,), "berkas_tindak_mati": (mati.uuid,)}
    k.objek |= {
        **{f"unsur_{status.value}": (k.survei[f"survei_{status.value}"].uuid, "waktu") for status in StatusSurvei},
        "unsur_asing": (survei.uuid, "tidak-ada"),
    }
