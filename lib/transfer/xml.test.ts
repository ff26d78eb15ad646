import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childOf, parseXml, textOf } from './xml';

const codeOf = (text: string) => {
  const read = parseXml(text);
  return read.ok ? 'ok' : read.failure.code;
};
const rootOf = (text: string) => {
  const read = parseXml(text);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};

describe('a document', () => {
  it('is read with its names, namespaces, attributes and text', () => {
    const root = rootOf(
      '\ufeff<?xml version="1.0"?><!-- a --><p:a xmlns:p="urn:x" xmlns="urn:y" p:k="1" l=\'"2"\'>\n <b> t&amp;&#233;&#x1F511; </b><![CDATA[<raw>]]><p:c/></p:a>\n',
    );
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:x' });
    expect([...root.attributes]).toEqual([
      ['k', '1'],
      ['l', '"2"'],
    ]);
    expect(textOf(root, 'b')).toBe('t&é🔑');
    expect(childOf(root, 'b')?.namespace).toBe('urn:y');
    expect(childOf(root, 'c')?.namespace).toBe('urn:x');
    expect(textOf(root)).toBe('<raw>');
    expect(textOf(root, 'b', 'nothing')).toBe('');
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'file-doctype'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'file-doctype'],
    ['a declaration inside', '<a><!ENTITY b "c"></a>', 'file-doctype'],
    ['an unknown entity', '<a>&b;</a>', 'file-malformed'],
    ['a bare ampersand', '<a>a & b</a>', 'file-malformed'],
    ['half of a surrogate pair', '<a>&#xD800;</a>', 'file-malformed'],
    ['a character beyond Unicode', '<a>&#x110000;</a>', 'file-malformed'],
    ['an element that is not closed', '<a><b></a>', 'file-malformed'],
    ['one that is closed twice', '<a></a></a>', 'file-malformed'],
    ['two roots', '<a/><b/>', 'file-malformed'],
    ['text beside the root', '<a/>x', 'file-malformed'],
    ['an attribute twice', '<a b="1" b="2"/>', 'file-malformed'],
    ['a prefix of nobody', '<p:a/>', 'file-malformed'],
    ['a comment without an end', '<a><!-- </a>', 'file-malformed'],
    ['nothing', '', 'file-malformed'],
    ['words', 'hello', 'file-malformed'],
    ['forty-one levels', '<a>'.repeat(41), 'file-too-large'],
    ['too many elements', `<a>${'<b/>'.repeat(50_000)}</a>`, 'file-too-large'],
    ['too much of anything', `<a>${' '.repeat(4_000_001)}</a>`, 'file-too-large'],
  ])('with %s is refused', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('gives back any text that was written into it', () => {
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const root = rootOf(`<a b="${escape(text)}"><c>${escape(text)}</c></a>`);
        expect(root.attributes.get('b')).toBe(text);
        expect(childOf(root, 'c')?.text).toBe(text);
      }),
    );
  });

  it('never makes it throw', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      ' ',
      'a',
      '=',
      '!',
      '--',
      '[CDATA[',
      ']]>',
      '?',
      'xmlns',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (parts) => {
        expect(typeof codeOf(parts.join(''))).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
