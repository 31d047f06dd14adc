import type { FileId } from "@parley/schema";
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
import { useSync } from "../../sync/index.ts";
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
  const [picked, setPicked] = createSignal<FileId>();
  // There is one for as long as the tray is there.
  const choosing = untrack(() => props.choosing);
  const sync = useSync();
  const place = untrack(() => ({ key: choosing.draft.key(), conversationId: choosing.draft.conversationId() }));
  const items = createItems(choosing, { isOn: isOriginal, set: setOriginal });
  const shown = createMemo(() => items().find((it) => it.id === picked()));
  const isReady = () => items().every((it) => it.isReady());
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
        if (trouble()) setPicked(trouble()?.id);
        return isReady() && !trouble() ? takenOf(choosing.drafted()) : undefined;
      },
    });
  });
  onCleanup(() => choosing.setTray(undefined));

  const remove = (taken: readonly Item[]) => {
    const ids = taken.map((it) => it.id);
    const fileIds = taken.flatMap((it) => it.drafted()?.fileId ?? []);
    choosing.arrange((before) => before.filter((it) => !ids.includes(it.id)));
    void sync.draftFiles().then(async (files) => {
      await files.forget(ids);
      await files.letGo(place, fileIds);
    });
  };
  const move = (from: number, to: number) =>
    choosing.arrange((before) => {
      const moved = before[from];
      return !moved || to < 0 || to >= before.length ? before : before.toSpliced(from, 1).toSpliced(to, 0, moved);
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
                draftKey={place.key}
                isChosen={item.id === picked()}
                onChoose={() => setPicked(item.id === picked() ? undefined : item.id)}
              />
              <IconButton
                icon="x"
                iconSize="xs"
                size="sm"
                class="tray__remove"
                label={t("choosing.remove", { name: item.name() })}
                onClick={() => remove([item])}
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
        <Show when={items().some((it) => it.canBeOriginal())}>
          <label class="tray__original" for={originalId}>
            {t("choosing.original")}
            <Switch id={originalId} checked={isOriginal()} onChange={setOriginal} />
          </label>
        </Show>
        <Show when={items().length > 1}>
          <button type="button" class="tray__clear" onClick={() => remove(items())}>
            <Icon name="trash" size="sm" /> {t("choosing.removeAll")}
          </button>
        </Show>
      </div>
    </section>
  );
}
