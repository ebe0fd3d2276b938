import { getTranslations } from "next-intl/server";
import { MakeCodes } from "@/app/account/make-codes";
import { Section } from "@/components/ui/section";
import { factorOf, recoveryCodesLeft } from "@/lib/auth/second-factor";
import type { LiveSession } from "@/lib/auth/sessions";

/** What an account has for its second step. */
export async function Factor({ session }: { readonly session: LiveSession }) {
  const t = await getTranslations("account.factor");
  const tell = await getTranslations("signin");
  const { id } = session.user;
  const connected = (await factorOf(id))?.confirmed === true;
  const kind = ({ oidc: "elsewhere", demo: "demo" } as const)[session.means] ?? "none";
  return (
    <Section name={t("name")} context={connected ? t("why") : undefined}>
      {connected ? (
        <>
          <p>{t("left", { n: await recoveryCodesLeft(id) })}</p>
          <MakeCodes
            texts={{
              label: t("label"),
              hint: t("hint"),
              button: t("button"),
              made: t("made"),
              malformed: tell("code.malformed"),
              wrong: tell("code.wrong"),
              "slow-down": tell("slowDown"),
            }}
          />
          <p>{t("lost")}</p>
        </>
      ) : (
        <p>{t(kind)}</p>
      )}
    </Section>
  );
}
