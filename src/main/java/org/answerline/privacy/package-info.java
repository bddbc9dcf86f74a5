/**
 * Data protection: export, erasure and retention of personal data.
 *
 * <p>It has no SQL of its own: each package offers what its tables need, and this one puts it together in the right order. The site and
 * the command line use the same classes.
 */
package org.answerline.privacy;
