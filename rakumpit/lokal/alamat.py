"""Where the embedded servers live: folders, socket addresses, and the settings that follow from them.

Pure path and string work for the settings module: no server is started and Django is not imported.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from rakumpit.lokal.galat import LokalError

AKAR = Path(__file__).resolve().parents[2]
NAMA_BASIS_DATA = "rakumpit"
PERAN = "rakumpit"
# sun_path holds 107 bytes on Linux and 103 on macOS.
BATAS_SOKET = 103


def folder_data() -> Path:
    """Folder of everything that the embedded default writes: ``RAKUMPIT_DATA``, else ``.data`` beside manage.py."""
    isi = os.environ.get("RAKUMPIT_DATA")
    return Path(isi).expanduser().resolve() if isi else AKAR / ".data"


def klaster() -> str:
    """Name of the PostgreSQL cluster in use: ``pg``, or ``pgtest`` for the test suite (``RAKUMPIT_KLASTER``)."""
    nama = os.environ.get("RAKUMPIT_KLASTER", "pg")
    if not re.fullmatch(r"pg[a-z0-9]{0,12}", nama):
        raise LokalError(f"RAKUMPIT_KLASTER harus pg diikuti huruf kecil atau angka, bukan «{nama}».")
    return nama


def folder_soket() -> Path:
    """Short folder for the sockets of this data folder.

    The data folder itself may lie too deep for a socket path. Normally below /tmp and not $TMPDIR, so that two
    terminals with different environments find the same servers.
    """
    sidik = hashlib.sha256(os.fsencode(folder_data())).hexdigest()[:12]
    dasar = Path("/tmp")  # noqa: S108 - the folder is private: mode 700, owner checked in siapkan_folder_soket
    if not os.access(dasar, os.W_OK | os.X_OK):
        dasar = Path(tempfile.gettempdir())
    return dasar / f"rakumpit-{os.getuid()}-{sidik}"


def siapkan_folder(folder: Path) -> Path:
    """Make ``folder`` as a private folder (mode 700), or refuse one that others own or may enter."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as galat:
        raise LokalError(
            f"Folder {folder} tidak dapat dibuat: {galat.strerror}. Pilih yang lain: RAKUMPIT_DATA."
        ) from galat
    rincian = folder.lstat()
    if not stat.S_ISDIR(rincian.st_mode) or rincian.st_uid != os.getuid():
        raise LokalError(
            f"Folder {folder} milik pengguna lain (uid {rincian.st_uid}). Jalankan sebagai pemiliknya, "
            "atau pilih folder data lain lewat RAKUMPIT_DATA."
        )
    return folder


def siapkan_folder_soket() -> Path:
    """Socket folder, made and checked: nobody else may reach a server that trusts whoever can open its socket."""
    folder = siapkan_folder(folder_soket())
    if folder.stat().st_mode & 0o077:
        raise LokalError(f"Folder soket {folder} terbuka bagi pengguna lain. Hapus folder itu lalu jalankan lagi.")
    if len(os.fsencode(folder / "pgtest" / ".s.PGSQL.5432.lock")) > BATAS_SOKET:
        raise LokalError(f"Jalur soket di {folder} terlalu panjang. Setel TMPDIR ke folder yang pendek, mis. /tmp.")
    return folder


def soket_postgres(nama: str | None = None) -> Path:
    """Folder that holds the PostgreSQL socket of a cluster."""
    return folder_soket() / (nama or klaster())


def soket_valkey() -> Path:
    """Socket file of Valkey."""
    return folder_soket() / "vk.sock"


def berkas_pemakai(nama: str) -> Path:
    """Lock file that every user of a server holds shared."""
    return folder_data() / f"{nama}.pemakai"


def berkas_penjaga(nama: str) -> Path:
    """Lock file that the keeper of a server holds exclusively; its content is the keeper's process id."""
    return folder_data() / f"{nama}.penjaga"


def berkas_contoh() -> Path:
    """Mark that this data folder holds the sample office: its pages say so however they are started."""
    return folder_data() / "kantor-contoh"


def berkas_tetap(nama: str) -> Path:
    """Mark that a server stays up without users (``manage.py lokal start``)."""
    return folder_data() / f"{nama}.tetap"


def berkas_pengawas() -> Path:
    """Lock file of the supervisor (``manage.py jalankan``): one per data folder."""
    return folder_data() / "pengawas.kunci"


def basis_data(url: str = "") -> dict[str, Any]:
    """Entry of Django's ``DATABASES``: the server of ``url`` (``postgres://…``), or the embedded one when empty."""
    dasar: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
    if not url:
        return {**dasar, "NAME": NAMA_BASIS_DATA, "USER": PERAN, "HOST": str(soket_postgres())}
    bagian = urlsplit(url)
    pilihan = dict(parse_qsl(bagian.query))
    nama = unquote(bagian.path.lstrip("/"))
    if bagian.scheme not in {"postgres", "postgresql"} or not nama:
        # The address itself is not repeated: it may hold a password.
        raise LokalError("DATABASE_URL harus berbentuk postgres://pengguna:sandi@host:5432/nama_basis_data.")
    try:
        porta = str(bagian.port or "")
    except ValueError as galat:
        raise LokalError("Porta pada DATABASE_URL bukan angka 1-65535.") from galat
    return {
        **dasar,
        "NAME": nama,
        "USER": unquote(bagian.username or ""),
        "PASSWORD": unquote(bagian.password or ""),
        "HOST": pilihan.pop("host", "") or unquote(bagian.hostname or ""),
        "PORT": porta,
        # A connection whose other end vanished is noticed within a minute, so that its row locks are released.
        "OPTIONS": {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, **pilihan},
    }


def url_perantara() -> str:
    """Celery address of the embedded broker."""
    return f"redis+socket://{soket_valkey()}"


def kunci_rahasia() -> str:
    """Random secret for development, made once and kept in the data folder (mode 600)."""
    berkas = siapkan_folder(folder_data()) / "kunci-rahasia"
    try:
        deskriptor = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        isi = berkas.read_text().strip()
        if isi:
            return isi
        # Another process is between creating and writing it, or was broken off there: a full file replaces it.
        sementara = berkas.with_name(f"kunci-rahasia.{os.getpid()}")
        sementara.write_text(secrets.token_urlsafe(50))
        sementara.chmod(0o600)
        sementara.replace(berkas)
        return berkas.read_text()
    with os.fdopen(deskriptor, "w") as keluaran:
        keluaran.write(secrets.token_urlsafe(50))
    return berkas.read_text()
