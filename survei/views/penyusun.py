"""The builder: list of instruments, one instrument with its questions, preview and trial. For the pengelola."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums.bahasa import LABEL_BAHASA, Bahasa
from survei.enums.instrumen import LABEL_JENIS_INSTRUMEN, JenisInstrumen, StatusInstrumen
from survei.forms.isian import Bentuk, IsianSurveiForm
from survei.forms.kelola import YakinForm
from survei.forms.penyusun import (
    BahasaForm,
    InstrumenBaruForm,
    InstrumenForm,
    KataForm,
    PertanyaanForm,
    awal_pertanyaan,
)
from survei.models import Instrumen, Pertanyaan
from survei.perhitungan.butir import LABEL_JENIS_PERTANYAAN, JenisPertanyaan
from survei.proses import penyusun as proses
from survei.proses.bahasa import simpan_teks_bahasa
from survei.proses.salinan import salin_instrumen, versi_baru
from survei.ringkasan.bahasa import kemajuan_bahasa, teks_asal
from survei.views.formulir import simpan
from survei.views.kelola import pengelola_masuk

PER_HALAMAN = 50
DAPAT_DITAMBAH = [(satu, label) for satu, label in LABEL_JENIS_PERTANYAAN.items() if satu is not JenisPertanyaan.NILAI]


def _instrumen(uuid: UUID) -> Instrumen:
    return get_object_or_404(Instrumen, uuid=uuid)


def _draf_dari(instrumen: Instrumen) -> Instrumen | None:
    """The draft of this instrument's next version."""
    return Instrumen.objects.filter(kode=instrumen.kode, status=StatusInstrumen.DRAF.value).first()


def _nomor_kiriman(request: HttpRequest) -> UUID:
    """The number that the page gave the form; a request without one stands for itself."""
    try:
        return UUID(request.POST.get("kiriman", ""))
    except ValueError:
        return uuid4()


def _tanya(uuid: UUID, kode: str) -> Pertanyaan:
    return get_object_or_404(
        Pertanyaan.objects.select_related("instrumen", "bila"), instrumen__uuid=uuid, kode_unsur=kode
    )


def _calon_syarat(instrumen: Instrumen, sebelum: Pertanyaan | None = None) -> list[Pertanyaan]:
    """Questions on whose answers another one may depend: all of them, or those before one."""
    semua = instrumen.pertanyaan.prefetch_related("pilihan").order_by("urutan")
    return list(semua.filter(urutan__lt=sebelum.urutan) if sebelum else semua)


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All versions of all instruments, the newest first."""
    pengelola_masuk(request)
    semua = Instrumen.objects.annotate(
        pertanyaan_n=Count("pertanyaan", filter=~Q(pertanyaan__jenis=JenisPertanyaan.BAGIAN.value), distinct=True),
        survei_n=Count("survei", distinct=True),
    ).order_by("nama", "kode", "-versi")
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(kode__icontains=kata))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "survei/instrumen_daftar.html", {"halaman": halaman, "q": kata})


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def buat(request: HttpRequest) -> HttpResponse:
    """Begin a free survey."""
    pengguna = pengelola_masuk(request)
    form = InstrumenBaruForm(kiriman(request), initial={"ada_saran": True, "kiriman": uuid4()})
    jadi: list[Instrumen] = []
    status = simpan(request, form, lambda data: jadi.append(proses.buat_instrumen(oleh=pengguna, **data)))
    if status is None:
        messages.success(request, "Draf dibuat. Tambahkan pertanyaannya.")
        return redirect("survei:instrumen_lihat", uuid=jadi[0].uuid)
    return render(request, "survei/instrumen_formulir.html", {"form": form}, status=status)


@wajib_masuk
@require_safe
def lihat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One version: its questions in order, what can be added, and the next steps."""
    pengelola_masuk(request)
    instrumen = _instrumen(uuid)
    prefetch_related_objects([instrumen], "pertanyaan__pilihan", "pertanyaan__baris", "pertanyaan__bila__pilihan")
    pertanyaan = sorted(instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
    draf = instrumen.status == StatusInstrumen.DRAF
    isi = {
        "instrumen": instrumen,
        "draf": draf,
        "bebas": instrumen.jenis == JenisInstrumen.BEBAS,
        "jenis": LABEL_JENIS_INSTRUMEN[JenisInstrumen(instrumen.jenis)],
        "baris": [_baris(satu, urut, len(pertanyaan)) for urut, satu in enumerate(pertanyaan)],
        "tambah": DAPAT_DITAMBAH if draf and instrumen.jenis == JenisInstrumen.BEBAS else [],
        "mulai": format_tanggal(instrumen.mulai),
        "survei": list(instrumen.survei.select_related("unit").order_by("-mulai", "pk")[:10]),
        "terkunci": proses.TERKUNCI,
        "bahasa": kemajuan_bahasa(instrumen),
        "kiriman": uuid4(),
        "berikutnya": None if draf else _draf_dari(instrumen),
    }
    return render(request, "survei/instrumen_lihat.html", isi)


def _baris(satu: Pertanyaan, urut: int, banyak: int) -> dict[str, Any]:
    pilihan = sorted(satu.pilihan.all(), key=lambda p: p.nilai)
    label = {p.nilai: p.label for p in satu.bila.pilihan.all()} if satu.bila else {}
    return {
        "tanya": satu,
        "jenis": LABEL_JENIS_PERTANYAAN[JenisPertanyaan(satu.jenis)],
        "pilihan": ", ".join(p.label for p in pilihan),
        "matriks": ", ".join(b.teks for b in sorted(satu.baris.all(), key=lambda b: b.urutan)),
        "bila": " atau ".join(f"«{label.get(nilai, '?')}»" for nilai in satu.bila_nilai),
        "naik": urut > 0,
        "turun": urut < banyak - 1,
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Name and texts."""
    pengguna = pengelola_masuk(request)
    instrumen = _instrumen(uuid)
    terbit = instrumen.status == StatusInstrumen.TERBIT
    awal = {nama: getattr(instrumen, nama) for nama in InstrumenForm.base_fields}
    form = InstrumenForm(kiriman(request), initial=awal, terbit=terbit)
    tetap = {"acak": instrumen.acak, "ada_saran": instrumen.ada_saran}
    status = simpan(
        request, form, lambda data: proses.ubah_instrumen(instrumen=instrumen, oleh=pengguna, **(tetap | data))
    )
    if status is None:
        messages.success(request, "Perubahan tersimpan.")
        return redirect("survei:instrumen_lihat", uuid=uuid)
    return render(request, "survei/instrumen_formulir.html", {"form": form, "instrumen": instrumen}, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, uuid: UUID, jenis: str) -> HttpResponse:
    """A new question of one type, at the end."""
    pengguna = pengelola_masuk(request)
    instrumen = _instrumen(uuid)
    if jenis not in {satu.value for satu, _ in DAPAT_DITAMBAH} or instrumen.jenis != JenisInstrumen.BEBAS:
        raise Http404
    if instrumen.status != StatusInstrumen.DRAF:
        messages.error(request, proses.TERKUNCI)
        return redirect("survei:instrumen_lihat", uuid=uuid)
    macam = JenisPertanyaan(jenis)
    form = PertanyaanForm(
        kiriman(request),
        jenis=macam,
        sebelumnya=_calon_syarat(instrumen),
        initial={"kode": proses.kode_berikut(instrumen.pertanyaan.all())},
    )
    status = simpan(
        request,
        form,
        lambda data: proses.tambah_pertanyaan(
            instrumen=instrumen, jenis=macam, isi=form.isi, oleh=pengguna, kode=data["kode"]
        ),
    )
    if status is None:
        messages.success(request, "Pertanyaan ditambahkan di urutan terakhir.")
        return redirect("survei:instrumen_lihat", uuid=uuid)
    return _halaman_tanya(request, instrumen, form, f"Tambah: {LABEL_JENIS_PERTANYAAN[macam]}", status)


def _halaman_tanya(
    request: HttpRequest, instrumen: Instrumen, form: PertanyaanForm | KataForm, judul: str, status: HTTPStatus
) -> HttpResponse:
    isi = {
        "instrumen": instrumen,
        "form": form,
        "judul": judul,
        "terkunci": proses.TERKUNCI if instrumen.status == StatusInstrumen.TERBIT else "",
    }
    return render(request, "survei/pertanyaan_formulir.html", isi, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah_tanya(request: HttpRequest, uuid: UUID, kode: str) -> HttpResponse:
    """Change a question of a draft, or mend the words of one whose meaning stands."""
    pengguna = pengelola_masuk(request)
    satu = _tanya(uuid, kode)
    instrumen, data = satu.instrumen, kiriman(request)
    form: PertanyaanForm | KataForm
    if instrumen.status == StatusInstrumen.TERBIT or satu.jenis == JenisPertanyaan.NILAI:
        form = KataForm(data, pertanyaan=satu)
    else:
        form = PertanyaanForm(
            data,
            jenis=JenisPertanyaan(satu.jenis),
            sebelumnya=_calon_syarat(instrumen, sebelum=satu),
            initial=awal_pertanyaan(satu),
        )
    usang: list[int] = []
    status = simpan(request, form, lambda _: usang.append(_simpan(satu, form, pengguna)))
    if status is None:
        messages.success(request, "Pertanyaan tersimpan.")
        if usang[0]:
            messages.warning(request, f"{usang[0]} teks bahasa lain perlu ditulis lagi, karena kata asalnya berubah.")
        return redirect("survei:instrumen_lihat", uuid=uuid)
    return _halaman_tanya(request, instrumen, form, f"Ubah pertanyaan {satu.nomor}".strip(), status)


def _simpan(satu: Pertanyaan, form: PertanyaanForm | KataForm, oleh: Pengguna) -> int:
    """Store it; how many texts in other languages are gone with the old wording."""
    if isinstance(form, PertanyaanForm):
        return proses.ubah_pertanyaan(pertanyaan=satu, isi=form.isi, oleh=oleh)
    proses.perbaiki_kata(
        pertanyaan=satu,
        teks=form.cleaned_data["teks"],
        bantuan=form.cleaned_data["bantuan"],
        label=form.label,
        baris=form.baris,
        oleh=oleh,
    )
    return 0


def _langkah(request: HttpRequest, jalankan: Callable[[], object], sesudah: str) -> bool:
    """Do it and tell it; False when it was refused."""
    try:
        jalankan()
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return False
    messages.success(request, sesudah)
    return True


@wajib_masuk
@require_POST
def pindah(request: HttpRequest, uuid: UUID, kode: str) -> HttpResponse:
    """One place up or down; the buttons work by keyboard and without script."""
    pengguna = pengelola_masuk(request)
    satu = _tanya(uuid, kode)
    naik = request.POST.get("arah") == "naik"
    tuju = "naik" if naik else "turun"
    _langkah(
        request,
        lambda: proses.pindah_pertanyaan(pertanyaan=satu, naik=naik, oleh=pengguna),
        f"{satu.nomor or 'Judul bagian'} {tuju} satu tempat.",
    )
    return redirect(reverse("survei:instrumen_lihat", args=[uuid]) + f"#{kode}")


@wajib_masuk
@require_POST
def hapus_tanya(request: HttpRequest, uuid: UUID, kode: str) -> HttpResponse:
    """Take a question out of a draft."""
    pengguna = pengelola_masuk(request)
    satu = _tanya(uuid, kode)
    _langkah(request, lambda: proses.hapus_pertanyaan(pertanyaan=satu, oleh=pengguna), "Pertanyaan dihapus dari draf.")
    return redirect("survei:instrumen_lihat", uuid=uuid)


def _yakin(request: HttpRequest, uuid: UUID, jalankan: Callable[[], object], sesudah: str) -> bool:
    if not YakinForm(request.POST).is_valid():
        messages.error(request, "Centang «Saya yakin» sebelum melanjutkan.")
        return False
    return _langkah(request, jalankan, sesudah)


@wajib_masuk
@require_POST
def terbitkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish a draft."""
    pengguna = pengelola_masuk(request)
    instrumen = _instrumen(uuid)
    _yakin(
        request,
        uuid,
        lambda: proses.terbitkan_instrumen(instrumen=instrumen, oleh=pengguna),
        "Terbit. Pilih instrumen ini saat membuat survei.",
    )
    return redirect("survei:instrumen_lihat", uuid=uuid)


@wajib_masuk
@require_POST
def hapus(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Throw a draft away."""
    pengguna = pengelola_masuk(request)
    instrumen = _instrumen(uuid)
    if _yakin(request, uuid, lambda: proses.hapus_draf(instrumen=instrumen, oleh=pengguna), "Draf dihapus."):
        return redirect("survei:instrumen")
    return redirect("survei:instrumen_lihat", uuid=uuid)


@wajib_masuk
@require_POST
def salin(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The same questions as a new free survey."""
    pengguna = pengelola_masuk(request)
    return _cabang(
        request,
        uuid,
        lambda lama: salin_instrumen(instrumen=lama, kiriman=_nomor_kiriman(request), oleh=pengguna),
        "Salinan dibuat sebagai draf.",
    )


@wajib_masuk
@require_POST
def versi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The next version as a draft; the draft itself where there is one already."""
    pengguna = pengelola_masuk(request)
    if (ada := _draf_dari(_instrumen(uuid))) is not None:
        messages.info(request, "Sudah ada draf versi berikutnya. Lanjutkan draf ini.")
        return redirect("survei:instrumen_lihat", uuid=ada.uuid)
    return _cabang(
        request, uuid, lambda lama: versi_baru(instrumen=lama, oleh=pengguna), "Versi baru dibuat sebagai draf."
    )


def _cabang(request: HttpRequest, uuid: UUID, jalankan: Callable[[Instrumen], Instrumen], sesudah: str) -> HttpResponse:
    lama = _instrumen(uuid)
    try:
        baru = jalankan(lama)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("survei:instrumen_lihat", uuid=uuid)
    messages.success(request, sesudah)
    return redirect("survei:instrumen_lihat", uuid=baru.uuid)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def coba(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Preview as citizens see it, and a trial: what would be stored is shown, nothing is stored."""
    pengelola_masuk(request)
    instrumen = get_object_or_404(
        Instrumen.objects.prefetch_related("pertanyaan__pilihan", "pertanyaan__baris"), uuid=uuid
    )
    form = IsianSurveiForm(request.POST if request.method == "POST" else None, bentuk=Bentuk.coba(instrumen))
    if form.is_bound and form.is_valid():
        isi = {"instrumen": instrumen, "baris": form.terbaca, "saran": form.cleaned_data["saran"]}
        return render(request, "survei/instrumen_coba.html", isi)
    isi = {
        "survei": form.survei,
        "form": form,
        "menerima": True,
        "hari_terakhir": format_tanggal(hari_ini()),
        "kode_kiriman": form.kode_kiriman,
        "coba": reverse("survei:instrumen_coba", args=[uuid]),
        "kembali": reverse("survei:instrumen_lihat", args=[uuid]),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "survei/isi.html", isi, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bahasa(request: HttpRequest, uuid: UUID, bahasa: str) -> HttpResponse:
    """All texts of an instrument beside their words in one language; what stays empty is shown in Indonesian."""
    pengguna = pengelola_masuk(request)
    if bahasa not in set(Bahasa):
        raise Http404
    instrumen = get_object_or_404(
        Instrumen.objects.prefetch_related("pertanyaan__pilihan", "pertanyaan__baris"), uuid=uuid
    )
    pilih = Bahasa(bahasa)
    isi = dict(instrumen.terjemahan.filter(bahasa=bahasa).values_list("kunci", "teks"))
    form = BahasaForm(kiriman(request), asal=teks_asal(instrumen), isi=isi)
    banyak: list[int] = []
    status = simpan(
        request,
        form,
        lambda _: banyak.append(simpan_teks_bahasa(instrumen=instrumen, bahasa=pilih, teks=form.teks, oleh=pengguna)),
    )
    if status is None:
        messages.success(request, f"{banyak[0]} dari {len(form.asal)} teks tersimpan.")
        return redirect("survei:instrumen_lihat", uuid=uuid)
    data = {"instrumen": instrumen, "form": form, "label": LABEL_BAHASA[pilih]}
    return render(request, "survei/instrumen_bahasa.html", data, status=status)
