/** What the columns of an evidence matrix are called, here and elsewhere, and what their cells look like. */
import { readPlanDate } from '../plan/dates';
import { shareOf } from '../plan/columns';
import { wantedIn as planWantedIn } from '../plan/exchange/importColumns';
import type { Lexicon } from '../standard/standard';
import type { WantedColumn } from '../tables/columns';
import { headerWorth } from '../tables/columns';
import type { MatrixColumn } from './columnNames';
import { kindIn } from './kindWords';
import { refIn } from './refs';

const column = (
  role: MatrixColumn,
  names: string,
  loose = '',
  more: Partial<WantedColumn<MatrixColumn>> = {},
): WantedColumn<MatrixColumn> => ({
  role,
  names: words(names),
  lesser: [],
  loose: words(loose),
  ...more,
});
const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

const isDate = (cell: string): number => (readPlanDate(cell).kind === 'date' ? 1 : 0);
const isRef = (cell: string): number => (refIn(cell)?.rest === '' ? 1 : 0);
/** Under half of the cells, `Type` is a type of something else. */
const isOfKinds = (cells: readonly string[]): number => {
  const share = shareOf(cells, (cell) => (kindIn(cell) === undefined ? 0 : 1));
  return share < 0.5 ? 0 : share;
};
const isPlace = (cell: string): number =>
  /https?:\/\/|\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|html?|jpe?g|png|csv|txt|md)\b|^[A-Z]:\\|^\\\\/i.test(cell)
    ? 1
    : 0;

/** By the words that people use, in Wales too, in the order in which the columns of a matrix stand. */
const wanted: readonly WantedColumn<MatrixColumn>[] = [
  column('element', 'element elements elementtext requirement requirements elementofthestandard criteriontext criteriawording controltitle controlname wording elfen elfennau gofyniad gofynion', 'criterion criteria standard description text question control title objective outcome statement disgrifiad maenprawf meiniprawf', { not: ['ref', 'no', 'id', 'evidence'] }),
  column('guidance', 'guidance guidancenotes applicantguidance canllawiau arweiniad'),
  column('evidence', 'evidence evidences evidenceitem evidenceitems evidencetitle evidenceprovided hardevidence documentaryevidence supportingevidence evidencedocument evidencedocuments evidencedescription evidencesource showme showmehardevidence show shown tystiolaeth dangoswchimi', 'document documents proof source sources item items whatwehave howwemeetit howdowemeetthis response', { not: ['ref', 'no', 'number', 'owner', 'date', 'location', 'status', 'gap', 'gaps'] }),
  column('told', 'tellme tellmeseeonsite tell told seeonsite tellmeandseeonsite interview interviews testimony observation dywedwchwrthyf', 'onsite visit visits whototalkto', { not: ['ref', 'no', 'date'] }),
  column('esRef', 'esref es esno esnumber evidenceref evidenceno evidencenumber evidenceid evidencereference evref evidencerefno docref documentref documentno itemno itemref cyfeirnodtystiolaeth cyftystiolaeth rhiftystiolaeth', '', { fit: (cells) => shareOf(cells, isRef), weight: 1, alone: 0.9 }),
  column('kind', 'kind kindofevidence evidencekind typeofevidence evidencetype formofevidence natureofevidence evidenceformat showortell shownortold showtell mathodystiolaeth', 'type format form medium math', { fit: isOfKinds, weight: 0.3, not: ['ref', 'id', 'date', 'owner', 'control', 'requirement', 'element'] }),
  column('owner', 'owner owners evidenceowner responsibility responsible responsibleofficer responsibleperson personresponsible lead leads leadofficer leadperson owneroftheevidence heldby keptby providedby perchennog perchnogion cyfrifoldeb arweinydd swyddogarweiniol swyddogcyfrifol', 'officer officers who contact manager team service department name author accountable', { not: ['date', 'status'] }),
  column('status', 'status state evidencestatus documentstatus approvalstatus statws', 'stage approval rag ragstatus progress implementationstatus implementation implemented', { not: ['date', 'by'] }),
  column('reviewBy', 'reviewby reviewdate review nextreview nextreviewdate reviewdue datereview reviewdeadline expires expiry expirydate validuntil renewaldate dateofnextreview dyddiadadolygu dyddiadadolygunesaf adolygu adolygiad', '', { fit: (cells) => shareOf(cells, isDate), weight: 0.5, not: ['last', 'reviewed', 'comments', 'notes'] }),
  column('date', 'date evidencedate dated dateofevidence dateofdocument documentdate asat published publicationdate dyddiad', 'lastupdated updated period', { fit: (cells) => shareOf(cells, isDate), weight: 0.5, not: ['review', 'next', 'due', 'expiry', 'expires', 'target'] }),
  column('where', 'wheretolook location locations link links hyperlink hyperlinks url urls web webaddress file files filename filepath path attachment attachments whereheld wheretofindit locationofevidence evidencelocation documentlocation lleoliad dolen dolenni', 'where folder storedat shareddrive place address', { fit: (cells) => shareOf(cells, isPlace), weight: 1, alone: 0.7, not: ['date', 'owner'] }),
  column('notes', 'notes note comments comment remarks remark nodiadau sylwadau', 'commentary furtherinformation additionalinformation details gap gaps action actions', { not: ['assessor', 'assessors', 'date'] }),
  column('applies', 'applies applicable applicability appl inscope doesitapply perthnasol ynberthnasol'),
  column('reason', 'reason reasons justification reasonforinclusion reasonforexclusion justificationforinclusion justificationforexclusion rationale rheswm rhesymau cyfiawnhad'),
  column('rating', 'rating self selfrating selfassessment selfassessed selfscore ourrating hunanasesiad', 'score compliance compliant', { not: ['assessor', 'assessors'] }),
]; // prettier-ignore

/** Where there are several standards; elsewhere such a header is above what the standard asks for. */
const whose = column('standard', 'standard standards standardname framework frameworks scheme norm');

/** A second column of refs, beside what is told, is found by where it stands. */
const known = new WeakMap<Lexicon, readonly WantedColumn<MatrixColumn>[]>();

/** The columns of a matrix, with what the standard says of how references look: its own IDs are the surest sign. */
export function wantedIn(standard: Lexicon): readonly WantedColumn<MatrixColumn>[] {
  const before = known.get(standard);
  if (before) return before;
  const refs = planWantedIn(standard).flatMap((one): readonly WantedColumn<MatrixColumn>[] =>
    one.role === 'ref' ? [{ ...one, role: 'ref' }] : [],
  );
  const all = [...refs, ...(standard.several ? [whose] : []), ...wanted];
  known.set(standard, all);
  return all;
}

/** The columns of a list of evidence: what names an element elsewhere names the evidence there. */
export const registerIn = (standard: Lexicon): readonly WantedColumn<MatrixColumn>[] =>
  wantedIn(standard).flatMap((one): readonly WantedColumn<MatrixColumn>[] => {
    if (one.role === 'element') return [];
    if (one.role === 'evidence') return [{ ...one, loose: [...one.loose, ...namesOfItems] }];
    if (one.role === 'esRef') return [{ ...one, loose: ['id', 'no', 'number', 'ref', '#'] }];
    return [one];
  });

const namesOfItems = words('title name description artefact artifact record artefacts artifacts records');

/** How much a row looks like the header of a matrix: from 2 on, it is one. */
export const matrixHeaderWorth =
  (standard: Lexicon) =>
  (cells: readonly string[]): number =>
    headerWorth(wantedIn(standard), cells);
