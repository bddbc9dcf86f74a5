package org.answerline.site.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * A form about an account, to be shown once more with what was typed.
 *
 * @param action where it is sent to
 * @param title key of its heading
 * @param button key of its button
 */
public record AccountForm(String action, String title, String button, List<Field> fields) {
    private static final String TOKEN = "[A-Za-z0-9_-]{32}/";
    private static final String PASSWORD = "password";

    private static final List<AccountForm> ALL = List.of(
            new AccountForm(
                    "sign-in/",
                    "account.sign_in.title",
                    "account.sign_in.button",
                    List.of(Field.email("username"), Field.known(PASSWORD, "account.password"))),
            new AccountForm(
                    "sign-up/",
                    "account.sign_up.title",
                    "account.sign_up.button",
                    List.of(
                            Field.email("email"),
                            new Field("full_name", "text", "account.name", "account.name.hint", "name", null),
                            Field.fresh("account.password"))),
            new AccountForm(
                    "name/",
                    "account.name.change",
                    "account.name.change",
                    List.of(new Field("full_name", "text", "account.name", "account.name.hint", "name", null))),
            new AccountForm(
                    "email/",
                    "account.email.change",
                    "account.email.change",
                    List.of(Field.email("email"), Field.known(PASSWORD, "account.password"))),
            withoutFields("email/" + TOKEN, "account.email.change", "account.confirm.button"),
            new AccountForm(
                    "password/",
                    "account.password.change",
                    "account.password.change",
                    List.of(Field.known("old_password", "account.password.old"), Field.fresh("account.password.new"))),
            new AccountForm("reset/", "account.reset.title", "account.reset.button", List.of(Field.email("username"))),
            new AccountForm(
                    "reset/" + TOKEN,
                    "account.reset.choose",
                    "account.reset.choose",
                    List.of(Field.fresh("account.password.new"))),
            new AccountForm(
                    "data/erase/",
                    "account.data.erase.title",
                    "account.data.erase.button",
                    List.of(
                            new Field("email", "email", "account.email", "account.data.erase.email", "off", null),
                            Field.known(PASSWORD, "account.password"))),
            withoutFields("confirm/", "account.title", "account.unconfirmed.again"),
            withoutFields("confirm/" + TOKEN, "account.confirm.title", "account.confirm.button"),
            withoutFields("answer-mails/on/", "account.title", "account.answer_mails.switch_on"),
            withoutFields("answer-mails/off/", "account.title", "account.answer_mails.switch_off"),
            withoutFields("guest/" + TOKEN, "guest.open.title", "guest.open.button"),
            withoutFields("guest/take-along/", "guest.take.title", "guest.take.button"),
            withoutFields("unsubscribe/" + TOKEN, "account.unsubscribe.title", "account.unsubscribe.button"),
            withoutFields("telegram/unlink/", "account.telegram.unlink.title", "account.telegram.unlink.button"),
            withoutFields("sign-out/", "account.sign_out.title", "account.sign_out.button"));

    /**
     * One line of a form.
     *
     * @param label key of its label
     * @param hint key of its hint; null for none
     * @param value what was typed; never a password or another proof of identity
     */
    public record Field(String name, String type, String label, String hint, String autocomplete, String value) {
        private static Field email(String autocomplete) {
            return new Field("email", "email", "account.email", null, autocomplete, null);
        }

        private static Field known(String name, String label) {
            return new Field(name, PASSWORD, label, null, "current-password", null);
        }

        private static Field fresh(String label) {
            return new Field(PASSWORD, PASSWORD, label, "account.password.hint", "new-password", null);
        }

        boolean isPassword() {
            return type.equals(PASSWORD);
        }

        private Field with(String typed) {
            boolean isProof = isPassword() || autocomplete.equals("off");
            return isProof ? this : new Field(name, type, label, hint, autocomplete, InputText.cleanLine(typed));
        }
    }

    /** The form that was sent to this path, with those of its fields that were in it. */
    static Optional<AccountForm> sentTo(String path, Map<String, String> typed) {
        return ALL.stream().flatMap(form -> form.at(path).stream()).findFirst().map(form -> form.filled(typed));
    }

    /** Whether something has to be typed once more. */
    public boolean hasPassword() {
        return fields.stream().anyMatch(Field::isPassword);
    }

    private Optional<AccountForm> at(String path) {
        Matcher matcher = Pattern.compile("/account/" + action + "$").matcher(path);
        return matcher.find() ? Optional.of(new AccountForm(matcher.group(), title, button, fields)) : Optional.empty();
    }

    private AccountForm filled(Map<String, String> typed) {
        List<Field> sent = fields.stream()
                .filter(field -> typed.containsKey(field.name()))
                .map(field -> field.with(typed.get(field.name())))
                .toList();
        return new AccountForm(action, title, button, sent);
    }

    private static AccountForm withoutFields(String action, String title, String button) {
        return new AccountForm(action, title, button, List.of());
    }
}
