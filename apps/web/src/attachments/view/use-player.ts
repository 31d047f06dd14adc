import { createRoot, getOwner, useContext } from "solid-js";
import { PlayerContext } from "../player-context.ts";
import { createPlayer, type Player } from "./create-player.ts";

/** The app's player: what it does now, and the player itself for who wants to hear something. */
export function usePlayer(): { now(): Player | undefined; take(): Player } {
  const context = useContext(PlayerContext);
  if (!context) throw new Error("There is no PlayerContext above this component.");
  const owner = getOwner();
  return {
    now: context.player,
    take() {
      const made = context.player() ?? createRoot(createPlayer, owner);
      context.setPlayer(made);
      return made;
    },
  };
}
