/**
 * Data protection: export, erasure and retention of personal data.
 *
 * <p>It reads and deletes the tables of all features by SQL in one place, so that a review can see whether a table is missing. The site
 * and the command line use the same code.
 */
package org.answerline.privacy;
