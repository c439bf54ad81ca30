import { deepEqual } from 'node:assert/strict';
import { assigneesOf } from '../../../../server/core/portfolio/assignees';
import { indexOf } from '../../support/portfolioFiles';

/** Who is to find evidence for an element of the small standard. */
const assigned = (assignments: string, id: string): readonly string[] => {
  const text = `standard: small\nassignments: ${assignments}\n`;
  const [portfolio] = indexOf({ 'portfolio.yaml': text }).portfolios();
  return assigneesOf(portfolio!, portfolio!.standard.nodes.get(id)!);
};

describe('Who is to find evidence', () => {
  for (const [name, assignments, id, who] of [
    ['as the element says', '{ "1.1": Desk }', '1.1', ['Desk']],
    ['several', '{ "1.1": [Desk, " Head "] }', '1.1', ['Desk', 'Head']],
    ['as the group above says', '{ "1": Head }', '1.2', ['Head']],
    ['as the element says before the group', '{ "1": Head, "1.2": Desk }', '1.2', ['Desk']],
    ['as the group says where the element says nothing', '{ "1": Head, "1.2": }', '1.2', ['Head']],
    ['under the ID of an earlier edition', '{ "9.9": Desk }', '1.2', ['Desk']],
    ['under an unquoted ID', '{ 1.1: Desk }', '1.1', ['Desk']],
    ['a number', '{ "1.1": 7 }', '1.1', ['7']],
    ['nobody for another element', '{ "1.1": Desk }', '2.1', []],
    ['nobody in blanks', '{ "1.1": " " }', '1.1', []],
    ['nobody in what cannot be read', '{ "1.1": { who: Desk } }', '1.1', []],
    ['nobody where it is a list', '[Desk]', '1.1', []],
  ] as const)
    it(`is ${name}`, () => deepEqual(assigned(assignments, id), who));
});
