import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { AttackHistory } from "@/components/transparency/attack-history";
import { AttackResults } from "@/components/transparency/attack-results";
import { LinksPicture, linksOf } from "@/components/transparency/links-picture";
import { Finding } from "@/components/ui/finding";
import type { LoggedAttack } from "@/lib/attack/due";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

/** What the attacks on this installation found, as the public log has it. `attacks`: oldest first. */
export function SelfAttacks({ attacks }: { readonly attacks: readonly LoggedAttack[] }) {
  const t = useTranslations("security.proof");
  const locale = useWordingLocale();
  const latest = attacks.at(-1);
  if (!latest) {
    return (
      <>
        <Finding>{t("none")}</Finding>
        <p>{t("noneText")}</p>
      </>
    );
  }
  const links = linksOf(latest);
  const released = releasedIn(latest);
  const about = {
    day: dayInWords(latest.day, locale),
    quarter: quarterInWords(latest.quarter, locale),
    seq: latest.seq,
  };
  return (
    <>
      <Finding>{t(latest.held ? "held" : "leaked", about)}</Finding>
      {links ? <p>{t("links", { mean: number(links.mean, locale, 2) })}</p> : null}
      {released ? <p>{t("releases", released)}</p> : null}
      <LinksPicture attacks={attacks} />
      <h3>{t("resultsName")}</h3>
      <p>{t("resultsText", about)}</p>
      <AttackResults attack={latest} />
      <h3>{t("historyName")}</h3>
      <AttackHistory attacks={attacks} />
    </>
  );
}

/** How much was attacked of what is released, where nothing was found; null in entries that do not say. */
function releasedIn({ results }: LoggedAttack) {
  const found = results.find(({ attack, outcome }) => attack === "releases" && outcome === "held");
  const { results: own, pictures, reports } = found?.figures ?? {};
  if (own === undefined || pictures === undefined || reports === undefined) return null;
  return { results: own, pictures, reports };
}
