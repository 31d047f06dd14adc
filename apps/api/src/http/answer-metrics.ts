import { timingSafeEqual } from "node:crypto";
import type { Context as HonoContext } from "hono";
import type { App } from "../context.ts";
import { addressOf } from "./caller.ts";
import type { HttpEnv } from "./routes.ts";

/** Prometheus text: for who asks from this machine, or with the token. */
export async function answerMetrics(app: App, c: HonoContext<HttpEnv>) {
  const { metricsToken } = app.config;
  const isAllowed = metricsToken
    ? isToken(c.req.header("authorization"), metricsToken)
    : isLoopback(addressOf(c.env.incoming, app.config)) && !c.req.header("x-forwarded-for");
  if (!isAllowed) return c.text("There is nothing here.", 404);
  return c.body(await app.metrics.registry.metrics(), 200, { "content-type": app.metrics.registry.contentType });
}

const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address);

function isToken(header: string | undefined, token: string) {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
