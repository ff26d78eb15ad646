/** Lines of a 24 × 24 grid, drawn with the colour of the text around them. */
const lines = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8',
  clear: 'M7 7l10 10M17 7L7 17',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM8 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  lock: 'M7 10.5V8a5 5 0 0 1 10 0v2.5M6 10.5h12v9H6Z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8.5 8.5h7v7h-7Z',
  enter: 'M20 5v14M4 12h11M11 7.5l4.5 4.5-4.5 4.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.2',
  next: 'M5 12a7 7 0 1 1 2 5M5 18v-3.5h3.5',
  more: 'M12 5.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8ZM12 11.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8ZM12 17.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8Z',
  back: 'M14.5 6l-6 6 6 6',
} as const;

export type IconName = keyof typeof lines;

export function Icon({ name }: { name: IconName }) {
  return <Drawing lines={lines[name]} />;
}

/** `lines` of a 24 × 24 grid. */
export function Drawing({ lines }: { lines: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={lines} />
    </svg>
  );
}

/** The mark: a dial, and the second that is running. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 128 128" aria-hidden="true">
      <circle class="mark-dial" cx="64" cy="64" r="46" />
      <path class="mark-second" d="M64 64V10a54 54 0 0 1 46.800 27Z" />
    </svg>
  );
}
