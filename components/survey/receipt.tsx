import { useState } from "react";
import { useText } from "./catalogue";
import { Heading } from "./heading";
import { SignPosts } from "./sign-posts";
import { useDay } from "./wording";

type Props = {
  readonly receipt: string;
  readonly until: string;
  readonly resumed: boolean;
  readonly copy: (text: string) => Promise<void>;
  readonly onBeginAnew: () => void;
};

function Code({ receipt, copy }: Pick<Props, "receipt" | "copy">) {
  const t = useText();
  const [said, setSaid] = useState("");
  const onCopy = () => {
    copy(receipt).then(
      () => setSaid(t("receipt.copied")),
      () => setSaid(t("receipt.copyFailed")),
    );
  };
  return (
    <>
      <h2 className="vh">{t("receipt.code")}</h2>
      <p className="code">{receipt}</p>
      <div className="go copy">
        <button type="button" className="btn line" onClick={onCopy}>
          {t("receipt.copy")}
        </button>
        <span className="hint" role="status">
          {said}
        </span>
      </div>
      <a className="link" href="/withdraw" target="_blank" rel="noreferrer">
        {t("receipt.withdraw")}
      </a>
    </>
  );
}

/** The answer has arrived. The exit talk is named in words only: a click here would give away the minute. */
export function Receipt({ receipt, until, resumed, copy, onBeginAnew }: Props) {
  const t = useText();
  const day = useDay();
  return (
    <>
      <Heading>{t("receipt.title")}</Heading>
      <p>{t("receipt.lead", { until: day(until) })}</p>
      <Code receipt={receipt} copy={copy} />
      {resumed ? (
        <div className="note">
          <p>{t("receipt.someoneElse")}</p>
          <button type="button" className="link" onClick={onBeginAnew}>
            {t("receipt.begin")}
          </button>
        </div>
      ) : null}
      <section className="talk">
        <h2>{t("receipt.talk")}</h2>
        <p>{t("receipt.talkText")}</p>
        <p>{t("receipt.talkWhere")}</p>
      </section>
      <SignPosts />
      <p className="closing">{t("receipt.close")}</p>
    </>
  );
}
