// Light or dark. Loaded at the top of <body>, so the right colours are there before the first paint.
// The system decides until the reader presses the button; from then on the choice is remembered.
(() => {
  const KEY = "sht-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const stored = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const store = (scheme) => {
    try { localStorage.setItem(KEY, scheme); } catch { /* storage is off: the choice lasts for this page */ }
  };
  const current = () => document.body.dataset.mdColorScheme;
  const apply = (scheme) => {
    document.body.dataset.mdColorScheme = scheme;
    const button = document.querySelector("[data-scheme-toggle]");
    if (button) button.setAttribute("aria-label", scheme === "slate" ? button.dataset.nameSlate : button.dataset.nameDefault);
  };
  const preferred = () => (["default", "slate"].includes(stored()) ? stored() : dark.matches ? "slate" : "default");

  document.documentElement.classList.replace("no-js", "js");
  apply(preferred());
  dark.addEventListener("change", () => apply(preferred()));
  document.addEventListener("DOMContentLoaded", () => {
    apply(preferred());
    document.querySelector("[data-scheme-toggle]")?.addEventListener("click", () => {
      const next = current() === "slate" ? "default" : "slate";
      store(next);
      apply(next);
    });
  });
})();
