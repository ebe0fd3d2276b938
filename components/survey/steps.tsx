import type { ReactNode } from "react";
import type { Stage } from "@/lib/answering/stage";
import type { Actions } from "./actions";
import { Answering } from "./answering";
import { useText } from "./catalogue";
import { Message } from "./heading";
import { Receipt } from "./receipt";
import { SignPosts } from "./sign-posts";
import { Opening, Start } from "./start";
import { TroubleNote } from "./trouble-note";
import { useDay } from "./wording";

/** The static page's own words, while the round is fetched. */
function Loading() {
  const t = useText();
  return (
    <>
      <Opening still />
      <p className="hint" role="status">
        {t("loading")}
      </p>
    </>
  );
}

function Retry({ onRetry, label = "retry" }: { onRetry: () => void; label?: string }) {
  const t = useText();
  return (
    <div className="go">
      <button type="button" className="btn" onClick={onRetry}>
        {t(label)}
      </button>
    </div>
  );
}

function Sending({
  stage,
  actions,
}: {
  stage: Extract<Stage, { at: "sending" }>;
  actions: Actions;
}) {
  const t = useText();
  if (stage.trouble === null) {
    return <Message title={t("sending.title")} lead={t("sending.lead")} />;
  }
  return (
    <Message key={stage.trouble} title={t("sending.troubleTitle")} lead={t("sending.kept")}>
      <TroubleNote trouble={stage.trouble} />
      <Retry onRetry={actions.retry} />
    </Message>
  );
}

function Elsewhere({
  stage,
  actions,
}: {
  stage: Extract<Stage, { at: "turned-away" | "lost" }>;
  actions: Actions;
}) {
  const t = useText();
  const day = useDay();
  if (stage.at === "lost") {
    return (
      <Message title={t(`lost.${stage.why}`)} lead={t(`lost.${stage.why}Text`)}>
        <SignPosts />
      </Message>
    );
  }
  const { reply } = stage;
  const from = "from" in reply ? day(reply.from) : "";
  const unknown = reply.why === "unknown-link";
  const again = unknown || reply.why === "paused" || reply.why === "closed";
  return (
    <Message title={t(`turnedAway.${reply.why}`, { from })} lead={t(`turnedAway.${reply.why}Text`)}>
      {again ? (
        <Retry onRetry={actions.beginAnew} label={unknown ? "turnedAway.again" : "retry"} />
      ) : null}
      <SignPosts />
    </Message>
  );
}

/** The step that belongs to the stage. */
export function Steps(props: { stage: Stage; actions: Actions; first: boolean }): ReactNode {
  const t = useText();
  const { stage, actions, first } = props;
  switch (stage.at) {
    case "loading":
      return <Loading />;
    case "start":
      return (
        <Start
          {...stage}
          first={first}
          onBegin={actions.begin}
          onEnter={actions.enter}
          onLook={actions.look}
          onKnown={actions.known}
        />
      );
    case "answering":
      return <Answering stage={stage} actions={actions} />;
    case "sending":
      return <Sending stage={stage} actions={actions} />;
    case "sent":
      return <Receipt {...stage} copy={actions.copy} onBeginAnew={actions.beginAnew} />;
    case "turned-away":
    case "lost":
      return <Elsewhere stage={stage} actions={actions} />;
    case "unreachable":
      return (
        <Message title={t("unreachable.title")} lead={t("unreachable.lead")}>
          <Retry onRetry={actions.retry} />
        </Message>
      );
    case "refused":
      return (
        <Message title={t("refused.title")} lead={t("refused.lead")}>
          <p className="hint">{t("refused.code", { reason: stage.reason })}</p>
        </Message>
      );
  }
}
