"""The public forum of the sample office: a session that was held and signed, with its actions, and one that is to come.

People are invented. The past session is held by its own steps and only its hour is set back, since no step begins in
the past; its record is signed today.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.base import ContentFile

from forum.enums.berita_acara import JenisKesepakatan, KeputusanMasukan
from forum.enums.sesi import CaraHadir, Metode, StatusUndangan
from forum.models import AksiForum, Kesepakatan, SesiForum, UnsurPeserta
from forum.proses import aksi as proses_aksi
from forum.proses import berita_acara, hasil, seri, sesi, undangan
from forum.proses.agenda import tambah_acara, usulkan_acara
from forum.proses.bahan import tambah_bahan
from forum.proses.kehadiran import hadirkan
from forum.proses.pendaftaran import daftarkan
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_catatan import gambar
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Jabatan, Pengguna, UnitKerja
from rakumpit.waktu import WIB, hari_ini

_WAJIB = ("pengguna-layanan", "tokoh-masyarakat", "lembaga-kemasyarakatan", "media-massa")
_HADIR = (
    ("Sari Contoh", "pengguna-layanan", "RT 02 Petuk Bukit", "p"),
    ("Yulius Contoh", "tokoh-adat", "Mantir adat", "l"),
    ("Ma'rifah Contoh", "lembaga-kemasyarakatan", "PKK Mungku Baru", "p"),
    ("Dodi Contoh", "dunia-usaha", "Warung Sungai", "l"),
    ("Lina Contoh", "disabilitas-rentan", "Kelompok disabilitas", "p"),
    ("Anton Contoh", "tokoh-masyarakat", "RT 05 Petuk Bukit", "l"),
)


def _kode(nama: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"contoh:forum:{nama}")


def _unsur(kode: str) -> UnsurPeserta:
    return UnsurPeserta.objects.get(kode=kode)


def isi_forum() -> None:
    """Series, past session with its promises, coming session with registrations. Call it after the surveys."""
    nomor = pegawai_bernomor()
    camat, kasi, staf = (akun_milik(nomor[PERAN_PEGAWAI[peran]]) for peran in ("camat", "kasi", "pegawai"))
    unit = UnitKerja.objects.get(kode="seksi-pelayanan")
    lalu = _lalu(unit, kasi, camat)
    _aksi(lalu, kasi, camat)
    _datang(unit, kasi)
    seri.buat_seri(
        kode=_kode("seri"),
        unit=UnitKerja.objects.get(kode="rakumpit"),
        oleh=camat,
        unsur_wajib=[_unsur(kode) for kode in _WAJIB],
        nama="Forum triwulanan kecamatan",
        ruang_lingkup="Pelayanan administrasi kecamatan dan kelurahan.",
        frekuensi="triwulanan",
        selang_hari=None,
        jadwal_acuan=tambah_hari_kerja(hari_ini(), 45),
        jam_mulai=time(9),
        lama_menit=150,
        tempat="Aula Kecamatan Rakumpit",
        boleh_hari_libur=False,
    )
    # The account that visitors try first should have something to do here.
    AksiForum.objects.filter(uraian__startswith="Cetak papan").update(
        penanggung_jawab=staf.pegawai.penugasan.order_by("pk")[0].jabatan
    )


def _buat(unit: UnitKerja, oleh: Pengguna, nama: str, hari: date, **isi: object) -> SesiForum:
    mulai = datetime.combine(hari, time(9), tzinfo=WIB)
    satu = sesi.buat_sesi(
        kode=_kode(nama),
        unit=unit,
        oleh=oleh,
        unsur_wajib=[_unsur(kode) for kode in _WAJIB],
        metode=Metode.TATAP_MUKA.value,
        tempat="Aula Kecamatan Rakumpit",
        tautan="",
        mulai=mulai,
        selesai=mulai + timedelta(hours=2),
        kuorum=None,
        batas_usul=None,
        pimpinan="Kepala Seksi Pelayanan Umum",
        notulis="Petugas loket (contoh)",
        terbit_otomatis=True,
        **isi,
    )
    for judul, penyaji, menit in (
        ("Paparan hasil survei", "Seksi Pelayanan Umum", 30),
        ("Tanya jawab dan masukan", "", 60),
    ):
        tambah_acara(
            sesi=satu,
            oleh=oleh,
            kode=_kode(f"{nama}:{judul}"),
            judul=judul,
            penyaji=penyaji,
            durasi_menit=menit,
            keterangan_sumber="",
        )
    satu = sesi.jadwalkan(sesi=satu, oleh=oleh, versi=satu.versi)
    satu = sesi.buka_pendaftaran(sesi=satu, oleh=oleh, versi=satu.versi)
    for kode in _WAJIB[:3]:
        kirim = undangan.tambah_undangan(
            sesi=satu,
            oleh=oleh,
            kode=_kode(f"{nama}:{kode}"),
            penerima=f"{_unsur(kode).nama} (contoh)",
            unsur=_unsur(kode),
            saluran="surat",
            nomor_surat="005/41/Rkp",
        )
        undangan.ubah_undangan(
            undangan=kirim,
            oleh=oleh,
            versi=kirim.versi,
            status=StatusUndangan.TERKIRIM.value,
            dikirim_pada=hari_ini(),
            nomor_surat="005/41/Rkp",
        )
    return satu


def _lalu(unit: UnitKerja, kasi: Pengguna, camat: Pengguna) -> SesiForum:
    satu = _buat(
        unit,
        kasi,
        "lalu",
        hari_ini() + timedelta(days=1),
        judul="Antrean dan papan informasi loket",
        tema="Mengapa warga menunggu lama di loket, dan papan apa yang perlu dipasang.",
        dasar="Waktu pelayanan adalah unsur terendah pada survei triwulan III.",
        kapasitas=40,
    )
    mulai = datetime.combine(hari_ini() - timedelta(days=9), time(9), tzinfo=WIB)
    SesiForum.objects.filter(pk=satu.pk).update(mulai=mulai, selesai=mulai + timedelta(hours=2))
    satu = SesiForum.objects.get(pk=satu.pk)
    satu = sesi.mulai_sesi(sesi=satu, oleh=kasi, versi=satu.versi, yakin=True)
    for n, (nama, kode, lembaga, kelamin) in enumerate(_HADIR):
        hadirkan(
            sesi=satu,
            oleh=kasi,
            kiriman=_kode(f"hadir:{n}"),
            nama=nama,
            unsur=_unsur(kode),
            instansi=lembaga,
            jenis_kelamin=kelamin,
            cara=CaraHadir.KERTAS.value if n > 2 else CaraHadir.LANGSUNG.value,
            bertanda_tangan=True,
        )
    for n, (kode, uraian, jawaban, putusan) in enumerate(
        (
            (
                "pengguna-layanan",
                "Senin pagi antrean sampai ke halaman.",
                "Mulai bulan depan ada dua petugas setiap Senin.",
                KeputusanMasukan.DITERIMA,
            ),
            (
                "disabilitas-rentan",
                "Loket terlalu tinggi bagi pengguna kursi roda.",
                "Meja rendah dipasang di samping loket.",
                KeputusanMasukan.DITERIMA,
            ),
            (
                "dunia-usaha",
                "Mohon loket buka sampai malam.",
                "Jam kerja diatur Perpres, jadi dibahas dengan kota.",
                KeputusanMasukan.DITAMPUNG,
            ),
        )
    ):
        hasil.tambah_masukan(
            sesi=satu,
            oleh=kasi,
            kode=_kode(f"masukan:{n}"),
            unsur=_unsur(kode),
            penyampai=next(nama for nama, milik, *_ in _HADIR if milik == kode),
            uraian=uraian,
            agenda=None,
            jawaban=jawaban,
            keputusan=putusan.value,
        )
    for n, (uraian, jenis) in enumerate(
        (
            ("Dua petugas melayani loket setiap Senin pagi.", JenisKesepakatan.BIASA),
            ("Papan syarat dan meja rendah dipasang di loket.", JenisKesepakatan.BIASA),
            ("Jalan masuk kantor kecamatan dibuat landai.", JenisKesepakatan.MUSRENBANG),
        )
    ):
        _sepakat(satu, kasi, n, uraian, jenis.value)
    _sepakat(satu, kasi, 3, "Loket buka sampai malam.", JenisKesepakatan.BIASA.value, alasan="Menunggu keputusan kota.")
    _rencanakan(satu, kasi)
    satu.refresh_from_db()
    satu = sesi.akhiri_sesi(sesi=satu, oleh=kasi, versi=satu.versi)
    berita = berita_acara.siapkan_berita_acara(
        sesi=satu,
        oleh=kasi,
        versi=satu.versi,
        nomor_surat="400.10/7/BA/Rkp",
        wakil=[("Ma'rifah Contoh", _unsur("lembaga-kemasyarakatan"), "PKK Mungku Baru")],
    )
    berita_acara.tanda_tangani_wakil(tanda_tangan=berita.tanda_tangan.get(pihak="wakil"), nama="Ma'rifah Contoh")
    berita_acara.tanda_tangani(berita_acara=berita, oleh=kasi)
    return SesiForum.objects.get(pk=satu.pk)


def _sepakat(satu: SesiForum, oleh: Pengguna, n: int, uraian: str, jenis: str, *, alasan: str = "") -> Kesepakatan:
    return hasil.tambah_kesepakatan(
        sesi=satu,
        oleh=oleh,
        kode=_kode(f"sepakat:{n}"),
        uraian=uraian,
        disepakati=not alasan,
        alasan=alasan,
        jenis=jenis,
        layanan=None,
    )


def _rencanakan(satu: SesiForum, oleh: Pengguna) -> None:
    jabatan = Jabatan.objects.get(unit=satu.unit, memimpin=True)
    pertama, kedua, *_ = satu.kesepakatan.order_by("nomor")
    for n, (sepakat, uraian, indikator, hari) in enumerate(
        (
            (pertama, "Susun jadwal dua petugas setiap Senin", "Jadwal tertempel di loket", 20),
            (kedua, "Cetak papan syarat huruf besar", "Papan terpasang di pintu masuk", 14),
            (kedua, "Pasang meja rendah di samping loket", "Meja dapat dipakai pengguna kursi roda", 30),
        )
    ):
        hasil.rencanakan_aksi(
            kesepakatan=sepakat,
            oleh=oleh,
            kode=_kode(f"aksi:{n}"),
            uraian=uraian,
            penanggung_jawab=jabatan,
            tenggat=hari_ini() + timedelta(days=hari),
            prioritas="tinggi" if n == 0 else "sedang",
            indikator=indikator,
        )


def _aksi(satu: SesiForum, kasi: Pengguna, camat: Pengguna) -> None:
    """One verified, one overdue, one claimed and waiting for somebody to look."""
    pertama, kedua, ketiga = AksiForum.objects.filter(kesepakatan__sesi=satu).order_by("pk")
    berkas = [ContentFile(b"%PDF-1.4\n% jadwal contoh\n", name="jadwal-loket.pdf")]
    jalan = proses_aksi.mulai_aksi(aksi=pertama, oleh=kasi, versi=pertama.versi)
    klaim = proses_aksi.klaim_selesai(
        aksi=jalan, oleh=kasi, versi=jalan.versi, bukti="Jadwal sudah tertempel di loket.", berkas=berkas
    )
    proses_aksi.verifikasi(aksi=klaim, oleh=camat, versi=klaim.versi)
    jalan = proses_aksi.mulai_aksi(aksi=kedua, oleh=kasi, versi=kedua.versi)
    proses_aksi.laporkan_kemajuan(
        aksi=jalan, oleh=kasi, versi=jalan.versi, persen=40, keterangan="Papan sudah dipesan."
    )
    AksiForum.objects.filter(pk=kedua.pk).update(tenggat=hari_ini() - timedelta(days=4))
    jalan = proses_aksi.mulai_aksi(aksi=ketiga, oleh=kasi, versi=ketiga.versi)
    proses_aksi.klaim_selesai(aksi=jalan, oleh=kasi, versi=jalan.versi, bukti="Meja rendah sudah terpasang.", berkas=[])


def _datang(unit: UnitKerja, kasi: Pengguna) -> None:
    satu = _buat(
        unit,
        kasi,
        "datang",
        tambah_hari_kerja(hari_ini(), 12),
        judul="Syarat surat keterangan",
        tema="Surat apa yang masih terlalu banyak syaratnya, dan mana yang dapat dihapus.",
        dasar="Persyaratan disebut dalam saran warga triwulan ini.",
        kapasitas=3,
    )
    tambah_bahan(
        acara=satu.agenda.get(urut=2),
        oleh=kasi,
        kode=_kode("bahan"),
        judul="Papan persyaratan (contoh)",
        berkas=ContentFile(gambar(120), name="Papan.png"),
    )
    for n, (nama, kode, kontak, ikut) in enumerate(
        (
            ("Rudi Contoh", "pengguna-layanan", "rudi@contoh.example", 0),
            ("Wati Contoh", "lembaga-kemasyarakatan", "0812 0000 1001", 1),
            ("Beni Contoh", "pemuda", "0812 0000 1002", 0),
        )
    ):
        daftarkan(
            sesi=satu,
            kiriman=_kode(f"daftar:{n}"),
            nama=nama,
            unsur=_unsur(kode),
            kontak=kontak,
            instansi="RT 03",
            kebutuhan="Kursi roda" if n == 1 else "",
            pendamping=ikut,
            tampil_nama=n == 0,
        )
    usulkan_acara(
        sesi=satu,
        kiriman=_kode("usul"),
        judul="Surat pengantar RT",
        uraian="Apakah surat pengantar RT masih perlu untuk surat domisili?",
    )
