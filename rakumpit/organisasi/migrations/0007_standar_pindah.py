"""The standard of a service lives in the survey app now; its rows were copied there."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0006_pengguna_terima_pengingat"), ("survei", "0005_loket")]

    operations = [migrations.DeleteModel(name="StandarPelayanan")]
