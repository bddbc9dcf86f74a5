package org.answerline.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * An e-mail address.
 *
 * <p>Email of Bean Validation accepts quoted local parts such as {@code "a<b>"@c}, which could fake an address in a line of text, and
 * servers differ in what it accepts.
 */
@Documented
@Constraint(validatedBy = EmailAddress.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface EmailAddress {
    /** The greatest length, in characters (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    int MAX = 254;

    /** The key of the text that says what is wrong with an address that is not empty. */
    String message() default "account.email.wrong";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Names a missing address in another way than a wrong one. */
    class Validator implements ConstraintValidator<EmailAddress, String> {
        private static final int LONGEST_LOCAL_PART = 64;
        // Not a full RFC 5321 check: only what cannot be an address, or could fake one in a line of text.
        private static final Pattern ADDRESS =
                Pattern.compile("([^\\s@<>()\",;:\\\\\\[\\]]+)@([^\\s@<>()\",;:\\\\\\[\\]]+)");

        @Override
        public boolean isValid(String email, ConstraintValidatorContext context) {
            if (!InputText.isBlank(email)) {
                return isAddress(email);
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("account.email.empty").addConstraintViolation();
            return false;
        }

        private static boolean isAddress(String email) {
            Matcher matcher = ADDRESS.matcher(email);
            return InputText.length(email) <= MAX
                    && email.codePoints().noneMatch(InputText::isInkless)
                    && matcher.matches()
                    && matcher.group(1).length() <= LONGEST_LOCAL_PART
                    && isDomain(matcher.group(2));
        }

        private static boolean isDomain(String name) {
            return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
        }
    }
}
