type Props = {
  readonly name: string;
  readonly text: string;
  readonly checked: boolean;
  readonly many?: boolean;
  readonly onChoose: () => void;
};

/** One answer to choose, 56 px high, the whole row the target. */
export function OptionRow({ name, text, checked, many, onChoose }: Props) {
  return (
    <label className="opt">
      <input
        type={many ? "checkbox" : "radio"}
        name={name}
        checked={checked}
        onChange={() => onChoose()}
      />
      <span>{text}</span>
    </label>
  );
}
