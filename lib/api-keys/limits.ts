/** The longest name of a key, characters. */
export const LONGEST_NAME = 60;
