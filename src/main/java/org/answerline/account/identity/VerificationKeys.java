package org.answerline.account.identity;

import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The keys of the site. Nothing in a token adds a key or chooses an algorithm outside of {@link #algorithms}. */
interface VerificationKeys {

    /** The algorithms that belong to this kind of key. */
    AlgorithmConstraints algorithms();

    /**
     * The keys by which this token may be signed, perhaps none.
     *
     * @throws KeysUnavailableException if the keys have to be fetched and cannot be
     * @throws JoseException if the header of the token cannot be read
     */
    List<Key> candidates(JsonWebSignature token) throws KeysUnavailableException, JoseException;
}
