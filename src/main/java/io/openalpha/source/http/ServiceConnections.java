package io.openalpha.source.http;

import java.net.ProxySelector;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client of one service. It adds no behaviour of its own: it follows no redirect, since data does not
 * move, asks nothing twice, since every call counts against a quota, and keeps no cookies.
 */
final class ServiceConnections {

    /** Far more than any source sends. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private ServiceConnections() {}

    static CloseableHttpClient to(Endpoint endpoint, HttpSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(pool(endpoint, settings))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.readTimeout()))
                        .build())
                .setUserAgent(endpoint.userAgent())
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.ACCEPT, "application/json")))
                .setProxySelector(ProxySelector.getDefault())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                // Or it would read the list of all domains under which sites may not share cookies.
                .setDefaultCookieSpecRegistry(name -> null)
                .build();
    }

    private static HttpClientConnectionManager pool(Endpoint endpoint, HttpSettings settings) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD)
                        .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(connect).build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnPerRoute(endpoint.concurrency())
                .setMaxConnTotal(endpoint.concurrency())
                .build();
    }
}
