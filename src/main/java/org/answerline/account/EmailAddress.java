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
import java.util.Optional;
import org.answerline.platform.text.EmailSyntax;
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
    /** The greatest length, in characters. */
    int MAX = EmailSyntax.MAX;

    /** The key of the text about an address that does not look like one; a missing one and the other faults have texts of their own. */
    String message() default "account.email.wrong";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Gives each fault its own text. */
    class Validator implements ConstraintValidator<EmailAddress, String> {
        @Override
        public boolean isValid(String email, ConstraintValidatorContext context) {
            Optional<String> problem = InputText.isBlank(email)
                    ? Optional.of("account.email.empty")
                    : EmailSyntax.fault(email).map(Validator::textKey);
            problem.ifPresent(key -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(key).addConstraintViolation();
            });
            return problem.isEmpty();
        }

        private static String textKey(EmailSyntax.Fault fault) {
            return switch (fault) {
                case FORM -> "account.email.wrong";
                case LOCAL_PART -> "account.email.letters";
                case DOMAIN -> "account.email.domain";
            };
        }
    }
}
