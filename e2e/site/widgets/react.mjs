/** Code widgets of npm for React, each mounted as its documentation shows; the page tells what the widget told it. */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { OTPInput } from 'input-otp';
import * as radix from '@radix-ui/react-one-time-password-field';
import { MantineProvider, PinInput as MantinePinInput } from '@mantine/core';
import mantineStyle from '@mantine/core/styles.css?inline';
import { PinInput as ArkPinInput } from '@ark-ui/react/pin-input';
import ReactOtpInput from 'react-otp-input';
import { MuiOtpInput } from 'mui-one-time-password-input';
import VerificationInput from 'react-verification-input';
import ReactCodeInput from 'react-code-input';
import AuthCode from 'react-auth-code-input';
import React18OtpInput from 'react18-input-otp';
import ReactVerificationCodeInput from 'react-verification-code-input';
import ReactInputVerificationCode from 'react-input-verification-code';
import { root, style, tell, widget } from './tell.mjs';

/** What a package written for CommonJS exports as its one thing. */
const only = (module) => module.default ?? module;

const six = [0, 1, 2, 3, 4, 5];
const box = { width: 40, height: 44, fontSize: 20, textAlign: 'center' };

/** A widget whose value the page keeps. */
const kept = (draw) =>
  function Kept() {
    const [value, setValue] = useState('');
    return draw(value, (next) => {
      setValue(next);
      tell(next);
    });
  };

const widgets = {
  'input-otp': kept((value, onChange) =>
    h(OTPInput, {
      maxLength: 6,
      value,
      onChange,
      render: ({ slots }) =>
        h(
          'div',
          { style: { display: 'flex', gap: 8 } },
          slots.map((slot, at) =>
            h('div', { key: at, style: { ...box, border: '1px solid #888' } }, slot.char),
          ),
        ),
    }),
  ),
  radix: kept((value, onValueChange) =>
    h(
      radix.Root,
      { value, onValueChange },
      six.map((at) => h(radix.Input, { key: at, style: box })),
      h(radix.HiddenInput),
    ),
  ),
  mantine: kept((value, onChange) =>
    h(MantineProvider, null, h(MantinePinInput, { length: 6, type: 'number', value, onChange })),
  ),
  ark: () =>
    h(
      ArkPinInput.Root,
      { onValueChange: ({ valueAsString }) => tell(valueAsString) },
      h(ArkPinInput.Label, null, 'Code'),
      h(
        ArkPinInput.Control,
        null,
        six.map((index) => h(ArkPinInput.Input, { key: index, index, style: box })),
      ),
      h(ArkPinInput.HiddenInput),
    ),
  'react-otp-input': kept((value, onChange) =>
    h(ReactOtpInput, { value, onChange, numInputs: 6, renderInput: (props) => h('input', props) }),
  ),
  mui: kept((value, onChange) => h(MuiOtpInput, { value, onChange, length: 6 })),
  'react-verification-input': () => h(only(VerificationInput), { length: 6, onChange: tell }),
  'react-code-input': () => h(only(ReactCodeInput), { type: 'number', fields: 6, onChange: tell }),
  'react-auth-code-input': () => h(only(AuthCode), { onChange: tell, inputClassName: 'box' }),
  'react18-input-otp': kept((value, onChange) =>
    h(only(React18OtpInput), { value, onChange, numInputs: 6, inputStyle: box }),
  ),
  'react-verification-code-input': () => h(only(ReactVerificationCodeInput), { fields: 6, onChange: tell }),
  'react-input-verification-code': () => h(only(ReactInputVerificationCode), { length: 6, onChange: tell }),
};

style(mantineStyle);
style('.box { width: 45px; height: 45px; padding: 0; text-align: center }');
createRoot(root).render(h(widgets[widget]));
