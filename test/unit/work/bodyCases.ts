/** Many things of a kind in the text of one file, and many files that have something in common. */
import type { WorkCase } from './cases';
import { each, evidence, inOneFile, lines, read, shown, textsOf } from './cases';

const body = (text: string): string => evidence('["1.1"]') + text;

/** Things that stand each in a paragraph of its own. */
const paragraphs = (name: string, write: (number: number) => string): WorkCase =>
  inOneFile(name, (all) => body(lines(all, (at) => `\n${write(at)}`)));

/** Things in lines that follow each other. */
const rows = (name: string, write: (number: number) => string): WorkCase =>
  inOneFile(name, (all) => body(`\n${lines(all, write)}`));

/** Files of one folder, each written with its number. */
const files = (
  name: string,
  write: (number: number) => string,
  path = (number: number): string => `${number}.md`,
): WorkCase => ({
  name,
  sizes: [100, 1600],
  prepare: (things) => {
    const texts = textsOf([
      ['portfolio.yaml', 'standard: small\n'],
      ...each(things, (number): [string, string] => [path(number), write(number)]),
    ]);
    return () => shown(texts);
  },
});

/** What a body holds, where the rules that would look at it are off and nothing but findings is wanted. */
const free = (name: string, write: (number: number) => string): WorkCase => ({
  name: `${name}, where no rule asks for them`,
  sizes: [100, 1600],
  isFree: true,
  prepare: (things) => {
    const off = ['link-broken', 'element-heading-unlisted', 'title-missing', 'body-empty'];
    const texts = textsOf([
      ['portfolio.yaml', `standard: small\nrules: { ${off.map((code) => `${code}: off`).join(', ')} }\n`],
      [
        'a.md',
        body(
          lines(
            each(things, (number) => number),
            (at) => `\n${write(at)}`,
          ),
        ),
      ],
    ]);
    return () => read(texts, true);
  },
});

const asked = 'standard: small\nrules: { citation-unknown: warning }\n';

/** What one file cites and there is not, where somebody wants to know. */
const citations = (name: string, write: (number: number) => string): WorkCase => ({
  name: `${name} that there are not`,
  sizes: [100, 1600],
  prepare: (things) => {
    const numbers = each(things, (number) => number);
    const texts = textsOf([
      ['portfolio.yaml', asked],
      ['x/b.md', '---\nelements: ["1.1"]\nref: ES 1\n---\n\nText.\n'],
      ['a.md', body(lines(numbers, (at) => `\n${write(at)}`))],
    ]);
    return () => shown(texts);
  },
});

/** Each of many files cites what the next one has, and what none has. */
const citingFiles: WorkCase = {
  name: 'files that cite each other',
  sizes: [100, 1600],
  prepare: (things) => {
    const text = (at: number): string =>
      `---\nelements: ["1.1"]\nref: ES ${at}\n---\n\nSee [ES ${at + 1}], [ES 0], x/${at + 1}.md and x/no.md.\n`;
    const texts = textsOf([
      ['portfolio.yaml', asked],
      ...each(things, (at): [string, string] => [`x/${at}.md`, text(at)]),
    ]);
    return () => shown(texts);
  },
};

export const bodyCases: readonly WorkCase[] = [
  citations('elements', (at) => `See element 7.${at}.`),
  citations('refs', (at) => `See [ES ${at + 2}].`),
  citations('files', (at) => `See x/${at}.md.`),
  citingFiles,
  free('citations', (at) => `See element 7.${at}, [ES ${at + 2}] and x${at}/${at}.md.`),
  paragraphs('links that lead nowhere', (at) => `See [it](gone${at}.pdf).`),
  rows('links in one paragraph', (at) => `[it](gone${at}.pdf)`),
  paragraphs('pictures', (at) => `![it](gone${at}.png)`),
  paragraphs('links in HTML', (at) => `<a href="gone${at}.pdf">it</a>`),
  rows('definitions that nothing refers to', (at) => `[d${at}]: gone${at}.pdf`),
  inOneFile('definitions that are referred to', (all) =>
    body(`\n${lines(all, (at) => `See [d${at}].`)}\n${lines(all, (at) => `[d${at}]: gone${at}.pdf`)}`),
  ),
  inOneFile('references to one definition', (all) =>
    body(`\n${lines(all, () => '\nSee [d].')}\n[d]: gone.pdf\n`),
  ),
  rows('definitions with a title that is not closed', (at) => `[d${at}]: gone${at}.pdf (title`),
  inOneFile('footnotes', (all) =>
    body(
      `\n${lines(all, (at) => `Text[^${at}] and [it](gone${at}.pdf)`)}${lines(all, (at) => `\n[^${at}]: Note`)}`,
    ),
  ),
  free('links', (at) => `See [it](gone${at}.pdf) and <a href="gone.pdf">it</a>.`),
  free('definitions', (at) => `[d${at}]: gone${at}.pdf`),
  free('headings', () => '## 2.1 Answers'),
  free('tasks', () => '- [ ] Do it'),
  rows('tasks', (at) => `- [ ] Do [it](gone${at}.pdf)`),
  rows('items of a list', (at) => `- [it](gone${at}.pdf)`),
  rows('quotations', (at) => `> [it](gone${at}.pdf)`),
  paragraphs('blocks of code', (at) => `\`\`\`\n[it](gone${at}.pdf)\n\`\`\``),
  paragraphs('blocks of code, and a link behind each', (at) => `~~~\ncode\n~~~\n[it](gone${at}.pdf)`),
  paragraphs('headings that are underlined', (at) => `2.1 Words [it](gone${at}.pdf)\n---`),
  rows('brackets that nothing opens', (at) => `] [it](gone${at}.pdf)`),
  rows('brackets that nothing closes', (at) => `[ [it](gone${at}.pdf)`),
  inOneFile('brackets in each other', (all) =>
    body(`\n${all.map(() => '[').join('')}it${all.map(() => '](gone.pdf)').join('')}\n`),
  ),
  inOneFile('quotations in each other', (all) => body(`\n${all.map(() => '>').join('')} [it](gone.pdf)\n`)),
  inOneFile('lists in each other', (all) => body(`\n${all.map(() => '- ').join('')}[it](gone.pdf)\n`)),
  inOneFile('stars', (all) => body(`\n${all.map(() => '*a').join('')} [it](gone.pdf)\n`)),
  inOneFile('backticks of ever more', (all) =>
    body(`\n${lines(all, (at) => `${'`'.repeat(1 + (at % 50))}a`)}[it](gone.pdf)\n`),
  ),
  inOneFile('lines of one long paragraph', (all) => body(`\n${lines(all, () => 'words')}[it](gone.pdf)\n`)),
  inOneFile(
    'keys that a manifest allows',
    (all) => `standard: small\ncustom-keys: [${all.map((at) => `key${at}`).join(', ')}]\n`,
    'portfolio.yaml',
  ),
  inOneFile(
    'patterns of include',
    (all) => `standard: small\ninclude:\n${lines(all, (at) => `  - 'd${at}/**'`)}`,
    'portfolio.yaml',
  ),
  inOneFile(
    'decisions about one element',
    (all) => `standard: small\nassessment:\n${lines(all, () => '  "1.1": { self: good }')}`,
    'portfolio.yaml',
  ),
  inOneFile(
    'rules that do not exist',
    (all) => `standard: small\nrules:\n${lines(all, (at) => `  rule-${10_000 + at}: off`)}`,
    'portfolio.yaml',
  ),
  files('files of one ref', () => evidence('["1.1"]', 'ref: ES 1\n')),
  files('files of refs of their own', (at) => evidence('["1.1"]', `ref: ES ${at}\n`)),
  files('files that link to one that is not there', () => body('\n[it](gone.pdf)\n')),
  files('files that link to each other', (at) => body(`\n[it](${at + 1}.md)\n`)),
  files(
    'files that link to what looks like another',
    (at) => body(`\n[it](A${at}.md)\n`),
    (at) => `a${at}.md`,
  ),
  files('files that are overdue', () => evidence('["1.1"]', 'review-by: 2020-01-01\n')),
  files(
    'files in folders of their own',
    () => body('\n[it](../gone.pdf)\n'),
    (at) => `d${at}/a.md`,
  ),
  files('files that look as if they were meant', () => '---\nelement: ["1.1"]\n---\n\nText.\n'),
  files(
    'plans',
    () => '| Ref No. | Action |\n| --- | --- |\n| 1.1 | Do it |\n',
    (at) => `d${at}/action-plan.md`,
  ),
];
