import { z } from 'zod';

// Zod looks for a way to make code at run time as soon as a schema is made. The content security policy
// forbids that and reports the attempt, so this comes before every schema.
z.config({ jitless: true });
