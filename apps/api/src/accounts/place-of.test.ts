import { expect, test } from "vitest";
import { placeOf } from "./place-of.ts";

test.each([
  ["127.0.0.1", "This computer"],
  ["::1", "This computer"],
  ["::ffff:192.168.1.42", "Local network 192.168.1.x"],
  ["10.1.2.3", "Local network 10.1.2.x"],
  ["172.32.0.9", "Network 172.32.0.x"],
  ["203.0.113.77", "Network 203.0.113.x"],
  ["fd00::12", "Local network"],
  ["2001:db8:12:34::9", "Network 2001:db8:12::x"],
  ["2001:db8::9", "Network 2001:db8::x"],
  ["unix", "Unknown network"],
  [undefined, "Unknown network"],
])("%s is %s", (address, place) => expect(placeOf(address)).toBe(place));
