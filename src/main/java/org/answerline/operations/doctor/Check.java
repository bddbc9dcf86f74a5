package org.answerline.operations.doctor;

import java.util.List;

/** One group of checks; a check that fails returns a finding and throws no exception. */
interface Check {
    List<Finding> of(Installation installation);
}
