import type { UserId } from "@parley/schema";
import { ScopeRoom } from "./scope-room.ts";

/** The room of a user's own things: one connection per device. Whoever is here is the user alone. */
export default class UserRoom extends ScopeRoom {
  protected joined(): void {}
  protected left(): void {}
  protected renewed(): void {}
  protected typed(): void {}
  protected present(): UserId[] {
    return [];
  }
}
