/** Files written here of every format that no real one is at hand for, or that the real ones show little of. */
import { madeKeePass } from './made/keepass';
import type { MadeFile } from './made/made-file';
import { madeManagers } from './made/managers';
import { madePhones } from './made/phones';
import { madeTables } from './made/tables';

export const madeFiles: readonly MadeFile[] = [...madeKeePass, ...madeManagers, ...madePhones, ...madeTables];
