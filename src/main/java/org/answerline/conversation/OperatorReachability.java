package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.alarm.Alarms;

/** Whether messages reach the operators' chat at present. */
@ApplicationScoped
public class OperatorReachability {

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    /** Whether nothing has reached it for a minute and messages wait until somebody fixes the cause; some seconds old. */
    public boolean isOutOfReach() {
        return alarms.closing(operator.id()).filter(Alarm::lasting).isPresent();
    }
}
