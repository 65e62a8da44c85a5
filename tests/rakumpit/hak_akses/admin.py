"""The Django admin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.dasar import ADMIN_TEKNIS, PENGELOLA
from tests.rakumpit.hak_akses.dasar import TIDAK_ADA, Baris, Jawaban, hak, terbuka

STAF = (ADMIN_TEKNIS, PENGELOLA)


def _admin(peran: Iterable[str], kode: Jawaban = 200, lain: Jawaban = 403) -> dict[str, Jawaban]:
    """``kode`` for these roles, ``lain`` for other people with an admin role."""
    return hak(STAF, lain) | dict.fromkeys(peran, kode)


@dataclass(frozen=True, slots=True)
class HakModel:
    """Who opens, adds, changes and deletes the rows of a model in the admin."""

    label: str
    baca: tuple[str, ...] = ()
    ubah: tuple[str, ...] = ()
    hapus: tuple[str, ...] = ()
    # An empty form is shown again; where nothing is required, it is stored.
    kosong: Jawaban = 200


_KELOLA = (PENGELOLA,)
ADMIN_MODEL = [
    # When what was done by whom; values and reasons are not on the page.
    HakModel("audit.catatanaudit", baca=STAF),
    HakModel("organisasi.unitkerja", STAF, STAF),
    HakModel("organisasi.jabatan", STAF, STAF),
    HakModel("organisasi.layanan", STAF, STAF),
    HakModel("organisasi.programpelayanan", STAF, STAF),
    HakModel("organisasi.harilibur", STAF, STAF, STAF),
    HakModel("organisasi.pengguna", STAF, STAF),
    HakModel("organisasi.penugasan", _KELOLA, _KELOLA),
    HakModel("organisasi.pegawai", _KELOLA, _KELOLA),
    HakModel("organisasi.pejabatluar", _KELOLA, _KELOLA),
    HakModel("survei.ambangpersepsi", _KELOLA, _KELOLA),
    HakModel("survei.instrumen", _KELOLA, _KELOLA),
    HakModel("survei.periodesurvei", _KELOLA, _KELOLA),
    HakModel("survei.masasimpan", _KELOLA, _KELOLA),
    HakModel("survei.temasaran", _KELOLA, _KELOLA),
    HakModel("survei.pertanyaan", _KELOLA, _KELOLA),
    HakModel("survei.survei", _KELOLA, _KELOLA),
    HakModel("forum.alasanmoderasi", _KELOLA, _KELOLA),
    HakModel("forum.aturanforum", _KELOLA, _KELOLA),
    HakModel("forum.aturantenggat", _KELOLA, _KELOLA),
    HakModel("forum.unsurpeserta", _KELOLA, _KELOLA),
    HakModel("pelatihan.aturanjp", _KELOLA, _KELOLA),
    HakModel("pelatihan.aturanpraktik", _KELOLA, _KELOLA),
    HakModel("pelatihan.aturanpendaftaran", _KELOLA, _KELOLA),
    HakModel("pelatihan.aturanrencana", _KELOLA, _KELOLA),
    HakModel("pelatihan.jamkerja", _KELOLA, _KELOLA),
    HakModel("pelatihan.narasumber", _KELOLA, _KELOLA),
    HakModel("pelatihan.ruang", _KELOLA, _KELOLA),
    HakModel("pelatihan.aturansesudahpelatihan", _KELOLA, _KELOLA),
    HakModel("pelatihan.bentukpengembangan", _KELOLA, _KELOLA),
    HakModel("pelatihan.kompetensi", _KELOLA, _KELOLA),
    HakModel("pelatihan.perjanjiankerja", _KELOLA, _KELOLA),
    HakModel("pelatihan.skemaipasn", _KELOLA, _KELOLA),
    HakModel("pelatihan.standarkompetensi", _KELOLA, _KELOLA),
    HakModel("pelatihan.standarumum", _KELOLA, _KELOLA),
    HakModel("kinerja.periode", _KELOLA, _KELOLA),
    HakModel("kinerja.aturanpenilaian", _KELOLA, _KELOLA, kosong=302),
    HakModel("kinerja.aturanangkakredit", _KELOLA, _KELOLA),
    HakModel("kinerja.masakhusus", _KELOLA, _KELOLA),
    HakModel("kinerja.contohhasilkerja", _KELOLA, _KELOLA),
    HakModel("kinerja.aturantindaklanjut", _KELOLA, _KELOLA),
    # What has begun is only shown; nothing in it is required.
    HakModel("kinerja.pilihankantor", _KELOLA, _KELOLA, kosong=302),
    # The technical admin sees that a run started and how it ended, no figures.
    HakModel("kinerja.runevaluasi", baca=STAF),
    # Registered by libraries; the product has its own pages for them.
    HakModel("auth.group"),
    HakModel("account.emailaddress"),
    HakModel("mfa.authenticator"),
    HakModel("usersessions.usersession"),
]


def _baris_model(hak_model: HakModel) -> Iterator[Baris]:
    label = hak_model.label
    nama = f"admin:{label.replace('.', '_')}"
    baca, ubah, hapus = _admin(hak_model.baca), _admin(hak_model.ubah), _admin(hak_model.hapus)
    yield Baris(f"{nama}_changelist", get=baca, post=baca, berubah=False)
    yield Baris(f"{nama}_add", get=ubah, post=ubah, berubah=False)
    simpan = _admin(hak_model.ubah, hak_model.kosong)
    yield Baris(f"{nama}_change", f"admin:{label}", get=baca, post=simpan, berubah=hak_model.kosong == 302)
    yield Baris(f"{nama}_history", f"admin:{label}", get=baca, post=baca, berubah=False)
    # Deletion is asked for without «yes»: the page of confirmation.
    yield Baris(f"{nama}_delete", f"admin:{label}", get=hapus, post=hapus, berubah=False)
    # The address without «change/» leads to the page above, which then decides.
    app, model = label.split(".")
    rute = f"admin/{app}/{model}/<path:object_id>/"
    yield Baris(rute, get=_admin(STAF, 302), post=_admin(STAF, 302), alamat=f"/admin/{app}/{model}/1/", berubah=False)


_PER_MODEL = [baris for satu in ADMIN_MODEL for baris in _baris_model(satu)]
ADMIN_PER_MODEL = {baris.nama for baris in _PER_MODEL}

ADMIN = [
    Baris("admin:index", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris("admin:login", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin:logout", get=terbuka(302), post=terbuka(302), berubah=False),
    Baris("admin:password_change", get=_admin(STAF, 302), post=_admin(STAF, 302), berubah=False),
    Baris("admin:password_change_done", get=_admin(STAF), post=_admin(STAF, 405)),
    Baris("admin:autocomplete", get=_admin(()), post=_admin(STAF, 405)),
    Baris("admin:jsi18n", get=_admin(STAF), post=_admin(STAF, 405)),
    Baris("admin:view_on_site", "admin:lihat", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin:app_list", "admin:organisasi", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris(
        "admin:app_list", "admin:survei", get=_admin(_KELOLA, lain=404), post=_admin(_KELOLA, lain=404), berubah=False
    ),
    Baris(
        "admin:app_list", "admin:forum", get=_admin(_KELOLA, lain=404), post=_admin(_KELOLA, lain=404), berubah=False
    ),
    Baris(
        "admin:app_list",
        "admin:pelatihan",
        get=_admin(_KELOLA, lain=404),
        post=_admin(_KELOLA, lain=404),
        berubah=False,
    ),
    Baris("admin:app_list", "admin:kinerja", get=_admin(STAF), post=_admin(STAF), berubah=False),
    Baris("admin:app_list", "admin:mfa", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("admin/(?P<url>.*)$", get=TIDAK_ADA, post=TIDAK_ADA, alamat="/admin/tidak-ada/"),
    *_PER_MODEL,
]
