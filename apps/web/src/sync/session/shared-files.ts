/** Where the service worker puts the files that another app shared, until they lie in a tray. */
export const sharedCache = "parley-shared";

/** Keeps files for the page that is opened next; those that were shared before and not taken go. */
export async function keepShared(files: readonly File[]): Promise<void> {
  await caches.delete(sharedCache);
  const cache = await caches.open(sharedCache);
  for (const [at, file] of files.entries())
    await cache.put(`/shared/${at}?${encodeURIComponent(file.name)}`, new Response(file));
}

/** The files that were shared, once. */
export async function takeShared(): Promise<File[]> {
  const cache = await caches.open(sharedCache);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const bytes = await (await cache.match(request))?.blob();
    if (bytes) files.push(new File([bytes], decodeURIComponent(new URL(request.url).search.slice(1)), bytes));
  }
  await caches.delete(sharedCache);
  return files;
}
