type ChoiceLinksProps = {
  readonly label: string;
  readonly choices: readonly {
    readonly key: string;
    readonly text: string;
    readonly href: string;
    /** How many it shows. */
    readonly count: number;
    readonly chosen: boolean;
  }[];
};

/** What a page shows, one of several: plain links with how many, so that an address remembers it. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {choices.map(({ key, text, href, count, chosen }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={chosen ? "true" : undefined}
              className={chosen ? "font-semibold" : undefined}
            >
              {text}
            </a>{" "}
            ({count})
          </li>
        ))}
      </ul>
    </nav>
  );
}
