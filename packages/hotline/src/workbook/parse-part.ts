import type JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { refuseFile } from '../unreadable-file';

export interface PartHandlers {
  /** `name` and attribute names come without their namespace prefix: some writers say <x:row>, most say <row>. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * A zip of a megabyte can unfold into gigabytes. The largest real export known (128,278 rows, 37 MB zipped) has about
 * 200 MB of XML; each part may have twice that and some.
 */
const MAX_PART_BYTES = 512 * 1024 * 1024;

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** Nearly no element has a prefixed attribute, and there is one per cell: the object is copied only when it must be. */
function dropPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const key in attributes) {
    if (!key.includes(':')) continue;
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
  }
  return attributes;
}

function buildParser(handlers: PartHandlers): SaxesParser {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open?.(localName(name), dropPrefixes(attributes));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** Streams one part through the handlers. Throws OrderFileUnreadable when it cannot be unzipped or is not XML. */
export function parsePart(part: JSZip.JSZipObject, handlers: PartHandlers): Promise<void> {
  const parser = buildParser(handlers);
  const decoder = new TextDecoder('utf-8');
  let size = 0;
  return new Promise((resolve, reject) => {
    const stream = part.nodeStream();
    let isOver = false;
    // JSZip hands chunks over from its own timer: an exception that left a listener would end the process.
    const guard = (step: () => void): void => {
      if (isOver) return;
      try {
        step();
      } catch {
        fail('damaged');
      }
    };
    const fail = (reason: 'damaged' | 'tooLarge'): void => {
      isOver = true;
      stream.pause();
      reject(refuseFile(reason));
    };
    stream.on('data', (chunk: Uint8Array) =>
      guard(() => {
        size += chunk.length;
        if (size > MAX_PART_BYTES) fail('tooLarge');
        else parser.write(decoder.decode(chunk, { stream: true }));
      }),
    );
    stream.on('error', () => guard(() => fail('damaged')));
    stream.on('end', () =>
      guard(() => {
        parser.write(decoder.decode()).close();
        resolve();
      }),
    );
  });
}
