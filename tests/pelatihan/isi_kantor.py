"""Training of *pegawai* in every state, for the office of named people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat, SumberKebutuhan, SumberPenilaian
from pelatihan.models import (
    KalenderPribadi,
    Kompetensi,
    Pendaftaran,
    PerjanjianKerja,
    PesertaLuar,
    Program,
    StandarKompetensi,
)
from pelatihan.perhitungan.kegiatan import BERAKHIR, MENUNGGU_JAWABAN, StatusKegiatan, StatusPendaftaran
from pelatihan.proses.kebutuhan import tutup_kebutuhan, usulkan_kebutuhan
from pelatihan.proses.kompetensi import nilai_kompetensi
from pelatihan.proses.rencana import tarik, tetapkan, tolak, validasi, verifikasi
from pelatihan.proses.sertifikat import realisasikan, tarik_sertifikat, tolak_sertifikat, verifikasi_sertifikat
from pelatihan.ringkasan.kalender import tanda_pribadi
from rakumpit.waktu import hari_ini
from tests.pelatihan.isi import buat_rencana, buat_riwayat, buat_sertifikat
from tests.pelatihan.isi_kantor_hadir import isi_hadir
from tests.pelatihan.isi_kegiatan import (
    buat_anggaran,
    buat_kegiatan,
    buat_narasumber,
    buat_ruang,
    buat_seri,
    buat_sesi,
    saat,
)

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

_URUT = (StatusRencana.DIUSULKAN, StatusRencana.DIVERIFIKASI, StatusRencana.DIVALIDASI, StatusRencana.DITETAPKAN)


def isi_pelatihan(k: KantorBernama) -> None:
    """Certificates, plan lines and needs in every state, a level, an entry of the ledger, a programme."""
    pegawai, pengelola = k.pegawai, k.kantor.pengelola
    _sertifikat(k)
    k.objek["riwayat_jp"] = (buat_riwayat(pegawai, pengelola, 10, date(2026, 2, 2)).uuid,)
    _rencana(k)
    _kebutuhan(k)
    _kegiatan(k)
    isi_hadir(k)
    _pendaftaran(k)
    satu = Kompetensi.objects.get(kode="integritas")
    (penilaian,) = nilai_kompetensi(
        pegawai=pegawai,
        oleh=k.orang["atasan"],
        level={satu: 1},
        sumber=SumberPenilaian.ATASAN,
        tanggal=hari_ini(),
    )
    k.objek["penilaian_kompetensi"] = (penilaian.uuid,)
    k.objek["program_pelatihan"] = (Program.objects.get(kode="sikap-melayani").uuid,)
    PerjanjianKerja.objects.create(pegawai=pegawai, mulai=date(2026, 1, 1), selesai=date(2026, 12, 31))
    penugasan = pegawai.penugasan_pada(hari_ini())
    assert penugasan is not None
    StandarKompetensi.objects.create(
        jabatan=penugasan.jabatan, kompetensi=satu, mulai=date(2026, 1, 1), level=1, dasar_hukum="Rekaan"
    )


def _sertifikat(k: KantorBernama) -> None:
    oleh, pengelola = k.orang["pegawai"], k.kantor.pengelola
    semua = {status: buat_sertifikat(k.pegawai) for status in StatusSertifikat}
    verifikasi_sertifikat(sertifikat=semua[StatusSertifikat.TERVERIFIKASI], oleh=pengelola)
    tolak_sertifikat(sertifikat=semua[StatusSertifikat.DITOLAK], oleh=pengelola, alasan="Buram.")
    tarik_sertifikat(sertifikat=semua[StatusSertifikat.DIBATALKAN], oleh=oleh, alasan="Salah berkas.")
    k.objek |= {f"sertifikat_{status.value}": (satu.uuid,) for status, satu in semua.items()}


def _rencana(k: KantorBernama) -> None:
    oleh, pengelola = k.orang["pegawai"], k.kantor.pengelola
    langkah = (
        lambda satu: verifikasi(rencana=satu, oleh=k.orang["atasan"]),
        lambda satu: validasi(rencana=satu, oleh=pengelola),
        lambda satu: tetapkan(rencana=satu, oleh=k.orang["atasan_kedua"]),
    )
    for status in StatusRencana:
        rencana = buat_rencana(k.pegawai, judul=f"Rencana {status.value}")
        jauh = _URUT.index(status) if status in _URUT else 3 if status is StatusRencana.TEREALISASI else 0
        for satu in langkah[:jauh]:
            satu(rencana)
        if status is StatusRencana.TEREALISASI:
            riwayat = buat_riwayat(k.pegawai, pengelola, 4, date(2026, 3, 3))
            realisasikan(rencana=rencana, oleh=oleh, riwayat=[riwayat])
        elif status is StatusRencana.DITOLAK:
            tolak(rencana=rencana, oleh=k.orang["atasan"], alasan="Tahun depan.")
        elif status is StatusRencana.DITARIK:
            tarik(rencana=rencana, oleh=oleh, alasan="Berubah.")
        k.objek[f"pengembangan_{status.value}"] = (rencana.uuid,)


def _kebutuhan(k: KantorBernama) -> None:
    for status in StatusKebutuhan:
        satu = usulkan_kebutuhan(sumber=SumberKebutuhan.SURVEI, judul=f"Belajar {status.value}", pegawai=k.pegawai)
        if status is StatusKebutuhan.DIRENCANAKAN:
            buat_rencana(k.pegawai, kebutuhan=satu)
        elif status is StatusKebutuhan.TERPENUHI:
            satu.penuhi()
        elif status is StatusKebutuhan.DITUTUP:
            tutup_kebutuhan(kebutuhan=satu, oleh=k.kantor.pengelola, alasan="Dilatih rekan.")
        k.objek[f"kebutuhan_{status.value}"] = (satu.uuid,)


# Sessions of the day itself, where a step asks for it.
_SAAT_SESI = {
    StatusKegiatan.DITUTUP: saat("2026-09-15", "13:00"),
    StatusKegiatan.BERLANGSUNG: saat("2026-09-15", "07:00"),
    StatusKegiatan.EVALUASI: saat("2026-09-14", "09:00"),
    StatusKegiatan.SELESAI: saat("2026-09-10", "09:00"),
}


def _kegiatan(k: KantorBernama) -> None:
    """One event of the seksi in every state, each with a session; a room and a speaker."""
    for status in StatusKegiatan:
        satu = buat_kegiatan(k.kantor.seksi, k.kantor.pengelola, status=status.value, alasan="Ruang diperbaiki.")
        sesi = buat_sesi(satu, _SAAT_SESI.get(status, saat("2026-10-06", "09:00")), tempat="Balai warga")
        k.objek[f"kegiatan_{status.value}"] = (satu.uuid,)
        if status is StatusKegiatan.PENDAFTARAN:
            for keadaan, batal in (
                ("berlaku", {}),
                ("berakhir", {"dibatalkan_pada": saat("2026-09-14", "09:00"), "alasan_batal": "Sakit."}),
            ):
                tamu = PesertaLuar.objects.create(
                    kegiatan=satu, nama=f"Tamu {keadaan}", dicatat_oleh=k.kantor.pengelola, **batal
                )
                k.objek[f"peserta_luar_{keadaan}"] = (tamu.uuid,)
            k.objek["sesi_pelatihan"] = (sesi.uuid,)
            k.objek["anggaran_pelatihan"] = (buat_anggaran(satu).uuid,)
    k.objek["seri_pelatihan"] = (buat_seri(k.kantor.seksi).uuid,)
    k.objek["unit_berkalender"] = (k.kantor.seksi.uuid,)
    k.objek["kalender_pelatihan"] = (tanda_pribadi(KalenderPribadi.objects.create(pengguna=k.orang["pegawai"])),)
    k.objek["ruang_pelatihan"] = (buat_ruang(k.kantor.seksi).uuid,)
    k.objek["narasumber_pelatihan"] = (buat_narasumber().uuid,)


def _pendaftaran(k: KantorBernama) -> None:
    """One registration of *pegawai* in every state, each for an event of its own that is open."""
    for urut, status in enumerate(StatusPendaftaran):
        satu = buat_kegiatan(k.kantor.seksi, k.kantor.pengelola, status=StatusKegiatan.PENDAFTARAN.value)
        mulai = saat(f"2026-11-{urut + 2:02d}", "09:00")
        buat_sesi(satu, mulai)
        baris = Pendaftaran.objects.create(
            kegiatan=satu,
            pegawai=k.pegawai,
            status=status.value,
            batas_atasan=date(2026, 12, 31),
            tawaran_sampai=mulai if status is StatusPendaftaran.DITAWARI else None,
            alasan="Loket kosong." if status in BERAKHIR else "",
            didaftarkan_oleh=k.orang["pegawai"],
            diputus_oleh=None if status in MENUNGGU_JAWABAN else k.orang["atasan"],
        )
        k.objek[f"pendaftaran_pelatihan_{status.value}"] = (baris.uuid,)
