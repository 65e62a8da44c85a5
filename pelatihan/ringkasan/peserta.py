"""What became of each participant of an event: share of sessions, tests, and whether the event is credited."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, PengerjaanTes, TesKegiatan
from pelatihan.perhitungan.kehadiran import BERPESERTA, PorsiHadir, porsi_hadir
from pelatihan.perhitungan.tes import JenisTes, lulus
from rakumpit.angka import format_angka


@dataclass(frozen=True, slots=True)
class HasilPeserta:
    """``lulus`` is None where the event asks for no score. ``alasan``: why it is not credited; "" when it is."""

    pegawai_id: int
    pendaftaran_id: int
    nama: str
    porsi: PorsiHadir
    skor_awal: Decimal | None
    skor_akhir: Decimal | None
    lulus: bool | None
    alasan: str

    @property
    def persen(self) -> Decimal | None:
        """Share of the sessions attended; None where no session took place."""
        return self.porsi.persen

    @property
    def hadir(self) -> bool:
        """Whether the share reaches what the event asks for."""
        return self.porsi.cukup

    @property
    def diakui(self) -> bool:
        """Present enough and, where asked, the second test passed: certificate and JP."""
        return not self.alasan


def hasil_peserta(kegiatan: Kegiatan) -> dict[int, HasilPeserta]:
    """Result of everybody with a seat, by the key of the person, in the order of names. Five queries.

    Derived each time from sessions that took place, entries that stand and the tests; nothing is stored here.
    """
    sesi = list(kegiatan.sesi.berlaku().values_list("pk", flat=True))
    dihadiri: dict[int, list[int]] = defaultdict(list)
    for satu, pendaftaran_id in (
        Kehadiran.objects.dihitung().filter(sesi__kegiatan=kegiatan).values_list("sesi_id", "pendaftaran_id")
    ):
        dihadiri[pendaftaran_id].append(satu)
    tes = TesKegiatan.objects.filter(kegiatan=kegiatan).first()
    skor = {
        (pendaftaran_id, jenis): nilai
        for pendaftaran_id, jenis, nilai in PengerjaanTes.objects.filter(tes__kegiatan=kegiatan).values_list(
            "pendaftaran_id", "jenis", "skor"
        )
    }
    minimum = tes.skor_lulus if tes is not None else None
    hasil: dict[int, HasilPeserta] = {}
    peserta = Pendaftaran.objects.filter(kegiatan=kegiatan, status__in=[satu.value for satu in BERPESERTA])
    for pk, pegawai_id, nama in peserta.order_by("pegawai__nama", "pk").values_list(
        "pk", "pegawai_id", "pegawai__nama"
    ):
        porsi = porsi_hadir(sesi, dihadiri[pk], kegiatan.ambang_hadir)
        akhir = skor.get((pk, JenisTes.AKHIR.value))
        hasil[pegawai_id] = HasilPeserta(
            pegawai_id=pegawai_id,
            pendaftaran_id=pk,
            nama=nama,
            porsi=porsi,
            skor_awal=skor.get((pk, JenisTes.AWAL.value)),
            skor_akhir=akhir,
            lulus=lulus(akhir, minimum),
            alasan=_alasan(porsi, akhir, minimum),
        )
    return hasil


def _alasan(porsi: PorsiHadir, akhir: Decimal | None, minimum: Decimal | None) -> str:
    """Why the event is not credited, or ""."""
    if porsi.persen is None:
        return "Belum ada sesi yang berlangsung."
    if not porsi.cukup:
        return f"Hadir {porsi.hadir} dari {porsi.sesi} sesi, paling sedikit {porsi.ambang} persen."
    if minimum is None:
        return ""
    if akhir is None:
        return f"Tes akhir belum dikerjakan, paling sedikit {format_angka(minimum)}."
    return "" if akhir >= minimum else f"Nilai tes akhir di bawah {format_angka(minimum)}."
