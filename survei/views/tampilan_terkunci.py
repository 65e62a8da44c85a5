"""What pages show of one survey: numbers of forms at any time, scores from the lock on only."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Sum

from rakumpit.angka import format_angka
from rakumpit.tampilan.bagan import buat_kemajuan
from rakumpit.waktu import format_waktu
from survei.enums import LABEL_CATATAN_MUTU, CatatanMutu
from survei.enums.instrumen import JenisInstrumen
from survei.models import HasilSurvei, RekapHarian, Survei
from survei.perhitungan import SAMPEL_KECIL, SEL_MINIMUM_DALAM, sel_minimum, target_sampel
from survei.ringkasan import (
    batas_tampil,
    hitung_tersimpan,
    perkembangan,
    pita_instrumen,
    sebaran_tersimpan,
    selang_tersimpan,
    tanda_per_saluran,
)
from survei.ringkasan.butir import baca_cacah, hasil_butir, pertanyaan_tampil
from survei.views import tampilan, tampilan_hitungan, tampilan_persepsi


def jumlah_formulir(survei: Survei) -> dict[str, Any]:
    """Numbers of forms from the counters, and of marks on them; no answer follows from these."""
    sebelum = batas_tampil(survei)
    per_layanan = RekapHarian.objects.filter(survei=survei).order_by().values_list("layanan_id")
    baris = per_layanan.annotate(Sum("diterima"), Sum("dihitung"), Sum("terverifikasi"), Max("dihitung_pada"))
    menurut_layanan = {satu[0]: satu for satu in baris}
    diterima, dihitung, terverifikasi = (sum(satu[urut] for satu in menurut_layanan.values()) for urut in (1, 2, 3))
    pada = max((satu[4] for satu in menurut_layanan.values()), default=None)
    layanan = [
        (satu.nama, menurut_layanan[satu.pk][2] if satu.pk in menurut_layanan else 0)
        for satu in survei.layanan.order_by("nama", "pk")
    ]
    target = target_sampel(survei.populasi) if survei.populasi else None
    return {
        "diterima": diterima,
        "dihitung": dihitung,
        "tidak_dihitung": diterima - dihitung,
        "terverifikasi": terverifikasi,
        "jawaban_terbuka": dihitung - terverifikasi,
        "dihitung_pada": format_waktu(pada) if pada else "",
        # Counted forms reach the target, as at the lock.
        "kemajuan": buat_kemajuan(dihitung, target, teks=f"{dihitung} dari target sampel {target} formulir")
        if target
        else None,
        "layanan": layanan,
        "batang_layanan": tampilan.bagan_layanan(layanan),
        "tanda": tampilan_hitungan.tabel_tanda(tanda_per_saluran(survei, minimum=SEL_MINIMUM_DALAM, sebelum=sebelum)),
        "tanda_bertahap": sebelum is not None,
    }


def angka_terkunci(hasil: HasilSurvei, *, minimum: int, terbit: bool) -> dict[str, Any]:
    """A locked result at a minimum of answers; ``cukup`` False leaves out all figures.

    ``terbit`` keeps periods that are not published out of the development. Needs ``survei__instrumen`` of the result.
    """
    survei = hasil.survei
    isi: dict[str, Any] = {
        "cukup": sel_minimum(hasil.n, minimum),
        "catatan": [LABEL_CATATAN_MUTU[CatatanMutu(butir)] for butir in hasil.bendera],
    }
    if survei.instrumen.jenis == JenisInstrumen.BEBAS:
        cacah = baca_cacah(hasil.rincian.get("butir", {}))
        return isi | {"butir": hasil_butir(pertanyaan_tampil(survei), cacah, minimum)}
    if hasil.ikm is None or not isi["cukup"]:
        return isi | {"cukup": False}
    pita = pita_instrumen(survei.instrumen)
    hitungan = hitung_tersimpan(hasil)
    selang = selang_tersimpan(hasil.rincian)
    tersimpan = hasil.rincian.get("selang") or {}
    masa = perkembangan(hasil, minimum=minimum, terbit=terbit)
    unsur = tampilan.baris_unsur(hitungan, list(survei.instrumen.pertanyaan.order_by("urutan")), pita, minimum)
    persepsi = tampilan_persepsi.nilai_persepsi(survei, hitungan)
    singkatan = tampilan_persepsi.nama_indeks(survei)["singkatan"]
    sebaran = sebaran_tersimpan(hasil.rincian)
    return isi | {
        "persepsi": persepsi,
        "ikm": format_angka(hasil.ikm),
        "mutu": tampilan.teks_mutu(hasil.mutu),
        "jenis_mutu": tampilan.jenis_mutu(hasil.mutu),
        "sedikit": hasil.n < SAMPEL_KECIL,
        "selang": tampilan.bagan_selang(hasil.ikm, pita, selang),
        "teks_selang": tampilan_hitungan.teks_selang(selang),
        "alasan_selang": tersimpan.get("alasan", ""),
        "koreksi": tersimpan.get("koreksi", False),
        "masa_lain": tampilan_hitungan.baris_masa(masa) if len(masa) > 1 else [],
        "banding": tampilan_hitungan.kalimat_banding(masa[-1].banding),
        "tren": tampilan_hitungan.bagan_perkembangan(masa, singkatan),
        "tanpa_tanda": tampilan_hitungan.baris_tanpa_tanda(hasil, minimum),
        "pembanding": None if persepsi else tampilan_hitungan.pembanding(hitungan, sebaran, minimum),
        "unsur": unsur,
        "batang": tampilan.bagan_unsur(unsur, pita),
        "tertutup": tampilan.sebut_tertutup(unsur),
    }
