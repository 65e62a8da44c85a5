"""Where a row places its person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rakumpit.organisasi.berkas_pegawai import BarisPegawai
from rakumpit.organisasi.models import Jabatan, Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.proses.impor.dikenal import Dikenal, kunci_teks
from rakumpit.organisasi.proses.impor.laporan import BarisDitolakError, LaporanImpor
from rakumpit.waktu import format_tanggal

AWALAN_CATATAN = "Impor: "


@dataclass(slots=True)
class Tempat:
    """A free seat, or a seat to be made (``kursi`` is None)."""

    unit: UnitKerja
    nama: str
    mulai: date
    kursi: Jabatan | None


def catatan_tempat(baris: BarisPegawai) -> str:
    """Place as the list words it, kept for the person who will assign the post."""
    isi = "; ".join(teks for teks in (baris.jabatan, baris.unit, baris.petunjuk) if teks)
    return f"{AWALAN_CATATAN}{isi}"[:300] if isi else ""


class PencariTempat:
    """Finds the seat of a row; ``mulai_bawaan`` is the first day where the row has no TMT."""

    def __init__(self, dikenal: Dikenal, laporan: LaporanImpor, mulai_bawaan: date | None) -> None:
        self.dikenal, self.laporan, self.mulai_bawaan = dikenal, laporan, mulai_bawaan

    def cari(self, baris: BarisPegawai, unit: UnitKerja | None, pegawai: Pegawai | None) -> Tempat | None:
        """The seat for somebody who holds none; None where the row places nobody. BarisDitolakError: it is taken."""
        if not baris.jabatan and unit is None:
            return None
        kini = self.dikenal.kini(pegawai) if pegawai else None
        if kini is not None:
            self._bandingkan(baris, unit, kini)
            return None
        if not baris.jabatan or unit is None:
            kurang = "Unit kerja" if baris.jabatan else "Jabatan"
            self.laporan.peringatkan(
                baris, kurang, f"{kurang} kosong: pegawai belum ditempatkan. Tempatkan di Meja pengelola."
            )
            return None
        mulai = baris.tmt or self.mulai_bawaan
        if mulai is None:
            self.laporan.peringatkan(
                baris,
                "TMT jabatan",
                "TMT jabatan kosong: pegawai belum ditempatkan. Isi TMT, atau pilih satu tanggal mulai.",
            )
            return None
        return self._kursi(baris, unit, mulai)

    def _bandingkan(self, baris: BarisPegawai, unit: UnitKerja | None, kini: Penugasan) -> None:
        beda_jabatan = baris.jabatan and kunci_teks(baris.jabatan) != kunci_teks(kini.jabatan.nama)
        if beda_jabatan or (unit is not None and unit.pk != kini.jabatan.unit_id):
            self.laporan.peringatkan(
                baris,
                "Jabatan",
                f"Di data pegawai ini {kini.jabatan} sejak {format_tanggal(kini.mulai)}. Tidak diubah; "
                "pakai Mutasi bila pindah.",
            )
        elif baris.tmt is not None and baris.tmt != kini.mulai:
            self.laporan.peringatkan(
                baris, "TMT jabatan", f"Di data TMT-nya {format_tanggal(kini.mulai)}. Tidak diubah."
            )

    def _kursi(self, baris: BarisPegawai, unit: UnitKerja, mulai: date) -> Tempat:
        kursi = self.dikenal.kursi[unit.pk, kunci_teks(baris.jabatan)]
        for satu in kursi:
            terisi = [p for p in self.dikenal.pemegang[satu.pk] if p.selesai is None or p.selesai >= mulai]
            if not terisi:
                return Tempat(unit, satu.nama, mulai, satu)
            if satu.memimpin:
                raise BarisDitolakError(
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
        self.laporan.peringatkan(baris, "Jabatan", pesan)
        return Tempat(unit, kursi[0].nama if kursi else baris.jabatan, mulai, None)
