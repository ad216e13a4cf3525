/** Bytes, which go ahead of the command that cites them. */
import { equal, ok, rejects } from './expect.js';
import type { Case } from './trial.js';

export const fileCases: readonly Case[] = [
  {
    name: 'files: bytes, name and type come back as they were put',
    needs: ['putFile', 'getFile'],
    async body({ adapter }) {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
      const parts: number[] = [];
      const file = new File([bytes], 'weld ünder 100 %.png', { type: 'image/png' });
      const put = await adapter.putFile!(file, { onProgress: (part) => parts.push(part) });
      const empty = await adapter.putFile!(new File([], 'empty.txt', { type: 'text/plain' }));
      equal(
        [put.name, put.type, put.size],
        ['weld ünder 100 %.png', 'image/png', 70_000],
        'what the reference says',
      );
      equal(parts.at(-1), 1, 'the progress at the end');
      const got = await adapter.getFile!(put.id);
      equal([got.type, got.size], ['image/png', 70_000], 'what came back');
      const read = new Uint8Array(await got.arrayBuffer());
      ok(
        read.every((byte, index) => byte === bytes[index]),
        'The bytes are the same',
      );
      equal((await adapter.getFile!(empty.id)).size, 0, 'the size of an empty file');
    },
  },
  {
    name: 'files: one that is not there is a not-found fault, and one that was given up is not put',
    needs: ['putFile', 'getFile'],
    async body({ adapter }) {
      await rejects(() => adapter.getFile!('nowhere'), 'not-found', 'getFile');
      const aborted = adapter.putFile!(new File(['x'], 'x.txt'), { signal: AbortSignal.abort() });
      ok(
        await aborted.then(
          () => false,
          () => true,
        ),
        'An upload that was given up rejects',
      );
    },
  },
  {
    name: 'files: one that is larger than the limit is a fault, and tells what is allowed',
    needs: ['putFile', 'fileLimit'],
    async body({ adapter }) {
      const { fileLimit } = adapter;
      ok(Number.isSafeInteger(fileLimit) && fileLimit! > 0, `The limit is ${fileLimit} bytes`);
      const file = new File(['x'], 'x.txt');
      // What it says of itself: nobody has to make five gigabytes.
      Object.defineProperty(file, 'size', { value: fileLimit! + 1 });
      await rejects(() => adapter.putFile!(file), 'storage-full', 'putFile');
    },
  },
];
