import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import { fileAddress, filterFields } from "@/components/hr/invited/address";
import { UnitLink } from "@/components/hr/unit-link";
import { Button } from "@/components/ui/button";
import { type InvitedFilter, type InvitedLine, maySendAgain, mayStop } from "@/lib/invited/line";
import type { Day } from "@/lib/quarters/quarter";
import { dayAndMonth, dayInWords } from "@/lib/wording/date";

/** What has become of the mail or the letter, in words. */
function Standing({ line, today }: { readonly line: InvitedLine; readonly today: Day }) {
  const t = useTranslations("hr-invitations");
  const locale = useWordingLocale();
  const { state, trouble, held, sentOn, channel, windowFrom } = line;
  if (trouble) return [t(`trouble.${trouble}`), ...(held ? [t("held")] : [])].join(" ");
  if (state === "sent") {
    return t(`is.sent-${channel}`, { day: sentOn ? dayInWords(sentOn, locale) : "" });
  }
  if (state === "queued" && windowFrom > today) {
    return t("is.queued", { day: dayInWords(windowFrom, locale) });
  }
  return t(
    state === "queued" ? "is.queued-now" : state === "letter" ? "is.letter" : "is.withdrawn",
  );
}

type DeedsProps = {
  readonly line: InvitedLine;
  readonly filter: InvitedFilter;
  readonly again: (form: FormData) => Promise<void>;
};

/** What HR can do with an invitation. Stopping has a page of its own, since it cannot be undone. */
function Deeds({ line, filter, again }: DeedsProps) {
  const t = useTranslations("hr-invitations");
  const locale = useWordingLocale();
  const whom = t("forWhom", { unit: line.unit, day: dayInWords(line.lastDay, locale) });
  const fields = { id: line.id, ...filterFields(filter) };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      {maySendAgain(line) ? (
        <form action={again}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button line>
            {t("again")} <span className="vh">{whom}</span>
          </Button>
        </form>
      ) : null}
      {mayStop(line) ? (
        <a href={`/hr/invitations/${line.id}?${new URLSearchParams(filterFields(filter))}`}>
          {t("stop")} <span className="vh">{whom}</span>
        </a>
      ) : null}
    </div>
  );
}

type InvitedTableProps = Omit<DeedsProps, "line"> & {
  readonly lines: readonly InvitedLine[];
  readonly today: Day;
};

/** The invitations one by one: for whom, until when the link works, and what has become of the mail. */
export function InvitedTable({ lines, today, filter, again }: InvitedTableProps) {
  const t = useTranslations("hr-invitations");
  const languages = useTranslations("questionnaires.languages");
  const locale = useWordingLocale();
  const named = (code: string) => (languages.has(code) ? languages(code) : code);
  return (
    <FiledTable
      file={fileAddress(filter)}
      caption={t("list")}
      captionHidden
      narrow="list"
      columns={[
        { key: "unit", head: t("unit") },
        { key: "lastDay", head: t("lastDay") },
        { key: "who", head: t("who") },
        { key: "window", head: t("window-column") },
        { key: "standing", head: t("standing") },
        { key: "deeds", head: <span className="vh">{t("deed")}</span> },
      ]}
      rows={lines.map((line) => ({
        key: line.id,
        head: <UnitLink code={line.unitCode} name={line.unit} />,
        cells: {
          lastDay: dayInWords(line.lastDay, locale),
          who: t("person", {
            series: t(`series.${line.series}`),
            language: named(line.language),
          }),
          window: t("from-to", {
            from: dayAndMonth(line.windowFrom, locale),
            to: dayInWords(line.windowTo, locale),
          }),
          standing: <Standing line={line} today={today} />,
          deeds:
            maySendAgain(line) || mayStop(line) ? (
              <Deeds line={line} filter={filter} again={again} />
            ) : null,
        },
      }))}
    />
  );
}
