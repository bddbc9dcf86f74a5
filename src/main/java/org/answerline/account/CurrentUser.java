package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.OptionalLong;

/** The one class that answers who is speaking; another realm takes the place of ours by changing this one. */
@ApplicationScoped
public class CurrentUser {
    @Inject
    SecurityContext security;

    @Inject
    Accounts accounts;

    /** The account of whoever sent this request; empty when signed out or when the account is gone. */
    public Optional<User> user() {
        OptionalLong id = id();
        return id.isPresent() ? accounts.find(id.getAsLong()) : Optional.empty();
    }

    /** The number the request was signed in with; the account itself is not looked up. */
    public OptionalLong id() {
        Principal caller = security.getCallerPrincipal();
        if (caller == null || !caller.getName().matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(caller.getName()));
    }
}
