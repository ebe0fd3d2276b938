import { type Actor, type AdministratorActor, mint } from "@/lib/auth/actor";
import type { UserRole } from "@/lib/auth/roles";
import { commandLineName } from "@/lib/wording/by-whom";

/** Whoever can run a command on the server acts in a role by it; `reason` says who and why, for the logs. */
export function commandLineActor<R extends UserRole>(role: R, reason: string): Actor<R> {
  return mint(role, { user: commandLineName(reason), name: reason });
}

/** Whoever can run a command on a party's server gives and takes its accounts. */
export function commandLineAdministrator(reason: string): AdministratorActor {
  return mint("administrator", { user: commandLineName(reason), name: reason });
}
