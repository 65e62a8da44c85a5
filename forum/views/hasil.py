"""Staff pages of what was said and agreed, and of the signed record."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.enums.berita_acara import PihakTandaTangan, StatusBeritaAcara
from forum.forms.hasil import AksiForm, KesepakatanForm, MasukanForm, PindaianForm, SiapkanForm
from forum.models import AksiForum, BeritaAcara, Kesepakatan, Masukan, SesiForum, TandaTangan
from forum.perhitungan.sesi import MENCATAT, StatusSesi
from forum.permissions.sesi import boleh_menandatangani, boleh_mencatat, boleh_menyelenggarakan
from forum.proses import berita_acara as proses_berita
from forum.proses import hasil as proses
from forum.ringkasan.aksi import status_sesi_sebelumnya, susun_aksi
from forum.views.kerangka import formulir, langkah, milik_sesi, pengguna_masuk, sesi_dicatat, sesi_terlihat
from forum.views.sesi import lencana_sesi, remah_sesi, tab_sesi
from rakumpit.berkas import unduhan, unduhan_jadi
from rakumpit.organisasi.models import Layanan
from rakumpit.tertahan import kiriman, wajib_masuk


def halaman_hasil(sesi: SesiForum) -> str:
    return reverse("forum:hasil", args=[sesi.uuid])


def halaman_berita(sesi: SesiForum) -> str:
    return reverse("forum:berita_acara", args=[sesi.uuid])


def _remah(sesi: SesiForum) -> list[str]:
    return [*remah_sesi(sesi), "Hasil", halaman_hasil(sesi)]


@wajib_masuk
@require_safe
def hasil(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Notes, contributions with answers, agreements with their actions."""
    sesi = sesi_terlihat(request, uuid)
    boleh = boleh_mencatat(pengguna_masuk(request), sesi.unit_id) and sesi.status in MENCATAT
    aksi: dict[int, list[Any]] = {}
    semua = AksiForum.objects.filter(kesepakatan__sesi=sesi, induk__isnull=True)
    for satu in susun_aksi(semua.select_related("penanggung_jawab__unit").order_by("tenggat", "pk")):
        aksi.setdefault(satu.aksi.kesepakatan_id, []).append(satu)
    return render(
        request,
        "forum/hasil.html",
        {
            "sesi": sesi,
            "lencana_sesi": lencana_sesi(sesi),
            "tab": tab_sesi(sesi, "hasil"),
            "boleh": boleh,
            "acara": list(sesi.agenda.all()),
            "sebelumnya": status_sesi_sebelumnya(sesi),
            "masukan": list(sesi.masukan.select_related("unsur", "agenda")),
            "kesepakatan": [(satu, aksi.get(satu.pk, [])) for satu in sesi.kesepakatan.select_related("layanan")],
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah_masukan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The next thing that was said."""
    sesi = sesi_dicatat(request, uuid)
    form = MasukanForm(kiriman(request), acara=sesi.agenda.all(), initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda: proses.tambah_masukan(
            sesi=sesi, oleh=pengguna_masuk(request), kode=form.cleaned_data["kode"] or uuid4(), **form.isi()
        ),
        judul="Tambah masukan",
        tombol="Simpan masukan",
        remah=_remah(sesi),
        pesan="Masukan dicatat.",
        tujuan=lambda _: halaman_hasil(sesi),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah_masukan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend and answer."""
    satu = milik_sesi(request, Masukan, uuid)
    nama = ("versi", "penyampai", "uraian", "jawaban", "keputusan")
    awal = {kunci: getattr(satu, kunci) for kunci in nama}
    awal |= {"unsur": satu.unsur.kode, "agenda": satu.agenda.uuid if satu.agenda else ""}
    form = MasukanForm(kiriman(request), acara=satu.sesi.agenda.all(), initial=awal)
    return formulir(
        request,
        form,
        lambda: proses.ubah_masukan(
            masukan=satu, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"] or 0, **form.isi()
        ),
        judul=f"Masukan nomor {satu.nomor}",
        tombol="Simpan masukan",
        remah=_remah(satu.sesi),
        pesan="Masukan disimpan.",
        tujuan=lambda _: halaman_hasil(satu.sesi),
    )


def _layanan() -> Any:
    return Layanan.objects.filter(aktif=True).order_by("unit__nama", "nama", "pk")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah_kesepakatan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The next agreement."""
    sesi = sesi_dicatat(request, uuid)
    form = KesepakatanForm(kiriman(request), layanan=_layanan(), initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda: proses.tambah_kesepakatan(
            sesi=sesi, oleh=pengguna_masuk(request), kode=form.cleaned_data["kode"] or uuid4(), **form.isi()
        ),
        judul="Tambah kesepakatan",
        tombol="Simpan kesepakatan",
        remah=_remah(sesi),
        pesan="Kesepakatan dicatat. Tambahkan tindak lanjutnya.",
        tujuan=lambda _: halaman_hasil(sesi),
        penjelasan="Yang tidak disepakati juga dicatat di sini, dengan sebabnya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah_kesepakatan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend an agreement."""
    satu = milik_sesi(request, Kesepakatan, uuid, "layanan")
    awal = {kunci: getattr(satu, kunci) for kunci in ("versi", "uraian", "disepakati", "alasan", "jenis")}
    awal["layanan"] = satu.layanan.uuid if satu.layanan else ""
    form = KesepakatanForm(kiriman(request), layanan=_layanan(), initial=awal)
    return formulir(
        request,
        form,
        lambda: proses.ubah_kesepakatan(
            kesepakatan=satu, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"] or 0, **form.isi()
        ),
        judul=f"Kesepakatan nomor {satu.nomor}",
        tombol="Simpan kesepakatan",
        remah=_remah(satu.sesi),
        pesan="Kesepakatan disimpan.",
        tujuan=lambda _: halaman_hasil(satu.sesi),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah_aksi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """An action of the plan."""
    satu = milik_sesi(request, Kesepakatan, uuid, "layanan")
    calon = proses.calon_penanggung_jawab(satu.sesi.unit_id)
    form = AksiForm(kiriman(request), calon=calon, initial={"kode": uuid4(), "prioritas": "sedang"})
    return formulir(
        request,
        form,
        lambda: proses.rencanakan_aksi(kesepakatan=satu, oleh=pengguna_masuk(request), **form.cleaned_data),
        judul="Tambah tindak lanjut",
        tombol="Simpan tindak lanjut",
        remah=_remah(satu.sesi),
        pesan="Tindak lanjut direncanakan.",
        tujuan=lambda _: halaman_hasil(satu.sesi),
        keterangan=f"Kesepakatan nomor {satu.nomor}",
        penjelasan=satu.uraian,
    )


@wajib_masuk
@require_safe
def berita_acara(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Versions of the record, their signatures, and the next step."""
    sesi, pengguna = sesi_terlihat(request, uuid), pengguna_masuk(request)
    semua = list(sesi.berita_acara.select_related("dokumen", "dokumen_umum").prefetch_related("tanda_tangan__unsur"))
    menyelenggarakan = boleh_menyelenggarakan(pengguna, sesi.unit_id)
    mencatat = menyelenggarakan or boleh_mencatat(pengguna, sesi.unit_id)
    return render(
        request,
        "forum/berita_acara.html",
        {
            "sesi": sesi,
            "lencana_sesi": lencana_sesi(sesi),
            "tab": tab_sesi(sesi, "berita_acara"),
            "versi": [
                {
                    "berita": satu,
                    "menunggu": satu.status == StatusBeritaAcara.DISIAPKAN,
                    "tanda": [_tanda(satu, tanda, menyelenggarakan) for tanda in satu.tanda_tangan.all()],
                }
                for satu in semua
            ],
            "boleh_siapkan": sesi.status == StatusSesi.MENUNGGU and mencatat,
            "boleh_tanda": boleh_menandatangani(pengguna, sesi.unit_id),
            "boleh_baca": mencatat or pengguna.pemeriksa,
        },
    )


def _tanda(berita: BeritaAcara, tanda: TandaTangan, menyelenggarakan: bool) -> dict[str, Any]:
    wakil = tanda.pihak == PihakTandaTangan.WAKIL
    menunggu = berita.status == StatusBeritaAcara.DISIAPKAN and tanda.pada is None
    tautan = ""
    if wakil and menunggu and menyelenggarakan:
        tautan = settings.ALAMAT_PUBLIK + reverse("forum:tanda_wakil", args=[proses_berita.kunci_wakil(tanda)])
    return {
        "tanda": tanda,
        "menunggu": menunggu,
        "penyelenggara": not wakil,
        "tautan": tautan,
        "kertas": wakil and menunggu and menyelenggarakan,
        "pindaian": bool(tanda.pindaian) and menyelenggarakan,
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def siapkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Freeze the record and ask for signatures."""
    sesi = sesi_dicatat(request, uuid)
    form = SiapkanForm(kiriman(request), initial={"versi": sesi.versi})
    return formulir(
        request,
        form,
        lambda: proses_berita.siapkan_berita_acara(
            sesi=sesi,
            oleh=pengguna_masuk(request),
            versi=form.cleaned_data["versi"],
            nomor_surat=form.cleaned_data["nomor_surat"],
            wakil=form.wakil(),
        ),
        judul="Siapkan berita acara",
        tombol="Siapkan berita acara",
        remah=[*remah_sesi(sesi), "Berita acara", halaman_berita(sesi)],
        pesan="Berita acara disiapkan. Mintakan tanda tangannya.",
        tujuan=lambda _: halaman_berita(sesi),
        penjelasan="Isinya dibekukan seperti keadaan sekarang. Bila hasilnya berubah sebelum ditandatangani, siapkan "
        "lagi; tautan tanda tangan yang lama tidak berlaku lagi.",
    )


def _berita(request: HttpRequest, uuid: UUID) -> BeritaAcara:
    terlihat = SesiForum.objects.terlihat_oleh(pengguna_masuk(request))
    satu: BeritaAcara = get_object_or_404(
        BeritaAcara.objects.filter(sesi__in=terlihat).select_related("sesi__unit", "dokumen"), uuid=uuid
    )
    return satu


@wajib_masuk
@require_POST
def tanda_tangan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Sign for the office."""
    satu, pengguna = _berita(request, uuid), pengguna_masuk(request)
    if not boleh_menandatangani(pengguna, satu.sesi.unit_id):
        raise Http404
    form = Form(request.POST)
    return langkah(
        request,
        form,
        lambda: proses_berita.tanda_tangani(berita_acara=satu, oleh=pengguna),
        pesan="Berita acara Anda tanda tangani.",
        kembali=halaman_berita(satu.sesi),
        judul="Tanda tangani berita acara",
    )


def _tanda_wakil(request: HttpRequest, uuid: UUID) -> TandaTangan:
    pengguna = pengguna_masuk(request)
    terlihat = SesiForum.objects.terlihat_oleh(pengguna)
    satu: TandaTangan = get_object_or_404(
        TandaTangan.objects.filter(berita_acara__sesi__in=terlihat).select_related("berita_acara__sesi__unit"),
        uuid=uuid,
    )
    if not boleh_menyelenggarakan(pengguna, satu.berita_acara.sesi.unit_id):
        raise Http404
    return satu


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tanda_kertas(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A citizen signed on paper."""
    satu = _tanda_wakil(request, uuid)
    sesi = satu.berita_acara.sesi
    form = PindaianForm(request.POST, request.FILES) if request.method == "POST" else PindaianForm()
    return formulir(
        request,
        form,
        lambda: proses_berita.catat_tanda_tangan_kertas(
            tanda_tangan=satu, oleh=pengguna_masuk(request), pindaian=form.cleaned_data["pindaian"]
        ),
        judul="Catat tanda tangan kertas",
        tombol="Simpan tanda tangan",
        remah=[*remah_sesi(sesi), "Berita acara", halaman_berita(sesi)],
        pesan="Tanda tangan dicatat.",
        tujuan=lambda _: halaman_berita(sesi),
        keterangan=satu.nama,
        berkas=True,
    )


@wajib_masuk
@require_safe
def pindaian(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The scan of a paper signature."""
    satu = _tanda_wakil(request, uuid)
    if not satu.pindaian:
        raise Http404
    return unduhan(satu.pindaian, f"tanda-tangan-{satu.berita_acara.nomor_versi}")


@wajib_masuk
@require_safe
def unduh_lengkap(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The full record with the annex of names; for those who write it down and the inspectors."""
    satu, pengguna = _berita(request, uuid), pengguna_masuk(request)
    if satu.dokumen is None or not (boleh_mencatat(pengguna, satu.sesi.unit_id) or pengguna.pemeriksa):
        raise Http404
    return unduhan_jadi(bytes(satu.dokumen.berkas.isi), f"berita-acara-versi-{satu.nomor_versi}", "pdf")
