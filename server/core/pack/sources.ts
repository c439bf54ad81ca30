/** Where attachments and links lead, and what somebody who looks finds there. */
import { parseReference } from '../markdown/reference';
import type { Portfolio } from '../portfolio/portfolio';
import { attachmentTarget, leadsTo, toTargets } from '../portfolio/targets';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import { joinPath, parentUri } from '../text/uri';

/** What stands at a place, as somebody has found it who looked. */
export type Look =
  | { readonly kind: 'file'; readonly bytes: number }
  /** `why` ends the sentence “It is not in the pack: …”. */
  | { readonly kind: 'left out'; readonly why: string };

/** In bytes: larger ones are films and archives, which are handed over in another way. */
export const largestCopy = 100_000_000;

/** Looks at a place: asked once for each that is not the portfolio’s own. */
export type LookAt = (uri: Uri) => Look;

/** Where an attachment or a link leads. */
export type Lead =
  /** An address that anybody can open. */
  | { readonly kind: 'web'; readonly address: string }
  /** A place of the same text. */
  | { readonly kind: 'place'; readonly fragment: string }
  /** `tail`: what follows its path, such as `#page=4`. */
  | { readonly kind: 'file'; readonly uri: Uri; readonly tail: string }
  | { readonly kind: 'left out'; readonly why: string };

const notAnybodys = 'only the writer’s own computer or network can open it';

/** Where one attachment leads. */
export function attachmentLead({ exists }: Portfolio, from: Uri, text: string, span: Span): Lead {
  const target = attachmentTarget(from, text, span);
  if (!target) return webLead(text);
  // People write `\` between folders, as Windows does; elsewhere a name may have it, too.
  const literally = text.includes('\\') ? joinPath(parentUri(from), text) : undefined;
  if (target.kind === 'path' && literally !== undefined && exists(literally) === true)
    return { kind: 'file', uri: literally, tail: '' };
  const reading = leadsTo(target, exists);
  return reading
    ? { kind: 'file', uri: reading.uri, tail: reading.tail }
    : { kind: 'left out', why: target.kind === 'nothing' ? 'it is no address' : notAnybodys };
}

/** Where a link or a picture of the text leads. @param destination as Markdown resolves it, percent-encoding included */
export function linkLead({ exists, root }: Portfolio, from: Uri, destination: string): Lead {
  const text = destination.trim();
  if (text.startsWith('#')) return { kind: 'place', fragment: text.slice(1) };
  const [target] = toTargets(from, root, [{ destination, span: spanOf(0, 0) }]);
  if (!target) {
    if (text.length > 2048) return { kind: 'left out', why: 'its address is too long' };
    const { kind } = parseReference(destination);
    return kind === 'template' ? { kind: 'left out', why: 'a program was to fill it in' } : webLead(text);
  }
  if (target.literally !== undefined && exists(target.literally) === true)
    return { kind: 'file', uri: target.literally, tail: '' };
  const reading = leadsTo(target, exists);
  if (reading) return { kind: 'file', uri: reading.uri, tail: reading.tail };
  return { kind: 'left out', why: target.kind === 'nothing' ? 'it is no address' : notAnybodys };
}

/** What a browser could be made to do by an address that is none of these, nobody knows. */
const openable = /^(?:https?:\/\/|mailto:|tel:)[^\s]/i;

function webLead(text: string): Lead {
  const address = text.trim().replace(/^\/\//, 'https://');
  return openable.test(address) && !/\p{Cc}/u.test(address)
    ? { kind: 'web', address }
    : { kind: 'left out', why: 'its address is none of the web' };
}
