import { standingOf } from '../evidence/titleAndStanding';
import { clearDecision } from '../manifest/decisionEdits';
import type { Portfolio } from '../portfolio/portfolio';
import { nodeNamed } from '../standard/retired';
import { shortWords } from '../standard/standard';
import { valueOf } from '../yaml/fields';
import { formatDate } from '../../words/dates';
import { markingReviewed } from './dateRemedies';
import { idAt } from './elementRemedies';
import type { Proposal } from './remedy';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const elementLookAgain = evidenceRule({
  code: 'element-look-again',
  severity: 'warning',
  summary: 'Evidence for an element that has other words since the evidence was reviewed.',
  check: (portfolio, evidence) => {
    const { standard, today } = portfolio;
    if (standingOf(evidence, today) === 'withdrawn') return [];
    const date = valueOf(evidence.date);
    return evidence.elements.flatMap(({ id, span }) => {
      const node = nodeNamed(standard, id);
      const decision = node && portfolio.decision(node.id);
      if (!decision) return [];
      const since = valueOf(decision.lookAgain);
      if (since === undefined || (date !== undefined && date >= since)) return [];
      const changed = valueOf(decision.changed) ?? '';
      const why = changed === '' ? '' : ` (${changed})`;
      return [
        {
          span,
          message: `${node.id}, “${shortWords(node)}”, is to be looked at again since ${formatDate(since)}${why}. Check whether this evidence still shows it, then write the day on which you did behind “date”.`,
        },
      ];
    });
  },
  remedy: {
    care: 'choice',
    proposals: (portfolio, evidence, { span }) => [
      ...markingReviewed(portfolio, evidence),
      ...takingNoteAway(portfolio, nodeNamed(portfolio.standard, idAt(evidence, span.start))?.id ?? ''),
    ],
  },
});

/** For an element of which somebody knows that all evidence still shows it. */
function takingNoteAway(portfolio: Portfolio, id: string): readonly Proposal[] {
  const { manifest, standard } = portfolio;
  // It may stand under an earlier ID.
  const key = portfolio.decision(id)?.id ?? id;
  return manifest
    ? changing(
        manifest,
        `${id} has been looked at in all its evidence: take the note out of portfolio.yaml`,
        clearDecision(manifest, standard, key, ['look-again', 'changed']),
      )
    : [];
}
