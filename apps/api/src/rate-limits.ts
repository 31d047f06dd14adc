import type { Db } from "@parley/db";
import { AppError, type RateLimitName, rateLimits } from "@parley/schema";
import { sql } from "kysely";

export type RateLimiter = {
  /** Takes one of the caller's tokens, or throws `rate_limited` with the seconds to wait. */
  take(name: RateLimitName, who: string): Promise<void>;
};

type Bucket = { tokens: number; at: number };

const sweepAbove = 50_000;

export const noLimits: RateLimiter = { take: async () => {} };

/** Limits of this process alone. */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    async take(name, who) {
      const { perMinute, burst } = rateLimits[name];
      const key = `${name}:${who}`;
      const bucket = buckets.get(key) ?? { tokens: burst, at: now() };
      const tokens = Math.min(burst, bucket.tokens + ((now() - bucket.at) / 60_000) * perMinute);
      if (buckets.size > sweepAbove) sweep(buckets, now());
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now() });
      if (tokens < 1) throw tooFast(waitFor(tokens, perMinute));
    },
  };
}

/** Limits that many processes share through the database. */
export function createSharedRateLimiter(db: Db): RateLimiter {
  return {
    async take(name, who) {
      const { perMinute, burst } = rateLimits[name];
      // A negative balance is a refusal that took nothing: it keeps the tokens less one, and gets the one back here.
      const { rows } = await sql<{ tokens: number }>`
        insert into rate_limits as bucket (key, tokens, updated_at) values (${`${name}:${who}`}, ${burst - 1}, clock_timestamp())
        on conflict (key) do update set updated_at = clock_timestamp(), tokens = least(${burst}::real,
          bucket.tokens + (bucket.tokens < 0)::int + extract(epoch from clock_timestamp() - bucket.updated_at)::real * ${perMinute / 60}::real) - 1
        returning tokens`.execute(db);
      const left = rows[0]?.tokens ?? 0;
      if (left < 0) throw tooFast(waitFor(left + 1, perMinute));
    },
  };
}

function waitFor(tokens: number, perMinute: number) {
  return Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60));
}

function tooFast(retryAfter: number) {
  return new AppError("rate_limited", "too_fast", "That was too fast. Wait a moment and try again.", { retryAfter });
}

// A bucket untouched for a minute is full again, which is the same as none.
function sweep(buckets: Map<string, Bucket>, now: number) {
  for (const [key, bucket] of buckets) if (now - bucket.at > 60_000) buckets.delete(key);
}
