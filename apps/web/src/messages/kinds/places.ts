type Point = { latitude: number; longitude: number };

/** As people write a point: `59.32938° N, 18.06871° E`. */
export function coordinates({ latitude, longitude }: Point): string {
  const side = (value: number, plus: string, minus: string) =>
    `${Math.abs(value).toFixed(5)}° ${value < 0 ? minus : plus}`;
  return `${side(latitude, "N", "S")}, ${side(longitude, "E", "W")}`;
}

/** A link that the device's own maps app opens (RFC 5870); the query is what most of them put a pin at. */
export function linkToMap({ latitude, longitude, label = "" }: Point & { label?: string }): string {
  const point = `${latitude},${longitude}`;
  return `geo:${point}?q=${point}${label ? encodeURIComponent(`(${label})`) : ""}`;
}

const number = "(-?\\d{1,3}(?:\\.\\d+)?)";
const patterns = [
  new RegExp(`^geo:${number},${number}`),
  // Where a link puts its pin comes before where it looks.
  new RegExp(`[?&]mlat=${number}&mlon=${number}`),
  new RegExp(`!3d${number}!4d${number}`),
  new RegExp(`[?&](?:q|ll|query|destination|daddr|center)=(?:loc:)?${number},${number}`),
  new RegExp(`@${number},${number}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${number}/${number}`),
  new RegExp(`^${number}°?\\s*[,; ]\\s*${number}°?$`),
];
const withSides = /^(\d{1,3}(?:\.\d+)?)°?\s*([NS])[,;\s]+(\d{1,3}(?:\.\d+)?)°?\s*([EW])$/i;

/** Reads a point out of what somebody pasted: coordinates, a geo: link, or a link of a maps site. */
export function readPlace(text: string): Point | undefined {
  const given = text.trim().replace(/%2C/gi, ",");
  const sided = withSides.exec(given);
  if (sided) {
    const [, latitude, north, longitude, east] = sided;
    return onEarth(
      Number(latitude) * (north?.toUpperCase() === "S" ? -1 : 1),
      Number(longitude) * (east?.toUpperCase() === "W" ? -1 : 1),
    );
  }
  for (const pattern of patterns) {
    const found = pattern.exec(given);
    if (found) return onEarth(Number(found[1]), Number(found[2]));
  }
  return undefined;
}

const onEarth = (latitude: number, longitude: number): Point | undefined =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;

/** The tile of a slippy map that holds a point, and where in it the point lies, as parts of its side. */
export function tileOf({ latitude, longitude }: Point, zoom: number) {
  const side = 2 ** zoom;
  const bounded = Math.max(-85.05, Math.min(85.05, latitude));
  const radians = (bounded * Math.PI) / 180;
  const x = Math.min(side - 1e-9, ((longitude + 180) / 360) * side);
  const y = ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * side;
  return { x: Math.floor(x), y: Math.floor(y), left: x - Math.floor(x), top: y - Math.floor(y) };
}
