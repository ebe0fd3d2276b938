"use client";

import { goOn } from "@/app/sign-in/code/actions";
import { CodeFields, type CodeTexts, useConfirming } from "@/app/sign-in/code/code-form";
import { QrCode, type QrSquares } from "@/app/sign-in/code/qr-code";
import { Acts, Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

type Own = "scan" | "picture" | "orType" | "confirm" | "codes" | "codesWhy" | "goOn";
type MakeFactorProps = {
  /** Null when the phone is connected already. */
  readonly picture: QrSquares | null;
  readonly typed: string | null;
  readonly texts: CodeTexts & Readonly<Record<Own, string>>;
};

/** Connects a phone, and then shows the recovery codes, once. */
export function MakeFactor({ picture, typed, texts }: MakeFactorProps) {
  const [shown, send] = useConfirming();
  if (shown.state === "made" || picture === null) {
    return <Codes codes={shown.state === "made" ? shown.codes : []} texts={texts} />;
  }
  return (
    <>
      <Section name={texts.scan}>
        <QrCode squares={picture} says={texts.picture} />
        <p>{texts.orType}</p>
        <p>
          <code>{typed}</code>
        </p>
      </Section>
      <Section name={texts.confirm}>
        <CodeFields shown={shown} texts={texts} send={send} />
      </Section>
    </>
  );
}

type CodesProps = {
  readonly codes: readonly string[];
  readonly texts: MakeFactorProps["texts"];
};

function Codes({ codes, texts }: CodesProps) {
  return (
    <Section name={texts.codes} context={codes.length > 0 ? texts.codesWhy : undefined}>
      <ul className="bullets">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form action={goOn}>
        <Acts>
          <Button>{texts.goOn}</Button>
        </Acts>
      </form>
    </Section>
  );
}
