import { defineElement } from '../elements/define-element.js';
import { LaborList } from '../elements/labor-list/labor-list.js';

defineElement('labor-list', LaborList);
