import { Drawing } from '../ui/icon';

/** Shows what a field hides, or hides it again; apart from the other icons, which are in the first load. */
export function Eye({ open }: { open: boolean }) {
  return <Drawing lines={open ? show : hide} />;
}

const show =
  'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z';
const hide =
  'M4 4l16 16M9.5 5.9A8.6 8.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.7 3.5M6 7.6A16.5 16.5 0 0 0 2.5 12S6 18.5 12 18.5a8.5 8.5 0 0 0 3.6-.8';
