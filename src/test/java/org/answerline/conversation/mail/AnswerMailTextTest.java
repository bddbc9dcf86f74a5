package org.answerline.conversation.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.account.mail.MailToken;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;

/** What an e-mail about answers contains. */
class AnswerMailTextTest {
    private static final String SITE = "https://help.example.org";
    private static final MailToken TOKEN = new MailToken("t".repeat(32));
    private static final List<UnseenAnswer> ANSWERS = List.of(
            new UnseenAnswer(7, "It's {0} 100 % done.", Optional.of("Olga"), 0, 0),
            new UnseenAnswer(9, "", Optional.empty(), 0, 0));

    @Test
    void aLinkAloneTellsNothingOfTheAnswer() {
        var mail = new AnswerMailText(SITE, "/support/", false).of(mail(ANSWERS), Optional.empty(), Texts.in("en"));
        assertTrue(mail.text().contains("\n" + SITE + "/account/sign-in/?next=/support/\n"), mail.text());
        assertFalse(mail.text().contains("done"), mail.text());
        assertFalse(mail.text().contains("Olga"), mail.text());
        assertEquals("ann@example.org", mail.to());
    }

    @Test
    void theAnswersAreAsTheyWereWrittenWithTheNamesOfTheirFiles() {
        var mail = new AnswerMailText(SITE, "/support/", true).of(mail(ANSWERS), Optional.empty(), Texts.in("en"));
        assertTrue(mail.text().contains("\n\nOlga\nIt's {0} 100 % done.\n\n📎 plan.pdf\n\n"), mail.text());
        assertTrue(mail.text().contains("/account/sign-in/?next=/support/"), mail.text());
    }

    @Test
    void aUserForWhomASiteVouchesIsLedToThatSite() {
        var text = new AnswerMailText(SITE, "https://shop.example.org/help", false);
        assertTrue(text.of(mail(true, ANSWERS), Optional.empty(), Texts.in("en"))
                .text()
                .contains("\nhttps://shop.example.org/help\n"));
        assertTrue(
                text.of(mail(ANSWERS), Optional.empty(), Texts.in("en")).text().contains("next=/support/"));
        var withoutHome = new AnswerMailText(SITE, "/support/", false);
        assertTrue(withoutHome
                .of(mail(true, ANSWERS), Optional.empty(), Texts.in("en"))
                .text()
                .contains("next=/support/"));
    }

    @Test
    void itIsInTheLanguageOfItsReader() {
        var text = new AnswerMailText(SITE, "/support/", false);
        assertNotEquals(
                text.of(mail(ANSWERS), Optional.empty(), Texts.in("en")).subject(),
                text.of(mail(ANSWERS), Optional.empty(), Texts.in("ru")).subject());
    }

    @Test
    void oneClickUnsubscribesAndTheMailsOfAConversationBelongTogether() {
        var text = new AnswerMailText(SITE, "/support/", false);
        var first = text.of(mail(ANSWERS.subList(0, 1)), Optional.empty(), Texts.in("en"))
                .headers();
        var next = text.of(mail(ANSWERS), Optional.empty(), Texts.in("en")).headers();
        var link = SITE + "/account/unsubscribe/" + TOKEN.value() + "/";
        assertEquals("<" + link + ">", first.get("List-Unsubscribe"));
        assertEquals("List-Unsubscribe=One-Click", first.get("List-Unsubscribe-Post"));
        assertTrue(
                text.of(mail(ANSWERS), Optional.empty(), Texts.in("ru")).text().contains("\n" + link + "\n"));
        assertEquals(first.get("References"), next.get("References"));
        assertEquals(first.get("In-Reply-To"), next.get("References"));
        assertNotEquals(first.get("Message-ID"), next.get("Message-ID"));
        first.values().forEach(value -> assertTrue(value.matches("[\\x21-\\x7e]+"), value));
        assertTrue(first.get("Message-ID").endsWith("@help.example.org>"));
    }

    private static AnswerMail mail(List<UnseenAnswer> answers) {
        return mail(false, answers);
    }

    private static AnswerMail mail(boolean vouched, List<UnseenAnswer> answers) {
        return new AnswerMail(
                3, "ann@example.org", "en", vouched, false, answers, Map.of(9L, List.of("plan.pdf")), TOKEN, 1);
    }
}
