"""Dialog kinerja: the list, writing one down, and confirming it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import JenisDialog
from kinerja.forms.dialog import DialogForm, SahkanDialogForm, UbahDialogForm
from kinerja.models import DialogKinerja
from kinerja.permissions.dialog import (
    boleh_mencatat_dialog,
    boleh_mengesahkan_dialog,
    boleh_mengubah_dialog,
    pihak_lain,
)
from kinerja.proses.dialog import IsiDialog, catat_dialog, sahkan_dialog, ubah_dialog
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan, pasang_versi, simpan_formulir
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def dialog_daftar(request: HttpRequest) -> HttpResponse:
    """Dialogs that the reader may see, newest first, by name and by what they were about."""
    pengguna = akun(request)
    semua = DialogKinerja.objects.terlihat_oleh(pengguna)
    q, jenis = request.GET.get("q", "").strip(), request.GET.get("jenis", "")
    if jenis not in {"", *(satu.value for satu in JenisDialog)}:
        raise Http404
    if jenis:
        semua = semua.filter(jenis=jenis)
    if q:
        semua = semua.filter(pegawai__nama_urut__contains=nama_urut(q))
    baris = semua.select_related("pegawai", "atasan", "atasan_luar")
    sendiri = getattr(pengguna, "pegawai", None)
    konteks = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "q": q,
        "jenis": jenis,
        "pilihan": DialogKinerja._meta.get_field("jenis").choices,
        "sendiri": sendiri if isinstance(sendiri, Pegawai) and sendiri.ber_skp else None,
    }
    return render(request, "kinerja/dialog_daftar.html", konteks)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dialog_catat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Write down a dialog with that person, or the own one."""
    pengguna = akun(request)
    pegawai = get_object_or_404(Pegawai.objects.ber_skp(), uuid=kode)
    if not boleh_mencatat_dialog(pengguna, pegawai, hari_ini()):
        raise Http404
    form = DialogForm(kiriman(request), initial={"tanggal": hari_ini()})

    def simpan() -> HttpResponse:
        dialog = catat_dialog(pegawai=pegawai, oleh=pengguna, tanggal=form.cleaned_data["tanggal"], isi=_isi(form))
        messages.success(request, "Dialog tercatat. Pihak lain diminta mengesahkannya.")
        return redirect("kinerja:dialog", kode=dialog.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Catat dialog kinerja",
        tombol="Simpan dialog",
        induk=("Dialog kinerja", reverse("kinerja:dialog_daftar")),
        keterangan=pegawai.nama,
    )


def _isi(form: forms.Form) -> IsiDialog:
    data = form.cleaned_data
    return IsiDialog(data["jenis"], data["ringkasan"], data["kesepakatan"], data["tugas_belajar"])


def _dialog(pengguna: Pengguna, kode: UUID) -> DialogKinerja:
    dialog: DialogKinerja = get_object_or_404(
        DialogKinerja.objects.terlihat_oleh(pengguna).select_related(
            "pegawai", "atasan", "atasan_luar", "skp", "dicatat_oleh", "disahkan_oleh"
        ),
        uuid=kode,
    )
    return dialog


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dialog(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One dialog; the other side confirms it here."""
    pengguna = akun(request)
    baris = _dialog(pengguna, kode)
    if request.method == "POST" and pengguna.pk not in {baris.dicatat_oleh_id, pihak_lain(baris)}:
        raise Http404
    boleh_sahkan = boleh_mengesahkan_dialog(pengguna, baris)
    form = SahkanDialogForm(kiriman(request), initial={"versi": baris.versi})

    def dialog_kini() -> None:
        baris.refresh_from_db()
        pasang_versi(form, baris.versi)

    status = jalankan(
        request,
        form,
        lambda data: sahkan_dialog(dialog=baris, oleh=pengguna, **data),
        saat_konflik=dialog_kini,
    )
    if status is None:
        messages.success(request, "Dialog disahkan. Catatannya tidak berubah lagi.")
        return redirect("kinerja:dialog", kode=kode)
    konteks = {
        "dialog": baris,
        "form": form,
        "boleh_sahkan": boleh_sahkan,
        "boleh_ubah": boleh_mengubah_dialog(pengguna, baris),
    }
    return render(request, "kinerja/dialog.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dialog_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Correct the words while the other side has not confirmed them."""
    pengguna = akun(request)
    baris = _dialog(pengguna, kode)
    if baris.dicatat_oleh_id != pengguna.pk:
        raise Http404
    awal = {nama: getattr(baris, nama) for nama in ("jenis", "ringkasan", "kesepakatan", "tugas_belajar", "versi")}
    form = UbahDialogForm(kiriman(request), initial=awal)

    def simpan() -> HttpResponse:
        ubah_dialog(dialog=baris, oleh=pengguna, isi=_isi(form), versi=form.cleaned_data["versi"] or 0)
        messages.success(request, "Catatan dialog tersimpan.")
        return redirect("kinerja:dialog", kode=kode)

    def dialog_kini() -> str:
        baris.refresh_from_db()
        pasang_versi(form, baris.versi)
        return f"{baris.ringkasan}\n\n{baris.kesepakatan}"

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Ubah catatan dialog",
        tombol="Simpan dialog",
        induk=("Dialog kinerja", reverse("kinerja:dialog", args=[kode])),
        keterangan=baris.pegawai.nama,
        saat_konflik=dialog_kini,
    )
