// The kiosk: pages are swapped in place, so that the tablet stays in full screen and «Back» finds nothing; after a
// minute without a touch the start comes back. Without this script the same pages work as ordinary pages.
"use strict";
(() => {
  const DIAM = 60, PERINGATAN = 15, TERIMA_KASIH = 15;
  const awal = document.body.dataset.awal;
  let sisa = DIAM, sibuk = false;

  function kabar(teks) {
    const lama = document.querySelector("[data-kios-kabar]");
    if (lama && lama.textContent === teks) return;
    if (lama) lama.remove();
    if (!teks) return;
    const baru = document.createElement("p");
    baru.className = "kirim";
    baru.dataset.kiosKabar = "";
    baru.setAttribute("role", "alert");
    baru.textContent = teks;
    // At the top: the bar at the bottom is that of the form's own button.
    Object.assign(baru.style, { top: "0", bottom: "auto", zIndex: "2" });
    document.querySelector("main").prepend(baru);
  }
  function batas() { return document.querySelector("[data-kios-selesai]") ? TERIMA_KASIH : DIAM; }
  function diStart() { return Boolean(document.querySelector("[data-layar-penuh]")); }

  async function buka(alamat, isi) {
    if (sibuk) return;
    sibuk = true;
    try {
      const balasan = await fetch(alamat, { method: isi ? "POST" : "GET", body: isi, cache: "no-store", credentials: "same-origin" });
      // The front page is outside of the kiosk: the officer has left it.
      if (new URL(balasan.url).pathname.indexOf(awal) !== 0) {
        if (document.fullscreenElement) await document.exitFullscreen();
        location.replace(balasan.url);
        return;
      }
      const baru = new DOMParser().parseFromString(await balasan.text(), "text/html");
      const utama = baru.querySelector("main");
      if (!utama) throw new Error("halaman");
      document.querySelector("main").replaceWith(document.adoptNode(utama));
      document.title = baru.title;
      sisa = batas();
      scrollTo(0, 0);
      (utama.querySelector("[autofocus]") || utama).focus();
    } catch (galat) {
      // What was typed stays for the person who stands here; the idle clock clears it.
      kabar("Sambungan terputus. Jawaban Anda masih ada. Coba lagi sebentar lagi.");
      scrollTo(0, 0);
    } finally {
      sibuk = false;
    }
  }
  function kembali() {
    for (const form of document.forms) form.reset();
    buka(awal);
  }

  document.addEventListener("click", (saat) => {
    const tautan = saat.target.closest("a[data-kios]");
    if (!tautan) return;
    saat.preventDefault();
    if ("layarPenuh" in tautan.dataset && document.documentElement.requestFullscreen) {
      document.documentElement.requestFullscreen().catch(() => {});
    }
    buka(tautan.href);
  });
  document.addEventListener("submit", (saat) => {
    saat.preventDefault();
    buka(saat.target.action, new URLSearchParams(new FormData(saat.target)));
  });
  for (const jenis of ["pointerdown", "keydown", "scroll", "input"]) {
    addEventListener(jenis, () => { sisa = batas(); if (jenis !== "scroll") kabar(""); }, { passive: true, capture: true });
  }
  setInterval(() => {
    if (diStart() || sibuk) return;
    sisa -= 1;
    if (sisa <= 0) { sisa = DIAM; kembali(); }
    else if (sisa <= PERINGATAN && batas() === DIAM) kabar("Layar kembali ke awal sebentar lagi. Sentuh layar untuk melanjutkan.");
  }, 1000);
})();
