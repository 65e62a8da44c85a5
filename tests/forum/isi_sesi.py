"""Sessions and actions of the named office, one in each state; the seksi of *pegawai* holds them."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from forum.enums.sesi import StatusPendaftaran
from forum.models import (
    AgendaItem,
    AksiForum,
    BahanAcara,
    BuktiAksi,
    Kehadiran,
    Kesepakatan,
    Masukan,
    Pendaftaran,
    RiwayatAksi,
    SesiForum,
    TandaTangan,
    Undangan,
    UsulAgenda,
)
from forum.perhitungan.aksi import StatusAksi
from forum.perhitungan.sesi import StatusSesi
from forum.proses import aksi as proses_aksi
from forum.proses.berita_acara import kunci_wakil
from forum.proses.kunci import kunci_tautan, sidik_kunci
from forum.proses.seri import buat_seri
from forum.proses.umpan_balik import kunci_umpan_balik
from tests.forum.dasar import KantorForum, jabatan_dari, pdf, unsur
from tests.survei.dasar import SAAT

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

# On the day of the tests, an hour after their moment: a session may still be announced, and begun.
MULAI = SAAT + timedelta(hours=1)
WAKTU = {"mulai": MULAI, "selesai": MULAI + timedelta(hours=2), "batas_usul": SAAT.date()}


def _baris(k: KantorBernama, forum: KantorForum, status: str, sesi: SesiForum) -> None:
    """One row of each kind that a session has, under the name of the state that the session will be in."""
    staf = forum.akun(forum.staf)
    pengguna = unsur("pengguna-layanan")
    kiriman = {nama: uuid4() for nama in ("daftar", "usul")}
    baris = {
        "acara": AgendaItem.objects.create(sesi=sesi, urut=2, judul="Paparan", durasi_menit=30),
        "bahan_forum": BahanAcara.objects.create(
            acara=sesi.agenda.get(tetap=True),
            judul="Capaian",
            berkas=pdf(),
            tipe="pdf",
            ukuran=14,
            sidik="0" * 64,
            diunggah_oleh=staf,
            diunggah_pada=SAAT.date(),
        ),
        "undangan_forum": Undangan.objects.create(sesi=sesi, penerima="Ketua RT 02", unsur=pengguna),
        "usul_forum": UsulAgenda.objects.create(
            kiriman=kiriman["usul"],
            sidik_kunci=sidik_kunci(kunci_tautan("usul", kiriman["usul"])),
            sesi=sesi,
            judul="Lampu jalan",
            uraian="Gelap di RT 3.",
            diterima_pada=SAAT.date(),
        ),
        "pendaftaran": Pendaftaran.objects.create(
            kiriman=kiriman["daftar"],
            sidik_kunci=sidik_kunci(kunci_tautan("pendaftaran", kiriman["daftar"])),
            sesi=sesi,
            nama="Budi Pendaftar",
            unsur=pengguna,
            kontak="0812 0000 0001",
            kunci_kontak="6281200000001",
            status=StatusPendaftaran.TERDAFTAR.value,
        ),
        "kehadiran": Kehadiran.objects.create(
            kiriman=uuid4(), sesi=sesi, nama="Yang Hadir", unsur=pengguna, cara="langsung", dicatat_oleh=staf
        ),
        "masukan": Masukan.objects.create(
            sesi=sesi, nomor=1, unsur=pengguna, uraian="Antre.", jawaban="Ditambah.", keputusan="diterima"
        ),
        "kesepakatan": Kesepakatan.objects.create(sesi=sesi, nomor=1, uraian="Dua petugas.", jenis="musrenbang"),
    }
    for nama, satu in baris.items():
        k.objek[f"{nama}_{status}"] = (satu.uuid,)
        k.contoh[f"{nama}_{status}"] = satu
    k.objek[f"kunci_daftar_{status}"] = (kunci_tautan("pendaftaran", kiriman["daftar"]),)
    k.objek[f"kunci_usul_{status}"] = (kunci_tautan("usul", kiriman["usul"]),)


def isi_sesi(k: KantorBernama) -> None:
    """Fill the office; call it while the clock stands at ``SAAT``."""
    kantor = k.kantor
    rekan = k.contoh["rekan"]
    forum = KantorForum(kantor.kecamatan, kantor.seksi, kantor.camat, kantor.kasi, k.pegawai, rekan, kantor.pengelola)
    for status in StatusSesi:
        sesi = forum.sesi(status, **WAKTU, isi_awal=lambda satu, nama=status.value: _baris(k, forum, nama, satu))
        k.objek[f"forum_{status.value}"] = (sesi.uuid,)
        k.contoh[f"forum_{status.value}"] = SesiForum.objects.get(pk=sesi.pk)
    menunggu = k.contoh["forum_menunggu_berita_acara"]
    terbit = k.contoh["forum_dipublikasikan"]
    disiapkan = forum.siapkan(menunggu)
    k.contoh["forum_menunggu_berita_acara"] = SesiForum.objects.get(pk=menunggu.pk)
    ditandatangani = terbit.berita_acara.get()
    wakil = disiapkan.tanda_tangan.get(pihak="wakil")
    k.objek |= {
        "berita_disiapkan": (disiapkan.uuid,),
        "berita_ditandatangani": (ditandatangani.uuid,),
        "tanda_disiapkan": (wakil.uuid,),
        "kunci_tanda": (kunci_wakil(wakil),),
        "kunci_umpan": (terbit.uuid, kunci_umpan_balik(terbit)),
        "seri_forum": (_seri(forum).uuid,),
    }
    _pindaian(k, ditandatangani.tanda_tangan.get(pihak="wakil"))
    _aksi(k, forum, terbit)


def _seri(forum: KantorForum):
    return buat_seri(
        kode=uuid4(),
        unit=forum.seksi,
        oleh=forum.akun(forum.kasi),
        unsur_wajib=[],
        nama="Forum tahunan",
        ruang_lingkup="Pelayanan",
        frekuensi="tahunan",
        selang_hari=None,
        jadwal_acuan=date(2027, 3, 1),
        jam_mulai=time(9),
        lama_menit=120,
        tempat="Aula",
        boleh_hari_libur=False,
    )


def _pindaian(k: KantorBernama, tanda: TandaTangan) -> None:
    """A second representative signed on paper, before the trigger fixed the record: written on an unsigned one."""
    lain = TandaTangan(
        berita_acara_id=TandaTangan.objects.get(uuid=k.objek["tanda_disiapkan"][0]).berita_acara_id,
        pihak="wakil",
        nama="Wakil Kertas",
        unsur=tanda.unsur,
        cara="kertas",
        pada=SAAT,
    )
    lain.pindaian.save("tanda.pdf", pdf(), save=False)
    lain.save()
    k.objek["tanda_kertas"] = (lain.uuid,)


def _aksi(k: KantorBernama, forum: KantorForum, sesi: SesiForum) -> None:
    """An action in each state, of one signed session."""
    staf, kasi = forum.akun(forum.staf), forum.akun(forum.kasi)
    sepakat = sesi.kesepakatan.order_by("nomor")[0]
    wakil = sesi.berita_acara.get().tanda_tangan.get(pihak="wakil")
    k.contoh["wakil_forum"] = wakil
    for status in StatusAksi:
        aksi = AksiForum.objects.create(
            kesepakatan=sepakat,
            uraian=f"Tindakan {status.value}",
            penanggung_jawab=jabatan_dari(forum.staf),
            tenggat=date(2026, 10, 15),
            indikator="Terpasang",
        )
        RiwayatAksi.objects.create(
            aksi=aksi, tanggal=SAAT.date(), status="direncanakan", persen=0, tenggat=aksi.tenggat, oleh=staf
        )
        aksi = _sampai(aksi, status, staf, kasi)
        k.objek[f"aksi_forum_{status.value}"] = (aksi.uuid,)
        k.contoh[f"aksi_forum_{status.value}"] = aksi
    diklaim = AksiForum.objects.create(
        kesepakatan=sepakat,
        uraian="Tindakan diperiksa wakil",
        penanggung_jawab=jabatan_dari(forum.staf),
        tenggat=date(2026, 10, 15),
        indikator="Terpasang",
    )
    diklaim = _sampai(diklaim, StatusAksi.DIKLAIM, staf, kasi)
    diklaim = proses_aksi.minta_verifikasi_wakil(aksi=diklaim, oleh=kasi, versi=diklaim.versi, wakil=wakil)
    k.objek["kunci_periksa"] = (proses_aksi.kunci_verifikasi(diklaim, wakil),)
    k.objek["bukti_forum"] = (BuktiAksi.objects.order_by("pk")[0].uuid,)


def _sampai(aksi: AksiForum, status: StatusAksi, staf, kasi) -> AksiForum:
    isi = {"oleh": staf}
    if status is StatusAksi.DIRENCANAKAN:
        return aksi
    if status is StatusAksi.TERTUNDA:
        return proses_aksi.tunda_aksi(
            aksi=aksi, versi=aksi.versi, alasan="Papan belum datang.", tenggat=date(2026, 11, 2), **isi
        )
    if status is StatusAksi.TIDAK_DAPAT:
        return proses_aksi.nyatakan_tidak_dapat(aksi=aksi, versi=aksi.versi, alasan="Bukan milik kantor.", **isi)
    if status is StatusAksi.DIALIHKAN:
        return proses_aksi.alihkan(
            aksi=aksi, versi=aksi.versi, instansi="Dinas Perhubungan", alasan="Wewenangnya di sana.", **isi
        )
    aksi = proses_aksi.mulai_aksi(aksi=aksi, versi=aksi.versi, **isi)
    if status is StatusAksi.BERJALAN:
        return aksi
    aksi = proses_aksi.klaim_selesai(aksi=aksi, versi=aksi.versi, bukti="Jadwal dipasang.", berkas=[pdf()], **isi)
    if status is StatusAksi.DIKLAIM:
        return aksi
    return proses_aksi.verifikasi(aksi=aksi, oleh=kasi, versi=aksi.versi)
