"""Follow-up in the sample office: a plan to improve after a low result, and a proposed award."""

from __future__ import annotations

from kinerja.models import Evaluasi
from kinerja.perhitungan import tambah_bulan
from kinerja.proses.pembinaan import aturan_pembinaan, simpan_pembinaan, usulkan_penghargaan
from rakumpit.contoh.akun import ContohDitolak
from rakumpit.contoh.berkas import isi_json
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


def isi_pembinaan() -> None:
    """Follow up as ``keputusan.json`` says. Call it inside a transaction, after the objections."""
    data, pegawai = isi_json("keputusan.json"), pegawai_bernomor()
    semua = Evaluasi.objects.select_related("pegawai", "ditetapkan_oleh").filter(
        periode__kode=PERIODE_DINILAI, terbaru=True
    )
    hari = hari_ini()
    for satu in data["pembinaan"]:
        evaluasi = semua.get(pegawai=pegawai[satu["no"]])
        simpan_pembinaan(
            evaluasi=evaluasi,
            oleh=_penilai(evaluasi),
            sasaran=satu["sasaran"],
            langkah=satu["langkah"],
            mulai=hari,
            tinjau_pada=tambah_bulan(hari, aturan_pembinaan(hari).bulan_pembinaan),
        )
    for satu in data["penghargaan"]:
        evaluasi = semua.get(pegawai=pegawai[satu["no"]])
        usulkan_penghargaan(evaluasi=evaluasi, oleh=_penilai(evaluasi), usulan=satu["usulan"])


def _penilai(evaluasi: Evaluasi) -> Pengguna:
    if evaluasi.ditetapkan_oleh is None:
        raise ContohDitolak(f"Penilaian {evaluasi.pegawai} belum ditetapkan.")
    return evaluasi.ditetapkan_oleh
