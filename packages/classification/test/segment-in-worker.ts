import { parentPort } from 'node:worker_threads';
import { createSegmenter } from '../src/segmenter';

const { tokens } = createSegmenter(['踢皮球']).segment('他们互相踢皮球');
parentPort?.postMessage(tokens.map(({ text }) => text));
