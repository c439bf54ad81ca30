/** Generated texts: near enough to front matter, YAML and Markdown to reach their corners. */
import fc from 'fast-check';

const joined = (pieces: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(pieces, { maxLength }).map((parts) => parts.join(''));

const lineEnds = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const anything = fc.string({ unit: 'binary', maxLength: 6 });

/** Fences, dashes, line ends, byte order marks and white space, in any order. */
export const fences: fc.Arbitrary<string> = joined(
  fc.oneof(
    { weight: 4, arbitrary: lineEnds },
    {
      weight: 6,
      arbitrary: fc.constantFrom('---', '---', '--', '-', '----', '---a', '--- ', '---\t', '----- ', '- - -'),
    },
    fc.constantFrom('\uFEFF', ' ', '\t', '\u2028', '\u0085', '\u00A0', '\f', '\v', 'a: b', '...', '\0'),
  ),
  14,
).chain((rest) => fc.constantFrom(rest, `---\n${rest}`, `\uFEFF---${rest}`));

/** Pieces of YAML in any order. */
export const yaml: fc.Arbitrary<string> = joined(
  fc.oneof(
    { weight: 3, arbitrary: lineEnds },
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...[
          'elements: ',
          'elements:',
          'title: ',
          'status: draft',
          'review-by: 2026-01-01',
          'attachments: ',
          'ref: 1',
        ],
        ...[
          'id: ',
          'children:',
          'levels: ',
          'ratings:',
          'retired:',
          'award: ',
          'assessable: true',
          'guidance:',
        ],
        ...[
          'standard: ',
          'assessment:',
          'rules:',
          'include: ',
          'applicable: false',
          'self: ',
          'review-notice: 3',
          'links: pages',
        ],
      ),
    },
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...[
          '  ',
          '    ',
          '- ',
          '- - ',
          '? ',
          ': ',
          ':',
          ', ',
          '[',
          ']',
          '{',
          '}',
          '"',
          "'",
          '#',
          ' # ',
          '\t',
        ],
        ...[
          '&a ',
          '*a',
          '*b',
          '<<: *a',
          '!!str ',
          '!x ',
          '!<',
          '|',
          '>',
          '|-2',
          '>+\n',
          '%YAML 1.2',
          '%',
          '@',
          '`',
        ],
        ...[
          '---',
          '...',
          '~',
          'null',
          '"\\x',
          '"\\q"',
          '\\',
          '😀',
          '\uD800',
          '\u2028',
          '\u0085',
          '\uFEFF',
          '\0',
        ],
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom('1.1', '1.10', '"1.1"', '3.2.4', 'AC-2(1)', 'word', 'two words'),
    },
    anything,
  ),
  24,
);

/** Pieces of Markdown in any order. */
export const markdown: fc.Arbitrary<string> = joined(
  fc.oneof(
    { weight: 4, arbitrary: lineEnds },
    {
      weight: 10,
      arbitrary: fc.constantFrom(
        ...[
          '[',
          ']',
          '](',
          ']: ',
          ']:',
          '(',
          ')',
          '<',
          '>',
          '![',
          '[a]',
          '[a](b)',
          '[a]: b',
          '[a][a]',
          '&amp;',
          '\\',
        ],
        ...[
          '# ',
          '## ',
          '#',
          '===',
          '---',
          '- ',
          '1. ',
          '1) ',
          '> ',
          '    ',
          '\t',
          '`',
          '```',
          '~~~',
          '<!--',
          '-->',
        ],
        ...[
          'a.md',
          'b c',
          '../x',
          '%20',
          '%',
          '#top',
          '?q',
          '"t"',
          "'t'",
          '*',
          '_',
          '**',
          '3.2.4',
          '😀',
          '\uD800',
        ],
        ...[
          ' ',
          '\u00A0',
          '\u2028',
          '\u0085',
          '\0',
          '\f',
          'https://e.org',
          '<a@b.c>',
          '<div>',
          '</div>',
          '\uFEFF',
        ],
      ),
    },
    anything,
  ),
  24,
);

/** Evidence files, more or less. */
export const evidenceFiles: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.constantFrom('', 'elements: [1.1]\n', 'elements:\n'),
    yaml,
    markdown,
  )
  .chain(([mark, key, block, body]) =>
    fc.constantFrom(
      `${mark}---\n${key}${block}\n---\n${body}`,
      `${mark}---\n${key}${block}\n${body}`,
      block + body,
    ),
  );
