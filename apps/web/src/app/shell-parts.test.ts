// @vitest-environment jsdom
import { expect, test } from "vitest";
import { countVisit, mayAsk } from "./create-install.ts";
import { neighbourOf } from "./neighbour.ts";
import { matching } from "./palette-items.ts";
import { pathOfLink } from "./path-of-link.ts";
import { lineAfter, statusLineOf } from "./status-line.ts";
import { installTrustedTypes } from "./trusted-types.ts";

const online = { state: "online", waiting: 0, behind: 0, isSlow: false, isFull: false } as const;

test("all is well: no line", () => {
  expect(statusLineOf(online)).toBeUndefined();
});

test("[F28] a full device comes before all else: what comes in is not kept", () => {
  expect(statusLineOf({ ...online, state: "offline", isFull: true })).toEqual({ kind: "full", count: 0 });
});

test("offline comes before everything, and says how much waits", () => {
  expect(statusLineOf({ ...online, state: "offline", waiting: 2, behind: 3, isSlow: true })).toEqual({
    kind: "offline",
    count: 2,
  });
  expect(statusLineOf({ ...online, behind: 3, waiting: 1 })).toEqual({ kind: "behind", count: 3 });
});

test("coming back is said once, to someone who was told of being away", () => {
  const sending = { kind: "sending", count: 1 } as const;
  expect(lineAfter(sending, undefined, true)).toEqual({ kind: "back", count: 0 });
  expect(lineAfter(sending, undefined, false)).toBeUndefined();
  expect(lineAfter({ kind: "back", count: 0 }, undefined, true)).toBeUndefined();
});

test("Alice finds Sørensen by s, Đặng by dang and nobody by what is not there", () => {
  const people = [{ title: "Elin Sørensen" }, { title: "Đặng Minh" }, { title: "Bob" }];
  expect(matching(people, "dang").map((it) => it.title)).toEqual(["Đặng Minh"]);
  expect(matching(people, "el s").map((it) => it.title)).toEqual(["Elin Sørensen"]);
  expect(matching(people, "")).toHaveLength(3);
  expect(matching(people, "ob")).toEqual([]);
});

test("the next chat is the one below, and the unread one skips those that are read", () => {
  const list = [
    { id: "a", unread: 0 },
    { id: "b", unread: 0 },
    { id: "c", unread: 2 },
  ];
  expect(neighbourOf(list, "a", 1, false)?.id).toBe("b");
  expect(neighbourOf(list, "a", 1, true)?.id).toBe("c");
  expect(neighbourOf(list, undefined, -1, false)?.id).toBe("c");
  expect(neighbourOf(list, "c", 1, false)).toBeUndefined();
});

test("a link handed over by the system leads only to chats and invitations", () => {
  expect(pathOfLink("web+parley:join/abc-DEF_123")).toBe("/join/abc-DEF_123");
  expect(pathOfLink("web+parley://c/018f0000-0000-7000-8000-00000000a11c")).toBe(
    "/c/018f0000-0000-7000-8000-00000000a11c",
  );
  expect(pathOfLink("web+parley:settings/account")).toBe("/");
  expect(pathOfLink("javascript:alert(1)")).toBe("/");
});

test("Alice is asked to install from her second visit on, and not again after a later", () => {
  const device = new Map<string, string>();
  const kept = (map: Map<string, string>) => ({
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
  });
  const visit = () => countVisit(kept(new Map()), kept(device));
  visit();
  expect(mayAsk(kept(device))).toBe(false);
  visit();
  expect(mayAsk(kept(device))).toBe(true);
  device.set("parley.installDismissed", "yes");
  expect(mayAsk(kept(device))).toBe(false);
});

test("the one policy lets templates through and nothing that could run", () => {
  type Rules = { createHTML(html: string): string; createScriptURL(url: string): string };
  let rules: Rules | undefined;
  const page = {
    location,
    trustedTypes: {
      createPolicy(_name: "default", given: Rules) {
        rules = given;
      },
    },
  };
  installTrustedTypes(page);
  expect(rules?.createHTML('<div class="app"></div>')).toBe('<div class="app"></div>');
  for (const html of ["<script>1</script>", '<img src=x onerror="1">', '<a href="javascript:1">', "<iframe>"])
    expect(() => rules?.createHTML(html)).toThrow("bears script");
  expect(rules?.createScriptURL("/service-worker.js")).toBe("/service-worker.js");
  expect(() => rules?.createScriptURL("https://elsewhere.example/x.js")).toThrow("Parley alone");
});
