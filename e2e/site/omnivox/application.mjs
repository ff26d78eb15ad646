/**
 * The one-page application of a college portal, with real React and Material UI: the inputs are controlled, have neither id nor
 * name, stand in no form, and the buttons submit nothing. What a filler must get right here cannot be imitated
 * by hand-written scripts.
 */

import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { post } from '../react/post.mjs';
import { Qr } from '../react/qr.mjs';

const { start, digits, qr, words, nonce } = JSON.parse(document.getElementById('data').textContent);

function Step({ title, children }) {
  return h(
    Stack,
    { spacing: 2, sx: { alignItems: 'flex-start' } },
    h(Typography, { variant: 'h5', component: 'h1' }, title),
    children,
  );
}

function Press({ onClick, disabled = false, children }) {
  return h(Button, { variant: 'contained', type: 'button', onClick, disabled }, children);
}

function CodeStep({ title, explanation, address, onAccepted, trust }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const complete = code.length === digits && /^[0-9]+$/.test(code);
  const verify = async () => {
    const answer = await post(address, { code });
    if (answer.accepted) onAccepted(answer);
    else setError(answer.error);
  };
  return h(
    Step,
    { title },
    h(Typography, null, explanation),
    h(TextField, {
      label: words.code,
      value: code,
      onChange: (event) => setCode(event.target.value),
      error: error !== '',
      helperText: error,
      // The label is tied to nothing, as an older Material UI leaves it where the site gives no id.
      slotProps: { htmlInput: { id: undefined }, inputLabel: { id: undefined, htmlFor: undefined } },
    }),
    trust && h(FormControlLabel, { control: h(Checkbox), label: words.trusted }),
    h(Press, { onClick: verify, disabled: !complete }, words.verify),
  );
}

function MethodsStep({ onNext }) {
  const [method, setMethod] = useState('application');
  const choice = (value) => h(FormControlLabel, { value, control: h(Radio), label: words[value] });
  return h(
    Step,
    { title: words.setUp },
    h(Typography, null, words.methods),
    h(
      RadioGroup,
      { value: method, onChange: (event) => setMethod(event.target.value) },
      choice('application'),
      choice('mail'),
    ),
    h(Press, { onClick: onNext, disabled: method !== 'application' }, words.next),
  );
}

function QrStep({ onNext }) {
  return h(
    Step,
    { title: words.setUp },
    h(Typography, null, words.scan),
    h(Qr, { qr }),
    h(Press, { onClick: onNext }, words.next),
  );
}

function DoneStep() {
  const goOn = () => window.location.assign('/omnivox/account');
  return h(Step, { title: words.done }, h(Press, { onClick: goOn }, words.goOn));
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
        trust: false,
      });
    case 'done':
      return h(DoneStep);
    default:
      return h(CodeStep, {
        title: words.identity,
        explanation: start === 'mail' ? words.mailed : words.enter,
        address: start === 'mail' ? '/omnivox/api/mail' : '/omnivox/api/sign-in',
        onAccepted: () => window.location.assign('/omnivox/account'),
        trust: true,
      });
  }
}

const cache = createCache({ key: 'mui', nonce });
createRoot(document.querySelector('main')).render(h(CacheProvider, { value: cache }, h(Application)));
