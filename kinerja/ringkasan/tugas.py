"""What waits for a reader in performance management: as many queries for three duties as for three hundred."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.db.models import Q
from django.urls import reverse

from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Indikator, Periode, PilihanKantor, Realisasi
from kinerja.perhitungan import Sumber
from kinerja.permissions import PetaAtasan, peta_atasan, pk_diputus_oleh, skp_menunggu_persetujuan
from kinerja.ringkasan.atas_nama import tugas_atas_nama
from kinerja.ringkasan.dialog import tugas_dialog
from kinerja.ringkasan.dukungan import tugas_dukungan
from kinerja.ringkasan.inovasi import tugas_inovasi
from kinerja.ringkasan.keberatan import hasil_disampaikan, tugas_keberatan
from kinerja.ringkasan.laporan_data import tugas_laporan_data
from kinerja.ringkasan.pembinaan import tugas_pembinaan
from kinerja.ringkasan.penilaian_diri import tugas_menilai_rekan, tugas_penilaian_diri
from kinerja.ringkasan.rekomendasi import tugas_rekomendasi
from kinerja.ringkasan.umpan_balik import tugas_umpan_balik
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """Everything of this app that waits for the reader. A fixed number of queries for any number of staff."""
    # Leaders and tree of today, read once for everything that is derived from them.
    peta = peta_atasan()
    return [
        *_menilai(pengguna, peta),
        *_menyetujui(pengguna, peta),
        *_milik_sendiri(pengguna),
        *tugas_dialog(pengguna),
        *tugas_dukungan(pengguna, peta),
        *tugas_laporan_data(pengguna),
        *tugas_rekomendasi(pengguna),
        *tugas_umpan_balik(pengguna),
        *tugas_keberatan(pengguna, peta),
        *tugas_pembinaan(pengguna, peta),
        *tugas_atas_nama(pengguna),
        *tugas_inovasi(pengguna, peta),
    ]


def _menilai(pengguna: Pengguna, peta: PetaAtasan) -> list[Tugas]:
    """One duty per period and state, so that a superior of 300 people gets two lines.

    People still to be rated are met one after the other, exceptions first; decided ones become final on one page.
    """
    belum = Evaluasi.objects.terbaru().exclude(status=StatusEvaluasi.DITETAPKAN.value).perlu_dinilai()
    baris = (
        Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, belum, peta))
        .urut_giliran("periode__mulai", "periode_id", "-status")
        .values_list("periode__kode", "periode__nama", "status", "uuid")
    )
    tugas = []
    for (kode, nama, status), sekawan in groupby(baris, key=lambda satu: satu[:3]):
        semua = list(sekawan)
        menilai = status == StatusEvaluasi.MENUNGGU.value
        kata = "Putuskan penilaian" if menilai else "Tetapkan hasil yang sudah dinilai"
        tugas.append(
            Tugas(
                judul=f"{kata} {nama}: {len(semua)} orang",
                dari="Tim saya",
                tenggat=None,
                tautan=reverse("kinerja:nilai", args=[semua[0][3]])
                if menilai
                else f"{reverse('kinerja:tim_tetapkan')}?periode={kode}",
                aksi="Nilai satu per satu" if menilai else "Periksa, lalu tetapkan",
            )
        )
    return tugas


def _menyetujui(pengguna: Pengguna, peta: PetaAtasan) -> list[Tugas]:
    # Approving plans unread is not safe, so together they lead to the page that shows all of each before it asks.
    bersama = Rumpun("kinerja.skp", "Periksa {jumlah} SKP yang diajukan", reverse("kinerja:tim_skp"), "Baca berurutan")
    return [
        Tugas(
            judul=f"Periksa SKP {skp.mulai.year} yang diajukan",
            dari=skp.pegawai.nama,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[skp.uuid]),
            aksi="Periksa SKP",
            rumpun=bersama,
        )
        for skp in skp_menunggu_persetujuan(pengguna, peta)
    ]


def _milik_sendiri(pengguna: Pengguna) -> list[Tugas]:
    pegawai = pegawai_dinilai(pengguna)
    if pegawai is None:
        return []
    pilihan = PilihanKantor.objects.pada(hari_ini())
    return [
        *_mengisi(pegawai),
        *tugas_penilaian_diri(pegawai, pilihan.hari_penilaian_diri),
        *tugas_menilai_rekan(pegawai),
        *_membetulkan(pegawai),
        *hasil_disampaikan(pegawai, pilihan.hari_kabar),
    ]


def pegawai_dinilai(pengguna: Pengguna) -> Pegawai | None:
    """The person with an SKP behind an account."""
    pegawai = getattr(pengguna, "pegawai", None)
    return pegawai if pegawai is not None and pegawai.ber_skp else None


def _mengisi(pegawai: Pegawai) -> list[Tugas]:
    """Periods that have begun and are still open for typing, with what is missing in each."""
    hari = hari_ini()
    periode = list(
        Periode.objects.untuk_status(pegawai.status)
        .filter(Q(batas_isi__gte=hari) | Q(dibuka_kembali_sampai__gte=hari), mulai__lte=hari)
        .order_by("batas_isi", "pk")
    )
    if not periode:
        return []
    indikator = list(
        Indikator.objects.filter(
            rencana__skp__in=SKP.objects.disetujui().filter(pegawai=pegawai), sumber=Sumber.MANUAL.value
        ).values_list("pk", "rencana__skp__mulai", "rencana__skp__selesai", "rencana__skp__diganti_sejak")
    )
    terisi = set(
        Realisasi.objects.filter(indikator__in=[satu[0] for satu in indikator], periode__in=periode).values_list(
            "indikator_id", "periode_id"
        )
    )
    tugas = []
    for satu in periode:
        semua = [pk for pk, mulai, selesai, diganti in indikator if diisi_dalam(satu, mulai, selesai, diganti)]
        kosong = sum((pk, satu.pk) not in terisi for pk in semua)
        if kosong:
            tugas.append(
                Tugas(
                    judul=f"Isi realisasi {satu.nama}: {kosong} dari {len(semua)} belum diisi",
                    dari="SKP Anda",
                    tenggat=max(satu.batas_isi, satu.dibuka_kembali_sampai or satu.batas_isi),
                    tautan=f"{reverse('kinerja:realisasi_daftar')}?periode={satu.kode}",
                    aksi="Isi realisasi",
                )
            )
    return tugas


def diisi_dalam(periode: Periode, mulai: date, selesai: date, diganti_sejak: date | None) -> bool:
    """As ``SKPQuerySet.dalam_periode``: a period that a revision reaches is filled in there."""
    if diganti_sejak is not None and diganti_sejak <= periode.selesai:
        return False
    return mulai <= periode.selesai and selesai >= periode.mulai


def _membetulkan(pegawai: Pegawai) -> list[Tugas]:
    return [
        Tugas(
            judul=f"Betulkan SKP {skp.mulai.year} yang dikembalikan",
            dari=skp.catatan_pengembalian,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[skp.uuid]),
            aksi="Betulkan SKP",
        )
        for skp in SKP.objects.filter(pegawai=pegawai, status=StatusSKP.DIKEMBALIKAN.value)
    ]
