/** When the team answers: weekly hours, holidays, and the calculation with both in a time zone. No clock and no settings of its own. */
package org.answerline.platform.hours;
