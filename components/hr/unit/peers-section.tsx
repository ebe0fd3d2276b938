import { useTranslations } from "next-intl";
import type { PeerInput } from "@/components/charts/peer-layout";
import { PeerStrip } from "@/components/charts/peer-strip";
import type { TermId } from "@/components/hr/definitions/terms";
import { FiledTable } from "@/components/hr/filed-table";
import { Said } from "@/components/hr/said";
import { Term } from "@/components/hr/term";
import { unitFile } from "@/components/hr/unit/files";
import { peersFinding, type UnitWords } from "@/components/hr/unit/sentences";
import type { UnitView } from "@/components/hr/unit/view";
import { UnitLink } from "@/components/hr/unit-link";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { number, percent } from "@/lib/wording/number";

const FIGURES = ["observed", "expected", "rate"] as const;

const TERM = {
  observed: "departures",
  expected: "expected",
  rate: "turnover",
} as const satisfies Record<(typeof FIGURES)[number], TermId>;

type PeersProps = { readonly view: UnitView; readonly words: UnitWords };

/** The unit among corresponding ones; who cannot be compared is told why. */
export function PeersSection({ view, words }: PeersProps) {
  const t = useTranslations("hrUnit.peers");
  const { summary, policy } = view;
  const strip = peerInput(view);
  const at = strip === null ? undefined : "peers";
  const compared = summary.comparison[policy.reading];
  const values = { months: 12 * policy.years, group: summary.peerGroup ?? "" };
  return (
    <Section
      name={t("name")}
      context={
        summary.peerGroup === null ? (
          t("contextAlone")
        ) : (
          <Said at={at}>{words.say("peers.context", values)}</Said>
        )
      }
    >
      <Finding>
        <Said at={at}>{peersFinding(view, words)}</Said>
      </Finding>
      {compared.kind === "compared" ? (
        <p className="small quiet">{t(`basis.${compared.basis}`)}</p>
      ) : null}
      {strip === null ? (
        <p>{t(summary.peerGroup === null ? "noGroup" : "notCompared")}</p>
      ) : (
        <Picture caption={t("caption", values)} table={<PeerTable view={view} words={words} />}>
          <PeerStrip {...strip} />
        </Picture>
      )}
    </Section>
  );
}

/** The strip's figures; null when the unit has no rate or nobody to be compared with. */
export function peerInput({ summary, policy, group }: UnitView): PeerInput | null {
  const rate = summary.pooled.rates[policy.reading];
  const compared = summary.comparison[policy.reading];
  if (rate.kind === "no-rate" || compared.kind === "not-compared") return null;
  const peers = group.flatMap(({ code, name, pooled }) => {
    const other = pooled.rates[policy.reading];
    return code === summary.code || other.kind === "no-rate" ? [] : [{ name, rate: other.value }];
  });
  const { lower, upper } = rate.interval;
  return {
    peers,
    own: { name: summary.name, rate: rate.value, low: lower, high: upper },
    expected: compared.peerRate,
    limit: policy.threshold,
  };
}

function PeerTable({ view, words }: PeersProps) {
  const t = useTranslations("hrUnit.peers");
  const { locale } = words;
  const { reading } = view.policy;
  return (
    <FiledTable
      id="peers"
      file={unitFile(view.summary.code, "peers")}
      caption={t("table")}
      captionHidden
      columns={[
        { key: "unit", head: t("unit") },
        ...FIGURES.map((key) => ({
          key,
          head: <Term of={TERM[key]}>{t(`column.${key}`)}</Term>,
          number: true,
        })),
      ]}
      rows={view.group.map((unit) => {
        const rate = unit.pooled.rates[reading];
        const compared = unit.comparison[reading];
        if (rate.kind === "no-rate") {
          return {
            key: unit.code,
            head: <UnitLink code={unit.code} name={unit.name} />,
            instead: t(`noRate.${rate.reason}`),
          };
        }
        return {
          key: unit.code,
          head: <UnitLink code={unit.code} name={unit.name} />,
          cells: {
            observed: number(unit.pooled.departures[reading], locale),
            expected: compared.kind === "compared" ? number(compared.expected, locale, 1) : "",
            rate: percent(rate.value, locale),
          },
        };
      })}
    />
  );
}
