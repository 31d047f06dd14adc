import { directConversationId, type Person, type UserId } from "@parley/schema";
import { useNavigate } from "@solidjs/router";
import { createMe, type DirectState } from "../conversations/create-view.ts";

/** Opens the direct conversation with someone; with oneself, the saved messages. It exists once something was written. */
export function useOpenDirect(): (userId: UserId, found?: Person) => Promise<void> {
  const navigate = useNavigate();
  const me = createMe();
  return async (userId, found) =>
    navigate(`/c/${await directConversationId(me(), userId)}?to=${userId}`, { state: { found } satisfies DirectState });
}
