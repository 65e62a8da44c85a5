"""The paper of a certificate: one document per version with its code, and all of an event in one file to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from pelatihan.models import Kegiatan, SertifikatKegiatan
from pelatihan.perhitungan.sertifikat import samarkan_nip
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.ringkasan.jp import tulis_jp
from rakumpit.dokumen.kode import tampil_kode
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import Fakta, batalkan, terbitkan
from rakumpit.dokumen.susun import Bingkai, SusunGagal, qr_svg, susun_pdf
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pihak import kop_kantor, tempat_kantor
from rakumpit.waktu import format_tanggal, hari_ini

JENIS = "pelatihan.sertifikat"
TEMPLAT = "sertifikat_pelatihan"
SEKALI_CETAK = 100  # sheets in one file; what a typesetter makes in some seconds


def tanggal_kegiatan(baris: SertifikatKegiatan) -> str:
    """«4 Mei 2026» or «4 Mei 2026 sampai 6 Mei 2026»."""
    awal, akhir = format_tanggal(baris.mulai), format_tanggal(baris.selesai)
    return awal if awal == akhir else f"{awal} sampai {akhir}"


def fakta(baris: SertifikatKegiatan) -> Fakta:
    """Everything that is printed, for the public page; the NIP without its birthday."""
    nip = baris.pegawai.nip
    return [
        ("Nomor sertifikat", baris.nomor),
        ("Nama", baris.nama),
        ("NIP", samarkan_nip(nip) if nip else "Tidak dicantumkan"),
        ("Kegiatan", baris.judul),
        ("Bentuk", baris.bentuk),
        ("Tanggal kegiatan", tanggal_kegiatan(baris)),
        ("Jam pelajaran", tulis_jp(baris.jp) if baris.jp is not None else "Tidak dihitung"),
        ("Kompetensi", baris.kompetensi or "Tidak dikaitkan dengan kompetensi"),
        ("Penyelenggara", baris.penyelenggara),
        ("Penanda tangan", baris.penanda),
        ("Jabatan penanda tangan", baris.jabatan_penanda),
        ("Tanggal sertifikat", format_tanggal(baris.tanggal)),
    ]


def data_lembar(baris: SertifikatKegiatan) -> dict[str, object]:
    """One sheet, as the template takes it (``rakumpit.dokumen.isi.LembarSertifikat``)."""
    return {
        "nomor": baris.nomor,
        "nama": baris.nama,
        "nip": baris.pegawai.nip,
        "judul": baris.judul,
        "bentuk": baris.bentuk,
        "tanggal_kegiatan": tanggal_kegiatan(baris),
        "jp": tulis_jp(baris.jp) if baris.jp is not None else None,
        "kompetensi": baris.kompetensi,
        "penyelenggara": baris.penyelenggara,
        "penanda": baris.penanda,
        "jabatan_penanda": baris.jabatan_penanda,
        "tanggal": format_tanggal(baris.tanggal),
        "kode": "",
        "qr": "",
        "versi": baris.versi,
    }


def _data(lembar: Sequence[Mapping[str, object]]) -> dict[str, object]:
    kop = kop_kantor()
    return {"kop": kop, "tempat": tempat_kantor(kop), "lembar": list(lembar)}


def cetak(baris: SertifikatKegiatan) -> Dokumen:
    """Typeset what the row says now, as the next version; the row is locked by the caller. ProsesDitolak."""
    try:
        dokumen, _ = terbitkan(
            jenis=JENIS,
            judul=f"Sertifikat {baris.nomor}",
            templat=TEMPLAT,
            data=_data([data_lembar(baris)]),
            fakta=fakta(baris),
            tentang=baris,
            oleh=baris.diterbitkan_oleh,
        )
    except (SusunGagal, ValueError) as galat:
        raise ProsesDitolak(str(galat)) from galat
    baris.dokumen = dokumen
    baris.save(update_fields=["dokumen"])
    return dokumen


@transaction.atomic
def pastikan_tercetak(sertifikat_id: int) -> SertifikatKegiatan:
    """The certificate with its document; typeset once, whoever asks first: the task, or the one who downloads.

    A revoked one that was never printed stays without.
    """
    baris: SertifikatKegiatan = (
        SertifikatKegiatan.objects.select_for_update(of=("self",))
        .select_related("pegawai__pengguna", "diterbitkan_oleh", "dokumen")
        .get(pk=sertifikat_id)
    )
    if baris.dokumen_id is None and not baris.dicabut:
        cetak(baris)
    return baris


def batalkan_cetakan(baris: SertifikatKegiatan, oleh: Pengguna, alasan: str) -> None:
    """Void all versions: each paper that is about says that it holds no longer."""
    for satu in Dokumen.objects.tentang(baris).filter(dibatalkan_pada__isnull=True).order_by("pk"):
        batalkan(dokumen=satu, oleh=oleh, alasan=alasan)


def cetak_semua(kegiatan: Kegiatan) -> bytes:
    """All valid certificates of an event in one PDF, a page each, with the codes of the issued ones. ProsesDitolak."""
    kunci = kegiatan.sertifikat.berlaku().order_by("urut").values_list("pk", flat=True)
    if not kunci:
        raise ProsesDitolak("Belum ada sertifikat yang berlaku untuk kegiatan ini.")
    if len(kunci) > SEKALI_CETAK:
        raise ProsesDitolak(f"Lebih dari {SEKALI_CETAK} sertifikat. Unduh satu per satu dari daftarnya.")
    lembar = []
    for satu in [pastikan_tercetak(pk) for pk in kunci]:
        dokumen = satu.dokumen
        if dokumen is None:
            continue  # revoked between the list and here
        alamat = settings.ALAMAT_PUBLIK + reverse("dokumen:lihat", args=[dokumen.kode])
        lembar.append(data_lembar(satu) | {"kode": tampil_kode(dokumen.kode), "qr": qr_svg(alamat)})
    bingkai = Bingkai(
        judul=f"Sertifikat {kegiatan.judul}",
        tanggal=hari_ini(),
        alamat_pendek=settings.ALAMAT_PUBLIK.partition("://")[2] + reverse("dokumen:periksa"),
        contoh=settings.CONTOH,
    )
    try:
        return susun_pdf(TEMPLAT, _data(lembar), bingkai=bingkai)
    except SusunGagal as galat:
        raise ProsesDitolak(str(galat)) from galat
