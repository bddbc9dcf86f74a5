/** Form requests before a controller sees them: multipart bodies, limits, CSRF tokens, and giving back what was typed when a form is refused. */
package org.answerline.site.form;
