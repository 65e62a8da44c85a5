// Typing of paper forms: a digit leads to the next field, Enter too, Backspace in an empty field leads back. Without
// this script the page is an ordinary form.
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
    if (satu.classList.contains("ketik") && satu.value.length >= satu.maxLength) pindah(satu, 1);
  });
  form.addEventListener("keydown", (kejadian) => {
    const satu = kejadian.target;
    if (kejadian.key === "Enter" && satu.tagName === "INPUT" && satu.type !== "checkbox") {
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
