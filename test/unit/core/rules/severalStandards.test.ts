/** What portfolio.yaml may say of several standards and of profiles, and what is said of slips in it. */
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const rule = 'manifest-value';

const two =
  'title: Two\nprofiles: [{ id: core, title: Core }, { id: full, title: Full }]\nratings: [{ id: fine, title: Fine }]\nchildren: [{ id: "1.1", text: Two one, profiles: [core] }, { id: "7", text: Seven }]\n';
const files = (manifest: string): Files => ({
  'two.yaml': two,
  'a.md': '---\nelements: ["1.1"]\n---\n\n# A\n\nText.\n',
  'portfolio.yaml': manifest,
});

const without = 'Nothing can be checked without a standard.';

describe('several standards in portfolio.yaml', () => {
  for (const [name, manifest, found] of [
    ['two', 'standards: { A: small, B: two.yaml }', []],
    ['profiles', 'standards: { A: small, B: { file: two.yaml, profile: core } }', []],
    ['a profile of one standard', 'standard: { file: two.yaml, profile: core }', []],
    [
      'both keys',
      '«standard»: small\nstandards: { A: small }',
      [
        'error: Both “standard” and “standards” stand here, and only “standards” is read. Keep “standards” where the portfolio has several, each with its name, and take the other out.',
      ],
    ],
    [
      'an unknown profile',
      'standard: { file: two.yaml, profile: «cor» }',
      ['error: “cor” is not known here. Did you mean “core”? Until then, all of Two counts.'],
    ],
    [
      'a profile of a standard that has none',
      'standards: { A: { file: small, profile: «core» } }',
      [
        'error: Small Standard has no profiles, so all of it counts. Take “profile” out, or add profiles to the standard’s file.',
      ],
    ],
    [
      'a name that cannot stand before an ID',
      'standards: { «my standard»: small }',
      [
        'error: “my standard” cannot stand before an ID. A name is short, has letters, perhaps digits, dots, dashes and underscores, and no blanks, such as CSE or ISO-9001.',
      ],
    ],
    [
      'names that look alike',
      'standards:\n  ISO: small\n  «iso»: two.yaml',
      [
        'error: iso looks like ISO, which is another standard of this portfolio. Give them names that nobody takes for one another.',
      ],
    ],
    [
      'a file that is not there, as with one standard',
      'standards: { A: small, B: «three.yaml» }',
      [`error: There is no built-in standard of that name and no file at three.yaml. ${without}`],
    ],
    [
      'no standard behind a name',
      'standards: { A: small, «B»: }',
      [
        'error: Which standard this is is not said. Write the id of a built-in standard, or the path to a standard’s file, such as standards/iso-9001.yaml.',
      ],
    ],
    [
      'another key beside the file',
      'standard: { file: two.yaml, «profiles»: core }',
      ['error: “profiles” is not known here. It can be one of these: file, profile.'],
    ],
    [
      'a list',
      'standards: «[small, two.yaml]»',
      [
        'error: Write a short name for each standard, a colon, and the standard: “CSE: customer-service-excellence”. Where there is one only, write “standard” for “standards”, and no name.',
      ],
    ],
    [
      'ratings of the other standard',
      'standards: { A: small, B: two.yaml }\nassessment: { A:1.1: { self: «fine» }, B:1.1: { self: «good» }, "7": { self: fine } }',
      [
        'error: “fine” is not known here. Write one of these: good, fair, poor.',
        'error: “good” is not known here. Write one of these: fine.',
      ],
    ],
  ] as const)
    it(`are looked at: ${name}`, () => checkRule(rule, files(manifest), found));

  for (const [name, manifest, found] of [
    [
      'an ID of both',
      'standards: { A: small, B: two.yaml }\nassessment: { «"1.1"»: { self: good }, "7": { self: fine }, B:1.1: {} }\nassignments: { A: { «"9.7"»: Me } }',
      [
        'error: 1.1 could be A:1.1, “People are greeted” or B:1.1, “Two one”. Write it with the name of its standard.',
        'error: A:9.7 is not an element of Small Standard or Two.',
      ],
    ],
  ] as const)
    it(`have their IDs in it: ${name}`, () => checkRule('manifest-element-unknown', files(manifest), found));

  it('offers the names of an ID that both have', () =>
    checkFixes({
      rule: 'manifest-element-unknown',
      path: 'portfolio.yaml',
      files: files(
        'standards: { A: small, B: two.yaml }\nassessment: { "1.1": { applicable: false, reason: No } }\n',
      ),
      titles: ['Replace with A:1.1, “People are greeted”', 'Replace with B:1.1, “Two one”'],
      after: [undefined, undefined],
    }));
  it('offers the profile that was meant', () =>
    checkFixes({
      rule,
      path: 'portfolio.yaml',
      files: files('standards: { A: small, B: { file: two.yaml, profile: ful } }\n'),
      titles: ['Replace with full'],
      after: ['standards: { A: small, B: { file: two.yaml, profile: full } }\n'],
    }));
});
