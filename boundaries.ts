/** Who may import what inside the apps; between packages pnpm and `exports` hold the borders. Read by scripts/lint/boundaries.ts. */
export type Boundary = {
  /** Why, as the sentence the linter prints. */
  because: string;
  /** Files the rule is about, and those it leaves alone. */
  files: RegExp;
  except?: RegExp;
  /** Imports these files must not have: a package, `node:…`, or a path from the root of the repository. */
  mustNotImport?: RegExp;
  /** Or the only ones they may have besides their own package's files. */
  mayOnlyImport?: RegExp;
  /** `import type` is free of the rule. */
  allowsTypes?: boolean;
};

const tests = /\.test\.tsx?$|\/testing\/|\/testing\.ts$|^e2e\/|^bench\/|^scripts\/|vitest?\.config\.ts$/;

export const boundaries: Boundary[] = [
  {
    because: "a router is an input and one call: no SQL in it",
    files: /^apps\/api\/src\/.*(^|\/|-)router\.ts$/,
    mustNotImport: /^kysely(\/|$)|^@parley\/db(\/|$)/,
  },
  {
    because: "only sync/ and the service worker know storage, sockets and the API client",
    files: /^apps\/web\/src\//,
    except: /^apps\/web\/src\/(sync|service-worker)\/|\.test\.tsx?$/,
    mustNotImport: /^(idb|partysocket|@trpc\/client|fake-indexeddb)(\/|$)/,
  },
  {
    because: "screens go through sync's one door",
    files: /^apps\/web\/src\//,
    except: /^apps\/web\/src\/(sync|service-worker)\/|\.test\.tsx?$/,
    mustNotImport: /^apps\/web\/src\/sync\/(?!index\.ts$)/,
  },
  {
    because: "test tools stay in tests",
    files: /^(apps|packages)\//,
    except: tests,
    mustNotImport:
      /^(vitest|fast-check|fake-indexeddb|jsdom|miniflare|smtp-server|playwright-core|axe-core|@solidjs\/testing-library)(\/|$)|^@parley\/\w+\/testing$|\/testing\//,
  },
  {
    because: "schema is pure: it imports nothing but valibot",
    files: /^packages\/schema\/src\//,
    except: tests,
    mayOnlyImport: /^valibot$/,
  },
  {
    because: "ui knows nothing of chat",
    files: /^packages\/ui\/src\//,
    mustNotImport: /^@parley\//,
  },
  {
    because: "room logic is plain functions: only the room classes and the runtime know PartyKit",
    files: /^apps\/party\/src\//,
    except: /^apps\/party\/src\/(runtime\/|conversation-room\.ts|user-room\.ts|main\.ts)|\.test\.ts$/,
    mustNotImport: /^partykit(\/|$)/,
    allowsTypes: true,
  },
];
