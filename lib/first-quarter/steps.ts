/** Who takes a step. `key-holders`: both custodians. */
export type Who = "hr" | "operator" | "auditor" | "key-holders";

/** What HR's side can see of a new installation. */
export type HrFacts = {
  /** Region, external party and sender of mails have names of their own. */
  readonly region: boolean;
  readonly units: boolean;
  readonly headcount: boolean;
  readonly departures: boolean;
  /** Somebody outside HR has confirmed how many leave. */
  readonly confirmed: boolean;
  /** How the motion's rule is read has been decided. */
  readonly policy: boolean;
  readonly programme: boolean;
  /** A round has opened. */
  readonly opened: boolean;
  readonly invited: boolean;
  /** A round has been mixed, or left for the auditor: the guide is over. */
  readonly over: boolean;
};

/** What the operator's side can see. */
export type OperatorFacts = {
  readonly region: boolean;
  readonly keys: boolean;
  /** HR has brought in the units that the manifest names. */
  readonly units: boolean;
  readonly questionnaire: boolean;
  readonly planned: boolean;
  readonly opened: boolean;
  /** The quarter after the first is signed too: what has to wait needs keys to be sealed to. */
  readonly next: boolean;
  /** The first round has stopped receiving. */
  readonly closed: boolean;
  readonly over: boolean;
};

type Plan<F> = readonly {
  readonly id: keyof F & string;
  readonly who: Who;
  /** Where it is done; null where it is done on somebody else's pages. */
  readonly href: string | null;
}[];

const OF_HR: Plan<HrFacts> = [
  { id: "region", who: "operator", href: null },
  { id: "units", who: "hr", href: "/hr/import" },
  { id: "headcount", who: "hr", href: "/hr/import" },
  { id: "departures", who: "hr", href: "/hr/import" },
  { id: "confirmed", who: "auditor", href: null },
  { id: "policy", who: "hr", href: "/hr/definitions" },
  { id: "programme", who: "hr", href: "/hr/programme" },
  { id: "opened", who: "operator", href: null },
  { id: "invited", who: "hr", href: "/hr/invitations" },
];

const OF_OPERATOR: Plan<OperatorFacts> = [
  { id: "region", who: "operator", href: null },
  { id: "keys", who: "key-holders", href: "/operator/keys" },
  { id: "units", who: "hr", href: null },
  { id: "questionnaire", who: "operator", href: "/operator/questionnaires" },
  { id: "planned", who: "key-holders", href: "/operator#first" },
  { id: "opened", who: "operator", href: "/operator#steps" },
  { id: "next", who: "key-holders", href: "/operator#next" },
  { id: "closed", who: "operator", href: "/operator#steps" },
  { id: "over", who: "key-holders", href: "/operator#steps" },
];

/** A step of the first quarter; `now`: the first that is not done. */
export type GuideStep = {
  readonly id: string;
  readonly who: Who;
  readonly href: string | null;
  readonly state: "done" | "now" | "later";
};

function guide<F extends { readonly over: boolean }>(
  plan: Plan<F>,
  facts: F,
): readonly GuideStep[] {
  if (facts.over) return [];
  const next = plan.findIndex(({ id }) => facts[id] !== true);
  return plan.map(({ id, who, href }, i) => {
    const state = facts[id] === true ? "done" : i === next ? "now" : "later";
    return { id, who, href, state };
  });
}

/** HR's steps of the first quarter, read from what there is; empty when the first round is mixed. */
export const hrGuide = (facts: HrFacts): readonly GuideStep[] => guide(OF_HR, facts);

/** The operator's. */
export const operatorGuide = (facts: OperatorFacts): readonly GuideStep[] =>
  guide(OF_OPERATOR, facts);
