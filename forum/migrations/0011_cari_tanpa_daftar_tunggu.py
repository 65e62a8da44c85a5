"""Search indexes that keep no list of rows still to be sorted in."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0010_lampiran_diskusi'),
        ('organisasi', '0010_warga'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='balasan',
            name='balasan_cari',
        ),
        migrations.RemoveIndex(
            model_name='balasan',
            name='balasan_isi_trigram',
        ),
        migrations.RemoveIndex(
            model_name='jawabanresmi',
            name='jawabanresmi_cari',
        ),
        migrations.RemoveIndex(
            model_name='topik',
            name='topik_cari',
        ),
        migrations.RemoveIndex(
            model_name='topik',
            name='topik_judul_trigram',
        ),
        migrations.RemoveIndex(
            model_name='topik',
            name='topik_isi_trigram',
        ),
        migrations.AddIndex(
            model_name='balasan',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['cari'], name='balasan_cari'),
        ),
        migrations.AddIndex(
            model_name='balasan',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('isi'), name='gin_trgm_ops'), fastupdate=False, name='balasan_isi_trigram'),
        ),
        migrations.AddIndex(
            model_name='jawabanresmi',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['cari'], name='jawabanresmi_cari'),
        ),
        migrations.AddIndex(
            model_name='topik',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['cari'], name='topik_cari'),
        ),
        migrations.AddIndex(
            model_name='topik',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('judul'), name='gin_trgm_ops'), fastupdate=False, name='topik_judul_trigram'),
        ),
        migrations.AddIndex(
            model_name='topik',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('isi'), name='gin_trgm_ops'), fastupdate=False, name='topik_isi_trigram'),
        ),
    ]
