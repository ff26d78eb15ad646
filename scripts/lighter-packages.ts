/**
 * What packages do at their start and need not: every start of the background, and every popup, would wait for it. The build puts
 * these places of their text otherwise, and ends where a version has none of them.
 */
interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

const changes: readonly Change[] = [
  {
    // Fetches its WebAssembly from a public server unless it is given: it always is (entrypoints/qr-worker), and the
    // address has no business in what we ship (e2e/security/built-files.test.ts).
    file: /zxing-wasm\/dist\/es\/share\.js/,
    from: /`https:\/\/[^`]*\/npm\/zxing-wasm@[^`]*\$\{(\w+)\}`/,
    to: '$1',
  },
  {
    // As a module of its own it is given on as it is. As one of CommonJS it is looked through for its names, and each name
    // of the browser's API is a part of the browser that is then set up.
    file: /webextension-polyfill\/dist\/browser-polyfill(?:\.min)?\.js/,
    from: /^[\s\S]*$/,
    to: 'const module = { exports: {} };\nconst exports = module.exports;\nconst define = undefined;\n$&\nexport default module.exports;',
  },
  {
    // A table of 65,536 numbers, for a picture that nobody may bring.
    file: /node_modules\/qr\/index\.js/,
    from: /const POP16 = (?:\/\*.*?\*\/ )?(\(\(\) => \{[\s\S]*?\}\))\(\);\s*const popcnt = \(n\) => POP16\[/,
    to: 'const makePop16 = $1;\nlet POP16;\nconst popcnt = (n) => (POP16 ??= makePop16())[',
  },
];

/** A plugin of Vite. */
export function lighterPackages() {
  return {
    name: 'lighter-packages',
    transform(code: string, id: string) {
      const change = changes.find(({ file }) => file.test(id));
      if (!change) return undefined;
      if (!change.from.test(code)) throw new Error(`${id}: what is put otherwise was expected in it`);
      return { code: code.replace(change.from, change.to), map: null };
    },
  };
}
