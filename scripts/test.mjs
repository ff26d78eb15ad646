/** `npm test`: everything that can fail, in order, from a clone with nothing installed. */
import { argv } from 'node:process';
import { ensureDependencies, handOver } from './bootstrap.mjs';

await ensureDependencies();
await handOver('test/main.mjs', argv.slice(2));
