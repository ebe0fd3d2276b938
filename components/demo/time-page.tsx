import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { Forward } from "@/components/demo/forward";
import { useHappeningWords } from "@/components/demo/words";
import { Finding } from "@/components/ui/finding";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import type { Happening } from "@/lib/demo/happening";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";

type TimePageProps = {
  readonly today: Day;
  readonly next: Happening | null;
  readonly state: "still" | "moving" | "failed";
  readonly now: { readonly work: string; readonly happening: Happening } | null;
  readonly done: readonly Happening[];
  readonly deed: (form: FormData) => Promise<void>;
};

const PLACES = {
  hr: "/hr",
  operator: "/operator",
  auditor: "/auditor",
  inbox: "/inbox",
  reports: "/reports",
} as const;

/** The demonstration's time machine: which day it is, what comes next, what is going on, what happened. */
export function TimePage({ today, next, state, now, done, deed }: TimePageProps) {
  const t = useTranslations("demo");
  const locale = useWordingLocale();
  return (
    <>
      <Top title={t("title", { day: dayInWords(today, locale) })} why={t("why")} />
      {state === "failed" ? (
        <Note live>
          <p>{t("failed")}</p>
        </Note>
      ) : null}
      {state === "moving" ? <Moving now={now} /> : <Next next={next} deed={deed} />}
      {done.length > 0 ? <Done done={done} /> : null}
      <Section name={t("places.name")}>
        <ul className="bullets">
          {Object.entries(PLACES).map(([place, href]) => (
            <li key={place}>
              <a href={href}>{t(`places.${place}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Moving({ now }: Pick<TimePageProps, "now">) {
  const t = useTranslations("demo.moving");
  const words = useHappeningWords();
  return (
    <Section name={t("name")} context={t("context")}>
      <div role="status">
        <Finding>{now ? t(now.work, words(now.happening)) : t("begin")}</Finding>
      </div>
    </Section>
  );
}

function Next({ next, deed }: Pick<TimePageProps, "next" | "deed">) {
  const t = useTranslations("demo.next");
  const words = useHappeningWords();
  return (
    <Section name={t("name")} context={t("context")}>
      <Finding>{next ? t(next.kind, words(next)) : t("none")}</Finding>
      {next ? <Forward deed={deed} /> : null}
    </Section>
  );
}

function Done({ done }: Pick<TimePageProps, "done">) {
  const t = useTranslations("demo.done");
  const words = useHappeningWords();
  const linkTo = ({ kind, quarter }: Happening) => {
    const href = kind === "report" ? `/reports/${quarter}` : `/operator?quarter=${quarter}`;
    return (chunks: ReactNode) => <a href={href}>{chunks}</a>;
  };
  return (
    <Section name={t("name")} context={t("context")}>
      <ul className="bullets">
        {done.map((one) => (
          <li key={one.kind}>{t.rich(one.kind, { ...words(one), link: linkTo(one) })}</li>
        ))}
      </ul>
    </Section>
  );
}
