import { Comments } from "@/components/reports/quarterly/comments";
import { ClimateByGroup, ReasonsByGroup } from "@/components/reports/quarterly/group-tables";
import { ClassPicture, LeverPicture, ReasonPicture } from "@/components/reports/quarterly/reasons";
import { Results } from "@/components/reports/quarterly/results";
import { Talks } from "@/components/reports/quarterly/talks";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { ReportSection } from "@/components/reports/report-section";
import { Table } from "@/components/ui/table";
import type { Quarter } from "@/lib/quarters/quarter";
import { takenSentence } from "@/lib/reports/sentences/certain";
import { missingSentence } from "@/lib/reports/sentences/missing";
import { share, together } from "@/lib/reports/sentences/words";
import { quarterInWords } from "@/lib/wording/date";

/** The motion's second demand: what those who left say, as far as it can be shown. */
export function SecondDemand({ view }: { readonly view: View }) {
  const { snapshot, t } = view;
  const picture = snapshot.survey.pictures[0];
  const shown = picture?.avoidable.kind === "about" ? picture.avoidable.n : null;
  return (
    <ReportSection
      id="reasons"
      label={t("second.label")}
      title={titleOf(shown, view)}
      quote={t("second.quote")}
      intro={intro(view)}
    >
      {picture && shown !== null ? (
        <>
          <ClassPicture view={view} picture={picture} />
          <ReasonPicture view={view} />
          <LeverPicture view={view} />
        </>
      ) : null}
      {picture ? (
        <>
          <ReasonsByGroup view={view} />
          <ClimateByGroup view={view} />
          <Comments view={view} />
          <Results view={view} />
        </>
      ) : null}
      <Participation view={view} />
      <Talks view={view} />
    </ReportSection>
  );
}

function titleOf(shown: number | null, { snapshot, words, t }: View): string {
  if (snapshot.answersMissing === "leak-found") return t("second.titleLeak");
  return shown === null
    ? t("second.titleWithheld")
    : t("second.title", { share: share(shown, words) });
}

function intro({ snapshot, words, t }: View): string {
  const { locale } = words;
  const { survey } = snapshot;
  const [picture] = survey.pictures;
  const taken = takenSentence(snapshot, words);
  if (picture === undefined) return together(taken, missingSentence(snapshot, words));
  const quarter = (of: string) => quarterInWords(of as Quarter, locale);
  return t("second.intro", {
    from: quarter(picture.from ?? survey.from),
    to: quarter(picture.to ?? survey.to),
    received: together(taken, missingSentence(snapshot, words), t("second.waiting")),
  });
}

function Participation({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  return (
    <div>
      <h3 className="mb-4">{t("second.participationTitle")}</h3>
      <Table
        caption={t("second.participationTable")}
        columns={[
          { key: "quarter", head: t("second.quarter") },
          { key: "leavers", head: <Wrapped>{t("second.leavers")}</Wrapped>, number: true },
          { key: "received", head: t("second.receivedHead"), number: true },
        ]}
        rows={snapshot.participation.map(({ quarter }) => ({
          key: quarter,
          head: (
            <Traced view={view} id={`participation/${quarter}`}>
              {quarterInWords(quarter as Quarter, words.locale)}
            </Traced>
          ),
          cells: {
            leavers: <Value view={view} id={`participation/${quarter}/leavers`} />,
            received: <Value view={view} id={`participation/${quarter}/received`} />,
          },
        }))}
      />
      <p className="small quiet mt-2">{t("second.participationNote")}</p>
    </div>
  );
}
