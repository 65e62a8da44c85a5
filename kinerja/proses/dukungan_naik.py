"""Requests for support that nobody answers: they follow a superior who is replaced, and go up when time has run out."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from kinerja.enums import LangkahDukungan, StatusPermintaan
from kinerja.models import PermintaanDukungan
from kinerja.permissions import Penjawab, rantai_atasan
from kinerja.proses.langkah_dukungan import kabari, kabari_peminta, tenggat_jawaban, tulis_langkah
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, PejabatLuar
from rakumpit.waktu import format_tanggal, hari_ini


def naikkan_permintaan() -> int:
    """Raise every request whose answer is overdue by one step; returns how many. Safe to run twice at once.

    Requests whose superior was replaced are handed over first. Each request is a transaction of its own: its row lock
    is skipped by a second worker, and the new due day takes the request out of the set, so no step is done twice. At
    the top of the line both sides are told once that the day has passed; the request waits on.
    """
    alihkan_permintaan()
    lewat = PermintaanDukungan.objects.filter(status=StatusPermintaan.DIAJUKAN.value, tenggat__lt=hari_ini())
    return sum(_naikkan(pk) for pk in lewat.order_by("tenggat", "pk").values_list("pk", flat=True))


def alihkan_permintaan() -> int:
    """Name today's superior on every open request that still names another one; returns how many changed.

    The right to answer is derived and has passed on already; this tells both and the person who asked. The due day
    stays, unless it has passed: the new superior has not let it pass. Called again it finds nothing.
    """
    terbuka = list(
        PermintaanDukungan.objects.filter(status=StatusPermintaan.DIAJUKAN.value).only(
            "pk", "pegawai_id", "tingkat", "diminta_dari_id", "diminta_dari_luar_id"
        )
    )
    rantai = rantai_atasan({satu.pegawai_id for satu in terbuka})
    return sum(_alihkan(satu.pk) for satu in terbuka if _pengganti(satu, rantai[satu.pegawai_id]) is not None)


def _pengganti(permintaan: PermintaanDukungan, rantai: Sequence[Penjawab]) -> Penjawab | None:
    """Who stands today where the request has come to, if that is somebody else than it names."""
    if not rantai:
        return None
    kini = rantai[min(permintaan.tingkat, len(rantai) - 1)]
    ditanya = (permintaan.diminta_dari_id, permintaan.diminta_dari_luar_id)
    return kini if (kini.pegawai_id, kini.pejabat_luar_id) != ditanya else None


def _kunci(pk: int, **syarat: object) -> PermintaanDukungan | None:
    """The open request, locked; None when another worker has it or nothing is left to do."""
    return (
        PermintaanDukungan.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("pegawai", "diminta_dari", "diminta_dari_luar")
        .filter(pk=pk, status=StatusPermintaan.DIAJUKAN.value, **syarat)
        .first()
    )


@transaction.atomic
def _alihkan(pk: int) -> bool:
    kini = _kunci(pk)
    if kini is None:
        return False
    rantai = rantai_atasan([kini.pegawai_id])[kini.pegawai_id]
    baru = _pengganti(kini, rantai)
    if baru is None:
        return False
    lama, hari = _akun_ditanya(kini), hari_ini()
    if kini.tenggat < hari:
        kini.tenggat = tenggat_jawaban(hari)
    kini.diminta_dari_id, kini.diminta_dari_luar_id = baru.pegawai_id, baru.pejabat_luar_id
    urut = tulis_langkah(kini, LangkahDukungan.DIALIHKAN, oleh=None, kepada=baru)
    kini.save(update_fields=["tenggat", "diminta_dari", "diminta_dari_luar"])
    catat(
        pelaku=None,
        aksi="kinerja.dukungan.alihkan",
        objek=kini,
        sesudah={"diminta_dari": baru.jabatan, "tenggat": kini.tenggat},
    )
    tenggat = f"Tenggat jawaban {format_tanggal(kini.tenggat)}."
    kabari(
        kini,
        urut,
        baru.akun_id,
        f"Permintaan dukungan {kini.pegawai} menunggu jawaban Anda",
        f"Atasannya berganti, jadi permintaan yang sudah diajukan sekarang Anda jawab. {tenggat}",
    )
    if lama not in {satu.akun_id for satu in rantai[: kini.tingkat + 1]}:
        kabari(
            kini,
            urut,
            lama,
            f"Permintaan dukungan {kini.pegawai} tidak lagi menunggu Anda",
            f"Sekarang dijawab {baru.nama}, {baru.jabatan}. Anda tidak perlu menjawabnya.",
            berpautan=False,
        )
    kabari_peminta(kini, urut, f"Permintaan dukungan Anda sekarang dijawab {baru.nama}", tenggat)
    return True


def _akun_ditanya(permintaan: PermintaanDukungan) -> int | None:
    ditanya: Pegawai | PejabatLuar | None = permintaan.diminta_dari or permintaan.diminta_dari_luar
    return ditanya.pengguna_id if ditanya is not None else None


@transaction.atomic
def _naikkan(pk: int) -> bool:
    kini = _kunci(pk, tenggat__lt=hari_ini())
    if kini is None:
        return False
    rantai = rantai_atasan([kini.pegawai_id])[kini.pegawai_id]
    tingkat = kini.tingkat + 1
    if not rantai:
        # Who asked holds no post any more, so nobody stands above.
        return False
    if tingkat >= len(rantai):
        _ingatkan_di_puncak(kini)
        return False
    lama, baru = rantai[kini.tingkat], rantai[tingkat]
    kini.tingkat, kini.tenggat = tingkat, tenggat_jawaban(hari_ini())
    kini.diminta_dari_id, kini.diminta_dari_luar_id = baru.pegawai_id, baru.pejabat_luar_id
    # The step first: should the lock ever be lost, the unique number of the step stops a second worker here.
    urut = tulis_langkah(kini, LangkahDukungan.DINAIKKAN, oleh=None, kepada=baru)
    kini.save(update_fields=["tingkat", "tenggat", "diminta_dari", "diminta_dari_luar"])
    catat(
        pelaku=None,
        aksi="kinerja.dukungan.naikkan",
        objek=kini,
        sebelum={"tingkat": tingkat - 1},
        sesudah={"tingkat": tingkat, "tenggat": kini.tenggat},
    )
    tenggat = f"Tenggat jawaban {format_tanggal(kini.tenggat)}."
    kabari(
        kini,
        urut,
        baru.akun_id,
        f"Permintaan dukungan {kini.pegawai} diteruskan kepada Anda",
        f"{lama.nama} belum menjawab sampai tenggat. {tenggat}",
    )
    kabari(
        kini,
        urut,
        lama.akun_id,
        f"Permintaan dukungan {kini.pegawai} diteruskan kepada {baru.nama}",
        "Tenggat jawaban sudah lewat. Anda masih dapat menjawabnya.",
    )
    kabari_peminta(kini, urut, f"Permintaan dukungan Anda diteruskan kepada {baru.nama}", tenggat)
    return True


def _ingatkan_di_puncak(kini: PermintaanDukungan) -> None:
    """Nobody with an account stands above: once for each due day, both sides hear that it has passed."""
    kali, tanggal = f"lewat-{kini.tenggat}", format_tanggal(kini.tenggat)
    kabari(
        kini,
        kali,
        _akun_ditanya(kini),
        f"Permintaan dukungan {kini.pegawai} belum Anda jawab",
        f"Tenggatnya {tanggal}. Jawab sekarang, juga bila jawabannya ditolak.",
    )
    kabari_peminta(
        kini,
        kali,
        "Permintaan dukungan Anda belum dijawab sampai tenggat",
        f"Tenggatnya {tanggal}. Tidak ada atasan berikutnya yang mempunyai akun: tanyakan langsung kepada "
        f"{kini.yang_diminta}.",
    )
