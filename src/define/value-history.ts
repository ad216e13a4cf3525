import { defineElement } from '../elements/define-element.js';
import { ValueHistory } from '../elements/value-history/value-history.js';

defineElement('value-history', ValueHistory);
