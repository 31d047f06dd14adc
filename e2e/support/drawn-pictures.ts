import sharp from "sharp";

/** A picture with something on it, so that one is told from another. */
export function drawnPicture(width: number, height: number, hue: number, words = ""): Promise<Buffer> {
  const sun = Math.round(Math.min(width, height) / 6);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="sky" x2="0" y2="1">
      <stop offset="0" stop-color="hsl(${hue} 45% 38%)"/><stop offset="0.7" stop-color="hsl(${(hue + 40) % 360} 70% 72%)"/>
    </linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${width * 0.7}" cy="${height * 0.55}" r="${sun}" fill="hsl(${(hue + 60) % 360} 90% 82%)"/>
    <path d="M0 ${height * 0.72}L${width * 0.35} ${height * 0.5}L${width * 0.62} ${height * 0.74}L${width} ${height * 0.6}V${height}H0Z" fill="hsl(${hue} 35% 22%)"/>
    <text x="50%" y="94%" font-size="${Math.round(height / 12)}" text-anchor="middle" fill="white">${words}</text>
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}
