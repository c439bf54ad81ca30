/** Valid files with one line broken: everything under the other keys is read as before. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { setField } from '../../../../server/core/evidence/fieldEdits';
import { parseFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { applyEdits } from '../../../../server/core/text/edit';
import type { YamlNode } from '../../../../server/core/yaml/nodes';
import { parseAnyYaml } from '../../support/withoutShortcuts';
import { frontMatterFiles } from '../../support/frontMatterFiles';
import { yaml } from '../../support/arbitraries';
import { runs } from '../../support/runs';

const uri = 'file:///anytown/a.md';

const brokenValues = [
  'a: b',
  '"a',
  "'a",
  '@a',
  '`a',
  '%a',
  '*a*',
  '[a',
  '[a] b',
  '{a} b',
  '"a" b',
  '&',
  ': a',
  '> a',
];
const brokenLines = [
  'words without a colon',
  '...',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> b',
  '- a',
  '%x',
  'zz:a',
  '@',
];

function said(text: string, node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map((item) => said(text, item));
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key.text, said(text, value)]);
  return node.kind;
}

/** By key, with the key under which the line was broken left out. */
function saidBeside(text: string, broken: string): unknown {
  const frontMatter = parseFrontMatter(text);
  ok(frontMatter.kind === 'closed');
  const entries = frontMatter.root.kind === 'map' ? frontMatter.root.entries : [];
  return entries.flatMap(({ key, value }) =>
    key.text === broken || key.text === 'zz' ? [] : [[key.text, said(text, value)]],
  );
}

describe('A generated file with a broken line', () => {
  it('is read as before around a broken value', () =>
    fc.assert(
      fc.property(
        frontMatterFiles,
        fc.nat(20),
        fc.constantFrom(...brokenValues),
        ({ text, regions }, at, value) => {
          const keys = [...regions.keys()];
          const key = keys[at % keys.length] ?? '';
          const { start, end } = regions.get(key) ?? { start: 0, end: 0 };
          const lineEnd = /(?:\r\n|\n|\r)$/.exec(text.slice(start, end))?.[0] ?? '';
          const broken = `${text.slice(0, start)}${key}: ${value}${lineEnd}${text.slice(end)}`;
          deepEqual(saidBeside(broken, key), saidBeside(text, key), JSON.stringify([text, broken]));
          const found = parseFrontMatter(broken);
          ok(found.kind === 'closed' && found.faults.length > 0);
        },
      ),
      { numRuns: runs(2000) },
    ));

  it('is read as before around a broken line', () =>
    fc.assert(
      fc.property(
        frontMatterFiles,
        fc.nat(20),
        fc.constantFrom(...brokenLines),
        ({ text, regions }, at, line) => {
          const keys = [...regions.keys()];
          const { start } = regions.get(keys[at % keys.length] ?? '') ?? { start: 0 };
          const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
          // A dash below a name without a value is an item of its list.
          if (line === '- a' && at % keys.length > 0) return;
          const broken = `${text.slice(0, start)}${line}${lineEnd}${text.slice(start)}`;
          deepEqual(saidBeside(broken, ''), saidBeside(text, ''), JSON.stringify([text, broken]));
        },
      ),
      { numRuns: runs(2000) },
    ));

  it('keeps all that is not spoken of where it is edited', () =>
    fc.assert(
      fc.property(
        frontMatterFiles,
        fc.nat(20),
        fc.constantFrom(...brokenValues),
        fc.constantFrom('title', 'owner', 'status', 'review-by'),
        ({ text, regions }, at, value, edited) => {
          const keys = [...regions.keys()];
          const key = keys[at % keys.length] ?? '';
          const { start, end } = regions.get(key) ?? { start: 0, end: 0 };
          const lineEnd = /(?:\r\n|\n|\r)$/.exec(text.slice(start, end))?.[0] ?? '';
          const broken = `${text.slice(0, start)}${key}: ${value}${lineEnd}${text.slice(end)}`;
          const evidence = parseEvidence(uri, broken);
          const edits = evidence && setField(evidence, edited, 'draft');
          if (!evidence || !edits) return;
          const after = parseEvidence(uri, applyEdits(broken, edits));
          ok(after?.frontMatter.kind === 'closed');
          equal(after.text.slice(after.bodyStart), broken.slice(evidence.bodyStart));
          deepEqual(
            saidBeside(after.text, edited),
            saidBeside(broken, edited),
            JSON.stringify([broken, after.text]),
          );
        },
      ),
      { numRuns: runs(2000) },
    ));

  it('has faults exactly where the parser of all YAML finds some, and its places are in the block', () =>
    fc.assert(
      fc.property(yaml, (source) => {
        const text = `---\n${source}\n---\n`;
        const found = parseFrontMatter(text);
        if (found.kind !== 'closed') return;
        const { content, faults } = found;
        const known = parseAnyYaml(text.slice(content.start, content.end), content.start).faults;
        equal(faults.length > 0, known.length > 0, JSON.stringify(text));
        for (const { span } of faults)
          ok(content.start <= span.start && span.start <= span.end && span.end <= content.end);
      }),
      { numRuns: runs(3000) },
    ));
});
