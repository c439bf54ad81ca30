/** Just enough of XML to hold a report against the rules of JUnit's format: well-formed, and of the known parts. */
import { ok } from 'node:assert/strict';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads a document; throws where it is not well-formed. Comments, CDATA and document types are not expected. */
export function elementsOf(xml: string): XmlElement {
  ok(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n'), 'declaration');
  // eslint-disable-next-line no-control-regex
  ok(!/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml), 'characters that XML forbids');
  const tokens = xml.slice(xml.indexOf('\n')).match(/<[^<>]*>|[^<>]+/g) ?? [];
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    root,
  ];
  for (const token of tokens) {
    const above = open.at(-1);
    ok(above);
    const tag = /^<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(token);
    if (!token.startsWith('<')) above.text += unescaped(token);
    else if (tag?.[1] === '/') {
      ok(above.name === tag[2], `${tag[2] ?? ''} closes ${above.name}`);
      open.pop();
    } else {
      ok(tag, token);
      const attributes = Object.fromEntries(
        [...(tag[3] ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          unescaped(value),
        ]),
      );
      const element = { name: tag[2] ?? '', attributes, children: [], text: '' };
      above.children.push(element);
      if (tag[4] !== '/') open.push(element);
    }
  }
  ok(open.length === 1 && root.children.length === 1, 'one element at the top, all closed');
  return root.children[0]!;
}

function unescaped(text: string): string {
  ok(!/&(?!(?:amp|lt|gt|quot|#39);)/.test(text), text);
  return text;
}

/** What Jenkins' schema of the format (junit-10.xsd of its xUnit plugin) asks for and allows, said in our own way. */
const allowed: Readonly<
  Record<
    string,
    { readonly within: readonly string[]; readonly needs: readonly string[]; readonly may: readonly string[] }
  >
> = {
  testsuites: { within: [''], needs: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    within: ['testsuites', 'testsuite'],
    needs: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package', 'file', 'group', 'log', 'url'],
  },
  testcase: { within: ['testsuite'], needs: ['name'], may: ['classname', 'time', 'group'] },
  failure: { within: ['testcase'], needs: [], may: ['type', 'message'] },
  skipped: { within: ['testcase'], needs: [], may: ['type', 'message'] },
  'system-out': { within: ['testcase', 'testsuite'], needs: [], may: [] },
};

export function junitProblems(element: XmlElement, above = ''): readonly string[] {
  const { name, attributes, children } = element;
  const rule = allowed[name];
  if (!rule) return [`${name} is no part of the format`];
  const count = (what: string): number =>
    children.reduce((sum, child) => sum + child.children.filter((part) => part.name === what).length, 0);
  return [
    ...(rule.within.includes(above) ? [] : [`${name} in ${above}`]),
    ...rule.needs.filter((need) => !(need in attributes)).map((need) => `${name} lacks ${need}`),
    ...Object.keys(attributes)
      .filter((key) => !rule.needs.includes(key) && !rule.may.includes(key))
      .map((key) => `${name} has ${key}`),
    ...(name === 'testsuite' &&
    (Number(attributes['tests']) !== children.length ||
      Number(attributes['failures']) !== count('failure') ||
      Number(attributes['skipped'] ?? 0) !== count('skipped'))
      ? [`the numbers of ${attributes['name'] ?? ''} are wrong`]
      : []),
    ...children.flatMap((child) => junitProblems(child, name)),
  ];
}
