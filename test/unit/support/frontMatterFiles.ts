/** Generated evidence files that are valid, in all the ways in which people write YAML, and how they are put together. */
import fc from 'fast-check';

export interface GeneratedFile {
  readonly text: string;
  /** The IDs under `elements`, in order. */
  readonly ids: readonly string[];
  /** By key: the stretch of the text that is this entry, with its line end. */
  readonly regions: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

export const ids = [
  '1.1',
  '1.10',
  '3.2.4',
  '1.3.2',
  'AC-2(1)',
  'GV.OC-01',
  'A, b',
  'say "x"',
  "it's",
  'a: b',
  '#1',
];

const remark = fc.constantFrom('', '', '', ' # remark', '   # ], - "x": [');

const quoted = (id: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...(/^[\w.()-]+$/.test(id) && !/^[\d.]+$/.test(id.replace(/\..*\./, 'x'))
      ? [id, id]
      : [JSON.stringify(id)]),
    ...(/^\d+\.\d+$/.test(id) ? [id] : []),
    JSON.stringify(id),
    ...(id.includes("'") ? [] : [`'${id}'`]),
  );

const listOf = (chosen: readonly string[]): fc.Arbitrary<readonly string[]> => {
  const items = fc.tuple(...chosen.map(quoted));
  const block = fc
    .tuple(
      items,
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom('- ', '-   '),
      fc.array(remark, { minLength: chosen.length, maxLength: chosen.length }),
      fc.boolean(),
      fc.constantFrom('', '', '  -', '  - # later'),
    )
    .map(([written, indent, dash, remarks, spaced, last]) => [
      '',
      ...written.flatMap((item, at) => [
        ...(spaced && at === 1 ? [`${indent}  # a line of its own`, ''] : []),
        `${indent}${dash}${item}${remarks[at] ?? ''}`,
      ]),
      ...(last === '' ? [] : [indent + last.trimStart()]),
    ]);
  const flow = fc
    .tuple(
      items,
      fc.constantFrom('[', '[ '),
      fc.constantFrom(', ', ',', ' , '),
      fc.constantFrom(']', ' ]', ',]', ', ]'),
      remark,
    )
    .map(([written, open, comma, close, end]) => [
      ` ${open}${written.join(comma)}${written.length === 0 ? ']' : close}${end}`,
    ]);
  const longFlow = fc
    .tuple(
      items,
      fc.array(remark, { minLength: chosen.length, maxLength: chosen.length }),
      fc.boolean(),
      fc.constantFrom(' ]', ' ] # end'),
    )
    .map(([written, remarks, comma, close]) => [
      ' [',
      ...written.map(
        (item, at) => `    ${item}${comma || at < written.length - 1 ? ',' : ''}${remarks[at] ?? ''}`,
      ),
      close,
    ]);
  const single =
    chosen.length === 1
      ? [
          fc.tuple(items, remark).map(([written, end]) => [` ${written[0] ?? ''}${end}`]),
          fc.tuple(items, remark).map(([written, end]) => ['', `  ${written[0] ?? ''}${end}`]),
        ]
      : [];
  const nothing =
    chosen.length === 0
      ? [fc.constantFrom([''], [' # none yet'], [' ~'], [' null # none'], [' []'], [' [ ] # none'])]
      : [block];
  return fc.oneof(flow, longFlow, ...single, ...nothing);
};

const value = (plain: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(plain, `"${plain}"`, `'${plain}'`), remark)
      .map(([text, end]) => [` ${text}${end}`]),
    fc.constantFrom(
      [''],
      [' # to do'],
      [' ~'],
      [' |', `  ${plain}`, `  ${plain}`],
      [' >-', `    ${plain}`, ''],
      ['', `  ${plain}`],
    ),
  );

const others: Readonly<Record<string, fc.Arbitrary<readonly string[]>>> = {
  title: value('Customer survey'),
  ref: value('ES 12'),
  kind: value('data'),
  owner: value('Performance Officer'),
  status: value('approved'),
  date: value('2026-03-01'),
  'review-by': value('2027-03-01'),
  attachments: fc.constantFrom(
    [' [a.pdf, b.pdf]'],
    ['', '  - a.pdf', '  - b.pdf # b'],
    [''],
    ['', '- a.pdf'],
  ),
  team: fc.constantFrom([' North'], [' { a: b }'], ['', '  a:', '    - b'], [' &name x']),
};

/** Keys in any order, remarks, empty lines, a byte order mark, line ends of each kind. */
export const frontMatterFiles: fc.Arbitrary<GeneratedFile> = fc
  .record({
    mark: fc.constantFrom('', '', '\uFEFF'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    chosen: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
    keys: fc.uniqueArray(fc.constantFrom(...Object.keys(others)), { maxLength: 6 }),
    at: fc.nat(6),
    between: fc.array(fc.constantFrom('', '', '', '# a remark', ''), { minLength: 8, maxLength: 8 }),
    body: fc.constantFrom('', 'Text.', '# Title\n\n- [x] 1.1\n\nelements: [1.1]\n---\n'),
  })
  .chain(({ keys, at, chosen, ...rest }) => {
    const order = [...keys.slice(0, at), 'elements', ...keys.slice(at)];
    const lines = order.map((key) =>
      key === 'elements' ? listOf(chosen) : (others[key] ?? fc.constant([''])),
    );
    return fc.tuple(...lines).map((values) => ({ ...rest, order, chosen, values }));
  })
  .map(({ mark, end, order, values, between, body, chosen }) => {
    const regions = new Map<string, { start: number; end: number }>();
    let text = `${mark}---${end}`;
    order.forEach((key, at) => {
      if (between[at] === '# a remark') text += `# a remark${end}`;
      const start = text.length;
      text += `${key}:${(values[at] ?? []).join(end)}${end}`;
      regions.set(key, { start, end: text.length });
    });
    return { text: `${text}---${end}${body.replaceAll('\n', end)}`, ids: chosen, regions };
  });
