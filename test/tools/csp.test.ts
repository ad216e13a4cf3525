import { expect } from 'chai';
import { takeViolations } from '../support/csp.js';

const directives = async () => (await takeViolations()).map((violation) => violation.effectiveDirective);

describe('the policy of the test page', () => {
  it('catches a style attribute that is set by setAttribute', async () => {
    document.createElement('p').setAttribute('style', 'color: red');
    expect(await directives()).to.deep.equal(['style-src-attr']);
  });

  it('catches markup that is assigned as a string', async () => {
    const div = document.createElement('div');
    expect(() => (div.innerHTML = '<p>text</p>')).to.throw(TypeError);
    expect(await directives()).to.deep.equal(['require-trusted-types-for']);
  });

  it('catches a style element and code made from text', async () => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
    expect(() => new Function('return 1')).to.throw(Error);
    style.remove();
    expect(await directives()).to.include('style-src-elem');
  });

  it('lets through what elements do: constructed style sheets, properties of style', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('p { color: red }');
    document.adoptedStyleSheets.push(sheet);
    document.createElement('p').style.setProperty('--x', '1');
    document.adoptedStyleSheets.pop();
    expect(await directives()).to.deep.equal([]);
  });
});
