/**
 * Answers of the protocol as an editor shows them: what nobody sees, and what would change the order of what is read, is
 * made visible in every text that is only looked at. What goes into files, and what comes back to us, stays as it is.
 */
import { visible } from '../../words/visible';

/** The protocol's names for texts that are shown. */
const shownKeys: ReadonlySet<string> = new Set([
  'contents',
  'containerName',
  'description',
  'detail',
  'documentation',
  'label',
  'name',
  'title',
  'tooltip',
]);

/** The protocol's names for what is applied, or comes back. */
const keptKeys: ReadonlySet<string> = new Set([
  'additionalTextEdits',
  'arguments',
  'data',
  'diagnostics',
  'edit',
  'textEdit',
]);

/** @param answer a hover, items of a completion, hints, lenses, actions, symbols, links or calls */
export const shown = <Answer>(answer: Answer): Answer => made(answer, false) as Answer;

function made(value: unknown, isShown: boolean): unknown {
  if (typeof value === 'string') return isShown ? visible(value) : value;
  if (Array.isArray(value)) return value.map((item) => made(item, isShown));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      // `value` is the text of a hover, of an explanation or of a part of a hint.
      keptKeys.has(key) ? part : made(part, shownKeys.has(key) || (isShown && key === 'value')),
    ]),
  );
}

/** Our own names for pages as Markdown in an answer. */
const pageKeys: ReadonlySet<string> = new Set(['report', 'markdown']);

/** @returns the same answer; where it has a page in it, nothing on that acts unseen */
export const withPageShown = <Answer>(answer: Answer): Answer =>
  typeof answer === 'object' && answer !== null && Object.keys(answer).some((key) => pageKeys.has(key))
    ? (Object.fromEntries(
        Object.entries(answer).map(([key, value]: [string, unknown]) => [
          key,
          pageKeys.has(key) && typeof value === 'string' ? visible(value) : value,
        ]),
      ) as Answer)
    : answer;
