/** What moves to another edition need. */
import type { Answers } from '../../../server/core/migration/answers';

/** Nobody has been asked. */
export const noAnswers: Answers = { everywhere: new Map(), byPath: new Map() };
