/** The widget on pages of other origins: what it has to know, and which origins may call the API. */
package org.answerline.site.api.widget;
