/** Texts made of IDs and of what people write around them, in every style of YAML: no ID is lost, and nothing else changes. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { textReferences } from '../../../../server/core/evidence/elementsMeant';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { identifiersInText } from '../../../../server/core/standard/identifiersInText';
import { separatedElements } from '../../../../server/core/evidence/separateElements';
import { applyEdits } from '../../../../server/core/text/edit';
import { customerServiceExcellence as standard } from '../../support/standards';
import { runs } from '../../support/runs';

const ids = standard.elements.map(({ id }) => id);
const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ids.slice(0, 12), '3.2.4') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(', ', '; ', '/', ' and ', ' & ', ' ', ' - ', ' – ', '-', ' to ', ' or ', '|', ' + '),
  },
  fc.constantFrom('• ', '· ', '* ', '1) ', '(a) ', 'CSE ', 'Element ', 'Accuracy', ' (part)', ': ', '9.9.9', '2', '.', '\u200b', '\u00a0', '?', '[', ']', '"', "'", '#1'),
); // prettier-ignore
const texts = fc.array(pieces, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));

type Style = (text: string, end: string) => string;
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const styles: readonly Style[] = [
  (text) => `elements: ${text}`,
  (text) => `elements: ${JSON.stringify(text)}`,
  (text) => `elements: [${single(text)}, 5.1.1]`,
  (text, end) => `elements: |${end}  ${text}`,
  (text, end) => `elements: >-${end}  ${text.replaceAll(' ', `${end}  `)}`,
  (text, end) => `elements:${end}  - ${text}${end}  - 5.1.1`,
  (text, end) => `elements:${end}- ${single(text)} # a remark${end}- 5.1.1`,
  (text, end) => `elements:${end}  - |+${end}    ${text}${end}  - 5.1.1`,
  (text, end) => `elements:${end}  ${text}`,
  (text) => `elements: &name ${JSON.stringify(text)}`,
  (text, end) => `elements:${end}  - ${text}: said${end}  - 5.1.1`,
];

const files = fc
  .record({
    text: texts,
    style: fc.constantFrom(...styles),
    end: fc.constantFrom('\n', '\r\n'),
    close: fc.boolean(),
  })
  .map(({ text, style, end, close }) =>
    `---\ntitle: T # kept\n\u0000\nowner: "Me"\n---\n\nText: 3.2.4, 1.1.1\n${close ? '' : 'End'}`
      .replaceAll('\n', end)
      .replace('\u0000', () => style(text, end)),
  );

describe('A value of elements that is written as IDs alone', () => {
  it('keeps a number that is one, beside what is none', () => {
    const text = '---\nelements: 1.1.1]1) 1.1.11.1.1\n---\n\nText.\n';
    const before = parseEvidence('file:///a.md', text);
    ok(before);
    deepEqual(separatedElements(standard, before, text.indexOf('1.1.1'))?.ids, ['1.1.1', '1']);
  });

  it('loses none of them, and nothing else changes', () => {
    let edits = 0;
    fc.assert(
      fc.property(files, (text) => {
        const before = parseEvidence('file:///a.md', text);
        if (before?.frontMatter.kind !== 'closed' || before.frontMatter.faults.length > 0) return;
        const offsets = [
          ...textReferences(standard, before).map(({ reference }) => reference.span.start),
          ...before.misplaced.map(({ span }) => span.start),
        ];
        for (const offset of offsets) {
          const separated = separatedElements(standard, before, offset);
          if (!separated) continue;
          edits++;
          const result = applyEdits(text, separated.edits);
          const after = parseEvidence('file:///a.md', result);
          ok(after);
          deepEqual(after.frontMatter.faults, [], result);
          equal(result.slice(after.bodyStart), text.slice(before.bodyStart));
          equal(after.title.kind === 'valid' && after.title.value, 'T');
          equal(after.owner.kind === 'valid' && after.owner.value, 'Me');
          const now = new Set(after.elements.map(({ id }) => id));
          const source = before.elements.find(({ span }) => span.start === offset);
          const named = source ? identifiersInText(standard, source.id).parts : [];
          for (const { id } of named) ok(now.has(id), `${id} of ${text} in ${result}`);
          for (const { id } of before.elements) {
            const meant = identifiersInText(standard, id).parts.every((part) => now.has(part.id));
            ok(now.has(id) || meant, `${id} of ${text} in ${result}`);
          }
          // The same is not offered again.
          const start = after.elements.find(({ span }) => span.start === offset)?.span.start;
          if (start !== undefined)
            equal(
              textReferences(standard, after).some(({ reference }) => reference.span.start === start),
              false,
            );
          if (text.includes('\r')) ok(!/[^\r]\n/.test(result));
        }
      }),
      { numRuns: runs(5000) },
    );
    ok(edits > 1000, `${edits} edits`);
  });
});
