import { useTranslations } from "next-intl";
import { attackInWords } from "@/components/auditor/attack-words";
import { useWordingLocale } from "@/components/charts/wording";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import type { LoggedAttack } from "@/lib/attack/due";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

/** The columns that the page and its file have. */
export const ATTACK_COLUMNS = [
  ...(["day", "occasion", "round", "outcome", "run", "failures", "seconds", "line"] as const),
];

type AttacksPageProps = {
  /** Oldest first. */
  readonly attacks: readonly LoggedAttack[];
};

/** Every attack on the installation that the public log tells of, the newest first. */
export function AttacksPage({ attacks }: AttacksPageProps) {
  const t = useTranslations("auditor-attacks");
  const proof = useTranslations("security.proof");
  const locale = useWordingLocale();
  const latest = attacks.at(-1);
  if (!latest) return <Top title={t("titleNone")} why={t("whyNone")} />;
  const failed = attacks.filter(({ held }) => !held).length;
  return (
    <>
      <Top title={t("title", { n: attacks.length, failed })} why={t("why")} />
      <Section name={t("history")} context={t("context")}>
        <Table
          caption={t("history")}
          captionHidden
          narrow="list"
          columns={ATTACK_COLUMNS.map((key) => ({ key, head: t(key) }))}
          rows={attacks.toReversed().map((one) => ({
            key: String(one.seq),
            head: dayInWords(one.day, locale),
            cells: {
              ...attackInWords(one, { t, proof, locale }),
              round: quarterInWords(one.quarter, locale),
              line: String(one.seq),
            },
          }))}
        />
        <p>
          <a href="/auditor/attacks/file" download>
            {t("file")}
          </a>
          {" · "}
          <a href="/security#proof">{t("public")}</a>
        </p>
      </Section>
    </>
  );
}
