/**
 * What the server does in action plans. A file of its own, as the bundle for Node loads it with the first plan: see
 * `onDemand` in .scripts/build.mjs. It exports functions only.
 */
export { planCompletion } from './planCompletion';
export { planFixes, planRefactorings, actionForElement } from './planFixes';
export { planFormatting } from './planFormatting';
export { planHover } from './planHover';
export { planHints } from './planHints';
export { planSymbols } from './planSymbols';
