"""Certificates of own events: issued once for each who passed, printed, reissued, revoked; hours go with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from pelatihan.models import AturanSesudahPelatihan, Kegiatan, Pendaftaran, SertifikatKegiatan
from pelatihan.perhitungan.jp import JPTidakTerhitung
from pelatihan.perhitungan.kegiatan import BERKURSI, StatusKegiatan
from pelatihan.perhitungan.kompetensi import LABEL_LEVEL
from pelatihan.perhitungan.sertifikat import Acara, jp_acara, susun_nomor
from pelatihan.permissions.sertifikat import boleh_mencabut, boleh_menerbitkan
from pelatihan.proses.aturan import aturan_pada
from pelatihan.proses.cetak_sertifikat import batalkan_cetakan, cetak
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.jp_kegiatan import batalkan_jp, catat_jp
from pelatihan.proses.sesudah import siapkan_evaluasi
from pelatihan.ringkasan.peserta import hasil_peserta
from rakumpit.antrean.models import antrekan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import cari_pemimpin
from rakumpit.organisasi.pihak import kop_kantor, pihak
from rakumpit.waktu import hari_ini

TUGAS_CETAK = "pelatihan.tasks.cetak_sertifikat"
_TERBIT = frozenset({StatusKegiatan.EVALUASI.value, StatusKegiatan.SELESAI.value})


@dataclass(frozen=True, slots=True)
class _Umum:
    """What all certificates of one event have in common."""

    mulai: date
    selesai: date
    acara: Acara
    bentuk: str
    kompetensi: str
    penyelenggara: str
    penanda: str
    jabatan_penanda: str


@transaction.atomic
def terbitkan_sertifikat(*, kegiatan: Kegiatan, oleh: Pengguna) -> list[SertifikatKegiatan]:
    """Certificates and hours for all who passed and have none yet; called again, it makes none twice.

    A participant whose certificate was revoked gets the next one by ``terbitkan_ulang`` alone. ProsesDitolak: not the
    organiser, the event is not over, or nobody can sign.
    """
    baris = _kunci(kegiatan)
    if not boleh_menerbitkan(oleh, baris):
        raise ProsesDitolak("Sertifikat diterbitkan oleh pengelola atau pimpinan unit penyelenggara.")
    umum = _umum(baris)
    lulus = [pk for pk, satu in hasil_peserta(baris).items() if satu.diakui]
    sudah = set(SertifikatKegiatan.objects.filter(kegiatan=baris).values_list("pegawai_id", flat=True))
    orang = Pegawai.objects.select_for_update(of=("self",)).select_related("pengguna")
    return [
        _terbitkan(baris, umum, satu, oleh) for satu in orang.filter(pk__in=lulus).exclude(pk__in=sudah).order_by("pk")
    ]


def _kunci(kegiatan: Kegiatan) -> Kegiatan:
    baris: Kegiatan = (
        Kegiatan.objects.select_for_update(of=("self",))
        .select_related("program__bentuk", "program__kompetensi", "unit", "kebutuhan")
        .get(pk=kegiatan.pk)
    )
    return baris


def _umum(kegiatan: Kegiatan) -> _Umum:
    if kegiatan.status not in _TERBIT:
        raise ProsesDitolak(
            f"Kegiatan ini berstatus {kegiatan.get_status_display().lower()}. "
            "Sertifikat terbit setelah kehadiran dan tes lengkap."
        )
    sesi = list(kegiatan.sesi.filter(batal=False).order_by("waktu"))
    if not sesi:
        raise ProsesDitolak("Kegiatan ini tidak punya sesi, jadi tidak ada yang dapat disertifikatkan.")
    hari = {satu.hari for satu in sesi}
    if max(hari) > hari_ini():
        raise ProsesDitolak("Sesi terakhir belum berlangsung. Terbitkan sertifikat sesudahnya.")
    program, kop = kegiatan.program, kop_kantor()
    penanda, jabatan = _penanda(kegiatan)
    level = LABEL_LEVEL.get(program.level_tujuan) if program.level_tujuan else None
    kompetensi = program.kompetensi.nama if program.kompetensi is not None else ""
    satu_unit = kegiatan.unit.nama == kop["kantor"]
    return _Umum(
        mulai=min(hari),
        selesai=max(hari),
        acara=Acara(
            hari=len(hari),
            menit=sum(satu.menit_belajar for satu in sesi),
            internasional=kegiatan.internasional,
            jp=kegiatan.jp,
            jp_program=program.jp,
        ),
        bentuk=program.bentuk.nama,
        kompetensi=f"{kompetensi}, level {level}"[:200] if kompetensi and level else kompetensi,
        penyelenggara=kegiatan.unit.nama if satu_unit else f"{kegiatan.unit.nama}, {kop['kantor']}"[:200],
        penanda=penanda,
        jabatan_penanda=jabatan,
    )


def _penanda(kegiatan: Kegiatan) -> tuple[str, str]:
    """Name and post of who leads the kecamatan above the unit today; a vacant post is passed over upwards."""
    hari = hari_ini()
    induk = UnitKerja.objects.induk_dari()
    kantor: int | None = kegiatan.unit_id
    kecamatan = set(UnitKerja.objects.filter(jenis=JenisUnit.KECAMATAN.value).values_list("pk", flat=True))
    while kantor is not None and kantor not in kecamatan:
        kantor = induk.get(kantor)
    pemegang = cari_pemimpin(
        unit_id=kegiatan.unit_id if kantor is None else kantor,
        induk=induk,
        pemimpin=Penugasan.objects.pemimpin(hari),
        boleh=lambda _: True,
    )
    tugas = None
    if pemegang is not None:
        tugas = (
            Penugasan.objects.pada(hari)
            .filter(
                jabatan__memimpin=True,
                pegawai=pemegang.pegawai_id,
                pejabat_luar=pemegang.pejabat_luar_id,
                sifat=pemegang.sifat,
            )
            .select_related("pegawai", "pejabat_luar", "jabatan__unit")
            .order_by("pk")
            .first()
        )
    siapa = pihak(tugas.pegawai or tugas.pejabat_luar, tugas) if tugas is not None else pihak(None, None)
    if not siapa["nama"]:
        raise ProsesDitolak("Belum ada yang memimpin kecamatan, jadi tidak ada penanda tangan. Isi penugasannya dulu.")
    return siapa["nama"], siapa["jabatan"] or ""


def _nomor(tahun: int, hari: date) -> tuple[int, str]:
    """The next number of the year; one issuer at a time, since the first of a year has no row to lock."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"pelatihan.sertifikat|{tahun}"])
    terakhir = SertifikatKegiatan.objects.filter(tahun=tahun).order_by("-urut").values_list("urut", flat=True).first()
    aturan = aturan_pada(AturanSesudahPelatihan, hari)
    urut = (terakhir or 0) + 1
    return urut, susun_nomor(aturan.pola_nomor, urut, tahun)


def _terbitkan(
    kegiatan: Kegiatan, umum: _Umum, pegawai: Pegawai, oleh: Pengguna, menggantikan: SertifikatKegiatan | None = None
) -> SertifikatKegiatan:
    hari = hari_ini()
    try:
        program = kegiatan.program
        jp, rincian = jp_acara(umum.acara, program.bentuk.konversi if program.bentuk.konversi_aktif else None)
    except JPTidakTerhitung as galat:
        jp, rincian = None, str(galat)
    urut, nomor = _nomor(hari.year, hari)
    baris = SertifikatKegiatan(
        kegiatan=kegiatan,
        pegawai=pegawai,
        tahun=hari.year,
        urut=urut,
        nomor=nomor,
        tanggal=hari,
        nama=pegawai.nama,
        judul=kegiatan.judul,
        bentuk=umum.bentuk,
        kompetensi=umum.kompetensi,
        mulai=umum.mulai,
        selesai=umum.selesai,
        jp=jp,
        rincian_jp=rincian,
        penyelenggara=umum.penyelenggara,
        penanda=umum.penanda,
        jabatan_penanda=umum.jabatan_penanda,
        diterbitkan_oleh=oleh,
        menggantikan=menggantikan,
    )
    baris.save()
    catat(
        pelaku=oleh,
        aksi="pelatihan.sertifikat_kegiatan.terbit",
        objek=baris,
        sesudah={"nomor": nomor, "jp": str(jp) if jp is not None else None, "kegiatan": str(kegiatan.uuid)},
    )
    catat_jp(baris, oleh=oleh, alasan_melampaui=_alasan_melampaui(kegiatan, pegawai))
    antrekan(tugas=TUGAS_CETAK, kunci=str(baris.uuid), sertifikat_id=baris.pk)
    _kabari(baris, "terbit", f"Sertifikat {nomor} terbit untuk {kegiatan.judul}.")
    return baris


def _alasan_melampaui(kegiatan: Kegiatan, pegawai: Pegawai) -> str:
    alasan: str | None = (
        Pendaftaran.objects.filter(kegiatan=kegiatan, pegawai=pegawai, status__in=[satu.value for satu in BERKURSI])
        .values_list("alasan_melampaui", flat=True)
        .first()
    )
    return alasan or ""


def _kabari(baris: SertifikatKegiatan, kata: str, isi: str) -> None:
    if baris.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=baris.pegawai.pengguna_id,
            kunci=f"pelatihan-sertifikat-kegiatan-{baris.uuid}-{kata}-{baris.versi}",
            judul=f"Sertifikat {kata}: {baris.judul}"[:200],
            isi=isi,
            tautan=baris.get_absolute_url(),
        )


def _kunci_sertifikat(sertifikat: SertifikatKegiatan) -> SertifikatKegiatan:
    """The row, locked after its event and its person."""
    Kegiatan.objects.select_for_update(of=("self",)).get(pk=sertifikat.kegiatan_id)
    Pegawai.objects.select_for_update(of=("self",)).get(pk=sertifikat.pegawai_id)
    baris: SertifikatKegiatan = (
        SertifikatKegiatan.objects.select_for_update(of=("self",))
        .select_related("kegiatan__program", "pegawai__pengguna")
        .get(pk=sertifikat.pk)
    )
    return baris


@transaction.atomic
def terbitkan_ulang(*, sertifikat: SertifikatKegiatan, oleh: Pengguna, alasan: str) -> SertifikatKegiatan:
    """Print a valid one again with the name and signer of today, or issue a new one in place of a revoked one.

    The earlier version, or the revoked row, stays; its page says that it was replaced or revoked. ProsesDitolak:
    nothing would change, there is a newer one, or the participant does not meet the conditions.
    """
    alasan = wajib_diisi(alasan, "Tulis alasan menerbitkan ulang.")
    baris = _kunci_sertifikat(sertifikat)
    if not boleh_mencabut(oleh, baris):
        raise ProsesDitolak("Sertifikat diterbitkan ulang oleh pengelola lain, bukan pemiliknya.")
    if baris.dicabut:
        return _sesudah_dicabut(baris, oleh, alasan)
    nama, (penanda, jabatan) = baris.pegawai.nama, _penanda(baris.kegiatan)
    sebelum = {"nama": baris.nama, "penanda": baris.penanda, "jabatan_penanda": baris.jabatan_penanda}
    sesudah = {"nama": nama, "penanda": penanda, "jabatan_penanda": jabatan}
    if sebelum == sesudah:
        raise ProsesDitolak(
            "Nama dan penanda tangannya masih sama dengan yang tercetak. Perbaiki data pegawai lebih dulu."
        )
    baris.nama, baris.penanda, baris.jabatan_penanda = nama, penanda, jabatan
    baris.versi += 1
    baris.save(update_fields=["nama", "penanda", "jabatan_penanda", "versi"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.sertifikat_kegiatan.ulang",
        objek=baris,
        sebelum=sebelum,
        sesudah=sesudah,
        keterangan=alasan,
    )
    cetak(baris)
    _kabari(baris, "diterbitkan ulang", alasan)
    return baris


def _sesudah_dicabut(lama: SertifikatKegiatan, oleh: Pengguna, alasan: str) -> SertifikatKegiatan:
    kegiatan = _kunci(lama.kegiatan)
    if SertifikatKegiatan.objects.filter(kegiatan=kegiatan, pegawai=lama.pegawai, dicabut_pada__isnull=True).exists():
        raise ProsesDitolak("Peserta ini sudah punya sertifikat yang berlaku.")
    if SertifikatKegiatan.objects.filter(menggantikan=lama).exists():
        raise ProsesDitolak("Sertifikat ini sudah diganti. Buka yang terakhir.")
    hasil = hasil_peserta(kegiatan).get(lama.pegawai_id)
    if hasil is None or not hasil.diakui:
        raise ProsesDitolak(
            f"Peserta ini belum memenuhi syarat. {hasil.alasan if hasil else 'Ia tidak tercatat sebagai peserta.'}"
        )
    baru = _terbitkan(kegiatan, _umum(kegiatan), lama.pegawai, oleh, menggantikan=lama)
    catat(
        pelaku=oleh,
        aksi="pelatihan.sertifikat_kegiatan.ganti",
        objek=baru,
        sebelum={"nomor": lama.nomor},
        sesudah={"nomor": baru.nomor},
        keterangan=alasan,
    )
    siapkan_evaluasi(kegiatan)
    return baru


@transaction.atomic
def cabut_sertifikat(*, sertifikat: SertifikatKegiatan, oleh: Pengguna, alasan: str) -> SertifikatKegiatan:
    """Revoke with a reason: the public page says so from now on, and the hours are voided with the same reason."""
    alasan = wajib_diisi(alasan, "Tulis alasan mencabut sertifikat.")
    baris = _kunci_sertifikat(sertifikat)
    if not boleh_mencabut(oleh, baris):
        raise ProsesDitolak("Sertifikat dicabut oleh pengelola lain, bukan pemiliknya.")
    if baris.dicabut:
        raise ProsesDitolak("Sertifikat ini sudah dicabut.")
    baris.dicabut_oleh, baris.dicabut_pada, baris.alasan_cabut = oleh, timezone.now(), alasan
    baris.save(update_fields=["dicabut_oleh", "dicabut_pada", "alasan_cabut"])
    batalkan_cetakan(baris, oleh, alasan)
    batalkan_jp(baris, oleh=oleh, alasan=alasan)
    catat(pelaku=oleh, aksi="pelatihan.sertifikat_kegiatan.cabut", objek=baris, keterangan=alasan)
    siapkan_evaluasi(baris.kegiatan)
    _kabari(baris, "dicabut", alasan)
    return baris
