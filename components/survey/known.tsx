import type { Round } from "@/lib/answering/stage";
import type { Manifest } from "@/lib/rounds/manifest";
import { toHex } from "@/lib/sealing/bytes";
import { useText } from "./catalogue";
import { Heading } from "./heading";
import { useDay } from "./wording";

type Props = { readonly round: Round; readonly onBack: () => void };

function Saved({ manifest }: { manifest: Manifest }) {
  const t = useText();
  const { region, operator } = manifest;
  return (
    <>
      <h2>{t("known.saved")}</h2>
      <ul className="plain">
        <li>{t("known.savedLink", { region })}</li>
        <li>{t("known.savedAnswer", { operator })}</li>
        <li>{t("known.savedSum")}</li>
      </ul>
    </>
  );
}

/** The round's own limits, from its signed manifest. */
function RoundLimits({ manifest }: { manifest: Manifest }) {
  const t = useText();
  const day = useDay();
  const { limits, receivingStops, publishes } = manifest;
  const dates = { until: day(receivingStops), publishes: day(publishes) };
  return (
    <>
      <h2>{t("known.limits")}</h2>
      <ul className="plain">
        <li>{t("known.limitUnit", { k: limits.k })}</li>
        <li>{t("known.limitReason")}</li>
        <li>{t("known.limitText")}</li>
        <li>{t("known.limitDates", dates)}</li>
      </ul>
    </>
  );
}

/** The same form as in the mail, so that the two can be compared by eye or by a search. */
function Checksum({ hash }: Pick<Round, "hash">) {
  const t = useText();
  return (
    <>
      <h2>{t("known.hash")}</h2>
      <p className="checksum">{toHex(hash)}</p>
      <p>{t("known.hashWhy")}</p>
    </>
  );
}

/** What is stored and what nobody can know, in plain words. */
export function Known({ round, onBack }: Props) {
  const t = useText();
  const { manifest } = round;
  const { operator, limits } = manifest;
  return (
    <>
      <Heading>{t("known.title")}</Heading>
      <Saved manifest={manifest} />
      <h2>{t("known.nobody")}</h2>
      <p>{t("known.nobodyText", { operator })}</p>
      {limits.c === 1 ? <p>{t("known.nobodyColleague")}</p> : null}
      <h2>{t("known.before")}</h2>
      <p>{t("known.beforeText")}</p>
      <RoundLimits manifest={manifest} />
      <h2>{t("known.part")}</h2>
      <p>{t("known.partText")}</p>
      <Checksum hash={round.hash} />
      <div className="go">
        <button type="button" className="btn line" onClick={onBack}>
          {t("known.back")}
        </button>
      </div>
    </>
  );
}
