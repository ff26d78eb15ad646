/**
 * The wizard of a work account's security page, with real React: steps without addresses, test ids instead of ids, a link to
 * the other kind of app that only its words tell apart, and a QR code that is gone when the code is asked for.
 */

import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { post } from '../react/post.mjs';
import { Qr } from '../react/qr.mjs';

const { words, methods, link, timeoutMs } = JSON.parse(document.getElementById('data').textContent);

function Link({ name, onClick, children }) {
  return h('p', null, h('button', { type: 'button', className: `ms-Link ${name}`, onClick }, children));
}

function Footer({ onBack, onNext, disabled = false }) {
  const button = (testId, className, onClick, text, off = false) =>
    h('button', { type: 'button', 'data-testid': testId, className, onClick, disabled: off }, text);
  return h(
    'div',
    { className: 'ms-Dialog-actions' },
    button('reskin-step-cancel-button', 'ms-Button', () => location.reload(), words.cancel),
    onBack && button('reskin-step-back-button', 'ms-Button', onBack, words.back),
    onNext && button('reskin-step-next-button', 'ms-Button ms-Button--primary', onNext, words.next, disabled),
  );
}

function Step({ title, links, children }) {
  return h(
    'div',
    { role: 'dialog', 'aria-modal': true, 'aria-labelledby': 'dialog-title', className: 'ms-Dialog-main' },
    h('div', { id: 'dialog-title', role: 'heading', 'aria-level': 1, className: 'ms-Dialog-title' }, title),
    children,
    links,
  );
}

function ScanStep({ registration, explanation, rows, links, onBack, onNext }) {
  const [shown, setShown] = useState(false);
  return h(
    Step,
    { title: words.scanTitle, links },
    h('p', null, explanation),
    h(Qr, { qr: registration.qr }),
    h(
      'button',
      {
        type: 'button',
        className: 'ms-Button',
        'data-testid': 'activation-qr-show/hide-info-button',
        'aria-expanded': shown,
        onClick: () => setShown(!shown),
      },
      words.cannotScan,
    ),
    shown && h('p', null, words.manual),
    shown &&
      h(
        'table',
        null,
        h(
          'tbody',
          null,
          rows.map(([testId, name, value]) =>
            h(
              'tr',
              { key: testId, 'data-testid': testId },
              h('th', { scope: 'row' }, name),
              h('td', null, value),
            ),
          ),
        ),
      ),
    h(Footer, { onBack, onNext }),
  );
}

function CodeStep({ onBack, onAccepted, onExpired }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const verify = async () => {
    const answer = await post('/microsoft/api/verify', { code });
    if (answer.expired) onExpired();
    else if (answer.accepted) onAccepted();
    else setError(words.refused);
  };
  return h(
    Step,
    { title: words.enterTitle },
    h('p', null, words.enter),
    h('input', {
      type: 'text',
      'data-testid': 'verification-entercode-input',
      className: 'ms-TextField-field',
      placeholder: words.enterHint,
      'aria-label': words.enterHint,
      autoComplete: 'off',
      maxLength: 6,
      value: code,
      onChange: (event) => setCode(event.target.value),
    }),
    error !== '' && h('p', { role: 'alert', className: 'ms-TextField-errorMessage error' }, error),
    h(Footer, { onBack, onNext: verify, disabled: code === '' }),
  );
}

function PickStep({ onPick }) {
  const tile = (name, title, hint) =>
    h(
      'button',
      {
        key: name,
        type: 'button',
        className: 'ms-Button',
        'data-testid': `authmethod-picker-${name}`,
        onClick: () => onPick(name),
      },
      h('span', null, title),
      h('small', null, hint),
    );
  return h(
    Step,
    { title: words.pick },
    tile('authenticatorApp', words.pickApp, words.pickAppHint),
    tile('phone', words.pickPhone, words.pickPhoneHint),
    tile('email', words.pickEmail, words.pickEmailHint),
    h(Footer, {}),
  );
}

function MethodsPage({ onAdd }) {
  const [notice] = useState(() => sessionStorage.getItem('added') === '1');
  useEffect(() => sessionStorage.removeItem('added'), []);
  return h(
    'div',
    null,
    h('h1', null, words.securityInfo),
    notice && h('p', { role: 'status' }, words.addedNotice),
    h('p', null, words.methods),
    h(
      'button',
      { type: 'button', className: 'ms-Button', 'data-testid': 'add-method-button', onClick: onAdd },
      `+ ${words.addMethod}`,
    ),
    h(
      'ul',
      { id: 'methods' },
      methods.map((name, index) => h('li', { key: index }, name)),
    ),
    h('p', null, h('a', { id: 'sign-out', href: '/microsoft/sign-out' }, words.signOut)),
  );
}

function Wizard() {
  const [step, setStep] = useState('methods');
  const [registration, setRegistration] = useState(null);
  useEffect(() => {
    if (registration === null || timeoutMs === null) return undefined;
    const timer = setTimeout(() => setStep('expired'), timeoutMs);
    return () => clearTimeout(timer);
  }, [registration]);
  const begin = async (app, next) => {
    setRegistration(await post('/microsoft/api/begin', { app }));
    setStep(next);
  };
  const finished = () => {
    setRegistration(null);
    sessionStorage.setItem('added', '1');
    location.reload();
  };
  const isLinkShown = link === 'all' || (link === 'first' && step === 'intro');
  const links = h(
    'div',
    null,
    isLinkShown && h(Link, { name: 'css-149', onClick: () => setStep('other-set-up') }, words.otherApp),
    h(Link, { name: 'css-150', onClick: () => setStep('pick') }, words.otherMethod),
  );
  switch (step) {
    case 'pick':
      return h(PickStep, { onPick: (name) => name === 'authenticatorApp' && setStep('intro') });
    case 'intro':
      return h(
        Step,
        { title: words.introTitle, links },
        h('p', null, words.intro),
        h(Footer, { onNext: () => setStep('set-up') }),
      );
    case 'set-up':
    case 'other-set-up': {
      const isOther = step === 'other-set-up';
      return h(
        Step,
        { title: words.setUpTitle, ...(!isOther && { links }) },
        h('p', null, isOther ? words.setUpOther : words.setUp),
        h(Footer, {
          onBack: () => setStep('intro'),
          onNext: () => begin(isOther ? 'other' : 'microsoft', isOther ? 'other-scan' : 'scan'),
        }),
      );
    }
    case 'scan':
      return h(ScanStep, {
        key: step,
        registration,
        explanation: words.scan,
        links,
        rows: [
          ['activation-code', words.code, registration.code],
          ['activation-url/key', words.url, registration.url],
        ],
        onBack: () => setStep('set-up'),
        onNext: () => setStep('waiting'),
      });
    case 'other-scan':
      return h(ScanStep, {
        key: step,
        registration,
        explanation: words.scanOther,
        rows: [
          ['activation-account', words.account, registration.account],
          ['activation-url/key', words.key, registration.key],
        ],
        onBack: () => setStep('other-set-up'),
        onNext: () => setStep('code'),
      });
    case 'waiting':
      return h(
        Step,
        { title: words.waitingTitle },
        h('p', null, words.waiting),
        h(Footer, { onBack: () => setStep('scan') }),
      );
    case 'code':
      return h(CodeStep, {
        onBack: () => setStep('other-scan'),
        onAccepted: finished,
        onExpired: () => setStep('expired'),
      });
    case 'expired':
      return h(
        Step,
        { title: words.expiredTitle },
        h('p', { role: 'alert', className: 'error' }, words.expired),
        h(
          'button',
          { type: 'button', id: 'start-over', onClick: () => setStep('other-set-up') },
          words.startOver,
        ),
      );
    default:
      return h(MethodsPage, { onAdd: () => setStep('pick') });
  }
}

createRoot(document.querySelector('main')).render(h(Wizard));
