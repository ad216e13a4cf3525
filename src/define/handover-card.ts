import { defineElement } from '../elements/define-element.js';
import { HandoverCard } from '../elements/handover-card/handover-card.js';

defineElement('handover-card', HandoverCard);
