/** Everything in one file, for a page without a build. A script tag is all it takes: the elements are registered. */
import { define } from './define.js';

export * from './index.js';
export * from './domain/index.js';

define();
