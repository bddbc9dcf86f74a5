/** Upload and download of files. */
package org.answerline.site.api.file;
