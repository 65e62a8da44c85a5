"""A small office for the tests of the processes: one kecamatan, one seksi, its head, staff, plans and a period."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja.models import AturanPenilaian, Evaluasi, Indikator, Periode, PilihanKantor, Realisasi, RunEvaluasi
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, UnitKerja
from tests import pabrik

SEMUA_SESUAI = {nilai.value: ("sesuai", "") for nilai in NilaiDasar}


@dataclass
class Kantor:
    kota: UnitKerja
    kecamatan: UnitKerja
    seksi: UnitKerja
    sekda: PejabatLuar
    camat: Pegawai
    kasi: Pegawai
    staf: list[Pegawai]
    pengelola: Pengguna
    periode: Periode
    indikator: dict[int, Indikator] = field(default_factory=dict)

    def hitung(self) -> RunEvaluasi:
        """One run in this process."""
        run = buka_run(periode=self.periode)
        kerjakan_run(run.pk)
        run.refresh_from_db()
        return run

    def evaluasi(self, pegawai: Pegawai) -> Evaluasi:
        return Evaluasi.objects.select_related("pegawai").get(pegawai=pegawai, periode=self.periode, terbaru=True)


def akun(pegawai: Pegawai) -> Pengguna:
    assert pegawai.pengguna is not None
    return pegawai.pengguna


def buat_kantor(jumlah_staf: int = 2) -> Kantor:
    """Camat (rated by the Sekretaris Daerah, who has no account), one Kasi, staff with an approved plan each."""
    kota = pabrik.buat_unit(jenis=JenisUnit.KOTA.value, nama="Pemerintah Kota")
    kecamatan = pabrik.buat_unit(jenis=JenisUnit.KECAMATAN.value, nama="Kecamatan Uji", induk=kota)
    seksi = pabrik.buat_unit(nama="Seksi Pelayanan", induk=kecamatan)
    sekda = pabrik.buat_pejabat_luar(kota)
    camat = pabrik.buat_pegawai(kecamatan, memimpin=True, nama="Camat")
    kasi = pabrik.buat_pegawai(seksi, memimpin=True, nama="Kasi")
    staf = [pabrik.buat_pegawai(seksi, nama=f"Staf {urut}") for urut in range(1, jumlah_staf + 1)]
    kantor = Kantor(
        kota=kota,
        kecamatan=kecamatan,
        seksi=seksi,
        sekda=sekda,
        camat=camat,
        kasi=kasi,
        staf=staf,
        pengelola=pabrik.buat_pengguna(nama="Pengelola", pengelola=True),
        periode=pabrik.buat_periode(),
    )
    atasan: list[tuple[Pegawai, Pegawai | PejabatLuar]] = [(camat, sekda), (kasi, camat)]
    for pegawai, penilai in [*atasan, *((satu, kasi) for satu in staf)]:
        skp = pabrik.buat_skp(pegawai, penilai=penilai)
        kantor.indikator[pegawai.pk] = pabrik.buat_indikator(skp)
    for satu in staf:
        Realisasi.objects.create(indikator=kantor.indikator[satu.pk], periode=kantor.periode, nilai=Decimal(95))
    return kantor


def pilih(mulai: date, **ubah: object) -> PilihanKantor:
    """The office chooses other numbers from that day on; those not named stay as they were seeded."""
    lama = PilihanKantor.objects.order_by("mulai")[0]
    isian = {
        medan.name: getattr(lama, medan.name)
        for medan in PilihanKantor._meta.concrete_fields
        if medan.name not in {"id", "uuid"}
    }
    return PilihanKantor.objects.create(**(isian | {"nama": f"Pilihan {mulai}", "mulai": mulai} | ubah))


def ganti_aturan(**ubah: object) -> AturanPenilaian:
    """A new rule from 1 July 2026 on: a copy of the seeded one with other values (a used rule itself never changes)."""
    lama = pabrik.aturan_berlaku()
    AturanPenilaian.objects.filter(pk=lama.pk).update(selesai=date(2026, 6, 30))
    isian = {
        medan.name: getattr(lama, medan.name)
        for medan in AturanPenilaian._meta.concrete_fields
        if medan.name not in {"id", "uuid"}
    }
    return AturanPenilaian.objects.create(**(isian | {"nama": "Aturan baru", "mulai": date(2026, 7, 1)} | ubah))
