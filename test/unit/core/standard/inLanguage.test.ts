/** A standard with its words in several languages: what is shown, and what is known of the others. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { adoptedAs } from '../../../../server/core/standard/adoptedStandard';
import { isClearMention } from '../../../../server/core/standard/clearMention';
import { inLanguage, languagesOf } from '../../../../server/core/standard/inLanguage';
import type { Standard, StandardNode } from '../../../../server/core/standard/standard';
import { idAndTitle, nameInList, titleOf } from '../../../../server/core/standard/standard';
import { isKnownWording } from '../../../../server/core/standard/wordsAroundIdentifiers';
import { findElements } from '../../../../server/core/search/findElements';
import { wordsOf } from '../../../../server/core/migration/editions';
import { hasWordingOf, isLike } from '../../../../server/core/plan/wording';
import { customerServiceExcellence, standardOf } from '../../support/standards';

const bilingual = `title: Service Promise
language: en
levels: [Promise, Point]
acknowledgement: Our own words.
ratings: [{ id: good, title: Good, description: All of it }, { id: poor, title: Poor }]
profiles: [{ id: core, title: Core }]
translations:
  cy:
    title: Addewid Gwasanaeth
    levels: [Addewid]
    acknowledgement: Ein geiriau ni.
    ratings: { good: { title: Da } }
    profiles: { core: Craidd }
    nodes:
      "1": { title: Croeso }
      "1.1": { text: Cyfarchir pobl wrth y drws, keywords: [croesawu] }
      "1.2": { title: Oriau agor, guidance: [Arwydd wrth y drws] }
      Extra: { title: Ychwanegol }
  fr-CA: { title: Promesse, nodes: { "1.1": { text: Les gens sont accueillis } } }
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted at the door, short: Greeting, keywords: [hello], guidance: [A rota], profiles: [core] }
      - { id: "1.2", text: The opening hours are known, guidance: [A sign] }
  - title: Extra
    children:
      - { id: "2", text: Nothing of it is translated }
`;
const standard = standardOf('promise', bilingual);

function nodeIn(of: Standard, id: string): StandardNode {
  const node = of.nodes.get(id);
  ok(node);
  return node;
}
const welsh = inLanguage(standard, 'cy-GB');

describe('a standard in another language', () => {
  it('has the words of that language, and its own where there are none', () => {
    equal(welsh.title, 'Addewid Gwasanaeth');
    equal(welsh.acknowledgement, 'Ein geiriau ni.');
    deepEqual(welsh.ratings, [
      { id: 'good', title: 'Da', description: 'All of it', titles: ['Good', 'Da'] },
      { id: 'poor', title: 'Poor', description: '', titles: ['Poor'] },
    ]);
    deepEqual(
      welsh.profiles.map(({ title }) => title),
      ['Craidd'],
    );
    const said = Array.from(welsh.nodes.values(), ({ id, level, title, short, text, guidance }) =>
      [id, level, title, short, text, ...guidance].join('|'),
    );
    deepEqual(said, [
      '1|Addewid|Croeso||',
      '1.1|Point|||Cyfarchir pobl wrth y drws|A rota',
      '1.2|Point|Oriau agor||The opening hours are known|Arwydd wrth y drws',
      'Extra|Addewid|Ychwanegol||',
      '2|Point|||Nothing of it is translated',
    ]);
    deepEqual(nodeIn(welsh, '1.1').keywords, ['croesawu', 'hello']);
  });
  it('keeps its IDs, its shape and what is known of it', () => {
    deepEqual([...welsh.nodes.keys()], [...standard.nodes.keys()]);
    deepEqual(
      welsh.elements.map(({ id, ancestors }) => [id, ...ancestors.map((above) => above.id)]),
      standard.elements.map(({ id, ancestors }) => [id, ...ancestors.map((above) => above.id)]),
    );
    for (const node of welsh.nodes.values()) {
      equal(welsh.nodes.get(node.id), node);
      ok(
        node.children.every(
          (child) => child.ancestors.at(-1) === node && welsh.nodes.get(child.id) === child,
        ),
      );
    }
    equal(welsh.pattern, standard.pattern);
    const adopted = adoptedAs(welsh, { name: 'SP', profile: 'core' });
    deepEqual(
      adopted.elements.map(({ id, text }) => [id, text]),
      [['SP:1.1', 'Cyfarchir pobl wrth y drws']],
    );
  });
  it('calls a group without an ID by its words in that language, and by them alone', () => {
    const group = nodeIn(welsh, 'Extra');
    deepEqual(
      [titleOf(group), nameInList(group), idAndTitle(group)],
      ['Ychwanegol', 'Ychwanegol', 'Ychwanegol'],
    );
    deepEqual(
      [titleOf(nodeIn(standard, 'Extra')), idAndTitle(nodeIn(standard, '1'))],
      ['Extra', '1 Welcome'],
    );
  });
  it('is made once for each language, and is the standard where there is but one', () => {
    equal(inLanguage(standard, 'cy'), inLanguage(standard, 'CY_gb'));
    equal(inLanguage(standard, undefined), inLanguage(standard, 'de'));
    equal(inLanguage(standard, 'en-GB').title, 'Service Promise');
    equal(inLanguage(standard, 'fr').title, 'Promesse');
    equal(inLanguage(customerServiceExcellence, 'cy'), customerServiceExcellence);
    deepEqual(languagesOf(standard), ['en', 'cy', 'fr-CA']);
    deepEqual(languagesOf(customerServiceExcellence), ['en']);
  });

  for (const language of [undefined, 'en', 'cy', 'fr']) {
    const shown = inLanguage(standard, language);
    const greeting = nodeIn(shown, '1.1');
    it(`is known by its words in each language while ${language ?? 'none'} is shown`, () => {
      for (const words of [
        'People are greeted at the door.',
        'CYFARCHIR POBL, wrth y drws',
        'Nous disons : « Les gens sont accueillis »',
      ])
        ok(hasWordingOf(words, greeting), words);
      ok(!hasWordingOf('Something else', greeting));
      ok(isLike('Cyfarchir pobl wrth ddrws', greeting));
      ok(isLike('People are greeted at a door', greeting));
      ok(!isLike('Oriau agor', greeting));
      equal(wordsOf(greeting), 'people are greeted at the door a rota');
    });
    it(`is found by words of each language while ${language ?? 'none'} is shown`, () => {
      for (const [words, id] of [
        ['greeted', '1.1'],
        ['Cyfarchir', '1.1'],
        ['accueillis', '1.1'],
        ['arwydd', '1.2'],
        ['sign', '1.2'],
      ] as const) {
        const found = findElements(shown, words);
        ok(found.kind === 'found', words);
        equal(found.elements[0]?.element.id, id);
      }
    });
    it(`tells what is said beside an ID in each language while ${language ?? 'none'} is shown`, () => {
      const welcome = nodeIn(shown, '1');
      const meant = (text: string): boolean => isClearMention(welcome, text, { start: text.indexOf('1'), end: text.indexOf('1') + 1 }); // prettier-ignore
      ok(meant('1 Welcome'));
      ok(meant('1 Croeso'));
      ok(meant('promise 1'));
      ok(meant('Addewid 1'));
      ok(!meant('1 apple'));
      ok(isKnownWording(shown, undefined, ' Addewid Gwasanaeth '));
      ok(isKnownWording(shown, welcome, ' Croeso '));
      ok(!isKnownWording(shown, welcome, ' Afal '));
    });
  }
});
