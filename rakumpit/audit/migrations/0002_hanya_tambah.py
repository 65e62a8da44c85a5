"""The audit trail is append-only: the database itself refuses to change, delete or empty it."""

from django.db import migrations

# 23001 is a restrict violation, which Django raises as IntegrityError. Values stand in their own table, which may be
# erased for one person; this one keeps the evidence that something was done.
PASANG = """
CREATE FUNCTION audit_tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Catatan audit tidak dapat diubah atau dihapus (%).', TG_OP USING ERRCODE = '23001';
END $$;

CREATE TRIGGER catatanaudit_hanya_tambah
    BEFORE UPDATE OR DELETE ON audit_catatanaudit
    FOR EACH ROW EXECUTE FUNCTION audit_tolak_ubah();

CREATE TRIGGER catatanaudit_tidak_dikosongkan
    BEFORE TRUNCATE ON audit_catatanaudit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_tolak_ubah();
"""

LEPAS = """
DROP TRIGGER catatanaudit_tidak_dikosongkan ON audit_catatanaudit;
DROP TRIGGER catatanaudit_hanya_tambah ON audit_catatanaudit;
DROP FUNCTION audit_tolak_ubah();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunSQL(PASANG, LEPAS)]
