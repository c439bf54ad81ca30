/** A piece of evidence and an element as several pages show them. */
import type { PackedAttachment, PackedElement, PackedEvidence } from '../../core/pack/model';
import { shortWords, titleOf } from '../../core/standard/standard';
import { valueOf } from '../../core/yaml/fields';
import { capitalised } from '../../words/capitals';
import { formatDate } from '../../words/dates';
import { stateWords } from '../../words/states';
import { encoded, isDrawing } from './evidenceHtml';
import type { Html } from './page';
import { facts, link, list, upFrom } from './page';
import type { Site } from './site';
import { html } from './text';

/** `ES 12 Correcting wrong information` */
export const evidenceName = ({ ref, title }: PackedEvidence): string =>
  ref === undefined ? title : `${ref} ${title}`;

/** `3.2.4 Accurate and complete information` */
export function elementName({ node }: PackedElement, length?: number): string {
  const words = titleOf(node) || shortWords(node, length);
  return !node.hasId || words === node.id ? words : `${node.id} ${words}`;
}

/** The heading of its page, below which its words stand in full. */
export const elementHeading = ({ node }: PackedElement): string =>
  node.hasId
    ? [node.title || node.short ? '' : node.level, node.id, node.title || node.short].join(' ').trim()
    : titleOf(node);

export const stateHtml = (state: PackedElement['state']): string =>
  `<span class="state ${state}">${html(capitalised(stateWords[state]))}</span>`;

/** `attachments/survey.pdf, p. 4 (PDF, 120 KB)`: each as a link where it is there. */
export function attachmentHtml({ words, lead }: PackedAttachment, up: string): string {
  switch (lead.kind) {
    case 'web':
      return `${link(lead.address, words)} (on the web)`;
    case 'copy':
      // Opened by itself, it could run what stands in it; as a picture it cannot.
      if (isDrawing(lead.copy.path))
        return `${html(words)}: <img src="${html(up + encoded(lead.copy.path))}" alt="${html(words)}">`;
      return `${link(up + encoded(lead.copy.path) + lead.tail, words)} (${sizeWords(lead.copy.bytes)})`;
    case 'evidence':
      return link(up + lead.evidence.path, evidenceName(lead.evidence));
    case 'place':
      return html(words);
    case 'text':
      return `${html(words)} (not in this pack: ${html(lead.why)})`;
  }
}

/** `120 KB`, `3.4 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `10 March 2027, 10:00 to 10:30`; as it was written where nobody can read it. */
export function whenWords({ moment, when }: PackedEvidence): string | undefined {
  if (!moment) return when;
  const { day, from, to } = moment;
  return `${formatDate(day)}${from === undefined ? '' : `, ${from}${to === undefined ? '' : ` to ${to}`}`}`;
}

/** What is known of a piece of evidence. @param path of the page */
export function evidenceFacts(one: PackedEvidence, path: string, { contents, elementsOf }: Site): string {
  const up = upFrom(path);
  const status = valueOf(one.file.status);
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : html(value);
  return facts([
    ['Kind', text(one.kind === undefined ? undefined : capitalised(one.kind))],
    [one.isTold ? 'Who' : 'Owner', text(one.owner)],
    ['Where', text(one.where)],
    ['When', text(whenWords(one))],
    ['Status', one.standing === 'draft' ? html(status ?? 'not known') : undefined],
    ['Date', text(one.date === undefined ? undefined : formatDate(one.date))],
    ['Review by', text(reviewWords(one))],
    ['For', list(elementsOf(one).map((element) => link(up + element.path, elementName(element))))],
    ['Attachments', list(contents.attachmentsOf(one).map((attachment) => attachmentHtml(attachment, up)))],
  ]);
}

const reviewWords = ({ reviewBy, standing }: PackedEvidence): string | undefined =>
  reviewBy === undefined
    ? undefined
    : `${formatDate(reviewBy)}${standing === 'overdue' ? ', which is past' : ''}`;

/** A whole piece of evidence as a part of a page. @param level of its heading */
export function pieceHtml(
  one: PackedEvidence,
  path: string,
  level: 3 | 4,
  site: Site,
  { isStrongest = false, id }: { readonly isStrongest?: boolean; readonly id?: string } = {},
): readonly Html[] {
  const name = link(upFrom(path) + one.path, evidenceName(one));
  const before = [
    `<article class="piece"${id === undefined ? '' : ` id="${id}"`}>`,
    `<h${level}>${name}</h${level}>`,
    ...(isStrongest ? ['<p class="strongest">The strongest evidence for this</p>'] : []),
    evidenceFacts(one, path, site),
    '',
  ];
  return [before.join('\n'), ...textHtml(one, path, level + 1, site), '\n</article>'];
}

/** What somebody has written. @param path of the page @param level of its first heading */
export const textHtml = (
  one: PackedEvidence,
  path: string,
  level: number,
  { textOf }: Site,
): readonly Html[] => ['<div class="text">', ...textOf(one, path, level), '</div>'];
