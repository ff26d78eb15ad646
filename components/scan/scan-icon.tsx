/** The ways in, as pictures, in the same grid as the other icons: kept out of what the popup loads first. */
const lines = {
  picture: 'M4 5h16v14H4ZM4 16l4.5-4.5 4 4 2.5-2.5L20 17M15.5 9.5v.2',
  camera: 'M4 8h3l1.5-2.5h7L17 8h3v11H4ZM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z',
  screen: 'M3.5 5h17v11h-17ZM9 20h6M12 16v4',
  key: 'M8.5 16.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12.5 12.5H20.5M17.5 12.5v3.5',
} as const;

export function ScanIcon({ name }: { name: keyof typeof lines }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={lines[name]} />
    </svg>
  );
}
