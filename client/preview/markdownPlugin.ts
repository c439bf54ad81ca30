/**
 * What is added to VS Code's Markdown preview, as a plug-in of markdown-it: a card in the place of the front matter,
 * ticks, and the words of IDs. A file that is no evidence is rendered as if the plug-in were not there: it only wraps
 * what draws, and asks there which file it is.
 */
import type { FilePreview } from '../../server/lsp/protocol';
import { cardHtml, type AddressOf } from './card';
import { withMentions } from './mentions';

/** As much of markdown-it as is used. */
export interface Token {
  type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}
export type DrawToken = (
  tokens: Token[],
  at: number,
  options: unknown,
  env: unknown,
  self: Renderer,
) => string;
export interface Renderer {
  readonly rules: Record<string, DrawToken | undefined>;
  renderToken(tokens: Token[], at: number, options: unknown): string;
  renderAttrs(token: Token): string;
}
export interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: { readonly tokens: Token[] }) => void): void };
  };
  readonly renderer: Renderer;
}

export interface PreviewSource {
  /** What is known of a file, by its address; undefined where it is no evidence, or nothing is known yet. */
  known(address: string): FilePreview | undefined;
  /** The file is being drawn: what is known of it should be brought up to date. */
  drawn(address: string): void;
}

/** In VS Code of every age, the front matter is a token of this type. */
const frontMatter = 'front_matter';
const ours = 'evidence_front_matter';

/** Adds to markdown-it what evidence looks like, and gives it back. */
export function extendWith<Md extends MarkdownIt>(md: Md, source: PreviewSource, addressOf: AddressOf): Md {
  const firsts = new WeakSet<Token>();
  md.core.ruler.push('evidence_portfolio', ({ tokens }) => {
    const [first] = tokens;
    if (first?.type === frontMatter) first.type = ours;
    noteFirsts(tokens, firsts);
  });
  const { rules } = md.renderer;
  rules[ours] = (tokens, at, options, env, self) => {
    const block = asItWas(tokens, at, options, env, self);
    const address = addressIn(env);
    if (address !== undefined) source.drawn(address);
    const preview = address === undefined ? undefined : source.known(address);
    if (preview === undefined) return block;
    const [token] = tokens.slice(at, at + 1);
    return `<div${token ? self.renderAttrs(token) : ''}>${cardHtml(preview, addressOf, block)}</div>\n`;
  };
  const drawText = rules['text'];
  rules['text'] = (tokens, at, options, env, self) => {
    const address = addressIn(env);
    const preview = address === undefined ? undefined : source.known(address);
    const token = tokens[at];
    if (preview === undefined || !token)
      return drawText?.(tokens, at, options, env, self) ?? self.renderToken(tokens, at, options);
    // Another plug-in may have made something of the box after it was noted.
    const box = firsts.has(token) ? boxOf(token) : undefined;
    return box === undefined
      ? withMentions(token.content, preview)
      : `${tick(box)} ${withMentions(token.content.slice(box.length), preview)}`;
  };
  return md;
}

/** What the preview, or another plug-in, makes of the front matter. */
function asItWas(tokens: Token[], at: number, options: unknown, env: unknown, self: Renderer): string {
  const token = tokens[at];
  if (!token) return '';
  token.type = frontMatter;
  const html =
    self.rules[frontMatter]?.(tokens, at, options, env, self) ?? self.renderToken(tokens, at, options);
  token.type = ours;
  return html;
}

/** The address of the document that is being rendered; a text without one has nothing to do with us. */
function addressIn(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null || !('currentDocument' in env)) return undefined;
  return isAddress(env.currentDocument) ? env.currentDocument.toString() : undefined;
}

/** What VS Code gives there is one of its URIs. */
const isAddress = (value: unknown): value is { toString(): string } =>
  typeof value === 'object' && value !== null;

/** Notes the first words of a list's items: a box there is a task's. */
function noteFirsts(tokens: readonly Token[], firsts: WeakSet<Token>): void {
  for (const [at, token] of tokens.entries()) {
    if (
      token.type !== 'inline' ||
      tokens[at - 1]?.type !== 'paragraph_open' ||
      tokens[at - 2]?.type !== 'list_item_open'
    )
      continue;
    const [first] = token.children ?? [];
    if (first?.type === 'text') firsts.add(first);
  }
}

/** The box that a text begins with, with the space behind it. */
const boxOf = ({ content }: Token): string | undefined => /^\[[ xX]\] (?=\S)/.exec(content)?.[0];

/** A sign of the text rather than a control: one that is switched off is hardly to be seen, and nobody can use it. */
const tick = (box: string): string =>
  box.startsWith('[ ]')
    ? '<span class="evidence-tick" role="img" aria-label="To do">☐</span>'
    : '<span class="evidence-tick" role="img" aria-label="Done">☑</span>';
