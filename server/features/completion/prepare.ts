/** What a completion looks up, made before anybody asks: the first answer in a session comes like all others. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { stepsTo } from '../../core/search/elementIndex';
import { writingsIn } from '../../core/standard/writtenIdentifiers';
import { tellingWords } from '../text/tellingWords';
import type { Cursor } from '../text/identifierAt';
import { textAround } from './nodeWords';

/** So many elements at a time take a millisecond. */
const elementsInStep = 50;

/**
 * Steps of a few milliseconds each, for who has time between them. What they make is kept where it is looked up.
 *
 * @param evidence a file in which somebody may ask
 * @param answer completes there
 */
export function* stepsToCompletion(
  portfolio: Portfolio,
  { uri, text, elements }: EvidenceFile,
  answer: (cursor: Cursor) => unknown,
): Generator<undefined> {
  const { standard } = portfolio;
  writingsIn(standard);
  yield;
  for (const element of standard.elements.slice(0, 1)) tellingWords(standard, element, 60);
  yield;
  for (const [at, element] of standard.elements.entries()) {
    textAround(element);
    if (at % elementsInStep === elementsInStep - 1) yield;
  }
  // Code that has never run takes some ten times as long.
  const offset = elements[0]?.span.start;
  if (offset !== undefined) answer({ uri, text, offset });
  yield;
  for (const steps = stepsTo(standard); steps.next().done !== true;) yield;
}
