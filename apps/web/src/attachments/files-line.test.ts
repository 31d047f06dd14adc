import { type Attachment, type FileId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { chat as ar } from "../i18n/ar/chat.ts";
import { chat as en } from "../i18n/en/chat.ts";
import { createI18n } from "../i18n/i18n.tsx";
import { chat as vi } from "../i18n/vi/chat.ts";
import { kindLine } from "../messages/kinds/kind-line.ts";

const file = (kind: Attachment["kind"], more: Partial<Attachment> = {}): Attachment => ({
  fileId: newId<FileId>(),
  kind,
  name: "minutes.pdf",
  mime: "application/octet-stream",
  size: 1,
  ...more,
});
const line = (attachments: Attachment[], text = "", language: "en" | "vi" | "ar" = "en") =>
  kindLine(createI18n(language, { en, vi, ar }[language], [language]), { kind: "text", text, attachments });

test("a message of files is a line that says what it is, with its caption", () => {
  expect(line([file("image")])).toBe("Photo");
  expect(line([file("image")], "At the **lake**")).toBe("Photo: At the lake");
  expect(line([file("video", { durationMs: 5_000 })])).toBe("Video");
  expect(line([file("voice", { durationMs: 12_400 })])).toBe("Voice message 0:12");
  expect(line([file("voice", { durationMs: 725_000 })])).toBe("Voice message 12:05");
  expect(line([file("sticker")])).toBe("Sticker");
  expect(line([file("document")])).toBe("minutes.pdf");
  expect(line([file("audio", { name: "Song.mp3" })])).toBe("Song.mp3");
});

test("of several it says how many, and of what when they are alike", () => {
  expect(line([file("image"), file("image"), file("image")])).toBe("3 photos");
  expect(line([file("video"), file("video")], "Both")).toBe("2 videos: Both");
  expect(line([file("image"), file("video")])).toBe("2 files");
});

test("in every language", () => {
  expect(line([file("image"), file("image")], "", "vi")).toBe("2 ảnh");
  expect(line([file("voice", { durationMs: 12_000 })], "", "vi")).toBe("Tin nhắn thoại 0:12");
  expect(line([file("image"), file("image")], "", "ar")).toBe("صورتان");
  expect(line([file("image")], "مرحبا", "ar")).toContain("صورة");
});
