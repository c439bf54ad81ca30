import { deepEqual, equal } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { pointsInFile } from '../../../../server/core/portfolio/guidance';
import { insertGuidance } from '../../../../server/core/portfolio/guidanceEdits';
import type { Standard } from '../../../../server/core/standard/standard';
import { applyEdits } from '../../../../server/core/text/edit';
import { atCursor } from '../../support/cursor';
import { customerServiceExcellence, standardOf } from '../../support/standards';

const standard = standardOf(
  's',
  'title: S\nchildren: [{ id: "1.1", text: Hours *and* days, guidance: [Signs_, "On [the] web"] }, { id: "1.2" }]\n',
);
const block = '---\nelements: ["1.1"]\n---\n';

/** Checks a body before and after; $0 is the cursor. */
function check(before: string, after: string | null, id = '1.1', of: Standard = standard): void {
  for (const end of ['\n', '\r\n']) {
    const source = (block + before).replaceAll('\n', end);
    const { text, offset } = source.includes('$0') ? atCursor(source) : { text: source, offset: undefined };
    const evidence = parseEvidence('file:///a.md', text)!;
    const element = of.nodes.get(id)!;
    const edits = insertGuidance(evidence, element, offset);
    equal(
      edits && applyEdits(text, edits),
      after === null ? undefined : (block + after).replaceAll('\n', end),
    );
    if (!edits || edits.length === 0) continue;
    const again = parseEvidence('file:///a.md', applyEdits(text, edits))!;
    deepEqual(insertGuidance(again, element, offset), []);
    equal(pointsInFile(again, element)?.total, element.guidance.length);
  }
}

const tasks = '- [ ] Signs\\_\n- [ ] On \\[the\\] web';
const heading = '1.1 Hours \\*and\\* days';

describe('insertGuidance', () => {
  it('writes a heading and the points at the end', () => {
    check('', `\n\n## ${heading}\n\n${tasks}\n`.slice(1));
    check('\n# T\n\nText.\n', `\n# T\n\nText.\n\n## ${heading}\n\n${tasks}\n`);
    check('\nText.', `\nText.\n\n## ${heading}\n\n${tasks}\n`);
  });
  it('writes them into the section of the cursor', () => {
    check(
      '\n# T\n\n## A\n\nTe$0xt.\n\n## B\n',
      `\n# T\n\n## A\n\nText.\n\n### ${heading}\n\n${tasks}\n\n## B\n`,
    );
    check('\nTe$0xt.\n# T\n', `\nText.\n\n## ${heading}\n\n${tasks}\n\n# T\n`);
    check('\n# T\n\n## A$0\n', `\n# T\n\n## A\n\n### ${heading}\n\n${tasks}\n`);
  });
  it('writes them below the heading of the element', () => {
    check('\n## 1.1 Hours\n\nText.\n', `\n## 1.1 Hours\n\n${tasks}\n\nText.\n`);
    check('\n## 1.1\nText$0.\n\n## B', `\n## 1.1\n\n${tasks}\n\nText.\n\n## B`);
    check('\n## 1.1.1 Else\n', `\n## 1.1.1 Else\n\n## ${heading}\n\n${tasks}\n`);
  });
  it('writes them at the end where the cursor is above the text', () => {
    const text = `${block}\n# T\n\nText.\n`;
    const evidence = parseEvidence('file:///a.md', text)!;
    const element = standard.nodes.get('1.1')!;
    for (const offset of [0, block.length - 3])
      equal(
        applyEdits(text, insertGuidance(evidence, element, offset)!),
        `${text}\n## ${heading}\n\n${tasks}\n`,
      );
  });
  it('writes them into the section whose heading the cursor is before or in', () => {
    check('$0# T\n\nText.\n\n## A\n', `# T\n\nText.\n\n## ${heading}\n\n${tasks}\n\n## A\n`);
    check('\n# T\n\nText.\n\n$0## A\n', `\n# T\n\nText.\n\n## A\n\n### ${heading}\n\n${tasks}\n`);
    check('\n###### T\n\nTe$0xt.\n', `\n###### T\n\nText.\n\n###### ${heading}\n\n${tasks}\n`);
  });
  it('knows a heading of the element by what stands behind its ID', () => {
    for (const own of [
      '## 1.1: Hours',
      '## 1.1. Hours',
      '## 1.1 .b',
      '## 1.1 – Hours',
      '## 1.1.',
      '## 1.1 2',
    ])
      check(`\n${own}\n\nText.\n`, `\n${own}\n\n${tasks}\n\nText.\n`);
    for (const other of ['## 1.10 Hours', '## 1.1a', '## 1.1_a', '## 1.1-a', '## 1.1.a', '## 1.1é'])
      check(`\n${other}\n`, `\n${other}\n\n## ${heading}\n\n${tasks}\n`);
  });
  it('leaves out what is there', () => {
    check('\n- [x] Signs: yes\n', `\n- [x] Signs: yes\n\n## ${heading}\n\n- [ ] On \\[the\\] web\n`);
    check('\n## 1.1\n\n- [x] signs\n', '\n## 1.1\n\n- [ ] On \\[the\\] web\n\n- [x] signs\n');
    check('\n- [x] signs\n* [ ] on the web, since 2024\n', '\n- [x] signs\n* [ ] on the web, since 2024\n');
  });
  it('ticks the point that is followed already, in the same edit', () => {
    const evidence = parseEvidence('file:///a.md', `${block}\n- [ ] signs_\n`)!;
    for (const [ticked, mark] of [
      [1, 'x'],
      [0, ' '],
      [7, ' '],
    ] as const)
      equal(
        applyEdits(evidence.text, insertGuidance(evidence, standard.nodes.get('1.1')!, undefined, ticked)!),
        `${block}\n- [ ] signs_\n\n## ${heading}\n\n- [${mark}] On \\[the\\] web\n`,
      );
  });
  it('has nothing to write where there is no guidance', () => check('\nText.\n', '\nText.\n', '1.2'));
  it('waits until the block is closed', () => {
    const evidence = parseEvidence('file:///a.md', '---\nelements: ["1.1"]\n')!;
    equal(insertGuidance(evidence, standard.nodes.get('1.1')!), undefined);
  });
  it('is recognised again for every element of Customer Service Excellence', () => {
    for (const element of customerServiceExcellence.elements) {
      const evidence = parseEvidence('file:///a.md', `${block}\n# T\n\nText.\n`)!;
      const edits = insertGuidance(evidence, element) ?? [];
      const after = parseEvidence('file:///a.md', applyEdits(evidence.text, edits))!;
      const { length } = element.guidance;
      deepEqual(
        pointsInFile(after, element),
        length === 0 ? undefined : { addressed: 0, total: length },
        element.id,
      );
      deepEqual(insertGuidance(after, element), []);
    }
  });
});
