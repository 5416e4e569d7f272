/** The admin service: REST, security, launching and auditing as one web application. */
@NullMarked
package io.openalpha.web;

import org.jspecify.annotations.NullMarked;
