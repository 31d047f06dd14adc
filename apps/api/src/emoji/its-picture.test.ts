import { type FileId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { type App, smallHeic, startApp, upload } from "../testing/index.ts";
import { hugePicture, noisyPicture } from "../testing/uploads.ts";

const { alice, bob } = cast;

let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("[A12] an emoji is its maker's own small picture: no SVG, no words, nothing large, nothing of another's", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`;
  const save = (fileId: FileId) => {
    const value = { name: "ramen", fileId, makerId: alice.id };
    return app.as(alice).sync.setOwn.mutate({ kind: "emoji", key: newId(), value });
  };

  await expectRefusal(save(await upload(app, alice, Buffer.from(svg), "emoji.svg")), "bad_input");
  await expectRefusal(save(await upload(app, alice, Buffer.from(svg), "emoji.png")), "bad_input");
  await expectRefusal(save(await upload(app, alice, Buffer.from("Ramen"), "emoji.png")), "bad_input");
  await expectRefusal(
    save(await upload(app, alice, await noisyPicture(400), "emoji.png")),
    "too_large",
    "file_too_large",
  );
  await expectRefusal(save(await upload(app, alice, await hugePicture(), "emoji.png")), "too_large", "file_too_large");
  await expectRefusal(save(await upload(app, alice, smallHeic, "emoji.heic")), "bad_input");
  await expectRefusal(save(await upload(app, bob, await noisyPicture(96), "emoji.png")), "conflict", "file_unfinished");
  await expectRefusal(save(newId()), "conflict", "file_unfinished");
});
