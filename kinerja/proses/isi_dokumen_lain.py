"""From rows to the shapes of the documents beside SKP and evaluation: MPH and angka kredit. Reads only."""

from __future__ import annotations

from uuid import UUID

from kinerja.models import SKP, PenetapanAngkaKredit, PeranHasil, RencanaHasilKerja
from kinerja.perhitungan import teks_angka
from kinerja.proses.isi_dokumen import rentang, tugas_penilai
from kinerja.ringkasan.angka_kredit import saldo_pegawai
from rakumpit.angka import format_angka
from rakumpit.dokumen.isi import BarisMPH, DataAngkaKredit, DataMPH
from rakumpit.organisasi.pihak import kop_kantor, pihak, tempat_kantor
from rakumpit.waktu import format_tanggal, tanggal_lokal


def data_angka_kredit(penetapan: PenetapanAngkaKredit) -> DataAngkaKredit:
    """What was set, and the balance of its jenjang up to its last month."""
    kop, hari = kop_kantor(), tanggal_lokal(penetapan.ditetapkan_pada)
    penetap = getattr(penetapan.ditetapkan_oleh, "pegawai", None) or getattr(
        penetapan.ditetapkan_oleh, "pejabat_luar", None
    )
    saldo = next(
        satu.saldo
        for satu in saldo_pegawai(penetapan.pegawai, sampai=penetapan.selesai)
        if satu.jenjang == penetapan.jenjang
    )
    naik = (
        ("Kenaikan pangkat", saldo.kebutuhan.pangkat, saldo.kurang_pangkat),
        ("Kenaikan jenjang", saldo.kebutuhan.jenjang, saldo.kurang_jenjang),
    )
    return {
        "kop": kop,
        "masa": rentang(penetapan.mulai, penetapan.selesai),
        "pegawai": pihak(penetapan.pegawai, penetapan.pegawai.penugasan_pada(penetapan.selesai)),
        "penetap": pihak(penetap, tugas_penilai(penetapan.pegawai, penetap, hari) if penetap else None),
        "jenjang": penetapan.get_jenjang_display(),
        "evaluasi": penetapan.evaluasi.periode.nama,
        "predikat": penetapan.get_predikat_display(),
        "persen": f"{penetapan.persen}%",
        "koefisien": teks_angka(penetapan.koefisien),
        "bulan": str(penetapan.bulan),
        "angka_kredit": format_angka(penetapan.nilai),
        "saldo": [
            ("Saldo awal", format_angka(saldo.awal)),
            ("Ditetapkan di kantor ini, termasuk yang sekarang", format_angka(saldo.tambahan)),
            ("Jumlah", format_angka(saldo.jumlah)),
        ],
        "kebutuhan": [
            (nama, str(butuh), format_angka(kurang))
            for nama, butuh, kurang in naik
            if butuh is not None and kurang is not None
        ],
        "dasar_hukum": _dasar(penetapan),
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(hari),
    }


def _dasar(penetapan: PenetapanAngkaKredit) -> str:
    """Legal base; a table that nobody compared with the regulation says so on paper too."""
    aturan = penetapan.aturan
    return aturan.nama if aturan.terverifikasi else f"{aturan.nama} (belum diperiksa dengan peraturan)"


def ada_matriks(skp: SKP) -> bool:
    """Whether anybody stands for a result of this plan."""
    kolom = skp.rencana.all()
    return (
        PeranHasil.objects.filter(rhk_pimpinan__in=kolom).exists()
        or RencanaHasilKerja.objects.filter(rhk_pimpinan__kode_tetap__in=kolom.values("kode_tetap")).exists()
    )


def data_mph(skp: SKP) -> DataMPH:
    """Matriks peran hasil of a pimpinan: who of the staff stands for which of the pimpinan's results.

    A cell holds what the superior wrote into the matrix and what people took into their approved plans, each once.
    """
    kop, acuan = kop_kantor(), skp.disetujui_pada or skp.mulai
    kolom = list(skp.rencana.order_by("urut"))
    sel: dict[tuple[int, UUID], list[str]] = {}
    nama: dict[int, str] = {}
    direncanakan = PeranHasil.objects.filter(rhk_pimpinan__in=kolom, diambil__isnull=True)
    for peran in direncanakan.select_related("pegawai", "rhk_pimpinan"):
        nama[peran.pegawai_id] = peran.pegawai.nama
        sel.setdefault((peran.pegawai_id, peran.rhk_pimpinan.kode_tetap), []).append(peran.uraian)
    disetujui = SKP.objects.disetujui().filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai)
    for rhk in (
        RencanaHasilKerja.objects.filter(
            rhk_pimpinan__kode_tetap__in=[satu.kode_tetap for satu in kolom], skp__in=disetujui
        )
        .select_related("skp__pegawai", "rhk_pimpinan")
        .order_by("skp__mulai", "urut")
    ):
        orang, pimpinan = rhk.skp.pegawai, rhk.rhk_pimpinan
        if pimpinan is not None:
            nama[orang.pk] = orang.nama
            isi = sel.setdefault((orang.pk, pimpinan.kode_tetap), [])
            if rhk.uraian not in isi:
                isi.append(rhk.uraian)
    baris: list[BarisMPH] = [
        {"nama": nama[pk], "sel": [sel.get((pk, satu.kode_tetap), []) for satu in kolom]}
        for pk in sorted(nama, key=lambda pk: (nama[pk], pk))
    ]
    return {
        "kop": kop,
        "periode": rentang(skp.mulai, skp.selesai),
        "pimpinan": pihak(skp.pegawai, skp.pegawai.penugasan_pada(acuan)),
        "kolom": [satu.uraian for satu in kolom],
        "baris": baris,
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(skp.disetujui_pada) if skp.disetujui_pada else "",
    }
