/** What the server's commands change in portfolio.yaml, or why they cannot, in words for people. */
import { clearDecision, manifestWithDecision, setDecision } from '../../core/manifest/decisionEdits';
import { isHarmless } from '../../core/evidence/harmless';
import { manifestName, parseManifest } from '../../core/manifest/manifest';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { RatingEdit } from '../../core/portfolio/ratingEdits';
import type { Edit } from '../../core/text/edit';
import type { Outcome } from './outcome';
import { assessable, noElement, refused } from './outcome';
import { oneLine } from '../../words/oneLine';

/** @param text that of portfolio.yaml; undefined where there is none, and then it is made */
export function setNotApplicable(
  portfolio: Portfolio,
  text: string | undefined,
  element: string,
  reason: string,
): Outcome {
  if (!assessable(portfolio, element)) return noElement(portfolio, element);
  const words = oneLine(reason);
  if (words === '') return refused(`Say why ${element} does not apply. The assessor will ask.`);
  const uri = portfolio.manifestUri;
  const values = { applicable: 'false', reason: words } as const;
  if (text === undefined) {
    const made = manifestWithDecision(portfolio.standards[0].standard.id, element, values);
    return { kind: 'edits', edits: [{ kind: 'create', uri, text: made }] };
  }
  return changed(uri, text, setDecision(parseManifest(uri, text), portfolio.standard, element, values), '');
}

/** Takes back that an element does not apply, with the reason. */
export function setApplicable(portfolio: Portfolio, text: string | undefined, element: string): Outcome {
  const isDone = `${element} is not declared not applicable.`;
  if (text === undefined) return refused(isDone);
  const uri = portfolio.manifestUri;
  return changed(
    uri,
    text,
    clearDecision(parseManifest(uri, text), portfolio.standard, element, ['applicable', 'reason']),
    isDone,
  );
}

/** A rating that is written down or taken back, as an outcome for an editor. */
export function ratingOutcome(portfolio: Portfolio, text: string | undefined, edit: RatingEdit): Outcome {
  const uri = portfolio.manifestUri;
  if (edit.kind === 'create') return { kind: 'edits', edits: [{ kind: 'create', uri, text: edit.text }] };
  return edit.kind === 'edit' && text !== undefined
    ? changed(uri, text, edit.edits, '')
    : refused('message' in edit ? edit.message : '');
}

export function changed(
  uri: string,
  text: string,
  edits: readonly Edit[] | undefined,
  isDone: string,
): Outcome {
  if (!edits || !isHarmless(uri, text, edits))
    return refused(
      `${manifestName} was left as it is, because it has a fault or is written in an unusual way. Mend that first, or make the change by hand.`,
    );
  return edits.length === 0
    ? refused(isDone)
    : { kind: 'edits', edits: [{ kind: 'edit', uri, text, edits }] };
}
