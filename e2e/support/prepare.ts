import { buildWeb } from "../../scripts/build-web.ts";
import { emptyDatabase } from "./fresh-data.ts";

/** Once before the stories: the app as it is built from these sources, and an empty database to copy. */
export default async function prepare(): Promise<void> {
  await buildWeb();
  await emptyDatabase();
}
