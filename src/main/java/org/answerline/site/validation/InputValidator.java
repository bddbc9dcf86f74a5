package org.answerline.site.validation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;

/**
 * Checks the constraints of a form or a body.
 *
 * <p>The validator is asked here, and not by the container with Valid: with Valid Open Liberty answers 400 by itself before a controller
 * could show the form again.
 */
@ApplicationScoped
public class InputValidator {
    private final Validator validator;

    /** For the container, which makes a proxy of it. */
    protected InputValidator() {
        this(null);
    }

    /** The validator of the server. */
    @Inject
    public InputValidator(Validator validator) {
        this.validator = validator;
    }

    /** Whether all constraints hold. */
    public boolean isValid(Object input) {
        return validator.validate(input).isEmpty();
    }

    /**
     * What is wrong, in the order in which the fields are declared.
     *
     * @param input a record or an object with fields; fields are named as on the wire, {@code fullName} as {@code full_name}
     * @param texts a constraint's message is the key of one of these. Its arguments are the constraint's min and max, as far as it has
     *     them, and the length of the value in characters
     */
    public List<FieldProblem> problems(Object input, Texts texts) {
        List<String> declared = Arrays.stream(input.getClass().getDeclaredFields())
                .map(Field::getName)
                .toList();
        return validator.validate(input).stream()
                .sorted(Comparator.comparingInt(violation -> declared.indexOf(property(violation))))
                .map(violation -> problem(violation, texts))
                .toList();
    }

    private static FieldProblem problem(ConstraintViolation<?> violation, Texts texts) {
        String field = property(violation).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new FieldProblem(field, texts.get(violation.getMessageTemplate(), arguments(violation)));
    }

    private static Object[] arguments(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        List<Object> arguments = new ArrayList<>();
        for (String name : List.of("min", "max")) {
            if (attributes.containsKey(name)) {
                arguments.add(attributes.get(name));
            }
        }
        if (violation.getInvalidValue() instanceof String text) {
            arguments.add(InputText.length(text));
        }
        return arguments.toArray();
    }

    private static String property(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }
}
