"""Who delivers results, objects to them, is heard and decides (PP 30/2019 Pasal 59).

The official who decides is the leader above the unit whose leader rated, derived on the day: when that post changes
hands, open objections belong to the new holder. Neither the one who rated nor the one who is rated ever decides, also
when one of them acts as that leader; then it is the next leader above. An official outside the office without an
account decides by letter, which the pengelola records.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kinerja.enums import Pihak, StatusKeberatan
from kinerja.models import Evaluasi, Keberatan
from kinerja.permissions.atasan import PetaAtasan, akun_pemegang, boleh_mengelola, orang_akun, peta_atasan
from rakumpit.bacaan import Bacaan, baca
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.organisasi.perhitungan import Pemegang, cari_pemimpin

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa

# What the functions below read of an objection, in one query.
TERKAIT_KEBERATAN = (
    "evaluasi__pegawai__pengguna",
    "evaluasi__periode",
    "evaluasi__penilai__pengguna",
    "evaluasi__penilai_luar",
    "evaluasi__penyampaian__aturan",
    "evaluasi__ditetapkan_oleh__pegawai",
    "evaluasi__ditetapkan_oleh__pejabat_luar",
)


def akun_aktif(pegawai: Pegawai) -> Pengguna | None:
    """The account with which a person can act; None without one, or when it is closed."""
    return pegawai.pengguna if pegawai.pengguna is not None and pegawai.pengguna.is_active else None


@dataclass(frozen=True, slots=True)
class _Perkara:
    """What tells who has a part in an objection, of the evaluation that it is about (fields as in ``_MEDAN``)."""

    pegawai_id: int
    akun_pegawai: int | None
    unit_id: int | None
    memimpin: bool
    unit_penilai_id: int | None
    penilai_id: int | None
    akun_penilai: int | None  # of ``penilai_id``
    penilai_luar_id: int | None
    surat_nomor: str
    penetap: int | None  # account that made the row final, and the person behind it
    penetap_pegawai: int | None
    penetap_luar: int | None

    @property
    def juru_bicara(self) -> int | None:
        """Account that speaks for the pejabat penilai: who made the row final, not who copied a letter."""
        return None if self.surat_nomor else self.penetap

    def terlibat(self, pengguna: Pengguna) -> bool:
        """Is rated or has rated."""
        return pengguna.pk in {self.akun_pegawai, self.juru_bicara, self.akun_penilai}

    def pemutus(self, peta: PetaAtasan) -> Pemegang | None:
        """Who decides, by the rule at the head of this module."""
        if self.unit_penilai_id is not None:
            mulai = peta.induk.get(self.unit_penilai_id)
        elif self.unit_id is not None:
            mulai = peta.induk.get(self.unit_id) if self.memimpin else self.unit_id
        else:
            return None
        pegawai, luar = {self.pegawai_id, self.penilai_id}, {self.penilai_luar_id}
        if not self.surat_nomor:
            pegawai.add(self.penetap_pegawai)
            luar.add(self.penetap_luar)
        return cari_pemimpin(
            unit_id=mulai,
            induk=peta.induk,
            pemimpin=peta.pemimpin,
            boleh=lambda satu: satu.pegawai_id not in pegawai if satu.pegawai_id else satu.pejabat_luar_id not in luar,
        )


_MEDAN = (
    *("pegawai_id", "pegawai__pengguna_id", "unit_id", "memimpin", "penyampaian__unit_penilai_id"),
    *("penilai_id", "penilai__pengguna_id", "penilai_luar_id", "surat_nomor"),
    *("ditetapkan_oleh_id", "ditetapkan_oleh__pegawai__pk", "ditetapkan_oleh__pejabat_luar__pk"),
)


def _perkara(evaluasi: Evaluasi) -> _Perkara:
    penilai, penetap = evaluasi.penilai, evaluasi.ditetapkan_oleh
    return _Perkara(
        evaluasi.pegawai_id,
        evaluasi.pegawai.pengguna_id,
        evaluasi.unit_id,
        evaluasi.memimpin,
        evaluasi.penyampaian.unit_penilai_id,
        evaluasi.penilai_id,
        penilai.pengguna_id if penilai is not None else None,
        evaluasi.penilai_luar_id,
        evaluasi.surat_nomor,
        evaluasi.ditetapkan_oleh_id,
        *(orang_akun(penetap) if penetap is not None else (None, None)),
    )


def pemutus_keberatan(evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> Pemegang | None:
    """Who decides today on an objection to this final row, by the rule at the head of this module."""
    return _perkara(evaluasi).pemutus(peta or peta_atasan())


def akun_penilai(evaluasi: Evaluasi) -> int | None:
    """Account that speaks for the pejabat penilai: who made the row final, not who copied a letter."""
    return None if evaluasi.surat_nomor else evaluasi.ditetapkan_oleh_id


def boleh_memutus_keberatan(pengguna: Siapa, keberatan: Keberatan, peta: PetaAtasan | None = None) -> bool:
    """Hears both sides and decides: the official above the one who rated."""
    if not pengguna.is_authenticated or not pengguna.is_active or _perkara(keberatan.evaluasi).terlibat(pengguna):
        return False
    return akun_pemegang(pemutus_keberatan(keberatan.evaluasi, peta)) == pengguna.pk


def boleh_mencatat_putusan(pengguna: Siapa, keberatan: Keberatan, peta: PetaAtasan | None = None) -> bool:
    """Copies the letter of an official outside the office who has no account: the pengelola, unless involved."""
    if (
        not boleh_mengelola(pengguna)
        or not isinstance(pengguna, Pengguna)
        or _perkara(keberatan.evaluasi).terlibat(pengguna)
    ):
        return False
    pemutus = pemutus_keberatan(keberatan.evaluasi, peta)
    if pemutus is None or pemutus.pejabat_luar_id is None:
        return False
    return not PejabatLuar.objects.filter(pk=pemutus.pejabat_luar_id, pengguna__is_active=True).exists()


def pihak_untuk(pengguna: Siapa, keberatan: Keberatan) -> set[Pihak]:
    """Whose statement this account may write: its own, or both for who holds the hearing or records it.

    The pengelola writes down what a person without an account says.
    """
    if not pengguna.is_authenticated or not pengguna.is_active or not keberatan.terbuka:
        return set()
    evaluasi = keberatan.evaluasi
    if evaluasi.pegawai.pengguna_id == pengguna.pk:
        return {Pihak.PEGAWAI}
    if akun_penilai(evaluasi) == pengguna.pk:
        return {Pihak.PENILAI}
    if boleh_memutus_keberatan(pengguna, keberatan) or boleh_mencatat_putusan(pengguna, keberatan):
        return set(Pihak)
    if boleh_mengelola(pengguna) and akun_aktif(evaluasi.pegawai) is None:
        return {Pihak.PEGAWAI}
    return set()


def boleh_membaca_keberatan(pengguna: Siapa, keberatan: Keberatan) -> bool:
    """The three parties and the pengelola; who has decided keeps reading. Nobody else, also not another leader.

    The official who would have decided also reads that it was withdrawn: the notice about it leads there.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if (
        boleh_mengelola(pengguna)
        or _perkara(keberatan.evaluasi).terlibat(pengguna)
        or keberatan.ditutup_oleh_id == pengguna.pk
    ):
        return True
    return keberatan.status != StatusKeberatan.DIPUTUS.value and boleh_memutus_keberatan(pengguna, keberatan)


class PeranKeberatan(StrEnum):
    """What an account has to do about an open objection; a party that has to be heard comes before an official."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"
    PEMUTUS = "pemutus"
    PENCATAT = "pencatat"


def keberatan_terbuka_untuk(pengguna: Siapa, peta: PetaAtasan | None = None) -> dict[int, PeranKeberatan]:
    """Keys of the open objections in which this account has a part today, by due day; three queries at most."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return {}
    baris = baca(baca_keberatan_terbuka(pengguna, "pk", peta=peta or peta_atasan()))
    return {pk: peran for peran, pk in baris}


def baca_keberatan_terbuka(pengguna: Pengguna, *medan: str, peta: PetaAtasan) -> Bacaan[list[tuple[Any, ...]]]:
    """Open objections in which this active account has a part today, by due day: the part, then the named fields.

    One step. The pengelola looks at all of them, everybody else at the own ones and at those of the units under the own
    lead.
    """
    terbuka = Keberatan.objects.terbuka()
    berakun = PejabatLuar.objects.filter(pengguna__is_active=True)
    if not boleh_mengelola(pengguna):
        pegawai_id, luar_id = orang_akun(pengguna)
        di_bawah = peta.di_bawah(pegawai_id, luar_id)
        terbuka = terbuka.filter(
            Q(evaluasi__pegawai=pegawai_id)
            | Q(evaluasi__ditetapkan_oleh=pengguna.pk)
            | Q(evaluasi__penyampaian__unit_penilai__in=di_bawah)
            | Q(evaluasi__penyampaian__unit_penilai=None, evaluasi__unit__in=di_bawah)
        )
        berakun = berakun.none()
    dibaca = [f"evaluasi__{satu}" for satu in _MEDAN]
    semua, luar = yield [
        terbuka.order_by("batas_putusan", "pk").values_list(*medan, *dibaca),
        berakun.order_by().values_list("pk"),
    ]
    punya_akun, banyak = {pk for (pk,) in luar}, len(medan)
    hasil = []
    for isi in semua:
        peran = _peran(pengguna, _Perkara(*isi[banyak:]), peta, punya_akun)
        if peran is not None:
            hasil.append((peran, *isi[:banyak]))
    return hasil


def _peran(pengguna: Pengguna, perkara: _Perkara, peta: PetaAtasan, berakun: set[int]) -> PeranKeberatan | None:
    if perkara.akun_pegawai == pengguna.pk:
        return PeranKeberatan.PEGAWAI
    if perkara.juru_bicara == pengguna.pk:
        return PeranKeberatan.PENILAI
    pemutus = perkara.pemutus(peta)
    if pemutus is None or perkara.terlibat(pengguna):
        return None
    if pemutus.adalah(*orang_akun(pengguna)):
        return PeranKeberatan.PEMUTUS
    luar = pemutus.pejabat_luar_id
    return PeranKeberatan.PENCATAT if boleh_mengelola(pengguna) and luar and luar not in berakun else None


def keberatan_diputus_oleh(pengguna: Siapa) -> list[int]:
    """Keys of the open objections on which this account decides today."""
    return [pk for pk, peran in keberatan_terbuka_untuk(pengguna).items() if peran is PeranKeberatan.PEMUTUS]


def boleh_mencatat_di_kertas(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """Records delivery and objection on paper: the pengelola, not about the own result."""
    return boleh_mengelola(pengguna) and pegawai.pengguna_id != pengguna.pk
