"""The web server's own log (``gunicorn --logger-class rakumpit.pencatat_web.PencatatWeb``)."""

from __future__ import annotations

from gunicorn.config import Config
from gunicorn.glogging import Logger

from rakumpit.alamat_rahasia import FormatSamar


class PencatatWeb(Logger):
    """Errors, and where an office asks for them accesses, without secrets of addresses."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        for log, bentuk in ((self.error_log, self.error_fmt), (self.access_log, self.access_fmt)):
            for tujuan in log.handlers:
                tujuan.setFormatter(FormatSamar(bentuk, self.datefmt))
