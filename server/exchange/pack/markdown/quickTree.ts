/**
 * The tree of a text that remark and mdast-util-to-hast make of it, from tokens of markdown-it: they read GitHub's
 * Markdown alike where it is not rare, and where it is, this says so.
 */
import type { Element, Root } from 'hast';
import type { Token } from 'markdown-it';
import type { Node } from '../html/rawHtml';
import { elementOf, inlinesOf, textOf } from './inlines';
import { NotSure } from './notSure';
import type { References } from './references';
import { sectionsOf } from './sections';
import { blocksOf, isOtherwise, isOver, mayHaveNotes, readLines } from './tokens';

/** How what may be read in two ways is read. Undefined: not section by section. */
export interface Slowly {
  readonly section: (section: string, references: References, isLast: boolean) => Root | undefined;
  readonly noted: (sections: NotedSections, references: References) => Noted | undefined;
}

/** All sections of a text that call or define footnotes. */
export interface NotedSections {
  readonly sections: readonly string[];
  /** The last one of them is the last one of the text. */
  readonly hasLast: boolean;
}

export interface Noted {
  /** That of each section; the last one has the notes, and is one more where the text goes on behind the sections. */
  readonly trees: readonly Root[];
  /** What the sections define. */
  readonly references: References;
}

const byNobody: Slowly = { section: () => undefined, noted: () => undefined };

/** In characters: what shares a section with a footnote is read slowly. */
const shortestBesideNotes = 300;

/**
 * @param slowly is asked for each section that remark may read in another way
 * @returns undefined where that cannot be done section by section
 */
export function quickTree(text: string, slowly = byNobody): Root | undefined {
  if (isOtherwise(text)) return undefined;
  const hasNotes = mayHaveNotes(text);
  const sections = sectionsOf(text, hasNotes ? shortestBesideNotes : undefined).map((section) => {
    const isNoted = hasNotes && section.includes('[^');
    return { section, isNoted, blocks: isNoted ? undefined : sure(() => blocksOf(section)) };
  });
  const last = sections.length - 1;
  const areOver = sections.every(
    ({ section, blocks }, at) => at === last || !blocks || isOver(blocks, section),
  );
  if (!areOver) return undefined;
  const references: Record<string, References[string]> = {};
  // Of two definitions, the first one is taken.
  for (const { blocks } of sections.toReversed()) Object.assign(references, blocks?.references);
  const notes = hasNotes ? slowly.noted(notedIn(sections), references) : nothingNoted;
  if (!notes) return undefined;
  Object.assign(references, notes.references);
  const noted = notes.trees.values();
  const children: Root['children'] = [];
  for (const [at, { section, isNoted, blocks }] of sections.entries()) {
    const tree = isNoted
      ? noted.next().value
      : ((blocks && sure(() => treeOf(blocks.tokens, references))) ??
        slowly.section(section, references, at === last));
    if (!tree) return undefined;
    add(tree, children);
  }
  for (const notesAtEnd of noted) add(notesAtEnd, children);
  return { type: 'root', children };
}

const nothingNoted: Noted = { trees: [], references: {} };

const notedIn = (
  sections: readonly { readonly section: string; readonly isNoted: boolean }[],
): NotedSections => ({
  sections: sections.flatMap(({ section, isNoted }) => (isNoted ? [section] : [])),
  hasLast: sections.at(-1)?.isNoted === true,
});

function add(tree: Root, children: Root['children']): void {
  if (children.length > 0 && tree.children.length > 0) children.push({ type: 'text', value: '\n' });
  for (const child of tree.children) children.push(child);
}

function sure<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotSure) return undefined;
    throw error;
  }
}

interface Open {
  readonly token: Token | undefined;
  readonly children: Node[];
  /** Paragraphs that are none in a list without empty lines. */
  readonly tight: Set<Node>;
}

const opening = (token?: Token): Open => ({ token, children: [], tight: new Set() });

function treeOf(tokens: readonly Token[], references: References): Root {
  readLines(tokens, references);
  const root = opening();
  const open: Open[] = [root];
  for (const token of tokens) {
    const top = open.at(-1) ?? root;
    if (token.nesting === 1) {
      open.push(opening(token));
      if (open.length > deepest) throw new NotSure();
    } else if (token.nesting === 0) top.children.push(...leaf(token));
    else {
      open.pop();
      const above = open.at(-1) ?? root;
      const made = closed(top);
      above.children.push(made);
      if (top.token?.hidden === true) above.tight.add(made);
    }
  }
  return { type: 'root', children: onLines(root.children, false) };
}

const deepest = 60;

function leaf(token: Token): readonly Node[] {
  switch (token.type) {
    case 'inline':
      return inlinesOf(token.children ?? []);
    case 'html_block':
      return [{ type: 'raw', value: token.content.replace(/\n+$/, '') }];
    case 'hr':
      return [elementOf('hr', {}, [])];
    case 'fence':
    case 'code_block':
      return [codeOf(token)];
    default:
      throw new NotSure();
  }
}

function codeOf({ content, info }: Token): Element {
  // A block that ends with the text has no end of a line.
  const value = content === '\n' || content === '' ? '' : content.replace(/\n?$/, '\n');
  const [language = ''] = info.trim().split(/\s/);
  const properties = language === '' ? {} : { className: [`language-${language}`] };
  return elementOf('pre', {}, [elementOf('code', properties, [textOf(value)])]);
}

function closed({ token, children, tight }: Open): Element {
  const tag = token?.tag ?? '';
  switch (tag) {
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return elementOf(tag, {}, children);
    case 'th':
    case 'td':
      return elementOf(tag, alignOf(token), children);
    case 'li':
      return item(token, children, tight);
    case 'ul':
    case 'ol':
      return elementOf(tag, listProperties(token, children), onLines(children, true));
    default:
      return elementOf(tag, {}, onLines(children, true));
  }
}

function alignOf(token: Token | undefined): Element['properties'] {
  const style = token?.attrGet('style');
  return typeof style === 'string' ? { align: style.replace('text-align:', '') } : {};
}

function listProperties(token: Token | undefined, children: readonly Node[]): Element['properties'] {
  const start = token?.attrGet('start') ?? null;
  const hasTasks = children.some((child) => child.type === 'element' && 'className' in child.properties);
  return {
    ...(start === null ? {} : { start: Number(start) }),
    ...(hasTasks ? { className: ['contains-task-list'] } : {}),
  };
}

function item(token: Token | undefined, children: readonly Node[], tight: ReadonlySet<Node>): Element {
  const isDone = token?.meta?.['isDone'];
  const isParagraph = (node: Node): node is Element => node.type === 'element' && node.tagName === 'p';
  const isLoose = (node: Node): boolean => !isParagraph(node) || !tight.has(node);
  const [first] = children;
  if (typeof isDone === 'boolean' && first && isParagraph(first))
    first.children.unshift(
      elementOf('input', { type: 'checkbox', checked: isDone, disabled: true }, []),
      ...(first.children.length > 0 ? [textOf(' ') as Element['children'][number]] : []),
    );
  const placed = children.flatMap((node, at): readonly Node[] => [
    ...(isLoose(node) || at > 0 ? [textOf('\n')] : []),
    ...(isParagraph(node) && !isLoose(node) ? node.children : [node]),
  ]);
  const last = children.at(-1);
  if (last && isLoose(last)) placed.push(textOf('\n'));
  return elementOf('li', typeof isDone === 'boolean' ? { className: ['task-list-item'] } : {}, placed);
}

/** Each on a line of its own. */
function onLines(nodes: readonly Node[], isWrapped: boolean): Node[] {
  const lines = nodes.flatMap((node, at): readonly Node[] => (at > 0 ? [textOf('\n'), node] : [node]));
  if (!isWrapped) return lines;
  return [textOf('\n'), ...lines, ...(nodes.length > 0 ? [textOf('\n')] : [])];
}
