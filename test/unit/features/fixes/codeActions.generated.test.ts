/** Code actions of generated files: whatever a file says, what is offered can be applied and breaks nothing. */
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { codeActions } from '../../../../server/features/fixes/codeActions';
import { actionsFor, contextOf, filesAfter } from '../../support/codeActions';
import { evidenceFiles } from '../../support/arbitraries';
import { frontMatterFiles } from '../../support/frontMatterFiles';
import type { Files } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';
import { runs } from '../../support/runs';

const manifest = 'standard: small\nassessment: { "2.1": { applicable: false, reason: a } }\n';
const unreadable = ['front-matter-syntax', 'front-matter-unclosed'];

/** Applies everything that is offered at an offset; a block that could be read can be read afterwards. */
function applyAll(text: string, offset: number): void {
  const files: Files = { 'a.md': text, 'portfolio.yaml': manifest };
  const index = indexOf(files);
  const findings = index.findings(at('a.md'));
  const couldBeRead = !findings.some(({ rule }) => unreadable.includes(rule));
  const place = { span: { start: offset, end: offset }, diagnostics: [], isAsked: true };
  const actions = [
    ...actionsFor(index, 'a.md', findings),
    ...codeActions(contextOf(index, 'a.md'), place),
    ...codeActions(contextOf(index, 'a.md'), { ...place, only: ['source'] }),
  ];
  for (const action of actions) {
    const after = filesAfter(files, action)['a.md'];
    ok(typeof after === 'string');
    if (!couldBeRead) continue;
    const now = indexOf({ ...files, 'a.md': after }).findings(at('a.md'));
    equal(
      now.find(({ rule }) => unreadable.includes(rule)),
      undefined,
      `${action.title}: ${JSON.stringify([text, after])}`,
    );
  }
}

describe('Code actions of generated files', () => {
  it('can be applied to whatever a file says', () =>
    fc.assert(
      fc.property(evidenceFiles, fc.nat(120), (text, offset) =>
        applyAll(text, Math.min(offset, text.length)),
      ),
      { numRuns: runs(300) },
    ));
  it('can be applied to valid files', () =>
    fc.assert(
      fc.property(frontMatterFiles, fc.nat(200), ({ text }, offset) =>
        applyAll(text, Math.min(offset, text.length)),
      ),
      { numRuns: runs(150) },
    ));
  it('can be applied to every beginning of a file, as it is typed', () => {
    const path = 'samples/anytown-libraries/evidence/1-customer-insight/annual-customer-survey.md';
    const text = readFileSync(path, 'utf8').slice(0, 700);
    for (let end = 0; end <= text.length; end++) applyAll(text.slice(0, end), end);
  });
});
