#!/usr/bin/env node
// The sources are TypeScript and run as they are, through tsx.
import { register } from 'tsx/esm/api';

register();
await import('../cli/main.ts');
