package org.answerline.site.transfer;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerline.platform.web.AddressRequest;

/**
 * Receives the body of every request before any other processing.
 *
 * <p>A body that is here already is read at once. For any other no thread waits: the server reports when bytes have come, and the
 * request is dispatched again when all of it has. A body that takes too long is refused with 408, and none is kept beyond its limit.
 *
 * <p>In web.xml it comes before all filters that use the body.
 */
public class RequestBodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String LIBERTY = "WebSphere Liberty";
    private static final String ATTRIBUTE = IncomingBody.class.getName();
    private static final String QUERY = AddressRequest.class.getName();

    /** The number of body bytes that the server has usually read together with the head of the request. */
    private static final int AT_ONCE = 4 * 1024;

    @Inject
    transient BodyLimits limits;

    @Inject
    transient SlowTransfers slow;

    @Inject
    transient Dispatches dispatches;

    @Inject
    transient AfterReturn afterReturn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
        } else if (hasBody(request) && request.isAsyncSupported() && !isWebhook(request)) {
            receive(request, response, chain);
        } else {
            chain.doFilter(AddressRequest.of(request), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** The webhook's resource checks the secret before it reads the body, and Telegram, which knows the secret, sends it at once. */
    private static boolean isWebhook(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/telegram/");
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var body = new StoredBody(limits.of(request));
        body.belongTo(request);
        long length = request.getContentLengthLong();
        var in = request.getInputStream();
        if (length >= 0 && length <= AT_ONCE && in.available() >= length) {
            byte[] all = in.readNBytes((int) length);
            body.add(all, all.length);
            chain.doFilter(received(request, request.getQueryString(), body), response);
            return;
        }
        if (isOnLiberty(request)) {
            receiveHere(body, in, request, response, chain);
            return;
        }
        // Payara closes some connections after a request that was dispatched again: the client has to know that it is
        // not to be used.
        response.setHeader("Connection", "close");
        AsyncContext context = request.startAsync(request, response);
        var incoming = new IncomingBody(context, in, body, length, slow, dispatches, afterReturn);
        request.setAttribute(ATTRIBUTE, incoming);
        request.setAttribute(QUERY, request.getQueryString());
        incoming.begin();
    }

    // Open Liberty answers some requests with an empty 200 when they are dispatched again, so there a thread waits for
    // the body.
    private static boolean isOnLiberty(HttpServletRequest request) {
        return request.getServletContext().getServerInfo().contains(LIBERTY);
    }

    private static void receiveHere(
            StoredBody body,
            ServletInputStream in,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        try (body) {
            int refusal = IncomingBody.readAll(in, body);
            if (refusal == 0) {
                chain.doFilter(received(request, request.getQueryString(), body), response);
            } else {
                refuse(refusal, request, response);
            }
        }
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
                chain.doFilter(received(request, (String) request.getAttribute(QUERY), incoming.body()), answer);
                if (answer.error() != 0 && !response.isCommitted()) {
                    refuse(answer.error(), request, response);
                }
            } else {
                refuse(incoming.refusal(), request, response);
            }
        } finally {
            scope.close();
            incoming.done();
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
