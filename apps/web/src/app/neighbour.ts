type Listed = { id: string; unread: number };

/** The next chat in the list, or the next unread one, from the open one; undefined at the end. */
export function neighbourOf<Entry extends Listed>(
  list: readonly Entry[],
  openId: string | undefined,
  step: 1 | -1,
  isUnreadOnly: boolean,
): Entry | undefined {
  const at = list.findIndex((entry) => entry.id === openId);
  const start = at === -1 && step === -1 ? list.length : at;
  for (let i = start + step; i >= 0 && i < list.length; i += step) {
    const entry = list[i];
    if (entry && (!isUnreadOnly || entry.unread > 0)) return entry;
  }
  return undefined;
}
