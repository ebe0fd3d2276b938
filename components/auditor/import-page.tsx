import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Decision } from "@/components/auditor/decision";
import type { ImportView } from "@/components/auditor/import-view";
import { Inequalities } from "@/components/auditor/inequalities";
import { Numbers } from "@/components/auditor/numbers";
import { Usual } from "@/components/auditor/usual";
import { useWordingLocale } from "@/components/charts/wording";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { totalOf } from "@/lib/confirmation/counts";
import { byWhom } from "@/lib/wording/by-whom";
import { momentInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

type Deed = (form: FormData) => Promise<void>;

type Props = {
  readonly facts: ImportView;
  /** How the last button went. */
  readonly outcome: string | null;
  readonly deeds: { readonly confirm: Deed; readonly refuse: Deed };
};

/** An import as the auditor meets it: the sentence, the numbers, what is usual, what must hold, the word. */
export function ImportPage({ facts, outcome, deeds }: Props) {
  const t = useTranslations("auditor-imports");
  const nameOf = (code: string) => facts.units.get(code) ?? code;
  return (
    <>
      <Heading facts={facts}>
        <Outcome outcome={outcome} />
      </Heading>
      <Section name={t("numbers.name")} context={t("numbers.context")}>
        <Numbers numbers={facts.numbers} nameOf={nameOf} />
      </Section>
      <Section name={t("usual.name")} context={t("usual.context")}>
        <Usual compared={facts.compared} nameOf={nameOf} />
      </Section>
      <Section name={t("shared.name")} context={t("shared.context")}>
        <Shared shared={facts.sharedAddresses} nameOf={nameOf} />
      </Section>
      <Section name={t("inequalities.name")} context={t("inequalities.context")}>
        <Inequalities rounds={facts.rounds} year={facts.year} nameOf={nameOf} />
      </Section>
      <Section id="decision" name={t("decision.name")}>
        <Decision {...facts} {...deeds} problem={outcome} />
      </Section>
    </>
  );
}

function Heading({ facts, children }: Pick<Props, "facts"> & { readonly children: ReactNode }) {
  const t = useTranslations("auditor-imports.finding");
  const who = useTranslations("byWhom");
  const locale = useWordingLocale();
  const { numbers, compared, units, importedAt, importedBy } = facts;
  const many = [...new Set(compared.filter((one) => one.many).map(({ unitCode }) => unitCode))];
  const names = listInWords(
    many.map((code) => units.get(code) ?? code),
    locale,
  );
  const total = totalOf(numbers);
  const when = momentInWords(importedAt, locale);
  return (
    <Top
      title={t("title", { n: total.departures, many: many.length, names })}
      why={t("why", {
        ...total,
        toInvite: total.mail + total.letter,
        when,
        by: byWhom(importedBy, who),
      })}
      back={{ href: "/auditor/imports", text: t("back") }}
    >
      {children}
    </Top>
  );
}

const DONE = ["confirmed", "unlogged", "refused"];

function Outcome({ outcome }: Pick<Props, "outcome">) {
  const t = useTranslations("auditor-imports");
  if (outcome === null || !t.has(`outcome.${outcome}`)) return null;
  const text = t(`outcome.${outcome}`);
  const id = outcome === "no-reason" ? "reason" : "decision";
  return (
    <div className="mt-4">
      {DONE.includes(outcome) ? (
        <Note live>{text}</Note>
      ) : (
        <ErrorSummary title={t("refused")} errors={[{ id, text }]} />
      )}
    </div>
  );
}

type SharedProps = {
  readonly shared: ImportView["sharedAddresses"];
  readonly nameOf: (unitCode: string) => string;
};

function Shared({ shared, nameOf }: SharedProps) {
  const t = useTranslations("auditor-imports.shared");
  const locale = useWordingLocale();
  const n = shared.reduce((sum, unit) => sum + unit.n, 0);
  const units = shared.map((unit) => t("unit", { name: nameOf(unit.unitCode), n: unit.n }));
  return <p>{n === 0 ? t("none") : t("some", { n, units: listInWords(units, locale) })}</p>;
}
