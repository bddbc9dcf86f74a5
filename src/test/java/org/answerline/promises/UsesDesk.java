package org.answerline.promises;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** The shared desks of a test class. JUnit runs classes at the same time unless one of them needs a desk of the other for itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock(providers = UsesDesk.Locks.class)
@ExtendWith(SharedDesks.class)
@interface UsesDesk {

    /** The desks that no other class may use meanwhile: this one makes something fail there, or looks at what all have in common. */
    SharedDesk[] value() default {};

    /** The desks that other classes may use meanwhile. */
    SharedDesk[] together() default {};

    /** Locks each desk by its name. */
    final class Locks implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            var uses = testClass.getAnnotation(UsesDesk.class);
            return Stream.concat(
                            locks(uses.value(), ResourceAccessMode.READ_WRITE),
                            locks(uses.together(), ResourceAccessMode.READ))
                    .collect(Collectors.toSet());
        }

        private static Stream<Lock> locks(SharedDesk[] desks, ResourceAccessMode mode) {
            return Arrays.stream(desks).map(desk -> new Lock("desk " + desk, mode));
        }
    }
}
