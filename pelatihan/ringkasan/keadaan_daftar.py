"""What a reader can do with an event, and with one registration; and why not."""

from __future__ import annotations

from dataclasses import dataclass

from pelatihan.enums.kegiatan import JENIS_STATUS_PENDAFTARAN, LABEL_URUTAN_TUNGGU, UrutanTunggu
from pelatihan.models import Kegiatan, Pendaftaran, PilihanPendaftaran
from pelatihan.perhitungan.kegiatan import BERAKHIR, BERJALAN, DAPAT_BATAL, MENUNGGU_JAWABAN, StatusPendaftaran
from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.permissions.pendaftaran import boleh_menjawab_daftar, peta_atasan
from pelatihan.ringkasan.pendaftaran import (
    Jadwal,
    bentrok,
    dapat_batal,
    halangan,
    jadwal,
    nomor_tunggu,
    peringatan,
    peringatan_orang,
    sebab_tertutup,
)
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import hari_ini, sekarang


@dataclass(frozen=True, slots=True)
class KeadaanDaftar:
    """``milik``: the reader's own registration, the last one. ``sebab``: why he cannot register now, "" when he can."""

    milik: Pendaftaran | None
    jenis: str
    nomor: int | None
    sebab: str
    peringatan: list[str]
    boleh_daftar: bool
    boleh_mendaftarkan: bool
    boleh_melihat: bool
    boleh_mengatur: bool
    urutan: str


def keadaan_daftar(pengguna: Pengguna, kegiatan: Kegiatan, *, menyusun: bool) -> KeadaanDaftar:
    """For the page of the event; the same number of statements however many are registered.

    ``menyusun``: ``boleh_menyusun`` of this reader, which the page has asked already.
    """
    pegawai: Pegawai | None = getattr(pengguna, "pegawai", None)
    # In other states the state itself says why, whatever the time.
    waktu = jadwal(kegiatan) if kegiatan.status in {satu.value for satu in BERJALAN} else Jadwal(None, None)
    tertutup = sebab_tertutup(kegiatan, waktu)
    milik = None
    sebab, kata = tertutup, list[str]()
    if pegawai is not None:
        milik = kegiatan.pendaftaran.filter(pegawai=pegawai).order_by("-pk").first()
    hidup = milik is not None and milik.status not in {satu.value for satu in BERAKHIR}
    if pegawai is not None and not hidup and not tertutup:
        tumpuk = bentrok(kegiatan, [pegawai.pk], waktu)
        sebab = halangan(kegiatan, [pegawai], waktu, tumpuk, beralasan=False).get(pegawai.pk, "")
        kata = peringatan([pegawai.pk], waktu, tumpuk).get(pegawai.pk, [])
    pilihan = PilihanPendaftaran.objects.filter(kegiatan=kegiatan).first()
    return KeadaanDaftar(
        milik=milik,
        jenis=JENIS_STATUS_PENDAFTARAN[StatusPendaftaran(milik.status)] if milik is not None else "",
        nomor=nomor_tunggu([milik]).get(milik.pk) if milik is not None else None,
        sebab="" if hidup else sebab,
        peringatan=kata,
        boleh_daftar=pegawai is not None and not hidup and not sebab,
        boleh_mendaftarkan=not tertutup and (menyusun or bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))),
        boleh_melihat=menyusun or pengguna.pemeriksa,
        boleh_mengatur=menyusun,
        urutan=LABEL_URUTAN_TUNGGU[UrutanTunggu(pilihan.urutan if pilihan is not None else UrutanTunggu.WAKTU)],
    )


@dataclass(frozen=True, slots=True)
class LangkahDaftar:
    """Steps that the reader may take with one registration now."""

    jenis: str
    nomor: int | None
    peringatan: list[str]
    menjawab: bool
    menjawab_tawaran: bool
    membatalkan: bool
    lewat: bool


def langkah_daftar(pengguna: Pengguna, satu: Pendaftaran) -> LangkahDaftar:
    waktu, kegiatan = jadwal(satu.kegiatan), satu.kegiatan
    terbuka = dapat_batal(kegiatan, waktu)
    hidup = satu.status in {status.value for status in DAPAT_BATAL}
    perlu = (
        kegiatan.perlu_persetujuan
        and satu.diputus_oleh_id is None
        and satu.status in {status.value for status in MENUNGGU_JAWABAN}
    )
    menjawab = terbuka and perlu and boleh_menjawab_daftar(pengguna, satu, peta_atasan([satu.pegawai_id]))
    milik = pemilik(pengguna, satu.pegawai)
    ditawari = satu.status == StatusPendaftaran.DITAWARI.value
    return LangkahDaftar(
        jenis=JENIS_STATUS_PENDAFTARAN[StatusPendaftaran(satu.status)],
        nomor=nomor_tunggu([satu]).get(satu.pk),
        peringatan=peringatan_orang(kegiatan, satu.pegawai_id, waktu) if hidup and terbuka else [],
        menjawab=menjawab,
        menjawab_tawaran=milik
        and ditawari
        and terbuka
        and (satu.tawaran_sampai is None or satu.tawaran_sampai > sekarang()),
        membatalkan=hidup and terbuka and (milik or boleh_mengelola(pengguna)),
        lewat=perlu and satu.batas_atasan is not None and hari_ini() > satu.batas_atasan,
    )
