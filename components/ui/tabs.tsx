type Tab = { readonly href: string; readonly text: string };

type TabsProps = {
  /** Names the row for those who hear the page: ”HR”. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The `href` of the tab this page belongs to. */
  readonly current: string;
};

/** One row of tabs. Plain links: a prefetched page would stand in the access log as if it had been opened. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <div className="wrap">
        <ul>
          {tabs.map((tab) => (
            <li key={tab.href}>
              <a href={tab.href} aria-current={tab.href === current ? "page" : undefined}>
                {tab.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
