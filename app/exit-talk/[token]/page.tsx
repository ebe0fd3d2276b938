import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import { type StoredTalk, talkOf } from "@/lib/exit-talks/data";
import { HOLDERS } from "@/lib/exit-talks/talk";
import { choose } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("exit-talks");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** What stands chosen now, as the form's own values. */
function chosenIn({ state, holder }: StoredTalk): string {
  return state === "declined" ? "none" : (holder ?? "");
}

function Choice({ value, chosen }: { readonly value: string; readonly chosen: string }) {
  const t = useTranslations("exit-talks");
  return (
    <label className="flex min-h-14 cursor-pointer items-center gap-3 border-rule border-b py-2">
      <input type="radio" name="with" value={value} defaultChecked={value === chosen} />
      <span>{t(`with.${value}`)}</span>
    </label>
  );
}

type OfferProps = {
  readonly token: string;
  readonly talk: StoredTalk;
  readonly problem: string | undefined;
};

function Offer({ token, talk, problem }: OfferProps) {
  const t = useTranslations("exit-talks");
  const chosen = chosenIn(talk);
  const tooLong = problem === "contact-too-long" ? t("problem.contact-too-long") : undefined;
  const missing = problem === "nothing-chosen" ? t("problem.nothing-chosen") : undefined;
  const errors = [
    ...(missing ? [{ id: "with", text: missing }] : []),
    ...(tooLong ? [{ id: "contact", text: tooLong }] : []),
  ];
  return (
    <form action={choose.bind(null, token)}>
      <ErrorSummary errors={errors} />
      <fieldset id="with" tabIndex={-1} className="max-w-measure">
        <legend className="font-semibold">{t("ask")}</legend>
        {[...HOLDERS, "none"].map((value) => (
          <Choice key={value} value={value} chosen={chosen} />
        ))}
      </fieldset>
      <div className="mt-8">
        <TextField
          id="contact"
          name="contact"
          label={t("contact")}
          hint={t("contactHint")}
          error={tooLong}
          defaultValue={talk.contact ?? ""}
          rows={2}
        />
      </div>
      <Acts>
        <Button>{t("save")}</Button>
      </Acts>
    </form>
  );
}

type Asked = {
  readonly params: Promise<{ readonly token: string }>;
  readonly searchParams: Promise<{ readonly problem?: string; readonly saved?: string }>;
};

export default async function ExitTalkPage({ params, searchParams }: Asked) {
  const { token } = await params;
  const { problem, saved } = await searchParams;
  const t = await getTranslations("exit-talks");
  const talk = await talkOf(token);
  if (!talk) {
    return (
      <PublicFrame>
        <Top title={t("unknown")} why={t("unknownWhy")} />
      </PublicFrame>
    );
  }
  if (talk.state === "held") {
    return (
      <PublicFrame>
        <Top title={t("held")} why={t("heldWhy")} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <Top title={t("question")} why={t("why")}>
        {saved ? <Note live>{t(`saved.${talk.state}`)}</Note> : null}
      </Top>
      <Section name={t("choice")} context={t("apart")}>
        <Offer token={token} talk={talk} problem={problem} />
      </Section>
    </PublicFrame>
  );
}
