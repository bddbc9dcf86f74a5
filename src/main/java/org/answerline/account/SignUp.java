package org.answerline.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.account.password.Passwords;
import org.answerline.platform.text.InputText;

/** What was typed to open an account, cleaned; the password stays as it was typed. */
public record SignUp(String email, String fullName, String password) {
    static final int EMAIL_MAX = 254;
    static final int NAME_MAX = 150;
    private static final int EMAIL_LOCAL_MAX = 64;
    // Not a full RFC 5321 check: only what cannot be an address, or could fake one in a line of text.
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s@<>()\",;:\\\\\\[\\]]+)@([^\\s@<>()\",;:\\\\\\[\\]]+)");

    /** A field that cannot be taken as it is: its form name, and the key and arguments of the text that says why. */
    public record Problem(String field, String textKey, Object... args) {}

    /** Cleans what came from the form. */
    public static SignUp typed(String email, String fullName, String password) {
        return new SignUp(typedEmail(email), InputText.cleanLine(fullName), password == null ? "" : password);
    }

    /** An e-mail address as people type it, without blanks around it. */
    public static String typedEmail(String email) {
        return InputText.cleanLine(email);
    }

    /** A name as people type it, on one line. */
    public static String typedName(String fullName) {
        return InputText.cleanLine(fullName);
    }

    /** Every field that is wrong, in the order of the form; empty when all is well. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        emailProblem(email).ifPresent(problems::add);
        nameProblem(fullName).ifPresent(problems::add);
        checkPassword(problems);
        return problems;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "SignUp[email=" + email + "]";
    }

    private void checkEmail(List<Problem> problems) {
        emailProblem(email).ifPresent(problems::add);
    }

    /** Why an address that was cleaned cannot be an email address, if it cannot. */
    public static Optional<Problem> emailProblem(String email) {
        if (InputText.isBlank(email)) {
            return Optional.of(new Problem("email", "account.email.empty"));
        }
        return isAddress(email) ? Optional.empty() : Optional.of(new Problem("email", "account.email.wrong"));
    }

    private static boolean isAddress(String email) {
        var matcher = ADDRESS.matcher(email);
        return InputText.length(email) <= EMAIL_MAX
                && email.codePoints().noneMatch(InputText::isInkless)
                && matcher.matches()
                && matcher.group(1).length() <= EMAIL_LOCAL_MAX
                && isDomain(matcher.group(2));
    }

    private static boolean isDomain(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }

    /** Why a name cannot be an account's, if it cannot. */
    public static Optional<Problem> nameProblem(String fullName) {
        if (InputText.isBlank(fullName)) {
            return Optional.of(new Problem("full_name", "account.name.empty"));
        }
        return InputText.length(fullName) <= NAME_MAX
                ? Optional.empty()
                : Optional.of(new Problem("full_name", "account.name.long", NAME_MAX));
    }

    private void checkPassword(List<Problem> problems) {
        passwordProblem(password).ifPresent(problems::add);
    }

    /** Why a password cannot be taken, if it cannot. */
    public static Optional<Problem> passwordProblem(String password) {
        if (password.isEmpty()) {
            return Optional.of(new Problem("password", "account.password.empty", Passwords.MIN, Passwords.MAX));
        }
        return Passwords.hasRightLength(password)
                ? Optional.empty()
                : Optional.of(new Problem("password", "account.password.length", Passwords.MIN, Passwords.MAX));
    }
}
