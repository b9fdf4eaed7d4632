/** All of it in one file, which the build leaves as it is. */
declare module 'katex/dist/katex.min.js' {
  export { default } from 'katex';
}
