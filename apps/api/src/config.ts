import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";

const flag = v.pipe(
  v.optional(v.picklist(["0", "1", "true", "false", ""]), "0"),
  v.transform((text) => text === "1" || text === "true"),
);
const url = v.pipe(v.string(), v.url());
const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/, "PORT is a number."), v.transform(Number), v.maxValue(65_535));

const units = { "": 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
const bytes = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(\.\d)?\s?(KB|MB|GB|TB)?$/i, "Write a size as 500MB or 20GB."),
  v.transform((text) =>
    Math.round(Number.parseFloat(text) * units[text.replace(/[\d.\s]/g, "").toUpperCase() as keyof typeof units]),
  ),
);

const environment = v.object({
  PORT: v.optional(port),
  HOST: v.optional(v.string(), "127.0.0.1"),
  DATA_DIR: v.optional(v.string()),
  WEB_DIR: v.optional(v.string()),
  NODE_ENV: v.optional(v.string()),
  DATABASE_URL: v.optional(v.string()),
  PUBLIC_URL: v.optional(url),
  SMTP_URL: v.optional(url),
  MAIL_FROM: v.optional(v.string(), "Parley <parley@localhost>"),
  PARTY_URL: v.optional(url),
  PARTY_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, "PARTY_SECRET needs at least 32 characters."))),
  MAP_TILES: v.optional(
    v.pipe(
      url,
      v.regex(/^https?:\/\/[^{]*\{z\}.*\{[xy]\}.*\{[xy]\}/, "MAP_TILES is an address with {z}, {x} and {y}."),
    ),
  ),
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, "METRICS_TOKEN needs at least 16 characters."))),
  LINK_PREVIEWS: v.optional(v.picklist(["on", "off"]), "on"),
  PREVIEW_HOSTS: v.optional(v.string(), ""),
  STORAGE_QUOTA: v.optional(bytes, "20GB"),
  S3_ENDPOINT: v.optional(url),
  S3_BUCKET: v.optional(v.string()),
  S3_ACCESS_KEY_ID: v.optional(v.string()),
  S3_SECRET_ACCESS_KEY: v.optional(v.string()),
  S3_REGION: v.optional(v.string(), "us-east-1"),
  FFMPEG: v.optional(v.string(), "ffmpeg"),
  CLAMAV: v.optional(v.pipe(v.string(), v.regex(/^[\w.:[\]-]+:\d{1,5}$/, "CLAMAV is host:port."))),
  DEMO: flag,
  TRUST_PROXY: flag,
  SHARED_LIMITS: flag,
  HINTS_ONLY: flag,
  LOG_LEVEL: v.optional(v.picklist(["silent", "error", "warn", "info", "debug"]), "info"),
});

export type S3Config = {
  endpoint: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
};

export type Config = {
  /** Null: 3000, or the next free one. 0: any free one. */
  port: number | null;
  host: string;
  dataDir: string;
  /** Where the built web app lies; null: where it is built. */
  webDir: string | null;
  databaseUrl: string;
  /** Where people reach Parley from outside; null when that is where it listens. */
  publicUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** A rooms host of its own; null: rooms are started beside the API. */
  party: { url: string; secret: string } | null;
  /** The address of map tiles, with {z}, {x} and {y}. Null: no maps, and nobody outside is ever asked for one. */
  mapTiles: string | null;
  metricsToken: string | null;
  /** `allowed`: servers off the public internet that links are previewed from all the same, as `host:port`. */
  previews: { isOn: boolean; allowed: ReadonlySet<string> };
  /** Where files are kept; null: in a folder of the data directory. */
  s3: S3Config | null;
  /** Where ClamAV listens, as `host:port`: files are held until it has looked into them. */
  clamav: string | null;
  /** What is called for films, or where it lies; null: films stay as they are. */
  ffmpeg: string | null;
  /** What each user's files may take. */
  storageBytes: number;
  isDemo: boolean;
  trustsProxy: boolean;
  sharesLimits: boolean;
  /** Rooms only announce revs: no text passes through them. */
  hintsOnly: boolean;
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

/** What the environment and the command line ask for, read once. Throws a sentence for a person when they make no sense. */
export function readConfig(env: Record<string, string | undefined>, args: string[] = []): Config {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: "boolean" },
      port: { type: "string" },
      data: { type: "string" },
      host: { type: "string" },
    },
  });
  const given = { ...env };
  if (values.port) given.PORT = values.port;
  if (values.data) given.DATA_DIR = values.data;
  if (values.host) given.HOST = values.host;

  const parsed = v.safeParse(environment, Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")));
  if (!parsed.success) throw new Error(parsed.issues.map((it) => `${it.path?.[0]?.key}: ${it.message}`).join("\n"));
  const read = parsed.output;
  if (Boolean(read.PARTY_URL) !== Boolean(read.PARTY_SECRET))
    throw new Error("PARTY_URL and PARTY_SECRET belong together: set both or neither.");

  const isDemo = read.DEMO || values.demo === true;
  if (isDemo && read.NODE_ENV === "production")
    throw new Error("The demo lets anyone in as anyone, so it does not start where NODE_ENV is production.");
  // The demo's people never move in with real ones.
  const dataDir = read.DATA_DIR ?? (isDemo ? "./data/demo" : "./data");

  return {
    port: read.PORT ?? null,
    host: read.HOST,
    dataDir,
    webDir: read.WEB_DIR ?? null,
    databaseUrl: read.DATABASE_URL ?? `pglite:${join(dataDir, "db")}`,
    publicUrl: read.PUBLIC_URL ? new URL(read.PUBLIC_URL).origin : null,
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom: read.MAIL_FROM,
    party:
      read.PARTY_URL && read.PARTY_SECRET
        ? { url: read.PARTY_URL.replace(/\/$/, ""), secret: read.PARTY_SECRET }
        : null,
    mapTiles: read.MAP_TILES ?? null,
    metricsToken: read.METRICS_TOKEN ?? null,
    previews: {
      isOn: read.LINK_PREVIEWS === "on",
      allowed: new Set(read.PREVIEW_HOSTS.split(",").map((host) => host.trim())),
    },
    s3: s3In(read),
    clamav: read.CLAMAV ?? null,
    ffmpeg: read.FFMPEG === "off" ? null : read.FFMPEG,
    storageBytes: read.STORAGE_QUOTA,
    isDemo,
    trustsProxy: read.TRUST_PROXY,
    sharesLimits: read.SHARED_LIMITS,
    hintsOnly: read.HINTS_ONLY,
    logLevel: read.LOG_LEVEL,
  };
}

function s3In(read: v.InferOutput<typeof environment>): S3Config | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = read;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey, S3_REGION: region } = read;
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return { endpoint, bucket, accessKeyId, secretAccessKey, region };
  if (endpoint || bucket || accessKeyId || secretAccessKey)
    throw new Error(
      "S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all or none.",
    );
  return null;
}
