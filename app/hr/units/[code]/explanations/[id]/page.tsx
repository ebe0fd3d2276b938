import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { isEntryId } from "@/app/hr/units/[code]/entry";
import { entryHistory, entryTexts } from "@/app/hr/units/[code]/entry-history";
import { EntryForm } from "@/components/hr/entry/entry-form";
import { EntryPage } from "@/components/hr/entry/entry-page";
import { unitHref } from "@/components/hr/unit-link";
import { Acts, Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { answersOf } from "@/lib/entries/answers";
import { explanationVersions } from "@/lib/explanations/data";
import { type ExplanationVersion, hasExpired, ranOut } from "@/lib/explanations/explanation";
import { EXPLANATION_FIELDS } from "@/lib/explanations/read";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { unitName } from "@/lib/turnover/data";
import { dayInWords } from "@/lib/wording/date";
import { endExplanation, saveExplanation } from "./actions";
import { explanationFields } from "./form";

type Asked = { readonly params: Promise<{ readonly code: string; readonly id: string }> };

/** A natural explanation, new (`new` in the address) or to be changed, renewed or let go. */
export default async function Page({ params }: Asked) {
  const actor = await requireHr();
  const { code: coded, id } = await params;
  const code = decodeURIComponent(coded);
  const isNew = id === "new";
  const [unit, versions] = await Promise.all([
    unitName(actor, code),
    isEntryId(id) ? explanationVersions(actor, id) : [],
  ]);
  const last = versions[0];
  if (unit === null || (!isNew && last?.unitCode !== code)) notFound();
  await recordAccess(actor, `/hr/units/${code}/explanations/[id]`);
  const t = await getTranslations("entries");
  const start = {
    ...{ id: isNew ? randomUUID() : id, unit: code, version: last?.version ?? 0 },
    ...{ errors: [], attempt: 0 },
    values: answersOf(EXPLANATION_FIELDS, (field) => last?.[field] ?? firstValue(field)),
  };
  return (
    <EntryPage
      title={t(isNew ? "explanation.titleNew" : "explanation.title", {
        unit,
        what: last?.what ?? "",
      })}
      why={t("explanation.why")}
      back={{ href: `${unitHref(code)}#explanations`, text: unit }}
      name={t("explanation.name")}
      context={t("explanation.context")}
      form={
        <EntryForm
          save={saveExplanation}
          start={start}
          fields={await explanationFields()}
          texts={await entryTexts("explanation", isNew, actor)}
        />
      }
      more={last === undefined ? null : <LetGo last={last} />}
      history={await entryHistory(actor, "explanation", id, await signedVersions(versions))}
    />
  );

  function firstValue(field: string): string {
    return field === "appliesFrom" ? dayAt(new Date()) : "";
  }
}

async function LetGo({ last }: { readonly last: ExplanationVersion }) {
  const t = await getTranslations("entries.explanation.end");
  const today = dayAt(new Date());
  const over = hasExpired(last, today);
  // What begins later is changed, not ended: it would end before it begins.
  const nothing = over ? !ranOut(last, today) : last.expires === today || last.appliesFrom > today;
  if (nothing) return null;
  const say = (key: string) => t(over ? `over.${key}` : key);
  return (
    <Section name={say("name")} context={say("context")}>
      <form action={endExplanation}>
        <p>{say("why")}</p>
        <input type="hidden" name="id" value={last.id} />
        <input type="hidden" name="unit" value={last.unitCode} />
        <input type="hidden" name="version" value={last.version} />
        <Acts>
          <Button line>{say("button")}</Button>
        </Acts>
      </form>
    </Section>
  );
}

async function signedVersions(versions: readonly ExplanationVersion[]) {
  const t = await getTranslations("entries.explanation");
  const locale = localeOf(await getLocale());
  return versions.map(
    ({ version, what, who, signedBy, notedOn, appliesFrom, expires, evidence }) => ({
      ...{ version, what, who, signedBy, signedOn: notedOn },
      standing: t("span", {
        from: dayInWords(appliesFrom, locale),
        to: dayInWords(expires, locale),
      }),
      basis: evidence,
    }),
  );
}
