package org.answerline.promises;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Starts a shared desk when the first test class asks for it, and stops it, checking its log, after the last class that uses it. */
public final class SharedDesks implements TestExecutionListener, LauncherSessionListener, AfterAllCallback {

    private static final Map<SharedDesk, SharedDesks.Slot> SLOTS = new EnumMap<>(SharedDesk.class);

    static {
        for (var desk : SharedDesk.values()) {
            SLOTS.put(desk, new Slot());
        }
    }

    /** One desk, and how many classes of this run have not finished with it. */
    private static final class Slot {
        private Desk desk;
        private RuntimeException failure;
        private int users;

        synchronized Desk get(SharedDesk settings) {
            if (failure != null) {
                // One long wait is enough: what kept the desk from starting keeps it from starting for every other
                // test.
                throw failure;
            }
            if (desk == null) {
                try {
                    desk = Desk.own(settings.settings());
                } catch (RuntimeException e) {
                    failure = e;
                    throw e;
                }
            }
            return desk;
        }

        synchronized void expectUser() {
            // A run of the failed tests once more starts the desk once more.
            failure = null;
            users++;
        }

        synchronized void userIsDone() {
            users--;
            if (users == 0) {
                close();
            }
        }

        synchronized void close() {
            if (desk != null) {
                var last = desk;
                desk = null;
                last.close();
            }
        }
    }

    /** The running desk; only for test classes that say that they use it, for nobody else's last test would close it. */
    static Desk get(SharedDesk desk) {
        boolean declared = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(frame -> frame.getDeclaringClass().getAnnotation(UsesDesk.class))
                        .anyMatch(uses -> uses != null && all(uses).anyMatch(desk::equals)));
        if (!declared) {
            throw new IllegalStateException("The test class needs @UsesDesk(SharedDesk." + desk + ")");
        }
        return SLOTS.get(desk).get(desk);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(SharedDesks::usesOf)
                .flatMap(Optional::stream)
                .flatMap(SharedDesks::all)
                .forEach(desk -> SLOTS.get(desk).expectUser());
    }

    private static Stream<SharedDesk> all(UsesDesk uses) {
        return Stream.of(uses.value(), uses.together()).flatMap(Arrays::stream);
    }

    private static Optional<UsesDesk> usesOf(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass().getAnnotation(UsesDesk.class));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        all(context.getRequiredTestClass().getAnnotation(UsesDesk.class))
                .forEach(desk -> SLOTS.get(desk).userIsDone());
    }

    /** What is left when a class was not run to its end. */
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SLOTS.values().forEach(Slot::close);
    }
}
