import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useSpeech } from '../ui/speech';
import { sectionTitles, type SectionId } from './places';

export interface OptionsSectionProps {
  readonly name: SectionId;
  readonly at: SectionId;
  readonly children: ComponentChildren;
}

/** One section of the settings. Built when it is first looked at, then kept: what was begun in it is still there after a look elsewhere. */
export function OptionsSection({ name, at, children }: OptionsSectionProps) {
  const { t } = useSpeech();
  const seen = useRef(false);
  seen.current ||= at === name;
  if (!seen.current) return null;
  return (
    <div id={name} class="options-section" hidden={at !== name}>
      <h1 tabIndex={-1}>{t(sectionTitles[name])}</h1>
      {children}
    </div>
  );
}
