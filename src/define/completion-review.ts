import { CompletionReview } from '../elements/completion-review/completion-review.js';
import { defineElement } from '../elements/define-element.js';
import './signoff-field.js';

defineElement('completion-review', CompletionReview);
