from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0005_pimpinan_mandiri")]

    operations = [
        migrations.AddField(
            model_name="pengguna",
            name="terima_pengingat",
            field=models.BooleanField(default=True, verbose_name="menerima pengingat tenggat"),
        ),
    ]
