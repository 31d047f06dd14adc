import type { RateLimitName } from "@parley/schema";
import { initTRPC } from "@trpc/server";
import { requireSession } from "./accounts/require-session.ts";
import type { Context, SignedIn } from "./context.ts";
import { httpStatusOf, trpcCodeOf, wireErrorOf } from "./errors.ts";

/** `limit`: which rate limit a procedure counts against; `others` unless it says so. */
type Meta = { limit?: RateLimitName };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const app = wireErrorOf(error, ctx?.requestId);
      return { ...shape, message: app.sentence, data: { code: trpcCodeOf(app), httpStatus: httpStatusOf(app), app } };
    },
  });

const measured = t.middleware(async ({ ctx, path, next }) => {
  const started = performance.now();
  const result = await next();
  const outcome = result.ok ? "ok" : wireErrorOf(result.error).code;
  ctx.metrics.requests.observe({ procedure: path, outcome }, (performance.now() - started) / 1000);
  return result;
});

const limitedByAddress = t.middleware(async ({ ctx, meta, next }) => {
  await ctx.limiter.take(meta?.limit ?? "others", ctx.address);
  return next();
});

const withSession = t.middleware(async ({ ctx, meta, next }) => {
  await requireSession(ctx, meta?.limit ?? "others");
  // The context knows now whose it is. Given here it would be copied, all of it, property by property for every call.
  return next<Pick<SignedIn, "userId" | "sessionId" | "role">>({});
});

export const router = t.router;
/** Open to everyone; limited by address. */
export const anyone = t.procedure.use(measured).use(limitedByAddress);
/** For a signed-in user who is not suspended; limited by user. */
export const signedIn = t.procedure.use(measured).use(withSession);
