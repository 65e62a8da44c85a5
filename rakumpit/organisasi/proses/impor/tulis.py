"""The writes of an import, each with the step that an undo takes back."""

from __future__ import annotations

from typing import Any

from django.db import models

from rakumpit.organisasi.berkas_pegawai import BarisPegawai
from rakumpit.organisasi.enums import JenisJabatan, StatusPegawai
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.proses.impor.dikenal import Dikenal, kunci_teks
from rakumpit.organisasi.proses.impor.jejak import potret
from rakumpit.organisasi.proses.impor.laporan import LaporanImpor
from rakumpit.organisasi.proses.impor.tempat import AWALAN_CATATAN, Tempat


class Penulis:
    """Writes people, seats and assignments; ``jejak`` holds the steps in their order."""

    def __init__(self, dikenal: Dikenal, laporan: LaporanImpor) -> None:
        self.dikenal, self.laporan = dikenal, laporan
        self.jejak: list[dict[str, Any]] = []

    def _ingat(self, objek: models.Model, sebelum: dict[str, Any] | None) -> None:
        self.jejak.append(
            {"model": objek._meta.label_lower, "pk": objek.pk, "sebelum": sebelum, "sesudah": potret(objek)}
        )

    def buat(self, baris: BarisPegawai, catatan: str) -> Pegawai:
        """A new person, with an account where the row has a NIP."""
        akun = self.dikenal.akun.get(baris.nip) if baris.nip else None
        if akun is not None:
            self.laporan.peringatkan(baris, "NIP", f"Akun dengan NIP ini sudah ada ({akun.nama}) dan dipakai.")
        elif baris.nip:
            akun = Pengguna.objects.create_user(nip=baris.nip, nama=baris.nama, wajib_ganti_sandi=True)
            self._ingat(akun, None)
        pegawai = Pegawai(
            pengguna=akun,
            siasn_id=baris.siasn_id or None,
            nama=baris.nama,
            status=baris.status,
            golongan=baris.golongan,
            tanggal_lahir=baris.tanggal_lahir,
            catatan=catatan,
        )
        pegawai.save()
        self._ingat(pegawai, None)
        return pegawai

    def perbarui(self, pegawai: Pegawai, baris: BarisPegawai, catatan: str) -> bool:
        """Only what the file says and what differs; an empty cell erases nothing. False: nothing differs."""
        isi = {
            "siasn_id": baris.siasn_id,
            "nama": baris.nama,
            "status": baris.status,
            "golongan": baris.golongan,
            "tanggal_lahir": baris.tanggal_lahir,
            "catatan": catatan if not pegawai.catatan or pegawai.catatan.startswith(AWALAN_CATATAN) else "",
        }
        ubah = {nama: nilai for nama, nilai in isi.items() if nilai and nilai != getattr(pegawai, nama)}
        if not ubah:
            return False
        sebelum = potret(pegawai)
        for nama, nilai in ubah.items():
            setattr(pegawai, nama, nilai)
        pegawai.save()
        self._ingat(pegawai, sebelum)
        akun = pegawai.pengguna
        if "nama" in ubah and akun is not None:
            sebelum = potret(akun)
            akun.nama = pegawai.nama
            akun.save(update_fields=["nama"])
            self._ingat(akun, sebelum)
        return True

    def tempatkan(self, pegawai: Pegawai, tempat: Tempat) -> None:
        """Assign somebody to a seat, which is made where it is not there yet."""
        kunci = (tempat.unit.pk, kunci_teks(tempat.nama))
        kursi = tempat.kursi
        if kursi is None:
            non_asn = pegawai.status == StatusPegawai.NON_ASN
            kursi = Jabatan.objects.create(
                unit=tempat.unit,
                nama=tempat.nama[:200],
                urut=max((satu.urut for satu in self.dikenal.kursi[kunci]), default=0) + 1,
                jenis=(JenisJabatan.NON_ASN if non_asn else JenisJabatan.PELAKSANA).value,
            )
            self._ingat(kursi, None)
        penugasan = Penugasan.objects.create(pegawai=pegawai, jabatan=kursi, mulai=tempat.mulai, dasar="Impor pegawai")
        self._ingat(penugasan, None)
        if tempat.kursi is None:
            self.dikenal.kursi[kunci].append(kursi)
        self.dikenal.pemegang[kursi.pk].append(penugasan)
        self.dikenal.penugasan[pegawai.pk].append(penugasan)
