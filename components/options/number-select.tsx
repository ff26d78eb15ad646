export interface NumberSelectProps {
  readonly id: string;
  readonly choices: readonly number[];
  readonly value: number | null;
  /** The choice that is no number. */
  readonly none: string;
  readonly noneLast?: boolean;
  readonly say: (count: number) => string;
  readonly onChoose: (value: number | null) => void;
}

/** A number out of a few, or none. A value that was set elsewhere, by another version, stays among them. */
export function NumberSelect({ id, choices, value, none, noneLast, say, onChoose }: NumberSelectProps) {
  const counts = [...new Set([...choices, ...(value === null ? [] : [value])])].sort((a, b) => a - b);
  const noneOption = <option value="">{none}</option>;
  return (
    <select
      id={id}
      value={String(value ?? '')}
      onChange={({ currentTarget }) =>
        onChoose(currentTarget.value === '' ? null : Number(currentTarget.value))
      }
    >
      {!noneLast && noneOption}
      {counts.map((count) => (
        <option key={count} value={count}>
          {say(count)}
        </option>
      ))}
      {noneLast && noneOption}
    </select>
  );
}
