import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { DemoAccounts } from "@/app/sign-in/demo-accounts";
import { SignInForm } from "@/app/sign-in/sign-in-form";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { DEMO_PASSWORD, demoAccountsHere } from "@/lib/auth/demo-accounts";
import { viewer } from "@/lib/auth/require";
import { homeOf } from "@/lib/auth/roles";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { isDemo } from "@/lib/env";

type Asked = { readonly next?: string; readonly as?: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin");
  return { title: t("title") };
}

export default async function SignInPage(props: { readonly searchParams: Promise<Asked> }) {
  const { next, as } = await props.searchParams;
  const user = await viewer();
  if (user) redirect(sameSitePath(next, homeOf(user.roles)));
  const t = await getTranslations("signin");
  const demo = isDemo();
  const accounts = demo ? demoAccountsHere() : [];
  const chosen = accounts.find(({ email }) => email.startsWith(`${as}@`));
  return (
    <PublicFrame>
      <Top title={t("title")} why={demo ? t("demo", { password: DEMO_PASSWORD }) : t("notYet")} />
      {demo ? (
        <>
          <DemoAccounts accounts={accounts} next={sameSitePath(next, "")} />
          <Section name={t("form")}>
            <SignInForm
              key={chosen?.email ?? ""}
              email={chosen?.email ?? ""}
              password={chosen ? DEMO_PASSWORD : ""}
              next={sameSitePath(next, "/sign-in")}
            />
          </Section>
        </>
      ) : null}
    </PublicFrame>
  );
}
