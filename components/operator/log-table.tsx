import { useTranslations } from "next-intl";
import { useChangeWords } from "@/components/changes/words";
import { useWordingLocale } from "@/components/charts/wording";
import { useDecisionWords } from "@/components/operator/decision-words";
import { Fingerprint } from "@/components/operator/key-card";
import { Table } from "@/components/ui/table";
import { decisionIn } from "@/lib/decisions/line";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Entry } from "@/lib/transparency/entry";
import { toldBy } from "@/lib/transparency/told";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

type LogTableProps = {
  /** In the order they are shown. */
  readonly entries: readonly Entry[];
  /** Whole hashes and the bytes they are over, for whoever wants to check. */
  readonly whole?: boolean;
};

/** First groups of a hash. */
const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} …`;

/** Lines of the public log: when, what in words, checksum. */
export function LogTable({ entries, whole = false }: LogTableProps) {
  const t = useTranslations("log");
  const locale = useWordingLocale();
  const changeInWords = useChangeWords();
  const decisionInWords = useDecisionWords();
  const said = (entry: Entry) => {
    const decision = decisionIn(entry);
    if (decision) return decisionInWords(decision);
    const { quarter, from, to, ...told } = toldBy(entry);
    const name = isQuarter(quarter) ? quarterInWords(quarter, locale) : "";
    const change = told.what === "" ? "" : changeInWords({ quarter: name, from, to });
    const key = `kinds.${entry.kind}`;
    const text = t.has(key)
      ? t(key, { ...told, quarter: name, change })
      : t("kinds.other", { kind: entry.kind });
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const columns = [
    { key: "when", head: t("when") },
    { key: "what", head: t("what") },
    ...(whole ? [{ key: "content", head: t("content") }] : []),
    { key: "hash", head: t("hash") },
  ];
  return (
    <Table
      caption={t("caption")}
      captionHidden
      width={whole ? "xl" : "m"}
      columns={columns}
      rows={entries.map((entry) => ({
        key: String(entry.seq),
        head: dayInWords(entry.day, locale),
        cells: {
          what: said(entry),
          content: <Fingerprint>{entry.content}</Fingerprint>,
          hash: <Fingerprint>{whole ? entry.hash : short(entry.hash)}</Fingerprint>,
        },
      }))}
    />
  );
}
