/** The REST interface and its OpenAPI document. */
@NullMarked
package io.openalpha.admin.api;

import org.jspecify.annotations.NullMarked;
