/** The systems that people meet, as pages of the practice site: where to press, what to point at, where the code goes. */

export interface System {
  readonly system: string;
  /** How the QR code reaches the page, and what the field is. */
  readonly delivery: string;
  /** Under the site; `USER` stands for the person's name. */
  readonly address: string;
  /** The page's own buttons on the way to the QR code. */
  readonly before: readonly string[];
  readonly qr: string;
  /** The page's own button between the QR code and the field, where there is one. */
  readonly between: string | null;
  readonly field: string;
  /** One box for each digit: filled by the button of the card. */
  readonly boxes: boolean;
  readonly submit: string;
  /** What only the page that follows an accepted code has. */
  readonly done: string;
  /** At a later sign-in, which begins at the same address. */
  readonly signInField: string;
}

const keycloak = (page: string, signInField: string): System => {
  const address = `/${page}/?user=USER&enter=1&lang=fr`;
  return {
    system: 'Keycloak',
    delivery: page === 'keycloak-v2' ? 'img, theme v2' : 'img, oldest theme',
    address,
    before: [],
    qr: '#kc-totp-secret-qr-code',
    between: null,
    field: '#totp',
    boxes: false,
    submit: '#saveTOTPBtn',
    done: '#devices',
    signInField,
  };
};

const daycare = (delivery: 'img' | 'canvas' | 'svg', boxes: boolean): System => {
  const address = `/daycare/?user=USER&enter=1&lang=fr&delivery=${delivery}${boxes ? '&boxes=1' : ''}`;
  const field = boxes ? '.box' : '#code';
  return {
    system: 'Amisgest',
    delivery: `${delivery}, ${boxes ? 'six boxes' : 'one field'}`,
    address,
    before: ['#mfa-switch', '#sign-out', '#sign-in'],
    qr: delivery === 'svg' ? '#qr svg' : '#qr',
    between: null,
    field,
    boxes,
    submit: '#verify',
    done: '#account-user',
    signInField: field,
  };
};

const omnivox = (delivery: 'svg' | 'canvas'): System => {
  const address = `/omnivox/?user=USER&enter=1&lang=fr&delivery=${delivery}`;
  const field = 'main .MuiInputBase-input';
  const button = 'main .MuiButton-root';
  return {
    system: 'Omnivox',
    delivery: `${delivery}, field at the next step`,
    address,
    before: [button],
    qr: delivery === 'svg' ? 'main svg[aria-label=QR]' : 'main canvas',
    between: button,
    field,
    boxes: false,
    submit: button,
    done: 'main .MuiTypography-h5 + .MuiButton-root',
    signInField: field,
  };
};

const next = '[data-testid="reskin-step-next-button"]';

const microsoft: System = {
  system: 'Microsoft',
  delivery: 'img, field at the next step',
  address: '/microsoft/?user=USER&enter=1&lang=fr',
  before: [
    '[data-testid="add-method-button"]',
    '[data-testid="authmethod-picker-authenticatorApp"]',
    '.ms-Link.css-149',
    next,
  ],
  qr: 'main img',
  between: next,
  field: '[data-testid="verification-entercode-input"]',
  boxes: false,
  submit: next,
  done: '#methods li',
  signInField: '#idTxtBx_SAOTCC_OTC',
};

export const systems: readonly System[] = [
  keycloak('keycloak-v2', '#otp'),
  keycloak('keycloak-oldest', '#totp'),
  daycare('img', false),
  daycare('canvas', false),
  daycare('svg', false),
  daycare('img', true),
  omnivox('svg'),
  omnivox('canvas'),
  microsoft,
];
