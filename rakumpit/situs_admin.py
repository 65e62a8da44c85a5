"""The Django admin behind the product's own login.

Django's own admin login would bypass the second factor and the throttle, so the admin has none: an anonymous visitor
is sent to ``/masuk/``, anybody who is not an administrator gets 404.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

# What each list is for, in one sentence: under its title, and on the first page.
KETERANGAN = {
    "audit.catatanaudit": "Siapa mengubah apa dan kapan, dan siapa ditolak membuka apa. Hanya dapat dibaca.",
    "forum.alasanmoderasi": (
        "Alasan menandai dan menyembunyikan kiriman diskusi. Yang sudah dipakai tetap bunyinya; matikan, lalu tambah."
    ),
    "forum.aturantenggat": (
        "Batas waktu menangani laporan warga, menurut tanggal berlakunya. Periksa terhadap PermenPANRB 5/2025."
    ),
    "forum.aturanforum": "Batas undangan, berita acara, dan tindak lanjut, menurut tanggal berlakunya.",
    "forum.unsurpeserta": "Bagian masyarakat yang diundang ke sesi forum.",
    "kinerja.aturanangkakredit": "Persen predikat, koefisien, dan kebutuhan tiap jenjang, menurut tanggal berlakunya.",
    "kinerja.aturanpenilaian": "Batas dan bobot penilaian, menurut tanggal berlakunya.",
    "kinerja.aturantindaklanjut": "Hari keberatan, hari memutus, dan lama pembinaan, menurut tanggal berlakunya.",
    "kinerja.contohhasilkerja": "Contoh hasil kerja dan indikator yang ditawarkan saat menyusun SKP.",
    "kinerja.masakhusus": "Cuti panjang dan tugas belajar, dengan nomor suratnya.",
    "kinerja.periode": "Masa yang dinilai: bulan, triwulan, dan tahun.",
    "kinerja.pilihankantor": "Angka yang dipilih kantor sendiri, menurut tanggal berlakunya.",
    "kinerja.runevaluasi": "Riwayat perhitungan evaluasi. Hanya dapat dibaca.",
    "organisasi.harilibur": "Dasar hitungan tenggat. Jadikan resmi setelah cocok dengan SKB.",
    "organisasi.jabatan": "Kursi di setiap unit, dan mana yang memimpin.",
    "organisasi.layanan": "Yang dapat diurus warga, standarnya, dan petugasnya.",
    "organisasi.pegawai": "Data setiap orang. Mutasi dan kode masuk ada di Meja pengelola.",
    "organisasi.pejabatluar": "Atasan di luar kantor, misalnya Sekretaris Daerah.",
    "organisasi.pengguna": "Akun, peran, dan faktor kedua. Kata sandi tidak pernah tampil.",
    "organisasi.penugasan": "Siapa memegang jabatan apa, dari dan sampai tanggal berapa.",
    "organisasi.programpelayanan": "Kegiatan dengan tanggal dan tempat, lalu disurvei.",
    "organisasi.unitkerja": "Susunan kantor: kecamatan, kelurahan, dan seksi.",
    "pelatihan.aturanjp": "JP paling sedikit atau paling banyak setahun, menurut tanggal berlakunya.",
    "pelatihan.aturanpendaftaran": "Hari kerja tawaran kursi berlaku, dan jarak pengingat dalam menit. Pilihan kantor.",
    "pelatihan.aturanpraktik": "Kapan percobaan praktik baik ditanyakan, dan berapa menit komentar dapat disunting.",
    "pelatihan.aturanrencana": "Hari kerja bagi atasan untuk menjawab usulan, menurut tanggal berlakunya.",
    "pelatihan.aturansesudahpelatihan": (
        "Nomor sertifikat, dan kapan perubahan kerja sesudah pelatihan dilihat, menurut tanggal berlakunya."
    ),
    "pelatihan.bentukpengembangan": "Bentuk pengembangan dan konversi JP-nya. Pakai konversi setelah diperiksa.",
    "pelatihan.jamkerja": "Jam kerja menurut tanggal, juga selama Ramadan. Sesi di luarnya diberi peringatan.",
    "pelatihan.kompetensi": "Sembilan kompetensi, dan kompetensi teknis kantor sendiri.",
    "pelatihan.narasumber": "Narasumber dari kantor dan dari luar, dengan jeda sesudah berbicara.",
    "pelatihan.perjanjiankerja": "Masa perjanjian PPPK. Tahun JP mereka dihitung dari tanggal mulainya.",
    "pelatihan.ruang": "Ruang kantor dengan kapasitas dan jeda sesudah dipakai.",
    "pelatihan.skemaipasn": "Nilai IP ASN menurut metode. Skema draf tidak pernah dipakai.",
    "pelatihan.standarkompetensi": "Level yang diminta satu jabatan untuk satu kompetensi, menurut tanggal berlakunya.",
    "pelatihan.standarumum": "Level yang diminta jenis jabatan untuk sembilan kompetensi.",
    "survei.ambangpersepsi": "Nilai paling rendah IPAK dan IPKP untuk WBK dan WBBM, menurut tanggal berlakunya.",
    "survei.instrumen": "Kumpulan pertanyaan survei, satu versi satu baris.",
    "survei.masasimpan": "Berapa lama saran dan jawaban warga disimpan, menurut tanggal berlakunya.",
    "survei.pertanyaan": "Bunyi pertanyaan dan empat jawabannya.",
    "survei.periodesurvei": "Masa survei menurut kota, dan hari terakhir melaporkan hasilnya.",
    "survei.survei": "Survei yang dibuka kepada warga.",
    "survei.temasaran": "Tema untuk mengelompokkan saran warga, dengan kata kuncinya.",
}


_DEPAN = ("organisasi", "kinerja", "survei", "forum", "pelatihan")


class SitusAdmin(AdminSite):
    site_header = "Kinerja Rakumpit"
    site_title = "Kinerja Rakumpit"
    index_title = "Halaman admin"
    # The product's own menu stands at the side.
    enable_nav_sidebar = False
    # A dash would leave open whether something is missing.
    empty_value_display = "belum ada"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """With the sentence about the list that is open."""
        konteks = super().each_context(request)
        nama = request.resolver_match.url_name if request.resolver_match else ""
        for model, kalimat in KETERANGAN.items():
            if nama == f"{model.replace('.', '_')}_changelist":
                konteks["keterangan_admin"] = kalimat
        return konteks

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Each model with its sentence; the parts in the order of the daily work."""
        daftar = super().get_app_list(request, app_label)
        for app in daftar:
            for model in app["models"]:
                model["keterangan"] = KETERANGAN.get(model["model"]._meta.label_lower, "")
        return sorted(
            daftar, key=lambda app: _DEPAN.index(app["app_label"]) if app["app_label"] in _DEPAN else len(_DEPAN)
        )

    def has_permission(self, request: HttpRequest) -> bool:
        """Signed-in people without an admin role get the 404 of a row at its own page, so that its refusal is noted."""
        boleh: bool = super().has_permission(request)
        cocok = request.resolver_match
        if not boleh and request.user.is_authenticated and cocok is not None and "object_id" in cocok.kwargs:
            raise Http404
        return boleh

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        # Imported here: this module is read while the app registry is still loading.
        from django.contrib.auth.views import redirect_to_login

        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.get_full_path())

    def password_change(  # type: ignore[override]  # the stubs know only the page, not the redirect after it
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The product's own page: Django's knows neither the audit nor the sessions that must end."""
        return redirect("account_change_password")

    def logout(  # type: ignore[override]  # the same
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_logout")


class KonfigurasiAdmin(AdminConfig):
    default_site = "rakumpit.situs_admin.SitusAdmin"
