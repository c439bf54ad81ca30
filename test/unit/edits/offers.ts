/**
 * Everything that the features offer to change in a portfolio, asked as the server asks: all code actions of every
 * finding and at every place, all commands, renames, moves, completions, formatting, and what This File changes.
 */
import type { CodeAction, CompletionItem, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { lineStarts, positionAt } from '../../../server/core/text/lines';
import type { Uri } from '../../../server/core/text/span';
import type { Finding } from '../../../server/core/rules/finding';
import { actionsOf } from '../../../server/core/plan/model';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { clearRating, setRating } from '../../../server/core/portfolio/ratingEdits';
import { codeActions, resolveCodeAction } from '../../../server/features/fixes/codeActions';
import { fixAllInPortfolio } from '../../../server/core/index/mend';
import { completion } from '../../../server/features/completion/completion';
import { assign } from '../../../server/features/editing/editsOfAssignments';
import { draftEvidence } from '../../../server/features/editing/draftEvidence';
import type { FileEdit } from '../../../server/core/text/fileEdit';
import { workspaceEdit } from '../../../server/features/editing/edits';
import {
  ratingOutcome,
  setApplicable,
  setNotApplicable,
} from '../../../server/features/editing/editsOfDecisions';
import type { Outcome } from '../../../server/features/editing/outcome';
import {
  addElementTo,
  insertGuidanceInto,
  markReviewedIn,
  moveEvidence,
  removeElementFrom,
} from '../../../server/features/editing/editsOfEvidence';
import type { GivenValues } from '../../../server/core/evidence/valueEdits';
import { setDetailsIn } from '../../../server/features/editing/editsOfDetails';
import { fileRenameEdits } from '../../../server/features/navigation/fileRename';
import { addActionTo, completeAction } from '../../../server/features/plan/edits';
import { removePlanRows, setPlanCells, sortPlan } from '../../../server/features/plan/rowEdits';
import { planTable } from '../../../server/features/views/planTable';
import type { RowPlace } from '../../../server/core/plan/rowEdits';
import { planFormatting } from '../../../server/features/plan/formatting';
import { renameRef } from '../../../server/features/navigation/rename';
import { thisFile } from '../../../server/features/views/thisFile';
import type { ServerCommands } from '../../../server/lsp/protocol';
import { actionsFor, contextOf, target } from '../support/codeActions';
import { withoutPlaceholders } from '../support/completing';
import { edited } from '../support/cursor';
import { at } from '../support/portfolioFiles';
import type { Choices } from './choices';
import { evidencePath, manifestPath, mappingPath, meadow, nearMissPath, planPath } from './grammar';
import { shown } from './harm';

/** Something that would change files. */
export interface Offer {
  /** What a user would call it, without the words of a file. */
  readonly kind: string;
  readonly title: string;
  readonly edits: ReadonlyMap<Uri, readonly TextEdit[]>;
  /** The finding that it mends, with its file. */
  readonly mends?: Finding & { readonly uri: Uri };
  /** Whether it is still offered once the files are as it makes them; left out where it may be. */
  readonly isStillOffered?: (after: PortfolioIndex) => boolean;
}

const paths = [evidencePath, manifestPath, planPath, nearMissPath];
const pathsWithFixes = [...paths, mappingPath];

export function offersIn(index: PortfolioIndex, choice: Choices): readonly Offer[] {
  return [
    ...pathsWithFixes.flatMap((path) =>
      index.portfolioAt(at(path))?.standard ? actionOffers(index, path, choice) : [],
    ),
    ...commandOffers(index, choice),
    ...renames(index),
    ...moves(index),
    ...completions(index),
    ...formatting(index),
    ...inThisFile(index),
  ];
}

/** Quick fixes and fixes of all for each finding, refactorings at some places, and what is mended before a save. */
function actionOffers(index: PortfolioIndex, path: string, choice: Choices): readonly Offer[] {
  if (index.textOf(at(path)) === undefined) return [];
  const findings = index.findings(at(path));
  return [
    ...findings.flatMap((finding) => quickFixes(index, path, finding)),
    ...refactorings(index, path, choice),
    ...beforeSave(index, path),
  ];
}

function asked(
  index: PortfolioIndex,
  path: string,
  start: number,
  only: readonly string[],
): readonly CodeAction[] {
  if (index.textOf(at(path)) === undefined || !index.portfolioAt(at(path))) return [];
  return codeActions(contextOf(index, path), {
    span: { start, end: start },
    diagnostics: [],
    only,
    isAsked: true,
  });
}

function quickFixes(index: PortfolioIndex, path: string, finding: Finding): readonly Offer[] {
  const { rule, message } = finding;
  const same = (now: PortfolioIndex): readonly Finding[] =>
    now.findings(at(path)).filter((found) => found.rule === rule && found.message === message);
  const titled = (now: PortfolioIndex, found: readonly Finding[], title: string): number =>
    found.filter((one) => fixesFor(now, path, one).some((action) => action.title === title)).length;
  const times = same(index).length;
  return fixesFor(index, path, finding).flatMap((action): readonly Offer[] => {
    return offer(`${rule}: ${wordless(action.title)}`, action.title, action.edit, {
      mends: { ...finding, uri: at(path) },
      isStillOffered: (after) => titled(after, same(after), action.title) >= times,
    });
  });
}

function fixesFor(index: PortfolioIndex, path: string, finding: Finding): readonly CodeAction[] {
  if (index.textOf(at(path)) === undefined) return [];
  return actionsFor(index, path, [finding], { only: ['quickfix'] }).map((action) =>
    action.data === undefined ? action : resolveCodeAction({ index, target }, action),
  );
}

/** A title without what it quotes from the file. */
const wordless = (title: string): string =>
  title.replace(/“[^”]*”|\d[\d.]*|\b[\w-]*-[\w-]*\b/g, '…').slice(0, 50);

function refactorings(index: PortfolioIndex, path: string, choice: Choices): readonly Offer[] {
  const text = index.textOf(at(path)) ?? '';
  const keys = [...text.matchAll(/^(?:elements|date|review-by)\b/gm)].map((match) => match.index);
  const places = [...keys, choice.upTo(text.length), choice.upTo(text.length), text.length];
  const seen = new Set<string>();
  return places.flatMap((place) =>
    asked(index, path, place, ['refactor']).flatMap((action): readonly Offer[] => {
      if (seen.has(action.title)) return [];
      seen.add(action.title);
      const isStillOffered = (after: PortfolioIndex): boolean => {
        // The place moves with what is put in before it.
        const grown = (after.textOf(at(path)) ?? '').length - text.length;
        const isBehind = firstOffset(action, text) < place;
        return asked(after, path, place + (isBehind ? grown : 0), ['refactor']).some(
          ({ title }) => title === action.title,
        );
      };
      return offer(`refactoring: ${wordless(action.title)}`, action.title, action.edit, { isStillOffered });
    }),
  );
}

function firstOffset({ edit }: CodeAction, text: string): number {
  const [change] = edit?.documentChanges ?? [];
  const [first] = change && 'edits' in change ? change.edits : [];
  const start = first && 'range' in first ? first.range.start : undefined;
  return start ? (lineStarts(text)[start.line] ?? 0) + start.character : 0;
}

function beforeSave(index: PortfolioIndex, path: string): readonly Offer[] {
  return asked(index, path, 0, ['source.fixAll']).flatMap((action) =>
    offer('before a save', action.title, action.edit, {
      // What has become evidence by it is looked at for the first time.
      isStillOffered: (after) => path !== nearMissPath && asked(after, path, 0, ['source.fixAll']).length > 0,
    }),
  );
}

function offer(
  kind: string,
  title: string,
  edit: WorkspaceEdit | undefined,
  more: Pick<Offer, 'mends' | 'isStillOffered'>,
): readonly Offer[] {
  const edits = new Map<Uri, readonly TextEdit[]>();
  for (const change of edit?.documentChanges ?? [])
    if ('textDocument' in change) edits.set(change.textDocument.uri, change.edits as TextEdit[]);
  return edits.size === 0 ? [] : [{ kind, title, edits, ...more }];
}

interface Question {
  readonly index: PortfolioIndex;
  readonly choice: Choices;
}

type Ask = readonly [title: string, run: (index: PortfolioIndex) => readonly FileEdit[], mayRepeat?: 'again'];

/** A command of the server's that is not here does not compile. */
const commands: Readonly<Record<keyof ServerCommands, (question: Question) => readonly Ask[]>> = {
  addElement: () =>
    ['1.1', '1.10', '2.2'].flatMap((id) => [
      [`add ${id}`, onEvidence((portfolio, file) => addElementTo(portfolio, file, id))],
      [`add ${id} to b`, onFile('evidence/b.md', (portfolio, file) => addElementTo(portfolio, file, id))],
    ]),
  removeElement: ({ index }) =>
    idsIn(index).map((id) => [
      `remove ${id}`,
      onEvidence((portfolio, file) => removeElementFrom(portfolio, file, id)),
    ]),
  moveEvidence: ({ index }) =>
    idsIn(index).flatMap((id): Ask[] =>
      ['1.10', '2.1'].map((to) => [
        `move ${id} to ${to}`,
        onEvidence((portfolio, file) => moveEvidence(portfolio, file, id, to)),
      ]),
    ),
  markReviewed: () => [['mark reviewed', onEvidence(markReviewedIn)]],
  setDetails: ({ choice }) =>
    givenValues(choice).map((values) => [
      `set ${JSON.stringify(values)}`,
      onEvidence((portfolio, file) => setDetailsIn(portfolio, file, values)),
    ]),
  setNotApplicable: () =>
    ['1.1', '2.2'].map((id) => [
      `${id} not applicable`,
      inManifest((portfolio, text) => setNotApplicable(portfolio, text, id, 'No: “desk” #1')),
    ]),
  setApplicable: () =>
    meadow.elements.map(({ id }) => [
      `${id} applicable`,
      inManifest((portfolio, text) => setApplicable(portfolio, text, id)),
    ]),
  setRating: ({ choice }) =>
    meadow.elements.map(({ id }) => {
      const comment = choice.pick([undefined, 'Much: better #1']);
      const rater = choice.pick(['self', 'assessor'] as const);
      const told = {
        rater,
        rating: 'fair',
        comment,
        assessed: rater === 'assessor' ? '2026-06-15' : undefined,
      };
      return [
        `rate ${id}`,
        inManifest((portfolio, text) => ratingOutcome(portfolio, text, setRating(portfolio, text, id, told))),
      ];
    }),
  clearRating: () =>
    meadow.elements.flatMap(({ id }) =>
      (['self', 'assessor'] as const).map((rater): Ask => [
        `clear ${rater} of ${id}`,
        inManifest((portfolio, text) =>
          ratingOutcome(portfolio, text, clearRating(portfolio, text, id, rater)),
        ),
      ]),
    ),
  assign: ({ index, choice }) => {
    const ids = portfolioOf(index).standard.elements.map(({ id }) => id);
    const who = choice.pick([[], ['Jo: “desk” #1'], ['Al', 'Officer, Digital'], ['1.10']]);
    return [
      [
        `assign ${ids.join()} to ${who.join()}`,
        inManifest((portfolio, text) => assign(portfolio, text, ids, who)),
      ],
      ['assign 1.1', inManifest((portfolio, text) => assign(portfolio, text, ['1.1'], who))],
    ];
  },
  insertGuidance: ({ choice }) =>
    [undefined, choice.upTo(400)].map((offset): Ask => {
      const id = choice.pick(['1.1', '2.1']);
      return [
        `guidance of ${id}`,
        onEvidence((portfolio, file) => insertGuidanceInto(portfolio, file, id, offset)),
      ];
    }),
  addAction: () =>
    ['1.2', '2.2'].map((id): Ask => [
      `action for ${id}`,
      (index) => editsOf(addActionTo(portfolioOf(index), id)),
      // There may be two.
      'again',
    ]),
  completeAction: ({ index }) => {
    const plan = index.planAt(at(planPath));
    const actions = plan ? actionsOf(plan) : [];
    return actions.map(({ id, span }) => {
      const order = actions.filter((other) => other.id === id && other.span.start < span.start).length;
      return [`complete ${id}`, (now) => editsOf(completeAction(portfolioOf(now), at(planPath), id, order))];
    });
  },
  setPlanCells: ({ index, choice }) =>
    rowsOfPlan(index).flatMap(({ columns, place }) =>
      columns.map((key): Ask => {
        const text = choice.pick(
          key === 'target'
            ? ['in 3 months', '2027-03-31', '']
            : ['Jo | the desk', '', 'two\nlines', '`a|b` \\'],
        );
        const told = { places: [place], key, text };
        return [
          `set ${key} to ${JSON.stringify(text)}`,
          inPlan((now) => setPlanCells(now, at(planPath), told)),
        ];
      }),
    ),
  removePlanRows: ({ index }) =>
    rowsOfPlan(index).map(({ place }) => [
      `remove row ${place.row}`,
      inPlan((now) => removePlanRows(now, at(planPath), [place])),
      // The next row may say the same.
      'again',
    ]),
  sortPlan: () => [['sort', inPlan((now) => sortPlan(now, at(planPath)))]],
  fixAll: ({ index }) =>
    [...new Set(paths.flatMap((path) => index.findings(at(path)).map(({ rule }) => rule)))].map(
      (rule): Ask => {
        const run = (now: PortfolioIndex): readonly FileEdit[] =>
          fixAllInPortfolio(now, portfolioOf(now), rule);
        const title = `all of ${rule}`;
        // Once its neighbours are right, an ID that was doubtful may have one likeliest.
        return rule === 'element-unknown' ? [title, run, 'again'] : [title, run];
      },
    ),
  createEvidence: () => [
    [
      'create evidence',
      (index) => {
        const draft = draftEvidence(portfolioOf(index), '1.1');
        return draft ? [{ kind: 'create', uri: draft.uri, text: draft.text }] : [];
      },
      'again',
    ],
  ],
  // What is imported is no file of these portfolios.
  importStandard: () => [],
  show: () => [],
};

type PortfolioHere = ReturnType<typeof portfolioOf>;

function portfolioOf(index: PortfolioIndex) {
  const portfolio = index.portfolioAt(at(evidencePath));
  if (!portfolio) throw new Error('There is no portfolio.');
  return portfolio;
}

const editsOf = (outcome: Outcome): readonly FileEdit[] => (outcome.kind === 'edits' ? outcome.edits : []);

const onFile =
  (path: string, run: (portfolio: PortfolioHere, file: { uri: Uri; text: string }) => Outcome) =>
  (index: PortfolioIndex): readonly FileEdit[] => {
    const text = index.textOf(at(path));
    return text === undefined ? [] : editsOf(run(portfolioOf(index), { uri: at(path), text }));
  };
const onEvidence = (run: Parameters<typeof onFile>[1]) => onFile(evidencePath, run);
const inManifest =
  (run: (portfolio: PortfolioHere, text: string | undefined) => Outcome) =>
  (index: PortfolioIndex): readonly FileEdit[] =>
    editsOf(run(portfolioOf(index), index.textOf(at(manifestPath))));

const inPlan =
  (run: (portfolio: PortfolioHere) => Outcome) =>
  (index: PortfolioIndex): readonly FileEdit[] =>
    editsOf(run(portfolioOf(index)));

/** The rows of the plan, with the columns that a table lets change: an ID is what a row is about. */
function rowsOfPlan(
  index: PortfolioIndex,
): readonly { readonly place: RowPlace; readonly columns: readonly string[] }[] {
  const table = planTable(portfolioOf(index), at(planPath));
  return (table?.rows ?? []).map(({ table: number, row, source, cells }) => ({
    place: { table: number, row, source },
    columns: (table?.columns ?? []).flatMap(({ key, role }, column) =>
      role === 'ref' || typeof cells[column] !== 'string' ? [] : [key],
    ),
  }));
}

const idsIn = (index: PortfolioIndex): readonly string[] => [
  ...new Set(index.evidenceAt(at(evidencePath))?.elements.map(({ id }) => id)),
];

function commandOffers(index: PortfolioIndex, choice: Choices): readonly Offer[] {
  return (Object.keys(commands) as (keyof ServerCommands)[]).flatMap((name) =>
    commands[name]({ index, choice }).flatMap(([title, run, mayRepeat]) =>
      offer(`command ${name}`, title, workspaceEdit(run(index), target), {
        ...(mayRepeat ? {} : { isStillOffered: (after) => workspaceEdit(run(after), target) !== undefined }),
      }),
    ),
  );
}

/** Of a ref, from where it stands and from where it is cited. */
function renames(index: PortfolioIndex): readonly Offer[] {
  const text = index.textOf(at(evidencePath)) ?? '';
  const field = index.evidenceAt(at(evidencePath))?.ref;
  const own = field?.kind === 'valid' ? [field.span.start + 1] : [];
  const cited = [...text.matchAll(/\bES 1\b/g)].map((match) => match.index + 1);
  return [...own, ...cited].flatMap((offset) =>
    ['ES 77', 'ES: #7'].flatMap((name): readonly Offer[] => {
      const answer = renameRef(portfolioOf(index), { uri: at(evidencePath), text, offset }, name);
      return 'refusal' in answer || answer.edits.size === 0
        ? []
        : [{ kind: 'rename of a ref', title: `rename to ${name}`, edits: answer.edits }];
    }),
  );
}

/** Of what evidence leads to, of evidence, of a folder, and of the standard. */
function moves(index: PortfolioIndex): readonly Offer[] {
  const asks = [
    ['attachments/a.pdf', 'attachments/2026/a: b.pdf'],
    ['attachments', 'files, all'],
    [evidencePath, 'evidence/deeper/a.md'],
    ['evidence/pictures', 'pictures'],
    ['standards/own.yaml', 'standards/our own.yaml'],
  ] as const;
  return asks.flatMap(([from, to]): readonly Offer[] => {
    const made = (now: PortfolioIndex) =>
      [...fileRenameEdits(now.portfolios(), [{ from: at(from), to: at(to) }])].filter(
        (step) => step !== undefined,
      );
    const edits = new Map(made(index));
    return edits.size === 0 ? [] : [{ kind: 'move of a file', title: `${from} to ${to}`, edits }];
  });
}

const manifestsStandards = new Map([[meadow.id, meadow]]);

/** At the ends of words and lines; of long lists, the first few. */
function completions(index: PortfolioIndex): readonly Offer[] {
  return paths.flatMap((path) => {
    const text = index.textOf(at(path));
    if (text === undefined) return [];
    const places = [...text.matchAll(/(?<=[^\r\n])(?=[\r\n])|(?<=: )|(?<=- )|(?<=\[)|$/g)].map(
      ({ index: place }) => place,
    );
    return places.flatMap((offset) => completionsAt(index, path, text, offset));
  });
}

function completionsAt(index: PortfolioIndex, path: string, text: string, offset: number): readonly Offer[] {
  const portfolio = index.portfolioAt(at(path));
  if (!portfolio) return [];
  const { items } = completion(
    portfolio,
    { uri: at(path), text, offset },
    { standards: manifestsStandards, rules: index.rules },
  );
  return items.slice(0, 8).flatMap((item): readonly Offer[] => {
    const edit = item.textEdit;
    if (!edit || !('range' in edit)) return [];
    const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
    const newText = isSnippet ? withoutPlaceholders(edit.newText) : edit.newText;
    const edits = new Map([
      [at(path), [{ range: edit.range, newText }, ...(item.additionalTextEdits ?? [])]],
    ]);
    const isStillOffered = (): boolean =>
      !isFolder(item) && changesAgain(index, path, text, offset, item, newText);
    return [{ kind: `completion in ${path}`, title: `${item.label} at ${offset}`, edits, isStillOffered }];
  });
}

const isFolder = ({ label }: CompletionItem): boolean => label.endsWith('/');

/** Whether the same, chosen once more where the cursor is then, would change something again. */
function changesAgain(
  index: PortfolioIndex,
  path: string,
  before: string,
  offset: number,
  item: CompletionItem,
  newText: string,
): boolean {
  const edit = item.textEdit;
  if (!edit || !('range' in edit)) return false;
  // What stands behind it would be a part of it.
  if (!/^[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/.test(before.slice(offset))) return false;
  const mark = before.startsWith('\uFEFF') ? 1 : 0;
  const text = before.slice(0, mark) + edited(before.slice(mark), [{ range: edit.range, newText }]);
  const cursor =
    offset - (positionAt(lineStarts(before), offset).character - edit.range.start.character) + newText.length;
  const portfolio = index.portfolioAt(at(path));
  if (!portfolio) return false;
  const again = completion(
    portfolio,
    { uri: at(path), text, offset: cursor },
    { standards: manifestsStandards, rules: index.rules },
  );
  const isSame = again.items.some(({ label, textEdit }) => {
    if (label !== item.label || !textEdit || !('range' in textEdit)) return false;
    return (
      edited(text.slice(mark), [{ range: textEdit.range, newText: textEdit.newText }]) !== text.slice(mark)
    );
  });
  // In a block with a fault, such as an open quotation mark, the text goes on behind what is typed.
  return isSame && shown(before, path === manifestPath).block?.faults === 0;
}

function formatting(index: PortfolioIndex): readonly Offer[] {
  const made = (now: PortfolioIndex): readonly TextEdit[] => {
    const plan = now.planAt(at(planPath));
    return plan ? planFormatting(plan) : [];
  };
  const edits = made(index);
  return edits.length === 0
    ? []
    : [
        {
          kind: 'formatting',
          title: 'format',
          edits: new Map([[at(planPath), edits]]),
          isStillOffered: (after) => made(after).length > 0,
        },
      ];
}

/** Ticks of the guidance. */
function inThisFile(index: PortfolioIndex): readonly Offer[] {
  const evidence = index.evidenceAt(at(evidencePath));
  if (!evidence) return [];
  const view = (now: PortfolioIndex) => {
    const text = now.textOf(at(evidencePath)) ?? '';
    const read = parseEvidence(at(evidencePath), text);
    return read && thisFile(portfolioOf(now), read, [], () => undefined);
  };
  const now = view(index);
  const ticks = (now?.elements ?? []).flatMap(({ id, guidance }) =>
    guidance.flatMap(({ text, isDone, mark }, order): readonly Offer[] =>
      mark
        ? [
            {
              kind: 'this file: a tick',
              title: text,
              edits: new Map([[at(evidencePath), [{ range: mark, newText: isDone ? ' ' : 'x' }]]]),
              // Of two points of the same words, the ticked one counts.
              isStillOffered: (after) =>
                evidence.text.split(text).length === 2 &&
                view(after)?.elements.find((element) => element.id === id)?.guidance[order]?.isDone ===
                  isDone,
            },
          ]
        : [],
    ),
  );
  return ticks;
}

/** Each key set to something and taken away, lists made longer and shorter, and several keys at once. */
const givenValues = (choice: Choices): readonly GivenValues[] => [
  { title: 'Ours: “better” #1' },
  { title: null },
  { owner: 'Jo, of the desk' },
  { owner: null },
  { status: choice.pick(['draft', 'approved', null]) },
  { kind: choice.pick(['data', null]) },
  { ref: choice.pick(['ES 9', null]) },
  { 'review-by': choice.pick(['2027-05-12', null]), date: '2026-06-01' },
  {
    attachments: choice.pick([
      ['https://a.org/a.pdf', 'https://a.org/a, b.pdf#page=2'],
      ['https://a.org/b#c'],
      null,
    ]),
  },
  { strongest: choice.pick([['1.1'], ['1.10', '2.1'], null]) },
  { elements: choice.pick([['1.10'], ['1.1', '2.2'], ['1.1', '1.10', '2.1']]) },
  { where: 'Desk', when: '10:00-10:30', kind: 'observation', owner: '- x' },
];
