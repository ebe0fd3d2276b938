import { chooseReminders } from "@/lib/reminders/mutations";
import { oneClick, onToPage } from "../../one-click";

export const POST = oneClick((token) => chooseReminders(token, "stopped"));
export const GET = onToPage("/reminders");
