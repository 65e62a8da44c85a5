"""Parts and versions of plans in the sample office: approval dates, appendices, expectations, a talk, a revision."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import F

from kinerja.enums import JenisDialog, JenisHasil, JenisLampiran, StatusSKP
from kinerja.models import (
    SKP,
    ButirLampiran,
    ContohHasilKerja,
    DialogKinerja,
    EkspektasiPerilaku,
    Indikator,
    RencanaHasilKerja,
)
from kinerja.perhitungan import NilaiDasar
from kinerja.proses.salin_skp import salin_isi
from rakumpit.contoh.akun import akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB

# Numbers in the list of staff: a clerk at the counter and his head, one approved late, one who revised in October.
_PETUGAS, _KASI, _TERLAMBAT, _DIUBAH = 18, 7, 21, 45
_LAMPIRAN = {
    JenisLampiran.DUKUNGAN: ("Satu printer di loket.", "Pelatihan layanan disabilitas, satu hari."),
    JenisLampiran.SKEMA: ("Laporan singkat setiap Jumat.", "Rekap triwulan dengan bukti."),
    JenisLampiran.KONSEKUENSI: ("Tercapai: diusulkan mengikuti pelatihan lanjutan.", "Belum: bimbingan tiap bulan."),
}
_EKSPEKTASI = {
    NilaiDasar.BERORIENTASI_PELAYANAN: "Sapa pemohon lebih dulu dan jelaskan sisa waktunya.",
    NilaiDasar.KOLABORATIF: "Bantu meja lain saat antrean lebih dari lima orang.",
}
# Post or kind of post, result, measure, unit.
_CONTOH = (
    (
        "Operator Layanan Operasional",
        "",
        "Pemohon di loket dilayani sampai selesai",
        "Permohonan selesai",
        "permohonan",
    ),
    ("Operator Layanan Operasional", "", "Data layanan tercatat pada hari yang sama", "Data yang tercatat", "persen"),
    ("Penata Layanan Operasional", "", "Berkas layanan diperiksa tepat waktu", "Berkas tepat waktu", "persen"),
    ("", "pelaksana", "Arsip unit tersusun dan mudah ditemukan", "Berkas yang tersusun", "berkas"),
    ("", "pengawas", "Target kinerja seksi tercapai", "Indikator seksi yang tercapai", "persen"),
)


def isi_skp() -> None:
    """Write what stands beside the plans. Call it inside a transaction, after the plans."""
    pegawai = pegawai_bernomor()
    SKP.objects.disetujui().update(disetujui_pada=F("mulai") + timedelta(days=11))
    SKP.objects.filter(pegawai=pegawai[_TERLAMBAT]).update(disetujui_pada=date(2026, 3, 5))
    _isi_petugas(pegawai[_PETUGAS], pegawai[_KASI])
    _ubah_satu(pegawai[_DIUBAH])
    ContohHasilKerja.objects.bulk_create(
        ContohHasilKerja(jabatan=jabatan, jenis_jabatan=jenis, uraian=uraian, indikator=indikator, satuan=satuan)
        for jabatan, jenis, uraian, indikator, satuan in _CONTOH
    )


def _isi_petugas(petugas: Pegawai, kasi: Pegawai) -> None:
    skp = petugas.skp.get()
    ButirLampiran.objects.bulk_create(
        ButirLampiran(skp=skp, jenis=jenis.value, urut=urut, isi=isi)
        for jenis, butir in _LAMPIRAN.items()
        for urut, isi in enumerate(butir, start=1)
    )
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=skp, nilai_dasar=nilai.value, isi=isi, ditulis_oleh=akun_milik(kasi))
        for nilai, isi in _EKSPEKTASI.items()
    )
    DialogKinerja.objects.create(
        pegawai=petugas,
        atasan=kasi,
        skp=skp,
        jenis=JenisDialog.PERENCANAAN.value,
        tanggal=date(2026, 1, 9),
        ringkasan="Target loket setahun, printer yang sering macet, dan cara melapor setiap Jumat.",
        kesepakatan="Kasi mengusulkan printer baru. Andreas mencatat waktu selesai setiap permohonan.",
        dicatat_oleh=akun_milik(kasi),
        dicatat_pada=datetime(2026, 1, 9, 10, 0, tzinfo=WIB),
        disahkan_oleh=akun_milik(petugas),
        disahkan_pada=datetime(2026, 1, 12, 8, 30, tzinfo=WIB),
        tanggapan="Sesuai dengan yang dibicarakan.",
    )


def _ubah_satu(pemilik: Pegawai) -> None:
    """A revision that took over on 1 October; written as it was then, whatever the day of the demo."""
    lama = pemilik.skp.get()
    mulai, selesai = date(2026, 10, 1), lama.selesai
    lama.status, lama.diganti_sejak, lama.selesai = StatusSKP.DIGANTI.value, mulai, mulai - timedelta(days=1)
    lama.save(update_fields=["status", "diganti_sejak", "selesai"])
    baru = SKP.objects.create(
        pegawai=pemilik,
        mulai=mulai,
        selesai=selesai,
        penilai=lama.penilai,
        penilai_luar=lama.penilai_luar,
        bentuk=lama.bentuk,
        status=StatusSKP.DISETUJUI.value,
        versi=2,
        sebelumnya=lama,
        alasan_perubahan="Tugas tambahan menjaga posko banjir sejak Oktober.",
        disetujui_pada=date(2026, 10, 6),
    )
    salin_isi(dari=lama, ke=baru, lanjutan=True)
    tambahan = RencanaHasilKerja.objects.create(
        skp=baru,
        urut=baru.rencana.count() + 1,
        jenis=JenisHasil.TAMBAHAN.value,
        uraian="Posko banjir kelurahan dijaga sesuai jadwal",
    )
    Indikator.objects.create(
        rencana=tambahan, urut=1, uraian="Giliran jaga yang dipenuhi", satuan="%", target=Decimal(100)
    )
