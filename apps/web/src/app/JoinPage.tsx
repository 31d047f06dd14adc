import { useParams } from "@solidjs/router";
import { JoinConversation } from "../conversations/JoinConversation.tsx";

export function JoinPage() {
  const params = useParams();
  return <JoinConversation code={params["code"] ?? ""} />;
}
