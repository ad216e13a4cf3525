// A third of the stories, each measured for gloves (test/support/glove.ts).
import { gloveTests } from '../support/glove.js';

gloveTests(1, 3);
