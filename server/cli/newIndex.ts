/** The index of the command line: with all rules, and files of the disk. */
import { PortfolioIndex } from '../core/index/portfolioIndex';
import type { KnownRule } from '../core/rules/all';
import { rules } from '../core/rules/all';
import type { Standard } from '../core/standard/standard';
import type { Days } from '../core/text/civilDate';
import { repositoryOf } from '../host/disk/nodeFileAccess';
import { matcher } from '../host/files/matcher';
import type { IndexUse } from './command/surroundings';

/** An empty one. @param standards by id; the first one is the standard of a folder without a manifest */
export const newIndex = (
  standards: ReadonlyMap<string, Standard>,
  days: Days,
  use: IndexUse = 'everything',
): PortfolioIndex =>
  new PortfolioIndex({
    standards,
    rules: rulesFor(use),
    matcher,
    repositoryOf,
    onlyFindings: use === 'findings' || use === 'coverage',
    ...days,
  });

function rulesFor(use: IndexUse): readonly KnownRule[] {
  if (use === 'coverage') return [];
  return use === 'contents' ? rules.map(withoutLooking) : rules;
}

/** What it would ask of the folder is asked: links and attachments lead to the same places. */
const withoutLooking = (rule: KnownRule): KnownRule =>
  rule.on === 'evidence' ? { ...rule, check: () => [] } : rule;
