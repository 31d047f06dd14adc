// Runs before the first paint, so that no page flashes in another theme. Its keys are those of src/settings/appearance.ts.
(() => {
  const page = document.documentElement;
  try {
    const appearance = JSON.parse(localStorage.getItem("parley.appearance") ?? "{}");
    for (const name of ["theme", "contrast", "accent", "density", "msg", "motion"]) {
      if (typeof appearance[name] === "string" && appearance[name] !== "system") page.dataset[name] = appearance[name];
    }
    const language = localStorage.getItem("parley.language");
    if (language && /^[a-z]{2}$/.test(language)) {
      page.lang = language;
      page.dir = language === "ar" ? "rtl" : "ltr";
    }
  } catch {
    // Storage is closed or holds something else: the system's theme it is.
  }
})();
