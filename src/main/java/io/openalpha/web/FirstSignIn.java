package io.openalpha.web;

/**
 * The administrator that was generated because no user is configured.
 *
 * @param password exists nowhere else; to be shown once, at the start of the service
 */
public record FirstSignIn(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
