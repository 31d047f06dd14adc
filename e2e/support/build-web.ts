import { buildWeb } from "../../scripts/build-web.ts";

/** Stories show people the app as it is built from these sources. */
export default function setup(): Promise<void> {
  return buildWeb();
}
