"""Backup, restore, and the rehearsed restore.

One backup is one ZIP file: ``basis_data.dump`` (pg_dump, custom format), ``media/…``, ``manifes.json``, and
``manifes.tanda``, the signature of the manifest by the secret of this installation. The manifest comes last and lists
every part with its SHA-256, so a file that ends early is never taken for a backup.
"""
