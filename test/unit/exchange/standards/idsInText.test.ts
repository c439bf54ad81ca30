/** Tables in which the ID stands inside the text, and another column repeats it for assessors. */
import { deepEqual, match } from 'node:assert/strict';
import { importStandard } from '../../../../server/exchange/standards/importStandard';
import { encodeText } from '../../../../server/exchange/parts/decode';

const rows = `"Requirement 1: Install and keep a wall",,
"1.1 Have rules for walls that include the following:","1.1 Inspect the rules for walls, and see that they are followed:","Rules say what a wall has to do."
"1.1.1 A process for approving all new doors in walls","1.1.1.a Examine the process for approving doors.","Someone has to look."
,"1.1.1.b For a sample of doors, interview those who approve.",
"1.1.2 A current plan of all walls","1.1.2 Examine the plan.","A plan shows where walls are."
"Section 2: Do not keep what the maker set",,
"2.1 Always change what the maker set
Note: All of it.","2.1 Try it.","Makers set the same for all."
`;

const tree = ['1', '  1.1', '    1.1.1*', '    1.1.2*', '2', '  2.1*'];

const headers: readonly string[] = [
  'PCI DSS Requirements,Testing Procedures,Guidance',
  'PCI DSS Requirements,PCI DSS Testing Procedures,Guidance',
  'Requirement,Testing Procedure,Guidance',
  'Requirements,Audit procedures,Further guidance',
  'House Requirements,Assessment Methods,Explanation',
  'The table of walls,,\nHouse Requirements,Verification steps,Guidance',
];

describe('A standard in a table with IDs inside the text', () => {
  for (const header of headers)
    it(header.replace('\n', ' / '), () => {
      const outcome = importStandard({ name: 'walls.csv', bytes: encodeText(`${header}\n${rows}`) });
      if (outcome.kind === 'failed') throw new Error(outcome.message);
      const { standard, remarks } = outcome.result;
      deepEqual(
        Array.from(
          standard.nodes.values(),
          ({ id, ancestors, assessable }) => `${'  '.repeat(ancestors.length)}${id}${assessable ? '*' : ''}`,
        ),
        tree,
      );
      deepEqual(standard.nodes.get('1')?.text, 'Install and keep a wall');
      deepEqual(standard.nodes.get('2.1')?.text, 'Always change what the maker set\nNote: All of it.');
      deepEqual(standard.nodes.get('1.1.2')?.guidance, ['A plan shows where walls are.']);
      match(remarks.join('\n'), /Left out: “[^”]*(?:rocedure|ethods|steps)/);
    });
});
