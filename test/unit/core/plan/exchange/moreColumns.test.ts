/** An import that brings a column: the table gets it at the ends of its lines, and nothing else of them changes. */
import { equal, ok } from 'node:assert/strict';
import { mergePlan } from '../../../../../server/core/plan/exchange/mergePlan';
import { readImport } from '../../../../../server/core/plan/exchange/importPlan';
import { parseActionPlan } from '../../../../../server/core/plan/parse';
import { readGrids } from '../../../../../server/exchange/formats';
import { small } from '../../../support/standards';
import { bytesOf } from '../../../exchange/support';

const merged = (text: string, csv: string): string => {
  const plan = parseActionPlan('file:///action-plan.md', text);
  ok(plan);
  return mergePlan(small, plan, readImport(small, readGrids('a.csv', bytesOf(csv)))).text;
};

/** What comes with the import. */
const progress = 'Ref No.,Action,Progress\n1.1.1,Ask,done\n';

describe('A column that an import adds to a plan', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'stands behind lines of any width',
      '| Ref No. | Action |\n|---|:-:|\n|1.1.1|  Ask   |\n| 1.1.2 | Tell |\n',
      '| Ref No. | Action | Progress |\n|---|:-:| --- |\n|1.1.1|  Ask   | done |\n| 1.1.2 | Tell |  |\n',
    ],
    [
      'stands below its name in a table whose bars stand below each other',
      '| Ref No. | Action |\n| ------- | ------ |\n| 1.1.1   | Ask    |\n| 1.1.2   | Tell   |\n',
      '| Ref No. | Action | Progress |\n| ------- | ------ | -------- |\n| 1.1.1   | Ask    | done     |\n| 1.1.2   | Tell   |          |\n',
    ],
    [
      'leaves line ends and white space at the ends of lines as they are',
      '| Ref No. | Action |  \r\n| - | - |\r\n| 1.1.1 | Ask |\t\r\n| 1.1.2 | Tell |',
      '| Ref No. | Action | Progress |  \r\n| - | - | --- |\r\n| 1.1.1 | Ask | done |\t\r\n| 1.1.2 | Tell |  |',
    ],
    [
      'comes to lines without bars at their ends',
      'Ref No. | Action\n--- | ---\n1.1.1 | Ask\n1.1.2 | Tell\n',
      'Ref No. | Action | Progress\n--- | --- | ---\n| 1.1.1 | Ask | done |\n1.1.2 | Tell |  |\n',
    ],
    [
      'comes to rows that are too short, with the cells that they lack',
      '| Ref No. | Action | Who |\n| - | - | - |\n| 1.1.1 | Ask | Jo |\n| 1.1.2 | Tell |\n',
      '| Ref No. | Action | Who | Progress |\n| - | - | - | --- |\n| 1.1.1 | Ask | Jo | done |\n| 1.1.2 | Tell |  |  |\n',
    ],
    [
      'stands behind the cells for which there is no name',
      '| Ref No. | Action |\n| - | - |\n| 1.1.1 | Ask | more |\n| 1.1.2 | Tell |\n',
      '| Ref No. | Action |  | Progress |\n| - | - | --- | --- |\n| 1.1.1 | Ask | more | done |\n| 1.1.2 | Tell |  |  |\n',
    ],
    [
      'leaves what a cell holds as it is written',
      '| Ref No. | Action |\n| - | - |\n| 1.1.1 | Ask |\n| 1.1.2 | `a\\|b` __x__ &amp; <br/>y \\\\\\| z |\n',
      '| Ref No. | Action | Progress |\n| - | - | --- |\n| 1.1.1 | Ask | done |\n| 1.1.2 | `a\\|b` __x__ &amp; <br/>y \\\\\\| z |  |\n',
    ],
    [
      'comes to a table in a quotation, and to no other',
      'A\n\n> | Ref No. | Action |\n> | - | - |\n> | 1.1.1 | Ask |\n\n| Food | Price |\n|-|-|\n| tea | 1 |\n',
      'A\n\n> | Ref No. | Action | Progress |\n> | - | - | --- |\n> | 1.1.1 | Ask | done |\n\n| Food | Price |\n|-|-|\n| tea | 1 |\n',
    ],
  ];
  for (const [what, before, after] of cases)
    it(what, () => {
      equal(merged(before, progress), after);
      equal(merged(after, progress), after, 'a second time');
    });
});
