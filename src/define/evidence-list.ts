import { defineElement } from '../elements/define-element.js';
import { EvidenceList } from '../elements/evidence-list/evidence-list.js';

defineElement('evidence-list', EvidenceList);
