import { createContext, createSignal, type JSX, useContext } from "solid-js";

export type Announce = (text: string, how?: "polite" | "assertive") => void;
const AnnounceContext = createContext<Announce>();

/** Two live regions that stay on the page: a region that comes with its text is not read. */
export function AnnounceProvider(props: { children: JSX.Element }) {
  const [polite, setPolite] = createSignal("");
  const [assertive, setAssertive] = createSignal("");
  const announce: Announce = (text, how = "polite") => {
    const say = how === "polite" ? setPolite : setAssertive;
    // The same words twice are read twice only if the region was empty between.
    say("");
    setTimeout(() => say(text), 50);
  };
  return (
    <AnnounceContext.Provider value={announce}>
      {props.children}
      <div class="sr" role="status" aria-live="polite">
        {polite()}
      </div>
      <div class="sr" role="alert" aria-live="assertive">
        {assertive()}
      </div>
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error("useAnnounce needs an AnnounceProvider around it.");
  return announce;
}
