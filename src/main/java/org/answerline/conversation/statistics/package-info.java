/** The numbers of the desk for its operators: on request, and once a week. */
package org.answerline.conversation.statistics;
