/** `Clé d’accès` → `cle d’acces`: accents and case apart, as people type when they search. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
