type ModuleInfo = { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] };
type Graph = { getModuleInfo: (id: string) => ModuleInfo | null };
type Group = { name: (id: string, graph: Graph) => string | null; priority: number };

const packages = "../../../../packages";

/** Each keeps a file of its own, by which the budget of bytes finds it. */
const screens = ["main.tsx", "../accounts/SignInPage.tsx", "Shell.tsx", "ConversationPage.tsx"].map(pathOf);
const [main, signInPage, shell, conversationPage] = screens as [string, string, string, string];

/** What signing in and everything after it share. A module forgotten here comes to signing in with the whole chat. */
const door = from(
  [
    main,
    signInPage,
    pathOf("create-act.ts"),
    pathOf("../accounts/FormError.tsx"),
    pathOf("../sync/solid/start-sync.ts"),
    pathOf("../sync/solid/sync-context.ts"),
    pathOf(`${packages}/schema/src/errors.ts`),
    pathOf(`${packages}/ui/src/brand/Mark.tsx`),
    pathOf(`${packages}/ui/src/controls/Button.tsx`),
    pathOf(`${packages}/ui/src/controls/Select.tsx`),
    pathOf(`${packages}/ui/src/controls/TextInput.tsx`),
    pathOf(`${packages}/ui/src/people/Avatar.tsx`),
    pathOf(`${packages}/ui/src/surfaces/Banner.tsx`),
    pathOf(`${packages}/ui/src/surfaces/Toasts.tsx`),
  ],
  // They export all there is; what of it the door uses is listed above.
  /\/packages\/\w+\/src\/index\.ts$|\/sync\/index\.ts$|\/solid-js\/store\//,
);
const chat = from(
  [shell, conversationPage],
  // Only what opens later asks for these.
  /\/sync\/.*\/(create-gallery|create-kept-files|create-nearest|create-poll|create-recordings|create-search|create-tagged|create-thread|accept-vote|gallery-holds|join-requests|kept-files|nearest-held|shown-poll|merge-found|keep-file|keep-recordings|recordings-db)\.ts$|\/ui\/src\/.*\/(ContextMenu|Dialog|ListRow|Segmented|Switch)\.tsx$/,
);
const world = from([pathOf("../sync/solid/open-world.ts")]);
const signIn = from([signInPage]);
const afterSigningIn = from([
  main,
  shell,
  conversationPage,
  pathOf("create-act.ts"),
  pathOf("../accounts/FormError.tsx"),
]);

/** Words come by language. */
const words = /\/i18n\/\w\w\//;
const drawsPdf = /\/pdfjs-dist\/|\/PdfPages\.tsx$/;
const colours = /\/highlight\.js\/|\/formatting\/(highlight|css-by-shape)\.ts$/;
/** The rest is opened piece by piece, and the pieces of one part of the app one after the other. */
const part =
  /\/apps\/web\/src\/(accounts|app|attachments|channels|conversations|emoji|formatting|messages|organising|people|search|settings|stickers)\/.*\.(?:tsx?|css)$/;

/**
 * What is loaded together is one file: fewer requests, and it compresses better. Groups for `output.codeSplitting`, the
 * first of which takes a module, with all that it imports.
 */
export const chunks: Group[] = [
  group(8, "door", (id, graph) => door(graph).has(id) && !isForSigningIn(id, graph)),
  group(7, "chat", (id, graph) => chat(graph).has(id)),
  group(6, "world", (id, graph) => world(graph).has(id)),
  group(5, "sign-in", isForSigningIn),
  group(4, "pdf", (id) => drawsPdf.test(id)),
  group(3, "colours", (id) => colours.test(id)),
  // One part would bring another, and that a third.
  group(2, "shared", (id, graph) => (partsWith(graph).get(id)?.size ?? 0) > 1),
  { priority: 1, name: (id, graph) => onlyPartWith(id, graph) ?? null },
];

function group(priority: number, name: string, has: (id: string, graph: Graph) => boolean): Group {
  return { priority, name: (id, graph) => (!screens.includes(id) && has(id, graph) ? name : null) };
}

/** Whoever is signed in does without. */
function isForSigningIn(id: string, graph: Graph): boolean {
  return signIn(graph).has(id) && !afterSigningIn(graph).has(id);
}

/** Of each module that is loaded later, the parts that need it. */
const partsWith = once((graph) => {
  const atFirst = new Set([...door(graph), ...chat(graph), ...world(graph)]);
  const parts = new Map<string, Set<string>>();
  for (const entry of openedLater(graph)) {
    if (words.test(entry)) continue;
    const name = drawsPdf.test(entry) ? "pdf" : (part.exec(entry)?.[1] ?? entry);
    for (const id of loadedWith([entry], graph)) {
      if (atFirst.has(id)) continue;
      const already = parts.get(id) ?? new Set();
      parts.set(id, already.add(name));
    }
  }
  return parts;
});

function onlyPartWith(id: string, graph: Graph): string | undefined {
  const parts = partsWith(graph).get(id);
  return parts?.size === 1 && !screens.includes(id) ? [...parts].find((it) => !it.startsWith("/")) : undefined;
}

/** Every module that something imports when it is needed. */
function openedLater(graph: Graph): Set<string> {
  const later = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const info = graph.getModuleInfo(id);
    for (const next of info?.dynamicallyImportedIds ?? []) later.add(next);
    for (const next of [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])]) visit(next);
  };
  visit(main);
  return later;
}

/** The modules that are loaded with these files, leaving out what matches. */
function from(files: string[], without?: RegExp): (graph: Graph) => Set<string> {
  return once((graph) => loadedWith(files, graph, without));
}

function loadedWith(files: string[], graph: Graph, without?: RegExp): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id) || without?.test(id)) return;
    found.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  files.forEach(visit);
  return found;
}

/** The graph is whole when the first group is asked for. */
function once<T>(work: (graph: Graph) => T): (graph: Graph) => T {
  let done: T | undefined;
  return (graph) => (done ??= work(graph));
}

function pathOf(file: string): string {
  return new URL(file, import.meta.url).pathname;
}
