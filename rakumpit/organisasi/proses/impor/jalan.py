"""One pass over a staff list, row by row."""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction

from rakumpit.organisasi.berkas_pegawai import BarisPegawai, BerkasPegawai, Temuan, Tingkat
from rakumpit.organisasi.enums import JenisJabatan, SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.proses.impor.jejak import kunci, potret
from rakumpit.organisasi.proses.impor.kembar import Kembar
from rakumpit.organisasi.proses.impor.laporan import LaporanImpor
from rakumpit.waktu import format_tanggal, hari_ini

_CATATAN = "Impor: "


class _BarisDitolakError(Exception):
    def __init__(self, kolom: str, alasan: str) -> None:
        super().__init__(alasan)
        self.kolom, self.alasan = kolom, alasan


@dataclass(slots=True)
class _Tempat:
    """Where a row places its person: a free seat, or a seat to be made."""

    unit: UnitKerja
    nama: str
    mulai: date
    kursi: Jabatan | None


def _kunci_teks(teks: str) -> str:
    return " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())


class Impor:
    """One pass over a staff list, inside the caller's transaction."""

    def __init__(self, berkas: BerkasPegawai, mulai_bawaan: date | None) -> None:
        self.berkas = berkas
        self.mulai_bawaan = mulai_bawaan
        self.laporan = LaporanImpor(kolom=berkas.kolom, ditolak_seluruhnya=berkas.tolak_semua)
        self.jejak: list[dict[str, Any]] = []
        self.hari_ini = hari_ini()

    def jalankan(self) -> LaporanImpor:
        kunci()
        self._muat()
        laporan = self.laporan
        laporan.dibaca = len(self.berkas.baris) + len(self.berkas.kosong)
        laporan.dilewati = len(self.berkas.kosong)
        laporan.baris.extend(self.berkas.temuan)
        terlihat = Kembar()
        for baris in self.berkas.baris:
            laporan.baris.extend(baris.temuan)
            pertama, kolom = terlihat.cari(baris)
            if self.berkas.tolak_semua or baris.galat:
                laporan.ditolak += 1
            elif pertama is not None:
                self._kembar(baris, pertama, kolom)
            else:
                self._coba(baris)
        return laporan

    # --- what is known before the first row ---

    def _muat(self) -> None:
        self.akun = {
            p.nip: p for p in Pengguna.objects.filter(nip__isnull=False).select_related("pegawai", "pejabat_luar")
        }
        self.siasn = {p.siasn_id: p for p in Pegawai.objects.exclude(siasn_id=None).select_related("pengguna")}
        self.unit = list(UnitKerja.objects.filter(aktif=True))
        self.kursi: dict[tuple[int, str], list[Jabatan]] = defaultdict(list)
        for jabatan in Jabatan.objects.order_by("urut"):
            self.kursi[jabatan.unit_id, _kunci_teks(jabatan.nama)].append(jabatan)
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
        self.nip_berkas = {baris.nip for baris in self.berkas.baris if baris.nip}
        self.nama_dikenal = set(Pegawai.objects.values_list("nama_urut", flat=True)) | {
            nama_urut(baris.nama) for baris in self.berkas.baris
        }

    # --- one row ---

    def _catat(self, baris: BarisPegawai, kolom: str, tingkat: Tingkat, alasan: str) -> None:
        self.laporan.baris.append(Temuan(baris.nomor, kolom, tingkat.value, alasan))

    def _kembar(self, baris: BarisPegawai, pertama: BarisPegawai, kolom: str) -> None:
        if baris.isi == pertama.isi:
            self.laporan.dilewati += 1
            self._catat(baris, kolom, Tingkat.PERINGATAN, f"Sama persis dengan baris {pertama.nomor}; dilewati.")
            return
        self.laporan.ditolak += 1
        self._catat(
            baris,
            kolom,
            Tingkat.GALAT,
            f"{kolom} ini sudah ada di baris {pertama.nomor} ({pertama.nama}) dengan isi berbeda. "
            "Hapus salah satu baris.",
        )

    def _coba(self, baris: BarisPegawai) -> None:
        langkah = len(self.jejak)
        peringatan = len(self.laporan.baris)
        try:
            with transaction.atomic():
                hasil = self._terapkan(baris)
        except _BarisDitolakError as galat:
            kolom, alasan = galat.kolom, galat.alasan
        except IntegrityError:
            kolom, alasan = "", "Baris ini bertentangan dengan data yang sudah ada. Periksa jabatan dan tanggalnya."
        else:
            self.laporan.diterima += 1
            setattr(self.laporan, hasil, getattr(self.laporan, hasil) + 1)
            return
        del self.jejak[langkah:]
        del self.laporan.baris[peringatan:]
        self.laporan.ditolak += 1
        self._catat(baris, kolom, Tingkat.GALAT, alasan)

    def _terapkan(self, baris: BarisPegawai) -> str:
        """Write one row; returns the counter that it belongs to."""
        self._periksa_atasan(baris)
        unit = self._cari_unit(baris)
        pegawai = self._cari_pegawai(baris, unit)
        baru = pegawai is None
        if pegawai is None and not baris.nama:
            raise _BarisDitolakError("Nama", "Nama belum diisi, padahal pegawai ini belum ada di data. Isi namanya.")
        if pegawai is not None and pegawai.selesai is not None and pegawai.selesai < self.hari_ini:
            self._catat(
                baris,
                "NIP",
                Tingkat.PERINGATAN,
                f"Pegawai ini sudah berhenti ({format_tanggal(pegawai.selesai)}); datanya tidak diubah.",
            )
            return "tetap"
        tempat = self._cari_tempat(baris, unit, pegawai)
        catatan = self._catatan(baris) if tempat is None and not self._sudah_ditempatkan(pegawai) else ""
        if pegawai is None:
            pegawai = self._buat(baris, catatan)
            berubah = True
        else:
            berubah = self._perbarui(pegawai, baris, catatan)
        if tempat is not None:
            self._tempatkan(baris, pegawai, tempat)
            berubah = True
        if baru:
            return "baru"
        return "diperbarui" if berubah else "tetap"

    def _periksa_atasan(self, baris: BarisPegawai) -> None:
        if baris.nip_atasan and baris.nip_atasan not in self.akun and baris.nip_atasan not in self.nip_berkas:
            raise _BarisDitolakError(
                "Atasan", "Atasan tidak ditemukan di data maupun di berkas ini. Periksa NIP-nya, atau kosongkan selnya."
            )
        if not baris.nama_atasan:
            return
        kunci = nama_urut(baris.nama_atasan)
        if kunci == nama_urut(baris.nama):
            raise _BarisDitolakError("Atasan", "Pegawai tercatat sebagai atasan dirinya sendiri. Kosongkan selnya.")
        if kunci not in self.nama_dikenal:
            self._catat(
                baris,
                "Atasan",
                Tingkat.PERINGATAN,
                f"Atasan «{baris.nama_atasan[:60]}» tidak ditemukan. Atasan dibaca dari penugasan.",
            )

    def _cari_unit(self, baris: BarisPegawai) -> UnitKerja | None:
        if not baris.unit:
            return None
        kunci = _kunci_teks(baris.unit)
        tepat = [u for u in self.unit if kunci in {_kunci_teks(u.nama), _kunci_teks(u.kode)}]
        if len(tepat) == 1:
            return tepat[0]
        kata = set(kunci.split())
        mirip = tepat or ([u for u in self.unit if kata <= set(_kunci_teks(u.nama).split())] if kata else [])
        if len(mirip) == 1:
            self._catat(
                baris, "Unit kerja", Tingkat.PERINGATAN, f"Unit «{baris.unit[:60]}» dibaca sebagai «{mirip[0].nama}»."
            )
            return mirip[0]
        nama = [u.nama for u in mirip] or difflib.get_close_matches(baris.unit, [u.nama for u in self.unit], 3, 0.4)
        saran = f" Mungkin maksudnya: {'; '.join(nama[:5])}." if nama else " Buat dulu unitnya, atau kosongkan selnya."
        raise _BarisDitolakError("Unit kerja", f"Unit kerja «{baris.unit[:60]}» tidak ada.{saran}")

    def _cari_pegawai(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        """By PNS ID first, which stays when a NI changes with a contract; then by NIP; else by name and place."""
        menurut_id = self.siasn.get(baris.siasn_id) if baris.siasn_id else None
        if menurut_id is not None:
            self._periksa_nip(baris, menurut_id)
            return menurut_id
        pegawai = self._cari_menurut_nip(baris, unit)
        if pegawai is not None and baris.siasn_id and pegawai.siasn_id:
            raise _BarisDitolakError("PNS ID", "Di data NIP ini tercatat dengan PNS ID lain. Cocokkan dengan SIASN.")
        return pegawai

    def _periksa_nip(self, baris: BarisPegawai, pegawai: Pegawai) -> None:
        """The NIP of an account is a way to sign in, so an import never changes it."""
        if baris.nip is None or baris.nip == pegawai.nip:
            return
        if baris.nip in self.akun:
            raise _BarisDitolakError("NIP", f"PNS ID ini milik {pegawai}, tetapi NIP-nya milik orang lain.")
        self._catat(
            baris,
            "NIP",
            Tingkat.PERINGATAN,
            "Di data NIP orang ini lain. Tidak diubah; ganti NIP akunnya di halaman admin bila memang berganti.",
        )

    def _cari_menurut_nip(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        if baris.nip is None:
            return self._cari_tanpa_nip(baris, unit)
        akun = self.akun.get(baris.nip)
        if akun is None:
            if baris.nama and self.tanpa_nip.get(nama_urut(baris.nama)):
                self._catat(
                    baris,
                    "NIP",
                    Tingkat.PERINGATAN,
                    "Ada pegawai tanpa akun bernama sama. Bila orangnya sama, hubungkan akunnya di halaman admin.",
                )
            return None
        if hasattr(akun, "pejabat_luar"):
            raise _BarisDitolakError("NIP", "NIP ini milik pejabat di luar kantor. Periksa NIP-nya.")
        return akun.pegawai if hasattr(akun, "pegawai") else None

    def _cari_tanpa_nip(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        """Somebody without account of the same name and place, not yet claimed by a row above."""
        calon = self.tanpa_nip.get(nama_urut(baris.nama), [])
        for pegawai in calon:
            if self._tempat_sama(baris, unit, pegawai):
                calon.remove(pegawai)
                self._catat(
                    baris,
                    "Nama",
                    Tingkat.PERINGATAN,
                    f"Tanpa NIP, dicocokkan dengan «{pegawai.nama}» karena nama dan tempatnya sama. "
                    "Bila orangnya lain, tambahkan di halaman admin.",
                )
                return pegawai
        if calon:
            self._catat(
                baris,
                "Nama",
                Tingkat.PERINGATAN,
                "Ada pegawai tanpa NIP bernama sama di tempat lain; dicatat sebagai orang baru.",
            )
        return None

    def _tempat_sama(self, baris: BarisPegawai, unit: UnitKerja | None, pegawai: Pegawai) -> bool:
        kini = self._kini(pegawai)
        if kini is not None and unit is not None:
            return kini.jabatan.unit_id == unit.pk
        if kini is not None:
            return not baris.jabatan or _kunci_teks(kini.jabatan.nama) == _kunci_teks(baris.jabatan)
        return pegawai.catatan in {"", self._catatan(baris)} or not self._catatan(baris)

    def _kini(self, pegawai: Pegawai) -> Penugasan | None:
        """The definitive assignment in force or to come."""
        for satu in reversed(self.penugasan[pegawai.pk]):
            if satu.selesai is None or satu.selesai >= self.hari_ini:
                return satu
        return None

    def _sudah_ditempatkan(self, pegawai: Pegawai | None) -> bool:
        return pegawai is not None and self._kini(pegawai) is not None

    def _catatan(self, baris: BarisPegawai) -> str:
        """Place as the list words it, kept for the person who will assign the post."""
        isi = "; ".join(teks for teks in (baris.jabatan, baris.unit, baris.petunjuk) if teks)
        return f"{_CATATAN}{isi}"[:300] if isi else ""

    def _cari_tempat(self, baris: BarisPegawai, unit: UnitKerja | None, pegawai: Pegawai | None) -> _Tempat | None:
        if not baris.jabatan and unit is None:
            return None
        kini = self._kini(pegawai) if pegawai else None
        if kini is not None:
            self._bandingkan(baris, unit, kini)
            return None
        if not baris.jabatan or unit is None:
            kurang = "Unit kerja" if baris.jabatan else "Jabatan"
            self._catat(
                baris,
                kurang,
                Tingkat.PERINGATAN,
                f"{kurang} kosong: pegawai belum ditempatkan. Tempatkan di Meja pengelola.",
            )
            return None
        mulai = baris.tmt or self.mulai_bawaan
        if mulai is None:
            self._catat(
                baris,
                "TMT jabatan",
                Tingkat.PERINGATAN,
                "TMT jabatan kosong: pegawai belum ditempatkan. Isi TMT, atau pilih satu tanggal mulai.",
            )
            return None
        return self._cari_kursi(baris, unit, mulai)

    def _bandingkan(self, baris: BarisPegawai, unit: UnitKerja | None, kini: Penugasan) -> None:
        beda_jabatan = baris.jabatan and _kunci_teks(baris.jabatan) != _kunci_teks(kini.jabatan.nama)
        if beda_jabatan or (unit is not None and unit.pk != kini.jabatan.unit_id):
            self._catat(
                baris,
                "Jabatan",
                Tingkat.PERINGATAN,
                f"Di data pegawai ini {kini.jabatan} sejak {format_tanggal(kini.mulai)}. Tidak diubah; "
                "pakai Mutasi bila pindah.",
            )
        elif baris.tmt is not None and baris.tmt != kini.mulai:
            self._catat(
                baris, "TMT jabatan", Tingkat.PERINGATAN, f"Di data TMT-nya {format_tanggal(kini.mulai)}. Tidak diubah."
            )

    def _cari_kursi(self, baris: BarisPegawai, unit: UnitKerja, mulai: date) -> _Tempat:
        kursi = self.kursi[unit.pk, _kunci_teks(baris.jabatan)]
        for satu in kursi:
            terisi = [p for p in self.pemegang[satu.pk] if p.selesai is None or p.selesai >= mulai]
            if not terisi:
                return _Tempat(unit, satu.nama, mulai, satu)
            if satu.memimpin:
                raise _BarisDitolakError(
                    "Jabatan",
                    f"Jabatan {satu} sudah dipegang {terisi[0].pegawai or terisi[0].pejabat_luar}. "
                    "Akhiri dulu penugasan itu di Meja pengelola.",
                )
        pesan = (
            f"Jabatan «{baris.jabatan[:60]}» belum ada di {unit.nama} dan dibuat. "
            "Periksa jenisnya, dan apakah memimpin unit."
        )
        if kursi:
            pesan = f"Semua kursi «{kursi[0].nama}» di {unit.nama} terisi; kursi nomor {kursi[-1].urut + 1} dibuat."
        self._catat(baris, "Jabatan", Tingkat.PERINGATAN, pesan)
        return _Tempat(unit, kursi[0].nama if kursi else baris.jabatan, mulai, None)

    # --- writing ---

    def _jejak(self, objek: models.Model, sebelum: dict[str, Any] | None) -> None:
        self.jejak.append(
            {"model": objek._meta.label_lower, "pk": objek.pk, "sebelum": sebelum, "sesudah": potret(objek)}
        )

    def _buat(self, baris: BarisPegawai, catatan: str) -> Pegawai:
        akun = self.akun.get(baris.nip) if baris.nip else None
        if akun is not None:
            self._catat(baris, "NIP", Tingkat.PERINGATAN, f"Akun dengan NIP ini sudah ada ({akun.nama}) dan dipakai.")
        elif baris.nip:
            akun = Pengguna.objects.create_user(nip=baris.nip, nama=baris.nama, wajib_ganti_sandi=True)
            self._jejak(akun, None)
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
        self._jejak(pegawai, None)
        return pegawai

    def _perbarui(self, pegawai: Pegawai, baris: BarisPegawai, catatan: str) -> bool:
        """Only what the file says and what differs; an empty cell erases nothing."""
        isi = {
            "siasn_id": baris.siasn_id,
            "nama": baris.nama,
            "status": baris.status,
            "golongan": baris.golongan,
            "tanggal_lahir": baris.tanggal_lahir,
            "catatan": catatan if not pegawai.catatan or pegawai.catatan.startswith(_CATATAN) else "",
        }
        ubah = {nama: nilai for nama, nilai in isi.items() if nilai and nilai != getattr(pegawai, nama)}
        if not ubah:
            return False
        sebelum = potret(pegawai)
        for nama, nilai in ubah.items():
            setattr(pegawai, nama, nilai)
        pegawai.save()
        self._jejak(pegawai, sebelum)
        akun = pegawai.pengguna
        if "nama" in ubah and akun is not None:
            sebelum = potret(akun)
            akun.nama = pegawai.nama
            akun.save(update_fields=["nama"])
            self._jejak(akun, sebelum)
        return True

    def _tempatkan(self, baris: BarisPegawai, pegawai: Pegawai, tempat: _Tempat) -> None:
        kunci = (tempat.unit.pk, _kunci_teks(tempat.nama))
        kursi = tempat.kursi
        if kursi is None:
            non_asn = pegawai.status == StatusPegawai.NON_ASN
            kursi = Jabatan.objects.create(
                unit=tempat.unit,
                nama=tempat.nama[:200],
                urut=max((satu.urut for satu in self.kursi[kunci]), default=0) + 1,
                jenis=(JenisJabatan.NON_ASN if non_asn else JenisJabatan.PELAKSANA).value,
            )
            self._jejak(kursi, None)
        penugasan = Penugasan.objects.create(pegawai=pegawai, jabatan=kursi, mulai=tempat.mulai, dasar="Impor pegawai")
        self._jejak(penugasan, None)
        if tempat.kursi is None:
            self.kursi[kunci].append(kursi)
        self.pemegang[kursi.pk].append(penugasan)
        self.penugasan[pegawai.pk].append(penugasan)
