"""One evaluation: reading it, deciding on it, making it final, and its scan."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.ringkasan import JumlahAksi, jumlah_aksi_pegawai
from kinerja.enums import StatusEvaluasi
from kinerja.forms import AlasanForm, KeputusanForm, PerilakuForm, SuratForm, VersiForm, berkas
from kinerja.models import Evaluasi, Inovasi, PenilaianPerilaku
from kinerja.perhitungan import Penilai
from kinerja.permissions import boleh_memutuskan, boleh_mengelola, orang_akun, pejabat_pemutus
from kinerja.permissions.dokumen import boleh_menerbitkan_evaluasi
from kinerja.proses import (
    KonflikVersi,
    ProsesDitolak,
    catat_keputusan_luar,
    nilai_perilaku,
    putuskan,
    revisi_baru,
    tetapkan,
    versi_perilaku,
)
from kinerja.ringkasan.capaian import saran_pimpinan
from kinerja.ringkasan.dukungan import BATAS_HAMBATAN, hambatan
from kinerja.ringkasan.inovasi import ide_baru_terverifikasi
from kinerja.ringkasan.pengaduan import pengaduan_untuk
from kinerja.ringkasan.rekomendasi import rekomendasi_untuk
from kinerja.ringkasan.umpan_balik import BATAS_UMPAN_BALIK, bukti_umpan_balik
from kinerja.views.ambil import akun, evaluasi_diputus, evaluasi_terlihat, hanya_pengelola
from kinerja.views.formulir import jalankan, pasang_versi
from kinerja.views.ke_pelatihan import belajar_dari
from kinerja.views.penilaian_diri import diri_tampil
from kinerja.views.rincian import JENIS_PREDIKAT, JENIS_STATUS, buat_rincian, label_predikat, label_rating
from kinerja.views.sesudah import sesudah_hasil
from kinerja.views.urutan import URUTAN, berikutnya
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import PejabatLuar, Pengguna
from rakumpit.tertahan import buang_tertahan, isian_tertahan, kiriman, wajib_masuk


def konteks_evaluasi(evaluasi: Evaluasi) -> dict[str, Any]:
    """What the result part of a page shows: decision or proposal in words, and the derivation."""
    diputus = evaluasi.status != StatusEvaluasi.MENUNGGU.value
    predikat = evaluasi.predikat or evaluasi.usulan_predikat
    return {
        "evaluasi": evaluasi,
        "hambatan": hambatan(evaluasi.pegawai_id, evaluasi.periode.mulai, evaluasi.periode.selesai),
        "batas_hambatan": BATAS_HAMBATAN,
        "rincian": buat_rincian(evaluasi),
        "diri": diri_tampil(evaluasi.pegawai_id, evaluasi.periode_id),
        "masa": evaluasi.bahan.get("konteks", {}).get("masa", []),
        "diputus": diputus,
        "final": evaluasi.status == StatusEvaluasi.DITETAPKAN.value,
        "judul": f"{evaluasi.pegawai.nama}, {evaluasi.periode.nama}",
        "jabatan": ", ".join(satu for satu in (evaluasi.jabatan_nama, evaluasi.unit_nama) if satu),
        "predikat": label_predikat(predikat),
        "jenis_predikat": JENIS_PREDIKAT.get(predikat, "netral"),
        "jenis_status": JENIS_STATUS[evaluasi.status],
        "rating_hasil": label_rating(evaluasi.rating_hasil or evaluasi.usulan_hasil),
        "rating_perilaku": label_rating(evaluasi.rating_perilaku or evaluasi.usulan_perilaku),
        "usulan_hasil": label_rating(evaluasi.usulan_hasil),
        "usulan_perilaku": label_rating(evaluasi.usulan_perilaku),
        "usulan_predikat": label_predikat(evaluasi.usulan_predikat),
        "beda_usulan": diputus
        and (evaluasi.rating_hasil, evaluasi.rating_perilaku) != (evaluasi.usulan_hasil, evaluasi.usulan_perilaku),
    }


@wajib_masuk
@require_safe
def evaluasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Read one row: any revision, also of people in the led units; the pengelola opens corrections from here."""
    pengguna = akun(request)
    baris = evaluasi_terlihat(pengguna, kode)
    milik = baris.pegawai.pengguna_id == pengguna.pk
    konteks = konteks_evaluasi(baris)
    return render(
        request,
        "kinerja/evaluasi.html",
        konteks
        | {
            "milik": milik,
            "inovasi": _inovasi(baris),
            "aksi_forum": _aksi_forum(baris),
            "rekomendasi": rekomendasi_untuk(baris.pegawai_id, baris.periode_id),
            "pengaduan": pengaduan_untuk(baris.pegawai_id, baris.periode_id),
            "boleh_kaitkan": not konteks["diputus"] and baris.terbaru and boleh_memutuskan(pengguna, baris),
            "revisi": Evaluasi.objects.filter(pegawai_id=baris.pegawai_id, periode_id=baris.periode_id)
            .defer("bahan", "rincian")
            .order_by("-revisi"),
            "sesudah": sesudah_hasil(pengguna, baris),
            "belajar": belajar_dari(pengguna, baris),
            "boleh_memutuskan": boleh_memutuskan(pengguna, baris) and baris.terbaru,
            "boleh_cetak": konteks["final"] and baris.terbaru and boleh_menerbitkan_evaluasi(pengguna, baris),
            "belum_cetak": "" if konteks["final"] else "Dokumen resmi terbit setelah hasil ditetapkan.",
            "boleh_surat": baris.terbaru and not konteks["final"] and _lewat_surat(pengguna, baris),
            "form_koreksi": AlasanForm()
            if konteks["final"] and baris.terbaru and not milik and boleh_mengelola(pengguna)
            else None,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior's page: derivation, seven behaviour values, decision. ``bagian`` says which form was sent."""
    pengguna = akun(request)
    baris = evaluasi_diputus(pengguna, kode)
    if request.method == "POST":
        if request.POST.get("bagian") == "perilaku":
            return _simpan_perilaku(request, pengguna, baris)
        return _simpan_keputusan(request, pengguna, baris)
    tertahan = isian_tertahan(request)
    perilaku = keputusan = None
    if tertahan is not None and tertahan.get("bagian") == "perilaku":
        perilaku = PerilakuForm(tertahan)
    elif tertahan is not None:
        keputusan = KeputusanForm(tertahan, usulan=_usulan(baris))
    return _halaman_nilai(request, baris, perilaku=perilaku, keputusan=keputusan, dikembalikan=tertahan is not None)


def _aksi_forum(baris: Evaluasi) -> JumlahAksi | None:
    """What became of the actions of forums that the person held in the period; None when there were none."""
    jumlah = jumlah_aksi_pegawai(baris.pegawai_id, baris.periode.mulai, baris.periode.selesai)
    return jumlah if jumlah.selesai or jumlah.berjalan or jumlah.terlambat else None


def _inovasi(baris: Evaluasi) -> list[Inovasi]:
    return ide_baru_terverifikasi(baris.pegawai_id, baris.periode.mulai, baris.periode.selesai)


def _usulan(baris: Evaluasi) -> tuple[str, str]:
    return baris.usulan_hasil, baris.usulan_perilaku


def _form_keputusan(baris: Evaluasi) -> KeputusanForm:
    return KeputusanForm(
        usulan=_usulan(baris),
        initial={
            "rating_hasil": baris.rating_hasil or baris.usulan_hasil,
            "rating_perilaku": baris.rating_perilaku or baris.usulan_perilaku,
            "alasan": baris.alasan,
            "versi": baris.versi,
        },
    )


def _perilaku_tersimpan(pengguna: Pengguna, baris: Evaluasi) -> dict[str, tuple[str, str]]:
    """What this account itself has rated; a former superior's ratings are a recommendation below."""
    pegawai_id, luar_id = orang_akun(pengguna)
    semua = PenilaianPerilaku.objects.filter(
        pegawai_id=baris.pegawai_id,
        periode_id=baris.periode_id,
        sebagai=Penilai.ATASAN.value,
        penilai=pegawai_id,
        penilai_luar=luar_id if pegawai_id is None else None,
    )
    return {
        nilai: (rating, catatan) for nilai, rating, catatan in semua.values_list("nilai_dasar", "rating", "catatan")
    }


def _halaman_nilai(
    request: HttpRequest,
    baris: Evaluasi,
    *,
    perilaku: PerilakuForm | None = None,
    versi: str | None = None,
    keputusan: KeputusanForm | None = None,
    dikembalikan: bool = False,
    konflik: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    tersimpan = _perilaku_tersimpan(akun(request), baris)
    urut = _urut(request)
    return render(
        request,
        "kinerja/nilai.html",
        konteks_evaluasi(baris)
        | {
            "perilaku": perilaku or PerilakuForm(tersimpan=tersimpan),
            "perilaku_ada": bool(tersimpan),
            "versi_perilaku": _versi_perilaku(baris) if versi is None else versi,
            "umpan_balik": bukti_umpan_balik(baris.pegawai_id, baris.periode.mulai, baris.periode.selesai),
            "batas_umpan_balik": BATAS_UMPAN_BALIK,
            "inovasi": _inovasi(baris),
            "aksi_forum": _aksi_forum(baris),
            "rekomendasi": rekomendasi_untuk(baris.pegawai_id, baris.periode_id),
            "boleh_minta_rekomendasi": baris.status == StatusEvaluasi.MENUNGGU.value,
            "keputusan": keputusan or _form_keputusan(baris),
            "saran": saran_pimpinan(baris),
            "dikembalikan": dikembalikan,
            "konflik": konflik,
            "kueri": f"?urut={urut}" if urut else "",
            "tim": _alamat_tim(baris, urut),
        },
        status=status,
    )


def _versi_perilaku(baris: Evaluasi) -> str:
    return versi_perilaku(baris.periode, [baris.pegawai_id]).get(baris.pegawai_id, "")


def _urut(request: HttpRequest) -> str:
    """The order that the reader chose in the list of the team; the usual one for anything else."""
    urut = request.GET.get("urut", "")
    return urut if urut in URUTAN else ""


def _alamat_tim(baris: Evaluasi, urut: str) -> str:
    alamat = f"{reverse('kinerja:tim')}?periode={baris.periode.kode}"
    return f"{alamat}&urut={urut}" if urut else alamat


def _simpan_perilaku(request: HttpRequest, pengguna: Pengguna, baris: Evaluasi) -> HttpResponse:
    form, versi = PerilakuForm(request.POST), request.POST.get("versi_perilaku")
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            nilai_perilaku(
                pegawai=baris.pegawai, periode=baris.periode, oleh=pengguna, penilaian=form.penilaian, versi=versi
            )
        except ProsesDitolak as galat:
            form.add_error(None, str(galat))
            status = HTTPStatus.CONFLICT
            # The page shows the new state, so the next press of the button is made in sight of it.
            versi = None if isinstance(galat, KonflikVersi) else versi
        else:
            buang_tertahan(request)
            messages.success(
                request, "Perilaku kerja tersimpan dan usulan sudah dihitung ulang. Sekarang putuskan ratingnya."
            )
            return redirect(f"{_alamat_nilai(baris.uuid, _urut(request))}#keputusan")
    return _halaman_nilai(request, baris, perilaku=form, versi=versi, status=status)


def _alamat_nilai(kode: UUID, urut: str) -> str:
    alamat = reverse("kinerja:nilai", args=[kode])
    return f"{alamat}?urut={urut}" if urut else alamat


def _simpan_keputusan(request: HttpRequest, pengguna: Pengguna, baris: Evaluasi) -> HttpResponse:
    form = KeputusanForm(request.POST, usulan=_usulan(baris))
    if not form.is_valid():
        return _halaman_nilai(request, baris, keputusan=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    try:
        putuskan(
            evaluasi=baris,
            oleh=pengguna,
            rating_hasil=data["rating_hasil"],
            rating_perilaku=data["rating_perilaku"],
            alasan=data["alasan"],
            versi=data["versi"],
        )
    except ProsesDitolak as galat:
        baris = evaluasi_diputus(pengguna, baris.uuid)
        konflik = isinstance(galat, KonflikVersi)
        form = KeputusanForm(request.POST, usulan=_usulan(baris))
        if konflik:
            pasang_versi(form, baris.versi)
        form.add_error(None, str(galat))
        return _halaman_nilai(request, baris, keputusan=form, konflik=konflik, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, f"Penilaian {baris.pegawai} tersimpan. Hasil baru final setelah Anda menetapkannya.")
    urut = _urut(request)
    lanjut = berikutnya(pengguna, baris, urut) if "lanjut" in request.POST else None
    if lanjut is not None:
        return redirect(_alamat_nilai(lanjut, urut))
    if "lanjut" in request.POST:
        return redirect(_alamat_tim(baris, urut))
    return redirect(_alamat_nilai(baris.uuid, urut))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan_satu(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and make one decided row final."""
    pengguna = akun(request)
    baris = evaluasi_diputus(pengguna, kode)
    form = VersiForm(kiriman(request), initial={"versi": baris.versi})
    status = jalankan(request, form, lambda data: tetapkan(evaluasi=baris, oleh=pengguna, versi=data["versi"]))
    if status is None:
        messages.success(request, f"Hasil {baris.pegawai} ditetapkan dan disampaikan kepada pegawai.")
        return redirect(f"{reverse('kinerja:tim')}?periode={baris.periode.kode}")
    if status == HTTPStatus.CONFLICT:
        baris = evaluasi_diputus(pengguna, kode)
        pasang_versi(form, baris.versi)
    konteks = konteks_evaluasi(baris)
    return render(request, "kinerja/tetapkan.html", konteks | {"form": form}, status=status)


def _lewat_surat(pengguna: Pengguna, baris: Evaluasi) -> bool:
    """The pengelola records a letter only for an official outside the office who has no account."""
    if not boleh_mengelola(pengguna) or baris.pegawai.pengguna_id == pengguna.pk:
        return False
    pemutus = pejabat_pemutus(baris)
    if pemutus is None or pemutus.pejabat_luar_id is None:
        return False
    return not PejabatLuar.objects.filter(pk=pemutus.pejabat_luar_id, pengguna__is_active=True).exists()


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def surat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Record a signed decision with its scan; the row is final with it."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = evaluasi_terlihat(pengguna, kode)
    if not _lewat_surat(pengguna, baris):
        raise Http404
    awal = {"rating_hasil": baris.rating_hasil, "rating_perilaku": baris.rating_perilaku, "versi": baris.versi}
    form = SuratForm(kiriman(request), request.FILES or None, usulan=_usulan(baris), initial=awal)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            data = form.cleaned_data
            try:
                catat_keputusan_luar(
                    evaluasi=baris,
                    oleh=pengguna,
                    rating_hasil=data["rating_hasil"],
                    rating_perilaku=data["rating_perilaku"],
                    alasan=data["alasan"],
                    surat_nomor=data["surat_nomor"],
                    pindaian=berkas(data["pindaian"]),
                    versi=data["versi"],
                )
            except ProsesDitolak as galat:
                if isinstance(galat, KonflikVersi):
                    # Made anew, since it marks the proposal, which may be another one now.
                    baris = evaluasi_terlihat(pengguna, kode)
                    form = SuratForm(request.POST, request.FILES, usulan=_usulan(baris))
                    pasang_versi(form, baris.versi)
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, f"Keputusan menurut surat untuk {baris.pegawai} tercatat dan ditetapkan.")
                return redirect("kinerja:evaluasi", kode=baris.uuid)
    return render(request, "kinerja/surat.html", konteks_evaluasi(baris) | {"form": form}, status=status)


@wajib_masuk
@require_POST
def koreksi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Open the next revision of a final row; the old one stays."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = evaluasi_terlihat(pengguna, kode)
    form = AlasanForm(request.POST)
    baru: list[Evaluasi] = []
    status = jalankan(
        request,
        form,
        lambda data: baru.append(revisi_baru(evaluasi=baris, oleh=pengguna, alasan=data["alasan"])),
    )
    if status is None:
        messages.success(request, f"Revisi {baru[0].revisi} dibuka dan menunggu penilaian.")
        return redirect("kinerja:evaluasi", kode=baru[0].uuid)
    konteks = konteks_evaluasi(baris) | {"form_koreksi": form, "revisi": []}
    return render(request, "kinerja/evaluasi.html", konteks, status=status)


@wajib_masuk
@require_safe
def pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the letter behind a decision, for those who may read the row; always as a download."""
    baris = evaluasi_terlihat(akun(request), kode)
    if not baris.surat_pindaian:
        raise Http404
    return unduhan(baris.surat_pindaian, f"surat-{baris.periode.kode}")
