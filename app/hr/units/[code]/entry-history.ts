import { getLocale, getTranslations } from "next-intl/server";
import { signers } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { localeOf } from "@/lib/i18n/locale";
import type { Day } from "@/lib/quarters/quarter";
import { dayInWords } from "@/lib/wording/date";

type EntryKind = "action" | "explanation";

/** What both kinds of entry have: who signed which version when. The last two are in the kind's own words. */
type SignedVersion = {
  readonly version: number;
  readonly what: string;
  readonly who: string;
  readonly signedBy: string;
  readonly signedOn: Day;
  readonly standing: string;
  readonly basis: string;
};

/** Every version of an entry in words, as its page shows them. */
export async function entryHistory(
  actor: HrActor,
  kind: EntryKind,
  id: string,
  versions: readonly SignedVersion[],
) {
  const t = await getTranslations("entries");
  const locale = localeOf(await getLocale());
  const names = await signers(
    actor,
    versions.map(({ signedBy }) => signedBy),
  );
  return {
    file: `/hr/downloads/versions?${new URLSearchParams({ slag: kind, id })}`,
    name: t("history.name"),
    context: t("history.context"),
    heads: {
      ...{ version: t("history.version"), signed: t("history.signed") },
      ...{ what: t("history.what"), who: t("history.who") },
      ...{ standing: t(`${kind}.standing`), basis: t(`${kind}.basis`) },
    },
    rows: versions.map(({ signedBy, signedOn, ...version }) => {
      const [day, name] = [dayInWords(signedOn, locale), names.get(signedBy)];
      return { ...version, signed: name === undefined ? day : t("history.by", { day, name }) };
    }),
  };
}

/** The words around an entry's form. */
export async function entryTexts(kind: EntryKind, isNew: boolean, { name }: HrActor) {
  const t = await getTranslations("entries");
  const again = { action: "change", explanation: "renew" }[kind];
  return {
    save: t(`${kind}.${isNew ? "save" : again}`),
    saveOver: t("saveOver"),
    signed: t("signed", { name }),
  };
}
