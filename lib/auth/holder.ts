import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";

/** A custodian's seat, and who may sit in it: the operator holds key 1, the data-protection officer or union key 2. */
export type Holder =
  | { readonly custodian: 1; readonly actor: OperatorActor }
  | { readonly custodian: 2; readonly actor: AuditorActor };
