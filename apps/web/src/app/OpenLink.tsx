import { Navigate, useSearchParams } from "@solidjs/router";
import { pathOfLink } from "./path-of-link.ts";

/** A web+parley: link handed over by the system. */
export function OpenLink() {
  const [search] = useSearchParams();
  return <Navigate href={pathOfLink(String(search["link"] ?? ""))} />;
}
