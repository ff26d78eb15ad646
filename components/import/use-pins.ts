import { useMemo, useState } from 'preact/hooks';
import { withPin } from '@/lib/otp/missing-pin';
import type { ImportedEntry } from '@/lib/transfer/file-format';

export interface Pins {
  /** The entries, with the PINs that were typed for them. */
  readonly entries: readonly ImportedEntry[];
  readonly isTyped: (index: number) => boolean;
  /** `null`: none, as in the file. */
  readonly type: (index: number, pin: string | null) => void;
}

/** PINs that the files do not hold, typed by the person. They stay in this page until the yes. */
export function usePins(sources: readonly ImportedEntry[]): Pins {
  const [pins, setPins] = useState<ReadonlyMap<ImportedEntry, string>>(new Map());
  const entries = useMemo(
    () => sources.map((source) => completed(source, pins.get(source) ?? null)),
    [sources, pins],
  );
  return {
    entries,
    isTyped: (index) => entries[index] !== sources[index],
    type: (index, pin) => {
      const source = sources[index];
      if (!source) return;
      const next = new Map(pins);
      if (pin === null) next.delete(source);
      else next.set(source, pin);
      setPins(next);
    },
  };
}

function completed(entry: ImportedEntry, pin: string | null): ImportedEntry {
  const otp = pin !== null && entry.otp.kind === 'kept' ? withPin(entry.otp, pin) : null;
  if (otp === null) return entry;
  const { attention = [], account, ...rest } = entry;
  const left = attention.filter(({ code }) => code !== 'pin-missing');
  return {
    ...rest,
    otp,
    ...(account ? { account: { ...account, otp } } : {}),
    ...(left.length > 0 ? { attention: left } : {}),
  };
}
