/** A column of a matrix that says whose an ID is. */
import { equal } from 'node:assert/strict';
import { withStandardNames } from '../../../../server/core/matrix/namedRefs';
import { adoptedAs } from '../../../../server/core/standard/adoptedStandard';
import { combinedLexicon } from '../../../../server/core/standard/combinedLexicon';
import { standardOf } from '../../support/standards';

const named = (name: string, title: string) => ({
  name,
  standard: adoptedAs(standardOf(title, `title: ${title}\nchildren: [{ id: "1.1" }]\n`), {
    name,
    profile: undefined,
  }),
});
const lexicon = combinedLexicon([
  named('QM', 'Quality management, systems & more'),
  named('SEC', 'Security'),
  named('SEC2', 'Security of Networks'),
]);

describe('whose an ID in a matrix is', () => {
  for (const [column, found] of [
    ['QM', 'QM:1.1'],
    ['qm', 'QM:1.1'],
    ['QM, SEC', 'QM:1.1; SEC:1.1'],
    ['Quality management, systems & more', 'QM:1.1'],
    ['QUALITY MANAGEMENT, Systems & More: 2026', 'QM:1.1'],
    ['Security', 'SEC:1.1'],
    ['Security of Networks', 'SEC2:1.1'],
    ['Security 2027', 'SEC:1.1'],
    ['Security of Networks, 2nd edition', '1.1'],
    ['Secure', '1.1'],
    ['', '1.1'],
    ['–', '1.1'],
  ] as const)
    it(`is said by “${column}”`, () => equal(withStandardNames(lexicon, '1.1', column), found));
});
