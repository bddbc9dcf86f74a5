package org.answerline.operations.doctor;

import java.util.List;

/** One group of checks; what it cannot find out is a finding, not an exception. */
interface Check {
    List<Finding> of(Installation installation);
}
