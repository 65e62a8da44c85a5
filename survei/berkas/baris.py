"""The rows under the heading, one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from survei.berkas.isi import BarisJawaban, Penolakan
from survei.berkas.kepala import Kepala, Sel, baca_kepala, baris_nomor_kolom
from survei.data_responden import angka, baca_tanggal, periksa_data, rapi
from survei.perhitungan import NILAI_SAH, URUTAN_KUESIONER, NilaiTidakSah, baca_nilai

TANPA_HASIL = "=?"  # stands for a formula whose result the file does not hold

_BARIS_JUMLAH = re.compile(
    r"(?:σ|∑|jumlah|jml|total|nrr|n r r|rata|nilai|ikm|indeks|bobot|tertimbang|keterangan|mutu|kinerja unit)"
)


class PembacaBaris:
    """Goes through the rows under the heading and sorts them into accepted, refused and skipped."""

    def __init__(self, kepala: Kepala, pemetaan: Mapping[str, int] | None) -> None:
        self.kepala = kepala
        self.pemetaan = pemetaan
        self.jawaban: list[BarisJawaban] = []
        self.ditolak: list[Penolakan] = []
        self.nomor_kolom: list[int] = []
        self.tanpa_jawaban: list[int] = []
        self.jumlah: list[int] = []
        self.pekerjaan_asing: list[int] = []

    def catatan(self) -> list[str]:
        """Say in words which rows were left out and why."""
        hasil = []
        if self.nomor_kolom:
            hasil.append(f"Baris nomor kolom dilewati: {_daftar(self.nomor_kolom)}.")
        if self.jumlah:
            hasil.append(f"Baris jumlah, rata-rata, dan keterangan mulai baris {self.jumlah[0]} tidak dihitung.")
        if self.tanpa_jawaban:
            hasil.append(f"Baris bernomor tanpa satu jawaban pun dilewati: {_daftar(self.tanpa_jawaban)}.")
        if self.pekerjaan_asing:
            hasil.append(
                f"Pendidikan/pekerjaan tidak dikenal, jawaban tetap dihitung: baris {_daftar(self.pekerjaan_asing)}."
            )
        return hasil

    def baca(self, nomor: int, sel: Sel) -> None:
        """Sort one row."""
        isi = {kolom: sel[kolom] if kolom < len(sel) else None for kolom in (*self.kepala.unsur, *self.kepala.lain)}
        pertama = next((teks for s in sel if (teks := rapi(s))), "")
        if not pertama:
            return
        if baris_nomor_kolom(self.kepala, sel):
            self.nomor_kolom.append(nomor)
            return
        berlabel = bool(_BARIS_JUMLAH.match(pertama))
        if berlabel or baca_kepala(nomor, sel, URUTAN_KUESIONER) or (self.jumlah and not self._seperti_jawaban(isi)):
            self.jumlah.append(nomor)
            return
        if not any(rapi(isi[kolom]) for kolom in self.kepala.unsur):
            if any(rapi(s) for s in isi.values()):
                self.tanpa_jawaban.append(nomor)
            return
        self._terima_atau_tolak(nomor, isi)

    def _seperti_jawaban(self, isi: Mapping[int, object]) -> bool:
        """After a total (per printed page, say) only a numbered row of whole answers is a respondent again."""
        bernomor = any(jenis == "nomor" and angka(isi[kolom]) is not None for kolom, jenis in self.kepala.lain.items())
        return bernomor and all((a := angka(isi[kolom])) is not None and a in NILAI_SAH for kolom in self.kepala.unsur)

    def _terima_atau_tolak(self, nomor: int, isi: Mapping[int, object]) -> None:
        nilai: dict[str, int | None] = {kode.value: None for kode in URUTAN_KUESIONER}
        ditolak: list[tuple[int, str]] = []
        peringatan: list[tuple[int, str]] = []
        for kolom, kode in self.kepala.unsur.items():
            if isi[kolom] == TANPA_HASIL:
                ditolak.append((kolom, "Rumus tanpa hasil tersimpan. Simpan ulang di Excel, atau ketik angkanya."))
                continue
            try:
                nilai[kode] = baca_nilai(isi[kolom], self.pemetaan)
            except NilaiTidakSah as tidak_sah:
                ditolak.append((kolom, tidak_sah.alasan))
        data = {jenis: str(isi[kolom]).strip() for kolom, jenis in self.kepala.lain.items() if rapi(isi[kolom])}
        tanggal: date | None = None
        for kolom, jenis in self.kepala.lain.items():
            if jenis == "tanggal":
                tanggal, alasan = baca_tanggal(isi[kolom])
            else:
                alasan = periksa_data(jenis, isi[kolom])
            if alasan:
                (peringatan if jenis in {"pendidikan", "pekerjaan"} else ditolak).append((kolom, alasan))
        if ditolak:
            self.ditolak.extend(
                Penolakan(nomor, self.kepala.judul[kolom], alasan) for kolom, alasan in sorted([*ditolak, *peringatan])
            )
            return
        if peringatan:
            self.pekerjaan_asing.append(nomor)
        self.jawaban.append(BarisJawaban(nomor, nilai, tanggal, data))


def _daftar(nomor: Sequence[int], paling_banyak: int = 5) -> str:
    sisa = len(nomor) - paling_banyak
    awal = ", ".join(map(str, nomor[:paling_banyak]))
    return f"{awal}, dan {sisa} baris lain" if sisa > 0 else awal
