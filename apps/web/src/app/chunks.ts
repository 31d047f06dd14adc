type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };
type Group = { name: (id: string, graph: Graph) => string | null; priority: number };

const packages = "../../../../packages";

/** Each keeps a file of its own, by which the budget of bytes finds it. */
const screens = ["main.tsx", "../accounts/SignInPage.tsx", "Shell.tsx", "ConversationPage.tsx"].map(pathOf);
const [main, signInPage, shell, conversationPage] = screens as [string, string, string, string];

/** What only signing in loads: whoever is signed in does without. */
const signingIn: Group["name"] = (() => {
  const isLoaded = whatIsLoadedWith("sign-in", [signInPage]);
  const isShared = whatIsLoadedWith("shared", [main, shell, conversationPage]);
  return (id, graph) => (isShared(id, graph) ? null : isLoaded(id, graph));
})();

const door = whatIsLoadedWith(
  "door",
  [
    main,
    signInPage,
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

/**
 * What is loaded together is one file: fewer requests, and it compresses better. Groups for `output.codeSplitting`.
 * A module that the sign-in page uses and the door's list forgets comes with the whole chat: the budget of bytes shows it.
 */
export const chunks: Group[] = [
  { name: (id, graph) => (signingIn(id, graph) ? null : door(id, graph)), priority: 2 },
  {
    name: whatIsLoadedWith(
      "chat",
      [shell, conversationPage],
      // Only what opens later asks for these.
      /\/sync\/.*\/(create-gallery|create-kept-files|create-nearest|create-poll|create-recordings|create-search|create-tagged|create-thread|accept-vote|gallery-holds|join-requests|kept-files|nearest-held|shown-poll|merge-found|keep-recordings|recordings-db)\.ts$|\/ui\/src\/.*\/(ContextMenu|Dialog|ListRow|Segmented|Switch)\.tsx$/,
    ),
    priority: 1,
  },
  { name: signingIn, priority: 0.5 },
  { name: (id) => (/\/pdfjs-dist\//.test(id) ? "pdf" : null), priority: 0 },
  {
    name: (id) => (/\/highlight\.js\/|\/formatting\/(highlight|languages\/.*)\.ts$/.test(id) ? "colours" : null),
    priority: 0,
  },
  { name: (id) => (/\/packages\/ui\/src\//.test(id) ? "controls" : null), priority: 0 },
  // The rest is opened piece by piece, and pieces of one part of the app one after the other.
  { name: (id) => (screens.includes(id) ? null : (part.exec(id)?.[1] ?? null)), priority: 0 },
];

const part =
  /\/apps\/web\/src\/(accounts|app|attachments|channels|conversations|messages|organising|people|search|settings|stickers)\/.*\.(?:tsx?|css)$/;

function whatIsLoadedWith(name: string, files: string[], without?: RegExp): Group["name"] {
  let loaded: Set<string> | undefined;
  return (id, graph) => {
    loaded ??= importedFrom(files, graph, without);
    return loaded.has(id) && !screens.includes(id) ? name : null;
  };
}

function importedFrom(files: string[], graph: Graph, without?: RegExp): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id) || without?.test(id)) return;
    found.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported);
  };
  files.forEach(visit);
  return found;
}

function pathOf(file: string): string {
  return new URL(file, import.meta.url).pathname;
}
