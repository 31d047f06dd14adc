// @vitest-environment jsdom
import { ToastProvider } from "@parley/ui";
import { fireEvent, render, screen } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { loadCatalog } from "../i18n/catalog.ts";
import { createI18n, I18nContext } from "../i18n/index.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

test("Alice goes on only once she has said that her codes are safe", async () => {
  const i18n = createI18n("en", await loadCatalog("en"), ["en"]);
  const goOn = vi.fn();
  render(() => (
    <I18nContext.Provider value={i18n}>
      <ToastProvider>
        <RecoveryCodes codes={["6Y29-MNSZ", "824E-RTKQ"]} username="alice" onKept={goOn} />
      </ToastProvider>
    </I18nContext.Provider>
  ));
  expect(screen.getAllByRole("listitem").map((code) => code.textContent)).toEqual(["6Y29-MNSZ", "824E-RTKQ"]);

  const button = screen.getByRole("button", { name: "Go on" });
  expect(button).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByRole("checkbox", { name: "I have kept them in a safe place" }));
  fireEvent.click(button);
  expect(goOn).toHaveBeenCalledOnce();
});
