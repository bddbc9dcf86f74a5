/** Who may call a controller or resource, for whom, and how often. */
package org.answerline.site.guard;
