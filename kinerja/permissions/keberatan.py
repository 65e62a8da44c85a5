"""Who delivers results, objects to them, is heard and decides (PP 30/2019 Pasal 59).

The official who decides is the leader above the unit whose leader rated, derived on the day: when that post changes
hands, open objections belong to the new holder. Neither the one who rated nor the one who is rated ever decides, also
when one of them acts as that leader; then it is the next leader above. An official outside the office without an
account decides by letter, which the pengelola records.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kinerja.enums import Pihak, StatusKeberatan
from kinerja.models import Evaluasi, Keberatan
from kinerja.permissions.atasan import PetaAtasan, adalah, akun_pemegang, boleh_mengelola, orang_akun, peta_atasan
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


def pemutus_keberatan(evaluasi: Evaluasi, peta: PetaAtasan | None = None) -> Pemegang | None:
    """Who decides today on an objection to this final row, by the rule at the head of this module."""
    peta = peta or peta_atasan()
    konteks: dict[str, Any] = (evaluasi.bahan or {}).get("konteks") or {}
    unit_penilai = evaluasi.penyampaian.unit_penilai_id
    if unit_penilai is not None:
        mulai = peta.induk.get(unit_penilai)
    elif evaluasi.unit_id is not None:
        mulai = peta.induk.get(evaluasi.unit_id) if konteks.get("memimpin") else evaluasi.unit_id
    else:
        return None
    pegawai, luar = _yang_menilai(evaluasi)
    pegawai.add(evaluasi.pegawai_id)
    return cari_pemimpin(
        unit_id=mulai,
        induk=peta.induk,
        pemimpin=peta.pemimpin,
        boleh=lambda satu: satu.pegawai_id not in pegawai if satu.pegawai_id else satu.pejabat_luar_id not in luar,
    )


def _yang_menilai(evaluasi: Evaluasi) -> tuple[set[int | None], set[int | None]]:
    """Keys of the people, and of the officials outside, who rated: of the row, and who made it final."""
    pegawai, luar = {evaluasi.penilai_id}, {evaluasi.penilai_luar_id}
    if evaluasi.ditetapkan_oleh is not None and not evaluasi.surat_nomor:
        satu, dua = orang_akun(evaluasi.ditetapkan_oleh)
        pegawai.add(satu)
        luar.add(dua)
    return pegawai, luar


def akun_penilai(evaluasi: Evaluasi) -> int | None:
    """Account that speaks for the pejabat penilai: who made the row final, not who copied a letter."""
    return None if evaluasi.surat_nomor else evaluasi.ditetapkan_oleh_id


def boleh_memutus_keberatan(pengguna: Siapa, keberatan: Keberatan, peta: PetaAtasan | None = None) -> bool:
    """Hears both sides and decides: the official above the one who rated."""
    if not pengguna.is_authenticated or not pengguna.is_active or _terlibat(pengguna, keberatan.evaluasi):
        return False
    return akun_pemegang(pemutus_keberatan(keberatan.evaluasi, peta)) == pengguna.pk


def _terlibat(pengguna: Pengguna, evaluasi: Evaluasi) -> bool:
    """Is rated or has rated."""
    penilai = evaluasi.penilai
    return pengguna.pk in {
        evaluasi.pegawai.pengguna_id,
        akun_penilai(evaluasi),
        penilai.pengguna_id if penilai is not None else None,
    }


def boleh_mencatat_putusan(pengguna: Siapa, keberatan: Keberatan, peta: PetaAtasan | None = None) -> bool:
    """Copies the letter of an official outside the office who has no account: the pengelola, unless involved."""
    if not boleh_mengelola(pengguna) or not isinstance(pengguna, Pengguna) or _terlibat(pengguna, keberatan.evaluasi):
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
    if boleh_mengelola(pengguna) or _terlibat(pengguna, keberatan.evaluasi) or keberatan.ditutup_oleh_id == pengguna.pk:
        return True
    return keberatan.status != StatusKeberatan.DIPUTUS.value and boleh_memutus_keberatan(pengguna, keberatan)


class PeranKeberatan(StrEnum):
    """What an account has to do about an open objection; a party that has to be heard comes before an official."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"
    PEMUTUS = "pemutus"
    PENCATAT = "pencatat"


def keberatan_terbuka_untuk(pengguna: Siapa) -> list[tuple[Keberatan, PeranKeberatan]]:
    """Open objections in which this account has a part today, by due day; five queries at most."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return []
    semua = list(
        Keberatan.objects.terbuka()
        .select_related(*TERKAIT_KEBERATAN)
        .defer("evaluasi__rincian")
        .order_by("batas_putusan", "pk")
    )
    if not semua:
        return []
    peta = peta_atasan()
    pemutus = {satu.pk: pemutus_keberatan(satu.evaluasi, peta) for satu in semua}
    berakun: set[int] = set()
    if boleh_mengelola(pengguna):
        berakun = set(PejabatLuar.objects.filter(pengguna__is_active=True).values_list("pk", flat=True))
    hasil = []
    for satu in semua:
        peran = _peran(pengguna, satu.evaluasi, pemutus[satu.pk], berakun)
        if peran is not None:
            hasil.append((satu, peran))
    return hasil


def _peran(
    pengguna: Pengguna, evaluasi: Evaluasi, pemutus: Pemegang | None, berakun: set[int]
) -> PeranKeberatan | None:
    if evaluasi.pegawai.pengguna_id == pengguna.pk:
        return PeranKeberatan.PEGAWAI
    if akun_penilai(evaluasi) == pengguna.pk:
        return PeranKeberatan.PENILAI
    if pemutus is None or _terlibat(pengguna, evaluasi):
        return None
    if adalah(pemutus, *orang_akun(pengguna)):
        return PeranKeberatan.PEMUTUS
    luar = pemutus.pejabat_luar_id
    return PeranKeberatan.PENCATAT if boleh_mengelola(pengguna) and luar and luar not in berakun else None


def keberatan_diputus_oleh(pengguna: Siapa) -> list[int]:
    """Keys of the open objections on which this account decides today."""
    return [satu.pk for satu, peran in keberatan_terbuka_untuk(pengguna) if peran is PeranKeberatan.PEMUTUS]


def boleh_mencatat_di_kertas(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """Records delivery and objection on paper: the pengelola, not about the own result."""
    return boleh_mengelola(pengguna) and pegawai.pengguna_id != pengguna.pk
