/** The one list of rules, in the order in which lists show them. */
import { frontMatterUnclosed } from './front-matter-unclosed';
import { frontMatterSyntax } from './front-matter-syntax';
import { frontMatterKey } from './front-matter-key';
import { frontMatterValue } from './front-matter-value';
import { evidenceUnread } from './evidence-unread';
import { frontMatterRemark } from './front-matter-remark';
import { elementsEmpty } from './elements-empty';
import { elementUnknown } from './element-unknown';
import { elementAmbiguous } from './element-ambiguous';
import { elementNotAssessable } from './element-not-assessable';
import { elementRetired } from './element-retired';
import { elementDuplicate } from './element-duplicate';
import { elementUnquoted } from './element-unquoted';
import { elementLookAgain } from './element-look-again';
import { elementNotApplicable } from './element-not-applicable';
import { elementOutOfScope } from './element-out-of-scope';
import { elementHeadingUnlisted } from './element-heading-unlisted';
import { strongestUnlisted } from './strongest-unlisted';
import { reviewOverdue } from './review-overdue';
import { reviewDueSoon } from './review-due-soon';
import { refDuplicate } from './ref-duplicate';
import { titleMissing } from './title-missing';
import { bodyEmpty } from './body-empty';
import { attachmentMissing } from './attachment-missing';
import { linkBroken } from './link-broken';
import { citationUnknown } from './citation-unknown';
import { attachmentOutside } from './attachment-outside';
import { elementUncovered } from './element-uncovered';
import { elementDraftOnly } from './element-draft-only';
import { elementOverdue } from './element-overdue';
import { elementSingleSource } from './element-single-source';
import { ratedWithoutEvidence } from './rated-without-evidence';
import { partialWithoutAction } from './partial-without-action';
import { ratingExpiresBeforeAssessment } from './rating-expires-before-assessment';
import { assessorCommentOutdated } from './assessor-comment-outdated';
import { notApplicableWithoutReason } from './not-applicable-without-reason';
import { manifestSyntax } from './manifest-syntax';
import { manifestValue } from './manifest-value';
import { manifestElementUnknown } from './manifest-element-unknown';
import { manifestPattern } from './manifest-pattern';
import { actionElementUnknown } from './action-element-unknown';
import { actionDate } from './action-date';
import { actionColumns } from './action-columns';
import { actionOverdue } from './action-overdue';
import { actionUnassigned } from './action-unassigned';
import { actionDoneWithoutEvidence } from './action-done-without-evidence';
import { actionWording } from './action-wording';
import { standardFile } from './standard-file';
import { mappingFile } from './mapping-file';
import { fileUnreadable } from './file-unreadable';
import type { Rule } from './rule';
import { remedyOf } from './rule';

const all = [
  frontMatterUnclosed,
  frontMatterSyntax,
  frontMatterKey,
  frontMatterValue,
  evidenceUnread,
  frontMatterRemark,
  elementsEmpty,
  elementUnknown,
  elementAmbiguous,
  elementNotAssessable,
  elementRetired,
  elementDuplicate,
  elementUnquoted,
  elementNotApplicable,
  elementOutOfScope,
  elementLookAgain,
  elementHeadingUnlisted,
  strongestUnlisted,
  reviewOverdue,
  reviewDueSoon,
  refDuplicate,
  titleMissing,
  bodyEmpty,
  attachmentMissing,
  linkBroken,
  citationUnknown,
  attachmentOutside,
  elementUncovered,
  elementDraftOnly,
  elementOverdue,
  elementSingleSource,
  ratedWithoutEvidence,
  partialWithoutAction,
  ratingExpiresBeforeAssessment,
  assessorCommentOutdated,
  notApplicableWithoutReason,
  manifestSyntax,
  manifestValue,
  manifestElementUnknown,
  manifestPattern,
  actionElementUnknown,
  actionDate,
  actionColumns,
  actionOverdue,
  actionUnassigned,
  actionDoneWithoutEvidence,
  actionWording,
  standardFile,
  mappingFile,
  fileUnreadable,
] as const satisfies readonly Rule[];

/** The code of a rule. */
export type RuleCode = (typeof all)[number]['code'];
/** A rule of the list. */
export type KnownRule = Rule & { readonly code: RuleCode };

export const rules: readonly KnownRule[] = all;
/** The codes of all rules, in the order of the list. */
export const ruleCodes: readonly RuleCode[] = all.map(({ code }) => code);
/** The rules whose findings can be put right here. */
export const rulesWithRemedy: readonly RuleCode[] = rules
  .filter((rule) => remedyOf(rule) !== undefined)
  .map(({ code }) => code);
