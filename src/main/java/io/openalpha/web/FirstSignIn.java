package io.openalpha.web;

/**
 * The administrator that was made up because nobody could have signed in.
 *
 * @param password it exists nowhere else; to be told once to whoever started the service
 */
public record FirstSignIn(String user, String password) {

    @Override
    public String toString() {
        return user;
    }
}
