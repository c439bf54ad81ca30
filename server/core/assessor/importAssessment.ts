/** What an assessor's sheet that comes back makes of portfolio.yaml: ratings and comments; all else in it stays. */
import { assessmentOf } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import type { NewRating } from '../portfolio/ratingEdits';
import { setRating } from '../portfolio/ratingEdits';
import type { Grid } from '../tables/grid';
import type { TakenTable } from '../tables/takenTable';
import type { CivilDate } from '../text/civilDate';
import { applyEdits } from '../text/edit';
import type { Assessed, AssessmentTold } from './assessedRows';
import { assessedRows, ratingsOf } from './assessedRows';
import { assessmentWanted } from './columns';
import type { AssessmentColumn } from './columnNames';
import { oneRowEach } from './oneRowEach';
import { ratingIn } from './ratingWords';

export type { AssessmentTold } from './assessedRows';

export interface AssessmentImport {
  /** Of portfolio.yaml afterwards; undefined where there is none and nothing is to be written. */
  readonly text: string | undefined;
  readonly changed: readonly {
    readonly id: string;
    readonly what: 'assessor' | 'comment' | 'self';
    readonly before: string;
    readonly after: string;
  }[];
  /** Elements that the assessor rates otherwise than one does oneself: titles of ratings. */
  readonly differs: readonly { readonly id: string; readonly self: string; readonly assessor: string }[];
  readonly problems: readonly { readonly where: string; readonly text: string; readonly reason: string }[];
  readonly taken: readonly TakenTable<AssessmentColumn>[];
  readonly passed: readonly TakenTable<AssessmentColumn>[];
  /** Elements whose ratings and comments stand there already. */
  readonly unchanged: number;
}

/**
 * @param text of portfolio.yaml; undefined where there is none
 * @param day on which the assessor looked, where the sheet does not say
 * @param own columns that somebody has said to mean none of what is read
 */
export function importAssessment(
  portfolio: Portfolio,
  text: string | undefined,
  grids: readonly Grid[],
  day: CivilDate,
  told: AssessmentTold = new Map(),
  own: readonly string[] = [],
): AssessmentImport {
  const state = {
    text,
    changed: [] as Change[],
    differs: [] as AssessmentImport['differs'][number][],
    problems: [] as AssessmentImport['problems'][number][],
    taken: [] as TakenTable<AssessmentColumn>[],
    passed: [] as TakenTable<AssessmentColumn>[],
    unchanged: 0,
  };
  const wanted = assessmentWanted(portfolio.standard, ratingsOf(portfolio.standards));
  const rows = grids.map((grid) => assessedRows(portfolio, wanted, grid, { told, own }, state));
  const heard = new Set(rows.flat().flatMap(({ remarks }) => remarks));
  for (const { name = 'the file', unit, notes = [] } of grids)
    for (const note of notes)
      if (!heard.has(note))
        state.problems.push({
          where: note.place === undefined ? name : `${name}, ${unit} ${note.place}`,
          text: note.text,
          reason: note.reason,
        });
  for (const row of oneRowEach(portfolio, rows.flat(), state.problems)) takeRow(portfolio, row, day, state);
  return state;
}

type Change = AssessmentImport['changed'][number];

type State = {
  -readonly [Key in keyof AssessmentImport]: AssessmentImport[Key] extends readonly (infer Item)[]
    ? Item[]
    : AssessmentImport[Key];
};

function takeRow(portfolio: Portfolio, row: Assessed, day: CivilDate, state: State): void {
  const { id, where } = row;
  const { standard } = portfolio.standardOf(id);
  const own = assessmentOf(standard, portfolio.decision(id));
  const rating = ratingIn(standard, row.assessor);
  const problem = (said: string, reason: string): void =>
    void state.problems.push({ where, text: said, reason });
  if (row.assessor !== '' && !rating)
    problem(row.assessor, `It is no rating of ${standard.title}. What portfolio.yaml says of ${id} stays.`);
  const theirs = ratingIn(standard, row.self);
  const self = own.self ?? theirs;
  if (own.self && theirs && own.self !== theirs)
    problem(row.self, `In portfolio.yaml your own rating of ${id} is ${own.self.title}. It stays.`);
  if (rating && self && rating !== self) state.differs.push({ id, self: self.title, assessor: rating.title });
  const before = state.changed.length;
  const refused: string[] = [];
  const write = (values: NewRating, changes: readonly Change[]): void => {
    const edit = setRating(portfolio, state.text, id, values);
    if (edit.kind === 'refused') refused.push(edit.message);
    if (edit.kind === 'create') state.text = edit.text;
    if (edit.kind === 'edit') state.text = applyEdits(state.text ?? '', edit.edits);
    if (edit.kind === 'create' || edit.kind === 'edit') state.changed.push(...changes);
  };
  if (!own.self && theirs)
    write({ rater: 'self', rating: theirs.id }, [{ id, what: 'self', before: '', after: theirs.title }]);
  const news = rating !== undefined && rating !== own.assessor ? rating : undefined;
  const comment = row.comment !== '' && row.comment !== own.comment ? row.comment : undefined;
  if (news !== undefined || comment !== undefined)
    write({ rater: 'assessor', rating: news?.id, comment, assessed: row.assessed ?? day }, [
      ...(news
        ? [{ id, what: 'assessor' as const, before: own.assessor?.title ?? '', after: news.title }]
        : []),
      ...(comment === undefined
        ? []
        : [{ id, what: 'comment' as const, before: own.comment ?? '', after: comment }]),
    ]);
  for (const message of refused) problem(id, message);
  const isKept = refused.length === 0 && state.changed.length === before;
  if (isKept && (rating ?? theirs ?? row.comment) !== '') state.unchanged++;
}
