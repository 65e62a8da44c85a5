"""What the home page and the search read of the organisation."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.kekurangan import Kekurangan, baca_kekurangan
from rakumpit.organisasi.models import Layanan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.organisasi.permissions import boleh_kelola_akun, boleh_kelola_organisasi
from rakumpit.pencarian import Temuan
from rakumpit.waktu import hari_ini


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Faults in the data of the office, one duty per kind, for the pengelola; one step."""
    if not boleh_kelola_organisasi(pembaca.pengguna):
        return []
    meja = reverse("organisasi:meja")
    rumpun = Rumpun("organisasi.data", "Betulkan {jumlah} jenis kekurangan data", meja, "Buka Meja pengelola")
    semua = yield from baca_kekurangan(pembaca.hari, pembaca.induk, pembaca.pemimpin)
    return [_tugas(satu, meja, rumpun) for satu in semua]


def _tugas(satu: Kekurangan, meja: str, rumpun: Rumpun) -> Tugas:
    return Tugas(
        judul=f"Betulkan data: {satu.judul}",
        dari=f"Meja pengelola, {satu.jumlah} baris",
        tenggat=None,
        tautan=meja,
        aksi="Buka Meja pengelola",
        rumpun=rumpun,
    )


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """People whom the reader may see, by name, and services, by name or unit; each at most ``batas``. Two steps."""
    pegawai, layanan = yield from bersama([_pegawai(pengguna, kata, batas), _layanan(pengguna, kata, batas)])
    return [*pegawai, *layanan]


def _pegawai(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    kunci = nama_urut(kata)
    if not kunci:
        return []
    (orang,) = yield [
        Pegawai.objects.terlihat_oleh(pengguna)
        .filter(nama_urut__contains=kunci)
        .order_by("nama_urut", "pk")
        .values_list("pk", "uuid", "nama", "pengguna_id")[:batas]
    ]
    (tugas,) = yield [
        Penugasan.objects.pada(hari_ini())
        .filter(pegawai_id__in=[pk for pk, *_ in orang])
        .order_by("pk")
        .values_list("pegawai_id", "sifat", "jabatan__nama", "jabatan__unit__nama")
    ]
    # Post and unit of today: the definitive one, else an acting one.
    tempat: dict[int, str] = {}
    for pegawai_id, _, jabatan, unit in sorted(tugas, key=lambda satu: satu[1] != SifatPenugasan.DEFINITIF.value):
        tempat.setdefault(pegawai_id, f"{jabatan}, {unit}")
    return [
        Temuan("Pegawai", nama, tempat.get(pk, "Tanpa jabatan hari ini"), _halaman(pengguna, kode, akun_id))
        for pk, kode, nama, akun_id in orang
    ]


def _halaman(pengguna: Pengguna, kode: UUID, akun_id: int | None) -> str:
    if boleh_kelola_organisasi(pengguna):
        return reverse("organisasi:pegawai_rinci", args=[kode])
    return reverse("akun") if akun_id == pengguna.pk else ""


def _layanan(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    """Services are public; only those who keep them have a page for each."""
    (baris,) = yield [
        Layanan.objects.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata), aktif=True)
        .order_by("nama", "unit__nama", "pk")
        .values_list("pk", "nama", "unit__nama")[:batas]
    ]
    ubah = boleh_kelola_akun(pengguna)
    return [
        Temuan("Layanan", nama, unit, reverse("admin:organisasi_layanan_change", args=[pk]) if ubah else "")
        for pk, nama, unit in baris
    ]
