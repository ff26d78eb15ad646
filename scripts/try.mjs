/** `npm run try`: shows Seconde at work on the practice site. Options are those of try/main.ts. */
import { argv } from 'node:process';
import { ensureDependencies, handOver } from './bootstrap.mjs';

await ensureDependencies();
await handOver('try/main.ts', argv.slice(2));
