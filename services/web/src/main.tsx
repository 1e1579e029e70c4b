// Zod compiles its schemas with `new Function` where it may. The content policy of the server forbids that, and each
// attempt is reported as a violation; so zod is told not to try before any module that makes a schema is loaded.
import { config } from 'zod';

config({ jitless: true });
void import('./app/start-app').then(({ startApp }) => startApp());
