/** Strikethrough, where every parser of GitHub's Markdown reads it alike. */
import type { StateInline } from 'markdown-it';
import { NotSure } from './notSure';

/**
 * To GitHub one tilde strikes out as two do, and three are none. A rule that takes a tilde as a letter, and leaves two to
 * the parser's own.
 *
 * @throws NotSure where one may have another that closes it, and where they stand among emphasis
 */
export function tildes(state: StateInline, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (isSilent || src.charAt(pos) !== '~') return false;
  const { can_close: closes, length } = state.scanDelims(pos, true);
  if (length > 2 || (length === 2 && /[*_]/.test(src))) throw new NotSure();
  if (length === 2) return false;
  if (closes && src.slice(0, pos).includes('~')) throw new NotSure();
  state.pending += '~';
  state.pos++;
  return true;
}
