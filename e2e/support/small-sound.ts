const rate = 8_000;

/** A WAV file in which a tone is heard. */
export function smallSound(durationMs: number): Buffer {
  const count = Math.round((rate * durationMs) / 1_000);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + count, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(count, 40);
  return Buffer.concat([head, Buffer.from(Array.from({ length: count }, (_, i) => 128 + 60 * Math.sin(i / 3)))]);
}
