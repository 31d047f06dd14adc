// @vitest-environment jsdom
import { fireEvent, render, screen } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { loadCatalog } from "../i18n/catalog.ts";
import { createI18n, I18nContext } from "../i18n/index.ts";
import { directionOf } from "./direction-of.ts";
import { FormattedText } from "./FormattedText.tsx";

async function show(text: string): Promise<HTMLElement> {
  const i18n = createI18n("en", await loadCatalog("en"), ["en"]);
  return render(() => (
    <I18nContext.Provider value={i18n}>
      <FormattedText text={text} isEntered />
    </I18nContext.Provider>
  )).container;
}

test("words become one piece of text and no element", async () => {
  const shown = await show("See you at seven.\nBring the jacket.");
  expect(shown.childNodes).toHaveLength(1);
  expect(shown.firstChild?.nodeType).toBe(Node.TEXT_NODE);
});

test("what looks like HTML is text", async () => {
  const shown = await show('**<img src=x onerror="alert(1)">**');
  expect(shown.querySelector("img")).toBeNull();
  expect(shown.textContent).toBe('<img src=x onerror="alert(1)">');
});

test("a spoiler is covered until Bob asks for it, with the keyboard too", async () => {
  await show("It ends ||with [a wedding](https://w.example)||.");
  const cover = await screen.findByRole("button", { name: "Hidden text. Show it" }, { timeout: 20_000 });
  fireEvent.keyDown(cover, { key: "Enter" });
  expect(screen.getByRole("link", { name: "a wedding" }).getAttribute("href")).toBe("https://w.example/");
  expect(screen.queryByRole("button")).toBeNull();
});

test("lists, quotes and code are what they are to a screen reader", async () => {
  const shown = await show("3. three\n- [x] done\n> said\n```ts\nlet a = 1;\n```");
  expect(shown.querySelector("ol > li")?.getAttribute("value")).toBe("3");
  expect(screen.getByRole("checkbox")).toHaveProperty("checked", true);
  expect(shown.querySelector("blockquote")?.textContent).toBe("said");
  expect((await screen.findByRole("region", { name: "ts" }, { timeout: 20_000 })).textContent).toBe("let a = 1;");
});

test("a hashtag leads to the search for it", async () => {
  await show("For #lunch");
  expect(screen.getByRole("link", { name: "#lunch" }).getAttribute("href")).toBe("/search?q=%23lunch");
});

test("a message is read as its first letter, whatever comes after it", () => {
  expect(directionOf("**Plan**: قل نعم")).toBe("ltr");
  expect(directionOf("1. مرحبا Bob")).toBe("rtl");
  expect(directionOf("🎉 12:30")).toBe("auto");
});
