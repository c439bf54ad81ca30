/** What stands in a line, from tokens of markdown-it, as the tree that remark and mdast-util-to-hast make of it. */
import type { Element, RootContent } from 'hast';
import type { Token } from 'markdown-it';
import type { Node } from '../html/rawHtml';
import { NotSure } from './notSure';

/** More elements in each other than these are left to remark: markdown-it stops to read at a hundred. */
const deepest = 60;

interface Open {
  readonly element: Element | undefined;
  readonly children: Node[];
  readonly isInLink: boolean;
}

/** @throws NotSure where GitHub may find an address in the text */
export function inlinesOf(tokens: readonly Token[]): Node[] {
  const root: Open = { element: undefined, children: [], isInLink: false };
  const open: Open[] = [root];
  let text = '';
  const flush = (): void => {
    if (text === '') return;
    const { children, isInLink } = open.at(-1) ?? root;
    if (!isInLink && mayBeAddress.test(text)) throw new NotSure();
    children.push(textOf(trimmed(text)));
    text = '';
  };
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special') text += token.content;
    else if (token.type === 'softbreak') text += '\n';
    else {
      flush();
      const { children, isInLink } = open.at(-1) ?? root;
      if (token.nesting === 0) children.push(...single(token));
      else if (token.nesting === -1) open.pop();
      else {
        const element = opened(token);
        children.push(element);
        open.push({ element, children: element.children, isInLink: isInLink || element.tagName === 'a' });
        if (open.length > deepest) throw new NotSure();
      }
    }
  }
  flush();
  return root.children;
}

/** An element as a part of a tree that may have HTML in it, which is replaced before anybody looks. */
export const elementOf = (tagName: string, properties: Element['properties'], children: Node[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children as Element['children'],
});

export const textOf = (value: string): RootContent => ({ type: 'text', value });

/** What GitHub makes a link of, though it is not marked as one. */
const mayBeAddress = /https?:\/\/\S|(?<![\da-z])www\.|[\w+\-.]@[\w.-]*\.[\w-]*[a-z](?![\w-])/i;

/** Without blanks around ends of lines. */
const trimmed = (text: string): string =>
  text.includes('\n') ? text.replace(/[ \t]*(\r?\n|\r)[ \t]*/g, '$1') : text;

function opened(token: Token): Element {
  if (token.type !== 'link_open') return elementOf(token.tag === 's' ? 'del' : token.tag, {}, []);
  return elementOf('a', { href: addressOf(token, 'href'), ...titleOf(token) }, []);
}

function single(token: Token): readonly Node[] {
  switch (token.type) {
    case 'code_inline':
      return [elementOf('code', {}, [textOf(token.content)])];
    case 'html_inline':
      return [{ type: 'raw', value: token.content }];
    case 'hardbreak':
      return [elementOf('br', {}, []), textOf('\n')];
    case 'image':
      return [
        elementOf(
          'img',
          { src: addressOf(token, 'src'), alt: wordsOf(token.children ?? []), ...titleOf(token) },
          [],
        ),
      ];
    default:
      throw new NotSure();
  }
}

/** The text alone, that of pictures included. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === 'softbreak') return '\n';
      return token.type === 'image' ? wordsOf(token.children ?? []) : token.content;
    })
    .join('');

const titleOf = (token: Token): Element['properties'] => {
  const title = token.attrGet('title');
  return title === null ? {} : { title: String(title) };
};

/** As mdast-util-to-hast writes it: what an address cannot hold as it is, is encoded. */
const addressOf = (token: Token, attribute: string): string =>
  String(token.attrGet(attribute) ?? '').replace(/%[\dA-Za-z]{2}|[^!#$&-;=?-Z_a-z~]/gu, (part) =>
    part.startsWith('%') && part.length > 1 ? part : encodeURIComponent(part.toWellFormed()),
  );
