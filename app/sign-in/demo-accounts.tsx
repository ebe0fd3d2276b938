import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { DEMO_ACCOUNTS } from "@/lib/auth/demo-accounts";

type DemoAccountsProps = {
  readonly accounts: typeof DEMO_ACCOUNTS;
  /** Where to go after signing in; empty for the account's own pages. */
  readonly next: string;
};

const accountName = (email: string) => email.slice(0, email.indexOf("@"));

/** The demonstration's accounts; a click fills in the form. */
export function DemoAccounts({ accounts, next }: DemoAccountsProps) {
  const t = useTranslations("signin");
  const onwards = next ? `&next=${encodeURIComponent(next)}` : "";
  return (
    <Section name={t("accounts")} context={t("accountsWhy")}>
      <Table
        caption={t("accounts")}
        captionHidden
        columns={[
          { key: "account", head: t("account") },
          { key: "name", head: t("name") },
          { key: "does", head: t("does") },
        ]}
        rows={accounts.map(({ email, name, role }) => ({
          key: email,
          head: <a href={`/sign-in?as=${accountName(email)}${onwards}#email`}>{email}</a>,
          cells: { name, does: t(`roles.${role}`) },
        }))}
      />
    </Section>
  );
}
