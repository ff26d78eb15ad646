/** `node e2e/site/main.ts [port]`: the practice site until Ctrl+C. */

import { startPracticeSite } from './server.ts';

const site = await startPracticeSite({ port: Number(process.argv[2] ?? 0) });
console.log(site.url);

process.once('SIGINT', () => void site.close());
process.once('SIGTERM', () => void site.close());
