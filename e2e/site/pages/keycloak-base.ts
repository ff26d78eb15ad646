/** Keycloak's base theme: right labels, radios, autocomplete off. */

import {
  baseResources,
  drawBaseCode,
  drawBaseEnrol,
  drawBaseRecovery,
  drawBaseRecoveryEntry,
  realm,
} from '../keycloak/base-theme.ts';
import { keycloakPage } from '../keycloak/flow.ts';

export const page = keycloakPage({
  id: 'keycloak-base',
  issuer: realm,
  title: { fr: 'Keycloak, thème de base', en: 'Keycloak, base theme' },
  drawEnrol: (exchange, view) => drawBaseEnrol(exchange, view),
  drawCode: drawBaseCode,
  drawRecovery: drawBaseRecovery,
  drawRecoveryEntry: drawBaseRecoveryEntry,
  routes: [baseResources],
});
