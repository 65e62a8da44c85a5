from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0010_warga'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='pengguna',
            name='pengguna_nip_atau_email',
        ),
        migrations.AddConstraint(
            model_name='pengguna',
            constraint=models.CheckConstraint(condition=models.Q(('nip__isnull', False), ('email__isnull', False), ('warga', True), _connector='OR'), name='pengguna_nip_atau_email', violation_error_message='Isi NIP atau email: salah satunya dipakai untuk masuk.'),
        ),
    ]
