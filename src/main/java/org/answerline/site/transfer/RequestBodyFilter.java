package org.answerline.site.transfer;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.answerline.platform.web.AddressRequest;
import org.answerline.platform.web.TrustedSender;

/**
 * Receives the body of every request before any other processing.
 *
 * <p>A body that is here already is read at once. For any other no thread waits: the server reports when bytes have come, and the
 * request is dispatched again when all of it has. A body that takes too long is refused with 408, one for which senders who are not
 * signed in have left no space with 503, and none is kept beyond its limit.
 *
 * <p>In web.xml it comes before all filters that use the body.
 */
public class RequestBodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = IncomingBody.class.getName();
    private static final String QUERY = AddressRequest.class.getName();

    /** The number of body bytes that the server has usually read together with the head of the request. */
    private static final int AT_ONCE = 4 * 1024;

    /** In this time the space of a body that has stopped arriving is free again ({@link SendingPace}). */
    private static final int COME_AGAIN_SECONDS = 30;

    @Inject
    transient BodyLimits limits;

    @Inject
    transient SlowTransfers slow;

    @Inject
    transient Dispatches dispatches;

    @Inject
    transient AfterReturn afterReturn;

    @Inject
    transient TrustedSender telegram;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
        } else if (hasBody(request) && request.isAsyncSupported() && !telegram.hasSent(request)) {
            receive(request, response, chain);
        } else {
            chain.doFilter(AddressRequest.of(request), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StoredBody body = limits.bodyOf(request);
        body.belongTo(request);
        long length = request.getContentLengthLong();
        var in = request.getInputStream();
        if (length >= 0 && length <= AT_ONCE && in.available() >= length) {
            byte[] all = in.readNBytes((int) length);
            body.add(all, all.length);
            chain.doFilter(received(request, request.getQueryString(), body), response);
            return;
        }
        // Payara closes some connections after a request that was dispatched again: the client has to know that it is
        // not to be used.
        response.setHeader("Connection", "close");
        AsyncContext context = request.startAsync(request, response);
        var incoming = new IncomingBody(context, in, body, usableLength(request), slow, dispatches, afterReturn);
        request.setAttribute(ATTRIBUTE, incoming);
        request.setAttribute(QUERY, request.getQueryString());
        incoming.begin();
    }

    /** On Open Liberty only the server's own report ends a body, because it uses the request until then; elsewhere its length does. */
    private static long usableLength(HttpServletRequest request) {
        return LibertyRequestState.isKeptFor(request) ? -1 : request.getContentLengthLong();
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(ATTRIBUTE) instanceof IncomingBody incoming)) {
            chain.doFilter(request, response);
            return;
        }
        DispatchScope scope = RequestScope.begin(request);
        try {
            if (incoming.refusal() == 0) {
                var answer = new ErrorStatusResponse(response);
                filter(received(request, (String) request.getAttribute(QUERY), incoming.body()), answer, chain);
                if (answer.error() != 0 && !response.isCommitted()) {
                    refuse(answer.error(), request, response);
                }
            } else {
                if (incoming.refusal() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                    response.setIntHeader("Retry-After", COME_AGAIN_SECONDS);
                }
                refuse(incoming.refusal(), request, response);
                UndertowConnection.close(request);
            }
        } finally {
            scope.close();
            incoming.done();
        }
    }

    /** After an asynchronous dispatch Open Liberty throws what it otherwise answers with 404. */
    private static void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (FileNotFoundException missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (ServletException failure) {
            if (!(failure.getRootCause() instanceof FileNotFoundException)) {
                throw failure;
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static HttpServletRequest received(HttpServletRequest request, String query, StoredBody body) {
        return new ReceivedRequest(AddressRequest.of(request, query), body);
    }

    /** Does not use sendError, for which some servers send an empty page after an asynchronous dispatch. */
    private static void refuse(int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }
}
