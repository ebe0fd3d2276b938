import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { Said } from "@/components/hr/said";
import { GapSection } from "@/components/hr/signals/gap-section";
import { SignalsSection } from "@/components/hr/signals/signals-section";
import type { SignalsView } from "@/components/hr/signals/view";
import { AnswersSection } from "@/components/hr/unit/answers-section";
import type { AnswersView } from "@/components/hr/unit/answers-view";
import { ContradictionNote } from "@/components/hr/unit/contradiction-note";
import { KindsSection } from "@/components/hr/unit/kinds-section";
import { PeersSection } from "@/components/hr/unit/peers-section";
import { PictureSection } from "@/components/hr/unit/picture-section";
import { PlanSection } from "@/components/hr/unit/plan-section";
import { title, type UnitWords, verdictWords } from "@/components/hr/unit/sentences";
import { TimeSection } from "@/components/hr/unit/time-section";
import { TurnoverSection } from "@/components/hr/unit/turnover-section";
import type { UnitView } from "@/components/hr/unit/view";
import { Verdict } from "@/components/reports/verdict";
import { Facts } from "@/components/ui/facts";
import { Top } from "@/components/ui/top";
import { lastDayOfMonth } from "@/lib/turnover/month";
import { dayInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

type UnitPageProps = {
  readonly view: UnitView;
  readonly answers: AnswersView | null;
  readonly signals: SignalsView;
};

/** One unit: the finding, turnover, peers, how they left, what they answered, what is done. */
export function UnitPage({ view, answers, signals }: UnitPageProps) {
  const t = useTranslations("hrUnit");
  const words = useUnitWords();
  const { locale } = words;
  const { name, code } = view.summary;
  return (
    <>
      <Top title={title(view, words)} back={{ href: "/hr/units", text: t("back") }}>
        {view.closed === null ? (
          <Verdict word={view.summary.verdict.word}>
            <Said>{verdictWords(view, words)}</Said>
          </Verdict>
        ) : (
          <p className="sub">{t("closedWhy")}</p>
        )}
        <Facts facts={useFacts(view, words)} />
        <ContradictionNote view={view} words={words} />
      </Top>
      <TurnoverSection view={view} words={words} />
      <TimeSection view={view} words={words} />
      <PeersSection view={view} words={words} />
      <KindsSection view={view} locale={locale} />
      <AnswersSection answers={answers} name={name} code={code} words={words} />
      <PictureSection picture={answers?.picture ?? null} code={code} words={words} />
      <GapSection code={code} leavers={signals.leavers} stayers={signals.stayers} />
      <SignalsSection code={code} name={name} series={signals.series} />
      <PlanSection view={view} words={words} />
    </>
  );
}

function useFacts({ summary, parent, group, closed }: UnitView, { say, locale }: UnitWords) {
  const t = useTranslations("hrUnit.facts");
  const { staff, peerGroup, asOf } = summary;
  const others = group.filter(({ code }) => code !== summary.code).length;
  const staffWords =
    staff === null
      ? t("noStaff")
      : say("facts.staffCount", { count: staff, n: number(staff, locale) });
  const peers =
    peerGroup === null ? t("noPeers") : say("facts.peersOf", { count: others, group: peerGroup });
  return [
    ...(closed === null ? [{ term: t("staff"), value: <Said>{staffWords}</Said> }] : []),
    ...(parent === null ? [] : [{ term: t("parent"), value: parent }]),
    { term: t("peers"), value: <Said>{peers}</Said> },
    { term: t("asOf"), value: dayInWords(lastDayOfMonth(asOf), locale) },
  ];
}

function useUnitWords(): UnitWords {
  const t = useTranslations("hrUnit");
  const common = useTranslations("common");
  return {
    say: marked(t),
    locale: useWordingLocale(),
    numeral: (n) => common("numeral", { n }),
  };
}
