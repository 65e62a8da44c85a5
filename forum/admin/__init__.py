"""Admin of the forum for the pengelola: rules only; what citizens wrote has no admin at all."""

from forum.admin.diskusi import AlasanModerasiAdmin
from forum.admin.sesi import AturanForumAdmin, UnsurPesertaAdmin
from forum.admin.tenggat import AturanTenggatAdmin

__all__ = ["AlasanModerasiAdmin", "AturanForumAdmin", "AturanTenggatAdmin", "UnsurPesertaAdmin"]
