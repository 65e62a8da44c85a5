"""Long leave and studies, and two values of the rule about who rates behaviour."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0009_angka_kredit"),
        ("organisasi", "0003_hari_libur"),
    ]

    operations = [
        migrations.CreateModel(
            name="MasaKhusus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("tugas_belajar", "Tugas belajar"),
                            ("cuti_besar", "Cuti besar"),
                            ("cuti_sakit", "Cuti sakit"),
                            ("cuti_melahirkan", "Cuti melahirkan"),
                            ("cuti_luar_tanggungan", "Cuti di luar tanggungan negara"),
                            ("berhenti_sementara", "Diberhentikan sementara"),
                        ],
                        max_length=24,
                        verbose_name="jenis",
                    ),
                ),
                ("mulai", models.DateField(verbose_name="mulai")),
                ("selesai", models.DateField(verbose_name="sampai dengan")),
                ("dasar", models.CharField(max_length=200, verbose_name="nomor surat")),
                (
                    "dinilai",
                    models.BooleanField(
                        default=False,
                        help_text="Centang bila surat atau aturan mewajibkan penilaian. Belum diperiksa dengan peraturan.",
                        verbose_name="tetap dinilai",
                    ),
                ),
            ],
            options={
                "verbose_name": "masa khusus",
                "verbose_name_plural": "masa khusus",
                "ordering": ["-mulai", "pegawai__nama_urut"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("selesai__gte", models.F("mulai"))),
                        name="masakhusus_urutan_tanggal",
                        violation_error_message="Tanggal selesai mendahului tanggal mulai.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="aturanpenilaian",
            name="hari_minimal_atasan",
            field=models.PositiveSmallIntegerField(
                default=0,
                help_text="Atasan yang lebih singkat menyerahkan penilaian perilaku kepada atasan sebelumnya; 0 berarti tanpa batas. PermenPANRB 8/2021 memakai satu bulan; untuk PermenPANRB 6/2022 belum diperiksa dengan peraturan.",
                verbose_name="hari menjabat sebelum menilai perilaku",
            ),
        ),
        migrations.AddField(
            model_name="aturanpenilaian",
            name="minimal_penilai_lain",
            field=models.PositiveSmallIntegerField(
                default=3,
                help_text="Penilaian rekan dan bawahan dipakai mulai sekian orang, agar tidak dikenali siapa menilai apa.",
                verbose_name="rekan atau bawahan paling sedikit",
            ),
        ),
        migrations.AddConstraint(
            model_name="aturanpenilaian",
            constraint=models.CheckConstraint(
                condition=models.Q(("minimal_penilai_lain__gte", 1)),
                name="aturan_penilai_lain_ada",
                violation_error_message="Jumlah rekan atau bawahan paling sedikit 1.",
            ),
        ),
        migrations.AddField(
            model_name="masakhusus",
            name="pegawai",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="masa_khusus",
                to="organisasi.pegawai",
                verbose_name="pegawai",
            ),
        ),
        migrations.AddConstraint(
            model_name="masakhusus",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("pegawai", "="),
                    (
                        models.Func(
                            models.F("mulai"),
                            models.F("selesai"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="masakhusus_tidak_bertumpuk",
                violation_error_message="Sudah ada masa khusus lain untuk tanggal itu.",
            ),
        ),
    ]
