import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { revoke } from "@/app/hr/import/keys/actions";
import { NewKey } from "@/app/hr/import/keys/new-key";
import { FiledTable } from "@/components/hr/filed-table";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { type ApiKeyLine, apiKeys } from "@/lib/api-keys/data";
import { requireHr } from "@/lib/auth/require";
import { byWhom } from "@/lib/wording/by-whom";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import-keys");
  return { title: t("title") };
}

/** Keys by which the HR system imports by itself: who has one, and the way to make and revoke them. */
export default async function KeysPage() {
  const actor = await requireHr();
  await recordAccess(actor, "/hr/import/keys");
  const t = await getTranslations("import-keys");
  const keys = await apiKeys(actor);
  const n = keys.filter(({ revokedAt }) => revokedAt === null).length;
  const texts = {
    ...{ name: t("new.name"), hint: t("new.hint"), make: t("new.make") },
    ...{ noName: t("new.noName"), made: t("new.made"), madeWhy: t("new.madeWhy") },
  };
  return (
    <>
      <Top
        title={t("finding", { n })}
        why={t("why")}
        back={{ href: "/hr/import", text: t("back") }}
      />
      <Section name={t("new.section")} context={t("new.context")}>
        <NewKey texts={texts} />
      </Section>
      <Section name={t("list.name")} context={t("list.context")}>
        <Keys keys={keys} />
      </Section>
    </>
  );
}

async function Keys({ keys }: { readonly keys: readonly ApiKeyLine[] }) {
  const t = await getTranslations("import-keys.list");
  const who = await getTranslations("byWhom");
  const format = await getFormatter();
  const day = (moment: Date) => format.dateTime(moment, { dateStyle: "long" });
  if (keys.length === 0) return <p className="quiet">{t("none")}</p>;
  return (
    <FiledTable
      file="/hr/downloads/keys"
      caption={t("name")}
      captionHidden
      columns={["key", "made", "used", "state"].map((key) => ({ key, head: t(key) }))}
      rows={keys.map(({ id, name, madeAt, madeBy, lastUsedOn, revokedAt }) => ({
        key: id,
        head: name,
        cells: {
          made: t("madeBy", { when: day(madeAt), who: byWhom(madeBy, who) }),
          used: lastUsedOn ? day(new Date(`${lastUsedOn}T12:00:00Z`)) : t("never"),
          state: revokedAt ? (
            t("revoked", { when: day(revokedAt) })
          ) : (
            <form action={revoke}>
              <input type="hidden" name="key" value={id} />
              <Button line>
                {t("revoke")} <span className="vh">{name}</span>
              </Button>
            </form>
          ),
        },
      }))}
    />
  );
}
