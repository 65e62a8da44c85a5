"""What an import knows before its first row."""

from __future__ import annotations

from collections import defaultdict

from rakumpit.organisasi.berkas_pegawai import BerkasPegawai
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.nama import nama_urut
from rakumpit.waktu import hari_ini


def kunci_teks(teks: str) -> str:
    """Names that differ in case, spaces or signs alone are the same name."""
    return " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())


class Dikenal:
    """People, units, seats and who holds them, read once; what the import itself makes is added by who makes it."""

    def __init__(self, berkas: BerkasPegawai) -> None:
        self.hari_ini = hari_ini()
        self.akun = {
            p.nip: p for p in Pengguna.objects.filter(nip__isnull=False).select_related("pegawai", "pejabat_luar")
        }
        self.siasn = {p.siasn_id: p for p in Pegawai.objects.exclude(siasn_id=None).select_related("pengguna")}
        self.unit = list(UnitKerja.objects.filter(aktif=True))
        self.kursi: dict[tuple[int, str], list[Jabatan]] = defaultdict(list)
        for jabatan in Jabatan.objects.order_by("urut"):
            self.kursi[jabatan.unit_id, kunci_teks(jabatan.nama)].append(jabatan)
        self.pemegang: dict[int, list[Penugasan]] = defaultdict(list)
        self.penugasan: dict[int, list[Penugasan]] = defaultdict(list)
        definitif = Penugasan.objects.filter(sifat=SifatPenugasan.DEFINITIF.value).select_related(
            "jabatan__unit", "pegawai"
        )
        for satu in definitif.order_by("mulai"):
            self.pemegang[satu.jabatan_id].append(satu)
            if satu.pegawai_id is not None:
                self.penugasan[satu.pegawai_id].append(satu)
        # People without account can only be recognised by name and place.
        self.tanpa_nip: dict[str, list[Pegawai]] = defaultdict(list)
        for pegawai in Pegawai.objects.filter(pengguna__isnull=True).order_by("pk"):
            self.tanpa_nip[pegawai.nama_urut].append(pegawai)
        self.nip_berkas = {baris.nip for baris in berkas.baris if baris.nip}
        self.nama_dikenal = set(Pegawai.objects.values_list("nama_urut", flat=True)) | {
            nama_urut(baris.nama) for baris in berkas.baris
        }

    def kini(self, pegawai: Pegawai) -> Penugasan | None:
        """The definitive assignment in force or to come."""
        for satu in reversed(self.penugasan[pegawai.pk]):
            if satu.selesai is None or satu.selesai >= self.hari_ini:
                return satu
        return None
