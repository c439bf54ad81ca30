/** What a pack would hold, and what not, for whoever is about to hand it over. */
import type { PackContents } from '../../core/pack/model';
import type { Selection } from '../../core/pack/selection';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { count } from '../../words/counts';
import type { Section } from '../../words/section';
import { plainLines, section } from '../../words/section';
import { evidenceName, sizeWords } from './pieces';

export function packSections(contents: PackContents, selection: Selection): readonly Section[] {
  const { evidence, visits, copies, lacking, standards, options } = contents;
  const all = copies.all();
  const bytes = all.reduce((sum, copy) => sum + copy.bytes, 0);
  const titles = (files: readonly EvidenceFile[]) => plainLines(files.map(displayTitle));
  return [
    ...section('What it is', [
      {
        text: options.isPublic
          ? 'For everybody: without owners, comments, visits, attachments and pictures'
          : 'For the assessor: with owners, comments, visits and attachments',
      },
      ...plainLines(
        standards.map(({ standard, elements }) => `${count(elements.size, 'element')} of ${standard.title}`),
      ),
    ]),
    ...section(
      `In it: ${count(evidence.length, 'piece')} of evidence${visits.length > 0 ? `, ${visits.length} of them told` : ''}`,
      plainLines(evidence.map(evidenceName)),
    ),
    ...section(
      `Copied: ${count(all.length, 'attachment or picture', 'attachments and pictures')}, ${sizeWords(bytes)}`,
      plainLines(all.map((copy) => `${copy.path} (${sizeWords(copy.bytes)})`)),
    ),
    ...section(`Left out: ${count(selection.drafts.length, 'draft')}`, titles(selection.drafts)),
    ...section(
      `Left out: ${count(selection.withdrawn.length, 'withdrawn piece')} of evidence`,
      titles(selection.withdrawn),
    ),
    ...section(
      `Not in it: ${count(lacking.length, 'attachment')}`,
      lacking.map(({ words, why, evidence: one }) => ({ text: `${words}, of ${evidenceName(one)}: ${why}` })),
    ),
  ];
}
