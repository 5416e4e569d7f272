/** Who may what: users, roles, tokens, sessions, headers, and the limits on signing in. */
@NullMarked
package io.openalpha.web.security;

import org.jspecify.annotations.NullMarked;
