/** What the columns of a standard in a spreadsheet are called, and what their cells look like. */
import type { WantedColumn } from '../../core/tables/columns';
import { headerKey } from '../../core/tables/columns';
import type { SheetRole } from './sheetColumnNames';

export type { SheetRole } from './sheetColumnNames';

/** An ID is one word with a digit in it, or a few capitals; `Art. 5` is one, too. */
export const isIdLike = (cell: string): boolean =>
  cell.length <= 40 &&
  (/^(?=.*[\p{N}])[\p{L}\p{N}][^\s]*$/u.test(cell) ||
    /^\p{Lu}{1,6}(?:[.-]\p{Lu}{1,6})*$/u.test(cell) ||
    /^(?:\p{L}{1,10}\.? )?(?=.*\p{N})[\p{L}\p{N}][^\s]*(?: ?\([^()\s]{1,10}\))*$/u.test(cell));

/** The mean of what each cell is worth, from 0 to 1. */
const shareOf = (cells: readonly string[], worth: (cell: string) => number | boolean): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + Number(worth(cell)), 0) / cells.length;

/** Sentences are; a few words may be. */
const wordy = (cell: string): number => {
  if (/\s/.test(cell.trim()) && cell.length > 20) return 1;
  return /\p{L}{3}/u.test(cell) ? 0.3 : 0;
};

/** As people who keep standards in spreadsheets call them. */
export const sheetColumnsWanted: readonly WantedColumn<SheetRole>[] = [
  {
    role: 'id',
    names: [
      'id', 'refid', 'ref', 'refno', 'reference', 'identifier', 'controlid', 'controlidentifier', 'controlno',
      'controlnumber', 'requirementid', 'requirementno', 'requirementnumber', 'elementid', 'elementno', 'clauseno',
      'clausenumber', 'criterionid', 'criterionno', 'subcategoryid', 'itemno', 'number',
    ],
    lesser: ['control', 'clause', 'code', 'no', 'nr', 'sc', 'key'],
    loose: ['requirement', 'element', 'criterion', 'section', 'article', '#', '№'],
    not: ['parent', 'related', 'title', 'name', 'description', 'text'],
    fit: (cells) => (new Set(cells).size > cells.length * 0.8 ? shareOf(cells, isIdLike) : 0),
    weight: 1.2,
    alone: 0.8,
  },
  {
    role: 'title',
    names: [
      'title', 'name', 'controltitle', 'controlname', 'heading', 'controlorcontrolenhancementname', 'requirementtitle',
      'requirementname', 'elementtitle', 'shorttitle', 'shortname', 'clausetitle', 'criterionname', 'criteriontitle',
    ],
    lesser: ['control', 'criterion', 'requirement', 'subject', 'label'],
    loose: ['successcriterion', 'measure', 'practice'],
    not: ['parent', 'id', 'domain', 'category', 'family', 'group'],
    fit: (cells) => shareOf(cells, (cell) => /\p{L}{3}/u.test(cell) && cell.length <= 150),
    weight: 0.2,
  },
  {
    role: 'text',
    names: [
      'text', 'description', 'statement', 'wording', 'controltext', 'controldescription', 'controlspecification',
      'specification', 'requirementtext', 'requirementdescription', 'elementtext', 'requirement', 'requirements',
      'fulltext', 'controlstatement', 'definition',
    ],
    lesser: ['element', 'criterion', 'criteria', 'control', 'objective', 'details', 'detail', 'standard', 'content'],
    loose: ['requirements', 'shall', 'what', 'question', 'measure', 'practice', 'subcategory'],
    not: ['id', 'parent'],
    fit: (cells) => shareOf(cells, wordy),
    weight: 0.4,
    alone: 0.9,
  },
  {
    role: 'guidance',
    names: [
      'guidance', 'discussion', 'annotation', 'supplementalguidance', 'implementationguidance', 'implementationexamples',
      'implementationexample', 'examples', 'example', 'furtherguidance', 'guidelines', 'explanation',
    ],
    lesser: ['help', 'information', 'furtherinformation', 'rationale'],
    loose: [],
    not: ['id'],
  },
  {
    role: 'evidence',
    names: [
      'typicalevidence', 'evidence', 'suggestedevidence', 'exampleevidence', 'evidenceexamples', 'showme', 'artefacts',
      'artifacts', 'evidencerequired',
    ],
    lesser: [],
    loose: [],
  },
  {
    role: 'parent',
    names: ['parent', 'parentid', 'parentref', 'parentrefid', 'parentcontrol', 'partof', 'belongsto', 'above'],
    lesser: [],
    loose: [],
  },
  {
    role: 'level',
    names: ['depth', 'level', 'outlinelevel', 'hierarchylevel', 'indent'],
    lesser: ['tier', 'type'],
    loose: [],
    fit: (cells) => shareOf(cells, (cell) => /^(?:\p{L}+ ?)?\d{1,2}$/u.test(cell)),
    weight: 0.2,
  },
  { role: 'assessable', names: ['assessable', 'isassessable', 'applicable'], lesser: [], loose: [] },
  {
    role: 'profiles',
    names: [
      'profiles', 'profile', 'baseline', 'baselines', 'implementationgroups', 'implementationgroup', 'conformancelevel',
      'conformance', 'securitybaseline', 'controlbaseline',
    ],
    lesser: ['level', 'ig', 'l'],
    loose: [],
    fit: (cells) => shareOf(cells, (cell) => /^A{1,3}$|^L?[1-9]$|\p{L}/u.test(cell) && cell.length <= 40),
    weight: 0.3,
  },
  { role: 'keywords', names: ['keywords', 'tags', 'synonyms', 'searchterms'], lesser: [], loose: [] },
  {
    role: 'related',
    names: ['related', 'relatedcontrols', 'relatedcontrol', 'seealso', 'relatedto', 'relatedrequirements'],
    lesser: [],
    loose: [],
  },
  { role: 'note', names: ['note', 'notes', 'remark', 'remarks', 'comment', 'comments'], lesser: [], loose: [] },
]; // prettier-ignore

/** Columns that group the rows: what stands in one goes on until another value does. */
const groupNames = new Set([
  'function', 'category', 'domain', 'family', 'controlfamily', 'controldomain', 'chapter', 'section', 'theme', 'pillar',
  'topic', 'area', 'principle', 'group', 'goal', 'part', 'criterion', 'subcriterion', 'controlset', 'area', 'domaintitle',
  'guideline', 'series', 'process', 'subdomain', 'subsection', 'title1', 'title2',
]); // prettier-ignore

export const isGroupName = (header: string): boolean => groupNames.has(headerKey(header));

/** A column that says how somebody is to look whether the rest is done, and is left out: it tells where a table begins. */
export const isForAssessors = (header: string): boolean =>
  /(?:test(?:ing)?|audit|assessment|verification)(?:procedures?|steps?|methods?)$/.test(headerKey(header));

/** The same in front of the ID, where headers say whose group it is, or that it is the name of it: `Chapter title`. */
export function isGroupColumn(header: string): boolean {
  if (isGroupName(header)) return true;
  const words = header.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = /^(?:title|name)$/.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return named.length > 0 && named.length <= 3 && clearGroups.has(named.at(-1) ?? '');
}

/** Those that mean nothing else at the end of other words. */
const clearGroups = new Set([
  'domain',
  'family',
  'category',
  'chapter',
  'theme',
  'pillar',
  'topic',
  'area',
  'section',
]);

/** What stands before the last word of a header: the `item` of `Item number`. */
export const qualifierOf = (header: string): string =>
  (header.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, -1).join(' ');

/** A cell that says yes and nothing else. */
export const isMark = (cell: string): boolean => /^(?:x|✓|✔|☑|●|•|■|yes|y|true)$/iu.test(cell.trim());
