import type { Day } from "@/lib/quarters/quarter";

/** What a log has said so far of when quarters end. */
export type Endings = {
  /** Quarter → the last day that both custodians signed. */
  readonly last?: Readonly<Record<string, Day>>;
  /** Proposals to end a quarter earlier, by their number → the quarter. */
  readonly proposed?: Readonly<Record<string, string>>;
  /** Those that a second person has confirmed. */
  readonly agreed?: Readonly<Record<string, string>>;
};

type Content = Readonly<Record<string, unknown>>;

/** Whether a quarter that ended early may have: two agreed before, or it says itself that it is a demonstration. */
function rightly({ agreed = {} }: Endings, quarter: string, early: unknown): boolean {
  if (early === "demonstration") return true;
  if (typeof early !== "object" || early === null || !("change" in early)) return false;
  return agreed[String(early.change)] === quarter;
}

function afterChange(before: Endings, kind: string, { number, quarter }: Content): Endings {
  const [one, of] = [String(number), String(quarter)];
  if (kind === "change-proposed") {
    return { ...before, proposed: { ...before.proposed, [one]: of } };
  }
  const agreed = kind === "change-confirmed" && before.proposed?.[one] === of;
  return agreed ? { ...before, agreed: { ...before.agreed, [one]: of } } : before;
}

/**
 * What the log has promised of last days with one entry more; "early" when a quarter ended on its signed last day or
 * before, and the log does not tell that two people had agreed to it. Other entries pass.
 */
export function afterEnding(
  before: Endings,
  { kind, day }: { readonly kind: string; readonly day: Day },
  content: Content,
): Endings | "early" {
  const quarter = String(content["quarter"]);
  if (kind === "round-planned") {
    const last = content["issuingStops"];
    return typeof last === "string"
      ? { ...before, last: { ...before.last, [quarter]: last } }
      : before;
  }
  if (content["what"] === "early-close") return afterChange(before, kind, content);
  const last = before.last?.[quarter];
  if (kind !== "issuing-stopped" || last === undefined || day > last) return before;
  return rightly(before, quarter, content["early"]) ? before : "early";
}
