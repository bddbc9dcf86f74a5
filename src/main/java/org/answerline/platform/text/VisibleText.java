package org.answerline.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text in which a reader sees something: unlike with NotBlank, zero-width characters and fillers are nothing. */
@Documented
@Constraint(validatedBy = VisibleText.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface VisibleText {
    /** The key of the text that says what is wrong. */
    String message();

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Refuses null and invisible texts. */
    class Validator implements ConstraintValidator<VisibleText, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !InputText.isBlank(text);
        }
    }
}
