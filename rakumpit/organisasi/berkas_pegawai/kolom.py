"""Headings of staff lists and what they are read as."""

from __future__ import annotations

KOLOM = {
    "siasn_id": ("PNS ID", "ID PNS", "SIASN ID"),
    "nip": ("NIP", "NIP baru", "NIP/NI PPPK", "NI PPPK", "NIP PNS", "NIP pegawai", "Nomor Induk Pegawai"),
    "nama": ("Nama", "Nama lengkap", "Nama pegawai", "Nama dan gelar", "Nama dengan gelar", "Nama ASN"),
    "gelar_depan": ("Gelar depan",),
    "gelar_belakang": ("Gelar belakang",),
    "status": ("Status", "Status pegawai", "Status kepegawaian"),
    "status_cpns": ("Status CPNS PNS",),
    "status_asn": ("Status ASN",),
    "jenis_pegawai": ("Jenis pegawai", "Jenis pegawai nama"),
    "pangkat": ("Pangkat", "Pangkat tertulis", "Pangkat golongan", "Pangkat/golongan ruang", "Nama pangkat"),
    "golongan": ("Golongan", "Gol", "Gol ruang", "Golongan ruang", "Gol akhir nama", "Golongan akhir"),
    "golongan_id": ("Gol akhir ID",),
    "jabatan": ("Jabatan", "Nama jabatan", "Jabatan nama"),
    "unit": ("Unit kerja", "Unit", "Unor", "Unor nama", "Nama unor", "Bagian"),
    "unit_id": ("Unor ID",),
    "petunjuk": ("Sub jabatan", "Penempatan"),
    "jenis_kelamin": ("Jenis kelamin", "Kelamin", "L/P"),
    "tanggal_lahir": ("Tanggal lahir", "Tgl lahir", "Lahir"),
    "tmt": ("TMT jabatan", "TMT", "Tanggal TMT jabatan", "Mulai jabatan"),
    "atasan": ("NIP atasan", "Atasan", "NIP atasan langsung", "Atasan langsung", "Nama atasan", "Pejabat penilai"),
}
# What people read about a column, in reports and in our own template.
LABEL_KOLOM = {
    "siasn_id": "PNS ID",
    "nip": "NIP",
    "nama": "Nama",
    "gelar_depan": "Gelar depan",
    "gelar_belakang": "Gelar belakang",
    "status": "Status",
    "status_cpns": "Status",
    "status_asn": "Status",
    "jenis_pegawai": "Status",
    "pangkat": "Pangkat",
    "golongan": "Golongan",
    "golongan_id": "Golongan",
    "jabatan": "Jabatan",
    "unit": "Unit kerja",
    "unit_id": "Unit kerja",
    "petunjuk": "Penempatan",
    "jenis_kelamin": "Jenis kelamin",
    "tanggal_lahir": "Tanggal lahir",
    "tmt": "TMT jabatan",
    "atasan": "Atasan",
}
SANDI = {"password", "passwd", "pwd", "sandi", "katasandi", "pass", "pin", "passwordhash", "katakunci"}
# Personal data (UU 27/2022) that the product has no use for.
PRIBADI = {
    "nik", "ktp", "nomorktp", "noktp", "nokk", "nomorhp", "nohp", "hp", "telepon", "notelepon", "telp", "nowa",
    "email", "emailgov", "surel", "alamat", "npwp", "npwpnomor", "nonpwp", "bpjs", "agama", "agamaid", "agamanama",
    "jeniskawinid", "jeniskawinnama", "statusperkawinan", "statuskawin", "tempatlahir",
    "tempatlahirid", "tempatlahirnama", "norekening", "rekening", "namaibu", "golongandarah", "isvalidnik",
}  # fmt: skip
# Running numbers of a list: not worth a remark.
NOMOR = {"no", "nomor", "id", "nourut", "nomorurut"}
