type SearchFormProps = {
  readonly action: string;
  /** Read by everybody; also stands in the field as a quiet reminder. */
  readonly label: string;
  /** The query parameter's name. */
  readonly name: string;
  readonly value?: string;
  /** What else the address already says, and is to go on saying. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** A search that works without script: a GET to `action`. Goes among Head's tools. */
export function SearchForm({ action, label, name, value, keep = {} }: SearchFormProps) {
  return (
    <search>
      <form className="find" action={action}>
        {Object.entries(keep).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        <label className="vh" htmlFor={name}>
          {label}
        </label>
        <input
          className="field"
          id={name}
          name={name}
          type="search"
          placeholder={label}
          defaultValue={value}
        />
      </form>
    </search>
  );
}
