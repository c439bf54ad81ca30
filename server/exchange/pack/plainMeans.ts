/** What checks a pack where there is no Node. */
import { Inflate } from 'fflate';
import type { PackMeans } from '../../core/pack/place';
import { sha256 } from '../../core/pack/sha256';
import { joined } from '../parts/joined';

/** Bytes that are unpacked at a time: they give at most a thousand times as many. */
const step = 16 * 1024;

export const plainPackMeans: PackMeans = {
  fingerprint: (stretches) => {
    const bytes = joined([...stretches]);
    return { size: bytes.length, sha256: sha256(bytes) };
  },
  inflate: (packed, most) => {
    const chunks: Uint8Array[] = [];
    let unpacked = 0;
    const inflate = new Inflate((chunk) => {
      unpacked += chunk.length;
      if (unpacked > most) throw new Error('It unpacks to more than it says.');
      chunks.push(chunk);
    });
    for (let at = 0; at < packed.length; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    return joined(chunks);
  },
};
