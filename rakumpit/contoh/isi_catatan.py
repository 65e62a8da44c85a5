"""Daily notes, evidence, and what colleagues typed for each other in the sample office: all of it invented."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile

from kinerja.enums import JenisBukti, JenisIsian
from kinerja.models import Bukti, CatatanHarian, Indikator, IsianAtasNama, Periode
from kinerja.proses.atas_nama import sampai_kapan_menunggu
from kinerja.proses.bukti import isi_berkas, simpan_bukti
from rakumpit.contoh.akun import akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai, Pengguna

PERIODE_BERJALAN = "tw4-2026"
# Number of the person, day of the work, sentence, number for the first indicator of the plan.
_CATATAN = (
    (18, date(2026, 10, 5), "Melayani surat keterangan dan rekomendasi di loket dua.", "14"),
    (18, date(2026, 10, 12), "Melayani loket sendiri karena rekan bertugas ke Mungku Baru.", "19"),
    (18, date(2026, 10, 13), "Menata ulang papan syarat layanan di ruang tunggu.", None),
    (18, date(2026, 11, 2), "Melayani permohonan warga yang menumpuk sejak akhir pekan.", "23"),
    (18, date(2026, 11, 9), "Mencatat dan menyelesaikan permohonan sampai sore.", "16"),
    (18, date(2026, 11, 10), "Mengantar surat keterangan ke rumah warga lansia di Petuk Bukit.", "2"),
    (19, date(2026, 10, 6), "Melayani permohonan dan membantu warga mengisi survei kertas.", "11"),
    (19, date(2026, 11, 3), "Merekam survei kertas dari kegiatan jemput bola.", None),
    (19, date(2026, 11, 9), "Melayani permohonan di loket satu.", "13"),
)
# Who typed for whom, day of the work, sentence.
_ATAS_NAMA = (
    (19, 18, date(2026, 11, 11), "Menjaga loket dua sampai pukul tiga sore, telepon sedang rusak."),
    (18, 20, date(2026, 11, 11), "Membersihkan dan menata ruang tunggu sebelum loket dibuka."),
)
_LEBAR, _TINGGI = 320, 200


def isi_catatan() -> None:
    """Write them into the quarter under way, whose results are still typed. Call it inside a transaction."""
    pegawai = pegawai_bernomor()
    periode = Periode.objects.get(kode=PERIODE_BERJALAN)
    catatan = [_tulis(pegawai[nomor], hari, uraian, hasil) for nomor, hari, uraian, hasil in _CATATAN]
    _foto(catatan[2], "Papan syarat layanan.png", warna=90)
    _foto(catatan[3], "Antrean Senin pagi.png", warna=150)
    _bukti(_indikator(pegawai[18]), periode, akun_milik(pegawai[18]))
    for pengisi, pemilik, hari, uraian in _ATAS_NAMA:
        _atas_nama(pegawai[pengisi], pegawai[pemilik], hari, uraian)


def _indikator(pegawai: Pegawai) -> Indikator:
    """The first measure of the plan of the year."""
    return Indikator.objects.filter(rencana__skp__pegawai=pegawai).order_by("rencana__urut", "urut")[0]


def _tulis(pegawai: Pegawai, hari: date, uraian: str, hasil: str | None) -> CatatanHarian:
    return CatatanHarian.objects.create(
        pegawai=pegawai,
        kiriman_id=uuid4(),
        tanggal=hari,
        uraian=uraian,
        hasil=Decimal(hasil) if hasil else None,
        indikator=_indikator(pegawai) if hasil else None,
        diisi_oleh=akun_milik(pegawai),
    )


def _foto(catatan: CatatanHarian, nama: str, *, warna: int) -> None:
    oleh = akun_milik(catatan.pegawai)
    bukti = Bukti(pegawai=catatan.pegawai, catatan_harian=catatan, diunggah_oleh=oleh)
    simpan_bukti(bukti, isi_berkas(bukti, ContentFile(gambar(warna), name=nama)), oleh)


def _bukti(indikator: Indikator, periode: Periode, oleh: Pengguna) -> None:
    """A picture and a link behind one result."""
    pegawai = indikator.rencana.skp.pegawai
    berkas = Bukti(pegawai=pegawai, indikator=indikator, periode=periode, diunggah_oleh=oleh)
    isi = isi_berkas(berkas, ContentFile(gambar(200), name="Rekap buku agenda Oktober.png"))
    simpan_bukti(berkas, isi, oleh)
    tautan = Bukti(
        pegawai=pegawai,
        indikator=indikator,
        periode=periode,
        diunggah_oleh=oleh,
        jenis=JenisBukti.TAUTAN.value,
        judul="Rekap permohonan daring",
        tautan="https://contoh.example/rekap-permohonan",
    )
    simpan_bukti(tautan, b"", oleh)


def _atas_nama(pengisi: Pegawai, pemilik: Pegawai, hari: date, uraian: str) -> None:
    kode = uuid4()
    IsianAtasNama.objects.create(
        pemilik=pemilik,
        pengisi=pengisi,
        kiriman_id=kode,
        jenis=JenisIsian.CATATAN.value,
        isi={"kiriman_id": kode, "tanggal": hari, "uraian": uraian, "hasil": None, "indikator": None},
        berlaku_sampai=sampai_kapan_menunggu(),
    )


def gambar(warna: int) -> bytes:
    """A small PNG of grey bands in place of a photo; ``warna`` is the darkest of them, 0 to 255."""

    def potong(nama: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + nama + data + struct.pack(">I", zlib.crc32(nama + data))

    kepala = struct.pack(">IIBBBBB", _LEBAR, _TINGGI, 8, 0, 0, 0, 0)
    baris = b"".join(b"\0" + bytes([min(255, warna + 8 * (y // 20))]) * _LEBAR for y in range(_TINGGI))
    return (
        b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(baris, 9)) + potong(b"IEND", b"")
    )
