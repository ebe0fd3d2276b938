import fc from "fast-check";

/** What properties are tried with: the same in every run of `npm test`. */
fc.configureGlobal({ seed: 77 });
