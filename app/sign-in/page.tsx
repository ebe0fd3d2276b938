import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { askForLink } from "@/app/sign-in/actions";
import { DemoAccounts } from "@/app/sign-in/demo-accounts";
import { DemoForm } from "@/app/sign-in/demo-form";
import { OidcButton } from "@/app/sign-in/oidc-button";
import { AddressForm } from "@/components/ui/address-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { DEMO_PASSWORD, demoAccountsHere } from "@/lib/auth/demo-accounts";
import { oidcProvider } from "@/lib/auth/oidc";
import { viewer } from "@/lib/auth/require";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { env, isDemo } from "@/lib/env";
import { LINK_MINUTES } from "@/lib/sign-in/rule";

type Asked = {
  readonly next?: string;
  readonly as?: string;
  readonly wrong?: string;
  /** What the region's own sign-in says when somebody does not come in. */
  readonly error?: string;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin");
  return { title: t("title") };
}

export default async function SignInPage(props: { readonly searchParams: Promise<Asked> }) {
  const asked = await props.searchParams;
  const user = await viewer();
  // Whoever comes here of their own accord finds what there is about their own sign-in.
  if (user) redirect(sameSitePath(asked.next, "/account"));
  const next = sameSitePath(asked.next, "");
  const t = await getTranslations("signin");
  const demo = isDemo();
  return (
    <PublicFrame>
      <Top title={t("title")} why={demo ? t("demo", { password: DEMO_PASSWORD }) : t("why")} />
      {oidcProvider() ? <OwnSignIn error={asked.error} next={next} /> : null}
      {demo ? <Demonstration asked={asked} next={next} /> : null}
      <Section name={t("link.name")} context={t("link.context", { minutes: LINK_MINUTES })}>
        <AddressForm
          ask={askForLink}
          id="link-email"
          autoComplete="username"
          texts={{
            label: t("link.label"),
            hint: t("link.hint"),
            button: t("link.button"),
            asked: t("link.asked", { minutes: LINK_MINUTES }),
            wrong: t("link.wrong"),
            slowDown: t("slowDown"),
          }}
        >
          <input type="hidden" name="next" value={next} />
        </AddressForm>
      </Section>
    </PublicFrame>
  );
}

type OwnSignInProps = { readonly error: string | undefined; readonly next: string };

async function OwnSignIn({ error, next }: OwnSignInProps) {
  const t = await getTranslations("signin.oidc");
  const { SORTI_REGION: region } = env();
  const said = error === "AccessDenied" ? t("noAccount") : t("failed");
  return (
    <Section name={t("name", { region })} context={t("context")}>
      {error === undefined ? null : (
        <p className="note" role="alert">
          {said}
        </p>
      )}
      <OidcButton says={t("button")} next={next || "/account"} />
    </Section>
  );
}

async function Demonstration({ asked, next }: { readonly asked: Asked; readonly next: string }) {
  const t = await getTranslations("signin");
  const accounts = demoAccountsHere();
  const chosen = accounts.find(({ email }) => email.startsWith(`${asked.as}@`));
  return (
    <>
      <DemoAccounts accounts={accounts} next={next} />
      <Section name={t("form")}>
        <DemoForm
          key={chosen?.email ?? ""}
          email={chosen?.email ?? ""}
          password={chosen ? DEMO_PASSWORD : ""}
          next={next}
          wrong={asked.wrong !== undefined}
        />
      </Section>
    </>
  );
}
