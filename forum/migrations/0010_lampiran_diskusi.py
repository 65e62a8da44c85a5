"""Pictures and PDF of posts of the discussion."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0009_masa_simpan_kontak'),
    ]

    operations = [
        migrations.CreateModel(
            name='LampiranDiskusi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('judul', models.CharField(max_length=40, verbose_name='judul')),
                ('berkas', models.FileField(upload_to='diskusi/', verbose_name='berkas')),
                ('tipe', models.CharField(choices=[('pdf', 'PDF'), ('jpg', 'Foto JPG'), ('png', 'Gambar PNG'), ('xlsx', 'Lembar kerja Excel'), ('docx', 'Dokumen Word')], max_length=4, verbose_name='tipe berkas')),
                ('ukuran', models.PositiveIntegerField(verbose_name='ukuran (bita)')),
                ('sidik', models.CharField(max_length=64, verbose_name='sidik')),
                ('pada', models.DateField(verbose_name='diterima pada')),
                ('balasan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='forum.balasan')),
                ('topik', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s', to='forum.topik')),
            ],
            options={
                'verbose_name': 'lampiran diskusi',
                'verbose_name_plural': 'lampiran diskusi',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('topik__isnull', True), ('balasan__isnull', True), _connector='XOR'), name='lampirandiskusi_satu_kiriman'), models.UniqueConstraint(fields=('topik', 'balasan', 'sidik'), name='lampirandiskusi_sekali', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('tipe__in', ['pdf', 'jpg', 'png'])), name='lampirandiskusi_tipe'), models.CheckConstraint(condition=models.Q(('sidik__regex', '^[0-9a-f]{64}$')), name='lampirandiskusi_sidik')],
            },
        ),
    ]
