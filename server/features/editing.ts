/**
 * All that makes edits, and what the server does in action plans: nothing that an editor needs before somebody works on
 * a file. The bundle of the server for Node loads it when it is first asked for: see `onDemand` in .scripts/build.mjs.
 * It exports functions only.
 */
export { clearRating, setRating } from '../core/ratingEdits';
export { codeActions, resolveCodeAction } from './codeActions';
export { fixAllInPortfolio } from './codeActionsTogether';
export { draftEvidence } from './draftEvidence';
export { ratingOutcome, setApplicable, setNotApplicable } from './editsOfDecisions';
export {
  addElementTo,
  insertGuidanceInto,
  markReviewedIn,
  moveEvidence,
  removeElementFrom,
} from './editsOfEvidence';
export { fileRenameEdits } from './fileRename';
export { planCompletion } from './plan/planCompletion';
export { addActionTo, completeAction } from './plan/planEdits';
export { planFormatting } from './plan/planFormatting';
export { planHints } from './plan/planHints';
export { planHover } from './plan/planHover';
export { planSymbols } from './plan/planSymbols';
export { planTree } from './plan/planTree';
