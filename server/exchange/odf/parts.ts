/** Parts that all OpenDocument files have (OASIS OpenDocument 1.3), and the cells' texts in them. */
import type { CellPiece } from '../../core/plan/cellContent';
import { escapeXml, officeText } from '../parts/xml';
import { pack } from '../parts/zip';

export const mimeTypes = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
} as const;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const namespaces = [
  ...['office', 'style', 'text', 'table', 'meta', 'config'].map((name) => [name, name]),
  ['number', 'datastyle'],
  ['fo', 'xsl-fo-compatible'],
]
  .map(([prefix, name]) => ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    ' xmlns:xlink="http://www.w3.org/1999/xlink"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  ])
  .join('');

const part = (name: string, content: string): string =>
  `${declaration}<office:document-${name}${namespaces} office:version="1.3">${content}</office:document-${name}>`;

/** What a file says beside its kind and its title, as XML. */
export interface OdfContent {
  /** Styles that the content names. */
  readonly automatic: string;
  readonly body: string;
  /** Styles by their names, and the pages. */
  readonly styles: string;
  readonly settings?: string;
}

/** A whole file; the part that tells its kind stands first and is not packed, so that programs know it by its first bytes. */
export function packOdf(kind: keyof typeof mimeTypes, title: string, content: OdfContent): Uint8Array {
  const parts = {
    'content.xml': part(
      'content',
      `<office:automatic-styles>${content.automatic}</office:automatic-styles><office:body>${content.body}</office:body>`,
    ),
    'styles.xml': part('styles', content.styles),
    'meta.xml': part(
      'meta',
      `<office:meta><dc:title>${odfText(title)}</dc:title><dc:language>en-GB</dc:language></office:meta>`,
    ),
    ...(content.settings === undefined ? {} : { 'settings.xml': part('settings', content.settings) }),
  };
  const entries = Object.keys(parts).map(
    (name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  );
  return pack({
    mimetype: mimeTypes[kind],
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimeTypes[kind]}"/>${entries.join('')}</manifest:manifest>`,
    ...parts,
  });
}

/** What OpenDocument has no way to say, it says as other office files do. */
export const odfText = (text: string): string => escapeXml(officeText(text));

/**
 * The content of a paragraph. White space that a reader of XML would drop or take together is said by elements
 * (OpenDocument 1.3, part 3, 6.1.2).
 */
export const spacedText = (text: string): string =>
  text
    .split(/(\t|\n|^ +| +$| {2,}|(?<=[\t\n]) | (?=[\t\n]))/)
    .map((piece, at) => (at % 2 === 0 ? odfText(piece) : spaceXml(piece)))
    .join('');

function spaceXml(space: string): string {
  if (space === '\t') return '<text:tab/>';
  if (space === '\n') return '<text:line-break/>';
  return `<text:s text:c="${space.length}"/>`;
}

/** A link leads from within the file, which counts as a folder, so that what stands beside the file is one up. */
export const odfAddress = (address: string): string =>
  escapeXml(officeText(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `../${address}`));

export const pieceXml = ({ text, address }: CellPiece): string =>
  address === undefined
    ? spacedText(text)
    : `<text:a xlink:type="simple" xlink:href="${odfAddress(address)}">${spacedText(text)}</text:a>`;

/** Fonts and languages that both kinds begin with, and a page on its side. */
export const landscape =
  '<style:page-layout style:name="landscape"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin-top="15mm" fo:margin-bottom="12mm" fo:margin-left="13mm" fo:margin-right="13mm" style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="3mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>';

export const pageNumber =
  'Page <text:page-number>1</text:page-number> of <text:page-count>1</text:page-count>';

export const font = 'fo:font-family="Calibri" style:font-family-generic="swiss"';
export const language = 'fo:language="en" fo:country="GB"';
