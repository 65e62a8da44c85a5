"""The bundles of paper of the sample office, under the names of their states, and some that came to their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rakumpit.waktu import hari_ini
from survei.models import BatchKertas, LembarKertas, Survei

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_kertas(kantor: Kantor) -> None:
    kantor.objek |= {f"bundel_{satu.status}": (satu.uuid,) for satu in BatchKertas.objects.all()}
    kantor.objek["survei_kertas"] = (Survei.objects.get(kode="skm-loket-tw4-2026").uuid,)
    kantor.objek["lembar_beda"] = (LembarKertas.objects.get(berbeda__gt=0).uuid,)
    _isi_akhir(kantor)


def _isi_akhir(kantor: Kantor) -> None:
    """Not yet counted after the closing, left over after the lock, given up by the system, with its sheets deleted."""
    habis = {"status": "batal", "berakhir_pada": hari_ini(), "alasan_batal": "Masa simpan ketikan habis."}
    tersisa = {"diketik": 4, "dalam": 1, "contoh": 1, "kedua": 1, "batal": 1}
    tersisa |= {"banding": 1, "dibandingkan": 14, "berbeda": 2}
    dihitung = {"status": "dihitung", "berakhir_pada": hari_ini(), "berakhir_oleh": kantor.orang["pengelola"]}
    bundel: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("ditutup", "survei_ditutup", {}),
        ("dikunci", "survei_dikunci", {}),
        ("habis", "survei_ditutup", habis),
        ("terhapus", "survei_dikunci", dihitung | {"rekap_lembar": tersisa}),
    )
    for nomor, (nama, objek, ubah) in enumerate(bundel, start=91):
        survei = Survei.objects.get(uuid=kantor.objek[objek][0])
        satu = BatchKertas.objects.create(
            survei=survei,
            unit=survei.unit,
            nomor=nomor,
            jumlah=5,
            layanan=list(survei.layanan.values_list("uuid", flat=True)),
            versi_formulir="skm-v1",
            dicetak_oleh=kantor.orang["pengelola"],
            dicetak_pada=survei.mulai,
            **ubah,
        )
        satu.petugas.set([kantor.orang["pegawai"], kantor.orang["kasi"]])
        kantor.objek[f"bundel_{nama}"] = (satu.uuid,)
