/**
 * All of YAML, by the package `yaml`, which says what is right. A file of its own, as the bundles for Node load it only
 * where something is no plain YAML: see server/host/yamlInNode.ts.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ParsedNode, YAMLError } from 'yaml';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { danglingReference, leftConflict, linesOfConflict, misplacedLine } from './faults';
import type { YamlEntry, YamlFault, YamlNode, YamlTree } from './nodes';

/** Each of thousands of open brackets is a fault; nobody mends more than this before looking again. */
const maximumFaults = 20;

/** More aliases than this in one text are refused: nobody writes them by hand. */
const maximumAliases = 100;

/**
 * Parses YAML. Never throws: what cannot be read is in `faults`, the rest of the tree is there.
 * @param offset where the text starts in its file; all spans count from the file's start
 */
export function parseAnyYaml(text: string, offset: number): YamlTree {
  if (isTooDeep(text)) return unread(text, offset);
  try {
    const conflict = marksOfConflict(text, offset);
    const read = conflict.length === 0 ? text : text.replace(linesOfConflict, (mark) => `#${mark.slice(1)}`);
    // The parser does not know that a carriage return ends a line.
    const document = parseDocument(read.replace(/\r(?!\n)/g, '\n'), {
      schema: 'failsafe',
      prettyErrors: false,
      // The parser compares each key with each other one: minutes, where a file has very many.
      uniqueKeys: false,
    });
    const convert = converter(text, offset);
    const root = convert.node(document.contents, offset);
    return {
      root,
      faults: [
        ...conflict,
        ...document.errors.slice(0, maximumFaults).map((error) => faultOf(error, text, offset)),
        ...convert.faults,
      ].sort((left, right) => left.span.start - right.span.start),
    };
  } catch {
    return unread(text, offset);
  }
}

/** A fault for each mark, where git has left any: both versions are read, as if the marks were remarks. */
function marksOfConflict(text: string, offset: number): readonly YamlFault[] {
  if (!/^<{7}(?:[ \t]|$)/m.test(text)) return [];
  return [...text.matchAll(linesOfConflict)].slice(0, maximumFaults).map(({ 0: mark, index }) => ({
    span: spanOf(offset + index, offset + index + mark.trimEnd().length),
    message: leftConflict,
  }));
}

function unread(text: string, offset: number): YamlTree {
  const { start, end } = visible(text, 0, text.length);
  return {
    root: { kind: 'empty', span: spanOf(offset, offset + text.length) },
    faults: [
      { span: spanOf(start + offset, end + offset), message: 'This is nested too deeply to be read.' },
    ],
  };
}

/** More levels than this are refused: nobody writes them by hand. */
const maximumLevels = 200;

/** 200 spaces before a text, or 200 dashes, question marks or colons one after the other. */
const deepLine = /(?:^|[\r\n])(?: {200}|[ \t]*(?:[-?:][ \t]+){200})/;

/**
 * The parser calls itself for each level. Too many overflow the stack, which could be caught, but where V8
 * happens to compile a regular expression at the end of the stack the process ends.
 */
function isTooDeep(text: string): boolean {
  let level = 0;
  for (const character of text) {
    if (character === '[' || character === '{') level++;
    else if ((character === ']' || character === '}') && level > 0) level--;
    if (level > maximumLevels) return true;
  }
  return deepLine.test(text);
}

function converter(source: string, offset: number) {
  const anchors = new Map<string, YamlNode>();
  const faults: YamlFault[] = [];
  let aliases = 0;

  const fault = (at: Span, message: string): void => {
    const { start, end } = visible(source, at.start - offset, at.end - offset);
    faults.push({ span: spanOf(start + offset, end + offset), message });
  };

  function node(parsed: ParsedNode | null, at: number): YamlNode {
    if (parsed === null) return { kind: 'empty', span: spanOf(at, at) };
    const span = spanOf(parsed.range[0] + offset, parsed.range[1] + offset);
    if (isAlias(parsed)) return alias(parsed.source, span);
    const result = own(parsed, span);
    if (parsed.anchor) anchors.set(parsed.anchor, result);
    return result;
  }

  function own(parsed: ParsedNode, span: Span): YamlNode {
    if (isScalar(parsed)) {
      const text = String(parsed.value);
      // With a tag such as !!str it is a text whatever it looks like.
      const plain = parsed.type === 'PLAIN' && parsed.tag === undefined;
      const isNothing = parsed.type === 'PLAIN' && (text === '' || (plain && isNull(text)));
      return isNothing
        ? { kind: 'empty', span }
        : { kind: 'scalar', text, plain, span: withoutLineEnds(parsed, span) };
    }
    if (isSeq(parsed)) {
      const items = parsed.items.map((item) => node(item as ParsedNode | null, span.end));
      return { kind: 'list', items, flow: parsed.flow === true, span };
    }
    if (!isMap(parsed)) return { kind: 'empty', span };
    const entries: YamlEntry[] = [];
    const names = new Set<string>();
    for (const pair of parsed.items) {
      const key = node(pair.key, span.end);
      const value = node(pair.value, key.span.end);
      if (key.kind === 'scalar') {
        entries.push({ key, value });
        if (names.has(key.text)) fault(key.span, `“${key.text}” stands here twice. Keep one of the two.`);
        names.add(key.text);
      } else if (key.kind === 'empty' && value.kind === 'empty') continue;
      else fault(key.span, 'A name is expected before the colon.');
    }
    return { kind: 'map', entries, span };
  }

  /** What comes in the place of a block (`|`, `>`) must not come in the place of the line ends below it, too. */
  function withoutLineEnds({ type }: ParsedNode & { type?: unknown }, { start, end }: Span): Span {
    if (type !== 'BLOCK_LITERAL' && type !== 'BLOCK_FOLDED') return spanOf(start, end);
    return spanOf(start, start + source.slice(start - offset, end - offset).trimEnd().length);
  }

  function alias(name: string, span: Span): YamlNode {
    aliases++;
    const target = anchors.get(name);
    if (aliases === maximumAliases + 1) {
      fault(span, `There are more than ${maximumAliases} references with * here; write the values out.`);
    }
    if (!target) fault(span, danglingReference);
    if (!target || aliases > maximumAliases) return { kind: 'unread', span };
    return { ...target, span };
  }

  return { node, faults };
}

const isNull = (text: string): boolean => /^(?:~|null|Null|NULL)$/.test(text);

function faultOf(error: YAMLError, text: string, offset: number): YamlFault {
  const remark = / [\]}]$/.test(error.message) ? remarkWithBracket(text, error.pos[0]) : undefined;
  if (remark) return { span: spanOf(remark.start + offset, remark.end + offset), message: cutBracket };
  const span = visible(text, error.pos[0], error.pos[1]);
  return { span: spanOf(span.start + offset, span.end + offset), message: plainWords(error, text) };
}

const cutBracket =
  'Behind a space, # starts a remark, and the closing bracket is part of it. Put quotation marks around the text that has the # in it.';

/** `#2.pdf]` of `[report #2.pdf]`, where the line before an offset ends so. */
function remarkWithBracket(text: string, before: number): Span | undefined {
  const above = text.slice(0, before).trimEnd();
  const line = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  const found = /[[{,][^\]}]*?[ \t](#[^\]}]*[\]}])/.exec(line)?.[1];
  if (found === undefined) return undefined;
  const start = above.length - line.length + line.indexOf(found);
  return spanOf(start, start + found.length);
}

/** At least one character wide, so that it can be underlined, and on one line, so that not the whole file is. */
function visible(text: string, from: number, to: number): Span {
  const start = Math.min(from, text.length);
  const lineEnd = /[\r\n]/.exec(text.slice(start, to));
  const end = Math.min(lineEnd ? start + lineEnd.index : to, text.length);
  if (end > start) return spanOf(start, end);
  const before = text.slice(0, start).trimEnd().length;
  if (before > 0) return spanOf(before - 1, before);
  const after = text.search(/\S/);
  return after < 0 ? spanOf(start, end) : spanOf(after, after + 1);
}

/** The parser's words are for people who know YAML; ours say what to do. */
function plainWords(error: YAMLError, text: string): string {
  if (/ [\]}]$/.test(error.message)) return 'A closing bracket is missing.';
  const code: string = error.code;
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'This line is indented with a tab. Use spaces.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      // The value of a name is a name with a colon itself; where that is on the next line, the place is wrong.
      return /^[^\r\n]*:/.test(text.slice(error.pos[0]))
        ? 'There is a second colon on this line. Put quotation marks around a text that contains a colon.'
        : misplacedLine;
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return misplacedLine;
    case 'MISSING_CHAR':
      return error.message.includes('quote')
        ? 'A quotation mark is missing at the end of this text.'
        : 'Something is missing here, such as a comma, a colon or a closing mark.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A colon is missing after this name.';
    case 'BAD_SCALAR_START':
      return 'A text cannot start with this character. Put it in quotation marks.';
    case 'MULTIPLE_DOCS':
      return 'This is not read, because a line above it with only --- or ... ends the block. Remove that line.';
    case 'UNEXPECTED_TOKEN':
      return 'This does not belong here. Check the quotation marks and brackets before it, and that each line is “name: value” or “- value”.';
    case 'BAD_DQ_ESCAPE':
      return 'The backslash here has a special meaning. Use single quotation marks around the text.';
    case 'BAD_DIRECTIVE':
      return 'A line cannot start with % here. Put quotation marks around the text.';
    case 'KEY_OVER_1024_CHARS':
      return 'A name before a colon is too long. Put quotation marks around a text that contains a colon.';
    case 'RESOURCE_EXHAUSTION':
      return 'This is nested too deeply to be read.';
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return 'A text that starts with !, & or * has a special meaning. Put quotation marks around it.';
    default:
      return 'This cannot be read. Check the quotation marks and brackets, and that each line is “name: value” or “- value”.';
  }
}
