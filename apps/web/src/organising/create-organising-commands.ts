import { useLocation, useNavigate } from "@solidjs/router";
import type { Accessor } from "solid-js";
import type { PaletteItem } from "../app/palette-items.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversations } from "../sync/index.ts";
import { createOrganising } from "./create-organising.ts";
import { isUnread } from "./is-unread.ts";

/** What the palette can do to keep the open chat in order. */
export function createOrganisingCommands(): Accessor<PaletteItem[]> {
  const { t } = useI18n();
  const navigate = useNavigate();
  const location = useLocation();
  const conversations = createConversations();
  const organise = createOrganising();

  return () => {
    const places: PaletteItem[] = [
      {
        kind: "command",
        id: "archived",
        icon: "archive",
        title: t("organising.commandArchived"),
        run: () => navigate("/archived"),
      },
      {
        kind: "command",
        id: "folders",
        icon: "layers",
        title: t("organising.folders"),
        run: () => navigate("/settings/folders"),
      },
    ];
    const entry = conversations().find((it) => it.id === location.pathname.split("/")[2]);
    if (!entry) return places;
    const title = entry.kind === "saved" ? t("app.saved") : entry.title;
    const command = (
      id: string,
      icon: PaletteItem["icon"],
      name: string,
      act: "toggleMute" | "togglePin" | "toggleArchive" | "toggleUnread",
    ): PaletteItem => ({ kind: "command", id, icon, title: name, run: () => organise(act, entry) });
    return [
      command(
        "mute",
        entry.isMuted ? "bell" : "bell-off",
        entry.isMuted ? t("organising.commandUnmute", { title }) : t("organising.commandMute", { title }),
        "toggleMute",
      ),
      command(
        "pin",
        "pin",
        entry.pin === null ? t("organising.commandPin", { title }) : t("organising.commandUnpin", { title }),
        "togglePin",
      ),
      command(
        "archive",
        "archive",
        entry.isArchived ? t("organising.commandUnarchive", { title }) : t("organising.commandArchive", { title }),
        "toggleArchive",
      ),
      command(
        "unread",
        isUnread(entry) ? "check-circle" : "chat",
        isUnread(entry) ? t("organising.commandRead", { title }) : t("organising.commandUnread", { title }),
        "toggleUnread",
      ),
      ...places,
    ];
  };
}
