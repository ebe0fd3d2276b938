import type { Round, Trouble } from "@/lib/answering/stage";
import { useText } from "./catalogue";
import { EnterCode } from "./enter-code";
import { Heading } from "./heading";
import { SignPosts } from "./sign-posts";
import { TroubleNote } from "./trouble-note";
import { useDay } from "./wording";

type Props = {
  readonly round: Round;
  readonly hasLink: boolean;
  readonly waiting: boolean;
  readonly trouble: Trouble | null;
  readonly first: boolean;
  readonly onBegin: () => void;
  readonly onEnter: (typed: string) => boolean;
  readonly onLook: () => void;
  readonly onKnown: () => void;
};

/**
 * What the static page says before its script and the round have come, word by word: nothing jumps, and the
 * largest thing on the screen waits for neither.
 */
export function Opening({ still }: { still: boolean }) {
  const t = useText();
  return (
    <>
      <Heading still={still}>{t("start.title")}</Heading>
      <p>{t("start.lead")}</p>
      <p>{t("start.lock")}</p>
    </>
  );
}

function Facts({ round }: { round: Round }) {
  const t = useText();
  const day = useDay();
  const { operator, region, limits, publishes } = round.manifest;
  return (
    <ul className="facts">
      <li>
        <b>{t("start.who")}</b>
        {t("start.whoText", { operator, region })}
      </li>
      <li>
        <b>{t("start.use")}</b>
        {t("start.useText", { publishes: day(publishes), k: limits.k })}
      </li>
    </ul>
  );
}

function Limits({ operator }: { operator: string }) {
  const t = useText();
  return (
    <>
      <h2>{t("start.limits")}</h2>
      <ul className="plain">
        <li>{t("start.limitScreen")}</li>
        <li>{t("start.limitText")}</li>
        <li>{t("start.limitKeys", { operator })}</li>
      </ul>
    </>
  );
}

/** The first page: who asks, what happens with the answer, and the limits of the promise. */
export function Start(props: Props) {
  const t = useText();
  const { round, hasLink, waiting, trouble } = props;
  return (
    <>
      <Opening still={props.first} />
      <Facts round={round} />
      {trouble ? <TroubleNote trouble={trouble} /> : null}
      {hasLink ? (
        <div className="go">
          <button type="button" className="btn" onClick={props.onBegin} aria-disabled={waiting}>
            {t(waiting ? "start.waiting" : trouble ? "retry" : "start.begin")}
          </button>
        </div>
      ) : (
        <div className="note no-link">
          <b>{t("start.noLink")}</b>
          <p>{t("start.noLinkText")}</p>
          <EnterCode onEnter={props.onEnter} />
          <p>{t("start.lookText")}</p>
          <button type="button" className="link" onClick={props.onLook}>
            {t("start.look")}
          </button>
        </div>
      )}
      <Limits operator={round.manifest.operator} />
      <p>
        <button type="button" className="link" onClick={props.onKnown}>
          {t("start.read")}
        </button>
      </p>
      <p>
        <a href="/security" target="_blank" rel="noopener">
          {t("start.security")}
        </a>
      </p>
      <SignPosts />
    </>
  );
}
