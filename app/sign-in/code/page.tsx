import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { CodeForm } from "@/app/sign-in/code/code-form";
import { MakeFactor } from "@/app/sign-in/code/make-factor";
import { qrSquares } from "@/app/sign-in/code/qr-squares";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { sessionHere } from "@/lib/auth/require";
import { factorOf } from "@/lib/auth/second-factor";
import type { LiveSession } from "@/lib/auth/sessions";
import { authenticatorFor } from "@/lib/auth/totp";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.code");
  return { title: t("page"), robots: { index: false } };
}

/** Between the mailed link and what the account opens: the phone's code, or connecting a phone. */
export default async function SecondFactorPage() {
  const session = await sessionHere();
  if (!session) redirect("/sign-in");
  return (
    <PublicFrame>
      {session.stage === "code" ? <Ask userId={session.user.id} /> : <Make session={session} />}
    </PublicFrame>
  );
}

/** What is wrong with a code, for either form. */
async function problems() {
  const t = await getTranslations("signin.code");
  const tell = await getTranslations("signin");
  return {
    malformed: t("malformed"),
    wrong: t("wrong"),
    none: t("none"),
    resting: t.raw("resting") as string,
    "slow-down": tell("slowDown"),
  };
}

async function Ask({ userId }: { readonly userId: string }) {
  const t = await getTranslations("signin.code");
  const connected = (await factorOf(userId))?.confirmed === true;
  const kind = connected ? "connected" : "first";
  return (
    <>
      <Top title={t(`${kind}.title`)} why={t(`${kind}.why`)} />
      <Section name={t(`${kind}.name`)}>
        <CodeForm
          texts={{
            label: t(`${kind}.label`),
            hint: t(`${kind}.hint`),
            button: t(`${kind}.button`),
            ...(await problems()),
          }}
        />
      </Section>
    </>
  );
}

async function Make({ session }: { readonly session: LiveSession }) {
  const t = await getTranslations("signin.make");
  const { id: userId, email } = session.user;
  const factor = await factorOf(userId);
  const shown =
    session.stage === "enrol" && factor && !factor.confirmed
      ? authenticatorFor({ userId, seed: factor.seed }, { region: env().SORTI_REGION, email })
      : null;
  return (
    <>
      <Top title={t("title")} why={t("why")} />
      <MakeFactor
        picture={shown && qrSquares(shown.address)}
        typed={shown?.typed ?? null}
        texts={{
          scan: t("scan"),
          picture: t("picture"),
          orType: t("orType"),
          confirm: t("confirm"),
          label: t("label"),
          hint: t("hint"),
          button: t("button"),
          codes: t("codes"),
          codesWhy: t("codesWhy"),
          goOn: t("goOn"),
          ...(await problems()),
        }}
      />
    </>
  );
}
