/**
 * The rules that tests of machinery see: of the index, the host, the command line, the editor's features. Their texts
 * were written with these, and a new rule does not come in here, so that it breaks no test but its own and those that
 * list all rules.
 */
import type { KnownRule, RuleCode } from '../../../server/core/rules/all';
import { rules } from '../../../server/core/rules/all';

const settled: readonly RuleCode[] = [
  'front-matter-unclosed',
  'front-matter-syntax',
  'front-matter-key',
  'front-matter-value',
  'evidence-unread',
  'front-matter-remark',
  'elements-empty',
  'element-unknown',
  'element-not-assessable',
  'element-retired',
  'element-duplicate',
  'element-unquoted',
  'element-not-applicable',
  'element-heading-unlisted',
  'review-overdue',
  'review-due-soon',
  'ref-duplicate',
  'title-missing',
  'body-empty',
  'attachment-missing',
  'link-broken',
  'attachment-outside',
  'element-uncovered',
  'element-draft-only',
  'element-overdue',
  'element-single-source',
  'rated-without-evidence',
  'partial-without-action',
  'rating-expires-before-assessment',
  'assessor-comment-outdated',
  'not-applicable-without-reason',
  'manifest-syntax',
  'manifest-value',
  'manifest-element-unknown',
  'manifest-pattern',
  'action-element-unknown',
  'action-date',
  'action-columns',
  'action-overdue',
  'action-unassigned',
  'action-done-without-evidence',
  'action-wording',
  'standard-file',
  'file-unreadable',
];

export const settledRules: readonly KnownRule[] = rulesNamed(settled);

/** The rules of these codes, in the order of the list of rules. */
export function rulesNamed(codes: readonly RuleCode[]): readonly KnownRule[] {
  return rules.filter(({ code }) => codes.includes(code));
}

/** Those that tests of machinery see, and these. */
export const settledRulesAnd = (codes: readonly RuleCode[]): readonly KnownRule[] =>
  rulesNamed([...settled, ...codes]);
