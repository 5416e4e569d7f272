package io.openalpha.admin.api;

import java.security.Principal;
import java.util.function.Supplier;

/** Notes what users do, and how it ended. */
interface Acts {

    /**
     * Does something in a user's name and notes it, whether or not it succeeds.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     */
    <T> T of(Principal user, String act, String target, Supplier<T> work);
}
