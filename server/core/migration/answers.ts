/** What is written in the place of an ID: what the editions say, and what somebody has answered where they leave it open. */
import { qualified } from '../frontMatter/standardNames';
import type { Editions } from './editions';

/** By the ID of the earlier edition as it is known, those to write instead; the same ID, to let it stand. */
export type AnswersById = ReadonlyMap<string, readonly string[]>;

export interface Answers {
  readonly everywhere: AnswersById;
  /** By the path of a file below the portfolio's root: they go before those for everywhere. */
  readonly byPath: ReadonlyMap<string, AnswersById>;
}

/** The IDs to write in the place of one, which may be among them; undefined where it stays as it is. */
export type Targets = (id: string) => readonly string[] | undefined;

/** @param path of the file in which the IDs stand */
export function targetsIn(editions: Editions, answers: Answers, path: string): Targets {
  const said = saidIn(editions, answers, path);
  return (id) => {
    const to = said(id);
    return isItself(id, to) ? undefined : to;
  };
}

/** The editions as one file has them: an ID of which somebody has said that it stands is not asked about any more. */
export function editionsIn(editions: Editions, answers: Answers, path: string): Editions {
  const said = saidIn(editions, answers, path);
  return {
    ...editions,
    fateOf: (id) => (isItself(id, said(id)) ? { kind: 'same' } : editions.fateOf(id)),
  };
}

/** What an ID becomes in one of the files or another: itself among that, where somebody has said so. */
export function targetsAnywhere(editions: Editions, answers: Answers): Targets {
  const paths = ['', ...answers.byPath.keys()];
  const each = paths.map((path) => saidIn(editions, answers, path));
  return (id) => {
    const to = new Set(each.flatMap((said) => said(id) ?? []));
    return to.size > 0 ? [...to] : undefined;
  };
}

const isItself = (id: string, to: readonly string[] | undefined): boolean => to?.length === 1 && to[0] === id;

function saidIn(editions: Editions, { everywhere, byPath }: Answers, path: string): Targets {
  const { fateOf, before, after, like } = editions;
  const own = byPath.get(path);
  return (id) => {
    const known = before(id);
    const answer = own?.get(known) ?? everywhere.get(known);
    if (answer) return answer.map((next) => like(id, after(next)));
    const fate = fateOf(id);
    return fate.kind === 'renamed' ? [fate.to] : undefined;
  };
}

/** The same for IDs below the name of a standard, which stand there without it. One that moves elsewhere stays. */
export const targetsUnder =
  (name: string, targets: Targets): Targets =>
  (own) => {
    const mark = qualified(name, '');
    const to = targets(qualified(name, own));
    return to?.every((id) => id.startsWith(mark)) ? to.map((id) => id.slice(mark.length)) : undefined;
  };
