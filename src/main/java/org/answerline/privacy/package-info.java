/**
 * What a person may ask of the desk about themselves: to have all of it, to have it erased, and to have it forgotten in time.
 *
 * <p>It reads and deletes the tables of all features by SQL, in one place, so that it can be seen whether anything is left out; the
 * site and the command line do the same. It must never show one person's data to another.
 */
package org.answerline.privacy;
