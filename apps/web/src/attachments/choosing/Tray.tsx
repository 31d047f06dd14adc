import { Icon, IconButton, Switch } from "@parley/ui";
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  onMount,
  Show,
  untrack,
} from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Choosing } from "./create-choosing.ts";
import { createItems, type Item } from "./create-items.ts";
import { makeSorting } from "./make-sorting.ts";
import { TrayDetails } from "./TrayDetails.tsx";
import { TrayTile } from "./TrayTile.tsx";
import { takenOf } from "./taken-of.ts";
import "./tray.css";

/** What goes with the message that is being written: to look at, to put in order, to describe, to take out. */
export function Tray(props: { choosing: Choosing }) {
  const { t, formatBytes } = useI18n();
  const originalId = createUniqueId();
  const [isOriginal, setOriginal] = createSignal(false);
  const [chosen, setChosen] = createSignal<File>();
  // There is one for as long as the tray is there.
  const choosing = untrack(() => props.choosing);
  const items = createItems(choosing, isOriginal);
  const shown = createMemo(() => items().find((it) => it.file === chosen()));
  const isReady = () => items().every((it) => it.prepared());
  const trouble = createMemo(() => items().find((it) => it.trouble()));
  const size = () => items().reduce((sum, it) => sum + it.size(), 0);
  let wanted: (() => void) | undefined;

  // Whoever has pressed send does not press it again because a picture was not ready yet.
  createEffect(() => {
    if (!isReady() || !wanted) return;
    const again = wanted;
    wanted = undefined;
    queueMicrotask(again);
  });
  onMount(() => {
    choosing.setTray({
      take(again) {
        wanted = isReady() || trouble() ? undefined : again;
        if (trouble()) setChosen(trouble()?.file);
        if (!isReady()) return undefined;
        return takenOf(items().map((it) => ({ prepared: it.prepared()!, alt: it.alt() })));
      },
    });
  });
  onCleanup(() => choosing.setTray(undefined));

  const remove = ({ file }: Item) => choosing.arrange((files) => files.filter((it) => it !== file));
  const move = (from: number, to: number) =>
    choosing.arrange((files) => {
      const file = files[from];
      return !file || to < 0 || to >= files.length ? files : files.toSpliced(from, 1).toSpliced(to, 0, file);
    });
  const sorting = makeSorting(move);

  return (
    <section class="tray" aria-label={t("choosing.tray")} hidden={choosing.isLeaving()}>
      <ul class="tray__tiles" {...sorting.list}>
        <For each={items()}>
          {(item, at) => (
            <li class="tray__item" draggable="true" data-at={at()} {...sorting.item(at)}>
              <TrayTile
                item={item}
                isChosen={item.file === chosen()}
                onChoose={() => setChosen(item.file === chosen() ? undefined : item.file)}
              />
              <IconButton
                icon="x"
                iconSize="xs"
                size="sm"
                class="tray__remove"
                label={t("choosing.remove", { name: item.file.name })}
                onClick={() => remove(item)}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={shown()}>
        {(item) => (
          <TrayDetails
            item={item()}
            isFirst={items()[0] === item()}
            isLast={items().at(-1) === item()}
            onMove={(by) => move(items().indexOf(item()), items().indexOf(item()) + by)}
          />
        )}
      </Show>
      <div class="tray__foot">
        <span aria-live="polite">
          {isReady() || trouble()
            ? t("choosing.files", { count: items().length, size: formatBytes(size()) })
            : t("choosing.preparing")}
        </span>
        <Show when={items().some((it) => it.kind() === "image")}>
          <label class="tray__original" for={originalId}>
            {t("choosing.original")}
            <Switch id={originalId} checked={isOriginal()} onChange={setOriginal} />
          </label>
        </Show>
        <Show when={items().length > 1}>
          <button type="button" class="tray__clear" onClick={() => choosing.arrange([])}>
            <Icon name="trash" size="sm" /> {t("choosing.removeAll")}
          </button>
        </Show>
      </div>
    </section>
  );
}
