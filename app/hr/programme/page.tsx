import { getLocale, getTranslations } from "next-intl/server";
import { type AskedPlan, askedProgramme } from "@/app/hr/programme/asked";
import { DecideForm } from "@/app/hr/programme/decide-form";
import { NothingImported } from "@/components/hr/overview/overview-page";
import { ProgrammePage } from "@/components/hr/programme/programme-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { readPage } from "@/lib/listing/page";
import { readSearch } from "@/lib/listing/search";
import { openQuarters } from "@/lib/programme/decision";
import { SCOPES } from "@/lib/programme/scope";
import { dayAt } from "@/lib/quarters/today";
import { quarterInWords } from "@/lib/wording/date";

type Asked = { readonly searchParams: Promise<AskedPlan> };

/** The form's own texts: it also runs in the browser, where no catalogue is. */
const TEXTS = [
  ...["scope", "from", "fromHint", "reason", "reasonHint", "cost", "costHint", "send", "choose"],
  ...["wrong-scope", "wrong-from", "wrong-reason", "wrong-cost"],
  ...["decided", "changed", "begun", "nobody"],
];

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/programme");
  const asked = await searchParams;
  const view = await askedProgramme(actor, asked);
  if (view === null) return <NothingImported imports="/hr/import" />;
  const t = await getTranslations("programme");
  const locale = localeOf(await getLocale());
  const last = view.decisions.at(-1);
  return (
    <ProgrammePage
      view={view}
      units={{ sought: readSearch(asked["sok"]), page: readPage(asked["sida"]) }}
      decide={
        <DecideForm
          texts={Object.fromEntries(TEXTS.map((key) => [key, t(`decide.${key}`)]))}
          after={last?.number ?? 0}
          scopes={SCOPES.map((scope) => ({ value: scope, text: t(`scope.${scope}`) }))}
          quarters={openQuarters(dayAt(new Date())).map((quarter) => ({
            value: quarter,
            text: quarterInWords(quarter, locale),
          }))}
          cost={last?.cost ?? null}
        />
      }
    />
  );
}
