import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { everyAccount } from "@/lib/auth/administer";
import { requireAuditor } from "@/lib/auth/require";
import { USER_ROLES } from "@/lib/auth/roles";
import { localeOf } from "@/lib/i18n/locale";
import { dayInWords } from "@/lib/wording/date";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditor-accounts");
  return { title: t("tab") };
}

/** Who may sign in at this party, as what, and when they last did. */
export default async function AuditorAccountsPage() {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/accounts");
  const [t, locale] = [await getTranslations("auditor-accounts"), localeOf(await getLocale())];
  const accounts = await everyAccount(actor);
  const open = accounts.filter(({ disabled }) => !disabled).length;
  return (
    <>
      <Top title={t("title", { n: open })} why={t("why")} />
      <Section name={t("list")} context={t("context")}>
        <Table
          caption={t("list")}
          captionHidden
          narrow="list"
          columns={(["name", "roles", "state", "seen"] as const).map((key) => ({
            key,
            head: t(key),
          }))}
          rows={accounts.map(({ id, name, roles, disabled, seenOn }) => ({
            key: id,
            head: name,
            cells: {
              roles:
                USER_ROLES.filter((role) => roles.includes(role))
                  .map((role) => t(`role.${role}`))
                  .join(", ") || t("role.none"),
              state: disabled ? t("disabled") : t("open"),
              seen: seenOn ? dayInWords(seenOn, locale) : t("never"),
            },
          }))}
        />
      </Section>
    </>
  );
}
