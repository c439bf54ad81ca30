import { equal } from 'node:assert/strict';
import { fileState } from '../../../../server/features/views/fileStates';
import { at, indexOf, type Files } from '../../support/portfolioFiles';

const manifest = { 'portfolio.yaml': 'standard: small\n' };
const evidence = (more: string, elements = '"1.1"'): string =>
  `---\ntitle: T\nelements: [${elements}]\n${more}\n---\n\nText.\n`;

/** On 15 June 2026. */
function checkState(files: Files, path: string, expected: string | undefined): void {
  const state = fileState(indexOf(files), at(path));
  equal(state && `${state.mark}: ${state.words}`, expected);
}

describe('What is to be said of a file where it is listed', () => {
  for (const [more, expected] of [
    ['', undefined],
    ['status: approved\nreview-by: 2026-06-15', undefined],
    ['status: draft', 'draft: draft'],
    ['status: in-review', 'draft: in review'],
    ['review-by: 2026-06-14', 'overdue: overdue: to be reviewed by 14 June 2026'],
    ['status: draft\nreview-by: 2026-06-14', 'overdue: overdue: to be reviewed by 14 June 2026, draft'],
    ['status: withdrawn\nreview-by: 2026-06-14', 'withdrawn: withdrawn'],
    ['status: aproved', 'faulty: 1 error to be put right, its status cannot be read'],
    ['status: draft\nreview-by: 2026-13-40', 'faulty: 1 error to be put right, draft'],
    ['date: then\nkind: thing', 'faulty: 2 errors to be put right'],
  ] satisfies readonly (readonly [string, string | undefined])[])
    it(more === '' ? 'nothing of what is in order' : more.replaceAll('\n', ', '), () =>
      checkState({ ...manifest, 'a.md': evidence(more) }, 'a.md', expected),
    );

  it('its errors, and no warnings', () => {
    checkState({ ...manifest, 'a.md': evidence('', '"7.7"') }, 'a.md', 'faulty: 1 error to be put right');
    checkState({ ...manifest, 'a.md': evidence('', '"1.1", "1.1"') }, 'a.md', undefined);
  });

  it('the errors of a manifest', () => {
    checkState({ 'portfolio.yaml': 'standard: small\nassessment-date: then\n' }, 'portfolio.yaml', 'faulty: 1 error to be put right'); // prettier-ignore
    checkState(manifest, 'portfolio.yaml', undefined);
  });

  it('nothing of a file that has keys like ours and is not', () => {
    const chemistry = '---\nelements: [hydrogen]\nstatus: draft\n---\n';
    checkState({ 'a.md': chemistry }, 'a.md', undefined);
    checkState({ 'a.md': chemistry, 'b.md': evidence('', '3.2.4') }, 'a.md', undefined);
    checkState({ 'sub/portfolio.yaml': 'standard: small\n', 'a.md': evidence('status: draft', 'x') }, 'a.md', undefined); // prettier-ignore
  });

  it('nothing of a file of which nothing is known', () => checkState(manifest, 'b.md', undefined));
});
