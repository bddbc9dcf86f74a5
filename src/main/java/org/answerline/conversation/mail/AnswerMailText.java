package org.answerline.conversation.mail;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.mail.OutgoingMail;
import org.answerline.platform.text.Texts;

/**
 * Writes an e-mail about answers.
 *
 * @param site the address of the site, without a slash at its end
 * @param home the page of the site from which its users come, a URL or a path of the desk
 * @param withText whether the e-mail contains the answers, and not only a link to them
 */
record AnswerMailText(String site, String home, boolean withText) {

    /** Leads to the conversation; somebody who is signed out signs in first. */
    private static final String CONVERSATION = "/account/sign-in/?next=/support/";

    /** Unsubscribes; the token and a slash follow. */
    private static final String UNSUBSCRIBE = "/account/unsubscribe/";

    /**
     * The e-mail in this language.
     *
     * @param guestLink the path that opens the conversation of a guest
     */
    OutgoingMail of(AnswerMail mail, Optional<String> guestLink, Texts texts) {
        String unsubscribe = site + UNSUBSCRIBE + mail.token().value() + "/";
        String conversation = guestLink.map(site::concat).orElseGet(() -> conversation(mail));
        String text = withText
                ? texts.get("answer.mail.text.text", answers(mail, texts), conversation)
                : texts.get("answer.mail.link.text", conversation);
        return new OutgoingMail(
                mail.address(),
                texts.get("answer.mail.subject"),
                text + texts.get("answer.mail.footer", unsubscribe),
                headers(mail, unsubscribe));
    }

    /** Where the user reads the conversation. A site signs in the users for whom it vouches, so they begin at its own page. */
    private String conversation(AnswerMail mail) {
        boolean isAtSite = mail.isVouched() && URI.create(home).isAbsolute();
        return isAtSite ? home : site + CONVERSATION;
    }

    private static String answers(AnswerMail mail, Texts texts) {
        return mail.answers().stream()
                .map(answer -> answer(answer, mail.files().getOrDefault(answer.id(), List.of()), texts))
                .collect(Collectors.joining("\n\n"));
    }

    private static String answer(UnseenAnswer answer, List<String> files, Texts texts) {
        Stream<String> name = Stream.of(answer.signature().orElse(""), answer.text());
        return Stream.concat(name, files.stream().map(file -> texts.get("answer.mail.file", file)))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /**
     * One click unsubscribes (RFC 8058), and all e-mails about a conversation are replies to one that does not exist, so that mail programs
     * show them together (RFC 5322 section 3.6.4). The same answers have the same Message-ID, so that a second copy can be left out.
     */
    private Map<String, String> headers(AnswerMail mail, String unsubscribe) {
        String host = URI.create(site).getHost();
        String conversation = "<conversation-" + mail.userId() + "@" + host + ">";
        var headers = new LinkedHashMap<String, String>();
        headers.put("Message-ID", "<answers-" + mail.userId() + "-" + mail.through() + "@" + host + ">");
        headers.put("In-Reply-To", conversation);
        headers.put("References", conversation);
        headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return headers;
    }
}
