import { readFileSync, readdirSync } from 'node:fs';

/**
 * Time all threads of a process have had a core, in ms, by the scheduler: it does not grow while other programs hold the
 * cores. `null` where the system does not tell (not Linux, or the process has ended).
 */
export function processorMs(processId: number): number | null {
  try {
    const folder = `/proc/${processId}/task`;
    const nanoseconds = readdirSync(folder).map((thread) =>
      threadNanoseconds(`${folder}/${thread}/schedstat`),
    );
    return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
  } catch {
    return null;
  }
}

/** Whether this is a Chromium process that runs an extension. */
export function isExtensionProcess(processId: number): boolean {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
}

function threadNanoseconds(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    // The thread ended between the listing and the reading.
    return 0;
  }
}
