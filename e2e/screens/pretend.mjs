/** Runs in the page before anything else: an extension API whose background answers from one fixture. */
export function pretend({ state, language, version }) {
  const startMs = Date.now();
  const timed = (value) =>
    value &&
    JSON.parse(JSON.stringify(value), (key, inner) => {
      if (inner === null || typeof inner !== 'object') return inner;
      const { expiresInMs, inMs, ...rest } = inner;
      if (expiresInMs !== undefined) return { ...rest, expiresAtMs: startMs + expiresInMs };
      return inMs === undefined ? inner : { ...rest, atMs: startMs + inMs };
    });
  const { rows, glance } = timed(state);
  const settings = { ...glance.settings, language };
  let proofsAsked = 0;
  const answers = {
    glance: () => ({ ...glance, settings }),
    'accounts.page': ({ query, offset, limit, tag }) => {
      const words = query.toLowerCase();
      const found = rows.filter(
        ({ issuer, name, tags = [] }) =>
          `${issuer} ${name}`.toLowerCase().includes(words) && (tag === undefined || tags.includes(tag)),
      );
      const here = found.filter((row) => row.here).length;
      return {
        total: found.length,
        offset,
        rows: found.slice(offset, offset + limit),
        here,
        host: glance.page?.host ?? null,
        tags: glance.page?.tags,
      };
    },
    'list.about': ({ accountId }) => {
      const { tags = [], extra = {} } = rows.find(({ id }) => id === accountId) ?? {};
      return { pinned: extra.pinned ?? false, tags, known: glance.page?.tags ?? [] };
    },
    'list.move': () => ({ moved: true, place: 1, total: rows.length }),
    'vault.ways': () => ({ ways: [] }),
    'vault.prove': ({ proof }) =>
      state.asksProof && proof === null && proofsAsked++ >= (state.asksProofFrom ?? 0)
        ? { kind: 'asks', ways: state.asksProof }
        : { kind: 'proved' },
    'sites.list': () => ({ sites: [], domains: [], httpHosts: [], isProtected: true }),
    'policy.read': () => ({
      disable: false,
      requirePassword: false,
      forbidUnattendedFill: false,
      forbidClearExport: false,
      unreadable: [],
    }),
    'accounts.next': () => ({ code: '482913', counter: 5 }),
  };
  const listeners = { addListener: () => undefined, removeListener: () => undefined };
  const api = {
    runtime: {
      id: 'pretended',
      getManifest: () => ({ version }),
      openOptionsPage: async () => undefined,
      sendMessage: async ({ name, request }) => {
        (globalThis.asked ??= []).push({ name, request });
        if (name === 'vault.unlock') return { ok: false, failure: { code: 'password-wrong' } };
        if (name === 'vault.prove' && request.proof && state.proofIsWrong)
          return { ok: false, failure: { code: 'password-wrong' } };
        const failure = state.failures?.[name];
        if (failure) return { ok: false, failure };
        const refused = state.refused?.[name];
        if (refused) return { ok: false, failure: { code: refused } };
        const fixed = { ...state.files, ...state.answers }[name];
        return { ok: true, value: timed(fixed) ?? answers[name]?.(request) ?? null };
      },
    },
    commands: {
      getAll: async () => [
        { name: 'fill', shortcut: 'Alt+Shift+C' },
        { name: 'scan', shortcut: '' },
      ],
    },
    i18n: { getUILanguage: () => language },
    action: { getUserSettings: async () => ({ isOnToolbar: state.onToolbar ?? false }) },
    tabs: {
      getCurrent: async () => ({ id: 7 }),
      query: async () => [{ id: 7 }],
      onActivated: listeners,
      onUpdated: listeners,
    },
    storage: {
      local: { get: async () => ({ settings }), onChanged: listeners },
      session: { get: async () => ({}), onChanged: listeners },
      onChanged: listeners,
    },
    permissions: {
      contains: async ({ permissions: [name] }) => state.permissions?.includes(name) ?? false,
    },
  };
  // A picture of a saved copy leaves no file in the downloads of whoever takes it.
  HTMLAnchorElement.prototype.click = () => undefined;
  globalThis.browser = api;
  globalThis.chrome = { ...globalThis.chrome, runtime: { id: 'pretended' } };
}
