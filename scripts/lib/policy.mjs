// The page runs its own files only: no inline script or style, no eval, no other host.
const rules = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  // The presenter's window shows the audience's.
  'frame-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const text = (entries) => entries.map(([name, value]) => `${name} ${value}`).join('; ');

/** For the page itself, so that any static host will do. */
export const metaPolicy = text(Object.entries(rules));

/**
 * For a server. Any page may show this one in a frame: there is nothing to steal by a click, no account and nothing
 * sent. Other files of the same folder may, which the page itself does not: the example of embedding does.
 */
export const headers = {
  'Content-Security-Policy': metaPolicy,
  'X-Content-Type-Options': 'nosniff',
};
