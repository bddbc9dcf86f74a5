package org.answerline.platform.hours;

/**
 * Open time within one day.
 *
 * @param from minutes after midnight, included
 * @param until minutes after midnight, not included; 1440 is the end of the day
 */
record DayRange(int from, int until) {

    static final int DAY = 24 * 60;

    static final DayRange WHOLE_DAY = new DayRange(0, DAY);
}
