"""Discussion of the sample office: categories, three invented citizens, topics in every status. Made up."""

from __future__ import annotations

from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from forum.models import AlasanModerasi, Balasan, KategoriDiskusi, Topik
from forum.proses.diskusi import dukung, kirim_balasan, kirim_topik
from forum.proses.jawaban_diskusi import alihkan, gabung, jawab
from forum.proses.kategori_diskusi import simpan_kategori
from forum.proses.langganan import ikuti
from forum.proses.moderasi import ajukan_keberatan, putuskan, tandai
from rakumpit.contoh.akun import NOMOR_PENGELOLA, PERAN_PEGAWAI, SANDI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import sekarang

EMAIL_WARGA = "warga.forum@contoh.example"
_WARGA = (
    (EMAIL_WARGA, "Anggrek Hutan"),
    ("warga.dua@contoh.example", "Perahu Kecil"),
    ("warga.tiga@contoh.example", "Ilalang"),
)
_KATEGORI = (
    ("Pelayanan di kecamatan", "layanan", "Surat, loket, dan jadwal", "seksi-pelayanan", 10),
    ("Petuk Bukit", "kelurahan", "Segala hal di kelurahan ini", "petuk-bukit", 20),
    ("Jalan dan lingkungan", "tema", "Jalan, sungai, sampah, dan penerangan", "seksi-trantib", 30),
)


def _kode(kata: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"contoh:diskusi:{kata}")


def isi_diskusi() -> None:
    """Call it after the organisation."""
    nomor = pegawai_bernomor()
    pengelola = akun_milik(nomor[NOMOR_PENGELOLA])
    kasi, camat = (akun_milik(nomor[PERAN_PEGAWAI[peran]]) for peran in ("kasi", "camat"))
    satu, dua, tiga = (
        Pengguna.objects.create_user(email=email, nama=nama, warga=True, password=SANDI) for email, nama in _WARGA
    )
    kategori = _isi_kategori(pengelola)
    pelayanan, petuk, jalan = kategori

    def topik(  # noqa: PLR0917 - a line of a table
        kunci: str, oleh: Pengguna, di: KategoriDiskusi, jenis: str, judul: str, isi: str, hari: int
    ) -> Topik:
        baris = kirim_topik(kiriman=_kode(kunci), oleh=oleh, kategori=di, jenis=jenis, judul=judul, isi=isi)
        if baris.keadaan == "menunggu" and "tahan" not in kunci:
            putuskan(sasaran=baris, oleh=pengelola, tindakan="terbitkan", alasan=None)
        saat = sekarang() - timedelta(days=hari)
        Topik.objects.filter(pk=baris.pk).update(dibuat=saat, aktivitas=saat)
        baris.refresh_from_db(fields=["dibuat", "aktivitas", "keadaan", "status"])
        return baris

    jam = topik(
        "jam", satu, pelayanan, "pertanyaan", "Jam buka loket hari Jumat",
        "Apakah loket **buka** sesudah salat Jumat? Tetangga saya datang pukul 13.30 dan pintunya tutup.", 12,
    )  # fmt: skip
    lampu = topik(
        "lampu", dua, jalan, "usulan", "Lampu dermaga dinyalakan sampai pagi",
        "Anak sekolah naik perahu sebelum subuh.\n\n- dermaga gelap\n- papan licin", 9,
    )  # fmt: skip
    terima = topik(
        "terima", tiga, petuk, "apresiasi", "Terima kasih petugas kelurahan", "Surat pindah selesai satu hari.", 6
    )
    topik("baru", satu, pelayanan, "pertanyaan", "Syarat mengurus surat pindah", "Apa saja yang harus dibawa?", 8)
    sama = topik("sama", tiga, pelayanan, "pertanyaan", "Loket Jumat buka jam berapa", "Sudah ada yang tahu?", 4)
    topik("tahan", satu, jalan, "diskusi", "Perahu disewakan", "Hubungi 0812 0000 0000 atau https://contoh.example", 1)
    sembunyi = topik("sembunyi", dua, petuk, "diskusi", "Promo pulsa murah", "Beli pulsa di warung saya.", 3)
    selesai = topik("tutup", satu, petuk, "diskusi", "Jadwal kerja bakti bulan lalu", "Jam berapa mulainya?", 30)

    kirim_balasan(kiriman=_kode("b1"), topik=jam, oleh=dua, isi="Saya juga pernah mengalami.")
    kirim_balasan(kiriman=_kode("b2"), topik=lampu, oleh=tiga, isi="Setuju, terutama waktu air tinggi.")
    kirim_balasan(kiriman=_kode("b3"), topik=lampu, oleh=kasi, isi="Kami cek lampunya pekan ini.")
    jawab(
        kiriman=_kode("j1"), topik=jam, oleh=kasi,
        isi="Loket buka lagi pukul 13.30 sampai 15.00 setiap Jumat. Jadwalnya kami tempel di pintu.",
    )  # fmt: skip
    alihkan(
        topik=lampu, oleh=camat, dilihat="dibahas", ke="ditindaklanjuti", tautan_tindak="https://contoh.example/lampu"
    )
    alihkan(topik=selesai, oleh=camat, dilihat="baru", ke="ditutup", alasan="Kerja baktinya sudah selesai.")
    gabung(topik=sama, ke=jam, oleh=kasi)
    for oleh in (satu, tiga):
        dukung(topik=lampu, oleh=oleh, nyala=True)
    dukung(topik=jam, oleh=tiga, nyala=True)
    iklan = AlasanModerasi.objects.get(kode="iklan")
    putus = putuskan(sasaran=sembunyi, oleh=pengelola, tindakan="sembunyikan", alasan=iklan, catatan="Berisi iklan.")
    ajukan_keberatan(keputusan=putus, oleh=dua, isi="Saya hanya memberi tahu tetangga.")
    tandai(
        kiriman=_kode("t1"), sasaran=Balasan.objects.get(kiriman=_kode("b1")),
        alasan=AlasanModerasi.objects.get(kode="luar_topik"), catatan="",
    )  # fmt: skip
    ikuti(oleh=satu, topik=lampu, irama="mingguan")
    ikuti(oleh=tiga, topik=terima, irama="harian")


def _isi_kategori(pengelola: Pengguna) -> list[KategoriDiskusi]:
    unit = {satu.kode: satu for satu in UnitKerja.objects.all()}
    return [
        simpan_kategori(
            kategori=None,
            oleh=pengelola,
            versi=None,
            isi={
                "nama": nama,
                "rumpun": rumpun,
                "keterangan": keterangan,
                "unit": unit[kode],
                "urutan": urutan,
                "aktif": True,
            },
        )
        for nama, rumpun, keterangan, kode, urutan in _KATEGORI
    ]
