import type { UserId } from "@parley/schema";
import type { App } from "./start-app.ts";

/** Makes each of them a contact of all the others, so that what they write needs not be asked for. */
export async function befriend(app: App, ...users: { id: UserId }[]): Promise<void> {
  for (const user of users)
    for (const { id } of users)
      if (id !== user.id) await app.as(user).sync.setOwn.mutate({ kind: "contact", key: id, value: {} });
}
