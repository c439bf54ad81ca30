/** What an assessor's sheet that comes back makes of portfolio.yaml: ratings and comments; all else in it stays. */
import { assessmentOf } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import { setRating } from '../portfolio/ratingEdits';
import type { Grid } from '../tables/grid';
import type { TakenTable } from '../tables/takenTable';
import type { CivilDate } from '../text/civilDate';
import { applyEdits } from '../text/edit';
import type { Assessed, AssessmentTold } from './assessedRows';
import { assessedRows, ratingsOf } from './assessedRows';
import { assessmentWanted } from './columns';
import type { AssessmentColumn } from './columnNames';
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
    changed: [] as AssessmentImport['changed'][number][],
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
  for (const row of rows.flat()) takeRow(portfolio, row, day, state);
  return state;
}

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
  if (!own.self && theirs)
    write(portfolio, state, id, { rater: 'self', rating: theirs.id }, problem, () =>
      state.changed.push({ id, what: 'self', before: '', after: theirs.title }),
    );
  const isNewRating = rating !== undefined && rating !== own.assessor;
  const comment = row.comment !== '' && row.comment !== own.comment ? row.comment : undefined;
  if (isNewRating || comment !== undefined)
    write(
      portfolio,
      state,
      id,
      {
        rater: 'assessor',
        rating: isNewRating ? rating.id : undefined,
        comment,
        assessed: row.assessed ?? day,
      },
      problem,
      () => {
        if (isNewRating)
          state.changed.push({
            id,
            what: 'assessor',
            before: own.assessor?.title ?? '',
            after: rating.title,
          });
        if (comment !== undefined)
          state.changed.push({ id, what: 'comment', before: own.comment ?? '', after: comment });
      },
    );
  if (state.changed.length === before && (rating ?? theirs ?? row.comment) !== '') state.unchanged++;
}

function write(
  portfolio: Portfolio,
  state: State,
  id: string,
  rating: Parameters<typeof setRating>[3],
  problem: (said: string, reason: string) => void,
  done: () => void,
): void {
  const edit = setRating(portfolio, state.text, id, rating);
  if (edit.kind === 'refused') problem(id, edit.message);
  else if (edit.kind !== 'unchanged') {
    state.text = edit.kind === 'create' ? edit.text : applyEdits(state.text ?? '', edit.edits);
    done();
  }
}
