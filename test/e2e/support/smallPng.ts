/** Pictures of a window in few colours, so that what ships stays small. */
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

interface Colour {
  readonly rgb: readonly [number, number, number];
  /** How many pixels have it. */
  readonly pixels: number;
}

/**
 * The picture on a page as a PNG with a palette; transparency is not kept.
 * @param most how many colours: 64 halve a picture and keep the soft edges of letters on a few grounds
 */
export async function smallPng(page: Page, most = 64): Promise<Buffer> {
  const { width, height, pixels } = await decode(page, await page.screenshot());
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = pixels.readUIntBE(at, 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const colours = [...counts].map(([key, count]) => ({ rgb: toRgb(key), pixels: count }));
  const boxes = cut(colours, most);
  const indexes = new Map(boxes.flatMap((box, index) => box.map(({ rgb }) => [toKey(rgb), index] as const)));
  // Each line begins with its filter, which is none.
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + x + 1] = indexes.get(pixels.readUIntBE((y * width + x) * 4, 3)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits for each pixel, which number a colour of the palette.
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(boxes.flatMap(mean).map(Math.round))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The browser knows how to read a PNG; a page of its own, as the editor's forbids foreign pictures. */
async function decode(
  page: Page,
  png: Buffer,
): Promise<{ readonly width: number; readonly height: number; readonly pixels: Buffer }> {
  const reader = await page.context().newPage();
  const { width, height, base64 } = await reader.evaluate(
    async (source) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('The browser draws no pictures.');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let text = '';
      for (let at = 0; at < data.length; at += 0x8000)
        text += String.fromCharCode(...data.subarray(at, at + 0x8000));
      return { width: bitmap.width, height: bitmap.height, base64: btoa(text) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await reader.close();
  return { width, height, pixels: Buffer.from(base64, 'base64') };
}

/** Heckbert's median cut: the box in which most would be lost is cut in two until there are enough. */
function cut(colours: readonly Colour[], most: number): readonly (readonly Colour[])[] {
  const boxes: (readonly Colour[])[] = [colours];
  while (boxes.length < most) {
    const losses = boxes.map(lossOf);
    const worst = losses.indexOf(Math.max(...losses));
    const box = boxes[worst];
    if (box === undefined || losses[worst] === 0) break;
    boxes.splice(worst, 1, ...halves(box));
  }
  return boxes;
}

/** What is lost when all colours of a box become their mean: the sum of the squared distances. */
function lossOf(box: readonly Colour[]): number {
  const middle = mean(box);
  return sum(box.map(({ rgb, pixels }) => pixels * sum(rgb.map((value, of) => (value - middle[of]!) ** 2))));
}

/** Cut at the mean of the channel that varies most. */
function halves(box: readonly Colour[]): readonly (readonly Colour[])[] {
  const middle = mean(box);
  const spread = [0, 1, 2].map((of) =>
    sum(box.map(({ rgb, pixels }) => pixels * (rgb[of]! - middle[of]!) ** 2)),
  );
  const widest = spread.indexOf(Math.max(...spread));
  const lower = box.filter(({ rgb }) => rgb[widest]! <= middle[widest]!);
  const upper = box.filter(({ rgb }) => rgb[widest]! > middle[widest]!);
  return [lower, upper].filter(({ length }) => length > 0);
}

function mean(box: readonly Colour[]): readonly number[] {
  const pixels = sum(box.map((colour) => colour.pixels));
  return [0, 1, 2].map((of) => sum(box.map((colour) => colour.rgb[of]! * colour.pixels)) / pixels);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const toRgb = (key: number): Colour['rgb'] => [key >> 16, (key >> 8) & 255, key & 255];
const toKey = ([red, green, blue]: Colour['rgb']): number => (red << 16) | (green << 8) | blue;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
