/** The rows of the view This File. Nothing here knows VS Code. */
import type {
  FrontMatterKey,
  OtherEvidence,
  ThisFile,
  ThisFileDetail,
  ThisFileElement,
} from '../../server/lsp/protocol';
import { evidenceDescription, pointsInWords, tooltip } from '../words/coverageLabels';
import { escapeEveryMark } from '../../server/words/markdown';
import { isToBeApproved, stateMeanings, stateWords } from '../../server/words/states';
import { count } from '../../server/words/counts';
import { capitalised } from '../../server/words/capitals';
import type { RowIcon, ViewRow } from '../views/viewRow';

/** What a click on a row does. Rows are made from an answer; a click asks anew, and finds its row again by this. */
export type Action =
  | { readonly kind: 'element'; readonly element: string }
  | { readonly kind: 'place'; readonly element: string }
  | { readonly kind: 'point'; readonly element: string; readonly order: number }
  | { readonly kind: 'detail'; readonly key: FrontMatterKey }
  | { readonly kind: 'finding'; readonly finding: string }
  | { readonly kind: 'fix'; readonly finding: string; readonly title: string }
  | { readonly kind: 'open'; readonly uri: string }
  | { readonly kind: 'addElement' }
  | { readonly kind: 'problems' }
  | { readonly kind: 'newEvidence' };

/** What a row is about. */
export type RowTarget =
  | { readonly root: string; readonly element: string; readonly uri: string }
  | { readonly uri: string; readonly detail: FrontMatterKey };

export interface ThisFileRow extends ViewRow {
  readonly action: Action | undefined;
  readonly children: readonly ThisFileRow[];
  /** For the commands of menus. */
  readonly target?: RowTarget;
}

/** A quick fix for a finding. */
export interface Fix {
  readonly finding: string;
  readonly title: string;
  readonly isPreferred: boolean;
}

/** The name under which a finding is found again after an edit: its rule and words, and which of those it is. */
export function findingNames(findings: ThisFile['findings']): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.code ?? ''} ${messageOf(finding)}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name} ${number}`;
  });
}

/** Ours are plain text; the protocol allows for more. */
const messageOf = ({ message }: ThisFile['findings'][number]): string =>
  typeof message === 'string' ? message : message.value;

/** All rows, section by section. */
export function thisFileRows(view: ThisFile, fixes: readonly Fix[]): readonly ThisFileRow[] {
  return [
    ...sharedRow(view),
    elementsSection(view),
    detailsSection(view),
    findingsSection(view, fixes),
    othersSection(view),
  ];
}

/** What stays the same in most rows. */
function row(part: Pick<ThisFileRow, 'id' | 'label'> & Partial<ThisFileRow>): ThisFileRow {
  const { label, description = '', isOpen = false, children = [] } = part;
  return {
    description,
    tooltip: tooltip(label, [description], []),
    icon: undefined,
    spoken: [label, description]
      .filter((words) => words !== '')
      .join(', ')
      .replaceAll(' · ', ', '),
    context: '',
    action: undefined,
    isOpen,
    children,
    ...part,
    // VS Code unfolds a row only when it first sees it. One whose children come later, as the fixes of a finding do
    // while the server starts, would stay folded: it becomes another row.
    id: isOpen && children.length > 0 ? `${part.id} (open)` : part.id,
  };
}

/** Which portfolios the file counts for, where they are several. */
function sharedRow({ portfolios = [] }: ThisFile): readonly ThisFileRow[] {
  if (portfolios.length < 2) return [];
  const titles = portfolios.map(({ title }) => title);
  const label = `In ${portfolios.length} portfolios`;
  const words = `This file counts for each of them: ${titles.join('; ')}. What is found in it is told once.`;
  return [
    row({
      id: 'portfolios',
      label,
      description: titles.join(' · '),
      tooltip: tooltip(label, [words], []),
      icon: { id: 'references' },
    }),
  ];
}

function elementsSection({ root, uri, elements }: ThisFile): ThisFileRow {
  const add = row({
    id: 'elements/add',
    label: 'Add an element…',
    tooltip: tooltip('Add an element', ['Choose it by typing words; its ID is written into the file.'], []),
    icon: { id: 'add' },
    action: { kind: 'addElement' },
  });
  return row({
    id: 'elements',
    label: 'Elements',
    description: elements.length === 0 ? 'none yet' : count(elements.length, 'element'),
    tooltip: tooltip('Elements', ['What the standard asks for, and this file is evidence of.'], []),
    isOpen: true,
    children: [...elements.map((element) => elementRow(root, uri, element)), add],
  });
}

function unknownElementRow(id: string, target: RowTarget): ThisFileRow {
  const words = 'not an element of the standard';
  return row({
    id: `elements/${id}`,
    label: id,
    description: words,
    tooltip: tooltip(id, [`This is ${words}. Click to go there; Findings has what to do.`], []),
    icon: { id: 'error', color: 'problemsErrorIcon.foreground' },
    context: 'unknownElement',
    action: { kind: 'place', element: id },
    target,
  });
}

function elementRow(root: string, uri: string, element: ThisFileElement): ThisFileRow {
  const { id, title, text, state, points, guidance } = element;
  const target = { root: element.root ?? root, element: id, uri };
  // Of an element there are words, whatever is known of its standing.
  if (title === '') return unknownElementRow(id, target);
  const inPoints = points
    ? [`${pointsInWords(points)} addressed`]
    : guidance.length > 0
      ? [`${count(guidance.length, 'point')} of guidance`]
      : [];
  const description = [...(state === undefined ? [] : [stateWords[state]]), ...inPoints].join(' · ');
  const standing = state === undefined ? [] : [`${capitalised(stateWords[state])}: ${stateMeanings[state]}`];
  return row({
    id: `elements/${id}`,
    label: `${id} ${title}`,
    description,
    tooltip: [tooltip(id, [text], [...standing, ...inPoints]), 'Click to read it in the standard.'].join(
      '\n\n',
    ),
    icon: state === undefined ? { id: 'circle-outline' } : { state },
    spoken: [
      `Element ${id}`,
      text,
      ...(description === '' ? [] : [description.replaceAll(' · ', ', ')]),
    ].join(', '),
    context: points ? 'element withPoints' : guidance.length > 0 ? 'element withGuidance' : 'element',
    action: { kind: 'element', element: id },
    target,
    children: guidance.map(({ text: point, isDone, mark }, order) => {
      const said = mark === null ? 'not in this file yet' : isDone ? 'addressed' : 'not addressed yet';
      const does =
        mark === null
          ? 'Click to put the guidance into the file as a list to tick.'
          : isDone
            ? 'Click to take the tick away.'
            : 'Click to tick it.';
      return row({
        id: `elements/${id}/${order}`,
        label: point,
        description: said,
        tooltip: [escapeEveryMark(point), does].join('\n\n'),
        icon: {
          id: mark === null ? 'add' : isDone ? 'pass-filled' : 'circle-large-outline',
          ...(isDone ? { color: 'testing.iconPassed' } : {}),
        },
        spoken: `Guidance: ${point} ${said}`,
        context: 'point',
        action: { kind: 'point', element: id, order },
        target,
      });
    }),
  });
}

function detailsSection({ uri, details }: ThisFile): ThisFileRow {
  const missing = details.filter(({ state, isExpected }) => state === 'missing' && isExpected).length;
  const wrong = details.filter(({ state }) => state === 'invalid').length;
  const description = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
  ].join(' · ');
  return row({
    id: 'details',
    label: 'Details',
    description: description === '' ? 'complete' : description,
    tooltip: tooltip('Details', ['What the block at the top of the file says of this evidence.'], []),
    isOpen: true,
    children: details.map((detail) => detailRow(uri, detail)),
  });
}

const detailIcons: Readonly<Record<ThisFileDetail['state'], RowIcon>> = {
  given: { id: 'symbol-field' },
  missing: { id: 'add' },
  invalid: { id: 'error', color: 'problemsErrorIcon.foreground' },
};

function detailRow(
  uri: string,
  { key, label, state, words, description, values }: ThisFileDetail,
): ThisFileRow {
  const does = state === 'missing' ? 'Click to say it.' : 'Click to change it, or to take it away.';
  const isDraft = key === 'status' && state === 'given' && isToBeApproved(values[0]);
  return row({
    id: `details/${key}`,
    label,
    description: words,
    tooltip: [tooltip(label, [words, description], []), does].join('\n\n'),
    icon: detailIcons[state],
    context: isDraft ? `detail ${state} draft` : `detail ${state}`,
    action: { kind: 'detail', key },
    target: { uri, detail: key },
  });
}

const severities: readonly (readonly [words: string, icon: RowIcon])[] = [
  ['', { id: 'info' }],
  ['Error', { id: 'error', color: 'problemsErrorIcon.foreground' }],
  ['Warning', { id: 'warning', color: 'problemsWarningIcon.foreground' }],
  ['Information', { id: 'info', color: 'problemsInfoIcon.foreground' }],
  ['Hint', { id: 'lightbulb' }],
];

function findingsSection({ findings }: ThisFile, fixes: readonly Fix[]): ThisFileRow {
  const names = findingNames(findings);
  const rows = findings.map((finding, at): ThisFileRow => {
    const name = names[at] ?? '';
    const [severity, icon] = severities[finding.severity ?? 0] ?? ['', { id: 'info' }];
    const own = fixes.filter((fix) => fix.finding === name);
    const where = `line ${finding.range.start.line + 1}`;
    return row({
      id: `findings/${name}`,
      label: messageOf(finding),
      description: own.length > 0 ? `${where} · ${count(own.length, 'fix', 'fixes')}` : where,
      tooltip: [
        tooltip(`${severity}: ${String(finding.code ?? '')}`, [messageOf(finding)], [where]),
        own.length > 0 ? 'Click to go there; what can be done about it is below.' : 'Click to go there.',
      ].join('\n\n'),
      icon,
      spoken: `${severity}, ${where}: ${messageOf(finding)}`,
      context: 'finding',
      action: { kind: 'finding', finding: name },
      isOpen: true,
      children: own.map(({ title, isPreferred }) =>
        row({
          id: `findings/${name}/${title}`,
          label: title,
          tooltip: tooltip(title, ['Click to do it. Undo takes it back.'], []),
          icon: { id: isPreferred ? 'lightbulb-autofix' : 'lightbulb', color: 'editorLightBulb.foreground' },
          spoken: `Fix: ${title}`,
          context: 'fix',
          action: { kind: 'fix', finding: name, title },
        }),
      ),
    });
  });
  const none = row({
    id: 'findings/none',
    label: 'Nothing to put right in this file',
    tooltip: tooltip('Nothing to put right', ['Click to see the findings of all files.'], []),
    icon: { id: 'pass', color: 'testing.iconPassed' },
    action: { kind: 'problems' },
  });
  return row({
    id: 'findings',
    label: 'Findings',
    description: findings.length === 0 ? 'none' : count(findings.length, 'finding'),
    tooltip: tooltip(
      'Findings',
      ['What does not look right in this file, and what can be done about it.'],
      [],
    ),
    isOpen: true,
    children: rows.length > 0 ? rows : [none],
  });
}

function othersSection({ others, moreOthers, elements }: ThisFile): ThisFileRow {
  const label = 'Other evidence for the same elements';
  const none = row({
    id: 'others/none',
    label:
      elements.length === 1
        ? 'This file is all that the element has'
        : 'This file is all that its elements have',
    description: 'click to write more',
    icon: { id: 'add' },
    action: { kind: 'newEvidence' },
  });
  const more = row({
    id: 'others/more',
    label: `and ${moreOthers} more`,
    description: 'see Coverage',
    icon: { id: 'ellipsis' },
    action: { kind: 'element', element: elements[0]?.id ?? '' },
  });
  const rows = [...others.map(otherRow), ...(moreOthers > 0 ? [more] : [])];
  return row({
    id: 'others',
    label,
    description: others.length === 0 ? 'none' : count(others.length + moreOthers, 'file'),
    tooltip: tooltip(label, ['An element is safer with evidence of more than one kind.'], []),
    isOpen: others.length > 0 && others.length <= 8,
    children: rows.length > 0 ? rows : [none],
  });
}

function otherRow(other: OtherEvidence): ThisFileRow {
  const description = [other.elements.join(', '), evidenceDescription(other)].join(' · ');
  return row({
    id: `others/${other.uri}`,
    label: other.title,
    description,
    tooltip: tooltip(
      other.title,
      [],
      [`For ${other.elements.join(', ')}`, capitalised(evidenceDescription(other))],
    ),
    icon: other.overdue ? { state: 'overdue' } : { id: 'file' },
    context: 'other',
    action: { kind: 'open', uri: other.uri },
  });
}
