import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof openMetrics>;

/** What Prometheus may ask; one registry for each server, so that two in one process do not meet. */
export function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "parley_request_seconds",
      help: "Time to answer a procedure.",
      labelNames: ["procedure", "outcome"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    sendBatch: new Histogram({
      name: "parley_send_batch_size",
      help: "Messages that shared one transaction.",
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      registers,
    }),
    publishes: new Counter({
      name: "parley_publishes_total",
      help: "Publications by outcome.",
      labelNames: ["outcome"],
      registers,
    }),
    publishSeconds: new Histogram({
      name: "parley_publish_seconds",
      help: "Time of one publish to the rooms.",
      buckets: [0.001, 0.005, 0.01, 0.05, 0.25, 1, 2],
      registers,
    }),
    publishQueue: new Gauge({ name: "parley_publish_queue", help: "Publications waiting to leave.", registers }),
    sockets: new Gauge({ name: "parley_forwarded_sockets", help: "WebSockets forwarded to the rooms.", registers }),
  };
}
