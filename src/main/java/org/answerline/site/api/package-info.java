/**
 * The JSON door for the widget: questions in, conversation out, errors as RFC 9457 says.
 *
 * <p>It must never answer with HTML, nor take anything from another site.
 */
package org.answerline.site.api;
