package org.answerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.architecture.ProductionClasses;
import org.answerline.platform.mail.Mailer;
import org.junit.jupiter.api.Test;

/** A mail server may take minutes for a reply, and the other jobs of a singleton with the usual write lock would wait for it. */
class JobsThatSendMailTest {

    @Test
    void otherJobsDoNotWaitForTheMailServer() {
        Set<JavaClass> senders = ProductionClasses.all().stream()
                .filter(type -> type.isAnnotatedWith(Singleton.class))
                .filter(type -> sendsMail(type, new HashSet<>()))
                .collect(Collectors.toSet());
        assertTrue(senders.contains(ProductionClasses.all().get(ScheduledJobs.class)), senders.toString());
        assertTrue(senders.contains(ProductionClasses.all().get(OperatorJobs.class)), senders.toString());
        assertEquals(
                List.of(),
                senders.stream()
                        .filter(type -> !hasReadLock(type))
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    private static boolean hasReadLock(JavaClass type) {
        return type.isAnnotatedWith(Lock.class)
                && type.getAnnotationOfType(Lock.class).value() == LockType.READ;
    }

    private static boolean sendsMail(JavaClass type, Set<JavaClass> seen) {
        return seen.add(type)
                && (type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Mailer.class)
                                        && call.getName().equals("send"))
                        || type.getFields().stream()
                                .filter(field -> field.isAnnotatedWith(Inject.class))
                                .anyMatch(field -> sendsMail(field.getRawType(), seen)));
    }
}
