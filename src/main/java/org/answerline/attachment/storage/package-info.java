/** Where the contents of files are stored: in the database or in a folder. */
package org.answerline.attachment.storage;
