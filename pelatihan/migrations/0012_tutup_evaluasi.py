from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pelatihan', '0011_jadwal'),
    ]

    operations = [
        migrations.AddField(
            model_name='evaluasiperilaku',
            name='ditutup_pada',
            field=models.DateTimeField(blank=True, null=True, verbose_name='ditutup pada'),
        ),
        migrations.AddConstraint(
            model_name='evaluasiperilaku',
            constraint=models.CheckConstraint(condition=models.Q(('diisi_pada__isnull', True), ('ditutup_pada__isnull', True), _connector='OR'), name='evaluasiperilaku_diisi_atau_ditutup'),
        ),
    ]
