/** Entries of a KeePass database, as XML: the tree of groups, without the trash and without what entries were before. */
import { type Result, fail, ok } from '@/lib/errors';
import { readEntries } from '../entries';
import type { ReadFile, ReadTools } from '../file-format';
import { inTrash, withoutCode } from '../left-out';
import { suggestedSites } from '../suggested-site';
import { type XmlElement, childOf, textOf } from '../xml';
import { type KeePassFields, hasCode, readKeePassCodes } from './keepass-otp';

interface Place {
  readonly entry: XmlElement;
  /** Names of the groups it is in, without that of the database. */
  readonly path: readonly string[];
  readonly isTrash: boolean;
}

/** `valueOf`: the text of a `Value` element, which may be closed once more. */
export function readKeePassTree(
  root: XmlElement,
  format: string,
  tools: ReadTools,
  valueOf: (value: XmlElement) => string = ({ text }) => text,
): Result<ReadFile> {
  const top = childOf(root, 'Root');
  if (root.name !== 'KeePassFile' || !top) return fail('file-malformed');
  const bin = textOf(root, 'Meta', 'RecycleBinUUID');
  const places = groupsOf(top).flatMap((group) => placesIn(group, [], bin, false));
  const withFields = places.map((place) => ({ ...place, fields: fieldsOf(place.entry, valueOf) }));
  const coded = withFields.filter(({ fields }) => hasCode(fields));
  const found = coded
    .filter(({ isTrash }) => !isTrash)
    .flatMap(({ entry, fields, path }) =>
      readKeePassCodes(fields, format).map((read) => ({ read, entry, fields, path })),
    );
  const notes = [
    ...withoutCode(
      places.filter(({ isTrash }) => !isTrash).length - coded.filter(({ isTrash }) => !isTrash).length,
    ),
    ...inTrash(coded.filter(({ isTrash }) => isTrash).length),
  ];
  return readEntries(
    found,
    (one) => {
      const { read, entry, fields, path } = one as (typeof found)[number];
      if (!read.ok) return read;
      const own = read.value.suggestedSites ?? [];
      return ok({
        ...read.value,
        note: fields.get('Notes') ?? '',
        tags: [...(read.value.tags ?? []), path.join('/'), ...textOf(entry, 'Tags').split(/[;,]/)],
        suggestedSites: [...own, ...suggestedSites([fields.get('URL') ?? ''])],
      });
    },
    tools,
    { notes, where: (one) => whereIs((one as (typeof found)[number]).fields) },
  );
}

function placesIn(
  group: XmlElement,
  path: readonly string[],
  bin: string,
  isTrash: boolean,
): readonly Place[] {
  const isIn = isTrash || (bin !== '' && textOf(group, 'UUID') === bin);
  const entries = group.children.filter(({ name }) => name === 'Entry');
  return [
    ...entries.map((entry) => ({ entry, path, isTrash: isIn })),
    ...groupsOf(group).flatMap((inner) => placesIn(inner, [...path, textOf(inner, 'Name')], bin, isIn)),
  ];
}

function groupsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(({ name }) => name === 'Group');
}

function fieldsOf(entry: XmlElement, valueOf: (value: XmlElement) => string): KeePassFields {
  const strings = entry.children.filter(({ name }) => name === 'String');
  return new Map(
    strings.map((string): [string, string] => {
      const value = childOf(string, 'Value');
      return [childOf(string, 'Key')?.text ?? '', value ? valueOf(value) : ''];
    }),
  );
}

function whereIs(fields: KeePassFields): string {
  return [fields.get('Title') ?? '', fields.get('UserName') ?? ''].filter((text) => text !== '').join(' · ');
}
