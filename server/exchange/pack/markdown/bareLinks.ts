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
  const name = /[\w.+-]+$/.exec(pending)?.[0] ?? '';
  const start = pos - name.length;
  if (name === '' || src.slice(start, pos) !== name || /[\w.+/@-]/.test(src.charAt(start - 1))) return false;
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
  if (mayBeInBrackets(state.src.slice(0, start))) throw new NotSure();
  const words = state.src.slice(start, end);
  if (words.includes('://', 8) || /[\]>[]/.test(words + state.src.charAt(end))) throw new NotSure();
  if (start < state.pos) state.pending = state.pending.slice(0, start - state.pos);
  state.push('link_open', 'a', 1).attrs = [['href', scheme + words]];
  state.push('text', '', 0).content = words;
  state.push('link_close', 'a', -1);
  state.pos = end;
  return true;
}

function mayBeInBrackets(text: string): boolean {
  if (!text.includes('[')) return false;
  return isOpenIn(text) || isOpenIn(text.replace(/\\.|`+[^`]*`+|<[^<>]*>/g, ''));
}

function isOpenIn(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) depth = Math.max(0, depth + (bracket === '[' ? 1 : -1));
  return depth > 0;
}
