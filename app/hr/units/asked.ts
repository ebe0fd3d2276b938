import { ALL_KINDS } from "@/components/hr/kind";
import { type ListView, listView } from "@/components/hr/list/view";
import type { HrActor } from "@/lib/auth/actor";
import { readSearch } from "@/lib/listing/search";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, summariesOf, unitMonths } from "@/lib/turnover/data";

type One = string | string[] | null | undefined;

/** What the page's address asks for. */
export type AskedList = { readonly slag?: One; readonly sok?: One; readonly sida?: One };

/** The list that an address asks for, page and files alike; null before anything was imported. */
export async function askedList(actor: HrActor, asked: AskedList): Promise<ListView | null> {
  const units = await unitMonths(actor);
  const asOf = asOfMonth(units, dayAt(new Date()));
  if (asOf === null) return null;
  const policy = await policyFor(actor, asOf);
  const kind = text(asked.slag) || ALL_KINDS;
  const filter = { kind: kind === ALL_KINDS ? null : kind, search: readSearch(asked.sok).search };
  const all = summariesOf(units, asOf, policy);
  return listView({ units, all }, asOf, policy, filter);
}

function text(given: One): string {
  return typeof given === "string" ? given : "";
}
