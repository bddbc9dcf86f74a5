package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.platform.Json;
import org.answerline.platform.Log;
import org.answerline.telegram.Update;

/** Handles updates once more that were set aside: what stood in their way (a database just coming back, say) may be gone. */
@ApplicationScoped
public class SecondChance {

    private static final Logger LOG = Log.of(SecondChance.class);

    @Inject
    private RejectedUpdates rejected;

    @Inject
    private UpdateHandler handler;

    /** Tries all that were not tried anew yet. */
    public void give() {
        RejectedUpdates.SetAside next = rejected.next();
        while (next != null) {
            tryAnew(next);
            next = rejected.next();
        }
    }

    private void tryAnew(RejectedUpdates.SetAside setAside) {
        try (JsonReader reader = Json.createReader(new StringReader(setAside.body()))) {
            handler.handle(Update.read(reader.readObject()));
            rejected.handled(setAside.id());
        } catch (RuntimeException stillFails) {
            LOG.log(Level.WARNING, () -> "Update set aside as " + setAside.id() + " fails again: " + stillFails);
        }
    }
}
