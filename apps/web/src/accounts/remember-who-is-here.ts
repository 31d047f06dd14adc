import { createEffect } from "solid-js";
import { createAccount } from "../sync/index.ts";
import { rememberAccount } from "./known-account.ts";

/** So that the next sign-in on this device can greet by name. */
export function rememberWhoIsHere(): void {
  const account = createAccount();
  createEffect(() => {
    const person = account()?.person;
    if (person && !person.isDeleted) rememberAccount(person, localStorage);
  });
}
