import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';

/** What happens to a file of a profile that is closed. */
const ofFiles = [
  'deleted',
  'emptied',
  'half',
  'flip 0',
  'flip 0.1',
  'flip 0.5',
  'flip 0.9',
  'flips',
] as const;
export type Damage = (typeof ofFiles)[number];

/** A folder can be deleted, an empty file too; all else can also be changed. */
export function damagesFor(path: string): readonly Damage[] {
  const { size, isFile } = { size: statSync(path).size, isFile: statSync(path).isFile() };
  return isFile && size > 0 ? ofFiles : ['deleted'];
}

export function doDamage(path: string, damage: Damage): void {
  if (damage === 'deleted') return rmSync(path, { recursive: true });
  const { size } = statSync(path);
  if (damage === 'emptied' || damage === 'half')
    return truncateSync(path, damage === 'half' ? Math.floor(size / 2) : 0);
  const bytes = readFileSync(path);
  for (const at of placesOf(damage, size)) bytes.writeUInt8(bytes.readUInt8(at) ^ 0b100, at);
  writeFileSync(path, bytes);
}

/** Every hundredth byte for `flips`; otherwise one, at a share of the file. */
function placesOf(damage: Damage, size: number): number[] {
  if (damage === 'flips') return Array.from({ length: Math.ceil(size / 100) }, (_, index) => index * 100);
  return [Math.min(size - 1, Math.floor(Number(damage.slice('flip '.length)) * size))];
}
