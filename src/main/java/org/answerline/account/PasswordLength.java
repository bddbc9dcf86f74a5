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
import org.answerline.account.password.Passwords;

/** A new password of the right length, counted after it was normalised. */
@Documented
@Constraint(validatedBy = PasswordLength.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface PasswordLength {
    /** The least length, in characters; for the message. */
    int min() default Passwords.MIN;

    /** The greatest length, in characters; for the message. */
    int max() default Passwords.MAX;

    /** The key of the text that says what is wrong with a password that is not empty. */
    String message() default "account.password.length";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Names a missing password in another way than one of a wrong length. */
    class Validator implements ConstraintValidator<PasswordLength, String> {
        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            if (password != null && !password.isEmpty()) {
                return Passwords.hasRightLength(password);
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("account.password.empty")
                    .addConstraintViolation();
            return false;
        }
    }
}
