import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const source = join(import.meta.dirname, "..");
/** Parties besides the gateway, by the name they have in an address. */
const parties = { conversation: "conversation-room.ts", user: "user-room.ts" };
const noAssets = "export default { devServer: undefined, singlePageApp: false, assets: {} };";

/** The Durable Object classes in the bundle, with the bindings under which PartyKit's facade looks for them. */
export const durableObjects = [
  { binding: "PARTYKIT_DURABLE", className: "PartyKitDurable" },
  ...Object.keys(parties).map((name) => ({ binding: name, className: `${name}DO` })),
];
/** What the rooms expect of their environment; the facade hands on variables that begin so. */
export const variable = (name: string) => `pkvar-${name}`;
export const compatibilityDate = "2026-07-01";
/** Compressing costs 220 kB of memory a connection, to save a little on messages of a few hundred bytes. */
export const compatibilityFlags = ["no_web_socket_compression"];

/** Bundles the rooms with PartyKit's own facade into one ES module, the same for workerd, Miniflare and the edge. */
export async function bundleRooms(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: await facade(), resolveDir: source, sourcefile: "party.js" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["partykit", "workerd", "worker"],
    define: { PARTYKIT_HOST: '"127.0.0.1"', PARTYKIT_API_BASE: '""' },
    plugins: [
      {
        name: "no-assets",
        setup(it) {
          it.onResolve({ filter: /^__STATIC_ASSETS_MANIFEST__$/ }, ({ path }) => ({ path, namespace: "no-assets" }));
          it.onLoad({ filter: /.*/, namespace: "no-assets" }, () => ({ contents: noAssets }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

async function facade(): Promise<string> {
  // The facade itself is not exported; this file is, and lies beside its folder.
  const exported = createRequire(import.meta.url).resolve("partykit/rdt-mock.js");
  const generated = await readFile(join(exported, "../dist/generated.js"), "utf8");
  const imports = Object.entries(parties).map(
    ([name, file]) => `
      import ${name} from ${JSON.stringify(join(source, file))};
      export const ${name}DO = createDurable(${name}, { name: "${name}" });
      Workers["${name}"] = ${name};`,
  );
  return generated
    .replace('"__WORKER__"', JSON.stringify(join(source, "gateway.ts")))
    .replace("__R2_BINDINGS__", "[]")
    .replace("__KV_BINDINGS__", "[]")
    .replace("__PARTIES__", imports.join("\n"));
}
