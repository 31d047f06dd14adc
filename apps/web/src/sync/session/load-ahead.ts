import { rememberedUser } from "./remembered-user.ts";

/** Begins to load the engine when somebody is signed in here, so that it comes beside the screens and not after them. */
export function loadAhead(prefix = "parley"): boolean {
  const remembered = rememberedUser(prefix);
  const isSignedIn = remembered !== null && remembered !== "signed-out";
  if (isSignedIn) void import("../solid/open-world.ts");
  return isSignedIn;
}
