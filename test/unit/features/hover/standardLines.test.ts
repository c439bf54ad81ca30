/** A statement with items, as imported standards have them: each on a line of its own, and nothing of it is markup. */
import { equal, ok } from 'node:assert/strict';
import { nodeMarkup } from '../../../../server/features/text/elementMarkup';
import { markdown, plainText } from '../../../../server/features/text/markup';
import { standardPage } from '../../../../server/features/views/standardPage';
import { home, indexOf } from '../../support/portfolioFiles';

const text = `title: Rooms
children:
  - title: Reading Room
    children:
      - id: "RR-1"
        title: Hours
        text: |-
          The hours are:
          a. shown;
            1. each *year*; and
          b. kept.
`;

describe('The words of a part of several lines', () => {
  const portfolio = indexOf({ 'portfolio.yaml': 'standard: s.yaml\n', 's.yaml': text }).portfolioAt(home)!;
  const node = portfolio.standard.nodes.get('RR-1')!;

  it('stand below one another in a hover', () => {
    const [place, words] = nodeMarkup(portfolio, node, markdown).value.split('\n\n');
    equal(place, 'Group Reading Room');
    equal(words, '**RR-1 Hours** The hours are:  \na. shown;  \n\u20031\\. each \\*year\\*; and  \nb. kept.');
  });
  it('stand below one another in plain text', () =>
    ok(
      nodeMarkup(portfolio, node, plainText).value.includes(
        'RR-1 Hours The hours are:\na. shown;\n\u20031. each *year*; and\nb. kept.',
      ),
    ));
  it('stand below one another on the page of the standard', () => {
    const page = standardPage(portfolio);
    ok(page.text.includes('The hours are:  \na. shown;  \n'), page.text);
  });
});
