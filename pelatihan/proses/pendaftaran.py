"""Registration for events: who may, once, with the superior's answer. Seats are given in ``proses.kursi``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db import transaction

from pelatihan.enums.kegiatan import UrutanTunggu
from pelatihan.models import Kegiatan, Pendaftaran, PilihanPendaftaran, RiwayatJP
from pelatihan.perhitungan.kegiatan import DAPAT_BATAL, MENUNGGU_JAWABAN, StatusPendaftaran
from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.permissions.pendaftaran import PetaAtasan, boleh_mendaftarkan, boleh_menjawab_daftar, peta_atasan
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.kursi import kabari, kalimat_tempat, kunci_kegiatan, naikkan, ubah_status
from pelatihan.proses.rencana import hari_atasan
from pelatihan.ringkasan.kompetensi import kesenjangan_pegawai
from pelatihan.ringkasan.pendaftaran import (
    Jadwal,
    bentrok,
    dapat_batal,
    halangan,
    jadwal,
    kursi_terisi,
    sebab_tertutup,
)
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini, sekarang, tambah_tahun

_TERTUTUP = "Kegiatan ini sudah dimulai, jadi pendaftaran tidak dapat diubah lagi."


@transaction.atomic
def mendaftar(
    *, kegiatan: Kegiatan, pegawai: Sequence[Pegawai], oleh: Pengguna, alasan_melampaui: str = ""
) -> list[Pendaftaran]:
    """A seat each, or a place on the waiting list, in the order given; all of them or nobody.

    Who is registered already comes back unchanged, so a second press does nothing. Registered by his superior, nobody
    is asked again. ``alasan_melampaui``: why the yearly limit of a PPPK is passed, written by the pengelola.
    """
    if not pegawai:
        raise ProsesDitolak("Pilih paling sedikit satu pegawai.")
    terkunci = kunci_kegiatan(kegiatan.pk)
    # The people too: else two compulsory events at one time would not see each other.
    orang = {
        satu.pk: satu
        for satu in Pegawai.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=[satu.pk for satu in pegawai])
        .select_related("pengguna")
        .order_by("pk")
    }
    peta = peta_atasan(list(orang))
    if not all(boleh_mendaftarkan(oleh, satu, peta) for satu in orang.values()):
        raise ProsesDitolak("Pegawai didaftarkan oleh dirinya sendiri, atasan langsungnya, atau pengelola.")
    ada = {satu.pegawai_id: satu for satu in terkunci.pendaftaran.hidup().filter(pegawai_id__in=orang)}
    baru = [orang[pk] for pk in dict.fromkeys(satu.pk for satu in pegawai) if pk not in ada]
    if baru:
        alasan = " ".join(alasan_melampaui.split())[:300]
        waktu = jadwal(terkunci)
        _periksa(terkunci, baru, waktu, beralasan=bool(alasan) and boleh_mengelola(oleh))
        for satu in _simpan_baru(terkunci, baru, oleh, peta, alasan if boleh_mengelola(oleh) else ""):
            ada[satu.pegawai_id] = satu
    return [ada[satu.pk] for satu in pegawai]


def _periksa(kegiatan: Kegiatan, orang: list[Pegawai], waktu: Jadwal, *, beralasan: bool) -> None:
    tertutup = sebab_tertutup(kegiatan, waktu)
    if tertutup:
        raise ProsesDitolak(tertutup)
    tumpuk = bentrok(kegiatan, [satu.pk for satu in orang], waktu) if kegiatan.wajib else []
    kena = halangan(kegiatan, orang, waktu, tumpuk, beralasan=beralasan)
    if kena:
        nama = {satu.pk: satu.nama for satu in orang}
        sebab = [kata if len(orang) == 1 else f"{nama[pk]}: {kata}" for pk, kata in kena.items()]
        raise ProsesDitolak(" ".join(sebab))


def _simpan_baru(
    kegiatan: Kegiatan, orang: list[Pegawai], oleh: Pengguna, peta: PetaAtasan, alasan: str
) -> list[Pendaftaran]:
    terisi = kursi_terisi(kegiatan)
    # Nobody overtakes those who wait, also when registration was closed and opened again.
    antre = kegiatan.pendaftaran.antre().exists()
    kuota, urutan = kegiatan.kuota_maks, urutan_tunggu(kegiatan)
    batas = tambah_hari_kerja(hari_ini(), hari_atasan()) if kegiatan.perlu_persetujuan else None
    hasil = []
    for satu in orang:
        didukung = kegiatan.perlu_persetujuan and peta.langsung(oleh.pk, satu.pk)
        if antre or (kuota is not None and terisi >= kuota):
            status, antre = StatusPendaftaran.DAFTAR_TUNGGU, True
        else:
            perlu = kegiatan.perlu_persetujuan and not didukung
            status, terisi = (StatusPendaftaran.MENUNGGU if perlu else StatusPendaftaran.TERDAFTAR), terisi + 1
        baris: Pendaftaran = Pendaftaran.objects.create(
            kegiatan=kegiatan,
            pegawai=satu,
            status=status.value,
            prioritas=_prioritas(kegiatan, satu, urutan),
            batas_atasan=batas,
            alasan_melampaui=alasan,
            didaftarkan_oleh=oleh,
            diputus_oleh=oleh if didukung else None,
        )
        catat(
            pelaku=oleh,
            aksi="pelatihan.pendaftaran.daftar",
            objek=baris,
            sesudah={"status": status.value, "pegawai": str(satu.uuid)},
            keterangan=alasan,
        )
        kabari(baris, "daftar", f"{baris.get_status_display()}: {kegiatan.judul}", kalimat_tempat(baris))
        hasil.append(baris)
        if kegiatan.perlu_persetujuan and not didukung:
            _minta_jawaban(baris, peta)
    return hasil


def _minta_jawaban(baris: Pendaftaran, peta: PetaAtasan) -> None:
    for akun_id in peta.penjawab(baris.pegawai_id, baris.batas_atasan):
        kirim(
            penerima_id=akun_id,
            kunci=f"pelatihan-daftar-{baris.uuid}-jawab-{baris.versi}",
            judul=f"{baris.pegawai.nama} mendaftar: {baris.kegiatan.judul}",
            tautan=f"/pelatihan/pendaftaran/{baris.uuid}/",
        )


def urutan_tunggu(kegiatan: Kegiatan) -> UrutanTunggu:
    """The rule of the waiting list that this event chose."""
    pilihan = PilihanPendaftaran.objects.filter(kegiatan=kegiatan).first()
    return UrutanTunggu.WAKTU if pilihan is None else UrutanTunggu(pilihan.urutan)


def _prioritas(kegiatan: Kegiatan, pegawai: Pegawai, urutan: UrutanTunggu) -> int:
    if urutan is UrutanTunggu.WAKTU:
        return 0
    if urutan is UrutanTunggu.BELUM_PERNAH:
        sejak = tambah_tahun(hari_ini(), -1)
        return 0 if RiwayatJP.objects.berlaku().filter(pegawai=pegawai, selesai__gt=sejak).exists() else 1
    kompetensi = kegiatan.program.kompetensi
    if kompetensi is None:
        return 0
    selisih = {satu.kompetensi: satu.selisih for satu in kesenjangan_pegawai(pegawai).baris}.get(kompetensi.kode)
    # Not assessed is not a gap: the person stands with those who have none.
    return 0 if selisih is None else max(0, -selisih)


def _ambil(pendaftaran: Pendaftaran) -> tuple[Kegiatan, Pendaftaran]:
    """The event, locked, and the registration as it stands now."""
    kegiatan = kunci_kegiatan(pendaftaran.kegiatan_id)
    baris = (
        Pendaftaran.objects.select_for_update(of=("self",))
        .select_related("pegawai__pengguna", "kegiatan")
        .get(pk=pendaftaran.pk)
    )
    return kegiatan, baris


@transaction.atomic
def setujui(*, pendaftaran: Pendaftaran, oleh: Pengguna) -> None:
    """The superior agrees. Who waits for a seat keeps his place and is not asked again."""
    _kegiatan, baris = _ambil_terbuka(pendaftaran, oleh)
    baris.diputus_oleh = oleh
    tujuan = StatusPendaftaran(baris.status)
    if tujuan is StatusPendaftaran.MENUNGGU:
        tujuan = StatusPendaftaran.TERDAFTAR
    ubah_status(baris, oleh, tujuan, "diputus_oleh", aksi="setuju")
    kabari(baris, "setuju", f"Atasan menyetujui: {baris.kegiatan.judul}", kalimat_tempat(baris))


def _ambil_terbuka(pendaftaran: Pendaftaran, oleh: Pengguna) -> tuple[Kegiatan, Pendaftaran]:
    """The registration, locked, if it awaits an answer that this person may give."""
    kegiatan, baris = _ambil(pendaftaran)
    if not boleh_menjawab_daftar(oleh, baris, peta_atasan([baris.pegawai_id])):
        raise ProsesDitolak(
            "Pendaftaran ini dijawab atasan langsung. Setelah tenggatnya lewat, juga oleh atasan di atasnya."
        )
    terbuka = baris.status in {satu.value for satu in MENUNGGU_JAWABAN}
    if not terbuka or baris.diputus_oleh_id is not None or not kegiatan.perlu_persetujuan:
        raise ProsesDitolak(f"Pendaftaran ini berstatus {baris.get_status_display().lower()}. Langkah itu sudah lewat.")
    if not dapat_batal(kegiatan, jadwal(kegiatan)):
        raise ProsesDitolak(_TERTUTUP)
    return kegiatan, baris


def setujui_banyak(*, pendaftaran: Collection[Pendaftaran], oleh: Pengguna) -> tuple[int, list[str]]:
    """Agree to many, each for itself and in a fixed order: how many, and why others were not.

    One that somebody answered in the meantime does not stop the rest.
    """
    n, gagal = 0, []
    for satu in sorted(pendaftaran, key=lambda baris: (baris.kegiatan_id, baris.pk)):
        try:
            setujui(pendaftaran=satu, oleh=oleh)
        except ProsesDitolak as galat:
            gagal.append(f"{satu.pegawai.nama}: {galat}")
        else:
            n += 1
    return n, gagal


@transaction.atomic
def tolak(*, pendaftaran: Pendaftaran, oleh: Pengguna, alasan: str) -> None:
    """The superior refuses, with a reason that the person reads; the seat goes to who waits."""
    alasan = wajib_diisi(alasan, "Tulis alasan menolak. Pegawai membacanya.")
    kegiatan, baris = _ambil_terbuka(pendaftaran, oleh)
    baris.diputus_oleh = oleh
    ubah_status(baris, oleh, StatusPendaftaran.DITOLAK, "diputus_oleh", alasan=alasan)
    kabari(baris, "tolak", f"Pendaftaran ditolak: {kegiatan.judul}", alasan)
    naikkan(kegiatan)


@transaction.atomic
def batalkan(*, pendaftaran: Pendaftaran, oleh: Pengguna, alasan: str = "") -> None:
    """Give the seat or the place on the list back, until the event begins. A second time nothing changes.

    The person himself, or the pengelola with a reason that the person reads.
    """
    kegiatan, baris = _ambil(pendaftaran)
    milik = pemilik(oleh, baris.pegawai)
    if not milik and not boleh_mengelola(oleh):
        raise ProsesDitolak("Pendaftaran dibatalkan pegawainya sendiri atau pengelola.")
    if baris.status == StatusPendaftaran.BATAL.value:
        return
    if baris.status not in {satu.value for satu in DAPAT_BATAL}:
        raise ProsesDitolak(f"Pendaftaran ini berstatus {baris.get_status_display().lower()}.")
    if not dapat_batal(kegiatan, jadwal(kegiatan)):
        raise ProsesDitolak(_TERTUTUP)
    if not milik:
        alasan = wajib_diisi(alasan, "Tulis alasan membatalkan. Pegawai membacanya.")
    ubah_status(baris, oleh, StatusPendaftaran.BATAL, alasan=" ".join(alasan.split())[:300])
    if not milik:
        kabari(baris, "batal", f"Pendaftaran dibatalkan: {kegiatan.judul}", baris.alasan)
    naikkan(kegiatan)


def _ambil_tawaran(pendaftaran: Pendaftaran, oleh: Pengguna) -> tuple[Kegiatan, Pendaftaran]:
    kegiatan, baris = _ambil(pendaftaran)
    if not pemilik(oleh, baris.pegawai):
        raise ProsesDitolak("Tawaran kursi dijawab pegawainya sendiri.")
    return kegiatan, baris


@transaction.atomic
def terima_tawaran(*, pendaftaran: Pendaftaran, oleh: Pengguna) -> None:
    """Take the offered seat; the superior is asked if he has not answered yet. A second time nothing changes."""
    kegiatan, baris = _ambil_tawaran(pendaftaran, oleh)
    if baris.status in {StatusPendaftaran.TERDAFTAR.value, StatusPendaftaran.MENUNGGU.value}:
        return
    if baris.status != StatusPendaftaran.DITAWARI.value:
        raise ProsesDitolak("Tidak ada kursi yang ditawarkan kepada Anda sekarang.")
    if not dapat_batal(kegiatan, jadwal(kegiatan)):
        raise ProsesDitolak(_TERTUTUP)
    if baris.tawaran_sampai is not None and baris.tawaran_sampai <= sekarang():
        raise ProsesDitolak("Tawaran ini sudah berakhir. Anda boleh mendaftar lagi selama pendaftaran dibuka.")
    if kegiatan.perlu_persetujuan and baris.diputus_oleh_id is None:
        baris.batas_atasan = tambah_hari_kerja(hari_ini(), hari_atasan())
        ubah_status(baris, oleh, StatusPendaftaran.MENUNGGU, "batas_atasan")
        _minta_jawaban(baris, peta_atasan([baris.pegawai_id]))
    else:
        ubah_status(baris, oleh, StatusPendaftaran.TERDAFTAR)


@transaction.atomic
def lepas_tawaran(*, pendaftaran: Pendaftaran, oleh: Pengguna) -> None:
    """Refuse the offered seat: it is offered to the next. A second time nothing changes."""
    kegiatan, baris = _ambil_tawaran(pendaftaran, oleh)
    if baris.status == StatusPendaftaran.BATAL.value:
        return
    if baris.status != StatusPendaftaran.DITAWARI.value:
        raise ProsesDitolak("Tidak ada kursi yang ditawarkan kepada Anda sekarang.")
    ubah_status(baris, oleh, StatusPendaftaran.BATAL, alasan="Tawaran kursi dilepas.")
    naikkan(kegiatan)
