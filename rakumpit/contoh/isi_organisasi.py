"""Units, people, posts, accounts and services of the sample office."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import make_password

from rakumpit.contoh.akun import AKUN_LAIN, NOMOR_PENGELOLA, SANDI
from rakumpit.contoh.berkas import baris_csv, tanggal
from rakumpit.organisasi.enums import JenisJabatan, JenisUnit, SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import (
    Jabatan,
    Layanan,
    Pegawai,
    PejabatLuar,
    Pengguna,
    Penugasan,
    PetugasLayanan,
    ProgramPelayanan,
    UnitKerja,
)
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.nip import baca_nip

AWAL = date(2025, 1, 2)
# The only ones in this office with credit points (angka kredit).
FUNGSIONAL = {"Arsiparis Terampil": "terampil", "Pranata Komputer Ahli Pertama": "ahli_pertama"}


def isi_organisasi() -> None:
    """Write everything that the other parts of the sample office stand on. Call it inside a transaction."""
    unit = _isi_unit()
    pegawai = _isi_pegawai()
    _isi_penugasan(unit, pegawai)
    _isi_akun_lain(unit)
    _isi_layanan(unit, pegawai)


def pegawai_bernomor() -> dict[int, Pegawai]:
    """People by their number in the list: the serial of every invented NIP is 900 plus that number."""
    return {int(satu.nip[15:]) - 900: satu for satu in Pegawai.objects.select_related("pengguna") if satu.nip}


def _isi_unit() -> dict[str, UnitKerja]:
    unit: dict[str, UnitKerja] = {}
    for baris in baris_csv("unit.csv"):
        satu = UnitKerja.objects.create(
            kode=baris["kode"], nama=baris["nama"], jenis=baris["jenis"], induk=unit.get(baris["induk"])
        )
        unit[satu.kode] = satu
        Jabatan.objects.create(
            unit=satu,
            nama=baris["pemimpin"],
            jenis=baris["jenis_pemimpin"],
            eselon=baris["eselon"],
            memimpin=True,
            pimpinan_mandiri=satu.jenis == JenisUnit.KECAMATAN.value,
        )
    return unit


def _isi_pegawai() -> dict[int, Pegawai]:
    semua = baris_csv("pegawai.csv")
    # Argon2 is slow on purpose. One digest for all demo accounts saves half a minute, and a shared salt gives away
    # only that they share a password, which is printed anyway.
    sidik = make_password(SANDI)
    akun = Pengguna.objects.bulk_create(
        Pengguna(
            nip=baris["nip"],
            nama=baris["nama"],
            password=sidik,
            pengelola=int(baris["no"]) == NOMOR_PENGELOLA,
            is_active=not baris["selesai"],
        )
        for baris in semua
        if baris["nip"]
    )
    menurut_nip = {satu.nip: satu for satu in akun}
    orang = Pegawai.objects.bulk_create(
        Pegawai(
            pengguna=menurut_nip.get(baris["nip"]),
            nama=baris["nama"],
            nama_urut=nama_urut(baris["nama"]),  # bulk_create does not call save()
            status=baris["status"],
            golongan=baris["golongan"],
            tanggal_lahir=baca_nip(baris["nip"]).lahir if baris["nip"] else None,
            mulai=tanggal(baris["mulai"]),
            selesai=tanggal(baris["selesai"]),
            alasan_selesai=baris["alasan_selesai"],
            catatan=baris["catatan"],
        )
        for baris in semua
    )
    return {int(baris["no"]): satu for baris, satu in zip(semua, orang, strict=True)}


def _isi_penugasan(unit: dict[str, UnitKerja], pegawai: dict[int, Pegawai]) -> None:
    pemimpin = {(satu.unit_id, satu.nama): satu for satu in Jabatan.objects.filter(memimpin=True)}
    kursi: dict[tuple[str, str], int] = {}
    penugasan = []
    for baris in baris_csv("penugasan.csv"):
        orang, tempat = pegawai[int(baris["no"])], unit[baris["unit"]]
        jabatan = pemimpin.get((tempat.pk, baris["jabatan"]))
        if jabatan is None:
            urut = kursi[baris["unit"], baris["jabatan"]] = kursi.get((baris["unit"], baris["jabatan"]), 0) + 1
            jabatan = Jabatan.objects.create(
                unit=tempat,
                nama=baris["jabatan"],
                urut=urut,
                jenis=_jenis_jabatan(baris["jabatan"], orang).value,
                jenjang=FUNGSIONAL.get(baris["jabatan"], ""),
            )
        penugasan.append(
            Penugasan(
                pegawai=orang,
                jabatan=jabatan,
                sifat=baris["sifat"],
                mulai=date.fromisoformat(baris["mulai"]),
                selesai=tanggal(baris["selesai"]),
                dasar=baris["dasar"],
            )
        )
    Penugasan.objects.bulk_create(penugasan)


def _jenis_jabatan(nama: str, pegawai: Pegawai) -> JenisJabatan:
    if pegawai.status == StatusPegawai.NON_ASN.value:
        return JenisJabatan.NON_ASN
    return JenisJabatan.FUNGSIONAL if nama in FUNGSIONAL else JenisJabatan.PELAKSANA


def _isi_akun_lain(unit: dict[str, UnitKerja]) -> None:
    sidik = make_password(SANDI)
    for satu in AKUN_LAIN:
        pengguna = Pengguna.objects.create(
            email=satu.email,
            nama=satu.nama,
            password=sidik,
            admin_teknis=satu.admin_teknis,
            pemeriksa=satu.pemeriksa,
        )
        if satu.pejabat:
            Penugasan.objects.create(
                pejabat_luar=PejabatLuar.objects.create(nama=satu.nama, pengguna=pengguna),
                jabatan=Jabatan.objects.get(unit=unit[satu.pejabat], memimpin=True),
                sifat=SifatPenugasan.DEFINITIF.value,
                mulai=AWAL,
            )


def _isi_layanan(unit: dict[str, UnitKerja], pegawai: dict[int, Pegawai]) -> None:
    daftar = [
        (baris, tempat)
        for baris in baris_csv("layanan.csv")
        for tempat in unit.values()
        if tempat.jenis == baris["tingkat"]
    ]
    layanan = Layanan.objects.bulk_create(
        Layanan(unit=tempat, kode=baris["kode"], nama=baris["nama"]) for baris, tempat in daftar
    )
    menurut_kode = {(tempat.kode, satu.kode): satu for (_baris, tempat), satu in zip(daftar, layanan, strict=True)}
    PetugasLayanan.objects.bulk_create(
        PetugasLayanan(
            layanan=menurut_kode[baris["unit"], baris["kode"]],
            pegawai=pegawai[int(baris["no"])],
            mulai=date.fromisoformat(baris["mulai"]),
            selesai=tanggal(baris["selesai"]),
        )
        for baris in baris_csv("petugas.csv")
    )
    ProgramPelayanan.objects.bulk_create(
        ProgramPelayanan(
            nama=baris["nama"],
            unit=unit[baris["unit"]],
            pemilik=pegawai[int(baris["pemilik"])],
            mulai=date.fromisoformat(baris["mulai"]),
            selesai=date.fromisoformat(baris["selesai"]),
            sasaran=baris["sasaran"],
            tempat=baris["tempat"],
            hasil_diharapkan=baris["hasil_diharapkan"],
        )
        for baris in baris_csv("program.csv")
    )
