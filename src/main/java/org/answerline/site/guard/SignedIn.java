package org.answerline.site.guard;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for signed-in users: a page sends everybody else to the sign-in page, the API answers 401. The method finds the user in
 * {@link SignedInUser}.
 *
 * <p>On a controller it stands on the class, never on single methods: Open Liberty leaves Krazo's interceptor out of a method without an
 * interceptor of ours if another method of the class has one.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedIn {
    /** Whether the account must have a password here, because name, address and password are kept elsewhere otherwise; else 404. */
    @Nonbinding
    boolean withPassword() default false;

    /** The path to return to after signing in; that of the request if empty. */
    @Nonbinding
    String returnTo() default "";
}
