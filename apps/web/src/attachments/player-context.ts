import { type Accessor, createContext } from "solid-js";
import type { Player } from "./view/create-player.ts";

/** What is heard goes on wherever one goes, so it belongs to the whole app; there is none before the first is heard. */
export const PlayerContext = createContext<{
  player: Accessor<Player | undefined>;
  setPlayer(player: Player): void;
}>();
