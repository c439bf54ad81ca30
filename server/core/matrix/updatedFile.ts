/** A file of evidence with what an item of a matrix says and the file does not say yet. */
import { addElement } from '../evidence/elementEdits';
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import { addLines, setField } from '../evidence/fieldEdits';
import { isEditable } from '../evidence/block';
import type { FrontMatterKey } from '../frontMatter/keys';
import { isBodyEmpty } from '../markdown/mayHave';
import { attachmentTarget, leadsTo } from '../portfolio/targets';
import type { Portfolio } from '../portfolio/portfolio';
import { knownId } from '../standard/standard';
import { displayTitle } from '../evidence/titleAndStanding';
import { applyEdits, lineEndOf } from '../text/edit';
import type { Edit } from '../text/edit';
import type { Uri } from '../text/span';
import { oneLine } from '../../words/oneLine';
import { yamlPath, yamlScalar } from '../../words/yamlScalar';
import type { Field } from '../yaml/fields';
import { valueOf } from '../yaml/fields';
import { pathFrom } from './draftText';
import type { MatrixItem } from './items';
import { titleKey } from './items';
import { isTold } from './kindWords';
import { cellLine, notesOf, paragraphsOf } from './notes';
import { strongestOf } from '../evidence/strongest';

export interface Difference {
  readonly uri: Uri;
  /** What it is about, such as `owner`. */
  readonly what: string;
  readonly here: string;
  readonly there: string;
  readonly where: string;
}

export interface UpdatedFile {
  readonly text: string;
  /** What was added, in words. */
  readonly added: readonly string[];
  readonly differs: readonly Difference[];
}

interface State {
  evidence: EvidenceFile;
  readonly added: string[];
  readonly differs: Difference[];
}

/** Never replaces anything; where the block has faults, what would be added is told as a difference. */
export function updatedFile(portfolio: Portfolio, evidence: EvidenceFile, item: MatrixItem): UpdatedFile {
  const state: State = { evidence, added: [], differs: [] };
  const differ = (what: string, here: string, there: string): void =>
    void state.differs.push({ uri: evidence.uri, what, here, there, where: item.where });
  addElements(portfolio, state, item, differ);
  if (item.title !== '' && titleKey(displayTitle(evidence)) !== titleKey(item.title))
    differ('title', displayTitle(evidence), item.title);
  const fill = (key: FrontMatterKey, field: Field<string>, there: string | undefined): void => {
    fillField(state, key, field, there, differ);
  };
  fill('ref', evidence.ref, item.ref);
  addKind(state, item, differ);
  fill('owner', evidence.owner, item.owner);
  fill('date', evidence.date, item.date);
  fill('review-by', evidence.reviewBy, item.reviewBy);
  const status = evidence.status.kind === 'absent' ? 'approved' : valueOf(evidence.status);
  if (item.status !== undefined && status !== undefined && status !== item.status)
    differ('status', status, item.status);
  addAttachments(portfolio, state, item, differ);
  addStrongest(state, item, differ);
  addNotes(state, item, differ);
  return { text: state.evidence.text, added: state.added, differs: state.differs };
}

type Differ = (what: string, here: string, there: string) => void;

/** Makes edits; false where that would be a guess. */
function make(state: State, edits: readonly Edit[] | undefined, what: string): boolean {
  const { uri, text, names } = state.evidence;
  const after = edits && parseEvidence(uri, applyEdits(text, edits), names);
  if (!after) return false;
  if (after.text !== text) state.added.push(what);
  state.evidence = after;
  return true;
}

function addElements({ standard }: Portfolio, state: State, { elements }: MatrixItem, differ: Differ): void {
  for (const id of elements)
    if (!state.evidence.elements.some((reference) => knownId(standard, reference.id) === id))
      if (!make(state, addElement(state.evidence, id), `element ${id}`))
        differ('elements', state.evidence.elements.map((reference) => reference.id).join(', '), id);
}

function fillField(
  state: State,
  key: FrontMatterKey,
  field: Field<string>,
  there: string | undefined,
  differ: Differ,
): void {
  if (there === undefined || there === '') return;
  const here = valueOf(field);
  if (here !== undefined && here !== '') {
    if (titleKey(here) !== titleKey(there)) differ(key, here, there);
    return;
  }
  if (field.kind === 'invalid' || !make(state, setField(state.evidence, key, there), `${key} ${there}`))
    differ(key, '', there);
}

/** Data stands in the column for what is shown, as documents do: only told is something else than shown. */
function addKind(state: State, { kind, isKindSaid }: MatrixItem, differ: Differ): void {
  const here = valueOf(state.evidence.kind);
  const isSame = here !== undefined && !isKindSaid && isTold(here) === isTold(kind);
  if (!isSame) fillField(state, 'kind', state.evidence.kind, kind, differ);
}

function addAttachments(
  portfolio: Portfolio,
  state: State,
  { attachments }: MatrixItem,
  differ: Differ,
): void {
  const { root, exists } = portfolio;
  const { evidence } = state;
  const here = (valueOf(evidence.attachments) ?? []).map(({ text, span }) => {
    const target = attachmentTarget(evidence.uri, text, span);
    const meant = target && leadsTo(target, exists);
    return meant ? portfolio.path(meant.uri) + meant.tail : text.trim();
  });
  const lacking = attachments.filter((place) => !here.some((one) => cellLine(one) === cellLine(place)));
  if (lacking.length === 0) return;
  const paths = lacking.map((place) => pathFrom(evidence.uri, root, place));
  const isAbsent = evidence.attachments.kind === 'absent' && isEditable(evidence);
  const edits = isAbsent ? addLines(state.evidence, 'attachments', paths.map(yamlPath)) : undefined;
  if (!make(state, edits, `attachments ${lacking.join(', ')}`))
    differ('attachments', here.join(', '), lacking.join(', '));
}

function addStrongest(state: State, { strongest }: MatrixItem, differ: Differ): void {
  const here = strongestOf(state.evidence);
  const lacking = strongest.filter((id) => !here.includes(id));
  if (lacking.length === 0) return;
  const has = state.evidence.strongest.kind !== 'absent';
  const line = `[${lacking.map(yamlScalar).join(', ')}]`;
  const edits = has || !isEditable(state.evidence) ? undefined : addLines(state.evidence, 'strongest', line);
  if (!make(state, edits, `strongest for ${lacking.join(', ')}`))
    differ('strongest', here.join(', '), lacking.join(', '));
}

/** A file without a text gets the notes; in one with a text, they may stand already. */
function addNotes(state: State, { notes }: MatrixItem, differ: Differ): void {
  if (notes.length === 0) return;
  const { evidence } = state;
  const { uri, text, bodyStart } = evidence;
  const body = text.slice(bodyStart);
  const hasText =
    body.split(/\r\n|\n|\r/).some((line) => line.trim() !== '' && !line.startsWith('#')) &&
    !isBodyEmpty(text, bodyStart);
  if (!hasText) {
    const end = lineEndOf(text);
    const added = paragraphsOf(notes).replaceAll('\n', end);
    const gap = end.repeat(
      Math.max(0, 2 - (/(?:\r\n|\n|\r)*$/.exec(text)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0)),
    );
    const after = parseEvidence(uri, text + gap + added, evidence.names);
    if (after) {
      state.evidence = after;
      state.added.push('notes');
    }
    return;
  }
  const said = titleKey(`${notesOf(evidence)}${oneLine(body)}`);
  const lacking = notes.filter((line) => !said.includes(titleKey(line.replace(/…$/, ''))));
  if (lacking.length > 0) differ('notes', '', lacking.join(' '));
}
