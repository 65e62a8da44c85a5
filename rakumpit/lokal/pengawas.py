"""The supervisor behind ``make demo`` and ``manage.py jalankan``: everything up in order, everything down in order.

Up: PostgreSQL, Valkey, migrations and static files, worker, beat, web server, sample office; the address is told last.
Down: web server, beat, worker, Valkey, PostgreSQL. A worker, beat or web server that dies is started again; so is
Valkey, since survey answers are stored without it. Only the loss of PostgreSQL ends everything.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any, TextIO

from rakumpit.lokal import alamat, anak, layanan, pekerja
from rakumpit.lokal.galat import LokalError
from rakumpit.lokal.kunci import Kunci

# From the first start of the web server to its first answer; a loaded office machine needs some of it.
_BATAS_HALAMAN = 120.0
# A process that has run this long counts as healthy: its next restart is immediate again.
_SEHAT = 60.0
_JEDA_TERLAMA = 30.0


class Berhenti(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal. Not an `Exception`, so that no handler on the way swallows it."""


@dataclass(slots=True)
class Proses:
    """One of the product's own processes and the history of its restarts."""

    nama: str
    argv: list[str]
    tenggang: float
    darurat: int | None
    popen: subprocess.Popen[bytes]
    mulai: float = field(default_factory=time.monotonic)
    jeda: float = 0.0
    mati_sejak: float | None = None


def baca_porta(teks: str) -> int:
    """Port number from ``PORT``."""
    if not (teks.isascii() and teks.isdigit() and 1 <= int(teks) <= 65535):
        raise LokalError(f"PORT harus angka 1-65535, bukan «{teks}».")
    return int(teks)


def periksa_porta(porta: int) -> None:
    """Refuse a port in use before anything starts: another program's answer would pass for our first page."""
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind(("127.0.0.1", porta))
        except PermissionError as galat:
            raise LokalError(f"Porta {porta} hanya boleh dipakai root. Pilih yang lain, mis. PORT=8080.") from galat
        except OSError as galat:
            lain = porta + 1 if porta < 65535 else 8000
            raise LokalError(
                f"Porta {porta} sedang dipakai program lain. Pilih yang lain, mis. PORT={lain}."
            ) from galat


class Pengawas:
    """Starts, watches and stops all processes of one data folder."""

    def __init__(self, *, porta: int, contoh: bool, perintah: frozenset[str], keluaran: TextIO) -> None:
        self.porta = porta
        self.contoh = contoh
        self.perintah = perintah
        self.keluaran = keluaran
        self.proses: list[Proses] = []
        self.sekali: list[subprocess.Popen[bytes]] = []
        self.server: list[layanan.Pakaian] = []
        self.valkey_coba_lagi = 0.0
        self.diminta_berhenti = False
        tambahan = {"RAKUMPIT_CONTOH": "1"} if contoh else {}
        self.env = pekerja.lingkungan(**tambahan)

    def kabarkan(self, teks: str) -> None:
        """Tell the person at the terminal, who may have closed it."""
        with contextlib.suppress(OSError, ValueError):
            self.keluaran.write(f"{teks}\n")
            self.keluaran.flush()

    def _minta_berhenti(self, _nomor: int, _bingkai: FrameType | None) -> None:
        """Signal handler: only the first request counts, so that an impatient second Ctrl-C breaks no orderly stop."""
        if not self.diminta_berhenti:
            self.diminta_berhenti = True
            raise Berhenti

    # --- up ----------------------------------------------------------------------------------------------------
    def jalan(self) -> int:
        """Run until somebody asks for the stop (0) or PostgreSQL is lost (1)."""
        for nomor in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(nomor, self._minta_berhenti)
        induk = os.getppid()
        if os.environ.get("RAKUMPIT_IKUT_INDUK") == "1" and induk > 1:
            anak.mati_bersama_induk(signal.SIGTERM, induk)
        alamat.siapkan_folder(alamat.folder_data())
        with Kunci(alamat.berkas_pengawas()) as kunci:
            # A command that looks whether a supervisor runs holds this lock for a moment.
            if not kunci.tunggu(bersama=False, detik=0.5):
                raise LokalError(
                    f"Aplikasi sudah berjalan (atau masih berhenti) di folder data {alamat.folder_data()}. "
                    "Hentikan dahulu dengan Ctrl-C di terminalnya, atau pilih folder lain lewat RAKUMPIT_DATA."
                )
            kunci.tulis(str(os.getpid()))
            periksa_porta(self.porta)
            try:
                self._nyalakan()
                self._jaga()
            except Berhenti:
                self.kabarkan("\nMenghentikan semuanya …")
            finally:
                self.diminta_berhenti = True
                self._padamkan()
        self.kabarkan("Semua sudah berhenti. Data tersimpan; jalankan lagi kapan saja.")
        return 0

    def _nyalakan(self) -> None:
        awal = time.monotonic()
        if not os.environ.get("DATABASE_URL"):
            self.kabarkan("Menyalakan PostgreSQL …")
            self.server.append(layanan.mulai(alamat.klaster()))
        if not os.environ.get("REDIS_URL"):
            self.kabarkan("Menyalakan Valkey …")
            self.server.append(layanan.mulai("vk"))
        self.kabarkan("Menyiapkan tabel dan berkas statis …")
        # What needs no other table is ready on the second processor long before the migrations. The cache is a table,
        # too (rate limits and one-time codes need one that all processes share).
        sambil = [
            (argv[0], self._mulai_perintah(*argv, "--verbosity", "0"))
            for argv in (["collectstatic", "--no-input"], ["createcachetable"])
        ]
        self._perintah("migrate", "--verbosity", "0")
        for nama, proses in sambil:
            self._tunggu_perintah(proses, nama)
        if self.contoh:
            # Before the first invented row: from now on every page of this data folder says so.
            alamat.berkas_contoh().touch()
        self._mulai("worker", pekerja.argv_worker(), tenggang=15, darurat=signal.SIGQUIT)
        self._mulai("beat", pekerja.argv_beat(), tenggang=5)
        # Its own start takes seconds that the sample office need not wait for.
        self._mulai("web", pekerja.argv_web(self.porta), tenggang=12)
        if self.contoh and "muat_contoh" in self.perintah:
            self.kabarkan("Memuat kantor contoh dan menghitung evaluasinya lewat Celery …")
            self._perintah("muat_contoh")
        self._tunggu_halaman()
        self.kabarkan(f"\nSiap dalam {time.monotonic() - awal:.0f} detik: http://127.0.0.1:{self.porta}/")
        if self.contoh and "akun_contoh" in self.perintah:
            self._kabarkan_akun()
        self.kabarkan(f"Catatan server ada di {alamat.folder_data()}. Tekan Ctrl-C untuk menghentikan semuanya.")

    def _mulai(self, nama: str, argv: list[str], *, tenggang: float, darurat: int | None = None) -> None:
        self.proses.append(Proses(nama, argv, tenggang, darurat, self._lahirkan(nama, argv)))

    def _lahirkan(self, nama: str, argv: Sequence[str]) -> subprocess.Popen[bytes]:
        # The children share the users' locks: after kill -9 of this process the servers wait for their end.
        return anak.mulai(
            argv,
            sinyal=signal.SIGTERM,
            log=alamat.folder_data() / f"{nama}.log",
            env=self.env,
            cwd=alamat.AKAR,
            wariskan=[server.fd for server in self.server],
        )

    def _perintah(self, *argv: str) -> None:
        """Run one management command to its end; its output goes to the terminal."""
        self._tunggu_perintah(self._mulai_perintah(*argv), argv[0])

    def _mulai_perintah(self, *argv: str) -> subprocess.Popen[bytes]:
        proses = anak.mulai(
            [sys.executable, "manage.py", *argv],
            sinyal=signal.SIGTERM,
            env=self.env,
            cwd=alamat.AKAR,
            wariskan=[server.fd for server in self.server],
        )
        self.sekali.append(proses)
        return proses

    def _tunggu_perintah(self, proses: subprocess.Popen[bytes], nama: str) -> None:
        status = proses.wait()
        self.sekali.remove(proses)
        if status != 0:
            raise LokalError(f"Perintah «manage.py {nama}» gagal (status {status}); pesannya ada di atas.")

    def _tunggu_halaman(self) -> None:
        url = f"http://127.0.0.1:{self.porta}/healthz/live"
        web = self.proses[-1]
        log = alamat.folder_data() / "web.log"
        # An http_proxy of the office must not answer for this machine.
        pembuka = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        batas = time.monotonic() + _BATAS_HALAMAN
        sebab = ""
        while True:
            try:
                with pembuka.open(url, timeout=5) as jawaban:
                    jawaban.read()
                    return
            except (OSError, urllib.error.HTTPError) as galat:
                sebab = str(galat)
            if web.popen.poll() is not None:
                raise LokalError(f"Server web berhenti saat dinyalakan. Isi {log}:\n{anak.ekor(log)}")
            if time.monotonic() > batas:
                raise LokalError(f"Halaman {url} belum menjawab ({sebab}). Isi {log}:\n{anak.ekor(log)}")
            time.sleep(0.1)

    def _kabarkan_akun(self) -> None:
        hasil = subprocess.run(
            [sys.executable, "manage.py", "akun_contoh", "--json"],
            env=self.env,
            cwd=alamat.AKAR,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        try:
            akun: list[dict[str, Any]] = json.loads(hasil.stdout)
        except ValueError:
            self.kabarkan("Daftar akun contoh: .venv/bin/python manage.py akun_contoh")
            return
        self.kabarkan("Akun contoh (peran, nama masuk, sandi):")
        lebar = max((len(str(satu["masuk"])) for satu in akun), default=0)
        for satu in akun:
            self.kabarkan(f"  {satu['peran']:<11} {satu['masuk']:<{lebar}}  {satu['sandi']}")

    # --- watch -------------------------------------------------------------------------------------------------
    def _jaga(self) -> None:
        while True:
            for server in self.server:
                if not server.hidup():
                    self._server_mati(server)
            for proses in self.proses:
                self._periksa(proses)
            time.sleep(0.3)

    def _server_mati(self, server: layanan.Pakaian) -> None:
        if server.nama != "vk":
            raise LokalError(
                f"{server.server.sebutan} mati mendadak, jadi semuanya dihentikan. Data yang sudah tersimpan aman; "
                f"jalankan lagi untuk memulihkannya. Rincian: {server.server.log}"
            )
        if time.monotonic() < self.valkey_coba_lagi:
            return
        self.valkey_coba_lagi = time.monotonic() + 5
        self.kabarkan("Valkey mati mendadak; dinyalakan lagi. Jawaban survei tetap tersimpan selama itu.")
        try:
            server.ulangi()
        except LokalError as galat:
            self.kabarkan(f"Valkey belum dapat dinyalakan: {galat}")

    def _periksa(self, proses: Proses) -> None:
        kini = time.monotonic()
        if proses.mati_sejak is None:
            status = proses.popen.poll()
            if status is None:
                return
            anak.bersihkan_grup(proses.popen)
            proses.mati_sejak = kini
            proses.jeda = 0.0 if kini - proses.mulai > _SEHAT else min(max(1.0, proses.jeda * 2), _JEDA_TERLAMA)
            self.kabarkan(f"Proses {proses.nama} berhenti (status {status}); dinyalakan lagi. Lihat {proses.nama}.log.")
        if kini - proses.mati_sejak >= proses.jeda:
            proses.popen = self._lahirkan(proses.nama, proses.argv)
            proses.mulai, proses.mati_sejak = kini, None

    # --- down --------------------------------------------------------------------------------------------------
    def _padamkan(self) -> None:
        for sekali in self.sekali:
            anak.hentikan(sekali, sinyal=signal.SIGTERM, tenggang=5)
        for proses in reversed(self.proses):
            anak.hentikan(proses.popen, sinyal=signal.SIGTERM, tenggang=proses.tenggang, darurat=proses.darurat)
        for server in reversed(self.server):
            if not server.lepas():
                self.kabarkan(
                    f"{server.server.sebutan} dibiarkan menyala karena masih dipakai perintah lain; "
                    "ia berhenti bersama perintah itu."
                )
