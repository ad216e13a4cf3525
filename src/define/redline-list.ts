import { defineElement } from '../elements/define-element.js';
import { RedlineList } from '../elements/redline-list/redline-list.js';

defineElement('redline-list', RedlineList);
