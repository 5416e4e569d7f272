/** Who may what: users, roles, tokens, sessions, headers, and the limits on signing in. */
@NamedInterface("security")
@NullMarked
package io.openalpha.admin.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
