import { expect, test } from "vitest";
import { coordinates, linkToMap, readPlace, tileOf } from "./places.ts";

test.each([
  "59.32938, 18.06871",
  "59.32938 18.06871",
  "geo:59.32938,18.06871?z=14",
  "59.32938° N, 18.06871° E",
  "https://www.openstreetmap.org/?mlat=59.32938&mlon=18.06871#map=15/1.0/2.0",
  "https://www.openstreetmap.org/#map=15/59.32938/18.06871",
  "https://www.google.com/maps/place/X/@1.0,2.0,17z/data=!3d59.32938!4d18.06871",
  "https://www.google.com/maps/@59.32938,18.06871,15z",
  "https://maps.apple.com/?ll=59.32938%2C18.06871",
])("a point is read from %s", (text) => {
  expect(readPlace(text)).toEqual({ latitude: 59.32938, longitude: 18.06871 });
});

test("what is not on the earth, and what is no point, is none", () => {
  for (const text of ["91, 0", "0, 181", "ramen", "https://example.org/"]) expect(readPlace(text)).toBeUndefined();
});

test("south and west are read and written with their letters", () => {
  const rio = readPlace("22.9° S 43.2° W");
  expect(rio).toEqual({ latitude: -22.9, longitude: -43.2 });
  expect(coordinates({ latitude: -22.9, longitude: -43.2 })).toBe("22.90000° S, 43.20000° W");
  expect(linkToMap({ latitude: -22.9, longitude: -43.2, label: "Rio & co" })).toBe(
    "geo:-22.9,-43.2?q=-22.9,-43.2(Rio%20%26%20co)",
  );
});

test("a point lies in its tile of a slippy map", () => {
  expect(tileOf({ latitude: 0, longitude: 0 }, 1)).toEqual({ x: 1, y: 1, left: 0, top: 0 });
  expect(tileOf({ latitude: 59.32938, longitude: 18.06871 }, 15)).toMatchObject({ x: 18028, y: 9636 });
});
