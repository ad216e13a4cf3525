import { expect } from 'chai';
import fc from 'fast-check';
import { mentionAt, mentionsIn, textParts, peopleNamed } from '../../src/domain/mention.js';
import type { Person } from '../../src/domain/index.js';
import { runOf } from './runs.js';

const person = (id: string, name: string): Person => ({ id, name, roles: [], permissions: [] });
const people = [
  person('a', 'Ada'),
  person('al', 'Ada Lee'),
  person('o', 'Émile Ørsted'),
  person('x', 'Ada Lee'),
];

describe('mentions', () => {
  it('R93: a name after @ is meant however it came there, the longest first', () => {
    expect(mentionsIn('@Ada, please look', people)).to.deep.equal(['a']);
    expect(mentionsIn('ask @émile ørsted', people)).to.deep.equal(['o']);
    expect(mentionsIn('@Ada and @Émile Ørsted!', people)).to.deep.equal(['a', 'o']);
    expect(mentionsIn('mail ada@Ada.org, @Adalbert, @ Ada', people)).to.deep.equal([]);
  });

  it('R93: of several with one name those who were picked, else all of them', () => {
    expect(mentionsIn('@Ada Lee', people)).to.deep.equal(['al', 'x']);
    expect(mentionsIn('@Ada Lee', people, new Set(['x']))).to.deep.equal(['x']);
  });

  it('R93: the parts of a text are the text', () => {
    const run = runOf([], { people });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('@', 'Ada', ' ', 'Lee', '\n', '🙂', 'x', 'Émile Ørsted')),
        (words) => {
          const text = words.join('');
          const mentions = mentionsIn(text, people);
          const parts = textParts(run, { text, mentions });
          expect(parts.map((one) => one.text).join('')).to.equal(text);
          expect(new Set(parts.flatMap(({ personId }) => personId ?? []))).to.satisfy((ids: Set<string>) =>
            [...ids].every((id) => mentions.includes(id)),
          );
        },
      ),
    );
    expect(textParts(run, { text: 'Hi @Ada.', mentions: ['a'] })).to.deep.equal([
      { text: 'Hi ' },
      { text: '@Ada', personId: 'a' },
      { text: '.' },
    ]);
  });

  it('R93: what is typed after @ narrows the people by any word of their name', () => {
    expect(mentionAt('Hi @Ad', 6)).to.deep.equal({ at: 3, typed: 'Ad' });
    expect(mentionAt('Hi @Ada Le', 10)).to.deep.equal({ at: 3, typed: 'Ada Le' });
    expect(mentionAt('a@b', 3)).to.equal(undefined);
    expect(mentionAt('@Ada\nnext', 9)).to.equal(undefined);
    expect(peopleNamed(people, 'lee').map(({ id }) => id)).to.deep.equal(['al', 'x']);
    expect(peopleNamed(people, 'stED').map(({ id }) => id)).to.deep.equal(['o']);
    expect(peopleNamed(people, '')).to.equal(people);
  });
});
