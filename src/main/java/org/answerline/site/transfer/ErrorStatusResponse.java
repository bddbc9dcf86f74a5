package org.answerline.site.transfer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps the status of sendError for whoever makes the error page, because not every server makes one after an asynchronous dispatch. */
final class ErrorStatusResponse extends HttpServletResponseWrapper {
    private int error;

    ErrorStatusResponse(HttpServletResponse response) {
        super(response);
    }

    /** The status that was asked for; 0 for none. */
    int error() {
        return error;
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }

    @Override
    public void sendError(int status) {
        // Nobody hears of it when the answer has begun: what fails then is the connection.
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
