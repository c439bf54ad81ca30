/** Bytes as text: what they are where that is certain, and else what is said. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Encoding } from '../../../../server/core/text/decode';
import { decode, isDoubtful } from '../../../../server/core/text/decode';

const mark = '\uFEFF';
const evidence =
  '---\r\ntitle: Café “Zoë”, £5 – 中文 Ελληνικά 😀\r\nelements: [3.2.4]\r\n---\r\nWe put it right.\r\n';

function encoded(text: string, encoding: Encoding): Uint8Array {
  const utf16 = Buffer.from(text, 'utf16le');
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return utf16;
    case 'utf-16be':
      return Buffer.from(utf16).swap16();
    case 'utf-32le':
    case 'utf-32be': {
      const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const bytes = Buffer.alloc(codes.length * 4);
      codes.forEach((code, at) =>
        encoding === 'utf-32le' ? bytes.writeUInt32LE(code, at * 4) : bytes.writeUInt32BE(code, at * 4),
      );
      return bytes;
    }
    case 'windows-1252':
      return Uint8Array.from(text, (character) =>
        character.charCodeAt(0) < 256 ? character.charCodeAt(0) : 0x92,
      );
  }
}

const unicode = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;

describe('A text file', () => {
  for (const encoding of unicode)
    for (const [start, with_] of [
      [mark, 'with'],
      ['', 'without'],
    ] as const)
      it(`in ${encoding} ${with_} a mark is read as what it is`, () => {
        for (const text of [
          evidence,
          'title: T\n',
          '---\nelements: [3.2.4]\n---\n',
          'a\n',
          '# Ελληνικά κείμενα με λέξεις\n',
        ])
          deepEqual(decode(encoded(start + text, encoding)), { text: start + text, encoding });
      });

  it('that is empty, or nothing but a mark, is an empty text', () => {
    equal(decode(new Uint8Array()).text, '');
    for (const encoding of unicode) deepEqual(decode(encoded(mark, encoding)), { text: mark, encoding });
  });

  const uncertain: readonly (readonly [name: string, bytes: Uint8Array, says: RegExp, guess?: string])[] = [
    [
      'Windows-1252',
      encoded('title: Zo\xEB\x92s caf\xE9\n', 'windows-1252'),
      /probably as Windows-1252.* line 1\./,
      'title: Zoë’s café\n',
    ],
    ['one letter of Latin-1', encoded('---\ntitle: a\nowner: Zo\xEB\n---\n', 'windows-1252'), /line 3\./],
    [
      'a letter of Latin-1 at the end',
      encoded('title: caf\xE9', 'windows-1252'),
      /Windows-1252/,
      'title: café',
    ],
    [
      'Windows-1251',
      Buffer.from('\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0\n', 'latin1'),
      /the one in which all letters are right/,
    ],
    [
      'UTF-8 that breaks off',
      Buffer.from('title: Zoë, café').subarray(0, -1),
      /breaks off in the middle of a character in line 1/,
    ],
    ['an emoji that breaks off', Buffer.from('ë 😀').subarray(0, -2), /breaks off/],
    [
      'two encodings',
      Buffer.concat([Buffer.from('Zoë\n'), Buffer.from([0x5a, 0x6f, 0xeb, 0x0a])]),
      /but for a character in line 2/,
    ],
    ['UTF-8 with a surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x0a]), /not saved as UTF-8/],
    [
      'UTF-8 written too long',
      Buffer.from([0xc0, 0xaf, 0x0a, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61]),
      /not saved as UTF-8/,
    ],
    ['UTF-16 that breaks off', encoded(mark + evidence, 'utf-16le').subarray(0, -1), /UTF-16LE and damaged/],
    ['UTF-16 with half a pair', Buffer.from([0xff, 0xfe, 0x3d, 0xd8, 0x0a, 0x00]), /UTF-16LE and damaged/],
    ['UTF-32 that breaks off', encoded(mark + 'abc', 'utf-32be').subarray(0, -2), /UTF-32BE and damaged/],
    ['one NUL', Buffer.from('title: a\0b and some more text\n'), /not a text \(it holds NUL characters\)/],
    [
      'one NUL before the end of an even number of bytes',
      Buffer.from('title: T\0\n'),
      /holds NUL characters/,
    ],
    ['nothing but NUL', new Uint8Array(4096), /nothing in it but NUL characters/],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /a picture/],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x10, 0x4a, 0x46]), /a picture/],
    ['a Word document', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0]), /a Word document, a workbook/],
    ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /an old Office/],
    ['a PDF', Buffer.from([...Buffer.from('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]), /a PDF/],
    [
      'bytes of anything',
      Uint8Array.from({ length: 256 }, (_, at) => (at * 7 + 1) % 256).filter((byte) => byte > 0),
      /not a text/,
    ],
  ];
  for (const [name, bytes, says, guess] of uncertain)
    it(`of ${name} is said not to be certain`, () => {
      const { doubt = '', text } = decode(bytes);
      match(doubt, says);
      match(doubt, /^(?:it|there) .*\.$/s);
      if (guess !== undefined) equal(text, guess);
    });

  it('is certain exactly where Node reads no U+FFFD and no NUL, or another encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const plain = Buffer.from(bytes).toString('utf8');
        if (!isDoubtful(plain)) deepEqual(decode(bytes), { text: plain, encoding: 'utf-8' });
        const { text, doubt, encoding } = decode(bytes);
        if (doubt === undefined) deepEqual(Buffer.from(encoded(text, encoding)), Buffer.from(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('that holds the character U+FFFD itself is certain', () => {
    deepEqual(decode(Buffer.from('a \uFFFD b')), { text: 'a \uFFFD b', encoding: 'utf-8' });
  });

  it('comes back from every encoding of Unicode that has a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...unicode), (text, encoding) => {
        if (text.includes('\0')) return;
        equal(decode(encoded(mark + text, encoding)).text, mark + text);
      }),
    );
  });

  it('is judged in time in proportion to its size', () => {
    const large = Buffer.alloc(4_000_000, 'Zo\xEB ', 'latin1');
    const start = process.hrtime.bigint();
    decode(large);
    ok(process.hrtime.bigint() - start < 20_000_000_000n);
  });
});
