package org.answerline.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Recognises requests of a service that proves who it is in the head of the request and sends the body at once. */
public interface TrustedSender {

    /** Whether the service sent this request; reads no body, and never fails. */
    boolean hasSent(HttpServletRequest request);
}
