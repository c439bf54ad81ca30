/** Edits of generated front matter: the file read again says what was meant, and nothing else has changed. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import {
  addElement,
  asBlockList,
  moveElement,
  removeElement,
  replaceReferenceAt,
  sortElements,
} from '../../../../server/core/evidence/elementEdits';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { markReviewed, setField } from '../../../../server/core/evidence/fieldEdits';
import type { FrontMatterKey } from '../../../../server/core/frontMatter/keys';
import { entryOf } from '../../../../server/core/yaml/tree';
import type { Edit } from '../../../../server/core/text/edit';
import { applyEdits } from '../../../../server/core/text/edit';
import type { GeneratedFile } from '../../support/frontMatterFiles';
import { frontMatterFiles, ids } from '../../support/frontMatterFiles';
import { customerServiceExcellence } from '../../support/standards';
import { runs } from '../../support/runs';

const read = (text: string): EvidenceFile => {
  const evidence = parseEvidence('file:///a.md', text);
  ok(evidence, JSON.stringify(text));
  deepEqual(evidence.frontMatter.faults, [], JSON.stringify(text));
  equal(evidence.frontMatter.kind, 'closed');
  return evidence;
};
const idsOf = (text: string): readonly string[] => read(text).elements.map(({ id }) => id);

/** The text after changes of one entry; all before it and all behind it must be the same. */
function after(file: GeneratedFile, edits: readonly Edit[] | undefined, key: string): string {
  ok(edits, `No edit of ${JSON.stringify(file.text)}`);
  const result = applyEdits(file.text, edits);
  const region = file.regions.get(key);
  // A new key stands between two lines.
  const [start, end] = region ? [region.start, region.end] : [edits[0]!.span.start, edits[0]!.span.end];
  ok(result.startsWith(file.text.slice(0, start)), `What stands before ${key} in ${JSON.stringify(result)}`);
  ok(result.endsWith(file.text.slice(end)), `What stands behind ${key} in ${JSON.stringify(result)}`);
  ok(!/[^\r]\n/.test(result) || !file.text.includes('\r'), `Line ends of ${JSON.stringify(result)}`);
  return result;
}

const remarksOf = (text: string): readonly string[] => text.match(/# [^\r\n]*/g) ?? [];

const property = (check: (file: GeneratedFile) => void) => (): void =>
  fc.assert(fc.property(frontMatterFiles, check), { numRuns: runs(200) });

describe('Edits of generated front matter', () => {
  it(
    'the generated files are valid',
    property(({ text, ids: written }) => deepEqual(idsOf(text), written)),
  );

  it(
    'addElement adds one ID and keeps all remarks',
    property((file) => {
      const fresh = ids.find((id) => !file.ids.includes(id))!;
      const result = after(file, addElement(read(file.text), fresh), 'elements');
      deepEqual(idsOf(result), [...file.ids, fresh]);
      deepEqual(remarksOf(result).toSorted(), remarksOf(file.text).toSorted());
      for (const id of file.ids) deepEqual(addElement(read(file.text), id), []);
    }),
  );
  it(
    'removeElement leaves the rest',
    property((file) => {
      for (const id of file.ids) {
        const result = after(file, removeElement(read(file.text), id), 'elements');
        deepEqual(
          idsOf(result),
          file.ids.filter((other) => other !== id),
        );
      }
      equal(removeElement(read(file.text), 'gone'), undefined);
    }),
  );
  it(
    'moveElement puts one in the place of another',
    property((file) => {
      const fresh = ids.find((id) => !file.ids.includes(id))!;
      for (const id of file.ids) {
        const moved = after(file, moveElement(read(file.text), id, fresh), 'elements');
        deepEqual(
          idsOf(moved),
          file.ids.map((other) => (other === id ? fresh : other)),
        );
        deepEqual(remarksOf(moved), remarksOf(file.text));
      }
      const [first, second] = file.ids;
      if (first === undefined || second === undefined) return;
      const merged = after(file, moveElement(read(file.text), first, second), 'elements');
      deepEqual(idsOf(merged), file.ids.slice(1));
    }),
  );
  it(
    'replaceReferenceAt puts several in the place of one',
    property((file) => {
      const fresh = ids.filter((id) => !file.ids.includes(id)).slice(0, 3);
      const evidence = read(file.text);
      evidence.elements.forEach(({ id, span }) => {
        const result = after(file, replaceReferenceAt(evidence, span.start, fresh), 'elements');
        deepEqual(
          idsOf(result),
          file.ids.flatMap((other) => (other === id ? fresh : [other])),
        );
        deepEqual(remarksOf(result), remarksOf(file.text));
      });
    }),
  );
  it(
    'asBlockList and sortElements keep the IDs',
    property((file) => {
      const blocks = asBlockList(read(file.text));
      if (blocks) {
        const result = after(file, blocks, 'elements');
        deepEqual(idsOf(result), file.ids);
        notEqual(result, file.text);
        deepEqual(remarksOf(result), remarksOf(file.text));
      }
      const sorted = sortElements(read(file.text), customerServiceExcellence);
      if (!sorted) return;
      const result = after(file, sorted, 'elements');
      deepEqual(idsOf(result).toSorted(), file.ids.toSorted());
      equal(sortElements(read(result), customerServiceExcellence), undefined);
    }),
  );
  it(
    'setField gives that value',
    property((file) => {
      const keys: readonly FrontMatterKey[] = ['title', 'ref', 'owner', 'status', 'date', 'review-by'];
      for (const key of keys)
        for (const value of ['2028-02-29', 'A: b #1 “c”', "it's"]) {
          const result = after(file, setField(read(file.text), key, value), key);
          const entry = entryOf(read(result).frontMatter.root, key);
          equal(entry?.value.kind === 'scalar' && entry.value.text, value);
          deepEqual(idsOf(result), file.ids);
        }
    }),
  );
  it(
    'markReviewed sets both dates',
    property((file) => {
      const edits = markReviewed(read(file.text), '2028-02-29');
      ok(edits, JSON.stringify(file.text));
      const { date, reviewBy, elements } = read(applyEdits(file.text, edits));
      deepEqual(
        [date.kind === 'valid' && date.value, reviewBy.kind === 'valid' && reviewBy.value],
        ['2028-02-29', '2029-02-28'],
      );
      equal(elements.length, file.ids.length);
    }),
  );
});
