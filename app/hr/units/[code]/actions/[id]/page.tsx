import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { isEntryId } from "@/app/hr/units/[code]/entry";
import { entryHistory, entryTexts } from "@/app/hr/units/[code]/entry-history";
import { EntryForm } from "@/components/hr/entry/entry-form";
import { EntryPage } from "@/components/hr/entry/entry-page";
import { unitHref } from "@/components/hr/unit-link";
import { Acts, Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { recordAccess } from "@/lib/access/mutations";
import { type ActionVersion, isOpen } from "@/lib/actions/action";
import { actionVersions, remindable } from "@/lib/actions/data";
import { ACTION_FIELDS, type ActionField } from "@/lib/actions/read";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { answersOf } from "@/lib/entries/answers";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { unitName } from "@/lib/turnover/data";
import { heirs } from "@/lib/units/data";
import { dayInWords } from "@/lib/wording/date";
import { moveToHeir, saveAction } from "./actions";
import { actionFields } from "./form";

type Asked = { readonly params: Promise<{ readonly code: string; readonly id: string }> };

/** An action, new (`new` in the address) or to be changed, followed up or finished. */
export default async function Page({ params }: Asked) {
  const actor = await requireHr();
  const { code: coded, id } = await params;
  const code = decodeURIComponent(coded);
  const isNew = id === "new";
  const [unit, versions, accounts] = await Promise.all([
    unitName(actor, code),
    isEntryId(id) ? actionVersions(actor, id) : [],
    remindable(actor),
  ]);
  const last = versions[0];
  if (unit === null || (!isNew && last === undefined)) notFound();
  if (last !== undefined && last.unitCode !== code)
    redirect(`${unitHref(last.unitCode)}/actions/${id}`);
  await recordAccess(actor, `/hr/units/${code}/actions/[id]`);
  const t = await getTranslations("entries");
  const first: Partial<Record<ActionField, string>> = {
    ...{ decidedOn: dayAt(new Date()), state: "planned" },
    reminds: accounts.some((account) => account.id === actor.user) ? actor.user : "",
  };
  const start = {
    ...{ id: isNew ? randomUUID() : id, unit: code, version: last?.version ?? 0 },
    ...{ errors: [], attempt: 0 },
    values: answersOf(ACTION_FIELDS, (field) => (last === undefined ? first[field] : last[field])),
  };
  return (
    <EntryPage
      title={t(isNew ? "action.titleNew" : "action.title", { unit, what: last?.what ?? "" })}
      why={t("action.why")}
      back={{ href: `${unitHref(code)}#plan`, text: unit }}
      name={t("action.name")}
      context={t("action.context")}
      form={
        <EntryForm
          save={saveAction}
          start={start}
          fields={await actionFields(accounts)}
          texts={await entryTexts("action", isNew, actor)}
        />
      }
      more={<MoveOn actor={actor} last={last} />}
      history={await entryHistory(actor, "action", id, await signedVersions(versions))}
    />
  );
}

type MoveProps = { readonly actor: HrActor; readonly last: ActionVersion | undefined };

/** An open action whose unit has closed: what becomes of it. Nothing where the unit is open. */
async function MoveOn({ actor, last }: MoveProps) {
  if (last === undefined || !isOpen(last)) return null;
  const after = await heirs(actor, last.unitCode, dayAt(new Date()));
  if (after === null) return null;
  const t = await getTranslations("entries.action.move");
  if (after.length === 0)
    return (
      <Section name={t("name")} context={t("context")}>
        <p>{t("nobody")}</p>
      </Section>
    );
  return (
    <Section name={t("name")} context={t("context")}>
      <form action={moveToHeir}>
        <p>{t("why")}</p>
        <input type="hidden" name="id" value={last.id} />
        <input type="hidden" name="unit" value={last.unitCode} />
        <input type="hidden" name="version" value={last.version} />
        <SelectField id="to" name="to" label={t("to")}>
          {after.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <Acts>
          <Button line>{t("button")}</Button>
        </Acts>
      </form>
    </Section>
  );
}

async function signedVersions(versions: readonly ActionVersion[]) {
  const t = await getTranslations("entries.action.standings");
  const locale = localeOf(await getLocale());
  return versions.map(({ version, what, who, signedBy, signedOn, due, state, result }) => ({
    ...{ version, what, who, signedBy, signedOn },
    standing: t(state, { day: dayInWords(due, locale) }),
    basis: result,
  }));
}
