/** Where a web+parley: link leads inside Parley; the list for anything else. */
export function pathOfLink(link: string): string {
  const found = /^web\+parley:(?:\/\/)?(c|join)\/([A-Za-z0-9_-]{1,64})\/?$/.exec(link);
  return found ? `/${found[1]}/${found[2]}` : "/";
}
