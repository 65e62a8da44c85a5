"""What waits for a reader in performance management: as many statements for three duties as for three hundred."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.db.models import Q
from django.urls import reverse

from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Indikator, Periode, Realisasi
from kinerja.perhitungan import Sumber
from kinerja.permissions import PetaAtasan, peta_pembaca
from kinerja.permissions.evaluasi import baca_diputus
from kinerja.permissions.skp import baca_skp_menunggu
from kinerja.ringkasan.atas_nama import tugas_atas_nama
from kinerja.ringkasan.dialog import tugas_dialog
from kinerja.ringkasan.dukungan import tugas_menjawab_dukungan, tugas_menyatakan_dukungan
from kinerja.ringkasan.inovasi import tugas_inovasi
from kinerja.ringkasan.keberatan import hasil_disampaikan, tugas_keberatan, tugas_menyampaikan
from kinerja.ringkasan.laporan_data import tugas_laporan_data
from kinerja.ringkasan.pembinaan import tugas_mencatat_keputusan, tugas_pembinaan
from kinerja.ringkasan.penilaian_diri import tugas_menilai_rekan, tugas_penilaian_diri
from kinerja.ringkasan.rekomendasi import tugas_rekomendasi
from kinerja.ringkasan.umpan_balik import tugas_umpan_balik
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.pembaca import Pembaca


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Everything of this app that waits for the reader, in at most three steps."""
    peta = peta_pembaca(pembaca)
    semua = yield from bersama(
        [
            _menilai(pembaca, peta),
            _menyetujui(pembaca, peta),
            *_milik_sendiri(pembaca),
            tugas_dialog(pembaca),
            tugas_menjawab_dukungan(pembaca, peta),
            tugas_menyatakan_dukungan(pembaca),
            tugas_laporan_data(pembaca, peta),
            tugas_rekomendasi(pembaca),
            tugas_umpan_balik(pembaca),
            tugas_keberatan(pembaca, peta),
            tugas_menyampaikan(pembaca),
            tugas_pembinaan(pembaca, peta),
            tugas_mencatat_keputusan(pembaca),
            tugas_atas_nama(pembaca),
            tugas_inovasi(pembaca, peta),
        ]
    )
    return [satu for tugas in semua for satu in tugas]


def _menilai(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """One duty per period and state, so that a superior of 300 people gets two lines.

    People still to be rated are met one after the other, exceptions first; decided ones become final on one page.
    """
    belum = Evaluasi.objects.terbaru().exclude(status=StatusEvaluasi.DITETAPKAN.value).perlu_dinilai()
    urut = belum.urut_giliran("periode__mulai", "periode_id", "-status")
    baris = yield from baca_diputus(
        pembaca.pengguna, urut, "periode__kode", "periode__nama", "status", "uuid", peta=peta
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


def _menyetujui(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    # Approving plans unread is not safe, so together they lead to the page that shows all of each before it asks.
    rumpun = Rumpun("kinerja.skp", "Periksa {jumlah} SKP yang diajukan", reverse("kinerja:tim_skp"), "Baca berurutan")
    baris = yield from baca_skp_menunggu(pembaca.pengguna, "uuid", "mulai", "pegawai__nama", peta=peta)
    return [
        Tugas(
            judul=f"Periksa SKP {mulai.year} yang diajukan",
            dari=nama,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[kode]),
            aksi="Periksa SKP",
            rumpun=rumpun,
        )
        for kode, mulai, nama in baris
    ]


def _milik_sendiri(pembaca: Pembaca) -> list[Bacaan[list[Tugas]]]:
    pegawai, hari = pegawai_dinilai(pembaca.pengguna), pembaca.hari
    if pegawai is None:
        return []
    return [
        _mengisi(pegawai, hari),
        tugas_penilaian_diri(pegawai, hari),
        tugas_menilai_rekan(pegawai),
        _membetulkan(pegawai),
        hasil_disampaikan(pegawai, hari),
    ]


def pegawai_dinilai(pengguna: Pengguna) -> Pegawai | None:
    """The person with an SKP behind an account."""
    pegawai = getattr(pengguna, "pegawai", None)
    return pegawai if pegawai is not None and pegawai.ber_skp else None


def _mengisi(pegawai: Pegawai, hari: date) -> Bacaan[list[Tugas]]:
    """Periods that have begun and are still open for typing, with what is missing in each; one step."""
    terbuka = Periode.objects.untuk_status(pegawai.status).filter(
        Q(batas_isi__gte=hari) | Q(dibuka_kembali_sampai__gte=hari), mulai__lte=hari
    )
    dipakai = Indikator.objects.filter(
        rencana__skp__in=SKP.objects.disetujui().filter(pegawai=pegawai), sumber=Sumber.MANUAL.value
    )
    periode, indikator, realisasi = yield [
        terbuka.order_by("batas_isi", "pk").values_list(
            "pk", "mulai", "selesai", "kode", "nama", "batas_isi", "dibuka_kembali_sampai"
        ),
        dipakai.order_by().values_list(
            "pk", "rencana__skp__mulai", "rencana__skp__selesai", "rencana__skp__diganti_sejak"
        ),
        Realisasi.objects.terisi()
        .filter(indikator__in=dipakai.order_by().values("pk"), periode__in=terbuka)
        .order_by()
        .values_list("indikator_id", "periode_id"),
    ]
    terisi = set(realisasi)
    tugas = []
    for periode_id, awal, akhir, kode, nama, batas, dibuka in periode:
        semua = [pk for pk, *masa in indikator if diisi_dalam(awal, akhir, *masa)]
        kosong = sum((pk, periode_id) not in terisi for pk in semua)
        if kosong:
            tugas.append(
                Tugas(
                    judul=f"Isi realisasi {nama}: {kosong} dari {len(semua)} belum diisi",
                    dari="SKP Anda",
                    tenggat=max(batas, dibuka or batas),
                    tautan=f"{reverse('kinerja:realisasi_daftar')}?periode={kode}",
                    aksi="Isi realisasi",
                )
            )
    return tugas


def diisi_dalam(awal: date, akhir: date, mulai: date, selesai: date, diganti_sejak: date | None) -> bool:
    """As ``SKPQuerySet.dalam_periode``: a period that a revision reaches is filled in there.

    ``awal`` … ``akhir`` are the days of the period, the others those of the plan.
    """
    if diganti_sejak is not None and diganti_sejak <= akhir:
        return False
    return mulai <= akhir and selesai >= awal


def _membetulkan(pegawai: Pegawai) -> Bacaan[list[Tugas]]:
    (baris,) = yield [
        SKP.objects.filter(pegawai=pegawai, status=StatusSKP.DIKEMBALIKAN.value).values_list(
            "uuid", "mulai", "catatan_pengembalian"
        )
    ]
    return [
        Tugas(
            judul=f"Betulkan SKP {mulai.year} yang dikembalikan",
            dari=catatan,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[kode]),
            aksi="Betulkan SKP",
        )
        for kode, mulai, catatan in baris
    ]
