/**
 * Changes that a page may undergo without its fields wanting anything else; all but `resend`, which makes every code one that was
 * sent. Runs in the page: names nothing of this file.
 */
export const mutations = [
  'renamed',
  'no autocomplete',
  'no label',
  'French',
  'shadow root',
  'boxes',
  'resend',
] as const;
export type Mutation = (typeof mutations)[number];

export function mutate(kind: Mutation, seed: number): void {
  let state = seed * 2654435761;
  const random = (): number => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393;
    return ((state >>> 8) & 0xffff) / 0x10000;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-truth]')];
  const truthOf = (field: Element) => field.getAttribute('data-truth');
  const labelsOf = (field: HTMLInputElement): Element[] => [...(field.labels ?? [])];
  const says = (label: Element, text: string): void => {
    for (const node of label.childNodes) if (node.nodeType === 3) node.textContent = '';
    const inner = [...label.children].find(
      (child) => !child.querySelector('input') && !child.matches('input'),
    );
    if (inner) inner.textContent = text;
    else label.prepend(text);
  };
  const isFirst = (field: Element): boolean =>
    !fields.some(
      (other) =>
        other !== field &&
        other.parentElement === field.parentElement &&
        fields.indexOf(other) < fields.indexOf(field as HTMLInputElement),
    );

  for (const field of fields) {
    if (kind === 'renamed') {
      const name = `${pick(['f', 'x', 'input-', 'mui-', 'ctl00_'])}${Math.floor(random() * 1e6)}`;
      for (const label of labelsOf(field)) if (label.hasAttribute('for')) label.setAttribute('for', name);
      field.id = name;
      if (field.hasAttribute('name')) field.setAttribute('name', name);
      for (const other of ['class', 'data-testid', 'formcontrolname']) field.removeAttribute(other);
    } else if (kind === 'no autocomplete') field.removeAttribute('autocomplete');
    else if (kind === 'no label') {
      for (const label of labelsOf(field)) says(label, '');
      for (const name of ['aria-label', 'placeholder', 'title', 'aria-labelledby'])
        field.removeAttribute(name);
    } else if (kind === 'French' && isFirst(field)) {
      const text =
        truthOf(field) === 'authenticator'
          ? pick([
              'Code à usage unique',
              'Code d’authentification',
              'Code à 6 chiffres',
              'Code 2FA',
              'Mot de passe à usage unique',
            ])
          : pick([
              'Code reçu par texto',
              'Code de vérification envoyé par courriel',
              'Code reçu par message texte',
            ]);
      const labels = labelsOf(field);
      for (const label of labels) says(label, text);
      for (const name of ['aria-label', 'placeholder', 'title'])
        if (field.hasAttribute(name)) field.setAttribute(name, text);
      if (labels.length === 0) field.insertAdjacentText('beforebegin', text);
    } else if (
      kind === 'boxes' &&
      isFirst(field) &&
      field.maxLength !== 1 &&
      /^(text|tel)$/.test(field.type)
    ) {
      const boxes = Array.from({ length: 6 }, (_, at) => {
        const box = document.createElement('input');
        box.type = field.type;
        box.maxLength = 1;
        box.style.cssText = 'width:36px;min-width:0;padding:0';
        box.setAttribute('data-truth', truthOf(field) ?? '');
        if (field.name) box.name = `${field.name}${at}`;
        if (at === 0 && field.id) box.id = field.id;
        return box;
      });
      const row = document.createElement('div');
      row.append(...boxes);
      field.replaceWith(row);
    } else if (kind === 'resend' && isFirst(field)) {
      const said = pick([
        ['We sent a code to z***@exemple.test.', 'Resend code'],
        ['A text message was sent to the number ending in 12.', 'Send a new code'],
        ['Un code vous a été envoyé par courriel.', 'Renvoyer le code'],
        ['Entrez le code reçu par texto.', 'Envoyer un nouveau code'],
      ] as const);
      const block = field.closest('form') ?? field.parentElement;
      const told = document.createElement('p');
      told.textContent = said[0];
      const link = document.createElement('a');
      link.href = '#';
      link.textContent = said[1];
      block?.prepend(told);
      block?.append(link);
    }
    if (kind === 'resend') field.setAttribute('data-truth', 'delivered');
  }
  if (kind === 'shadow root' && fields[0]) {
    const block = fields[0].closest('form') ?? fields[0].parentElement;
    const host = document.createElement('div');
    block?.replaceWith(host);
    if (block) host.attachShadow({ mode: 'closed' }).append(block);
  }
}
