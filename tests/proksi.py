"""A small HTTP proxy between a browser and a server, which a test lets misbehave as lines and their owners do."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from enum import StrEnum
from types import TracebackType

_PANJANG = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)
_SAMBUNGAN = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)


class Sikap(StrEnum):
    """What becomes of a request."""

    TERUS = "terus"
    # The line is cut before the server hears of it.
    PUTUS = "putus"
    # The server does its work, and its answer is lost on the way.
    TELAN = "telan"
    # Answers of others: a gateway, a portal that wants a login, something that speaks JSON.
    GERBANG = "gerbang"
    PORTAL = "portal"
    ASING = "asing"


_JAWABAN = {
    Sikap.GERBANG: (b"502 Bad Gateway", b"text/html", b"<h1>502 Bad Gateway</h1>"),
    Sikap.PORTAL: (b"200 OK", b"text/html", b"<h1>Masuk ke WiFi</h1>"),
    Sikap.ASING: (b"200 OK", b"application/json", b'{"status": "ok"}'),
}


class Proksi:
    """Listens on a port of its own for as long as the context lasts; one request per connection.

    ``sikap`` holds for what is posted, ``sikap_halaman`` for all else; ``kiriman`` holds what was posted,
    ``diunduh`` path and bytes (with headers) of every answer that was passed on.
    """

    def __init__(self, porta_tujuan: int, inang: str = "localhost") -> None:
        self.tujuan = (inang, porta_tujuan)
        self.sikap = self.sikap_halaman = Sikap.TERUS
        self.kiriman: list[bytes] = []
        self.diunduh: list[tuple[str, int]] = []
        self._pintu = socket.create_server((socket.gethostbyname(inang), 0))
        self.alamat = f"http://{inang}:{self._pintu.getsockname()[1]}"
        self._benang: list[threading.Thread] = []

    def __enter__(self) -> Proksi:
        self._mulai(self._terima)
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, isi: BaseException | None, jejak: TracebackType | None
    ) -> None:
        # Closing alone does not wake a thread that waits in accept().
        with contextlib.suppress(OSError):
            self._pintu.shutdown(socket.SHUT_RDWR)
        self._pintu.close()
        for satu in self._benang:
            satu.join(15)

    def putuskan(self, sikap: Sikap = Sikap.PUTUS) -> None:
        """Let everything suffer that."""
        self.sikap = self.sikap_halaman = sikap

    def sambungkan(self) -> None:
        """Let everything pass."""
        self.putuskan(Sikap.TERUS)

    def _mulai(self, kerja: object, *isi: object) -> None:
        benang = threading.Thread(target=kerja, args=isi, daemon=True)  # type: ignore[arg-type]
        self._benang.append(benang)
        benang.start()

    def _terima(self) -> None:
        while True:
            try:
                klien, _ = self._pintu.accept()
            except OSError:
                return
            self._mulai(self._layani, klien)

    def _layani(self, klien: socket.socket) -> None:
        klien.settimeout(10)
        with klien, contextlib.suppress(OSError):
            permintaan = self._baca(klien)
            if not permintaan:
                return
            kirim = permintaan.startswith(b"POST ")
            sikap = self.sikap if kirim else self.sikap_halaman
            if kirim:
                self.kiriman.append(permintaan)
            if sikap is Sikap.PUTUS:
                return
            if sikap in _JAWABAN:
                status, jenis, isi = _JAWABAN[sikap]
                klien.sendall(
                    b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                    % (status, jenis, len(isi), isi)
                )
                return
            jawaban = self._teruskan(permintaan)
            if sikap is Sikap.TERUS:
                klien.sendall(jawaban)
                self.diunduh.append((permintaan.split(b" ", 2)[1].decode(), len(jawaban)))

    @staticmethod
    def _baca(klien: socket.socket) -> bytes:
        """One request with its body; empty when the browser opened the connection for nothing."""
        isi = b""
        while b"\r\n\r\n" not in isi:
            if not (potong := klien.recv(65_536)):
                return b""
            isi += potong
        kepala, _, badan = isi.partition(b"\r\n\r\n")
        cocok = _PANJANG.search(kepala)
        panjang = int(cocok[1]) if cocok else 0
        while len(badan) < panjang:
            if not (potong := klien.recv(65_536)):
                return b""
            badan += potong
        return _SAMBUNGAN.sub(b"", kepala) + b"\r\nConnection: close\r\n\r\n" + badan

    def _teruskan(self, permintaan: bytes) -> bytes:
        with socket.create_connection(self.tujuan, 10) as server:
            server.settimeout(30)
            server.sendall(permintaan)
            isi = b""
            while potong := server.recv(65_536):
                isi += potong
            return isi
