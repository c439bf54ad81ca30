/** A file that is attached is the one to which the path in the evidence leads, whatever it is called. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { attachmentTargets, leadsTo } from '../../../../server/core/portfolio/targets';
import { applyEdits } from '../../../../server/core/text/edit';
import { normaliseUri } from '../../../../server/core/text/uri';
import { setDetailsIn } from '../../../../server/features/editing/editsOfDetails';
import { at, indexOf } from '../../support/portfolioFiles';

const uri = at('evidence/a.md');
const names = [
  ...['a.pdf', 'a  b.pdf', 'Screenshot at 9.41.00\u202FAM.png', 'a\u00A0b.pdf', '\uFEFFa.pdf', ' a.pdf'],
  ...['100%.pdf', '100%25.pdf', '%41.pdf', 'C#.pdf', '#a.pdf', 'a#b', 'a#page=4', 'a#page=4.pdf', 'a?b.pdf'],
  ...[
    'Zoe\u0308.pdf',
    'Zo\u00EB.pdf',
    '\u202Ea.pdf',
    'x\u007F.pdf',
    'a\nb.pdf',
    'a\u2028b.pdf',
    '\u{1F600}.pdf',
  ],
  ...['x: y #z.pdf', '- a.pdf', '@a.pdf', '=1+1.pdf', 'https:x.pdf', 'file:x.pdf', 'a!b.xlsx', '[a].pdf'],
  ...['a,b.pdf', "'q'.pdf", '"q".pdf', '<a>.pdf', '&amp;.pdf', '*.pdf', '~', '.pdf', '..pdf', '12:30', '1_0'],
];
const styles = [
  '',
  'attachments:\n',
  'attachments: [x.pdf]\n',
  "attachments:\n  - 'x.pdf' # x\n",
  'attachments: x.pdf\n',
];

describe('An attached file', () => {
  for (const folder of ['evidence/files', 'files'])
    for (const name of names)
      it(`is found as ${folder}/${JSON.stringify(name)}`, () => {
        const place = normaliseUri(at(folder) + '/' + encodeURIComponent(name));
        for (const style of styles) {
          const text = `---\nelements: [1.1.1]\n${style}---\n\nText.\n`;
          const portfolio = indexOf({ 'portfolio.yaml': 'title: T\n', 'evidence/a.md': text }).portfolioAt(
            uri,
          )!;
          const before = style.includes('x.pdf') ? ['x.pdf'] : [];
          const outcome = setDetailsIn(portfolio, { uri, text }, { attachments: [...before, place] });
          const [edit] = outcome.kind === 'edits' ? outcome.edits : [];
          ok(edit?.kind === 'edit');
          const targets = attachmentTargets(parseEvidence(uri, applyEdits(text, edit.edits))!);
          equal(targets.length, before.length + 1);
          deepEqual(leadsTo(targets.at(-1)!, (one) => one === place)?.uri, place);
        }
      });
});
