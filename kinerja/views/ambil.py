"""Fetch-or-404 of the pages."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kinerja.models import SKP, Evaluasi, Inovasi, PenetapanAngkaKredit
from kinerja.permissions import boleh_memutuskan, boleh_mengelola
from kinerja.permissions.angka_kredit import fungsional_terlihat
from kinerja.permissions.inovasi import orang_kantor
from rakumpit.organisasi.models import Pegawai, Pengguna


def akun(request: HttpRequest) -> Pengguna:
    """The signed-in account; 404 for anything else."""
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def pegawai_sendiri(pengguna: Pengguna) -> Pegawai:
    """The account's own person with an SKP; 404 for everybody else (technical admin, officials outside)."""
    pegawai = getattr(pengguna, "pegawai", None)
    if not isinstance(pegawai, Pegawai) or not pegawai.ber_skp:
        raise Http404
    return pegawai


def hanya_pengelola(pengguna: Pengguna) -> None:
    """404 for everybody but the pengelola."""
    if not boleh_mengelola(pengguna):
        raise Http404


_BERSAMA = ("pegawai", "periode", "run", "aturan", "diputus_oleh", "ditetapkan_oleh", "penilai_luar")


def evaluasi_terlihat(pengguna: Pengguna, kode: UUID) -> Evaluasi:
    """A row that this account may read: own, decided on, of the led units, all for the pengelola."""
    evaluasi = get_object_or_404(Evaluasi.objects.select_related(*_BERSAMA), uuid=kode)
    terlihat = Evaluasi.objects.terlihat_oleh(pengguna).filter(pk=evaluasi.pk).exists()
    if not terlihat and not boleh_memutuskan(pengguna, evaluasi):
        raise Http404
    return evaluasi


def evaluasi_diputus(pengguna: Pengguna, kode: UUID) -> Evaluasi:
    """A row on which this account decides today."""
    evaluasi = get_object_or_404(Evaluasi.objects.select_related(*_BERSAMA), uuid=kode)
    if not boleh_memutuskan(pengguna, evaluasi):
        raise Http404
    return evaluasi


def inovasi_kantor(pengguna: Pengguna, kode: UUID) -> Inovasi:
    """An innovation, for everybody of the office."""
    if not orang_kantor(pengguna):
        raise Http404
    return get_object_or_404(Inovasi.objects.select_related("pengusul", "diverifikasi_oleh"), uuid=kode)


def skp_terlihat(pengguna: Pengguna, kode: UUID) -> SKP:
    """A plan that this account may read."""
    skp: SKP = get_object_or_404(
        SKP.objects.terlihat_oleh(pengguna).select_related("pegawai", "penilai", "penilai_luar", "sebelumnya"),
        uuid=kode,
    )
    return skp


def skp_sendiri(pengguna: Pengguna, kode: UUID) -> SKP:
    """The account's own plan, whatever its state."""
    return get_object_or_404(SKP.objects.select_related("pegawai"), uuid=kode, pegawai__pengguna=pengguna)


def fungsional(pengguna: Pengguna, kode: UUID) -> Pegawai:
    """One of the functional staff whose angka kredit this account may read."""
    pegawai: Pegawai = get_object_or_404(fungsional_terlihat(pengguna).select_related("pengguna"), uuid=kode)
    return pegawai


def penetapan_terlihat(pengguna: Pengguna, kode: UUID) -> PenetapanAngkaKredit:
    """What was set for one of them; also for who decides on the evaluation behind it."""
    penetapan: PenetapanAngkaKredit = get_object_or_404(
        PenetapanAngkaKredit.objects.select_related(
            "pegawai__pengguna", "aturan", "ditetapkan_oleh", "evaluasi__pegawai", "evaluasi__periode"
        ),
        uuid=kode,
    )
    terlihat = fungsional_terlihat(pengguna).filter(pk=penetapan.pegawai_id).exists()
    if not terlihat and not boleh_memutuskan(pengguna, penetapan.evaluasi):
        raise Http404
    return penetapan
