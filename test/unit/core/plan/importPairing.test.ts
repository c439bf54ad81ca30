/** Which action of the plan an imported row is: what is sure takes its place, and all else is added and told. */
import { deepEqual, equal } from 'node:assert/strict';
import { imported, planText, rowsOf } from '../../exchange/support';

const header = 'Ref|Action|Owner|Due|Status|Notes';
const standard312 =
  'Where there is a charge for services, we tell our customers how much they will have to pay.';

interface Case {
  readonly what: string;
  readonly here: readonly string[];
  readonly coming: readonly string[];
  readonly after: readonly string[];
  /** How many rows are to be looked at. */
  readonly looks?: number;
}

const cases: readonly Case[] = [
  {
    what: 'nearly the text of the second action changes the second',
    here: ['1.1.1|Survey readers|A|2027-03-31|complete|', '1.1.1|Publish the results of the survey|B|||'],
    coming: ['1.1.1|Publish results of the survey|B|30/06/2027|in progress|'],
    after: ['1.1.1|Survey readers|A|2027-03-31|complete', '1.1.1|Publish results of the survey|B|30/06/2027|in progress'],
  },
  {
    what: 'another action for the element is another row, and nothing is overwritten',
    here: ['1.1.1|Survey readers|A|2027-03-31|complete|'],
    coming: ['1.1.1|Buy new chairs|B|||'],
    after: ['1.1.1|Survey readers|A|2027-03-31|complete', '1.1.1|Buy new chairs|B'],
  },
  {
    what: 'a phase is not another phase',
    here: ['1.1.1|Train the staff, phase 1|A|||'],
    coming: ['1.1.1|Train the staff, phase 2|A|||'],
    after: ['1.1.1|Train the staff, phase 1|A', '1.1.1|Train the staff, phase 2|A'],
    looks: 1,
  },
  {
    what: 'one that is as much like either is neither',
    here: ['1.1.1|Review the leaflet on fees||||', '1.1.1|Review the leaflet on loans||||'],
    coming: ['1.1.1|Review the leaflet on renewals||||'],
    after: ['1.1.1|Review the leaflet on fees', '1.1.1|Review the leaflet on loans', '1.1.1|Review the leaflet on renewals'],
    looks: 1,
  },
  {
    what: 'neither of two is one that is as much like both',
    here: ['1.1.1|Review the leaflet on renewals||||'],
    coming: ['1.1.1|Review the leaflet on fees||||', '1.1.1|Review the leaflet on loans||||'],
    after: ['1.1.1|Review the leaflet on renewals', '1.1.1|Review the leaflet on fees', '1.1.1|Review the leaflet on loans'],
    looks: 2,
  },
  {
    what: 'an action that the plan has leaves the standard’s words beside it',
    here: [`3.1.2|${standard312}||||`, '3.1.2|Print a price list|Editor|||'],
    coming: ['3.1.2|Print a price list|Editor||done|'],
    after: [`3.1.2|${standard312}`, '3.1.2|Print a price list|Editor||done'],
  },
  {
    what: 'one that may be another action leaves the standard’s words beside it',
    here: [`3.1.2|${standard312}||||`, '3.1.2|Train the staff, phase 1|A|||'],
    coming: ['3.1.2|Train the staff, phase 2|A|||'],
    after: [`3.1.2|${standard312}`, '3.1.2|Train the staff, phase 1|A', '3.1.2|Train the staff, phase 2|A'],
    looks: 1,
  },
  {
    what: 'rows in another order find their own',
    here: ['1.1.1|Survey readers|A|||', '1.1.1|Train the staff|B|||', '1.1.1|Buy chairs|C|||'],
    coming: ['1.1.1|Buy chairs|C||done|', '1.1.1|Survey readers|A||on hold|', '1.1.1|Train staff|B|||'],
    after: ['1.1.1|Survey readers|A||on hold', '1.1.1|Train staff|B', '1.1.1|Buy chairs|C||done'],
  },
  {
    what: 'the same words, told apart by who does it',
    here: [`3.1.2|${standard312}|Editor|||`, `3.1.2|${standard312}|Head of Service|||`],
    coming: [`3.1.2|${standard312}|Head of Service||complete|`],
    after: [`3.1.2|${standard312}|Editor`, `3.1.2|${standard312}|Head of Service||complete`],
  },
  {
    what: 'the same words and nobody named: added, and to be looked at',
    here: [`3.1.2|${standard312}|Editor|||`, `3.1.2|${standard312}|Head of Service|||`],
    coming: [`3.1.2|${standard312}|||complete|`],
    after: [`3.1.2|${standard312}|Editor`, `3.1.2|${standard312}|Head of Service`, `3.1.2|${standard312}|||complete`],
    looks: 1,
  },
  {
    what: 'a row of nothing but the standard’s words makes way for what is to be done',
    here: [`3.1.2|${standard312}|||not started|`],
    coming: ['3.1.2|Print a price list|Editor|||'],
    after: ['3.1.2|Print a price list|Editor||not started'],
  },
  {
    what: 'the standard’s words with somebody’s name stay',
    here: [`3.1.2|${standard312}|Editor|||`],
    coming: ['3.1.2|Print a price list|Editor|||'],
    after: [`3.1.2|${standard312}|Editor`, '3.1.2|Print a price list|Editor'],
  },
  {
    what: 'the only row without a text is the only action',
    here: ['1.1.1|Survey readers|A|||'],
    coming: ['1.1.1||B|2027-03-31||'],
    after: ['1.1.1|Survey readers|B|2027-03-31'],
  },
  {
    what: 'a row without a text is none of two',
    here: ['1.1.1|Survey readers||||', '1.1.1|Buy chairs||||'],
    coming: ['1.1.1||B|||'],
    after: ['1.1.1|Survey readers', '1.1.1|Buy chairs', '1.1.1||B'],
    looks: 1,
  },
  {
    what: 'the same row twice is two',
    here: ['1.1.1|Survey readers|A|||'],
    coming: ['1.1.1|Buy chairs|B|||', '1.1.1|Buy chairs|B|||'],
    after: ['1.1.1|Survey readers|A', '1.1.1|Buy chairs|B', '1.1.1|Buy chairs|B'],
  },
  {
    what: 'an action that goes on is the same one',
    here: ['1.1.1|Publish the price list||||'],
    coming: ['1.1.1|Publish the price list online and at every counter, with the date of its last change||||'],
    after: ['1.1.1|Publish the price list online and at every counter, with the date of its last change'],
  },
  {
    what: 'an action that was cut short is the same one, and stays',
    here: ['1.1.1|Publish the price list online and at every counter||||'],
    coming: ['1.1.1|Publish the price list onl…|Editor|||'],
    after: ['1.1.1|Publish the price list online and at every counter|Editor'],
  },
  {
    what: 'of two actions, one makes the standard’s words give way, and the other is added',
    here: [`3.1.2|${standard312}||||`],
    coming: ['3.1.2|Print a price list|Editor|||', '3.1.2|Put up a sign|Manager|||'],
    after: ['3.1.2|Print a price list|Editor', '3.1.2|Put up a sign|Manager'],
  },
  {
    what: 'two rows of the standard’s words make way, each for an action',
    here: [`3.1.2|${standard312}||||`, `3.1.2|${standard312}|||not started|`],
    coming: ['3.1.2|Put up a sign||||', '3.1.2|Print a price list||||'],
    after: ['3.1.2|Print a price list', '3.1.2|Put up a sign|||not started'],
  },
  ...['||in progress|', '|2027-03-31||', '|||Ask the printer'].map((cells): Case => ({
    what: `the standard’s words with something beside them stay: ${cells}`,
    here: [`3.1.2|${standard312}|${cells}`],
    coming: ['3.1.2|Print a price list|Editor|||'],
    after: [`3.1.2|${standard312}|${cells}`, '3.1.2|Print a price list|Editor'],
  })),
  {
    what: 'a change of the standard’s words by the writer stays',
    here: ['3.1.2|Where there is a charge for services, we tell our readers what to pay, on a sign.||||'],
    coming: ['3.1.2|Buy chairs||||'],
    after: ['3.1.2|Where there is a charge for services, we tell our readers what to pay, on a sign.', '3.1.2|Buy chairs'],
  },
  {
    what: 'rows that are all in the plan are those, whichever could be which',
    here: ['1.1.1|Buy chairs|Ann|||', '1.1.1|Buy chairs||||Later'],
    coming: ['1.1.1|Buy chairs||||', '1.1.1|Buy chairs||||Later'],
    after: ['1.1.1|Buy chairs|Ann', '1.1.1|Buy chairs||||Later'],
  },
  {
    what: 'the same text and owner, told apart by the day',
    here: ['1.1.1|Survey readers|Ann|2027-03-31||', '1.1.1|Survey readers|Ann|2028-03-31||'],
    coming: ['1.1.1|Survey readers|Ann|31 March 2028|in progress|'],
    after: ['1.1.1|Survey readers|Ann|2027-03-31', '1.1.1|Survey readers|Ann|2028-03-31|in progress'],
  },
  {
    what: 'an action without a text in the file is known by who does it and when',
    here: ['1.1.1|Survey readers|Ann|2027-03-31||', '1.1.1|Buy chairs|Ben|2027-06-30||'],
    coming: ['1.1.1||Ben|2027-06-30|done|'],
    after: ['1.1.1|Survey readers|Ann|2027-03-31', '1.1.1|Buy chairs|Ben|2027-06-30|done'],
  },
  {
    what: 'the standard’s words, a little changed, are the standard’s words',
    here: [`3.1.2|${standard312}|Editor|||`, '3.1.2|Print a price list|Editor|||'],
    coming: ['3.1.2|Where there is a charge for services we tell customers how much they have to pay|Editor||done|'],
    after: [`3.1.2|${standard312}|Editor||done`, '3.1.2|Print a price list|Editor'],
  },
  {
    what: 'words in another order and a slip of the pen are the same action',
    here: ['1.1.1|Publish the results of the yearly survey of readers|A|||'],
    coming: ['1.1.1|Publish the results of the yearly reader survey|A|2027-03-31||'],
    after: ['1.1.1|Publish the results of the yearly reader survey|A|2027-03-31'],
  },
]; // prettier-ignore

describe('An imported row', () => {
  for (const { what, here, coming, after, looks = 0 } of cases)
    it(`: ${what}`, () => {
      const file = [
        'Ref\tAction\tOwner\tDue\tStatus\tNotes',
        ...coming.map((row) => row.replaceAll('|', '\t')),
      ];
      const text = file.join('\n');
      const merge = imported(planText(header, ...here), 'a.txt', text);
      const expected = looks && after.length === here.length ? [...after, ...coming] : after;
      deepEqual(
        rowsOf(merge.text).map((cells) => cells.join('|')),
        expected.map((row) => row.replace(/\|+$/, '')),
      );
      equal(merge.problems.length, looks, JSON.stringify(merge.problems));
      equal(imported(merge.text, 'a.txt', text).text, merge.text, 'a second time, nothing changes');
      const turned = [file[0], ...file.slice(1).reverse()].join('\n');
      deepEqual(
        [...rowsOf(imported(planText(header, ...here), 'a.txt', turned).text)].sort(),
        [...rowsOf(merge.text)].sort(),
        'in another order too',
      );
    });
});

describe('A good value', () => {
  const cells: readonly (readonly [column: number, here: string, coming: readonly string[]])[] = [
    [2, 'Library Services Manager', ['TBC', '?', 'n/a', '#REF!', '#N/A', 'as above', '"', 'ditto', '31/03/2027', '50%', '12']],
    [3, '2027-03-31', ['TBC', '#REF!', '#N/A', '#DIV/0!', 'n/a', '-', '?', 'see above', 'soon', 'Spring 2027', '31/02/2027', 'end of March', '31st March', 'Reader']],
    [3, 'ongoing', ['TBC', 'when we can']],
    [4, 'in progress', ['TBC', '#REF!', 'Amber', 'waiting for the printer', '"', '120%']],
    [1, 'Survey readers', ['#REF!', 'as above', 'TBC', 'n/a']],
    [5, 'Begun in May', ['#REF!', 'n/a', 'see above', 'TBC']],
  ]; // prettier-ignore
  for (const [column, here, coming] of cells)
    for (const cell of [...coming, ''])
      it(`${here} stays where the import says ${JSON.stringify(cell)}`, () => {
        const row = (text: string): string[] =>
          Array.from({ length: 6 }, (_, at) => (at === 0 ? '1.1.1' : at === column ? text : ''));
        const text = planText(header, row(here).join('|'));
        const merge = imported(
          text,
          'a.txt',
          `Ref\tAction\tOwner\tDue\tStatus\tNotes\n${row(cell).join('\t')}`,
        );
        equal(merge.text, text);
        equal(merge.problems.length, cell === '' || cell === '-' ? 0 : 1, 'it is told');
      });
});

it('Two actions of one element are never one after an import, however many there are', () => {
  const rows = Array.from({ length: 260 }, (_, at) => `1.1.1|Ask group ${at} of readers|A|||`);
  const here = planText(header, ...rows);
  const coming = [...rows].reverse().map((row) => row.replace('|A|||', '|B|||').replaceAll('|', '\t'));
  const file = ['Ref\tAction\tOwner\tDue\tStatus\tNotes', ...coming, '1.1.1\tBuy chairs'].join('\n');
  const merge = imported(here, 'a.txt', file);
  equal(rowsOf(merge.text).length, 261);
  deepEqual([merge.added.length, merge.changed.length], [1, 260]);
  equal(imported(merge.text, 'a.txt', file).text, merge.text);
}).timeout(20_000);

it('Of very many rows, those are one that are the same, or whose text no other has', () => {
  const groups = Array.from({ length: 205 }, (_, at) => `1.1.1|Ask group ${at} of readers`);
  const chairs = ['A', 'B', 'C'].map((who) => `1.1.1|Buy chairs|${who}`);
  const here = planText(
    'Ref|Action|Owner',
    ...groups.map((row) => `${row}|A`),
    ...chairs,
    '1.1.1|Plant trees|A',
    '1.1.1|Plant trees|B',
    '1.1.1|Cut grass|A',
    '1.1.1|Cut grass|B',
    '1.1.1||Ann',
    '1.1.1||',
  );
  const coming = [
    ...groups.map((row) => `${row}|B|£5`),
    '1.1.1|Buy chairs|D|',
    '1.1.1|Buy chairs|B|',
    '1.1.1|Plant trees|D|',
    '1.1.1|Plant trees|B|',
    '1.1.1|Cut grass|D|',
    '1.1.1|Cut grass|E|',
    '1.1.1||Ann|',
  ];
  const file = ['Ref|Action|Owner|Cost', ...coming].join('\n').replaceAll('|', '\t');
  const merge = imported(here, 'a.txt', file);
  deepEqual(
    [merge.added.map(({ text }) => text), merge.changed.length],
    [['Buy chairs', 'Cut grass', 'Cut grass'], 206],
  );
  deepEqual(
    rowsOf(merge.text)
      .slice(203)
      .map((cells) => cells.join('|')),
    [
      ...groups.slice(203).map((row) => `${row}|B|£5`),
      ...chairs,
      '1.1.1|Plant trees|D',
      '1.1.1|Plant trees|B',
      '1.1.1|Cut grass|A',
      '1.1.1|Cut grass|B',
      '1.1.1||Ann',
      '1.1.1',
      '1.1.1|Buy chairs|D',
      '1.1.1|Cut grass|D',
      '1.1.1|Cut grass|E',
    ],
  );
  equal(imported(merge.text, 'a.txt', file).text, merge.text);
}).timeout(20_000);
