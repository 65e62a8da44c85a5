"""Long leave, studies, self-assessments and ratings by colleagues of the sample office."""

from __future__ import annotations

from datetime import date

from kinerja.enums import JenisMasaKhusus, StatusPenilai
from kinerja.models import IsiPenilaianDiri, MasaKhusus, PenilaianDiri, PenilaianPerilaku, PenilaiDiminta, Periode
from kinerja.perhitungan import NilaiDasar, Penilai, Rating
from kinerja.permissions import hubungan_kerja
from kinerja.proses.penilaian_diri import rencana_dinilai
from rakumpit.contoh.akun import akun_milik
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai

# Number of the person, kind, first and last day, letter: all invented.
_MASA = (
    (19, JenisMasaKhusus.CUTI_BESAR, date(2026, 7, 20), date(2026, 8, 7), "800.1.11/CONTOH-1/2026"),
    (23, JenisMasaKhusus.CUTI_SAKIT, date(2026, 4, 6), date(2026, 4, 24), "800.1.11/CONTOH-2/2026"),
)


# Number of the person, summary, text for the first planned result, sentence for one value.
_DIRI = (
    (
        18,
        "Antrean loket pada Juli paling ramai. Sejak ada jadwal dua petugas, berkas tidak menginap lagi.",
        "Surat keterangan selesai hari itu juga, kecuali tiga berkas yang menunggu tanda tangan.",
        (NilaiDasar.KOLABORATIF, "Membantu meja lain setiap kali antrean lebih dari lima orang."),
    ),
    (
        19,
        "Tiga minggu cuti membuat satu laporan terlambat; sesudahnya semua laporan masuk sebelum tanggal lima.",
        "Buku agenda sekarang diisi setiap sore, jadi rekap bulanan cepat selesai.",
        (NilaiDasar.ADAPTIF, "Belajar memakai formulir baru dari rekan."),
    ),
)


# Who is rated by colleagues in the quarter under way, and who of them has not answered yet.
_DINILAI_REKAN, _BELUM_MENJAWAB = 19, 18


def _isi_rekan(pegawai: dict[int, Pegawai]) -> None:
    """Four colleagues are asked, three have answered: the superior sees them together."""
    periode = Periode.objects.get(kode="tw4-2026")
    periode.penilaian_360 = True
    periode.save(update_fields=["penilaian_360"])
    dinilai, belum = pegawai[_DINILAI_REKAN], pegawai[_BELUM_MENJAWAB]
    atasan = akun_milik(dinilai.atasan_pada(periode.mulai))
    hubungan = hubungan_kerja(dinilai, periode.mulai)
    rekan = [pk for pk in sorted(hubungan) if hubungan[pk] == Penilai.REKAN and pk != belum.pk][:3]
    for pk in [*rekan, belum.pk]:
        PenilaiDiminta.objects.create(
            pegawai=dinilai,
            periode=periode,
            penilai_id=pk,
            sebagai=Penilai.REKAN.value,
            status=(StatusPenilai.DIMINTA if pk == belum.pk else StatusPenilai.DIISI).value,
            diminta_oleh=atasan,
        )
    PenilaianPerilaku.objects.bulk_create(
        PenilaianPerilaku(
            pegawai=dinilai,
            periode=periode,
            penilai_id=pk,
            sebagai=Penilai.REKAN.value,
            nilai_dasar=nilai.value,
            rating=Rating.SESUAI.value,
        )
        for pk in rekan
        for nilai in NilaiDasar
    )


def isi_nilai() -> None:
    """Call it inside a transaction, after the people and their plans are there."""
    pegawai = pegawai_bernomor()
    _isi_rekan(pegawai)
    periode = Periode.objects.get(kode=PERIODE_DINILAI)
    for no, ringkasan, uraian, (nilai, kalimat) in _DIRI:
        diri = PenilaianDiri.objects.create(
            pegawai=pegawai[no],
            periode=periode,
            ringkasan=ringkasan,
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.SESUAI.value,
        )
        rencana = rencana_dinilai(pegawai[no], periode).first()
        IsiPenilaianDiri.objects.create(penilaian=diri, rencana=rencana, uraian=uraian)
        IsiPenilaianDiri.objects.create(penilaian=diri, nilai_dasar=nilai.value, uraian=kalimat)
    MasaKhusus.objects.bulk_create(
        MasaKhusus(pegawai=pegawai[no], jenis=jenis.value, mulai=mulai, selesai=selesai, dasar=dasar)
        for no, jenis, mulai, selesai, dasar in _MASA
    )
