/**
 * The JSON API of the widget: submit a question, read the conversation, upload files. Errors follow RFC 9457.
 *
 * <p>It never answers with HTML. Requests of other sites are refused unless SUPPORT_WIDGET_ORIGINS lists them.
 */
package org.answerline.site.api;
