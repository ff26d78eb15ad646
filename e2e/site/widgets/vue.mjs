/** Code widgets of npm for Vue, each mounted as its documentation shows; the page tells what the widget told it. */
import { createApp, h, ref } from 'vue';
import { createVuetify } from 'vuetify';
import { VOtpInput } from 'vuetify/components/VOtpInput';
import vuetifyStyle from 'vuetify/dist/vuetify.min.css?inline';
import { PinInputInput, PinInputRoot } from 'reka-ui';
import PrimeVue from 'primevue/config';
import InputOtp from 'primevue/inputotp';
import { OTPInput } from 'vue-input-otp';
import { root, style, tell, widget } from './tell.mjs';

const six = [0, 1, 2, 3, 4, 5];
const box = { width: '40px', height: '44px', textAlign: 'center' };

/** A widget whose value the page keeps, by `v-model`. */
const kept = (draw, first = '') => ({
  setup() {
    const value = ref(first);
    return () =>
      draw({
        modelValue: value.value,
        'onUpdate:modelValue': (next) => {
          value.value = next;
          tell(next);
        },
      });
  },
});

const widgets = {
  vuetify: kept((model) => h(VOtpInput, { ...model, length: 6 })),
  reka: kept(
    (model) =>
      h(PinInputRoot, { ...model, otp: true }, () =>
        six.map((index) => h(PinInputInput, { key: index, index, style: box })),
      ),
    [],
  ),
  primevue: kept((model) => h(InputOtp, { ...model, length: 6, integerOnly: true })),
  'vue-input-otp': kept((model) =>
    h(
      OTPInput,
      { ...model, maxlength: 6 },
      {
        default: ({ slots }) =>
          h(
            'div',
            { style: { display: 'flex', gap: '8px' } },
            slots.map((slot) => h('div', { style: { ...box, border: '1px solid #888' } }, slot.char ?? '')),
          ),
      },
    ),
  ),
};

if (widget === 'vuetify') style(vuetifyStyle);
const app = createApp(widgets[widget]);
if (widget === 'vuetify') app.use(createVuetify());
if (widget === 'primevue') {
  app.use(PrimeVue);
  // A preset of PrimeVue sets these, to much the same values.
  style(`:root { --p-inputotp-gap: .5rem; --p-inputotp-input-width: 2.5rem; --p-inputtext-border-color: #888;
    --p-inputtext-padding-x: .75rem; --p-inputtext-padding-y: .5rem }`);
}
app.mount(root);
