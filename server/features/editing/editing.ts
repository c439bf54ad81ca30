/**
 * All that makes edits, and what the server does in action plans: nothing that an editor needs before somebody works on
 * a file. The bundle of the server for Node loads it when it is first asked for: see `onDemand` in .scripts/build.mjs.
 * It exports functions only.
 */
export { clearRating, setRating } from '../../core/portfolio/ratingEdits';
export { codeActions, resolveCodeAction } from '../fixes/codeActions';
export { fixAllInPortfolio } from '../../core/index/mend';
export { draftEvidence } from './draftEvidence';
export { ratingOutcome, setApplicable, setNotApplicable } from './editsOfDecisions';
export {
  addElementTo,
  insertGuidanceInto,
  markReviewedIn,
  moveEvidence,
  removeElementFrom,
} from './editsOfEvidence';
export { fileRenameEdits } from '../navigation/fileRename';
export { planCompletion } from '../plan/completion';
export { addActionTo, completeAction } from '../plan/edits';
export { planFormatting } from '../plan/formatting';
export { planHints } from '../plan/hints';
export { planHover } from '../plan/hover';
export { planSymbols } from '../plan/symbols';
export { planTree } from '../plan/tree';
