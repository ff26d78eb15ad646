/**
 * What is bundled out of keycloakify so that Node can run it: its pages drawn to static HTML, and Keycloak's sentences.
 * Plain JavaScript, because React's types are not installed here; `draw.ts` gives it its types.
 */

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createGetKcContextMock } from 'keycloakify/login/KcContext/getKcContextMock';
import LoginConfigTotp from 'keycloakify/login/pages/LoginConfigTotp';
import LoginOtp from 'keycloakify/login/pages/LoginOtp';
import LoginRecoveryAuthnCodeConfig from 'keycloakify/login/pages/LoginRecoveryAuthnCodeConfig';
import LoginRecoveryAuthnCodeInput from 'keycloakify/login/pages/LoginRecoveryAuthnCodeInput';
import Template from 'keycloakify/login/Template';
import en from 'keycloakify/login/i18n/messages_defaultSet/en';
import fr from 'keycloakify/login/i18n/messages_defaultSet/fr';

const { getKcContextMock } = createGetKcContextMock({
  kcContextExtension: {},
  kcContextExtensionPerPage: {},
});
const pages = {
  'login-config-totp.ftl': LoginConfigTotp,
  'login-otp.ftl': LoginOtp,
  'login-recovery-authn-code-config.ftl': LoginRecoveryAuthnCodeConfig,
  'login-recovery-authn-code-input.ftl': LoginRecoveryAuthnCodeInput,
};

export function message(lang, key, ...values) {
  const sentence = (lang === 'fr' ? fr[key] : undefined) ?? en[key] ?? key;
  return values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), sentence);
}

export function draw(pageId, lang, overrides, errors) {
  const kcContext = {
    ...getKcContextMock({ pageId, overrides: {} }),
    message: undefined,
    ...overrides,
    messagesPerField: {
      existsError: (...names) => names.some((name) => errors[name] !== undefined),
      get: (name) => errors[name] ?? '',
      exists: (name) => errors[name] !== undefined,
      printIfExists: (name, text) => (errors[name] === undefined ? undefined : text),
      getFirstError: (...names) => errors[names.find((name) => errors[name] !== undefined)] ?? '',
    },
  };
  const msgStr = (key, ...values) => message(lang, key, ...values);
  const i18n = {
    msg: msgStr,
    msgStr,
    advancedMsg: msgStr,
    advancedMsgStr: msgStr,
    currentLanguage: { languageTag: lang, label: lang === 'fr' ? 'Français' : 'English' },
    enabledLanguages: [],
    isFetchingTranslations: false,
  };
  return renderToStaticMarkup(
    createElement(pages[pageId], { kcContext, i18n, doUseDefaultCss: true, Template }),
  );
}
