/** What goes into a pack, and what not and why. */
import { percentEncoded } from '../../words/addresses';
import { oneLine } from '../../words/oneLine';
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle, standingOf } from '../evidence/titleAndStanding';
import { isStrongestFor } from '../evidence/strongest';
import { partOfFile } from '../markdown/partOfFile';
import { assessmentOf, awardStanding, hasRatings } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { Uri } from '../text/span';
import { fileName } from '../text/uri';
import { valueOf } from '../yaml/fields';
import { copiesOf } from './copies';
import { pageStem, uniqueNames } from './fileNames';
import type {
  PackContents,
  PackedAttachment,
  PackedElement,
  PackedEvidence,
  PackedLead,
  PackedStandard,
} from './model';
import type { PackOptions, Selection } from './selection';
import type { Lead, LookAt } from './sources';
import { attachmentLead, linkLead } from './sources';
import { compareMoments, momentIn } from './visits';

/** @param look is asked when a text leads to a file, so that what is copied is known when all texts have been read */
export function contentsOf(
  portfolio: Portfolio,
  selection: Selection,
  look: LookAt,
  options: PackOptions,
): PackContents {
  const copies = copiesOf(look, options);
  const byUri = new Map<Uri, PackedEvidence>();
  const packedLead = (lead: Lead): PackedLead => {
    if (lead.kind !== 'file') return lead.kind === 'left out' ? { kind: 'text', why: lead.why } : lead;
    const evidence = byUri.get(lead.uri);
    if (evidence) return { kind: 'evidence', evidence, fragment: lead.tail.replace(/^[^#]*#?/, '') };
    if (portfolio.evidence.has(lead.uri))
      return { kind: 'text', why: 'it is a piece of evidence that is not handed over' };
    if (lead.uri === portfolio.manifestUri || portfolio.plans.has(lead.uri))
      return { kind: 'text', why: 'it belongs to the portfolio’s own work' };
    const found = copies.copyOf(lead.uri);
    return 'why' in found
      ? { kind: 'text', why: found.why }
      : { kind: 'copy', copy: found, tail: fragmentIn(lead.tail) };
  };
  const evidence = packedEvidence(portfolio, selection, options);
  for (const one of evidence) byUri.set(one.file.uri, one);
  const attachments = new Map(
    options.isPublic ? [] : evidence.map((one) => [one, attachmentsIn(portfolio, one.file, packedLead)]),
  );
  const standards = portfolio.standards.map((standard) => packedStandard(standard, byUri, options));
  const used = new Set(
    standards.flatMap(({ elements }) =>
      [...elements.values()].flatMap(({ shown, told }) => [...shown, ...told]),
    ),
  );
  return {
    title: portfolio.title,
    day: portfolio.today,
    assessmentDate: portfolio.manifest?.assessmentDate,
    options,
    standards,
    evidence,
    strays: evidence.filter((one) => !used.has(one)),
    visits: options.isPublic ? [] : visitsIn(evidence),
    lacking: evidence.flatMap((one) =>
      (attachments.get(one) ?? []).flatMap(({ words, lead }) =>
        lead.kind === 'text' ? [{ evidence: one, words, why: lead.why }] : [],
      ),
    ),
    copies,
    attachmentsOf: (one) => attachments.get(one) ?? [],
    leadOf: ({ file }, destination) => packedLead(linkLead(portfolio, file.uri, destination)),
  };
}

const visitsIn = (evidence: readonly PackedEvidence[]): readonly PackedEvidence[] =>
  evidence.filter(({ isTold }) => isTold).sort((left, right) => compareMoments(left.moment, right.moment));

function packedEvidence(
  portfolio: Portfolio,
  { evidence }: Selection,
  { isPublic }: PackOptions,
): readonly PackedEvidence[] {
  const unique = uniqueNames();
  return evidence.map((file, at): PackedEvidence => {
    const title = valueOf(file.title) ? displayTitle(file) : withoutTags(displayTitle(file));
    const ref = said(valueOf(file.ref));
    const kind = valueOf(file.kind);
    const standing = standingOf(file, portfolio.today);
    const when = isPublic ? undefined : said(valueOf(file.when));
    return {
      file,
      key: `e${at + 1}`,
      path: `evidence/${unique(`${pageStem(`${ref ?? ''} ${title}`, `evidence-${at + 1}`)}.html`)}`,
      source: portfolio.path(file.uri),
      title,
      ref,
      kind,
      isTold: kind === 'testimony' || kind === 'observation',
      owner: isPublic ? undefined : said(valueOf(file.owner)),
      standing: standing === 'withdrawn' ? 'draft' : standing,
      date: valueOf(file.date),
      reviewBy: valueOf(file.reviewBy),
      where: isPublic ? undefined : said(valueOf(file.where)),
      when,
      moment: when === undefined ? undefined : momentIn(when, portfolio.manifest?.assessmentDate),
    };
  });
}

/** A heading may have HTML in it, such as a badge. What is no tag stays: `x < y`. */
function withoutTags(heading: string): string {
  const plain = oneLine(heading.replace(/<\/?[a-z][^<>]*>/gi, ''));
  return plain === '' ? heading : plain;
}

/** An empty text says nothing. */
const said = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const attachmentsIn = (
  portfolio: Portfolio,
  { uri, attachments }: EvidenceFile,
  packedLead: (lead: Lead) => PackedLead,
): readonly PackedAttachment[] =>
  (valueOf(attachments) ?? []).map(({ text, span }) => {
    const lead = attachmentLead(portfolio, uri, text, span);
    return {
      words: lead.kind === 'file' ? fileWords(lead) : text.trim(),
      lead: packedLead(lead),
    };
  });

/** Where to look in a file, as a part of its address: programs that show PDF take `#page=4` (RFC 8118). */
function fragmentIn(tail: string): string {
  const at = tail.indexOf('#');
  return at < 0
    ? ''
    : `#${tail
        .slice(at + 1)
        .toWellFormed()
        .replace(/[^\w%=&.!,:;-]/gu, percentEncoded)}`;
}

/** `accuracy-survey.pdf (page 4)` */
function fileWords({ uri, tail }: { readonly uri: Uri; readonly tail: string }): string {
  const part = partOfFile(tail);
  return part === '' ? fileName(uri) : `${fileName(uri)} (${part})`;
}

function packedStandard(
  kept: PortfolioStandard,
  byUri: ReadonlyMap<Uri, PackedEvidence>,
  { isPublic }: PackOptions,
): PackedStandard {
  const { name, standard } = kept;
  const unique = uniqueNames();
  const place = new Map([...byUri.values()].map((one, at) => [one, at]));
  const folder = name === undefined ? 'elements' : `elements/${pageStem(name, 'standard')}`;
  const elements = standard.elements.map((node): PackedElement => {
    const { id } = node;
    const decision = kept.decision(id);
    const assessment = assessmentOf(standard, decision);
    const named = kept.evidenceFor(id).flatMap(({ uri }) => byUri.get(uri) ?? []);
    const strongest = new Set(named.filter(({ file }) => isStrongestFor(standard, file, id)));
    const ordered = named.toSorted(
      (left, right) =>
        Number(strongest.has(right)) - Number(strongest.has(left)) ||
        (place.get(left) ?? 0) - (place.get(right) ?? 0),
    );
    return {
      node,
      path: `${folder}/${unique(`${pageStem(id, 'element')}.html`)}`,
      state: kept.coverage(id).state,
      reason: (decision && valueOf(decision.reason)) ?? '',
      assessment: { ...assessment, comment: isPublic ? undefined : assessment.comment },
      shown: ordered.filter(({ isTold }) => !isTold),
      told: ordered.filter(({ isTold }) => isTold),
      strongest,
    };
  });
  return {
    standard,
    summary: kept.summary(),
    award: (['self', 'assessor'] as const).flatMap((rater) =>
      hasRatings(kept, rater) ? (awardStanding(kept, rater) ?? []) : [],
    ),
    elements: new Map(elements.map((element) => [element.node.id, element])),
  };
}
