"""The one settings module.

Two modes, chosen by the environment:

* ``pengembangan`` (default without ``DATABASE_URL``): embedded PostgreSQL and Valkey, a random secret kept in the
  data folder.
* ``produksi`` (default with ``DATABASE_URL``): every secret comes from the environment; a missing one stops the start.

Values that an office changes while it works (rules, periods, holidays) are rows in the database, never settings.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from rakumpit.lokal import alamat

BASE_DIR = Path(__file__).resolve().parent.parent


def teks(nama: str, bawaan: str | None = None) -> str:
    """Value of an environment variable; without a default it is required."""
    nilai = os.environ.get(nama, bawaan)
    if not nilai and bawaan is None:
        raise ImproperlyConfigured(f"Variabel lingkungan {nama} wajib diisi pada mode produksi. Lihat README.md.")
    return nilai or ""


def ya_tidak(nama: str, bawaan: bool = False) -> bool:
    """Boolean environment variable: only 1 and 0 are accepted, so that a typing error is not read as "no"."""
    nilai = os.environ.get(nama, "1" if bawaan else "0")
    if nilai not in {"0", "1"}:
        raise ImproperlyConfigured(f"{nama} hanya boleh 1 atau 0, bukan «{nilai}».")
    return nilai == "1"


def daftar(nama: str, bawaan: str | None = None) -> list[str]:
    """Comma-separated environment variable."""
    return [bagian.strip() for bagian in teks(nama, bawaan).split(",") if bagian.strip()]


DATABASE_URL = os.environ.get("DATABASE_URL", "")
REDIS_URL = os.environ.get("REDIS_URL", "")
MODE = os.environ.get("RAKUMPIT_MODE", "produksi" if DATABASE_URL else "pengembangan")
if MODE not in {"produksi", "pengembangan"}:
    raise ImproperlyConfigured(f"RAKUMPIT_MODE hanya boleh produksi atau pengembangan, bukan «{MODE}».")
PRODUKSI = MODE == "produksi"
# Invented people and figures are loaded: every page and document says so.
CONTOH = ya_tidak("RAKUMPIT_CONTOH") or (not PRODUKSI and alamat.berkas_contoh().exists())

if PRODUKSI:
    if not DATABASE_URL or not REDIS_URL:
        raise ImproperlyConfigured("Mode produksi memerlukan DATABASE_URL dan REDIS_URL. Lihat README.md.")
    SECRET_KEY = teks("RAKUMPIT_SECRET_KEY")
    ALLOWED_HOSTS = daftar("RAKUMPIT_ALLOWED_HOSTS")
else:
    SECRET_KEY = os.environ.get("RAKUMPIT_SECRET_KEY") or alamat.kunci_rahasia()
    ALLOWED_HOSTS = daftar("RAKUMPIT_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
# Where people outside reach this site, without a slash at the end: printed on documents, as text and in the QR code.
ALAMAT_PUBLIK = teks(
    "RAKUMPIT_ALAMAT",
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if PRODUKSI else f"http://localhost:{os.environ.get('PORT', '8000')}",
).rstrip("/")
SECRET_KEY_FALLBACKS = daftar("RAKUMPIT_SECRET_KEY_LAMA", "")
CSRF_TRUSTED_ORIGINS = daftar("RAKUMPIT_CSRF_TRUSTED_ORIGINS", "")
DEBUG = ya_tidak("RAKUMPIT_DEBUG") and not PRODUKSI
# The living page of components, for those who build pages.
HALAMAN_GAYA = DEBUG

INSTALLED_APPS = [
    "rakumpit.lokal",
    "rakumpit.audit",
    "rakumpit.dokumen",
    "rakumpit.antrean",
    "rakumpit.cadangan",
    "rakumpit.organisasi",
    "rakumpit.notifikasi",
    "rakumpit.tampilan",
    "survei",
    "forum",
    "pelatihan",
    "kinerja",
    "rakumpit.contoh",
    "rakumpit.situs_admin.KonfigurasiAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "rakumpit.kebijakan_isi.KebijakanIsiMiddleware",
    "rakumpit.alamat_rahasia.AlamatRahasiaMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rakumpit.organisasi.middleware.SesiMiddleware",
    "rakumpit.organisasi.middleware.TanpaSimpananMiddleware",
    "rakumpit.organisasi.middleware.FaktorKeduaMiddleware",
    "rakumpit.organisasi.middleware.WargaMiddleware",
    "rakumpit.audit.middleware.PenolakanMiddleware",
]

ROOT_URLCONF = "rakumpit.urls"
WSGI_APPLICATION = "rakumpit.wsgi.application"
ASGI_APPLICATION = "rakumpit.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rakumpit.konteks.situs",
            ],
            "builtins": ["rakumpit.tampilan.templatetags.komponen"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- database, cache, broker ------------------------------------------------------------------------------------
DATABASES = {"default": alamat.basis_data(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits and the replay protection of one-time codes need a cache that all processes share; a web request never
# touches Redis, so that a stopped broker cannot lose a citizen's answer.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "simpanan_cache",
        # The default of 300 rows would let an attacker push out his own failure counts.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

CELERY_BROKER_URL = REDIS_URL or alamat.url_perantara()
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Messages are only wake-ups (the row is the job), so a broker that does not answer must fail fast.
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 5, "socket_connect_timeout": 3, "visibility_timeout": 3600}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TIMEZONE = "Asia/Jakarta"
CELERY_ENABLE_UTC = True
# A short fixed schedule: dates that people choose are fields of Periode and Survei, read by these tasks.
CELERY_BEAT_SCHEDULE = {
    "alirkan-antrean": {"task": "rakumpit.antrean.tasks.alirkan", "schedule": timedelta(seconds=2)},
    "bangunkan-run": {"task": "kinerja.tasks.bangunkan_run", "schedule": timedelta(seconds=30)},
    "buka-run-jatuh-tempo": {"task": "kinerja.tasks.buka_run_jatuh_tempo", "schedule": timedelta(minutes=1)},
    "bersihkan-bukti": {"task": "kinerja.tasks.bersihkan_berkas_yatim", "schedule": timedelta(hours=24)},
    "kirim-pengingat": {"task": "kinerja.tasks.kirim_pengingat", "schedule": timedelta(minutes=5)},
    "naikkan-permintaan": {"task": "kinerja.tasks.naikkan_permintaan", "schedule": timedelta(minutes=15)},
    "naikkan-laporan-data": {"task": "kinerja.tasks.naikkan_laporan", "schedule": timedelta(minutes=15)},
    "lepaskan-tanpa-nama": {"task": "kinerja.tasks.lepaskan_tanpa_nama", "schedule": timedelta(hours=1)},
    "kedaluwarsakan-isian": {"task": "kinerja.tasks.kedaluwarsakan_isian", "schedule": timedelta(hours=6)},
    "kabari-keberatan": {"task": "kinerja.tasks.kabari_keberatan", "schedule": timedelta(hours=1)},
    "alihkan-skp": {"task": "kinerja.tasks.alihkan_skp_menunggu", "schedule": timedelta(minutes=15)},
    "tutup-survei": {"task": "survei.tasks.tutup_survei_lewat_tanggal", "schedule": timedelta(minutes=5)},
    "survei-program": {"task": "survei.tasks.survei_program", "schedule": timedelta(minutes=30)},
    "acak-jawaban": {"task": "survei.tasks.acak_jawaban", "schedule": timedelta(hours=1)},
    "cadangan-malam": {"task": "rakumpit.cadangan.tasks.cadangkan_malam", "schedule": timedelta(minutes=30)},
    "hapus-jatuh-tempo": {"task": "survei.tasks.hapus_jatuh_tempo", "schedule": timedelta(hours=24)},
    "samarkan-saran": {"task": "survei.tasks.samarkan_saran", "schedule": timedelta(minutes=10)},
    "batalkan-tertinggal": {"task": "survei.tasks.batalkan_tertinggal", "schedule": timedelta(minutes=15)},
    "bersihkan-berkas-survei": {"task": "survei.tasks.bersihkan_berkas_yatim", "schedule": timedelta(hours=24)},
    "ringkasan-diskusi": {"task": "forum.tasks.kirim_ringkasan", "schedule": timedelta(minutes=15)},
    "naikkan-aksi-forum": {"task": "forum.tasks.naikkan_aksi", "schedule": timedelta(minutes=15)},
    "kirim-undangan-forum": {"task": "forum.tasks.kirim_undangan", "schedule": timedelta(minutes=30)},
    "bersihkan-berkas-forum": {"task": "forum.tasks.bersihkan_berkas_forum", "schedule": timedelta(hours=24)},
    "hapus-kontak-pendaftar": {"task": "forum.tasks.hapus_kontak_pendaftar", "schedule": timedelta(hours=24)},
    "rapikan-token": {"task": "survei.tasks.rapikan_token", "schedule": timedelta(hours=6)},
    "naikkan-laporan-warga": {"task": "forum.tasks.naikkan_laporan", "schedule": timedelta(minutes=30)},
    "ikuti-sesudah-pelatihan": {"task": "pelatihan.tasks.ikuti_sesudah", "schedule": timedelta(hours=6)},
    "lepaskan-umpan-balik": {"task": "pelatihan.tasks.lepaskan_umpan_balik", "schedule": timedelta(hours=1)},
    "ingatkan-umpan-balik": {"task": "pelatihan.tasks.ingatkan_umpan_balik", "schedule": timedelta(minutes=30)},
    "hitung-ulang-tenggat": {"task": "forum.tasks.hitung_ulang_tenggat", "schedule": timedelta(hours=24)},
    "rapikan-pendaftaran": {"task": "pelatihan.tasks.rapikan_pendaftaran", "schedule": timedelta(minutes=5)},
    "ingatkan-kegiatan": {"task": "pelatihan.tasks.ingatkan_kegiatan", "schedule": timedelta(minutes=5)},
    "bersihkan-foto-laporan": {"task": "forum.tasks.bersihkan_foto_yatim", "schedule": timedelta(hours=24)},
    "tanyakan-praktik": {"task": "pelatihan.tasks.tanyakan_adopsi", "schedule": timedelta(hours=6)},
    "bersihkan-berkas-pelatihan": {"task": "pelatihan.tasks.bersihkan_berkas_yatim", "schedule": timedelta(hours=24)},
}

# Tasks that count last days again when the table of days off changes.
TUGAS_LIBUR_BERUBAH = ("forum.tasks.hitung_ulang_tenggat",)
# Functions of apps above pelatihan that know who is away: (people, first day, last day) -> (person, why, from, until).
SUMBER_BERHALANGAN = ("kinerja.ringkasan.berhalangan.berhalangan",)

# --- performance management -------------------------------------------------------------------------------------
# Reminders before a closing day go out from this hour (WIB) on, each person at a fixed minute of so many.
PENGINGAT_JAM_MULAI = int(teks("RAKUMPIT_PENGINGAT_JAM", "8"))
PENGINGAT_MENIT = int(teks("RAKUMPIT_PENGINGAT_MENIT", "360"))

# --- language, time, formats ------------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
FORMAT_MODULE_PATH = ["rakumpit.formats"]
USE_THOUSAND_SEPARATOR = True
LOCALE_PATHS = [BASE_DIR / "rakumpit" / "locale"]

# --- accounts ---------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organisasi.Pengguna"
# Its defining module, not the package: allauth stores that path in the session and Django compares the texts.
AUTHENTICATION_BACKENDS = ["rakumpit.organisasi.masuk.backend.BackendNIPAtauEmail"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["nip", "email", "nama"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "rakumpit.organisasi.masuk.KataSetempatValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "beranda"
ACCOUNT_ADAPTER = "rakumpit.organisasi.masuk.AdapterAkun"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "rakumpit.organisasi.masuk.MasukForm",
    "change_password": "rakumpit.organisasi.masuk.UbahSandiForm",
    "set_password": "rakumpit.organisasi.masuk.BuatSandiForm",
    "reset_password": "rakumpit.organisasi.masuk.LupaSandiForm",
    "reset_password_from_key": "rakumpit.organisasi.masuk.AturUlangSandiForm",
    "reauthenticate": "rakumpit.organisasi.masuk.KonfirmasiSandiForm",
}
# Password failures are counted by rakumpit.organisasi.masuk.pembatas; "login_failed" is left for second-factor codes,
# which are asked only after the right password, and "login" would count the successes of an office behind one address.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "10/m/ip,5/5m/key,50/d/key", "reset_password": "20/m/ip,3/h/key"}
# The name of a class.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
PASSWORD_RESET_TIMEOUT = 2 * 3600
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "rakumpit.organisasi.masuk.AdapterFaktorKedua"
MFA_FORMS = {
    "authenticate": "rakumpit.organisasi.masuk.FaktorKeduaForm",
    "reauthenticate": "rakumpit.organisasi.masuk.KonfirmasiFaktorForm",
    "activate_totp": "rakumpit.organisasi.masuk.AktifkanFaktorForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Kinerja Rakumpit"
MFA_TOTP_TOLERANCE = 1
# The second factor may be switched off for a demonstration or a test, never in production.
WAJIB_FAKTOR_KEDUA = PRODUKSI or ya_tidak("RAKUMPIT_WAJIB_FAKTOR_KEDUA")
USERSESSIONS_TRACK_ACTIVITY = True

# --- security ---------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
HTTPS = PRODUKSI and ya_tidak("RAKUMPIT_HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
# The process manager asks on the machine itself, without the proxy's encryption.
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and ya_tidak("RAKUMPIT_HSTS_SUBDOMAIN")
# Subdomains and preload bind the siblings on the city's domain, which belong to others: the operator decides.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ya_tidak("RAKUMPIT_DI_BALIK_PROKSI") else None
# Survey forms that one network (/24 or /48) may send within an hour; raise it where a whole town shares one address.
BATAS_KIRIM_PER_JAM = int(os.environ.get("RAKUMPIT_BATAS_KIRIM", "600"))
# Number of trusted proxies in front: the client address is the one that the outermost of them added.
JUMLAH_PROKSI = int(os.environ.get("RAKUMPIT_JUMLAH_PROKSI", "0"))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "rakumpit.galat.csrf_gagal"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- files ------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(os.environ.get("RAKUMPIT_STATIC_ROOT", alamat.folder_data() / "static"))
# Scans and evidence: never served from a URL of their own, only through views that check who asks.
MEDIA_ROOT = Path(os.environ.get("RAKUMPIT_MEDIA_ROOT", alamat.folder_data() / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 31_536_000 if PRODUKSI else 3600

# --- backup -----------------------------------------------------------------------------------------------------
# Another disk than that of the database, or nothing: then only the command makes backups, beside the data.
CADANGAN_FOLDER = teks("RAKUMPIT_CADANGAN", "")
CADANGAN_FOLDER_BAWAAN = alamat.folder_data() / "cadangan"
# Key in the format of age: without one backups are not encrypted. Former keys open what they have encrypted.
CADANGAN_KUNCI = teks("RAKUMPIT_CADANGAN_KUNCI", "")
CADANGAN_KUNCI_LAMA = daftar("RAKUMPIT_CADANGAN_KUNCI_LAMA", "")
CADANGAN_SIMPAN = int(teks("RAKUMPIT_CADANGAN_SIMPAN", "14"))
# Folder of pg_dump and pg_restore where they are not found by themselves.
CADANGAN_PROGRAM = teks("RAKUMPIT_PG_BIN", "")
# Modules whose erasures a restore must not undo, by the name of their part in the list beside the backups.
PENGHAPUSAN = {"survei.jawaban": "survei.proses.hapus_sendiri", "forum.akun": "forum.proses.akun_warga"}
# Run before each backup: it shall not tell in which order the answers of earlier days came.
TUGAS_SEBELUM_CADANGAN = ("survei.tasks.acak_jawaban",)
# What waits in the outbox of a backup and must not go out a second time, or too late.
TUGAS_SURAT = (
    "rakumpit.notifikasi.tasks.kirim_surel",
    "rakumpit.organisasi.tasks.kirim_tautan_sandi",
    "forum.tasks.surat_akun",
    "forum.tasks.kirim_kabar_peserta",
    "forum.tasks.kirim_surat_undangan",
)
# What was erased since the backup because its time was over is erased again, and the order of answers once more lost.
TUGAS_SESUDAH_PULIH = (
    "survei.tasks.acak_jawaban",
    "survei.tasks.hapus_jatuh_tempo",
    "survei.tasks.rapikan_token",
    "forum.tasks.hapus_kontak_pendaftar",
)

# --- mail -------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if PRODUKSI else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = teks("RAKUMPIT_EMAIL_HOST", "localhost")
EMAIL_PORT = int(teks("RAKUMPIT_EMAIL_PORT", "25"))
EMAIL_HOST_USER = teks("RAKUMPIT_EMAIL_PENGGUNA", "")
EMAIL_HOST_PASSWORD = teks("RAKUMPIT_EMAIL_SANDI", "")
EMAIL_USE_TLS = ya_tidak("RAKUMPIT_EMAIL_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = teks("RAKUMPIT_EMAIL_DARI", "Kinerja Rakumpit <tidak-dibalas@localhost>")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "baris": {
            "()": "rakumpit.alamat_rahasia.FormatSamar",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["konsol"], "level": "INFO"},
    # Django's own handlers would write addresses as they are.
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django.server": {"handlers": ["konsol"], "propagate": False},
    },
}
