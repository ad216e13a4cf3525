import { expect } from 'chai';

describe('the test page', () => {
  it('is in front, whatever else runs', () => {
    expect(document.hasFocus()).to.equal(true);
    expect(document.visibilityState).to.equal('visible');
  });

  it('is far from UTC', () => {
    expect(new Date('2026-07-01T06:00:00Z').getDate()).to.equal(30);
  });

  it('loads what is published, not what is for development', () => {
    const issued = (globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings;
    expect(issued).to.equal(undefined);
  });
});
