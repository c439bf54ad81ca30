/** Cells in which something stands and nothing is said: people write them, and so do spreadsheets. */
import { halvesOf } from './welsh';

/**
 * `nothing`: an empty cell, or a dash. `none`: that there is nothing (`n/a`). `open`: that nobody knows yet (`TBC`, a
 * question mark, a form's own prompt). `fault`: what a spreadsheet shows instead of a value. `elsewhere`: what is said
 * in another cell (`as above`).
 */
export type NoValue = 'nothing' | 'none' | 'open' | 'fault' | 'elsewhere';

/** What Excel, LibreOffice and Google Sheets show; a row of hashes is a column that was too narrow. */
const fault =
  /^(?:#(?:ref|n\/a|div\/0|value|name|num|null|spill|calc|field|blocked|connect|unknown|getting_data|error|busy|external|python)[!?]?|#+|(?:err|error|fehler):?\s*\d{3}|\[?object object\]?|nan|null|undefined)$/;
const none =
  /^(?:n\.?\s?\/?\s?a\.?|not (?:applicable|app|relevant)|none|nil|no ?(?:ne|thing)|(?:ddim|nid yw) yn berthnasol|amherthnasol|dim(?: byd)?)$/;
const open =
  /^(?:tb[acdn]\.?|t\.b\.[acd]\.?|t\/b\/[acd]|(?:still )?to be (?:confirmed|agreed|advised|announced|arranged|assigned|decided|determined|discussed|identified|allocated|set|notified)|not (?:yet )?(?:known|set|agreed|decided|assigned|allocated|confirmed)|unknown|unsure|pending confirmation|not sure|i(?:'|’)w (?:gadarnhau|chadarnhau|benderfynu|gytuno|drafod)|heb ei (?:gadarnhau|benderfynu)|anhysbys|xx+|\?+|\.{2,}|…+|\[?(?:choose|select|pick) an? (?:item|date|person|option|value)\.?\]?|\[?(?:click|tap)(?: or (?:click|tap))?(?: here)? to (?:enter|add|choose|select) .{1,40}|\[(?:insert|enter|add|name|date|role|owner|tbc|tbd|tba)[^\]]{0,40}\]|<(?:insert|enter|name|date|role|owner)[^>]{0,40}>|dd?[/.-]mm?[/.-]yy(?:yy)?)$/;
const elsewhere =
  /^(?:(?:(?:["”“″〃]|''|,,) ?)+|do\.|ditto\.?|idem|ibid\.?|(?:same )?(?:as|see) (?:above|below|previous|before|over|overleaf|other|row \d+|line \d+|action \d+|(?:the )?(?:previous|preceding|above|next) (?:row|line|action|one))|same|(?:fel|gweler|gw\.) (?:uchod|isod)|yr un (?:fath|peth)|same as (?:the )?(?:previous|last|above)(?: (?:row|one))?|(?:the )?above|↑)\.?$/;

/** Longer texts say something. */
const longest = 80;

/**
 * What kind of nothing a cell says, in one language or in both; undefined where it says something. Letter case and what
 * stands around it are not looked at.
 */
export function noValueOf(cell: string): NoValue | undefined {
  const own = kindOf(cell);
  if (own !== undefined) return own;
  // Without a letter in each, it is a path or a mark.
  const [first, second] = halvesOf(cell).map((half) => (/\p{L}/u.test(half) ? kindOf(half) : undefined));
  return first === second ? first : undefined;
}

function kindOf(cell: string): NoValue | undefined {
  const text = cell.trim();
  if (text.length > longest) return undefined;
  const plain = text
    .replace(/^[*_`~]+|[*_`~]+$/g, '')
    .toLowerCase()
    .replace(/[\s\u200B\uFEFF]+/g, ' ')
    .trim();
  if (/^[-–—−‐‑]*$/u.test(plain)) return 'nothing';
  const inner = /^\((.*)\)$/.exec(plain)?.[1]?.trim() ?? plain;
  if (fault.test(inner)) return 'fault';
  if (none.test(inner)) return 'none';
  if (open.test(inner)) return 'open';
  return elsewhere.test(inner) ? 'elsewhere' : undefined;
}
