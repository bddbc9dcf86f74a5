/** The objects that the JSON API reads and writes; JSON-B names their members in lower case with underscores. */
package org.answerline.site.api.json;
