// @vitest-environment jsdom
import { fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test } from "vitest";
import { catalog } from "../../i18n/en/index.ts";
import { createI18n, I18nContext } from "../../i18n/i18n.tsx";
import { Scrubber } from "./Scrubber.tsx";

function show() {
  const [at, setAt] = createSignal(0);
  render(() => (
    <I18nContext.Provider value={createI18n("en", catalog, ["en"])}>
      <Scrubber
        waveform={undefined}
        positionMs={at()}
        durationMs={42_000}
        label="Voice message 0:42"
        tabindex={0}
        onSeek={setAt}
      />
    </I18nContext.Provider>
  ));
  return { at, slider: screen.getByRole("slider", { name: "Position in Voice message 0:42" }) };
}

test("Alice moves through a voice note with keys alone, and hears of where she is", () => {
  const { at, slider } = show();
  fireEvent.keyDown(slider, { key: "ArrowRight" });
  fireEvent.keyDown(slider, { key: "PageUp" });
  expect(at()).toBe(20_000);
  expect(slider.getAttribute("aria-valuetext")).toBe("0:20 of 0:42");
  // Time runs from the left, also in Arabic.
  expect(slider.getAttribute("dir")).toBe("ltr");
  fireEvent.keyDown(slider, { key: "End" });
  expect(at()).toBe(41_999);
  fireEvent.keyDown(slider, { key: "ArrowRight" });
  expect(at()).toBe(41_999);
  fireEvent.keyDown(slider, { key: "Home" });
  fireEvent.keyDown(slider, { key: "ArrowLeft" });
  expect(at()).toBe(0);
});
