import { Glyph, Mark, Wordmark } from "@parley/ui";
import { For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import "./greetings.css";

const greetings = [
  { side: "s", lang: "sv", text: "God morgon" },
  { side: "e", lang: "ar", text: "صباح الخير" },
  { side: "s", lang: "ja", text: "おはようございます" },
  { side: "e", lang: "hi", text: "सुप्रभात" },
  { side: "s", lang: "fr", text: "Bonjour !" },
  { side: "e", lang: "es", text: "Buenos días" },
  { side: "s", lang: "ak", text: "Maakye" },
  { side: "e", lang: "cs", text: "Dobré ráno" },
] as const;

/** Good morning in eight languages: the picture of the brand, and nothing to read for those who cannot see it. */
export function Greetings() {
  const { t } = useI18n();
  return (
    <aside class="art" aria-label={t("accounts.artLabel")}>
      <div class="art__brand">
        <Mark size={30} />
        <Wordmark height={22} />
      </div>
      <div class="art__glyph" aria-hidden="true">
        <Glyph size="100%" />
      </div>
      <ul class="hello" aria-hidden="true">
        <For each={greetings}>
          {(greeting, index) => (
            <li class={`hi hi--${greeting.side} hi--${index()}`}>
              <img class="hi__a" src={`/art/${index()}.svg`} width="36" height="36" alt="" loading="lazy" />
              <span class="hi__b" lang={greeting.lang} dir="auto">
                {greeting.text}
              </span>
            </li>
          )}
        </For>
      </ul>
      <div class="art__line">
        <h2>{t("accounts.artTitle")}</h2>
        <p>{t("accounts.artText")}</p>
      </div>
    </aside>
  );
}
