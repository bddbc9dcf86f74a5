package org.answerline.site.transfer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps the status of sendError for the error page, because not every server makes one after an asynchronous dispatch. */
final class ErrorStatusResponse extends HttpServletResponseWrapper {
    private int error;

    ErrorStatusResponse(HttpServletResponse response) {
        super(response);
    }

    /** The status of sendError; 0 if it was not called. */
    int error() {
        return error;
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }

    @Override
    public void sendError(int status) {
        // Once the response is committed the status cannot be sent any more; the connection has failed.
        if (!isCommitted()) {
            error = status;
            resetBuffer();
        }
    }

    @Override
    public int getStatus() {
        return error == 0 ? super.getStatus() : error;
    }
}
