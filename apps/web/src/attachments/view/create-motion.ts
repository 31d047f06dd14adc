import type { Accessor } from "solid-js";
import { createMedia } from "../../app/create-media.ts";

type Connection = { saveData?: boolean };

/** Whether what moves may do so by itself here, and whether bytes are dear. */
export function createMotion(): { isWanted: Accessor<boolean>; savesData: Accessor<boolean> } {
  const isReduced = createMedia("(prefers-reduced-motion: reduce)");
  const isReducedData = createMedia("(prefers-reduced-data: reduce)");
  const savesData = () =>
    isReducedData() || (navigator as Navigator & { connection?: Connection }).connection?.saveData === true;
  return { isWanted: () => !isReduced() && !savesData(), savesData };
}
