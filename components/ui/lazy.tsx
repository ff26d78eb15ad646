import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface LazyView<Props> {
  readonly View: ComponentType<Props>;
  /** Loads it before it is drawn, so that the first picture is already the right one. */
  load(): Promise<void>;
}

/** A view in a chunk of its own: what a hurried person does not see costs them nothing. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyView<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<void> => {
    loaded ??= await load();
  };
  return {
    load: loadOnce,
    View(props: Props) {
      const [, redraw] = useState(loaded !== null);
      useEffect(() => {
        if (!loaded) void loadOnce().then(() => redraw(true));
      }, []);
      const View = loaded;
      return View && <View {...props} />;
    },
  };
}
