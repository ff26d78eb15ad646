export function launch(): Promise<import('puppeteer-core').Browser>;
