package io.openalpha.source.http;

import java.net.URI;

/**
 * Whom a client asks, and how it behaves towards it.
 *
 * @param baseUrl what each request's path is appended to
 * @param userAgent sent with each request
 * @param concurrency requests under way at once, at most
 */
public record Endpoint(URI baseUrl, String userAgent, int concurrency) {}
