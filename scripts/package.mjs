/** `npm run package`: what the stores are given, from a clone with nothing installed. */
import { argv } from 'node:process';
import { ensureDependencies, handOver } from './bootstrap.mjs';

await ensureDependencies();
await handOver('package/main.ts', argv.slice(2));
