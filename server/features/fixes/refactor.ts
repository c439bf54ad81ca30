/** Edits of the writing that no finding asks for. */
import { asBlockList, sortElements } from '../../core/evidence/elementEdits';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { setField } from '../../core/evidence/fieldEdits';
import { detailNamed } from '../../core/frontMatter/fields';
import { markingReviewed } from '../../core/rules/dateRemedies';
import { insertingGuidance } from '../../core/rules/elementRemedies';
import { changing } from '../../core/rules/remedy';
import { lineAround } from '../../core/text/lines';
import { touches } from '../../core/text/span';
import { endOfEntry } from '../../core/yaml/edits';
import type { YamlEntry } from '../../core/yaml/tree';
import { isToBeApproved } from '../../words/states';
import type { Fix, FixContext } from './context';
import { fixesOf } from './context';
import { movingOn } from './edition';
import { rateDecision, rateElement } from './ratings';

/** Elements of a file whose guidance is offered at one place. */
const maximumElements = 5;

/**
 * @param offset where the cursor stands
 * @param isAsked false where the editor only wants to know whether to show its light bulb: in a text it should not
 *   shine all the time
 */
export function refactorings(context: FixContext, offset: number, isAsked: boolean): readonly Fix[] {
  const { evidence } = context;
  if (context.manifest) return [...rateDecision(context, offset), ...movingOn(context, offset)];
  if (evidence?.frontMatter.kind !== 'closed') return [];
  if (offset > evidence.frontMatter.content.end) return isAsked ? inBody(context, evidence, offset) : [];
  const entry = evidence.entries.find((candidate) => isOn(evidence, candidate, offset));
  if (entry?.key.text === 'elements') return onElements(context, evidence, offset);
  if (entry?.key.text === 'status') return approving(evidence);
  const holds = entry && detailNamed(entry.key.text)?.holds;
  const isDay = holds === 'day' || holds === 'lastDay';
  return isDay ? fixesOf(context, markingReviewed(context.portfolio, evidence)) : [];
}

function approving(evidence: EvidenceFile): readonly Fix[] {
  const { status } = evidence;
  if (status.kind !== 'valid' || !isToBeApproved(status.value)) return [];
  return changing(evidence, 'Approve', setField(evidence, 'status', 'approved'));
}

/** On one of the lines of an entry. */
const isOn = ({ text }: EvidenceFile, entry: YamlEntry, offset: number): boolean =>
  lineAround(text, entry.key.span.start).start <= offset &&
  offset <= lineAround(text, endOfEntry(text, entry)).end;

function onElements(context: FixContext, evidence: EvidenceFile, offset: number): readonly Fix[] {
  const { standard } = context.portfolio;
  const reference = evidence.elements.find(({ span }) => touches(span, offset));
  const node = reference && standard.nodes.get(reference.id);
  return [
    ...(evidence.misplaced.length > 0
      ? []
      : changing(evidence, 'Write the elements one below the other', asBlockList(evidence))),
    ...changing(
      evidence,
      'Put the elements into the order of the standard',
      sortElements(evidence, standard),
    ),
    ...(node?.assessable ? insertingGuidance(evidence, node) : []),
    ...(node ? rateElement(context, node) : []),
  ];
}

const inBody = ({ portfolio }: FixContext, evidence: EvidenceFile, offset: number): readonly Fix[] =>
  [...new Set(evidence.elements.flatMap(({ id }) => portfolio.standard.nodes.get(id) ?? []))]
    .filter(({ assessable }) => assessable)
    .flatMap((node) => insertingGuidance(evidence, node, offset))
    .slice(0, maximumElements);
