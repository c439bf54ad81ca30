/** IDs of elements in rendered text, with their words where the pointer rests. */
import type { FilePreview } from '../../server/lsp/protocol';
import { escapedHtml } from '../words/escapedHtml';

const patterns = new WeakMap<FilePreview, RegExp>();

/** A text as HTML, in which each ID that the file mentions has its words. */
export function withMentions(text: string, preview: FilePreview): string {
  if (preview.mentions.length === 0) return escapedHtml(text);
  const words = new Map(preview.mentions.map((mention) => [mention.written, mention.words]));
  let html = '';
  let end = 0;
  for (const found of text.matchAll(patternOf(preview))) {
    const [id] = found;
    html += `${escapedHtml(text.slice(end, found.index))}<abbr class="evidence-element" title="${escapedHtml(words.get(id) ?? '')}">${escapedHtml(id)}</abbr>`;
    end = found.index + id.length;
  }
  return html + escapedHtml(text.slice(end));
}

/** The longest first; nothing that is a part of a longer ID or number. */
function patternOf(preview: FilePreview): RegExp {
  const known = patterns.get(preview);
  if (known) return known;
  const ids = preview.mentions
    .map(({ written }) => written)
    .sort((left, right) => right.length - left.length)
    .map((id) => id.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][.-])(?:${ids.join('|')})(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])`, 'gu'); // prettier-ignore
  patterns.set(preview, pattern);
  return pattern;
}
