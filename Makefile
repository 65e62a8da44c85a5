# Kinerja Rakumpit. Cukup Python 3.11 ke atas dan make; selebihnya dipasang di .venv di folder ini.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000
export PORT

# $(1) requirements file, $(2) stamp. Runs pip only when the content of the pinned files has changed.
define siapkan
	@if ! $(PY) -c 'import pip' 2>/dev/null; then \
		if [ -z "$(PYTHON)" ]; then echo "Perlu Python 3.11 ke atas. Pasang, atau sebut jalurnya: make PYTHON=/jalur/python3.11 $@" >&2; exit 1; fi; \
		echo "Membuat lingkungan Python di $(VENV) ..."; \
		"$(PYTHON)" -m venv --clear $(VENV) || { echo "Lingkungan Python tidak dapat dibuat. Di Debian/Ubuntu pasang paket python3-venv." >&2; exit 1; }; \
	fi
	@sidik=$$(cat $(1) | $(PY) -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'); \
	if [ "$$(cat $(VENV)/$(2) 2>/dev/null)" != "$$sidik" ]; then \
		echo "Memasang pustaka (hanya sekali, sekitar satu menit) ..."; \
		$(PY) -m pip install --quiet --disable-pip-version-check -r $(lastword $(1)) || { echo "Pustaka gagal dipasang. Periksa sambungan internet lalu ulangi." >&2; exit 1; }; \
		echo "$$sidik" > $(VENV)/$(2); \
	fi
endef

.PHONY: help demo test uji templat lint gangguan ukur tangkapan venv venv-uji bersih

help: ## Tampilkan daftar ini
	@echo "Kinerja Rakumpit - perintah yang tersedia:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|' 2>/dev/null \
		|| grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)
	@echo "PORT=8080 make demo memilih porta lain. RAKUMPIT_DATA memilih folder data (biasanya .data)."

demo: venv ## Siapkan semuanya, muat kantor contoh, jalankan di http://127.0.0.1:8000/ (Ctrl-C menghentikan)
	@RAKUMPIT_IKUT_INDUK=1 exec $(PY) manage.py jalankan --contoh

test: lint uji ## Periksa gaya kode dan jalankan semua uji kecuali uji gangguan yang lambat

uji: venv-uji ## Jalankan uji saja, tanpa pemeriksaan gaya
	$(PY) -m pytest $(PYTEST_ARGS)

templat: venv-uji ## Siapkan basis data bermigrasi bagi uji, selagi yang lain diperiksa
	$(PY) -m tests.templat

lint: venv-uji ## Periksa gaya, tipe dan aturan impor
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy .
	$(VENV)/bin/lint-imports

gangguan: venv-uji ## Jalankan uji gangguan: proses dimatikan di tengah kerja (beberapa menit)
	$(PY) -m pytest -m gangguan $(PYTEST_ARGS)

ukur: venv-uji ## Jalankan pengukuran: cetak perbandingan waktu terhadap pembanding dalam putaran yang sama
	$(PY) -m pytest -m benchmark -s -o faulthandler_timeout=0 $(PYTEST_ARGS)

tangkapan: venv-uji ## Potret semua halaman ke docs/tangkapan; TANGKAPAN=kinerja membatasi pada nama yang berawalan itu
	TANGKAPAN="$(TANGKAPAN)" $(PY) -m pytest -q -m tangkapan tests/peramban/test_tangkapan.py $(PYTEST_ARGS)

venv: ## Pasang pustaka untuk menjalankan
	$(call siapkan,requirements.txt,.pasang-jalan)

venv-uji: ## Pasang pustaka untuk menguji
	$(call siapkan,requirements.txt requirements-dev.txt,.pasang-uji)

bersih: ## Hapus lingkungan Python dan simpanan alat (data di .data tidak disentuh)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
