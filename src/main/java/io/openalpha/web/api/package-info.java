/** The REST interface and its OpenAPI document. */
@NullMarked
package io.openalpha.web.api;

import org.jspecify.annotations.NullMarked;
