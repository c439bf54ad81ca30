/** Dates and states of evidence as people write them. */
import type { Status } from '../frontMatter/keys';
import { statuses } from '../frontMatter/keys';
import { readPlanDate } from '../plan/dates';
import { inEither, plainLetters } from '../tables/welsh';
import type { CivilDate } from '../text/civilDate';

/** Undefined where it cannot be read; a month is its last day. @param problem takes what needs a person */
export function dateIn(
  cell: string,
  what: string,
  problem: (reason: string, text: string) => void,
): CivilDate | undefined {
  if (cell === '') return undefined;
  const date = readPlanDate(cell);
  if (date.kind === 'date') return date.last;
  problem(`The ${what} cannot be read. It was left out.`, cell);
  return undefined;
}

/** What people write for the states of evidence, in Wales too: letters alone, without their accents. */
const statusWords: Readonly<Record<string, Status>> = {
  indraft: 'draft', wip: 'draft', inprogress: 'draft', beingwritten: 'draft', todo: 'draft', notstarted: 'draft',
  underreview: 'in-review', review: 'in-review', forapproval: 'in-review', awaitingapproval: 'in-review',
  final: 'approved', current: 'approved', live: 'approved', published: 'approved', complete: 'approved',
  completed: 'approved', signedoff: 'approved', agreed: 'approved', uptodate: 'approved', done: 'approved',
  superseded: 'withdrawn', archived: 'withdrawn', retired: 'withdrawn', obsolete: 'withdrawn', expired: 'withdrawn',
  drafft: 'draft', ynddrafft: 'draft', arffurfdrafft: 'draft', arygweill: 'draft', arwaith: 'draft', ynmyndrhagddo: 'draft',
  hebddechrau: 'draft', hebddechraueto: 'draft', iwwneud: 'draft', iwgwneud: 'draft',
  danadolygiad: 'in-review', iwadolygu: 'in-review', iwhadolygu: 'in-review', yncaeleiadolygu: 'in-review',
  iwgymeradwyo: 'in-review', arosamgymeradwyaeth: 'in-review', ynarosamgymeradwyaeth: 'in-review',
  cymeradwywyd: 'approved', cymeradwyedig: 'approved', wedieigymeradwyo: 'approved', wediigymeradwyo: 'approved',
  wedieichymeradwyo: 'approved', wediichymeradwyo: 'approved', wedieucymeradwyo: 'approved', wediucymeradwyo: 'approved',
  terfynol: 'approved', cyfredol: 'approved', cyhoeddwyd: 'approved', wedieigyhoeddi: 'approved', wediigyhoeddi: 'approved',
  wediichyhoeddi: 'approved', cytunwyd: 'approved', cwblhawyd: 'approved', cyflawn: 'approved', wedicwblhau: 'approved',
  wediigwblhau: 'approved', wediichwblhau: 'approved', wediucwblhau: 'approved', wedieigwblhau: 'approved',
  tynnwydynol: 'withdrawn', wedieidynnuynol: 'withdrawn', wediidynnuynol: 'withdrawn', wediithynnuynol: 'withdrawn',
  disodlwyd: 'withdrawn', wediidisodli: 'withdrawn', wedieiddisodli: 'withdrawn', wediiddisodli: 'withdrawn',
  archifwyd: 'withdrawn', wediiarchifo: 'withdrawn', wediiharchifo: 'withdrawn',
}; // prettier-ignore

function statusOf(cell: string): Status | undefined {
  const key = plainLetters(cell)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const known = (Object.keys(statuses) as Status[]).find((status) => status.replace('-', '') === key);
  return known ?? (Object.hasOwn(statusWords, key) ? statusWords[key] : undefined);
}

/** Undefined where it cannot be read. @param isOfControl in a statement of applicability, it is that of the control */
export function statusIn(
  cell: string,
  isOfControl: boolean,
  problem: (reason: string, text: string) => void,
): Status | undefined {
  if (cell === '') return undefined;
  const status = inEither(cell, statusOf);
  if (status === undefined && !isOfControl)
    problem('The status cannot be read, so the evidence is a draft.', cell);
  return status;
}
