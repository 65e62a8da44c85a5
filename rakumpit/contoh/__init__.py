"""The sample office. Nothing in the product imports it; without RAKUMPIT_CONTOH=1 its commands refuse."""
