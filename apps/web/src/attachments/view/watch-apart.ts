type Movable = HTMLElement & { moveBefore?(node: Node, child: Node | null): void };

/** Puts a film in a window of its own. Where the page can move it without stopping it, what was around it closes. */
export async function watchApart(video: HTMLVideoElement, close: () => void): Promise<void> {
  const page: Movable = document.body;
  try {
    await video.requestPictureInPicture();
  } catch {
    return;
  }
  if (!page.moveBefore) return;
  video.hidden = true;
  page.moveBefore(video, null);
  video.addEventListener(
    "leavepictureinpicture",
    () => {
      video.pause();
      video.remove();
    },
    { once: true },
  );
  close();
}
