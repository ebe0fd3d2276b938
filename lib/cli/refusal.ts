/** An error that is a sentence for a person: what is wrong and what to do. Printed as it is, without a trace. */
export class Refusal extends Error {}
