// Keeps what is typed in a form on this device until it is saved: <form data-draf="key">. Nothing leaves the device.
// On load a newer draft is offered, never put into the form unasked. A form with data-draf-bersih was just saved.
(function () {
  "use strict";
  var JEDA = 5000; // at most this long (ms) between typing and the copy
  var UMUR = 7 * 24 * 3600 * 1000;
  var KABAR = "Tersimpan di perangkat, belum terkirim.";

  function gudang() {
    try { localStorage.setItem("draf:uji", "1"); localStorage.removeItem("draf:uji"); return localStorage; } catch (galat) { return null; }
  }
  function medan(form) {
    return Array.prototype.filter.call(form.elements, function (satu) {
      return satu.name && ["hidden", "submit", "button", "file", "password"].indexOf(satu.type) < 0;
    });
  }
  function baca(form) {
    var isi = {};
    medan(form).forEach(function (satu) {
      if (satu.type === "radio" || satu.type === "checkbox") { if (satu.checked) { isi[satu.name] = satu.value; } }
      else { isi[satu.name] = satu.value; }
    });
    return isi;
  }
  function pakai(form, isi) {
    medan(form).forEach(function (satu) {
      if (satu.type === "radio" || satu.type === "checkbox") { satu.checked = isi[satu.name] === satu.value; }
      else if (isi[satu.name] !== undefined) { satu.value = isi[satu.name]; }
    });
  }
  function tombol(label, kelas, saat) {
    var satu = document.createElement("button");
    satu.type = "button"; satu.className = kelas; satu.textContent = label;
    satu.addEventListener("click", saat);
    return satu;
  }
  function tawarkan(form, kunci, draf, simpanan) {
    var kotak = document.createElement("div");
    kotak.className = "kilat kilat-perhatian"; kotak.setAttribute("role", "status");
    var kata = document.createElement("p");
    kata.textContent = "Di perangkat ini ada isian yang belum disimpan, diketik " +
      new Date(draf.waktu).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" }) + ".";
    var baris = document.createElement("p");
    baris.className = "jejer";
    baris.append(
      tombol("Pakai isian itu", "btn btn-primary", function () { pakai(form, draf.isi); kotak.remove(); }),
      tombol("Buang isian itu", "btn btn-outline-primary", function () { simpanan.removeItem(kunci); kotak.remove(); })
    );
    var isi = document.createElement("div");
    isi.className = "susun";
    isi.append(kata, baris);
    kotak.append(isi);
    form.before(kotak);
  }

  var simpanan = gudang();
  if (!simpanan) { return; }
  Object.keys(simpanan).forEach(function (nama) {
    if (nama.indexOf("draf:") !== 0) { return; }
    try { if (Date.now() - JSON.parse(simpanan.getItem(nama)).waktu > UMUR) { simpanan.removeItem(nama); } } catch (galat) { simpanan.removeItem(nama); }
  });
  document.querySelectorAll("form[data-draf]").forEach(function (form) {
    var kunci = "draf:" + form.dataset.draf;
    var awal = JSON.stringify(baca(form));
    var jam = null;
    var tanda = document.createElement("p");
    tanda.className = "keterangan"; tanda.setAttribute("role", "status");
    form.append(tanda);
    if ("drafBersih" in form.dataset) { simpanan.removeItem(kunci); }
    try {
      var draf = JSON.parse(simpanan.getItem(kunci));
      if (draf && JSON.stringify(draf.isi) === awal) { simpanan.removeItem(kunci); }
      else if (draf) { tawarkan(form, kunci, draf, simpanan); }
    } catch (galat) { simpanan.removeItem(kunci); }
    function salin() {
      jam = null;
      try {
        simpanan.setItem(kunci, JSON.stringify({ waktu: Date.now(), isi: baca(form) }));
        tanda.classList.remove("invisible"); tanda.textContent = KABAR;
      } catch (galat) { tanda.classList.add("invisible"); }
    }
    form.addEventListener("input", function () {
      // The line takes its room at the keystroke: later it would push what is pressed from under the finger.
      if (!tanda.textContent) { tanda.classList.add("invisible"); tanda.textContent = KABAR; }
      if (jam === null) { jam = setTimeout(salin, JEDA); }
    });
    // The copy stays until the server has answered that it is saved: the line may drop in between.
    form.addEventListener("submit", salin);
    // Another script of the page has taken the text into its own keeping (catatan.js).
    form.addEventListener("tersimpan", function () {
      clearTimeout(jam); jam = null; simpanan.removeItem(kunci); tanda.textContent = "";
    });
    window.addEventListener("pagehide", function () { if (jam !== null) { clearTimeout(jam); salin(); } });
  });
})();
