/** A report in each of its formats. */
import type { ReportDocument } from '../../core/report/model';
import { encodeText } from '../parts/decode';
import { reportAsDocx } from './docx';
import { reportAsHtml } from './html';
import { reportAsMarkdown } from './markdown';
import { reportAsOdt } from './odt';

const writers = {
  html: (document: ReportDocument) => encodeText(reportAsHtml(document)),
  docx: reportAsDocx,
  odt: reportAsOdt,
  md: (document: ReportDocument) => encodeText(reportAsMarkdown(document)),
} as const;

export type ReportFormat = keyof typeof writers;

export const writeReport = (format: ReportFormat, document: ReportDocument): Uint8Array =>
  writers[format](document);
