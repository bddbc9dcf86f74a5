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

/**
 * A text of at most so many characters, counted as Unicode code points: Size counts UTF-16 units, of which an emoji has two. An invisible
 * text is valid, because {@link VisibleText} refuses it.
 */
@Documented
@Constraint(validatedBy = MaxCharacters.Validator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface MaxCharacters {
    /** The greatest length, in code points. */
    int max();

    /** The key of the text that says what is wrong. */
    String message();

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    class Validator implements ConstraintValidator<MaxCharacters, String> {
        private int max;

        @Override
        public void initialize(MaxCharacters constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return InputText.isBlank(text) || InputText.length(text) <= max;
        }
    }
}
