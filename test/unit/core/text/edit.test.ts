import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { spanOf } from '../../../../server/core/text/span';
import { applyEdits, differenceOf, insertion } from '../../../../server/core/text/edit';
import { yamlScalar } from '../../../../server/words/yamlScalar';
import { entryOf, parseYaml } from '../../../../server/core/yaml/tree';

describe('applyChanges', () => {
  it('takes spans of the text before, in any order', () =>
    equal(
      applyEdits('abcdef', [
        { span: spanOf(4, 5), newText: 'E' },
        { span: spanOf(0, 2), newText: '' },
        insertion(6, '!'),
      ]),
      'cdEf!',
    ));
  it('keeps the order of what is inserted at one place, before what is replaced there', () =>
    equal(
      applyEdits('ab', [{ span: spanOf(1, 2), newText: 'B' }, insertion(1, '1'), insertion(1, '2')]),
      'a12B',
    ));
});

describe('differenceOf', () => {
  it('leaves out what is the same at the start and the end', () => {
    deepEqual(differenceOf('abcd', 'abXcd'), [{ span: spanOf(2, 2), newText: 'X' }]);
    deepEqual(differenceOf('aaa', 'aa'), [{ span: spanOf(2, 3), newText: '' }]);
    deepEqual(differenceOf('a', 'a'), []);
  });
  it('cuts neither a line end nor a character in two', () => {
    deepEqual(differenceOf('a\r\nb', 'a\rb'), [{ span: spanOf(1, 3), newText: '\r' }]);
    deepEqual(differenceOf('😀', '😁'), [{ span: spanOf(0, 2), newText: '😁' }]);
  });
  it('makes one text of another', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁'), { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁'), { maxLength: 8 }),
        (left, right) => {
          const [before, after] = [left.join(''), right.join('')];
          const edits = differenceOf(before, after);
          equal(applyEdits(before, edits), after);
          for (const { span } of edits)
            for (const at of [span.start, span.end])
              ok(
                !/^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])/.test(before.slice(Math.max(at - 1, 0), at + 1)) ||
                  at === 0,
              );
        },
      ),
    ));
});

describe('yamlScalar', () => {
  it('is read back as it was', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme-ascii' }),
          fc.constantFrom(
            '1.10',
            'no',
            '~',
            '# a',
            'a: b',
            '- a',
            "it's",
            'say "x"',
            '[a]',
            'a, b',
            'a #b',
            'é',
          ),
        ),
        (text) => {
          const wanted = text.replace(/\s+/g, ' ').trim();
          for (const [yaml, key] of [
            [`a: ${yamlScalar(text)}\nb: c\n`, 'a'],
            [`a: { b: ${yamlScalar(text)}, c: d }\n`, 'b'],
          ] as const) {
            const { root, faults } = parseYaml(yaml);
            deepEqual(faults, [], yaml);
            const value = entryOf(key === 'a' ? root : entryOf(root, 'a')!.value, key)?.value;
            equal(value?.kind === 'scalar' ? value.text : '', wanted, yaml);
          }
        },
      ),
    ));
});
