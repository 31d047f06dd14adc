import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { App } from "../context.ts";
import { createFileRoutes } from "../files/routes.ts";
import { answerMetrics } from "./answer-metrics.ts";
import { answerHealth } from "./health.ts";

export type HttpEnv = { Bindings: HttpBindings };

/** Everything over HTTP that is neither tRPC nor a file of the web app. */
export function createRoutes(app: App) {
  const routes = new Hono<HttpEnv>();
  routes.get("/health", (c) => answerHealth(app, c));
  routes.get("/metrics", (c) => answerMetrics(app, c));
  routes.route("/files", createFileRoutes(app));
  return routes;
}

/** The first folders of addresses that belong to `createRoutes`. */
export const routedFolders = new Set(["health", "metrics", "files"]);
