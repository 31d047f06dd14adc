/** Lets the tiles of the tray be put in order with a mouse; for fingers and keys there are buttons. */
export function makeSorting(move: (from: number, to: number) => void) {
  let from: number | undefined;
  return {
    item: (at: () => number) => ({
      onDragStart(event: DragEvent) {
        from = at();
        event.dataTransfer?.setData("application/x-parley-tile", String(from));
      },
      onDragEnd() {
        from = undefined;
      },
    }),
    list: {
      onDragOver(event: DragEvent) {
        if (from !== undefined) event.preventDefault();
      },
      onDrop(event: DragEvent) {
        const to = (event.target as Element).closest<HTMLElement>("[data-at]")?.dataset["at"];
        if (from === undefined || to === undefined) return;
        event.preventDefault();
        move(from, Number(to));
      },
    },
  };
}
