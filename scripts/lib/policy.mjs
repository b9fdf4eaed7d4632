// The page runs its own files only: no inline script or style, no eval, no other host.
const rules = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const text = (entries) => entries.map(([name, value]) => `${name} ${value}`).join('; ');

/** For the page itself, so that any static host will do. */
export const metaPolicy = text(Object.entries(rules));

/** For a server; browsers heed frame-ancestors only in a header. */
export const headers = {
  'Content-Security-Policy': text([...Object.entries(rules), ['frame-ancestors', "'none'"]]),
  'X-Content-Type-Options': 'nosniff',
};
