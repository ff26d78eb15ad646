/** Types of bootstrap.mjs, for the TypeScript that uses it. */
import type { SpawnOptions } from 'node:child_process';

/** Absolute folder of the project, with a final slash. */
export const ROOT: string;
export function run(program: string, args: readonly string[], options?: SpawnOptions): Promise<number>;
export function npm(...args: string[]): Promise<number>;
export function ensureDependencies(): Promise<void>;
export function handOver(script: string, args: readonly string[]): Promise<never>;
