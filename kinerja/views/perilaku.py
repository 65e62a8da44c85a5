"""Rating the behaviour of the whole team: several people on one page, or one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.forms import PerilakuOrangForm
from kinerja.models import Evaluasi, PenilaianPerilaku, Periode
from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_RATING, NilaiDasar, Penilai, Rating
from kinerja.permissions import Dinilai, dinilai_oleh, memimpin, orang_akun
from kinerja.proses import IsianPerilaku, KonflikVersi, PerilakuDitolak, nilai_perilaku_banyak, versi_perilaku
from kinerja.views.ambil import akun
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.tertahan import buang_tertahan, isian_tertahan, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 8


@dataclass(frozen=True, slots=True)
class OrangDinilai:
    """One person of the page. ``kini`` says in words what is stored, when somebody rated in between."""

    pegawai: Pegawai
    jabatan: str
    evaluasi: UUID | None
    sudah: bool
    form: PerilakuOrangForm
    kini: str = ""


@dataclass(frozen=True, slots=True)
class _Tim:
    """Whom the reader rates in the chosen period."""

    request: HttpRequest
    pengguna: Pengguna
    periode: Periode
    pilihan: Sequence[Periode]
    dinilai: Mapping[int, Dinilai]
    satu: bool

    @property
    def semua(self) -> set[int]:
        return set(self.dinilai)

    @property
    def final(self) -> set[int]:
        """Those whose evaluation is final: nothing is left to rate."""
        return {pk for pk, satu in self.dinilai.items() if satu.final}


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tim_nilai(request: HttpRequest) -> HttpResponse:
    """People × seven values, saved together. ``?satu=1`` shows one person per page."""
    pengguna = akun(request)
    if not memimpin(pengguna):
        raise Http404
    pilihan, periode = _pilih_periode(request)
    satu = "satu" in request.GET
    if periode is None:
        return render(request, "kinerja/tim_nilai.html", {"periode": None})
    tim = _Tim(request, pengguna, periode, pilihan, dinilai_oleh(pengguna, periode), satu)
    if request.method == "POST":
        return _simpan(tim)
    tertahan = isian_tertahan(request)
    if tertahan is not None and tertahan.get("periode") == periode.kode:
        return _halaman(tim, forms=_kiriman(tertahan, tim.semua), dikembalikan=True)
    return _halaman(tim)


def _pilih_periode(request: HttpRequest) -> tuple[Sequence[Periode], Periode | None]:
    """Periods that have begun; the newest with evaluations stands first, as on «Tim saya»."""
    ada = Evaluasi.objects.filter(periode=OuterRef("pk"))
    pilihan = list(
        Periode.objects.filter(mulai__lte=hari_ini()).annotate(terhitung=Exists(ada)).order_by("-selesai", "-mulai")
    )
    kode = request.GET.get("periode")
    if kode is None:
        return pilihan, next((satu for satu in pilihan if satu.terhitung), pilihan[0] if pilihan else None)
    terpilih = next((satu for satu in pilihan if satu.kode == kode), None)
    if terpilih is None:
        raise Http404
    return pilihan, terpilih


_Tersimpan = Mapping[int, Mapping[str, tuple[str, str]]]


def _tersimpan(tim: _Tim) -> _Tersimpan:
    """Person -> value -> (rating, sentence) that this account gave as superior; absent when it has not rated yet."""
    pegawai_id, luar_id = orang_akun(tim.pengguna)
    milik = PenilaianPerilaku.objects.filter(
        periode=tim.periode,
        sebagai=Penilai.ATASAN.value,
        pegawai_id__in=tim.semua,
        penilai=pegawai_id,
        penilai_luar=luar_id if pegawai_id is None else None,
    )
    hasil: dict[int, dict[str, tuple[str, str]]] = {}
    for pk, nilai, rating, catatan in milik.values_list("pegawai_id", "nilai_dasar", "rating", "catatan"):
        hasil.setdefault(pk, {})[nilai] = (rating, catatan)
    return hasil


def _awalan(pegawai: Pegawai) -> str:
    """Prefix of a person's fields: bound to the person, so a kept draft never lands on somebody else."""
    return f"o{pegawai.uuid.hex[:8]}"


def _kiriman(data: QueryDict, semua: Iterable[int]) -> dict[int, PerilakuOrangForm]:
    """Bound forms of the people named in what was sent; 404 when one of them is not the reader's to rate."""
    kode = data.getlist("pegawai")
    orang = {str(satu.uuid): satu for satu in Pegawai.objects.filter(pk__in=semua).order_by("nama_urut", "pk")}
    if not set(kode) <= orang.keys():
        raise Http404
    return {
        satu.pk: PerilakuOrangForm(data, prefix=_awalan(satu), nama=satu.nama)
        for nilai, satu in orang.items()
        if nilai in set(kode)
    }


def _halaman(
    tim: _Tim,
    *,
    forms: Mapping[int, PerilakuOrangForm] | None = None,
    kini: Mapping[int, str] | None = None,
    dikembalikan: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page of the list, or exactly the people whose forms came back."""
    tersimpan = _tersimpan(tim)
    daftar = Pegawai.objects.filter(pk__in=tim.semua - tim.final).order_by("nama_urut", "pk")
    halaman = Paginator(daftar, 1 if tim.satu else PER_HALAMAN).get_page(tim.request.GET.get("page"))
    tampil = list(Pegawai.objects.filter(pk__in=list(forms)).order_by("nama_urut", "pk") if forms else halaman)
    jabatan = _jabatan(tim.periode, tampil)
    form = forms or _form_tersimpan(tim.periode, tampil, tersimpan)
    orang = [
        OrangDinilai(
            pegawai=satu,
            jabatan=jabatan.get(satu.pk, ""),
            evaluasi=tim.dinilai[satu.pk].evaluasi,
            sudah=satu.pk in tersimpan,
            form=form[satu.pk],
            kini=(kini or {}).get(satu.pk, ""),
        )
        for satu in tampil
    ]
    sudah = len(tersimpan.keys() | tim.final)
    return render(
        tim.request,
        "kinerja/tim_nilai.html",
        {
            "periode": tim.periode,
            "pilihan": tim.pilihan,
            "satu": tim.satu,
            "dikembalikan": dikembalikan,
            "halaman": halaman,
            "orang": orang,
            "forms": [satu.form for satu in orang],
            "bergalat": any(satu.form.errors for satu in orang if satu.form.is_bound),
            "total": len(tim.semua),
            "final": len(tim.final),
            "sudah": sudah,
            "kalimat": f"{sudah} dari {len(tim.semua)} orang sudah dinilai",
            "kueri": _kueri(tim, halaman.number),
            "draf": f"tim:{tim.periode.kode}:{halaman.number}:{tim.pengguna.uuid}",
        },
        status=status,
    )


def _kueri(tim: _Tim, nomor: int) -> str:
    isi = {"periode": tim.periode.kode, "page": str(nomor)} | ({"satu": "1"} if tim.satu else {})
    return f"?{urlencode(isi)}"


def _jabatan(periode: Periode, orang: Iterable[Pegawai]) -> dict[int, str]:
    """Post of each person on the last day so far, the definitive one before an acting one."""
    hari = min(periode.selesai, hari_ini())
    baris = Penugasan.objects.pada(hari).filter(pegawai__in=list(orang)).order_by("-sifat", "-pk")
    return dict(baris.values_list("pegawai_id", "jabatan__nama"))


def _form_tersimpan(periode: Periode, orang: list[Pegawai], tersimpan: _Tersimpan) -> dict[int, PerilakuOrangForm]:
    versi = versi_perilaku(periode, [satu.pk for satu in orang])
    return {
        satu.pk: PerilakuOrangForm(
            prefix=_awalan(satu),
            nama=satu.nama,
            tersimpan=tersimpan.get(satu.pk),
            initial={"versi": versi.get(satu.pk, "")},
        )
        for satu in orang
    }


def _simpan(tim: _Tim) -> HttpResponse:
    request = tim.request
    forms = _kiriman(request.POST, tim.semua)
    # Every form is looked at, so that all errors of the page are shown at once.
    if any([not form.is_valid() for form in forms.values()]):  # noqa: C419 - a generator would stop at the first
        return _halaman(tim, forms=forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    dipakai = {pk: form for pk, form in forms.items() if not form.cleaned_data["lewati"]}
    orang = Pegawai.objects.in_bulk(list(dipakai))
    isian = [
        IsianPerilaku(pegawai=orang[pk], penilaian=form.penilaian, versi=form.cleaned_data["versi"])
        for pk, form in dipakai.items()
    ]
    try:
        nilai_perilaku_banyak(periode=tim.periode, oleh=tim.pengguna, isian=isian)
    except PerilakuDitolak as galat:
        return _ditolak(tim, forms, galat)
    buang_tertahan(request)
    messages.success(request, f"Perilaku kerja {len(isian)} orang tersimpan dan usulannya sudah dihitung ulang.")
    return redirect(_alamat_lanjut(tim) if "lanjut" in request.POST else request.get_full_path())


def _ditolak(tim: _Tim, forms: dict[int, PerilakuOrangForm], galat: PerilakuDitolak) -> HttpResponse:
    """The same page with the reason at each person; after a conflict the next press is made in sight of both."""
    versi = versi_perilaku(tim.periode, list(galat.per_orang))
    data = tim.request.POST.copy()
    for pk in galat.per_orang:
        if pk in versi:
            data[f"{forms[pk].prefix}-versi"] = versi[pk]
    baru = _kiriman(data, tim.semua)
    for pk, sebab in galat.per_orang.items():
        baru[pk].add_error(None, f"{baru[pk].nama}: {sebab}")
    konflik = [pk for pk, sebab in galat.per_orang.items() if isinstance(sebab, KonflikVersi)]
    kini = _kalimat_tersimpan(tim.periode, konflik)
    return _halaman(tim, forms=baru, kini=kini, status=HTTPStatus.CONFLICT)


def _kalimat_tersimpan(periode: Periode, pegawai_ids: list[int]) -> dict[int, str]:
    """What the superior's newest ratings of each person are, in one sentence: the exceptions, or that there is none."""
    beda: dict[int, dict[str, str]] = {}
    baris = PenilaianPerilaku.objects.filter(
        periode=periode, pegawai_id__in=pegawai_ids, sebagai=Penilai.ATASAN.value
    ).order_by("diubah")
    for pk, nilai, rating in baris.values_list("pegawai_id", "nilai_dasar", "rating"):
        beda.setdefault(pk, {})[nilai] = rating
    hasil = {}
    for pk, semua in beda.items():
        lain = [
            f"{LABEL_NILAI_DASAR[NilaiDasar(nilai)]} {LABEL_RATING[Rating(rating)]}"
            for nilai, rating in semua.items()
            if rating != Rating.SESUAI.value
        ]
        hasil[pk] = f"{', '.join(lain)}; nilai lain sesuai ekspektasi" if lain else "semua nilai sesuai ekspektasi"
    return hasil


def _alamat_lanjut(tim: _Tim) -> str:
    """The next page, or the list of the team after the last one."""
    nomor = tim.request.GET.get("page", "1")
    lanjut = int(nomor) + 1 if nomor.isdecimal() else 2
    if (lanjut - 1) * (1 if tim.satu else PER_HALAMAN) >= len(tim.semua - tim.final):
        return f"{reverse('kinerja:tim')}?periode={tim.periode.kode}"
    return f"{reverse('kinerja:tim_nilai')}{_kueri(tim, lanjut)}"
