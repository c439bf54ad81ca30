/** Parts that Excel's and Word's files have alike. */
import { escapeXml, officeText } from './xml';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const corePropertiesType =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';

export const coreProperties = (title: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(officeText(title))}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;
