import { getLocale, getTranslations } from "next-intl/server";
import { csvReply } from "@/app/auditor/csv-reply";
import { attackInWords } from "@/components/auditor/attack-words";
import { ATTACK_COLUMNS } from "@/components/auditor/attacks-page";
import { recordAccess } from "@/lib/access/mutations";
import { loggedAttacks } from "@/lib/attack/due";
import { requireAuditor } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { readLog } from "@/lib/transparency/data";

/** The page's table as a file, the newest first; noted like the page. */
export async function GET(): Promise<Response> {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/attacks/file");
  const t = await getTranslations("auditor-attacks");
  const proof = await getTranslations("security.proof");
  const locale = localeOf(await getLocale());
  const attacks = loggedAttacks(await readLog()).toReversed();
  return csvReply({
    title: t("fileTitle"),
    columns: ATTACK_COLUMNS.map((key) => ({ head: t(key) })),
    rows: attacks.map((one) => {
      const said = attackInWords(one, { t, proof, locale });
      const cells = { ...said, day: one.day, round: one.quarter, line: one.seq };
      return ATTACK_COLUMNS.map((key) => cells[key]);
    }),
  });
}
