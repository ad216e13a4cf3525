import { expect } from 'chai';
import { commandTypes, mayGive, permits } from '../../src/domain/index.js';
import { columns, table } from './permission-table.js';
import { signoff, workingOn } from './runs.js';

describe('permissions', () => {
  for (const [column, permissions] of Object.entries(columns)) {
    it(`${column} may give what the table says`, () => {
      const person = { id: 'x', name: 'X', roles: [], permissions };
      const may = commandTypes.filter((type) => permits(person, type) === undefined);
      expect(may).to.deep.equal(commandTypes.filter((type) => table[type].split(' ').includes(column)));
    });
  }

  it('someone who is not in the run may do nothing', () => {
    for (const type of commandTypes)
      expect(permits(undefined, type)?.refused, type).to.equal('not-permitted');
  });

  it('the permission that is missing is named', () => {
    const run = workingOn({ fields: [signoff('q', 'Q', 'Quality')] });
    expect(mayGive(run, { type: 'sign', stepId: 's', targetId: 'q' }, 'cleo')).to.deep.equal({
      refused: 'not-permitted',
      detail: { reason: 'permission', needs: 'sign' },
    });
  });
});
