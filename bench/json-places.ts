/** Every place of a value in JSON, so that one of them can be changed. */

export type Json = unknown;

export interface Place {
  readonly holder: Record<string, Json>;
  readonly name: string;
}

/** Of objects and lists, in the order of the text; none in what is neither. */
export function placesIn(value: Json): readonly Place[] {
  const places: Place[] = [];
  const visit = (inside: Json): void => {
    if (typeof inside !== 'object' || inside === null) return;
    const holder = inside as Record<string, Json>;
    for (const name of Object.keys(holder)) {
      places.push({ holder, name });
      visit(holder[name]);
    }
  };
  visit(value);
  return places;
}
