import { lazy, Suspense } from "solid-js";

const Loaded = lazy(() => import("./StatusBanner.tsx").then((module) => ({ default: module.StatusBanner })));

/** The line about the connection lies over the page, so it may come after it. */
export function StatusBanner(props: { isForPhones?: boolean }) {
  return (
    <Suspense>
      <Loaded isForPhones={props.isForPhones} />
    </Suspense>
  );
}
