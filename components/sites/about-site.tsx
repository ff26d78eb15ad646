import { LastFill, type LastFillProps } from './last-fill';
import { Likeness, type LikenessProps } from './likeness';

/** What is said of the page's site around the codes: above them a warning, below them what was entered. */
export function AboutSite(props: LikenessProps | LastFillProps) {
  return 'resembles' in props ? <Likeness {...props} /> : <LastFill {...props} />;
}
