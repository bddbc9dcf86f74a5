package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files sent on the site follow their question to the operator, and Reply on any of them answers it. */
@UsesDesk(SharedDesk.USUAL)
class FilesToOperatorIT {

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void aPictureComesAsAPhotoAfterTheWords() {
        var anna = Customer.linked(desk, "Anna");
        var words = Customer.words("See the picture");
        long id = asks(anna, words, file(anna, "a.png", SampleFiles.png()));
        var photo =
                operator.sees(message -> message.text().equals("\u200B#" + anna.numberOf(id)) && has(message, "photo"));
        assertTrue(photo.id() > operator.sees(words).id());
        var answer = Customer.words("Seen");
        operator.reply(photo, answer);
        anna.receives(answer);
        Await.until(
                "delivered", () -> anna.thread().get(0).getString("delivery").equals("delivered"));
    }

    @Test
    void picturesStandTogetherDocumentsStandTogether() {
        var anna = Customer.linked(desk, "Anna");
        asks(
                anna,
                Customer.words("Many"),
                file(anna, "a.png", SampleFiles.png()),
                file(anna, "b.pdf", SampleFiles.pdf()),
                file(anna, "c.jpg", SampleFiles.jpeg()),
                file(anna, "d.txt", SampleFiles.text("d")),
                file(anna, "e.gif", gif()));
        Await.until("all files", () -> names(anna).size() == 3 && photos(anna).size() == 2);
        assertEquals(List.of("b.pdf", "d.txt", "e.gif"), names(anna));
        assertEquals(
                1,
                photos(anna).stream().map(FilesToOperatorIT::album).distinct().count());
        var answer = Customer.words("To the second of an album");
        operator.reply(photos(anna).get(1), answer);
        anna.receives(answer);
    }

    @Test
    void whatTelegramRefusesAsAPhotoComesAsADocument() {
        var anna = Customer.linked(desk, "Anna");
        byte[] notReally = SampleFiles.pdf(3_000);
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'};
        System.arraycopy(head, 0, notReally, 0, head.length);
        var words = Customer.words("A broken picture and a good one");
        asks(anna, words, file(anna, "broken.jpg", notReally), file(anna, "good.png", SampleFiles.png()));
        Await.until(
                "both",
                () -> names(anna).equals(List.of("broken.jpg")) && photos(anna).size() == 1);
        Await.until(
                "delivered", () -> anna.thread().get(0).getString("delivery").equals("delivered"));
    }

    @Test
    void aFileRefusedInEveryFormIsReportedAndBlocksNothing() {
        var anna = Customer.linked(desk, "Anna");
        var words = Customer.words("No way");
        asks(anna, words, file(anna, "a.png", SampleFiles.png()));
        operator.sees(words);
        desk.database().sql("delete from attachment_pieces");
        var second = Customer.words("The content of this one is gone");
        String id = file(anna, "gone.pdf", SampleFiles.pdf());
        desk.telegram().faults().add(Fault.badGateway());
        asks(anna, second, id);
        desk.database().sql("delete from attachment_pieces");
        desk.telegram().faults().clear();
        operator.sees("gone.pdf");
        var third = Customer.words("after it");
        anna.asks(third);
        operator.sees(third);
        Await.until(
                "delivered", () -> anna.thread().get(1).getString("delivery").equals("delivered"));
    }

    @Test
    void aLostAnswerToAnUploadCostsAtMostOneRepetition() {
        var anna = Customer.linked(desk, "Anna");
        String id = file(anna, "a.pdf", SampleFiles.pdf());
        desk.telegram().faults().add(Fault.droppedAfter().method("sendDocument").times(1));
        asks(anna, Customer.words("Lost"), id);
        Await.until(
                "delivered", () -> anna.thread().get(0).getString("delivery").equals("delivered"));
        assertEquals(2, names(anna).size());
    }

    @Test
    void aKilledServerSendsTheFilesWhenItIsBack() {
        var anna = Customer.linked(desk, "Anna");
        desk.telegram().faults().add(Fault.badGateway());
        String id = file(anna, "kept.pdf", SampleFiles.pdf());
        var words = Customer.words("Kept");
        asks(anna, words, id);
        desk.server().kill();
        desk.telegram().faults().clear();
        desk.server().restart();
        operator.sees(words);
        Await.until("the file", () -> names(anna).equals(List.of("kept.pdf")));
    }

    private static byte[] gif() {
        byte[] gif = new byte[100];
        System.arraycopy(SampleFiles.text("GIF89a"), 0, gif, 0, 6);
        return gif;
    }

    private static String file(Customer customer, String name, byte[] content) {
        return customer.browser().uploaded(name, content);
    }

    private static long asks(Customer customer, String words, String... files) {
        return customer.browser().askWith(words, files);
    }

    /** The documents of this customer's first question. */
    private static List<String> names(Customer customer) {
        return files(customer).stream()
                .filter(message -> has(message, "document"))
                .map(message -> message.json().getJsonObject("document").getString("file_name"))
                .toList();
    }

    private static List<SandboxMessage> photos(Customer customer) {
        return files(customer).stream().filter(message -> has(message, "photo")).toList();
    }

    /** Files after the notice of this customer's first question; every test asks one at a time. */
    private static List<SandboxMessage> files(Customer customer) {
        long notice = desk.telegram().transcript(desk.telegram().operator().chatId()).stream()
                .filter(message -> message.text().contains(customer.browser().email()))
                .mapToLong(SandboxMessage::id)
                .min()
                .orElse(Long.MAX_VALUE);
        return desk.telegram().transcript(desk.telegram().operator().chatId()).stream()
                .filter(message -> message.fromBot() && message.id() > notice)
                .toList();
    }

    private static String album(SandboxMessage message) {
        return message.json().getString("media_group_id");
    }

    private static boolean has(SandboxMessage message, String sort) {
        return message.json().containsKey(sort);
    }
}
