import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { actsHere } from "@/app/_keys/seat";
import { peelNow } from "@/app/auditor/texts/actions";
import { Passphrase } from "@/app/operator/texts/sections";
import { Fingerprint } from "@/components/operator/key-card";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireAuditor } from "@/lib/auth/require";
import { readTextsFile, textsPlace } from "@/lib/cli/texts-file";
import { allCodings, notNow, waitingTexts } from "@/lib/coding/data";
import { CELL_MIN, TEXT_MIN } from "@/lib/disclosure/limits";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("redaction");
  return { title: t("title") };
}

type Asked = { readonly done?: string; readonly problem?: string };
type Props = { readonly searchParams: Promise<Asked> };

/** Custodian 2's half of opening the comments. No text is ever shown here. */
export default async function AuditorTextsPage({ searchParams }: Props) {
  const actor = await requireAuditor();
  await recordAccess(actor, "/auditor/texts");
  const waits = await waitingTexts();
  const why = notNow(waits, await allCodings());
  const peeled = waits !== null && readTextsFile(textsPlace(waits.round.quarter)) !== null;
  return (
    <>
      <Heading stage={why ?? "ready"} />
      <Said {...(await searchParams)} />
      {why === null ? <Peel peeled={peeled} /> : null}
    </>
  );
}

function Heading({ stage }: { readonly stage: string }) {
  const t = useTranslations("redaction");
  return (
    <Top
      title={t(`finding.${stage}`)}
      why={t(`why.${stage}`, { min: TEXT_MIN, people: CELL_MIN })}
    />
  );
}

function Said({ done, problem }: Asked) {
  const t = useTranslations("redaction");
  if (problem && t.has(`problem.${problem}`)) {
    const errors = [{ id: "passphrase", text: t(`problem.${problem}`, { max: 0 }) }];
    return <ErrorSummary title={t("problem.title")} errors={errors} />;
  }
  return done && t.has(`said.${done}`) ? <Note live>{t(`said.${done}`)}</Note> : null;
}

function Peel({ peeled }: { readonly peeled: boolean }) {
  const t = useTranslations("redaction.peel");
  return (
    <Section name={t("name")} context={t("context")}>
      {peeled ? <p>{t("again")}</p> : null}
      {actsHere(2) ? (
        <form action={peelNow} className="mt-4">
          <Passphrase label={t("passphrase")} />
          <Acts>
            <Button>{t("button")}</Button>
          </Acts>
        </form>
      ) : (
        <p>
          {t("elsewhere")} <Fingerprint>sorti texts peel</Fingerprint>
        </p>
      )}
    </Section>
  );
}
