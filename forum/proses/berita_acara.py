"""The record of a session: put up, signed by the office and by citizens, then fixed as files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction

from forum.enums.berita_acara import CaraTandaTangan, PihakTandaTangan, StatusBeritaAcara
from forum.models import BeritaAcara, SesiForum, TandaTangan, UnsurPeserta
from forum.perhitungan.sesi import StatusSesi
from forum.permissions.sesi import boleh_menandatangani, boleh_mencatat, boleh_menyelenggarakan
from forum.proses.isi_berita_acara import isi_dari_sesi, untuk_umum
from forum.proses.kunci import kunci_tautan, sidik_kunci
from forum.proses.sesi import terbitkan_hasil
from forum.proses.versi import kunci_baris, simpan_baris, wajib
from rakumpit.audit.models import catat
from rakumpit.berkas import BerkasDitolak, TipeBerkas, baca_berkas, berkas_tersimpan
from rakumpit.dokumen.proses import terbitkan
from rakumpit.organisasi.models import Penugasan, UnitKerja
from rakumpit.organisasi.pihak import kop_kantor, pihak, tempat_kantor
from rakumpit.waktu import format_tanggal, format_waktu, hari_ini, sekarang

if TYPE_CHECKING:
    from rakumpit.dokumen.isi import Pihak
    from rakumpit.organisasi.models import Pengguna

WAKIL_TERBANYAK = 5


@transaction.atomic
def siapkan_berita_acara(
    *, sesi: SesiForum, oleh: Pengguna, versi: int, nomor_surat: str, wakil: Sequence[tuple[str, UnsurPeserta, str]]
) -> BeritaAcara:
    """Freeze what was written and ask for signatures. An unsigned record that was put up before is replaced.

    ``wakil``: name, element and institution of the citizens who sign, at least one.
    """
    if not boleh_mencatat(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if baris.status != StatusSesi.MENUNGGU:
        raise ValidationError("Berita acara disiapkan sesudah sesi diakhiri, dan hanya sekali untuk setiap versi.")
    kunci_baris(sesi, versi)
    _periksa_lengkap(baris, wakil)
    akhir = baris.berita_acara.filter(status=StatusBeritaAcara.DITANDATANGANI.value).first()
    lama = baris.berita_acara.filter(status=StatusBeritaAcara.DISIAPKAN.value).first()
    if lama is not None:
        # Nobody relied on it yet: a record counts from its signatures on.
        lama.tanda_tangan.all().delete()
        lama.delete()
    berita = BeritaAcara.objects.create(
        sesi=baris,
        nomor_versi=akhir.nomor_versi + 1 if akhir else 1,
        menggantikan=akhir,
        alasan_koreksi=baris.alasan_koreksi if akhir else "",
        nomor_surat=wajib(nomor_surat, "Tulis nomor berita acara."),
        isi=isi_dari_sesi(baris),
        disiapkan_oleh=oleh,
    )
    pemimpin = _penanda(baris)
    TandaTangan.objects.create(
        berita_acara=berita,
        pihak=PihakTandaTangan.PENYELENGGARA.value,
        nama=pemimpin["nama"] or "",
        jabatan=pemimpin["jabatan"] or "",
    )
    for nama, unsur, lembaga in wakil:
        tanda = TandaTangan(
            berita_acara=berita,
            pihak=PihakTandaTangan.WAKIL.value,
            nama=" ".join(nama.split()),
            jabatan=" ".join(lembaga.split()),
            unsur=unsur,
        )
        tanda.sidik_kunci = sidik_kunci(kunci_wakil(tanda))
        tanda.save()
    simpan_baris(baris, oleh, "sesi.siapkan_berita_acara", keterangan=berita.nomor_surat)
    return berita


def _periksa_lengkap(sesi: SesiForum, wakil: Sequence[tuple[str, UnsurPeserta, str]]) -> None:
    kurang = []
    if not sesi.pimpinan or not sesi.notulis:
        kurang.append("nama pimpinan sidang dan notulis")
    if not sesi.kehadiran.filter(alasan_batal="").exists():
        kurang.append("daftar hadir")
    if not sesi.kesepakatan.exists():
        kurang.append("kesepakatan, atau yang tidak disepakati")
    if sesi.masukan.filter(keputusan="belum").exists():
        kurang.append("jawaban dan keputusan untuk setiap masukan")
    if kurang:
        raise ValidationError(f"Belum lengkap: {', '.join(kurang)}.")
    if not wakil:
        raise ValidationError("Tulis paling sedikit satu wakil masyarakat.")
    if len(wakil) > WAKIL_TERBANYAK:
        raise ValidationError(f"Paling banyak {WAKIL_TERBANYAK} wakil masyarakat.")
    if any(unsur.kode == "penyelenggara" for _, unsur, _ in wakil):
        raise ValidationError("Wakil masyarakat bukan dari unsur penyelenggara.")


def _penanda(sesi: SesiForum) -> Pihak:
    """Who leads the unit of the session today, as the record names that person."""
    tugas = (
        Penugasan.objects.pada(hari_ini())
        .filter(jabatan__unit=sesi.unit_id, jabatan__memimpin=True)
        .select_related("pegawai", "pejabat_luar", "jabatan__unit")
        .order_by("pk")
        .first()
    )
    return pihak(tugas.pegawai or tugas.pejabat_luar if tugas else None, tugas)


def kunci_wakil(tanda: TandaTangan) -> str:
    """Key of the link by which a citizen reads and signs."""
    return kunci_tautan("tanda-tangan", tanda.uuid)


@transaction.atomic
def tanda_tangani(*, berita_acara: BeritaAcara, oleh: Pengguna) -> BeritaAcara:
    """Sign for the office, by account. The last signature that is needed fixes the record."""
    sesi, berita = _ambil(berita_acara)
    if not boleh_menandatangani(oleh, sesi.unit_id):
        raise PermissionDenied
    tanda = berita.tanda_tangan.select_for_update().get(pihak=PihakTandaTangan.PENYELENGGARA.value)
    if tanda.pada is not None:
        raise ValidationError("Penyelenggara sudah menandatangani berita acara ini.")
    siapa = getattr(oleh, "pegawai", None)
    tugas = (
        Penugasan.objects.pada(hari_ini())
        .filter(pegawai=siapa, jabatan__memimpin=True, jabatan__unit__in=_atas(sesi.unit_id))
        .select_related("jabatan__unit")
        .first()
        if siapa
        else None
    )
    tanda.nama = oleh.nama
    if tugas is not None:
        tanda.jabatan = pihak(siapa, tugas)["jabatan"] or tanda.jabatan
    tanda.akun = oleh
    return _tandai(sesi, berita, tanda, CaraTandaTangan.AKUN, oleh)


def _atas(unit_id: int) -> list[int]:
    """The unit and all above it."""
    induk = UnitKerja.objects.induk_dari()
    jalan: list[int] = []
    unit: int | None = unit_id
    while unit is not None:
        jalan.append(unit)
        unit = induk.get(unit)
    return jalan


@transaction.atomic
def tanda_tangani_wakil(*, tanda_tangan: TandaTangan, nama: str) -> BeritaAcara:
    """Sign as a citizen, by the own link; the name typed must be the one that was asked."""
    sesi, berita = _ambil(tanda_tangan.berita_acara)
    tanda = berita.tanda_tangan.select_for_update().get(pk=tanda_tangan.pk)
    if tanda.pada is not None:
        raise ValidationError("Berita acara ini sudah Anda tanda tangani.")
    if " ".join(nama.split()).casefold() != tanda.nama.casefold():
        raise ValidationError({"nama": f"Ketik nama seperti tertulis di sini: {tanda.nama}."})
    return _tandai(sesi, berita, tanda, CaraTandaTangan.TAUTAN, None)


@transaction.atomic
def catat_tanda_tangan_kertas(*, tanda_tangan: TandaTangan, oleh: Pengguna, pindaian: File) -> BeritaAcara:
    """A citizen signed on paper; the scan is kept as proof."""
    sesi, berita = _ambil(tanda_tangan.berita_acara)
    if not boleh_menyelenggarakan(oleh, sesi.unit_id):
        raise PermissionDenied
    tanda = berita.tanda_tangan.select_for_update().get(pk=tanda_tangan.pk)
    if tanda.pihak != PihakTandaTangan.WAKIL:
        raise ValidationError("Penyelenggara menandatangani lewat akunnya.")
    if tanda.pada is not None:
        raise ValidationError(f"{tanda.nama} sudah menandatangani.")
    try:
        diperiksa = baca_berkas(pindaian)
    except BerkasDitolak as galat:
        raise ValidationError({"pindaian": str(galat)}) from galat
    if diperiksa.tipe not in {TipeBerkas.PDF, TipeBerkas.JPG, TipeBerkas.PNG}:
        raise ValidationError({"pindaian": "Pindaian harus PDF, JPG, atau PNG."})
    with berkas_tersimpan(tanda.pindaian, f"{uuid4()}.{diperiksa.tipe.value}", ContentFile(diperiksa.isi)):
        return _tandai(sesi, berita, tanda, CaraTandaTangan.KERTAS, oleh)


def _ambil(berita_acara: BeritaAcara) -> tuple[SesiForum, BeritaAcara]:
    """Session and record, both locked, while signatures are taken."""
    sesi = kunci_baris(berita_acara.sesi, None)
    berita = BeritaAcara.objects.select_for_update(of=("self",)).filter(pk=berita_acara.pk).first()
    if berita is None:
        raise ValidationError("Berita acara ini sudah diganti dengan yang baru. Muat ulang halaman.")
    if berita.status != StatusBeritaAcara.DISIAPKAN:
        raise ValidationError("Berita acara ini sudah lengkap ditandatangani.")
    return sesi, berita


def _tandai(
    sesi: SesiForum, berita: BeritaAcara, tanda: TandaTangan, cara: CaraTandaTangan, oleh: Pengguna | None
) -> BeritaAcara:
    tanda.cara, tanda.pada = cara.value, sekarang()
    tanda.save()
    catat(pelaku=oleh, aksi="forum.berita_acara.tanda_tangan", objek=berita, sesudah={"pihak": tanda.pihak})
    semua = list(berita.tanda_tangan.select_related("akun", "unsur"))
    ada = {satu.pihak for satu in semua if satu.pada is not None}
    if ada == {pihak.value for pihak in PihakTandaTangan}:
        _tetapkan(sesi, berita, [satu for satu in semua if satu.pada is not None])
    return berita


def _tetapkan(sesi: SesiForum, berita: BeritaAcara, tanda: list[TandaTangan]) -> None:
    """Both needed sides have signed: render, store, fix, and publish where the session says so."""
    penyelenggara = next(satu for satu in tanda if satu.pihak == PihakTandaTangan.PENYELENGGARA)
    oleh = penyelenggara.akun
    if oleh is None:
        raise ValidationError("Penyelenggara menandatangani lewat akunnya.")
    fakta = [
        ("Nomor", berita.nomor_surat),
        ("Sesi", berita.isi["judul"]),
        ("Tanggal", berita.isi["hari"]),
        ("Jumlah peserta", str(berita.isi["jumlah_hadir"])),
        ("Versi", str(berita.nomor_versi)),
        ("Ditandatangani", format_tanggal(sekarang())),
    ]
    judul = f"Berita acara {berita.isi['judul']}"[:200]
    umum = data_cetak(sesi, berita, tanda, umum=True)
    lengkap = data_cetak(sesi, berita, tanda, umum=False)
    berita.dokumen, pdf = terbitkan(
        jenis="forum.berita_acara",
        judul=judul,
        templat="berita_acara",
        data=lengkap,
        fakta=fakta,
        tentang=sesi,
        oleh=oleh,
    )
    berita.dokumen_umum, _ = terbitkan(
        jenis="forum.berita_acara_umum",
        judul=judul,
        templat="berita_acara",
        data=umum,
        fakta=fakta,
        tentang=sesi,
        oleh=oleh,
    )
    berita.status = StatusBeritaAcara.DITANDATANGANI.value
    berita.ditandatangani_pada = sekarang()
    berita.sidik = hashlib.sha256(pdf).hexdigest()
    berita.save()
    catat(
        pelaku=oleh,
        aksi="forum.berita_acara.tetap",
        objek=berita,
        sesudah={"versi": berita.nomor_versi, "sidik": berita.sidik},
    )
    simpan_baris(sesi, oleh, "sesi.selesai", status=StatusSesi.SELESAI.value, alasan_koreksi="")
    if sesi.terbit_otomatis:
        terbitkan_hasil(sesi, oleh)


def data_cetak(sesi: SesiForum, berita: BeritaAcara, tanda: Sequence[TandaTangan], *, umum: bool) -> dict[str, Any]:
    """What the template ``berita_acara`` takes (``rakumpit.dokumen.isi.DataBeritaAcara``)."""
    kop = kop_kantor()
    isi = untuk_umum(berita.isi) if umum else berita.isi
    return {
        "kop": kop,
        "unit": sesi.unit.nama,
        "nomor": berita.nomor_surat,
        "versi": berita.nomor_versi,
        "alasan_koreksi": berita.alasan_koreksi,
        "umum": umum,
        "isi": isi | {"jumlah_hadir": str(isi["jumlah_hadir"]), "kuorum": str(isi["kuorum"] or "")},
        "tanda_tangan": [
            {
                "peran": satu.get_pihak_display(),
                "nama": _nama_tanda(satu, umum=umum),
                "jabatan": satu.jabatan if not (umum and satu.unsur) else satu.unsur.nama,
                "cara": f"{satu.get_cara_display()}, {format_waktu(satu.pada)}" if satu.pada else "",
            }
            for satu in tanda
        ],
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(hari_ini()),
    }


def _nama_tanda(tanda: TandaTangan, *, umum: bool) -> str:
    return "" if umum and tanda.pihak == PihakTandaTangan.WAKIL else tanda.nama
