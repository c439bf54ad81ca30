/** What the server's commands change in evidence files, or why they cannot, in words for people. */
import { mendedFirst } from '../../core/evidence/blockMends';
import { addElement, moveElement, removeElement } from '../../core/evidence/elementEdits';
import { startEvidence } from '../../core/evidence/startEvidence';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { parseEvidence } from '../../core/evidence/evidence';
import { markReviewed } from '../../core/evidence/fieldEdits';
import { insertGuidance } from '../../core/portfolio/guidanceEdits';
import { isMarkdown } from '../../core/text/markdownName';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { knownId } from '../../core/standard/standard';
import { unreadProblem } from '../../core/evidence/unreadFile';
import { fileName } from '../../core/text/uri';
import { changed, inEvidence } from './changedFile';
import type { FileText, Outcome } from './outcome';
import { assessable, noElement, refused } from './outcome';

/** Adds an element to a Markdown file; one that is no evidence yet becomes some. */
export function addElementTo(portfolio: Portfolio, file: FileText, element: string): Outcome {
  const node = assessable(portfolio, element);
  if (!node) return noElement(portfolio, element);
  if (!isMarkdown(file.uri))
    return refused(`${fileName(file.uri)} is not a Markdown file, so it cannot name elements.`);
  const evidence = parseEvidence(file.uri, file.text, portfolio.names);
  const edits = evidence
    ? mendedFirst(evidence, (sound) =>
        writtenIn(portfolio, sound, element) === undefined ? addElement(sound, element) : [],
      )
    : startEvidence(
        file.uri,
        file.text,
        element,
        (unread) => unreadProblem(unread, portfolio) !== undefined,
        portfolio.names,
      );
  return changed(file, edits, `${fileName(file.uri)} names ${element} already.`);
}

export function removeElementFrom(portfolio: Portfolio, file: FileText, element: string): Outcome {
  return inEvidence(file, portfolio.names, (evidence) =>
    writtenIn(portfolio, evidence, element) !== undefined
      ? changed(
          file,
          mendedFirst(evidence, (sound) =>
            removeElement(sound, writtenIn(portfolio, sound, element) ?? element),
          ),
          '',
        )
      : refused(`${fileName(file.uri)} does not name ${element}.`),
  );
}

export function moveEvidence(portfolio: Portfolio, file: FileText, from: string, to: string): Outcome {
  if (!assessable(portfolio, to)) return noElement(portfolio, to);
  return inEvidence(file, portfolio.names, (evidence) =>
    writtenIn(portfolio, evidence, from) !== undefined
      ? changed(
          file,
          mendedFirst(evidence, (sound) =>
            moveElement(
              sound,
              writtenIn(portfolio, sound, from) ?? from,
              writtenIn(portfolio, sound, to) ?? to,
            ),
          ),
          `${fileName(file.uri)} names ${to} already.`,
        )
      : refused(`${fileName(file.uri)} does not name ${from}.`),
  );
}

export function markReviewedIn(portfolio: Portfolio, file: FileText): Outcome {
  return inEvidence(file, portfolio.names, (evidence) =>
    changed(
      file,
      mendedFirst(evidence, (sound) => markReviewed(sound, portfolio.days.today)),
      '',
    ),
  );
}

/**
 * @param offset a place in the text whose section is meant
 * @param ticked the order of the point that is followed already
 */
export function insertGuidanceInto(
  portfolio: Portfolio,
  file: FileText,
  element: string,
  offset: number | undefined,
  ticked?: number,
): Outcome {
  const node = assessable(portfolio, element);
  if (!node) return noElement(portfolio, element);
  if (node.guidance.length === 0)
    return refused(`${portfolio.standard.title} gives no guidance for ${element}.`);
  return inEvidence(file, portfolio.names, (evidence) => {
    const edits = insertGuidance(evidence, node, offset, ticked);
    if (!edits && evidence.frontMatter.kind === 'closed')
      return refused(
        `${fileName(file.uri)} was left as it is: at that place stands a block of code or HTML, in which a list is none. Close the block, or put the cursor somewhere else.`,
      );
    return changed(file, edits, `The guidance of ${element} stands in ${fileName(file.uri)} already.`);
  });
}

/** How a file writes an element that it names: with the name of its standard, or without. */
const writtenIn = (
  { standard }: Portfolio,
  { elements }: Pick<EvidenceFile, 'elements'>,
  element: string,
): string | undefined =>
  elements.find(({ id }) => id === element || knownId(standard, id) === knownId(standard, element))?.id;
