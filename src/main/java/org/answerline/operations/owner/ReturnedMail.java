package org.answerline.operations.owner;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerline.conversation.mail.AnswerMails;
import org.answerline.platform.text.InputText;

/**
 * Is told that an e-mail to an address came back after the mail server had accepted it: by a program that reads the sender's mailbox or gets the
 * provider's notifications. Protected by the owner's password.
 *
 * <p>A form with the field {@code address}; the answer is the number of the conversations to which no e-mails are sent any more (200), 400 without an
 * address in the form or with one in the URL, which logs would keep, and 403 for a page in a browser, which would add the password by itself.
 */
@WebServlet(urlPatterns = "/owner/returned-mail", asyncSupported = true)
public class ReturnedMail extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnerAuthentication owner;

    @Inject
    private transient AnswerMails mails;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (owner.authenticate(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = InputText.cleanLine(request.getParameter("address"));
        if (request.getHeader("Origin") != null || request.getHeader("Sec-Fetch-Site") != null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (address.isEmpty() || request.getQueryString() != null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            int conversations = mails.markReturned(address);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(conversations);
        }
    }
}
