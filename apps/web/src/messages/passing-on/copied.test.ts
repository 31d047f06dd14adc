import { expect, test } from "vitest";
import { copiedHtml, copiedText } from "./copied.ts";

const ramen = { name: "Bob", at: "09:41", text: "Ramen <b>now</b>?\nYes" };

test("one message is copied as it is, several with who wrote when", () => {
  expect(copiedText([ramen])).toBe("Ramen <b>now</b>?\nYes");
  expect(copiedText([ramen, { name: "Dana", at: "09:42", text: "Udon" }])).toBe(
    "Bob, 09:41\nRamen <b>now</b>?\nYes\n\nDana, 09:42\nUdon",
  );
});

test("nothing that somebody wrote is HTML when it is copied as such", () => {
  expect(copiedHtml([ramen])).toBe("<p>Ramen &#60;b&#62;now&#60;/b&#62;?<br>Yes</p>");
  expect(copiedHtml([ramen, { ...ramen, name: "<i>" }])).toContain("<b>&#60;i&#62;</b>, 09:41<br>");
});
