package org.answerline.site.guard;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.NotFoundException;
import java.lang.reflect.Method;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignInMode;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;

/**
 * Checks {@link SignedIn}.
 *
 * <p>An interceptor and no request filter, because it has to run after the form's token was checked: a form whose session has ended is
 * given back with what was typed, and not lost on the way to the sign-in page. It runs inside of a transaction of the method.
 */
@SignedIn
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class SignedInInterceptor {
    @Inject
    CurrentUser currentUser;

    @Inject
    SignInMode mode;

    @Inject
    SignedInUser signedIn;

    /**
     * Calls the method if the request's user may call it.
     *
     * @throws NotSignedInException if nobody is signed in
     * @throws NotFoundException if a password is needed and this user has none here
     */
    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        SignedIn guard = guard(call.getMethod());
        User user = currentUser.user().orElseThrow(() -> new NotSignedInException(guard.returnTo()));
        if (guard.withPassword() && !hasPassword(user)) {
            throw new NotFoundException();
        }
        signedIn.set(user);
        return call.proceed();
    }

    private boolean hasPassword(User user) {
        return mode.kind() == SignInKind.LOCAL && user.hasPassword();
    }

    private static SignedIn guard(Method method) {
        SignedIn own = method.getAnnotation(SignedIn.class);
        return own == null ? method.getDeclaringClass().getAnnotation(SignedIn.class) : own;
    }
}
