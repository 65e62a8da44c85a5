"""Pages of the reports of citizens."""

from __future__ import annotations

from typing import Any

from tests.peramban.halaman import BERKAS, HANYA_POST, Halaman, Jenis, kosongkan
from tests.peramban.kantor import Kantor

P = Jenis.PUBLIK


def _lapor(page: Any, kantor: Kantor) -> None:
    page.check("main [name=klasifikasi][value=saran]")
    page.fill("main [name=judul]", "Kursi tunggu")
    page.fill("main [name=isi]", "Tambah kursi di ruang tunggu.")
    with page.expect_navigation():
        page.locator("main form [type=submit]").first.click()


def _lacak(kode: str) -> Any:
    def jalan(page: Any, kantor: Kantor) -> None:
        nomor, kunci = kantor.objek[f"kunci_{kode}"]
        page.fill("main [name=nomor]", nomor)
        page.fill("main [name=kunci]", kunci)
        with page.expect_navigation():
            page.locator("main form [type=submit]").first.click()

    return jalan


def _identitas(page: Any, kantor: Kantor) -> None:
    with page.expect_navigation():
        page.evaluate(
            """() => {
                const f = document.querySelector("form[action$='/identitas/']");
                f.querySelector("[name=alasan]").value = "Foto kurang jelas.";
                f.submit();
            }"""
        )


def _catat(page: Any, kantor: Kantor) -> None:
    page.fill("main [name=judul]", "Kursi tunggu")
    page.fill("main [name=isi]", "Tambah kursi.")
    with page.expect_navigation():
        page.locator("main form [type=submit]").first.click()


HALAMAN = [
    Halaman("forum:lapor", jenis=P, acak=True),
    Halaman("forum:lapor", sebutan="galat", jenis=P, acak=True, status=422, cara=kosongkan),
    Halaman("forum:lapor", sebutan="terima", jenis=P, acak=True, cara=_lapor),
    Halaman("forum:lacak", jenis=P),
    Halaman("forum:lacak", sebutan="galat", jenis=P, status=422, cara=kosongkan),
    *(
        Halaman("forum:lacak", sebutan=kode, jenis=P, acak=True, cara=_lacak(kode))
        for kode in ("diterima", "perlu_dilengkapi", "dijawab", "selesai")
    ),
    Halaman("forum:laporan_umum", jenis=P),
    Halaman("forum:laporan_umum", sebutan="kosong", kueri="?jenis=saran", jenis=P),
    Halaman("forum:laporan_daftar", "pengelola"),
    Halaman("forum:laporan_daftar", "kasi", sebutan="terlambat", kueri="?keadaan=terlambat"),
    Halaman("forum:laporan_daftar", "pegawai", sebutan="kosong", kueri="?q=tidak-ada-kata-ini"),
    Halaman("forum:laporan_ukuran", "pengelola"),
    Halaman("forum:laporan_ukuran", "camat", sebutan="kosong", kueri="?bulan=2020-01"),
    Halaman("forum:laporan_catat", "pengelola", acak=True),
    Halaman("forum:laporan_catat", "pengelola", sebutan="galat", acak=True, status=422, cara=kosongkan),
    Halaman("forum:laporan_catat", "pengelola", sebutan="terima", acak=True, cara=_catat),
    *(
        Halaman("forum:laporan_kelola", "pengelola", f"warga_{keadaan}", sebutan=keadaan)
        for keadaan in ("diterima", "perlu_dilengkapi", "terverifikasi", "dijawab", "selesai", "bukan_wewenang")
    ),
    Halaman("forum:laporan_kelola", "kasi", "warga_diproses", sebutan="diproses"),
    Halaman("forum:laporan_kelola", "pegawai", "warga_didisposisikan", sebutan="didisposisikan"),
    Halaman("forum:laporan_identitas", "pengelola", "warga_bernama", cara=_identitas, awal="forum:laporan_kelola"),
]
KECUALI = {
    "forum:lacak_langkah": HANYA_POST,
    "forum:laporan_foto": BERKAS,
    "forum:laporan_ukuran_unduh": BERKAS,
    **{
        f"forum:laporan_{kata}": HANYA_POST
        for kata in (
            *("verifikasi", "minta_lengkapi", "teruskan", "mulai", "kembalikan", "jawab", "tutup", "buka_lagi"),
            *("bukan_wewenang", "arsipkan", "duplikat", "alihkan", "nomor_lapor", "sembunyikan"),
            *("perpanjang", "sampaikan"),
        )
    },
}
