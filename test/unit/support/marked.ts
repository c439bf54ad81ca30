/** Texts with marked places: `elements: [«3.2.9»]`. */
import type { Span } from '../../../server/core/text/span';
import { spanOf } from '../../../server/core/text/span';

export interface Marked {
  /** Without the marks. */
  readonly text: string;
  /** What stood between « and », in order, counted in the text without the marks. */
  readonly spans: readonly Span[];
}

export function marked(source: string): Marked {
  const spans: Span[] = [];
  let text = '';
  let open = 0;
  for (const piece of source.split(/([«»])/)) {
    if (piece === '«') open = text.length;
    else if (piece === '»') spans.push(spanOf(open, text.length));
    else text += piece;
  }
  return { text, spans };
}
