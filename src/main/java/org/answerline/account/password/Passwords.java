package org.answerline.account.password;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerline.platform.text.InputText;

/** Salted slow hashes of passwords. Any Unicode text is allowed; it is normalised (NFKC) so that different keyboards agree. */
@ApplicationScoped
public class Passwords {
    public static final int MIN = 8;
    public static final int MAX = 128;
    // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
    private static final Map<String, String> WORK_FACTOR = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    @Inject
    Pbkdf2PasswordHash hashing;

    private final HashingQueue queue = new HashingQueue(Runtime.getRuntime().availableProcessors());

    private String decoy;

    @PostConstruct
    void setUp() {
        hashing.initialize(WORK_FACTOR);
        decoy = hash(UUID.randomUUID().toString());
    }

    public static boolean hasRightLength(String password) {
        int length = InputText.length(normal(password));
        return length >= MIN && length <= MAX;
    }

    public String hash(String password) {
        return queue.run(() -> hashing.generate(normal(password).toCharArray()));
    }

    // Without an account a dummy is hashed: the time must not reveal which addresses have accounts.
    public boolean matches(String password, Optional<String> hash) {
        boolean same = queue.run(() -> hashing.verify(normal(password).toCharArray(), hash.orElse(decoy)));
        return same && hash.isPresent();
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
