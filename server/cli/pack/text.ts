/** What a pack would hold, and what not, for whoever is about to hand it over. */
import type { PackContents } from '../../core/pack/model';
import type { Selection } from '../../core/pack/selection';
import { evidenceName, sizeWords } from '../../exchange/pack/pieces';
import { count } from '../../words/counts';
import type { PackTarget } from './target';

export interface Total {
  readonly files: number;
  /** As they are unpacked. */
  readonly bytes: number;
}

interface PackRun {
  readonly contents: PackContents;
  readonly selection: Selection;
  readonly target: PackTarget;
  /** As it was typed. */
  readonly output: string;
  readonly isWritten: boolean;
  readonly total: Total;
}

export function packText({
  contents,
  selection,
  target,
  output,
  isWritten,
  total,
}: PackRun): readonly string[] {
  const { evidence, visits, copies, lacking, standards } = contents;
  const all = copies.all();
  const bytes = all.reduce((sum, copy) => sum + copy.bytes, 0);
  const told = visits.length > 0 ? `, ${visits.length} of them told` : '';
  return [
    `${output} ${isWritten ? 'holds' : 'would hold'} ${count(total.files, 'file')}, ${sizeWords(total.bytes)}:`,
    ...standards.map(({ standard, elements }) => `  ${count(elements.size, 'element')} of ${standard.title}`),
    `  ${count(evidence.length, 'piece')} of evidence${told}`,
    ...(all.length > 0
      ? [`  ${count(all.length, 'attachment or picture', 'attachments and pictures')}, ${sizeWords(bytes)}`]
      : []),
    ...all.slice(0, mostListed).map(({ path, bytes: size }) => `    ${path} (${sizeWords(size)})`),
    ...(all.length > mostListed ? [`    and ${all.length - mostListed} more`] : []),
    ...leftOutLines(selection),
    ...(lacking.length > 0 ? ['Attachments that are not in it:'] : []),
    ...lacking.map(({ words, why, evidence: one }) => `  ${words}, of ${evidenceName(one)}: ${why}`),
    ...(target.replaces === undefined
      ? []
      : [
          `It ${isWritten ? 'has replaced' : 'would replace'} ${target.replaces === 'a pack' ? 'the pack that was there' : 'what was there, which was no pack'}.`,
        ]),
    ...(isWritten ? [] : ['Nothing is written. Say --write to write it.']),
  ];
}

/** More is read by nobody. */
const mostListed = 30;

function leftOutLines({ drafts, withdrawn }: Selection): readonly string[] {
  const parts = [
    ...(drafts.length > 0 ? [`${count(drafts.length, 'draft')} (--drafts puts them in)`] : []),
    ...(withdrawn.length > 0 ? [`${withdrawn.length} withdrawn`] : []),
  ];
  return parts.length === 0 ? [] : [`Left out: ${parts.join(', ')}.`];
}
