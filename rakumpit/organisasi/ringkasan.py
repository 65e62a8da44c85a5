"""What the home page and the search read of the organisation."""

from __future__ import annotations

from django.db.models import Prefetch, Q
from django.urls import reverse

from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.kekurangan import Kekurangan, periksa_data
from rakumpit.organisasi.models import Layanan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.permissions import boleh_kelola_akun, boleh_kelola_organisasi
from rakumpit.pencarian import Temuan
from rakumpit.waktu import hari_ini


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """Faults in the data of the office, one duty per kind, for the pengelola; a fixed number of queries."""
    if not boleh_kelola_organisasi(pengguna):
        return []
    meja = reverse("organisasi:meja")
    bersama = Rumpun("organisasi.data", "Betulkan {jumlah} jenis kekurangan data", meja, "Buka Meja pengelola")
    return [_tugas(satu, meja, bersama) for satu in periksa_data(hari_ini())]


def _tugas(satu: Kekurangan, meja: str, bersama: Rumpun) -> Tugas:
    return Tugas(
        judul=f"Betulkan data: {satu.judul}",
        dari=f"Meja pengelola, {satu.jumlah} baris",
        tenggat=None,
        tautan=meja,
        aksi="Buka Meja pengelola",
        rumpun=bersama,
    )


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> list[Temuan]:
    """People whom the reader may see, by name, and services, by name or unit; each at most ``batas``."""
    return [*_pegawai(pengguna, kata, batas), *_layanan(pengguna, kata, batas)]


def _pegawai(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    kunci = nama_urut(kata)
    if not kunci:
        return []
    tempat = Prefetch(
        "penugasan",
        Penugasan.objects.pada(hari_ini()).select_related("jabatan__unit").order_by("pk"),
        to_attr="penugasan_kini",
    )
    orang = (
        Pegawai.objects.terlihat_oleh(pengguna)
        .filter(nama_urut__contains=kunci)
        .prefetch_related(tempat)
        .order_by("nama_urut", "pk")[:batas]
    )
    return [Temuan("Pegawai", satu.nama, _jabatan(satu), _halaman(pengguna, satu)) for satu in orang]


def _jabatan(pegawai: Pegawai) -> str:
    """Post and unit of today: the definitive one, else an acting one."""
    semua: list[Penugasan] = getattr(pegawai, "penugasan_kini")  # noqa: B009 - set by the prefetch, unknown to mypy
    if not semua:
        return "Tanpa jabatan hari ini"
    satu = min(semua, key=lambda tugas: tugas.sifat != SifatPenugasan.DEFINITIF.value)
    return f"{satu.jabatan.nama}, {satu.jabatan.unit.nama}"


def _halaman(pengguna: Pengguna, pegawai: Pegawai) -> str:
    if boleh_kelola_organisasi(pengguna):
        return reverse("organisasi:pegawai_rinci", args=[pegawai.uuid])
    return reverse("akun") if pegawai.pengguna_id == pengguna.pk else ""


def _layanan(pengguna: Pengguna, kata: str, batas: int) -> list[Temuan]:
    """Services are public; only those who keep them have a page for each."""
    semua = (
        Layanan.objects.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata), aktif=True)
        .select_related("unit")
        .order_by("nama", "unit__nama", "pk")[:batas]
    )
    ubah = boleh_kelola_akun(pengguna)
    return [
        Temuan(
            "Layanan",
            satu.nama,
            satu.unit.nama,
            reverse("admin:organisasi_layanan_change", args=[satu.pk]) if ubah else "",
        )
        for satu in semua
    ]
