package org.answerline.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.answerline.platform.text.MaxCharacters;
import org.answerline.platform.text.VisibleText;

/** The name of an account: visible, at most 150 characters. */
@VisibleText(message = "account.name.empty")
@MaxCharacters(max = FullName.MAX, message = "account.name.long")
@Documented
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface FullName {
    /** The greatest length, in characters. */
    int MAX = 150;

    /** Not used: the two constraints above have their own. */
    String message() default "account.name.empty";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};
}
