import type { ContactValue, Person, RequestValue, UserId, UserRow } from "@parley/schema";
import type { Stored } from "../outbox/command.ts";
import type { ShownPerson } from "../types.ts";
import { ownValue, ownValues } from "./own-value.ts";

type Known = { own: ReadonlyMap<string, UserRow>; outbox: Stored[] };
export type Place = "list" | "requests" | "nowhere";

const kinds = ["contact", "request", "block"] as const;

/** What the user keeps about others, as text by whom: names, and where conversations stand, follow from it. */
export function aboutPeople(known: Known): Map<UserId, string> {
  const about = new Map<UserId, string>();
  for (const kind of kinds)
    for (const [id, value] of ownValues(kind, known))
      about.set(id as UserId, `${about.get(id as UserId) ?? ""}${kind}${JSON.stringify(value)}`);
  return about;
}

/** Of whom that changed between two looks. */
export function changedAbout(before: Map<UserId, string>, after: Map<UserId, string>): UserId[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}

/** A person by the name the user gave them. */
export function shownPerson(person: Person, known: Known): ShownPerson {
  const contact = ownValue("contact", person.id, known) as ContactValue | null;
  return contact?.name && !person.isDeleted
    ? { ...person, displayName: contact.name, ownName: person.displayName }
    : person;
}

/**
 * Where a direct conversation stands: a stranger's in the tray until it is answered, and nowhere while all there is of
 * it was deleted, is by somebody blocked, or cannot be seen.
 */
export function placeOf(
  it: { otherId: UserId | null; newestSeq: number | null; isUnseen: boolean },
  known: Known,
): Place {
  if (!it.otherId) return "list";
  if (it.newestSeq === null && it.isUnseen) return "nowhere";
  const request = ownValue("request", it.otherId, known) as RequestValue | null;
  if (!request) return "list";
  if (ownValue("block", it.otherId, known) !== null) return "nowhere";
  return request.state === "deleted" && (it.newestSeq ?? 0) <= request.upTo ? "nowhere" : "requests";
}
