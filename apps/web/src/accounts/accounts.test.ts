// @vitest-environment jsdom
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";
import { forgetAccount, knownAccount, rememberAccount } from "./known-account.ts";

test("this device greets Alice by name the next time, until she says it is not her", () => {
  rememberAccount({ ...cast.alice, avatarId: null, bio: "", isDeleted: false }, localStorage);
  expect(knownAccount(localStorage)).toEqual({ userId: cast.alice.id, displayName: "Alice", username: "alice" });
  forgetAccount(localStorage);
  expect(knownAccount(localStorage)).toBeUndefined();
  localStorage.setItem("parley.knownAccount", '{"userId":1}');
  expect(knownAccount(localStorage)).toBeUndefined();
});

test("a passkey is named after the browser and the system it was made on", () => {
  expect(
    deviceName(
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    ),
  ).toBe("Safari, Mac");
  expect(
    deviceName(
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
    ),
  ).toBe("Edge, Windows");
  expect(deviceName("curl")).toBe("");
});
