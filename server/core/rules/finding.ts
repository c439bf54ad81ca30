/** What a rule has found, under the rule's name. */
import type { Problem, Severity } from '../text/span';
import type { RuleCode } from './all';

/** A problem under its rule, ready to be shown. */
export interface Finding extends Problem {
  readonly rule: RuleCode;
  readonly severity: Severity;
}
