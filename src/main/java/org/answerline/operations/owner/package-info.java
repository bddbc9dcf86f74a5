/** What only the owner may see, with a password: the findings of the doctor and the metrics. */
package org.answerline.operations.owner;
