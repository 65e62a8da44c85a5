"""The follow-ups of the sample office, under the names of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from survei import proses
from survei.models import BerkasTindakLanjut, Pelaporan, PeriodeSurvei, Survei, TindakLanjut
from survei.proses.buka_kembali import minta_buka, setujui_buka
from tests import pabrik

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def _diperbaiki(kantor: Kantor) -> Survei:
    """A published survey that is being counted anew; a few answers came after its lock."""
    pengelola, contoh = kantor.orang["pengelola"], Survei.objects.get(kode="skm-loket-tw3-2026")
    survei = pabrik.buat_survei(contoh.unit, kode="uji-diperbaiki", judul="Survei kepuasan yang diperbaiki")
    for _ in range(12):
        pabrik.buat_respons(survei)
    proses.tutup(survei=survei, oleh=pengelola)
    proses.kunci(survei=survei, oleh=pengelola)
    proses.publikasikan(survei=survei, oleh=pengelola)
    alasan = "Dua lembar dari loket kedua belum dimasukkan."
    permintaan = minta_buka(survei=survei, alasan=alasan, oleh=pengelola)
    for _ in range(7):
        pabrik.buat_respons(survei, terlambat=True)
    kantor.objek["permintaan_disetujui"] = (permintaan.uuid,)
    return setujui_buka(permintaan=permintaan, oleh=kantor.orang["camat"])


def isi_tindak_lanjut(kantor: Kantor) -> None:
    kantor.objek |= {f"tindak_{satu.status}": (satu.uuid,) for satu in TindakLanjut.objects.all()}
    survei = Survei.objects.get(kode="skm-loket-tw3-2026")
    kantor.objek |= {"survei_berjanji": (survei.uuid,), "unsur_berjanji": (survei.uuid, "waktu")}
    permintaan = minta_buka(
        survei=Survei.objects.get(kode="skm-pager-tw3-2026"),
        alasan="Dua puluh lembar dari hari pasar belum dimasukkan.",
        oleh=kantor.orang["pengelola"],
    )
    kantor.objek["permintaan_buka"] = (permintaan.uuid,)
    kantor.objek["survei_diperbaiki"] = (_diperbaiki(kantor).uuid,)
    kantor.objek["periode_survei"] = (PeriodeSurvei.objects.get(nama="Triwulan III 2026").uuid,)
    kantor.objek["berkas_tindak"] = (BerkasTindakLanjut.objects.order_by("pk")[0].uuid,)
    kantor.objek["pelaporan"] = (Pelaporan.objects.order_by("pk")[0].uuid,)
