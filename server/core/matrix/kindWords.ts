/** What sort of evidence an item is, in the words of people: shown or told, a form, a format of files. */
import type { Kind } from '../frontMatter/keys';

const words: Readonly<Record<Kind, string>> = {
  document:
    'document documents doc docs docx odt word pdf pdfs documentary paper papers policy policies procedure procedures report reports plan plans strategy ' +
    'strategies minutes webpage webpages website web email emails letter letters leaflet leaflets poster presentation powerpoint ' +
    'ppt pptx hard show shown showme written record records file files photo photos photograph photographs picture video screenshot ' +
    'dogfen dogfennau polisi polisïau gweithdrefn gweithdrefnau adroddiad adroddiadau cynllun cynlluniau strategaeth cofnodion llythyr taflen ffotograff fideo gwefan',
  data:
    'data dataset figures statistics statistic stats metric metrics kpi kpis survey surveys results spreadsheet spreadsheets excel xls xlsx ods csv quantitative numbers dashboard ' +
    'arolwg arolygon ystadegau canlyniadau taenlen ffigurau',
  testimony:
    'testimony testimonies testimonial testimonials told tell tellme interview interviews verbal oral spoken statement statements conversation conversations ' +
    'discussion discussions feedback quote quotes said ' +
    'cyfweliad cyfweliadau sgwrs sgyrsiau adborth llafar',
  observation:
    'observation observations observe observed see seen onsite visit visits tour tours walkround walkabout walkthrough demonstration ' +
    'demo demonstrations mystery inspection inspections physical ' +
    'arsylwi arsylwad ymweliad ymweliadau arddangosiad',
};

const byWord: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(words) as Kind[]).flatMap((kind) =>
    words[kind].split(' ').map((word) => [word, kind] as const),
  ),
);

/** Longer texts are sentences. */
const longest = 60;

/** Undefined where it cannot be read, or where the words are of several kinds: `Site visit report`. */
export function kindIn(cell: string): Kind | undefined {
  if (cell.length > longest) return undefined;
  const parts =
    cell
      .toLowerCase()
      .replace(/\bon[- ]site\b/g, 'onsite')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set(parts.flatMap((part) => byWord.get(part) ?? []));
  const [first, ...others] = found;
  // What is shown is a document or data, and figures come in documents: `PDF, data`.
  if (others.length === 1 && found.has('document') && found.has('data')) return 'data';
  return others.length === 0 ? first : undefined;
}

/** What an assessor is told or sees on site; the rest is shown. */
export const isTold = (kind: Kind | undefined): boolean => kind === 'testimony' || kind === 'observation';
