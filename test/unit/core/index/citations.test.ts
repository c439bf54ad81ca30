/** What a text cites depends on other files: whatever the order in which they come and go, the same is found in the end. */
import { deepEqual } from 'node:assert/strict';
import type { Fact, PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { Finding } from '../../../../server/core/rules/finding';
import { at, emptyIndex, home } from '../../support/portfolioFiles';

const text = (path: string, content: string): Fact => ({ kind: 'text', uri: at(path), text: content });
const gone = (path: string): Fact => ({ kind: 'absent', uri: at(path) });
const evidence = (path: string, ref: string, body = 'Text.'): Fact =>
  text(path, `---\ntitle: ${path}\nelements: ["1.1"]\n${ref === '' ? '' : `ref: ${ref}\n`}---\n\n${body}\n`);
const manifest = (severity: string): Fact =>
  text('portfolio.yaml', `standard: small\nrules: { citation-unknown: ${severity} }\n`);
const citing = evidence('x/citing.md', '', 'See [ES 1], [ES 9], x/here.md and x/there.md.');

/** Tells an index what it asks for, from the files that have been told of. */
function tell(index: PortfolioIndex, there: Set<string>, facts: readonly Fact[], held = false): void {
  for (const fact of facts) {
    if (fact.kind === 'text') there.add(fact.uri);
    if (fact.kind === 'absent') there.delete(fact.uri);
  }
  let next = facts;
  for (let hold = held; next.length > 0; hold = false) {
    const { unknownPlaces, findings } = index.apply(next, hold ? 'consequences' : 'nothing');
    // What is cited may be about to come.
    if (hold) deepEqual([...findings.values()].flat().filter(isCitation), []);
    const isThere = (uri: string): boolean =>
      [...there].some((one) => one === uri || one.startsWith(`${uri}/`));
    next = unknownPlaces.map((uri): Fact => ({ kind: isThere(uri) ? 'present' : 'absent', uri }));
  }
}

const isCitation = ({ rule }: Finding): boolean => rule === 'citation-unknown';

const found = (index: PortfolioIndex): readonly string[] =>
  index.filesWithFindings().flatMap((uri) =>
    index
      .findings(uri)
      .filter(isCitation)
      .map(({ message }) => message.split(' is cited')[0] ?? ''),
  );

const started = (): PortfolioIndex => {
  const index = emptyIndex({ also: ['citation-unknown'] });
  index.apply([{ kind: 'folders', folders: [home] }]);
  return index;
};

/** All orders of some facts. */
const orders = (facts: readonly Fact[]): readonly (readonly Fact[])[] =>
  facts.length < 2
    ? [facts]
    : facts.flatMap((first, place) =>
        orders(facts.filter((_, other) => other !== place)).map((rest) => [first, ...rest]),
      );

describe('What is cited', () => {
  const all = [manifest('warning'), citing, evidence('a.md', 'ES 1'), evidence('x/here.md', '')];
  for (const held of [false, true])
    it(`is the same in every order in which files come${held ? ', and are told of together' : ''}`, () => {
      for (const order of orders(all)) {
        const [index, there] = [started(), new Set<string>()];
        if (held) {
          for (const fact of order.slice(0, -1)) tell(index, there, [fact], true);
          tell(index, there, order.slice(-1));
        } else for (const fact of order) tell(index, there, [fact]);
        deepEqual(found(index), ['ES 9', 'x/there.md']);
      }
    });

  for (const [name, facts, expected] of [
    ['the ref comes', [evidence('b.md', 'ES 9')], ['x/there.md']],
    ['the ref is given to a file that is there', [evidence('x/here.md', 'ES 9')], ['x/there.md']],
    ['the file with the ref goes', [gone('a.md'), evidence('b.md', 'ES 2')], ['ES 1', 'ES 9', 'x/there.md']],
    ['all refs of the kind go', [gone('a.md')], ['x/there.md']],
    ['the only ref of the kind is another one now', [evidence('a.md', 'HR 1')], ['x/there.md']],
    ['it comes back', [gone('a.md'), evidence('a.md', 'ES 1')], ['ES 9', 'x/there.md']],
    ['a file comes', [evidence('x/there.md', '')], ['ES 9']],
    ['a file goes', [gone('x/here.md')], ['ES 9', 'x/here.md', 'x/there.md']],
    ['the text says something else', [evidence('x/citing.md', '', 'See [ES 8].')], ['ES 8']],
    ['the rule is switched off', [manifest('off')], []],
    ['the rule is switched off and on', [manifest('off'), manifest('hint')], ['ES 9', 'x/there.md']],
    ['the settings switch it off', [text('portfolio.yaml', 'standard: small\n')], []],
  ] as const satisfies readonly (readonly [string, readonly Fact[], readonly string[]])[])
    it(`is looked at again where ${name}`, () => {
      const [index, there] = [started(), new Set<string>()];
      tell(index, there, all);
      for (const fact of facts) tell(index, there, [fact]);
      deepEqual(found(index), expected);
      // A copy goes on from what the other one knew, and changes nothing of that.
      const copy = index.copy();
      for (const one of [copy, index])
        for (const fact of [gone('a.md'), evidence('c.md', 'ES 8')]) tell(one, new Set(there), [fact]);
      deepEqual(found(copy), found(index));
      tell(copy, new Set(there), [manifest('warning'), citing]);
      deepEqual(found(copy).includes('ES 1'), true);
    }); // prettier-ignore
});
