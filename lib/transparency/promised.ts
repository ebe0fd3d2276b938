type Limits = { readonly k: number; readonly c: number };

/** What a log has said so far of the limits that coming rounds are planned with. */
export type Promised = {
  /** Unknown until a round or a change names them. */
  readonly limits?: Limits;
  /** Proposals that nobody has decided on, by their number. */
  readonly proposed?: Readonly<Record<string, Limits>>;
};

type Content = Readonly<Record<string, unknown>>;

function limitsIn(value: unknown): Limits | null {
  if (typeof value !== "object" || value === null) return null;
  const { k, c } = value as Record<string, unknown>;
  return Number.isSafeInteger(k) && Number.isSafeInteger(c) ? { k: Number(k), c: Number(c) } : null;
}

const same = (a: Limits | null | undefined, b: Limits | null | undefined) =>
  a !== null && a !== undefined && b?.k === a.k && b.c === a.c;

/** A round is planned with what is in force. */
function afterPlan(before: Promised, content: Content): Promised | "limits" {
  const limits = limitsIn(content["limits"]);
  if (limits === null) return before;
  if (before.limits !== undefined && !same(before.limits, limits)) return "limits";
  return { ...before, limits };
}

function withoutNumber({ proposed = {}, ...rest }: Promised, number: string): Promised {
  const left = Object.entries(proposed).filter(([one]) => one !== number);
  return { ...rest, proposed: Object.fromEntries(left) };
}

type Change = { readonly number: string; readonly from: Limits; readonly to: Limits };

/** A change of limits that an entry tells of; null when it contradicts itself. */
function changeIn(content: Content): Change | null {
  const [from, to] = [limitsIn(content["from"]), limitsIn(content["to"])];
  return from && to && { number: String(content["number"]), from, to };
}

/** Whether a change holds rightly: one person made it no weaker, or another agreed to what was proposed. */
function holdsRightly(before: Promised, kind: string, { number, from, to }: Change): boolean {
  const alone = kind === "change-made" && to.k >= from.k && to.c >= from.c;
  const agreed = kind === "change-confirmed" && same(before.proposed?.[number], to);
  return (alone || agreed) && (before.limits === undefined || same(before.limits, from));
}

function afterChange(before: Promised, kind: string, change: Change): Promised | "limits" {
  const { number, to } = change;
  const rest = withoutNumber(before, number);
  if (kind === "change-proposed") {
    return { ...rest, proposed: { ...rest.proposed, [number]: to } };
  }
  if (kind !== "change-made" && kind !== "change-confirmed") return rest;
  return holdsRightly(before, kind, change) ? { ...rest, limits: to } : "limits";
}

/**
 * What the log has promised with one entry more; "limits" when a round is planned with others than those in force,
 * when one person made them weaker, or when somebody agreed to what nobody had proposed. Other entries pass.
 */
export function afterPromise(
  before: Promised,
  kind: string,
  content: Content,
): Promised | "limits" {
  if (kind === "round-planned") return afterPlan(before, content);
  if (!kind.startsWith("change-") || content["what"] !== "limits") return before;
  const change = changeIn(content);
  return change === null ? "limits" : afterChange(before, kind, change);
}
