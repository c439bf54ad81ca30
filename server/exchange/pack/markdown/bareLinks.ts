/** Addresses that no mark makes links of, as rules of markdown-it: GitHub does, and core knows them as it does. */
import type { StateInline } from 'markdown-it';
import { addressEnd, emailEnd, nameEnd } from './addresses';
import { NotSure } from './notSure';

type Rule = (state: StateInline, isSilent: boolean) => boolean;

/** `https://example.org`. The parser stops at the colon, with the scheme behind it. */
export const bareAddress: Rule = (state, isSilent) => {
  const { src, pos, pending } = state;
  if (!mayHold(state, isSilent) || !src.startsWith('://', pos)) return false;
  const scheme = /(?<![a-z])https?$/i.exec(pending.slice(-6))?.[0];
  const start = pos - (scheme?.length ?? 0);
  if (scheme === undefined || !src.startsWith(scheme, start)) return false;
  if (/[\w.@]/.test(src.charAt(start - 1))) throw new NotSure();
  return pushed(state, start, addressEnd(src, start), '');
};

/** `a@example.org`. The parser stops at the sign. */
export const bareEmail: Rule = (state, isSilent) => {
  const { src, pos, pending } = state;
  if (!mayHold(state, isSilent) || src.charAt(pos) !== '@') return false;
  let start = pos;
  while (start > 0 && /[\w.+-]/.test(src.charAt(start - 1))) start--;
  if (start === pos || !pending.endsWith(src.slice(start, pos))) return false;
  if (/[/@]/.test(src.charAt(start - 1))) return false;
  return pushed(state, start, emailEnd(src, pos + 1), 'mailto:');
};

/** `www.example.org`. @param text the rule that takes letters up to what may be a mark */
export const withBareNames =
  (text: Rule): Rule =>
  (state, isSilent) => {
    const start = state.pos;
    if (!text(state, isSilent) || !mayHold(state, isSilent)) return state.pos > start;
    const at = state.src.slice(start, state.pos).search(/www\./i);
    if (at < 0) return true;
    const name = start + at;
    if (!/[a-z\d]/i.test(state.src.charAt(name + 4))) throw new NotSure();
    const isOpen =
      /^[ \t\n(*_[\]~]?$/.test(state.src.charAt(name - 1)) &&
      !/^[\w.+-]+@/.test(state.src.slice(name, name + 200));
    const end = isOpen ? nameEnd(state.src, name) : undefined;
    // What is left of the text is a text of its own, and read next.
    const kept = end === undefined ? name + 4 : name;
    if (kept < state.pos) state.pending = state.pending.slice(0, kept - state.pos);
    state.pos = Math.min(kept, state.pos);
    if (end !== undefined) pushed(state, name, end, 'http://');
    return true;
  };

/** In brackets, which alone are looked through in silence, there is none as long as they may be those of a link. */
const mayHold = (state: StateInline, isSilent: boolean): boolean => !isSilent && state.linkLevel === 0;

/**
 * A link to what stands in the text, of which the parser may have read some.
 * @throws NotSure where brackets are open before it, or what it ends with may not belong to it
 */
function pushed(state: StateInline, start: number, end: number | undefined, scheme: string): boolean {
  if (end === undefined) return false;
  if (mayBeInBrackets(state, start)) throw new NotSure();
  const words = state.src.slice(start, end);
  if (words.includes('://', 8) || /[\]>[]/.test(words + state.src.charAt(end))) throw new NotSure();
  if (start < state.pos) state.pending = state.pending.slice(0, start - state.pos);
  state.push('link_open', 'a', 1).attrs = [['href', scheme + words]];
  state.push('text', '', 0).content = words;
  state.push('link_close', 'a', -1);
  state.pos = end;
  return true;
}

/** Where brackets may be open, by the text of a paragraph: each address in it asks. */
const openPlaces = new WeakMap<StateInline, Uint8Array>();

function mayBeInBrackets(state: StateInline, at: number): boolean {
  let open = openPlaces.get(state);
  if (!open) openPlaces.set(state, (open = openIn(state.src)));
  return open[at] === 1;
}

/** For each place of a text, whether a bracket may be open before it: with code, HTML and escapes, or without. */
function openIn(text: string): Uint8Array {
  const open = new Uint8Array(text.length + 1);
  if (!text.includes('[')) return open;
  markOpen(open, text);
  // Of the same length. Within them nobody knows what is open.
  const skipped = /\\.|`+[^`]*`+|<[^<>]*>/g;
  for (const {
    0: { length },
    index,
  } of text.matchAll(skipped))
    open.fill(1, index + 1, index + length);
  markOpen(
    open,
    text.replace(skipped, (part) => ' '.repeat(part.length)),
  );
  return open;
}

function markOpen(open: Uint8Array, text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[') depth++;
    else if (character === ']' && depth > 0) depth--;
    if (depth > 0) open[at + 1] = 1;
  }
}
