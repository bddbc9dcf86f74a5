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

    /** The key of the text that says what is wrong with an address that is not empty. */
    String message() default "account.email.wrong";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Names a missing address in another way than a wrong one. */
    class Validator implements ConstraintValidator<EmailAddress, String> {
        @Override
        public boolean isValid(String email, ConstraintValidatorContext context) {
            if (!InputText.isBlank(email)) {
                return EmailSyntax.isAddress(email);
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("account.email.empty").addConstraintViolation();
            return false;
        }
    }
}
