import { type PublicKeyCredentialCreationOptionsJSON as Creation, type PublicKeyCredentialRequestOptionsJSON as Request, startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type { Sync } from "../sync/index.ts";

type Accounts = Sync["api"]["accounts"];
type CreationOptions = Awaited<ReturnType<Accounts["startSignUp"]["mutate"]>>["options"];
type RequestOptions = Awaited<ReturnType<Accounts["startSignIn"]["mutate"]>>["options"];

// The browser's own types of these options are wider in their strings than the library's; the values are the same.

/** Asks the device for a new passkey. */
export function createPasskey(options: CreationOptions) {
  return startRegistration({ optionsJSON: options as Creation });
}

/** Asks the device for one of its passkeys; with autofill it waits until one is picked in a field. */
export function askForPasskey(options: RequestOptions, useBrowserAutofill = false) {
  return startAuthentication({ optionsJSON: options as Request, useBrowserAutofill });
}
