/** A migration that says itself why it cannot run on what is stored; its words are for whoever updates. */
export class MigrationRefused extends Error {}
