import { stopSubscription } from "@/lib/subscriptions/mutations";
import { oneClick, onToPage } from "../../one-click";

export const POST = oneClick(stopSubscription);
export const GET = onToPage("/subscription");
