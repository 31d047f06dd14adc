import { compatibilityDate, compatibilityFlags, durableObjects, variable } from "./bundle.ts";

/** The variables the rooms read; workerd takes them from its environment, so no secret is in a file. */
export const variables = [
  "PARLEY_ROOM_SECRET",
  "PARLEY_HINTS_ONLY",
  "PARLEY_ONE_PROCESS",
  "PARLEY_HEARTBEAT_MS",
  "PARLEY_TYPING_MS",
] as const;

/**
 * workerd's configuration: loopback only, no way out to the network, storage in memory (nothing in a room need
 * survive a restart, and on disk opening 2,000 rooms takes ten times as long).
 */
export function workerdConfig(port: number): string {
  const namespaces = durableObjects.map(
    (it) => `(className = "${it.className}", uniqueKey = "parley-${it.className}")`,
  );
  const bindings = [
    ...durableObjects.map((it) => `(name = "${it.binding}", durableObjectNamespace = "${it.className}")`),
    ...variables.map((name) => `(name = "${variable(name)}", fromEnvironment = "${name}")`),
  ];
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "rooms", worker = .rooms),
    (name = "internet", network = (allow = [])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "rooms")],
);

const rooms :Workerd.Worker = (
  modules = [(name = "rooms.js", esModule = embed "rooms.js")],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = ${JSON.stringify(compatibilityFlags)},
  durableObjectNamespaces = [${namespaces.join(", ")}],
  durableObjectStorage = (inMemory = void),
  bindings = [
    ${bindings.join(",\n    ")}
  ],
);
`;
}
