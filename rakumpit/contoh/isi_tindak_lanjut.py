"""Follow-ups of the sample office after its surveys of the third quarter: one in each state, one late. Invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile

from rakumpit.contoh.akun import NOMOR_PENGELOLA, PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_catatan import gambar
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna
from rakumpit.waktu import hari_ini
from survei.models import PeriodeSurvei, Survei, TindakLanjut
from survei.proses.pelaporan import laporkan
from survei.proses.tindak_lanjut import batalkan, mulai, selesaikan, setujui, usulkan


def isi_tindak_lanjut() -> None:
    """Promises of the counter of the kecamatan and of one kelurahan. Call it after the surveys."""
    nomor = pegawai_bernomor()
    _kalender(akun_milik(nomor[NOMOR_PENGELOLA]))
    kasi, camat, lurah = (nomor[PERAN_PEGAWAI[peran]] for peran in ("kasi", "camat", "lurah"))
    loket = _pengusul(Survei.objects.get(kode="skm-loket-tw3-2026"), kasi)
    oleh = akun_milik(camat)
    antre = loket("waktu", "Antrean panjang pada jam ramai.", "Senin hanya satu petugas.", "Dua petugas Senin pagi.")
    _maju(antre, mulai(tindak=setujui(tindak=antre, oleh=oleh, versi=1), oleh=oleh, versi=2), lewat=9)
    papan = loket("persyaratan", "Papan syarat terlalu kecil.", "Papan lama dari 2015.", "Papan syarat huruf besar.")
    jalan = mulai(tindak=setujui(tindak=papan, oleh=oleh, versi=1), oleh=oleh, versi=2)
    foto = ContentFile(gambar(120), name="Papan syarat baru.png")
    bukti = "Papan baru terpasang di pintu masuk."
    selesaikan(tindak=jalan, oleh=akun_milik(kasi), versi=3, bukti=bukti, berkas=[foto])
    kotak = loket("pengaduan", "Warga tidak tahu cara mengadu.", "Nomornya hanya di dalam.", "Nomor aduan di loket.")
    setujui(tindak=kotak, oleh=oleh, versi=1)
    kursi = loket("sarana", "Ruang tunggu sempit.", "Kursi dipakai rapat.", "Ruang tunggu dua kali lebih luas.")
    batal = setujui(tindak=kursi, oleh=oleh, versi=1)
    batalkan(tindak=batal, oleh=oleh, versi=2, alasan="Anggaran gedung tahun ini tidak ada. Diusulkan lagi.")
    kelurahan = _pengusul(Survei.objects.get(kode="skm-petuk-bukit-tw3-2026"), lurah)
    kelurahan("waktu", "Pelayanan berhenti saat listrik mati.", "Tidak ada daya cadangan.", "Genset kecil di loket.")


def _kalender(pengelola: Pengguna) -> None:
    """Two quarters of the city; two results of the older one were reported, the others are overdue or soon due."""
    for nama, awal, akhir, batas in (
        ("Triwulan III 2026", date(2026, 7, 1), date(2026, 9, 30), date(2026, 11, 30)),
        ("Triwulan IV 2026", date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 15)),
    ):
        periode = PeriodeSurvei.objects.create(nama=nama, mulai=awal, selesai=akhir, batas_lapor=batas)
        Survei.objects.filter(mulai=awal, selesai=akhir).update(periode=periode)
    laporkan(
        periode=PeriodeSurvei.objects.get(nama="Triwulan III 2026"),
        survei=list(Survei.objects.filter(kode__in=["skm-loket-tw3-2026", "skm-petuk-bukit-tw3-2026"])),
        tanggal=hari_ini(),
        nomor_surat="400.10.2/114/Rkp/2026",
        oleh=pengelola,
    )


def _pengusul(survei: Survei, pemimpin: Pegawai) -> Callable[[str, str, str, str], TindakLanjut]:
    """Proposals of the head of that survey's unit, in the charge of the unit's own leading post."""

    def usul(unsur: str, masalah: str, akar: str, tindakan: str) -> TindakLanjut:
        return usulkan(
            kode=uuid5(NAMESPACE_URL, f"contoh:{survei.kode}:{unsur}"),
            survei=survei,
            oleh=akun_milik(pemimpin),
            kode_unsur=unsur,
            masalah=masalah,
            akar=akar,
            tindakan=tindakan,
            penanggung_jawab=Jabatan.objects.get(unit=survei.unit, memimpin=True),
            batas=hari_ini() + timedelta(days=60),
        )

    return usul


def _maju(usulan: TindakLanjut, kini: TindakLanjut, *, lewat: int) -> None:
    """Set its days back, so that one promise is late: no step can be taken with a due day in the past."""
    TindakLanjut.objects.filter(pk__in=[usulan.pk, kini.pk]).update(
        diusulkan_pada=hari_ini() - timedelta(days=40),
        disetujui_pada=hari_ini() - timedelta(days=38),
        batas=hari_ini() - timedelta(days=lewat),
    )
