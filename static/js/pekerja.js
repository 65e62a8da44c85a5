// Service worker of the public survey forms. PENGATURAN stands before this file, see survei/views/luring.py. It keeps what
// a form needs and forms that the office has marked for it, both fetched without cookies; never a page of the staff, of
// somebody who has signed in, or an answer.
"use strict";
const { versi, halaman, skrip, aset, tanda } = PENGATURAN;
importScripts(skrip);
const AWALAN = "survei-", SIMPANAN = AWALAN + versi;
const TUNGGU = 5000, SEHARI = 86400000, PALING_BANYAK = 20;
const FORMULIR = /^\/survei\/[0-9a-f]{8}-[0-9a-f-]{27}\/$/;
const PUBLIK = /^\/([sk]\/.*|survei\/(?!kelola\/).*)?$/;

async function simpanFormulir(alamat, wadah) {
  const jawab = await fetch(alamat, { credentials: "omit", cache: "no-store", redirect: "error" });
  if (jawab.ok && jawab.headers.get(tanda)) { await wadah.put(alamat, jawab); }
  else if (jawab.status < 500) { await wadah.delete(alamat); }
  else { throw new Error(jawab.status); }
}
// The form itself, and the one that its link asks for (?layanan=…); the oldest give way.
async function ingat(alamat) {
  const wadah = await caches.open(SIMPANAN), url = new URL(alamat);
  if (url.origin !== location.origin || !FORMULIR.test(url.pathname)) { return; }
  const polos = url.origin + url.pathname;
  for (const satu of url.search.startsWith("?layanan=") ? [polos, url.href] : [polos]) {
    const lama = await wadah.match(satu);
    if (!lama || Date.now() - Date.parse(lama.headers.get("Date")) > SEHARI) { await simpanFormulir(satu, wadah); }
  }
  const formulir = (await wadah.keys()).filter((satu) => FORMULIR.test(new URL(satu.url).pathname));
  for (const satu of formulir.slice(0, -PALING_BANYAK)) { await wadah.delete(satu); }
}
// Each showing of a kept form has a number of its own, as each page from the office has.
async function salinan(jawab) {
  const teks = (await jawab.text()).replace(/(name="submission_id" value=")[^"]*/, "$1" + Luring.nomorBaru())
    .replace("<form ", "<form data-salinan ");
  const kepala = new Headers(jawab.headers);
  kepala.delete("Content-Encoding");
  kepala.delete("Content-Length");
  return new Response(teks, { headers: kepala });
}
// The office first; the kept copy when it does not answer, or not within five seconds.
async function buka(permintaan) {
  const wadah = await caches.open(SIMPANAN), url = new URL(permintaan.url), polos = url.origin + url.pathname;
  const simpanan = FORMULIR.test(url.pathname) && (await wadah.match(polos + url.search) || await wadah.match(polos));
  const jaringan = fetch(permintaan);
  jaringan.catch(() => null);
  try {
    const jawab = await (simpanan ? Promise.race([jaringan, new Promise((_, gagal) => setTimeout(gagal, TUNGGU))]) : jaringan);
    if (!simpanan || jawab.status < 500) { return jawab; }
  } catch (galat) { if (!simpanan) { return wadah.match(halaman); } }
  return salinan(simpanan);
}

self.addEventListener("install", (e) => e.waitUntil((async () => {
  const wadah = await caches.open(SIMPANAN);
  await wadah.addAll(aset.map((satu) => new Request(satu, { credentials: "omit" })));
  // The kept forms come along in their new shape; if that fails, the old worker and all it has stay.
  for (const nama of await caches.keys()) {
    if (!nama.startsWith(AWALAN) || nama === SIMPANAN) { continue; }
    for (const satu of await (await caches.open(nama)).keys()) {
      if (FORMULIR.test(new URL(satu.url).pathname)) { await simpanFormulir(satu.url, wadah); }
    }
  }
  await self.skipWaiting();
})()));
self.addEventListener("activate", (e) => e.waitUntil((async () => {
  for (const nama of await caches.keys()) {
    if (nama.startsWith(AWALAN) && nama !== SIMPANAN) { await caches.delete(nama); }
  }
  await self.clients.claim();
})()));
self.addEventListener("message", (e) => { if (e.data.simpan) { e.waitUntil(ingat(e.data.simpan)); } });
self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin) { return; }
  if (e.request.mode === "navigate") {
    if (PUBLIK.test(url.pathname)) { e.respondWith(buka(e.request)); }
  } else if (aset.includes(url.pathname)) {
    e.respondWith(caches.open(SIMPANAN).then((wadah) => wadah.match(url.pathname)).then((ada) => ada || fetch(e.request)));
  }
});
// Background Sync, where the browser has it: rejecting means «again later».
self.addEventListener("sync", (e) => {
  if (e.tag === "survei") { e.waitUntil(Luring.kirimSemua().then((sisa) => sisa && Promise.reject(new Error(sisa)))); }
});
