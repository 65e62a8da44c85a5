"""The counter in the sample office of the browser tests: one service under way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from rakumpit.organisasi.models import Layanan
from survei import proses
from survei.enums.bahasa import Bahasa
from survei.enums.saluran import JenisTitik
from survei.models import StandarPelayanan, Survei, TitikSurvei
from survei.proses.bahasa import simpan_teks_bahasa
from survei.proses.standar import simpan_draf
from survei.proses.titik import buat_titik

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_loket(kantor: Kantor) -> None:
    pelayanan = proses.mulai_pelayanan(
        layanan=Layanan.objects.get(unit__kode="rakumpit", kode="K-01"), oleh=kantor.orang["pegawai"], kiriman=uuid4()
    )
    draf = Layanan.objects.get(unit__kode="petuk-bukit", kode="L-08")
    simpan_draf(
        layanan=draf,
        oleh=kantor.orang["pengelola"],
        mulai=date(2027, 1, 1),
        menit=15,
        komponen=StandarPelayanan.objects.terbit().get(layanan=draf).komponen,
        terverifikasi=False,
    )
    titik, kios = (
        TitikSurvei.objects.get(jenis="qr", survei__unit__kode="petuk-bukit"),
        TitikSurvei.objects.get(jenis="kios"),
    )
    tutup = buat_titik(
        kiriman=uuid4(),
        survei=Survei.objects.get(kode="skm-pager-tw4-2026"),
        nama="Loket lama",
        jenis=JenisTitik.QR,
        layanan=None,
        pin="",
        oleh=kantor.orang["pengelola"],
    )
    TitikSurvei.objects.filter(pk=tutup.pk).update(aktif=False)
    # One text in another language brings the choice of languages to every form; its words stay Indonesian here.
    skm = kios.survei.instrumen
    simpan_teks_bahasa(
        instrumen=skm, bahasa=Bahasa.NGAJU, teks={"judul": skm.judul_formulir}, oleh=kantor.orang["pengelola"]
    )
    kantor.objek |= {
        "titik": (titik.uuid,),
        "titik_kios": (kios.uuid,),
        "titik_tutup": (tutup.kode,),
        "kios": (kios.kode,),
        "pelayanan_berjalan": (pelayanan.uuid,),
        "kode_mati": ("7K3MACDE",),
        "layanan_draf": (draf.uuid,),
        "layanan_tercatat": (Layanan.objects.get(unit__kode="petuk-bukit", kode="L-02").uuid,),
        "layanan_tanpa_menit": (Layanan.objects.get(unit__kode="rakumpit", kode="K-03").uuid,),
    }
