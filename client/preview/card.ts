/** What is known of evidence, as HTML above its rendered text. Nothing here knows VS Code. */
import type { FilePreview, PreviewElement, PreviewFinding } from '../../server/lsp/protocol';
import { capitalised } from '../../server/words/capitals';
import { escapedHtml } from '../words/escapedHtml';

/** The address that shows an element of a portfolio; undefined where the editor follows no such address. */
export type AddressOf = (root: string, element: string) => string | undefined;

/**
 * The card: title, details, elements, and what is to be put right.
 * @param block what the preview itself makes of the block at the top of the file; empty where it shows nothing
 */
export function cardHtml(preview: FilePreview, addressOf: AddressOf, block: string): string {
  const { title, details, elements, findings } = preview;
  return [
    '<section class="evidence-card" aria-label="About this evidence">',
    `<p class="evidence-card-title">${escapedHtml(title)}</p>`,
    ...(details.length === 0 ? [] : ['<dl>', ...details.map(detailHtml), '</dl>']),
    ...(elements.length === 0
      ? []
      : [
          '<p class="evidence-card-label">Evidence for</p>',
          '<ul class="evidence-card-elements">',
          ...elements.map((element) => elementHtml(element, addressOf)),
          '</ul>',
        ]),
    ...(findings.length === 0
      ? []
      : [
          '<p class="evidence-card-label">To be put right</p>',
          '<ul class="evidence-card-findings">',
          ...findings.map(findingHtml),
          '</ul>',
        ]),
    ...(block === '' ? [] : [`<details><summary>As it is written in the file</summary>${block}</details>`]),
    '</section>',
  ].join('\n');
}

const detailHtml = ({ label, words, isWrong }: FilePreview['details'][number]): string =>
  `<div><dt>${escapedHtml(label)}</dt><dd${isWrong ? ' class="evidence-wrong"' : ''}>${escapedHtml(words)}</dd></div>`;

function elementHtml({ id, text, state, root }: PreviewElement, addressOf: AddressOf): string {
  const name = `<strong>${escapedHtml(id)}</strong>`;
  const address = text === '' ? undefined : addressOf(root, id);
  const linked =
    address === undefined
      ? name
      : `<a href="${escapedHtml(address)}" title="Show ${escapedHtml(id)} in the standard">${name}</a>`;
  const words = [linked, escapedHtml(text)].filter((part) => part !== '').join(' ');
  const standing = state === '' ? '' : ` <span class="evidence-state">${escapedHtml(state)}</span>`;
  return `<li>${words}${standing}</li>`;
}

const findingHtml = ({ severity, message, line }: PreviewFinding): string =>
  `<li class="evidence-${severity}"><strong>${capitalised(severity)}</strong> in line ${line}: ${escapedHtml(message)}</li>`;
