import { uncommented } from "@/app/hr/comment/asked";
import { FirstQuarter } from "@/components/guide/first-quarter";
import { chosenKind } from "@/components/hr/kind";
import { NothingImported, OverviewPage } from "@/components/hr/overview/overview-page";
import { overviewView } from "@/components/hr/overview/view";
import { recordAccess } from "@/lib/access/mutations";
import { actions } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { refusedFiles, stillRefused } from "@/lib/cli/refused-files";
import { ownNames } from "@/lib/env";
import { explanations } from "@/lib/explanations/data";
import { hrFacts } from "@/lib/first-quarter/data";
import { hrGuide } from "@/lib/first-quarter/steps";
import { latestImports } from "@/lib/imported/data";
import { mailsNotArrived } from "@/lib/invitations/data";
import { readSearch } from "@/lib/listing/search";
import { dayAt } from "@/lib/quarters/today";
import { waitingImports } from "@/lib/todos/data";
import { todosOf } from "@/lib/todos/todo";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, summariesOf, unitMonths, workedOut } from "@/lib/turnover/data";

const PLACES = { imports: "/hr/import", mail: "/hr/invitations?lage=problem" } as const;

type Asked = {
  readonly searchParams: Promise<{ readonly [name in "slag" | "enhet"]?: string | string[] }>;
};

export default async function Page({ searchParams }: Asked) {
  const actor = await requireHr();
  await recordAccess(actor, "/hr");
  const today = dayAt(new Date());
  const units = await unitMonths(actor);
  const asOf = asOfMonth(units, today);
  const steps = hrGuide(await hrFacts(actor));
  const guide = <FirstQuarter side="hr" steps={steps} names={ownNames()} />;
  if (asOf === null) {
    return (
      <>
        <NothingImported imports={PLACES.imports} />
        {guide}
      </>
    );
  }
  const [policy, beside] = await Promise.all([policyFor(actor, asOf), besideTheNumbers(actor)]);
  const { slag, enhet } = await searchParams;
  const kinds = units.map(({ kind }) => kind);
  const kind = chosenKind(typeof slag === "string" ? slag : undefined, kinds);
  const view = workedOut(units, ["overview", asOf, policy, kind], () =>
    overviewView(units, asOf, policy, kind, summariesOf(units, asOf, policy)),
  );
  const flagged = view.all.filter((unit) => unit.flagged).map(({ code }) => code);
  const signalled = view.all
    .filter(({ verdict }) => verdict.word === "new-signal")
    .map(({ code }) => code);
  const todos = todosOf({
    ...{ today, units: view.all, everyUnit: units, flagged, signalled },
    ...beside,
  });
  const sought = readSearch(enhet);
  return <OverviewPage {...{ view, todos, sought, guide }} places={PLACES} />;
}

/** Files that the night refused and that HR has left to do; nothing is asked for where none lies. */
async function refusedHere(actor: HrActor): Promise<number> {
  const files = refusedFiles();
  return files.length === 0 ? 0 : stillRefused(files, await latestImports(actor)).length;
}

async function besideTheNumbers(actor: HrActor) {
  const [noted, decided, mails, imports, comment] = await Promise.all([
    explanations(actor),
    actions(actor),
    mailsNotArrived(actor, dayAt(new Date())),
    waitingImports(actor),
    uncommented(actor, new Date()),
  ]);
  return {
    explanations: noted,
    actions: decided,
    mailProblems: mails,
    waitingImports: imports,
    refusedFiles: await refusedHere(actor),
    comment,
  };
}
