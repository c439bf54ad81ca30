import { deepEqual, ok } from 'node:assert/strict';
import { stepsTo } from '../../../../server/core/search/elementIndex';
import { completion } from '../../../../server/features/completion/completion';
import { stepsToCompletion } from '../../../../server/features/completion/prepare';
import { against } from '../../support/completing';
import { at, indexOf } from '../../support/portfolioFiles';
import { standardOf } from '../../support/standards';

const size = 300;
const large = (id: string) =>
  standardOf(
    id,
    `title: Large\nchildren:\n${Array.from({ length: size }, (_, number) => `  - id: "${number + 1}"\n    text: Rule ${number} of what staff know of refunds\n`).join('')}`,
  );
const evidence = (elements: string): string => `---\ntitle: A\nelements: ${elements}\n---\n\nText.\n`;

function setting(id: string, elements: string) {
  const standard = large(id);
  const index = indexOf({ ...against(id), 'a.md': evidence(elements) }, { standards: [standard] });
  const [portfolio, file] = [index.portfolioAt(at('a.md'))!, index.evidenceAt(at('a.md'))!];
  const options = { standards: new Map([[id, standard]]), rules: index.rules };
  const answer = (typed: string) => {
    const text = evidence(`[${typed}]`);
    return completion(portfolio, { uri: at('a.md'), text, offset: text.indexOf(']') }, options);
  };
  return {
    portfolio,
    steps: () => stepsToCompletion(portfolio, file, (cursor) => completion(portfolio, cursor, options)),
    answer,
  };
}

describe('Completion that has been prepared', () => {
  const typed = ['', '2', '29', 'refund', 'staf', 'nothing of it'];

  it('answers what it answers otherwise', () => {
    const [plain, prepared] = [setting('one', '[1]'), setting('one', '[1]')];
    const steps = [...prepared.steps()];
    ok(steps.length > size / 20, `in ${steps.length} steps`);
    for (const text of typed) deepEqual(prepared.answer(text), plain.answer(text), text);
  });

  it('answers the same when somebody asks before it has come to an end', () => {
    const plain = setting('two', '[1]');
    const expected = typed.map(plain.answer);
    for (const before of [0, 1, 3, 8, 12]) {
      const begun = setting('two', '[1]');
      const steps = begun.steps();
      for (let step = 0; step < before; step++) steps.next();
      deepEqual(typed.map(begun.answer), expected, `after ${before} steps`);
      while (steps.next().done !== true);
      deepEqual(typed.map(begun.answer), expected);
    }
  });

  it('has the words of the standard ready to be searched', () => {
    const { portfolio, steps } = setting('three', '[1]');
    ok(!stepsTo(portfolio.standard).next().done, 'it takes steps before');
    ok([...steps()].length > 0);
    ok(stepsTo(portfolio.standard).next().done, 'what is made already takes none');
  });

  it('needs no element in the file, and no standard of any size', () => {
    for (const elements of ['[]', '', '[99999]', '[1, 1]', 'words'])
      ok([...setting('four', elements).steps()].length > 0, elements);
  });
});
