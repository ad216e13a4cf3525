import { defineElement } from '../elements/define-element.js';
import { InstallChecklist } from '../elements/install-checklist/install-checklist.js';

defineElement('install-checklist', InstallChecklist);
