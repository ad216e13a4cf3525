// A third of the stories, each drawn and looked at by axe (test/support/story-checks.ts).
import { storyTests } from '../support/story-checks.js';

storyTests(2, 3);
