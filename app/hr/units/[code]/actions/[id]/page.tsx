import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { isEntryId } from "@/app/hr/units/[code]/entry";
import { entryHistory, entryTexts } from "@/app/hr/units/[code]/entry-history";
import { EntryForm } from "@/components/hr/entry/entry-form";
import { EntryPage } from "@/components/hr/entry/entry-page";
import { unitHref } from "@/components/hr/unit-link";
import { recordAccess } from "@/lib/access/mutations";
import type { ActionVersion } from "@/lib/actions/action";
import { actionVersions, remindable } from "@/lib/actions/data";
import { ACTION_FIELDS, type ActionField } from "@/lib/actions/read";
import { requireHr } from "@/lib/auth/require";
import { answersOf } from "@/lib/entries/answers";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { unitName } from "@/lib/turnover/data";
import { dayInWords } from "@/lib/wording/date";
import { saveAction } from "./actions";
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
  if (unit === null || (!isNew && last?.unitCode !== code)) notFound();
  await recordAccess(actor, `/hr/units/${code}/actions`);
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
      history={await entryHistory(actor, "action", await signedVersions(versions))}
    />
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
