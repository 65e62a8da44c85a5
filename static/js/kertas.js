// Typing of paper forms: a digit leads to the next field, Enter too, Backspace in an empty field leads back. A digit that
// is no answer stays, selected, so that the next one replaces it. Without this script the page is an ordinary form.
"use strict";
(() => {
  const form = document.querySelector("[data-ketik]");
  if (!form) return;
  const medan = [...form.querySelectorAll("input:not([type=hidden]), textarea, button[type=submit]")];
  function pindah(dari, langkah) {
    const tujuan = medan[medan.indexOf(dari) + langkah];
    if (!tujuan) return;
    tujuan.focus();
    if (tujuan.select) tujuan.select();
  }
  form.addEventListener("input", (kejadian) => {
    const satu = kejadian.target;
    if (!satu.classList.contains("ketik")) return;
    const salah = satu.value !== "" && !(Number(satu.value) <= Number(satu.dataset.batas));
    satu.classList.toggle("is-invalid", salah);
    satu.setAttribute("aria-invalid", salah);
    if (salah) satu.select();
    else if (satu.value.length >= satu.maxLength) pindah(satu, 1);
  });
  form.addEventListener("keydown", (kejadian) => {
    const satu = kejadian.target;
    // An empty suggestion is passed over as any other field; in a written one Enter begins a line.
    const lewat = satu.tagName === "INPUT" ? satu.type !== "checkbox" : satu.tagName === "TEXTAREA" && !satu.value;
    if (kejadian.key === "Enter" && lewat) {
      kejadian.preventDefault();
      pindah(satu, 1);
    } else if (kejadian.key === "Backspace" && satu.classList.contains("ketik") && !satu.value) {
      kejadian.preventDefault();
      pindah(satu, -1);
    }
  });
  const salah = form.querySelector(".salah input");
  const mulai = salah || form.querySelector("[name=tanggal][value='']") || form.querySelector("[name=layanan]");
  if (mulai && !document.querySelector(".galat-ringkas")) { mulai.focus(); mulai.select(); }
})();
