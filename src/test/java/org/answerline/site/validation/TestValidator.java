package org.answerline.site.validation;

import jakarta.validation.Validation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The validator of all three servers, without the expression language of a server. */
public final class TestValidator {
    private TestValidator() {}

    /** A new one. */
    public static InputValidator create() {
        return new InputValidator(Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator());
    }
}
