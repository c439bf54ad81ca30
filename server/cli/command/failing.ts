import type { Severity } from '../../core/text/span';
import { severities } from '../../core/text/span';
import type { FailOn } from './arguments';

/** Whether a finding of a severity makes the exit status 1. */
export const fails = (severity: Severity, failOn: FailOn): boolean =>
  failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
