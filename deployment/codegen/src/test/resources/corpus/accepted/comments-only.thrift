# unix
// line
/* block */ /**/ /***/
/** doc
 * of the file
 */
