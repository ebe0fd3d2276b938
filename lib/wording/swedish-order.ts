const SWAPPED: Readonly<Record<string, string>> = { å: "ä", ä: "å" };

/** What sorts by its code units as the name does in the alphabet: å comes before ä, and 9 before 10. */
function placeOf(name: string): string {
  const small = name.toLowerCase().normalize("NFC");
  return small
    .replace(/[åä]/g, (letter) => SWAPPED[letter] ?? "")
    .replace(/\d+/g, (digits) => digits.padStart(9, "0"));
}

/**
 * The order of Swedish names in lists, å ä ö last and ”Enhet 2” before ”Enhet 10”. For the survey page, where the
 * phone's own tables of alphabets take up to a tenth of a second to open; everybody else has `byName`.
 */
export function swedishOrder(a: string, b: string): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
