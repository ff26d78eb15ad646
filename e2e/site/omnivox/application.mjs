/**
 * The one-page application of a college portal, with real React: the inputs are controlled, have neither id nor name, stand in
 * no form, and the buttons submit nothing. What a filler must get right here cannot be imitated by hand-written scripts.
 */

import { createElement as h, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const { start, digits, qr, words } = JSON.parse(document.getElementById('data').textContent);

async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

function Button({ onClick, disabled = false, children }) {
  const className = `MuiButtonBase-root MuiButton-root MuiButton-contained${disabled ? ' Mui-disabled' : ''}`;
  return h('button', { type: 'button', className, onClick, disabled }, children);
}

function CodeStep({ title, explanation, address, onAccepted }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const complete = code.length === digits && /^[0-9]+$/.test(code);
  const verify = async () => {
    const answer = await post(address, { code });
    if (answer.accepted) onAccepted(answer);
    else setError(answer.error);
  };
  return h(
    'div',
    null,
    h('h1', { className: 'MuiTypography-root MuiTypography-h5' }, title),
    h('p', { className: 'MuiTypography-root' }, explanation),
    h(
      'div',
      { className: 'MuiFormControl-root MuiTextField-root' },
      h('label', { className: 'MuiFormLabel-root MuiInputLabel-root' }, words.code),
      h(
        'div',
        { className: 'MuiInputBase-root MuiOutlinedInput-root' },
        h('input', {
          type: 'text',
          className: 'MuiInputBase-input MuiOutlinedInput-input',
          'aria-invalid': error !== '',
          value: code,
          onChange: (event) => setCode(event.target.value),
        }),
      ),
      error !== '' && h('p', { className: 'MuiFormHelperText-root Mui-error error' }, error),
    ),
    h('label', null, h('input', { type: 'checkbox' }), ' ', words.trusted),
    h('p', null, h(Button, { onClick: verify, disabled: !complete }, words.verify)),
  );
}

function drawCanvas(canvas, rows) {
  const context = canvas.getContext('2d');
  const scale = Math.floor(canvas.width / rows.length);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) =>
    row.forEach((dark, x) => dark && context.fillRect(x * scale, y * scale, scale, scale)),
  );
}

function Qr() {
  const canvas = useRef(null);
  useEffect(() => {
    if (canvas.current !== null) drawCanvas(canvas.current, qr.rows);
  }, []);
  if (qr.delivery === 'canvas') return h('canvas', { ref: canvas, width: 246, height: 246 });
  if (qr.delivery === 'img') return h('img', { src: qr.image, alt: '', width: 246, height: 246 });
  return h('div', { dangerouslySetInnerHTML: { __html: qr.svg } });
}

function MethodsStep({ onNext }) {
  return h(
    'div',
    null,
    h('h1', { className: 'MuiTypography-root MuiTypography-h5' }, words.methods),
    h('p', null, words.application),
    h(Button, { onClick: onNext }, words.next),
  );
}

function QrStep({ onNext }) {
  return h(
    'div',
    null,
    h('h1', { className: 'MuiTypography-root MuiTypography-h5' }, words.setUp),
    h('p', null, words.scan),
    h(Qr),
    h(Button, { onClick: onNext }, words.next),
  );
}

function DoneStep() {
  return h(
    'div',
    null,
    h('h1', { className: 'MuiTypography-root MuiTypography-h5' }, words.done),
    h(Button, { onClick: () => window.location.assign('/omnivox/account') }, words.goOn),
  );
}

function Application() {
  const [step, setStep] = useState(start);
  const go = (next, address) => {
    history.pushState({}, '', address);
    setStep(next);
  };
  switch (step) {
    case 'methods':
      return h(MethodsStep, { onNext: () => go('qr', '/omnivox/apps/mfa/configure/application') });
    case 'qr':
      return h(QrStep, { onNext: () => go('confirm', '/omnivox/apps/mfa/configure/validation') });
    case 'confirm':
      return h(CodeStep, {
        title: words.setUp,
        explanation: words.enterNew,
        address: '/omnivox/api/enrol',
        onAccepted: () => go('done', '/omnivox/apps/mfa/configure/activation'),
      });
    case 'done':
      return h(DoneStep);
    default:
      return h(CodeStep, {
        title: words.identity,
        explanation: start === 'mail' ? words.mailed : words.enter,
        address: start === 'mail' ? '/omnivox/api/mail' : '/omnivox/api/sign-in',
        onAccepted: () => window.location.assign('/omnivox/account'),
      });
  }
}

createRoot(document.querySelector('main')).render(h(Application));
