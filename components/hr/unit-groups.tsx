import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { SIGNS } from "@/components/reports/verdict";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { VerdictWord } from "@/lib/turnover/verdict";
import { byName } from "@/lib/wording/names";
import { number } from "@/lib/wording/number";

export type GroupedUnit = {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly verdict: VerdictWord;
  /** ”15,8 %, 18 mot 9,2”, made for those that are shown. Left out under *neither*. */
  readonly figures?: () => ReactNode;
};

type UnitGroupsProps = {
  readonly units: readonly GroupedUnit[];
  /** What more is said under *neither*: how many, and who was over the limit this very year. */
  readonly rest?: ReactNode;
};

const GROUPS = Object.keys(SIGNS) as readonly VerdictWord[];

/** The units under their four verdicts, in the order of the alphabet: never sorted by a rate. */
export function UnitGroups({ units, rest }: UnitGroupsProps) {
  const t = useTranslations("figures.verdict");
  const order = byName(useWordingLocale());
  const sorted = units.toSorted((a, b) => order(a.name, b.name));
  return (
    <div className="groups">
      {GROUPS.map((word) => {
        const members = sorted.filter((unit) => unit.verdict === word);
        return (
          <section key={word} className={word === "neither" ? "grp rest" : "grp"}>
            <h3>
              <VerdictMark {...SIGNS[word]} />
              {t(`word.${word}`)}
            </h3>
            <p>
              {t(`group.${word}`)} {word === "neither" ? rest : null}
            </p>
            {members.length === 0 ? <Nobody /> : <Units units={members} />}
            {members.length > MOST_UNITS ? <More count={members.length - MOST_UNITS} /> : null}
          </section>
        );
      })}
    </div>
  );
}

function Nobody() {
  const t = useTranslations("figures.verdict");
  return <p className="quiet small">{t("nobody")}</p>;
}

/** More names than this are found by searching, not by reading. */
const MOST_UNITS = 30;

function More({ count }: { readonly count: number }) {
  const t = useTranslations("figures.verdict");
  const locale = useWordingLocale();
  return <a href="/hr/units">{t("more", { count: number(count, locale) })}</a>;
}

function Units({ units }: { readonly units: readonly GroupedUnit[] }) {
  return (
    <ul>
      {units.slice(0, MOST_UNITS).map(({ code, name, href, figures }) => (
        <li key={code}>
          <a href={href}>{name}</a> {figures ? <span>{figures()}</span> : null}
        </li>
      ))}
    </ul>
  );
}
