/** A standard file in YAML, in the layout of the built-in ones: schemas/standard.schema.json says what it holds. */
import type { Comments } from './comments';
import { noComments, nodeAnchor, topAnchor } from './comments';
import type { DraftName, DraftNode, DraftStandard, DraftTranslation } from './draft';
import { flowList, quoted, scalar } from './writtenYaml';

export interface WrittenStandard {
  readonly text: string;
  /** Comments of the file before whose place is no longer there: they stand at the end of the text. */
  readonly homeless: number;
}

/** @param comments of the file before, by what they stand at */
export function writeStandard(standard: DraftStandard, comments: Comments = noComments): WrittenStandard {
  const writer = writerOf(comments);
  for (const key of ['title', 'edition', 'language', 'publisher', 'source', 'acknowledgement'] as const)
    writer.text(0, key, standard[key], topAnchor(key));
  writer.texts(0, 'licence', standard.licence, topAnchor('licence'));
  if (standard.levels?.length) writer.line(0, `levels: ${flowList(standard.levels)}`, topAnchor('levels'));
  writeNames(writer, 'ratings', standard.ratings);
  const { award, retired, translations } = standard;
  if (award)
    writer.line(
      0,
      `award: { rating: ${quoted(award.rating)}, percent: ${award.percent} }`,
      topAnchor('award'),
    );
  writeNames(writer, 'profiles', standard.profiles);
  if (retired && retired.size > 0) {
    writer.line(0, 'retired:', topAnchor('retired'));
    for (const [old, ids] of retired)
      writer.line(
        2,
        `${quoted(old)}: ${ids.length === 1 ? quoted(ids[0] ?? '') : flowList(ids)}`,
        topAnchor('retired', old),
      );
  }
  if (translations && translations.size > 0) {
    writer.line(0, 'translations:', topAnchor('translations'));
    for (const [language, words] of translations) writeTranslation(writer, language, words);
  }
  writer.line(0, 'children:', topAnchor('children'));
  for (const node of standard.children) writeNode(writer, node, 2);
  return writer.end();
}

interface Writer {
  readonly line: (indent: number, text: string, anchor?: string) => void;
  readonly text: (
    indent: number,
    key: string,
    text: string | undefined,
    anchor?: string,
    dash?: boolean,
  ) => void;
  readonly texts: (
    indent: number,
    key: string,
    texts: readonly string[] | undefined,
    anchor?: string,
  ) => void;
  readonly end: () => WrittenStandard;
}

function writerOf({ before, behind, atEnd }: Comments): Writer {
  const lines: string[] = [];
  const used = new Set<string>();
  const line: Writer['line'] = (indent, text, anchor = '') => {
    const margin = ' '.repeat(indent);
    const isNew = !used.has(anchor);
    if (isNew) for (const comment of before.get(anchor) ?? []) lines.push(margin + comment);
    const remark = isNew ? behind.get(anchor) : undefined;
    used.add(anchor);
    // The lines of a block stand below what introduces it, and the remark behind that.
    const [first = '', ...rest] = text.split('\n');
    lines.push(margin + first + (remark === undefined ? '' : ` ${remark}`), ...rest);
  };
  const text: Writer['text'] = (indent, key, value, anchor, dash = false) => {
    if (value === undefined || value === '') return;
    line(indent, `${dash ? '- ' : ''}${key}: ${scalar(value, indent + (dash ? 4 : 2))}`, anchor);
  };
  return {
    line,
    text,
    texts: (indent, key, texts, anchor) => {
      if (!texts || texts.length === 0) return;
      line(indent, `${key}:`, anchor);
      for (const value of texts) line(indent + 2, `- ${scalar(value, indent + 4)}`);
    },
    end: () => {
      const homeless = [...before, ...Array.from(behind, ([anchor, remark]) => [anchor, [remark]] as const)]
        .filter(([anchor]) => !used.has(anchor))
        .flatMap(([, comments]) => comments);
      return { text: [...lines, ...homeless, ...atEnd, ''].join('\n'), homeless: homeless.length };
    },
  };
}

function writeNames(writer: Writer, key: string, names: readonly DraftName[] | undefined): void {
  if (!names || names.length === 0) return;
  writer.line(0, `${key}:`, topAnchor(key));
  for (const { id, title, description } of names) {
    writer.line(2, `- id: ${quoted(id)}`, topAnchor(key, id));
    writer.text(4, 'title', title);
    writer.text(4, 'description', description);
  }
}

function writeTranslation(writer: Writer, language: string, words: DraftTranslation): void {
  writer.line(2, `${quoted(language)}:`, topAnchor('translations', language));
  writer.text(4, 'title', words.title);
  writer.text(4, 'acknowledgement', words.acknowledgement);
  if (words.levels?.length) writer.line(4, `levels: ${flowList(words.levels)}`);
  for (const key of ['ratings', 'profiles'] as const) {
    const names = words[key];
    if (!names || names.size === 0) continue;
    writer.line(4, `${key}:`);
    for (const [id, { title, description }] of names) {
      writer.line(6, `${quoted(id)}:`);
      writer.text(8, 'title', title);
      writer.text(8, 'description', description);
    }
  }
  if (!words.nodes || words.nodes.size === 0) return;
  writer.line(4, 'nodes:');
  for (const [id, node] of words.nodes) {
    writer.line(6, `${quoted(id)}:`);
    writer.text(8, 'title', node.title);
    writeWords(writer, node, 8);
    if (node.keywords?.length) writer.line(8, `keywords: ${flowList(node.keywords)}`);
  }
}

function writeWords(writer: Writer, node: Omit<DraftNode, 'children'>, indent: number, id?: string): void {
  const anchor = (key: string): string | undefined => (id === undefined ? undefined : nodeAnchor(id, key));
  writer.text(indent, 'short', node.short, anchor('short'));
  writer.text(indent, 'text', node.text, anchor('text'));
  writer.texts(indent, 'introduction', node.introduction, anchor('introduction'));
  writer.texts(indent, 'guidance', node.guidance, anchor('guidance'));
}

function writeNode(writer: Writer, node: DraftNode, indent: number): void {
  const { id, title, note, assessable, children } = node;
  const name = id ?? title ?? '';
  const inner = indent + 2;
  if (id === undefined) writer.text(indent, 'title', title, nodeAnchor(name), true);
  else {
    writer.line(indent, `- id: ${quoted(id)}`, nodeAnchor(name));
    writer.text(inner, 'title', title, nodeAnchor(name, 'title'));
  }
  writeWords(writer, node, inner, name);
  writer.text(inner, 'note', note, nodeAnchor(name, 'note'));
  for (const key of ['keywords', 'profiles', 'related'] as const) {
    const values = node[key];
    if (values?.length) writer.line(inner, `${key}: ${flowList(values)}`, nodeAnchor(name, key));
  }
  if (assessable !== undefined && assessable !== (children.length === 0))
    writer.line(inner, `assessable: ${assessable}`, nodeAnchor(name, 'assessable'));
  if (children.length === 0) return;
  writer.line(inner, 'children:', nodeAnchor(name, 'children'));
  for (const child of children) writeNode(writer, child, indent + 4);
}
