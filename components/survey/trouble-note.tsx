import type { Trouble } from "@/lib/answering/stage";
import { useText } from "./catalogue";

/** What went wrong and that nothing is lost; spoken at once. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const t = useText();
  return (
    <div className="note trouble" role="alert">
      <b>{t("trouble.title")}</b>
      <p>{t(`trouble.${trouble}`)}</p>
    </div>
  );
}
