/** Where the block is, which IDs it names and where they stand, and what is said of a text that is no YAML. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { findFrontMatter, parseFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { parseYaml } from '../../../../server/core/yaml/tree';
import { marked } from '../../support/marked';

const uri = 'file:///anytown/a.md';

/** Checks the IDs of a file: those between « and », as they stand there or as given. */
function checkIds(source: string, ids?: readonly string[]): void {
  const { text, spans } = marked(source);
  const evidence = parseEvidence(uri, text);
  ok(evidence, 'This is an evidence file.');
  deepEqual(
    evidence.elements.map(({ span }) => span),
    spans,
  );
  deepEqual(
    evidence.elements.map(({ id }) => id),
    ids ?? spans.map(({ start, end }) => text.slice(start, end)),
  );
}

/** Checks the faults of a block: their places between « and », and what is said of each. */
function checkFaults(source: string, messages: readonly string[]): void {
  const { text, spans } = marked(`---\n${source}\n---\n`);
  const frontMatter = parseFrontMatter(text);
  ok(frontMatter.kind === 'closed');
  deepEqual(
    frontMatter.faults.map(({ message }) => message),
    messages,
  );
  deepEqual(
    [...new Set(frontMatter.faults.map(({ span }) => `${span.start}-${span.end}`))],
    spans.map(({ start, end }) => `${start}-${end}`),
  );
}

describe('The front matter block', () => {
  const blocks: readonly (readonly [string, string, string | undefined])[] = [
    ['with line feeds', '---\na: 1\n---\nText', 'a: 1\n'],
    ['with Windows line ends', '---\r\na: 1\r\n---\r\nText', 'a: 1\r\n'],
    ['with carriage returns', '---\ra: 1\r---\rText', 'a: 1\r'],
    ['after a byte order mark', '\uFEFF---\na: 1\n---\n', 'a: 1\n'],
    ['with spaces and tabs behind the fences', '--- \t\na: 1\n---\t \n', 'a: 1\n'],
    ['that is empty', '---\n---\n', ''],
    ['of an empty line', '---\n\n---\n', '\n'],
    ['that ends with the file', '---\na: 1\n---', 'a: 1\n'],
    ['with a rule in the text below', '---\na: 1\n---\n\n---\n', 'a: 1\n'],
    ['with dashes that are no fence', '---\n----\n--- a\n ---\n---\n', '----\n--- a\n ---\n'],
    ['with a line separator before the dashes', '---\na: 1\u2028---\n---\n', 'a: 1\u2028---\n'],
    ['after an empty line is none', '\n---\na: 1\n---\n', undefined],
    ['after a space is none', ' ---\na: 1\n---\n', undefined],
    ['with four dashes is none', '----\na: 1\n----\n', undefined],
    ['after a line separator is none', '\u2028---\na: 1\n---\n', undefined],
    ['is not in plain text', 'Text', undefined],
    ['is not in nothing', '', undefined],
  ];
  for (const [name, text, content] of blocks)
    it(name, () => {
      const found = findFrontMatter(text);
      equal(found?.kind, content === undefined ? undefined : 'closed');
      equal(found && text.slice(found.content.start, found.content.end), content);
      if (found) equal(text.slice(found.opening.start, found.opening.start + 3), '---');
    });

  const unclosed: readonly (readonly [string, string, string])[] = [
    [
      'goes on while lines look like YAML',
      '---\na: 1\nb:\n  - c\n- d\n#e\nText\nf: 1\n',
      'a: 1\nb:\n  - c\n- d\n#e\n',
    ],
    ['ends before the heading', '---\na: 1\n# Heading\n', 'a: 1\n'],
    ['ends before an empty line', '---\na: 1\n\nb: 1\n', 'a: 1\n'],
    ['may be empty', '---', ''],
    ['may be followed by text', '---\nText', ''],
  ];
  for (const [name, text, content] of unclosed)
    it(`without an end ${name}`, () => {
      const found = findFrontMatter(text);
      equal(found?.kind, 'unclosed');
      equal(text.slice(found.content.start, found.content.end), content);
    });
});

describe('The IDs of an evidence file', () => {
  const files: readonly (readonly [string, string, (readonly string[])?])[] = [
    ['in a list of lines', '---\nelements:\n  - «3.2.4»\n  - «1.1.1»\n---\n'],
    ['in brackets', '---\nelements: [«3.2.4», «1.1.1»]\n---\n'],
    ['in brackets over several lines', '---\nelements: [\n  «3.2.4»,\n\n  «1.1.1», # here too\n]\n---\n'],
    ['as a single value', '---\nelements: «3.2.4»\n---\n'],
    ['without indentation', '---\nelements:\n- «3.2.4»\n---\n'],
    ['in double quotation marks', '---\nelements: [«"3.2.4"»]\n---\n', ['3.2.4']],
    ['in single quotation marks', "---\nelements: [«'3.2.4'»]\n---\n", ['3.2.4']],
    ['with spaces in quotation marks', '---\nelements: [«" 3.2.4 "»]\n---\n', ['3.2.4']],
    ['after a byte order mark', '\uFEFF---\nelements: [«3.2.4»]\n---\n'],
    ['with Windows line ends', '---\r\nelements:\r\n  - «3.2.4»\r\n  - «1.1.1»\r\n---\r\n'],
    ['with carriage returns', '---\relements:\r  - «3.2.4»\r---\r'],
    [
      'behind an emoji',
      '---\ntitle: 😀😀\nelements: ["😀", «3.2.4»]\n---\n'.replace('"😀"', '«"😀"»'),
      ['😀', '3.2.4'],
    ],
    ['behind a line separator', '---\ntitle: a\u2028b\nelements: [«3.2.4»]\n---\n'],
    ['with comments between', '---\nelements: # these\n  # first\n  - «3.2.4» # one\n  - «1.1.1»\n---\n'],
    ['that read as numbers, as they are written', '---\nelements: [«1.10», «2», «0x1F», «1e3»]\n---\n'],
    ['behind an anchor', '---\nelements: [&a «3.2.4»]\n---\n'],
    ['of an alias stand where the alias stands', '---\nx: &a 3.2.4\nelements: [«*a»]\n---\n', ['3.2.4']],
    ['of an alias of a list', '---\nx: &a [«3.2.4», «1.1.1»]\nelements: *a\n---\n'],
    ['with a tag', '---\nelements: [!!str «3.2.4»]\n---\n'],
    ['in a folded text', '---\nelements:\n  - «>\n    3.2.4»\n---\n', ['3.2.4']],
    ['in a text that keeps its lines', '---\nelements:\n  - «|-\n    3.2.4»\n---\n', ['3.2.4']],
    ['over two lines', '---\nelements:\n  - «3.2.4\n    1.1.1»\n---\n', ['3.2.4 1.1.1']],
    ['with commas and without brackets', '---\nelements: «3.2.4», «1.1.1»; «1.2.1»\n---\n'],
    ['with spaces and without commas', '---\nelements: «3.2.4» «1.1.1»\n---\n'],
    ['that are words are one', '---\nelements: «Correcting wrong information»\n---\n'],
    ['leave out what is no text', '---\nelements: [«3.2.4», [1.1.1], {a: b}, ~, null, ]\n---\n'],
    ['of a key that stands twice', '---\nelements: [«3.2.4»]\nelements: [«1.1.1»]\n---\n'],
    ['with other keys around', '---\ntitle: a\nelements: [«3.2.4»]\nowner: b\n---\n'],
    ['are none in an empty list', '---\nelements: []\n---\n'],
    ['are none without a value', '---\nelements:\n---\n'],
    ['are none in a map', '---\nelements: { 3.2.4: yes }\n---\n'],
    ['without the second fence', '---\nelements:\n  - «3.2.4»\n\nText'],
    ['above a fault', '---\nelements: [«3.2.4»]\ntitle: "a\n---\n'],
  ];
  for (const [name, source, ids] of files) it(name, () => checkIds(source, ids));

  for (const [name, text] of [
    ['without front matter', '# Heading\nelements: [3.2.4]\n'],
    ['without the key', '---\ntitle: a\n---\n'],
    ['with the key in a value', '---\ntitle: |\n  elements: [3.2.4]\n---\n'],
    ['with the key further in', '---\na:\n  elements: [3.2.4]\n---\n'],
    ['with another key', '---\nElements: [3.2.4]\nelement: [3.2.4]\n---\n'],
    ['with an empty block', '---\n---\n'],
  ] as const)
    it(`are not read ${name}`, () => equal(parseEvidence(uri, text), undefined));

  it('are looked for where faults hide the key', () => {
    const { text, spans } = marked('---\n"a\n«elements»: [3.2.4]\n---\n');
    deepEqual(parseEvidence(uri, text)?.elementsKey, spans[0]);
  });
});

describe('A fault of a block', () => {
  const quote = 'A quotation mark is missing at the end of this text.';
  const bracket = 'A closing bracket is missing.';
  const indentation =
    'This line does not fit the ones around it. Check the indentation, and put quotation marks around a text that contains a colon.';
  const colon =
    'There is a second colon on this line. Put quotation marks around a text that contains a colon.';
  const star =
    'The * here refers to a value that is not defined. Put quotation marks around a text that starts with *.';
  const start = 'A text cannot start with this character. Put it in quotation marks.';
  const stray =
    'This does not belong here. Check the quotation marks and brackets before it, and that each line is “name: value” or “- value”.';
  const faults: readonly (readonly [string, string, readonly string[]])[] = [
    ['no second quotation mark', 'title: "«a»', [quote]],
    ['no closing bracket', 'elements: [3.2.4«,»', [bracket]],
    ['a tab', 'elements:\n«\t»- 3.2.4', ['This line is indented with a tab. Use spaces.']],
    ['a key twice', 'title: a\n«title»: b', ['“title” stands here twice. Keep one of the two.']],
    ['a quoted key twice', 'a b: 1\n«"a b"»: 2', ['“a b” stands here twice. Keep one of the two.']],
    ['a colon in a text', 'title: «P»ilot: phase 2\nowner: b', [colon]],
    ['a line that is indented', 'title: b\n «c: d»', [indentation]],
    ['a pattern without quotation marks', 'include: [«**/*.md»]', [star]],
    ['an at sign', 'owner: «@»library', [start]],
    ['a text behind quotation marks', 'title: "a" «and b»', [stray]],
    ['an apostrophe in single quotation marks', "title: 'it'«s'»", [stray]],
    ['a name without a colon', '«owner»\ntitle: a', ['A colon is missing after this name.']],
    [
      'a backslash',
      'title: "a«\\»q"',
      ['The backslash here has a special meaning. Use single quotation marks around the text.'],
    ],
    ['a list for a name', '«[a]»: b', ['A name is expected before the colon.']],
    ['a line that ends the block', 'a: b\n«...»\nc: d', ['For YAML, this line ends the block. Remove it.']],
  ];
  for (const [name, source, messages] of faults) it(`is ${name}`, () => checkFaults(source, messages));

  // Where the parser is let into them, V8 may end the process, and not only the parser: see isTooDeep.
  for (const [name, text] of [
    ['brackets', '['.repeat(10_000)],
    ['closed brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', `${'- '.repeat(10_000)}a`],
    ['question marks', `${'? '.repeat(10_000)}a`],
    ['indented lines', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ] as const)
    it(`is ${name} nested too deeply`, () => {
      const { faults } = parseYaml(`\n\n  a:\n${text}`);
      deepEqual(faults, [{ span: { start: 4, end: 5 }, message: 'This is nested too deeply to be read.' }]);
    });

  it('is not what is nested as deep as people write', () => {
    deepEqual(parseYaml(`${'['.repeat(100)}a${']'.repeat(100)}`).faults, []);
    deepEqual(parseYaml(`a: |\n${' '.repeat(100)}b\n`).faults, []);
    deepEqual(parseYaml(`a: "${'[]{}'.repeat(1000)}"`).faults, []);
  });

  it('is a text with thousands of aliases, and costs no time', () => {
    const lines = ['a: &a [x, x]'];
    for (let level = 1; level < 100; level++) {
      const above = level === 1 ? 'a' : `a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array<string>(9).fill(`*${above}`).join(', ')}]`);
    }
    lines.push('elements: *a99');
    const evidence = parseEvidence(uri, `---\n${lines.join('\n')}\n---\n`)!;
    deepEqual(
      evidence.frontMatter.faults.map(({ message }) => message),
      ['There are more than 100 references with * here; write the values out.'],
    );
  });

  it('is one of thousands, of which the first are told in time', () => {
    const { faults } = parseYaml(`a: [${'}'.repeat(20_000)}]`);
    ok(faults.length > 0 && faults.length <= 20);
  });

  it('is not an alias used now and then', () => deepEqual(parseYaml('a: &a b\nc: [*a, *a]').faults, []));

  it('is told of very many names in time', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `k${at % 19_999}: 1`).join('\n');
    // In quadratic time it would take longer than a test may.
    deepEqual(
      parseYaml(text).faults.map(({ message }) => message),
      ['“k0” stands here twice. Keep one of the two.'],
    );
  });
});
