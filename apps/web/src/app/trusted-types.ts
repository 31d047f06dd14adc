const bearsScript = /<script|<iframe|<object|<embed|\son[a-z]+\s*=|javascript:/i;

type TrustedTypes = {
  createPolicy(
    name: "default",
    rules: { createHTML(html: string): string; createScriptURL(url: string): string },
  ): unknown;
};

/** Solid's templates are HTML strings made by our build. The one policy lets those through and nothing that could run. */
export function installTrustedTypes(page: { location: Location; trustedTypes?: TrustedTypes }): void {
  page.trustedTypes?.createPolicy("default", {
    createHTML(html) {
      if (bearsScript.test(html)) throw new TypeError("This HTML bears script.");
      return html;
    },
    createScriptURL(url) {
      if (new URL(url, page.location.href).origin !== page.location.origin)
        throw new TypeError("Scripts come from Parley alone.");
      return url;
    },
  });
}
