/** The topics of an operators' chat that is a forum: which user has which, and where a message goes. */
package org.answerline.delivery.topic;
