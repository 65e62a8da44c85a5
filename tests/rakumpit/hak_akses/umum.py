"""Pages of everybody and of the own account."""

from __future__ import annotations

from tests.dasar import ADMIN_TEKNIS, PEGAWAI
from tests.rakumpit.hak_akses.dasar import BER_AKUN, BUKAN_CARA, TERTUTUP, TIDAK_ADA, Baris, hak, terbuka, tetap

UMUM = [
    Baris("beranda", get=terbuka(), post=TERTUTUP),
    Baris("akun", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("akun_tema", get=BUKAN_CARA, post=hak(BER_AKUN, 302), isi=tetap(tema="dark"), berubah=False),
    Baris("cari", kueri="?q=pegawai", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("aksesibilitas", get=terbuka(), post=TERTUTUP),
    Baris("saran_pengaduan", get=terbuka(), post=TERTUTUP),
    Baris("manifes", get=terbuka(), post=TERTUTUP),
    Baris("kinerja_depan", get=terbuka(302), post=TERTUTUP),
    Baris("pelatihan_depan", get=terbuka(302), post=TERTUTUP),
    # Whoever holds the paper may ask about it.
    Baris("dokumen:periksa", get=terbuka(), post=TERTUTUP),
    Baris("dokumen:lihat", "dokumen", get=terbuka(), post=TERTUTUP),
    Baris("dokumen:lihat", "dokumen_palsu", get=terbuka(404), post=TERTUTUP),
    Baris("healthz_live", get=terbuka(), post=TERTUTUP),
    Baris("healthz_ready", get=terbuka(), post=TERTUTUP),
    Baris("cadangan:keadaan", get=hak([ADMIN_TEKNIS]), post=BUKAN_CARA),
    Baris("gaya", get=terbuka(), post=TERTUTUP),
    Baris("notifikasi:daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("notifikasi:buka", "notifikasi", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("notifikasi:tandai", "notifikasi", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("notifikasi:tandai_semua", get=BUKAN_CARA, post=hak(BER_AKUN, 302), berubah=False),
]

# Own account only: no address names anybody else. 302 for signed-in people: to confirm the password first, or home.
AKUN = [
    Baris("account_login", get=hak(BER_AKUN, 302, anonim=200), post=hak(BER_AKUN, 302, anonim=200), berubah=False),
    Baris("masuk_kode", get=hak(BER_AKUN, 302, anonim=200), post=hak(BER_AKUN, 302, anonim=200), berubah=False),
    Baris("mfa_authenticate", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_logout", get=hak(BER_AKUN, anonim=302), post=terbuka(302), berubah=False),
    Baris("account_reauthenticate", get=hak(BER_AKUN), post=hak(BER_AKUN), berubah=False),
    Baris("mfa_reauthenticate", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_change_password", get=hak(BER_AKUN), post=hak(BER_AKUN), berubah=False),
    Baris("account_set_password", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("account_reset_password", get=terbuka(), post=terbuka(), berubah=False),
    Baris("account_reset_password_done", get=terbuka(), post=TERTUTUP),
    Baris("account_reset_password_from_key_done", get=terbuka(), post=TERTUTUP),
    Baris("account_reset_password_from_key", "kunci_palsu", get=terbuka(), post=terbuka(), berubah=False),
    Baris("mfa_index", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("mfa_activate_totp", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("mfa_deactivate_totp", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("mfa_view_recovery_codes", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("mfa_generate_recovery_codes", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
    Baris("mfa_download_recovery_codes", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("usersessions_list", get=hak(BER_AKUN), post=hak(BER_AKUN, 302), berubah=False),
]
