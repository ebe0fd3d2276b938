/** Making one of Intl's formats costs a hundred times what it costs to write with: each is made once. */
function madeOnce<Options, Made>(make: (tag: string, options: Options) => Made) {
  const made = new Map<string, Made>();
  return (tag: string, options: Options): Made => {
    const name = `${tag} ${JSON.stringify(options)}`;
    const found = made.get(name) ?? make(tag, options);
    made.set(name, found);
    return found;
  };
}

export const dateFormat = madeOnce<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (tag, options) => new Intl.DateTimeFormat(tag, options),
);

export const numberFormat = madeOnce<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (tag, options) => new Intl.NumberFormat(tag, options),
);
