/** Errors of the JSON API, as RFC 9457 writes them. */
package org.answerline.site.api.problem;
