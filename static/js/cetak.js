// A button that opens the browser's print dialogue. Without script it stays hidden and the browser's menu does the same.
"use strict";
for (const tombol of document.querySelectorAll("[data-cetak]")) {
  tombol.hidden = false;
  tombol.addEventListener("click", () => window.print());
}
