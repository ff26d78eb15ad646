/** Where the page keeps what its widget told it. */
export const root = document.getElementById('root');
export const { widget } = root.dataset;

const told = document.getElementById('told');

/** `value`: a text, or one text a box. */
export function tell(value) {
  told.textContent = Array.isArray(value) ? value.join('') : String(value ?? '');
  told.dataset.times = String(Number(told.dataset.times ?? 0) + 1);
}

export function style(text) {
  const element = document.createElement('style');
  element.textContent = text;
  document.head.append(element);
}
