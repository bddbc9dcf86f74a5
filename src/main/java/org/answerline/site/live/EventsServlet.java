package org.answerline.site.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.answerline.account.CurrentUser;
import org.answerline.account.identity.RequestToken;
import org.answerline.account.session.SessionHash;
import org.answerline.account.user.User;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.web.ExactPathServlet;
import org.answerline.site.api.SignedOutAnswer;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.guard.OtherUserFilter;

/**
 * The endpoint of live updates: an event stream that resumes where it was interrupted.
 *
 * <p>It is a servlet and not a JAX-RS resource, because non-blocking writing to a slow client needs the servlet API.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
@WebServlet(urlPatterns = "/api/feedback/events/*", asyncSupported = true)
public class EventsServlet extends ExactPathServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Log.of(EventsServlet.class);
    private static final long LIFE_SECONDS = 27 * 60;
    private static final long RETRY_MILLIS = 2_000;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient EventStreams streams;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<User> user = currentUser.user();
            if (user.isEmpty() && SignedOutAnswer.isEmpty(request.getParameter(SignedOutAnswer.PARAMETER))) {
                // 204 tells EventSource to stop, without an error
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else if (user.isEmpty()) {
                refuse(response, 401, "Sign in first");
            } else if (isOthers(request, user.get())) {
                OtherUserFilter.problem().write(response);
            } else if (streams.isFull()) {
                refuse(response, 503, "Too many pages are open");
            } else {
                open(user.get().id(), request, response);
            }
        } catch (IOException gone) {
            throw gone;
        } catch (Exception failure) {
            fail(failure, response);
        }
    }

    /** Answers without a body, so no stream stays open. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        describe(response);
    }

    private void open(long userId, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<EventId> resumed = EventId.read(request.getHeader("Last-Event-ID"))
                .or(() -> EventId.read(request.getParameter("last_event_id")));
        describe(response);
        AsyncContext context = request.startAsync(request, response);
        var stream = new EventStream(context, session(request), endsAt(request), over -> streams.leave(userId, over));
        stream.send(ServerSentEvent.retry(jittered(RETRY_MILLIS)));
        try {
            streams.join(userId, stream, resumed);
        } catch (IOException gone) {
            stream.breakOff();
        } catch (Exception failure) {
            streams.leave(userId, stream);
            fail(failure, response);
            context.complete();
        }
    }

    private static boolean isOthers(HttpServletRequest request, User now) {
        return OtherUserFilter.isOther(request.getParameter(OtherUserFilter.USER), OptionalLong.of(now.id()));
    }

    private static void describe(HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // otherwise nginx would buffer the events
        response.setHeader("X-Accel-Buffering", "no");
    }

    private static void fail(Exception failure, HttpServletResponse response) throws IOException {
        if (DatabaseUnavailable.causes(failure)) {
            LOG.log(
                    Level.WARNING,
                    () -> "The database is unavailable or does not accept writes: "
                            + DatabaseUnavailable.reason(failure));
            refuse(response, 503, "Support is temporarily unavailable");
        } else {
            LOG.log(Level.ERROR, "An event stream could not be opened", failure);
            refuse(response, 500, "Something went wrong on our side");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        if (status == 503) {
            response.setHeader("Retry-After", Integer.toString(DatabaseUnavailable.COME_AGAIN_SECONDS));
        }
        new ApiProblem(status, why).write(response);
    }

    /** A stream that was opened with a token belongs to no session. */
    private static String session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || RequestToken.claims(request).isPresent() ? "" : SessionHash.of(session.getId());
    }

    /** The end time of a new stream, in seconds of {@link System#nanoTime()}: at the end of its token at the latest. */
    private long endsAt(HttpServletRequest request) {
        long valid = RequestToken.claims(request)
                .map(claims ->
                        Duration.between(clock.instant(), claims.validUntil()).toSeconds())
                .orElse(Long.MAX_VALUE);
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()) + Math.min(valid, jittered(LIFE_SECONDS));
    }

    /** Adds up to a quarter, so that streams that began together do not reconnect together. */
    private static long jittered(long time) {
        return time + ThreadLocalRandom.current().nextLong(time / 4);
    }
}
